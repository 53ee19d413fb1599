import Button from '@atlaskit/button/new';
import type { RiskList } from '../../../../../../../src/reads/risk-board-view';
import { failureWords } from '../../../../shared/failure-words';
import { common } from '../../../../shared/strings/en-common';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import { Note } from '../../../../shared/ui/Note';
import { useCountdown } from '../../../../shared/ui/useCountdown';
import { totalOf } from '../board-state';
import type { ListReading } from '../board-state';
import type { BoardStore } from '../board-store';
import styles from '../board.module.css';

const words = risks.stream;

/** How far the reading of one list is, while it is not at its end. */
export function StreamBar({
  list,
  reading,
  store,
}: {
  readonly list: RiskList;
  readonly reading: ListReading;
  readonly store: BoardStore;
}) {
  const { state, error } = reading;
  if (state === 'complete' || state === 'unread') return null;
  if (state === 'failed' && error !== undefined) {
    const { heading, body } = failureWords(error);
    const seconds = error.code === 'rate-limited' ? error.retryAfterSeconds : undefined;
    return (
      <div className={styles.stream}>
        <Note look="warning" heading={words.failed}>
          {seconds === undefined ? (
            <>
              <p>
                {loadedWords(reading)}. {heading}. {body}
              </p>
              <div className={styles.streamActions}>
                <Button spacing="compact" onClick={() => store.goOn(list)}>
                  {common.tryAgain}
                </Button>
              </div>
            </>
          ) : (
            <Waiting key={reading.read} seconds={seconds} onDone={() => store.goOn(list)} />
          )}
        </Note>
      </div>
    );
  }
  const total = totalOf(reading);
  return (
    <div className={styles.streamBox}>
      <div className={styles.streamHead}>
        <span className={styles.streamCount}>
          {list === 'closed' ? `${words.closed}: ` : ''}
          {loadedWords(reading)}
        </span>
        {state === 'reading' ? (
          <Button spacing="compact" onClick={() => store.stop(list)}>
            {words.stop}
          </Button>
        ) : (
          <Button spacing="compact" onClick={() => store.goOn(list)}>
            {words.goOn}
          </Button>
        )}
      </div>
      {/* Without a value the bar only says that something is under way. */}
      <progress
        className={styles.streamProgress}
        aria-label={loadedWords(reading)}
        {...(total === undefined ? {} : { value: reading.read, max: Math.max(total, 1) })}
      />
      <p className={styles.streamHelp}>{state === 'reading' ? words.usable : words.stopped}</p>
    </div>
  );
}

function Waiting({ seconds, onDone }: { readonly seconds: number; readonly onDone: () => void }) {
  const left = useCountdown(seconds, onDone);
  return (
    <p>
      {fill(common.waiting.heading, { seconds: left })}. {common.waiting.body}
    </p>
  );
}

export function loadedWords(reading: ListReading): string {
  const total = totalOf(reading);
  return total === undefined
    ? plural(words.loadedSome, reading.read)
    : fill(words.loaded, { read: formatCount(reading.read), total: formatCount(total) });
}
