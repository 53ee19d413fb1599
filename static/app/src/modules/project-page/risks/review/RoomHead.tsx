import Button from '@atlaskit/button/new';
import { Key } from '../../../../shared/panel/Key';
import { review as words } from '../../../../shared/strings/en-review';
import { fill, formatCount } from '../../../../shared/strings/fill';
import { VisuallyHidden } from '../../../../shared/ui/VisuallyHidden';
import { tallyOf } from './meeting';
import type { Meeting } from './meeting';
import styles from './head.module.css';

/** More pieces than this could not be told apart. */
const PIECES_MOST = 30;

/** Where the meeting stands, in words and as a bar, what became of the last risk, and the way out. */
export function RoomHead({
  meeting,
  last,
  onEnd,
}: {
  readonly meeting: Meeting;
  /** Announced elsewhere; empty where nothing happened yet. */
  readonly last: string;
  readonly onEnd: () => void;
}) {
  const { queue, at } = meeting;
  const { reviewed, skipped } = tallyOf(meeting);
  return (
    <header className={styles.head}>
      <p className={styles.place}>
        <b>{words.heading}</b>{' '}
        {at < queue.length ? fill(words.place, { place: at + 1, count: formatCount(queue.length) }) : null}
        <VisuallyHidden>
          {' '}
          {fill(words.progress, { reviewed, skipped, count: formatCount(queue.length) })}
        </VisuallyHidden>
      </p>
      {queue.length > PIECES_MOST ? <PlainBar share={at / queue.length} /> : <Pieces meeting={meeting} />}
      <Button appearance="subtle" aria-keyshortcuts="Escape" onClick={onEnd}>
        {words.end} <Key>Esc</Key>
      </Button>
      {last === '' ? null : (
        <p className={styles.last} aria-hidden="true">
          {last}
        </p>
      )}
    </header>
  );
}

/** One piece a risk: reviewed is filled, skipped hatched, the one on screen outlined in blue. */
function Pieces({ meeting: { queue, at, outcomes } }: { readonly meeting: Meeting }) {
  return (
    <span className={styles.pieces} aria-hidden="true">
      {queue.map(({ id }, place) => {
        const kind = outcomes.get(id)?.kind ?? 'open';
        return <span key={id} className={`${styles.piece} ${styles[kind]} ${place === at ? styles.now : ''}`} />;
      })}
    </span>
  );
}

function PlainBar({ share }: { readonly share: number }) {
  return (
    <span className={styles.pieces} aria-hidden="true">
      <span className={`${styles.piece} ${styles.reviewed}`} style={{ flexGrow: share }} />
      <span className={`${styles.piece} ${styles.open}`} style={{ flexGrow: 1 - share }} />
    </span>
  );
}
