import { languageOf } from '../../../../../src/domain/hints/language';
import type { Hint, HintPlace } from '../../../../../src/domain/hints/hint';
import { piecesOf } from './marked-pieces';
import type { Piece, Span } from './marked-pieces';
import { textBlocks } from './text-blocks';
import type { TextBlock } from './text-blocks';
import styles from './hint.module.css';

/** Pieces of a story in a line; the marked ones stand out by background and underline. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, marked }, index) =>
    marked ? (
      <mark key={index} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}

/** One part of a story on one line, such as its summary, with the words of the hint marked. */
export function MarkedLine({
  text,
  hint,
  part,
}: {
  readonly text: string;
  readonly hint: Hint | undefined;
  readonly part: HintPlace['part'];
}) {
  return (
    <span lang={languageOf(text)}>
      <Pieces pieces={piecesOf(text, placesOf(hint, part))} />
    </span>
  );
}

/** A whole part of a story as paragraphs, lists and code, with the words of the hint marked. */
export function MarkedText({
  text,
  hint,
  part = 'description',
}: {
  readonly text: string;
  readonly hint: Hint | undefined;
  readonly part?: HintPlace['part'];
}) {
  const places = placesOf(hint, part);
  return (
    <div className={styles.text} lang={languageOf(text)}>
      {textBlocks(text).map((block, index) => (
        <Block key={index} block={block} text={text} places={places} />
      ))}
    </div>
  );
}

function Block({
  block,
  text,
  places,
}: {
  readonly block: TextBlock;
  readonly text: string;
  readonly places: readonly Span[];
}) {
  const lines = block.lines.map((line) => <Pieces key={line.start} pieces={piecesOf(text, places, line)} />);
  switch (block.kind) {
    case 'list':
      return (
        <ul>
          {lines.map((line) => (
            <li key={line.key}>{line}</li>
          ))}
        </ul>
      );
    case 'code':
      return <pre>{block.lines.map(({ start, end }) => `${text.slice(start, end)}\n`).join('')}</pre>;
    case 'heading':
      return <p className={styles.textHeading}>{lines}</p>;
    case 'paragraph':
      return (
        <p>
          {lines.map((line, index) => (
            <span key={line.key}>
              {index === 0 ? null : <br />}
              {line}
            </span>
          ))}
        </p>
      );
  }
}

function placesOf(hint: Hint | undefined, part: HintPlace['part']): readonly Span[] {
  return hint?.evidence.flatMap(({ places }) => places.filter((place) => place.part === part)) ?? [];
}
