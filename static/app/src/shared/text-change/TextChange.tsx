import { Fragment, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { textChange } from '../strings/en-text-change';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { differenceOf } from './difference';
import type { Piece } from './difference';
import styles from './text-change.module.css';

/**
 * What a text said and what it says now, with the words that differ marked. At first one place with three lines of each
 * side; the rest is one click away. Nothing where the words are the same.
 */
export function TextChange({
  before,
  after,
  lang,
}: {
  readonly before: string;
  readonly after: string;
  /** Of the text itself, where it is known. */
  readonly lang?: string | undefined;
}) {
  const { places, cut } = useMemo(() => differenceOf(before, after), [before, after]);
  const [whole, setWhole] = useState(false);
  const { box, overflows } = useOverflow(whole);
  const id = useId();
  if (places.length === 0) return null;
  const more = overflows || places.length > 1 || cut;
  return (
    <div className={styles.change}>
      <div id={id} ref={box} className={styles.box} role="group" aria-label={textChange.group} lang={lang}>
        {(whole ? places : places.slice(0, 1)).map((place, index) => (
          // Places have no name but their order, and a new text is a new list.
          <Fragment key={index}>
            <Side kind="removed" pieces={place.before} whole={whole} />
            <Side kind="added" pieces={place.after} whole={whole} />
          </Fragment>
        ))}
      </div>
      {whole && cut ? <p className={styles.cut}>{textChange.cut}</p> : null}
      {more ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          aria-controls={id}
          onClick={() => setWhole(!whole)}
        >
          {whole ? textChange.less : textChange.more}
        </button>
      ) : null}
    </div>
  );
}

function Side({
  kind,
  pieces,
  whole,
}: {
  readonly kind: 'removed' | 'added';
  readonly pieces: readonly Piece[];
  readonly whole: boolean;
}) {
  if (pieces.length === 0) return null;
  const removed = kind === 'removed';
  const Mark = removed ? 'del' : 'ins';
  return (
    <div className={`${styles.side} ${removed ? styles.removed : styles.added}`}>
      <span aria-hidden="true">{removed ? '−' : '+'}</span>
      <p className={whole ? undefined : styles.clamped}>
        <VisuallyHidden>{`${removed ? textChange.before : textChange.now} `}</VisuallyHidden>
        {pieces.map((piece, index): ReactNode => {
          return piece.changed ? <Mark key={index}>{piece.text}</Mark> : piece.text;
        })}
      </p>
    </div>
  );
}

/** Whether a side has more lines than are shown, in the column as wide as it is now. Stays as it was once all is shown. */
function useOverflow(whole: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null || whole) return undefined;
    const measure = () => {
      setOverflows([...element.querySelectorAll('p')].some((side) => side.scrollHeight > side.clientHeight + 1));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [whole]);
  return { box, overflows };
}
