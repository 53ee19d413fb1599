import Button from '@atlaskit/button/new';
import { failureWords } from '../../../../shared/failure-words';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, plural } from '../../../../shared/strings/fill';
import { Note } from '../../../../shared/ui/Note';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import { isUnderWay } from '../edit-run';
import type { EditRun, EditRunner, Refused } from '../edit-run';
import { outcomeWords, underWayWords } from './value-words';
import styles from './edit.module.css';

const words = risks.run;
/** Refused risks that are named at once. */
const NAMED = 10;

/** How far a change is, and what became of it: every risk that was refused is named, with the reason. */
export function RunNote({
  run,
  runner,
  today,
}: {
  readonly run: EditRun | undefined;
  readonly runner: EditRunner;
  readonly today: string;
}) {
  if (run === undefined) return <LiveText>{null}</LiveText>;
  if (isUnderWay(run)) return <UnderWay run={run} onStop={runner.stop} />;
  const { rows, done, refused } = run;
  const outcome = outcomeWords(run, today);
  const untouched = rows.length - done.length - refused.length;
  const heading = outcome ?? (refused.length > 0 ? plural(words.notSaved, refused.length) : '');
  const stopped = untouched === 0 ? '' : plural(words.stopped, untouched);
  return (
    <div className={styles.note}>
      <LiveText>{`${heading} ${stopped}`}</LiveText>
      <Note look={refused.length === 0 ? 'information' : 'warning'} heading={heading || stopped}>
        {heading === '' || stopped === '' ? null : <p>{stopped}</p>}
        <RefusedList refused={refused} named={outcome !== undefined} />
        <div className={styles.actions}>
          {run.kind === 'undo' || done.length === 0 ? null : (
            <Button spacing="compact" onClick={() => void runner.undo()}>
              {words.undo}
            </Button>
          )}
          {refused.length === 0 ? null : (
            <Button spacing="compact" onClick={() => void runner.retry()}>
              {words.retry}
            </Button>
          )}
          <Button spacing="compact" appearance="subtle" onClick={runner.dismiss}>
            {words.close}
          </Button>
        </div>
      </Note>
    </div>
  );
}

function UnderWay({ run, onStop }: { readonly run: EditRun; readonly onStop: () => void }) {
  const text = underWayWords(run);
  const { rows, done, refused, waitSeconds, phase } = run;
  return (
    <div className={styles.underWay}>
      <LiveText>{waitSeconds === undefined ? null : fill(words.wait, { seconds: waitSeconds })}</LiveText>
      <span className={styles.count}>{text}</span>
      {rows.length === 1 ? null : (
        <progress
          className={styles.progress}
          value={done.length + refused.length}
          max={rows.length}
          aria-label={text}
        />
      )}
      {waitSeconds === undefined ? null : <span>{fill(words.wait, { seconds: waitSeconds })}</span>}
      {rows.length === 1 || phase === 'stopping' ? null : (
        <Button spacing="compact" onClick={onStop}>
          {words.stop}
        </Button>
      )}
    </div>
  );
}

/** `named`: something was saved, so that a sentence says first that these were not. */
function RefusedList({ refused, named }: { readonly refused: readonly Refused[]; readonly named: boolean }) {
  if (refused.length === 0) return null;
  return (
    <>
      {named ? <p>{plural(words.notSaved, refused.length)}:</p> : null}
      <ul className={styles.refused}>
        {refused.slice(0, NAMED).map(({ row, error }) => (
          <li key={row.id}>
            <IssueLink issueKey={row.key} className={styles.refusedKey}>
              {row.key}
            </IssueLink>{' '}
            {row.summary}: {reasonOf(error)}
          </li>
        ))}
      </ul>
      {refused.length > NAMED ? <p>{plural(words.more, refused.length - NAMED)}</p> : null}
    </>
  );
}

function reasonOf(error: Refused['error']): string {
  const { heading, body } = failureWords(error);
  return error.message === undefined ? `${heading}. ${body}` : `${heading}: ${error.message}`;
}
