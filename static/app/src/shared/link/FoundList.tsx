import type { Ref } from 'react';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import type { StandingLink } from '../../../../../src/reads/link-subject';
import { link as words } from '../strings/en-link';
import { fill, plural } from '../strings/fill';
import { ErrorState } from '../ui/StatePanel';
import { Options } from './Options';
import type { OptionGroup } from './Options';
import { RowsSkeleton } from './RowsSkeleton';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import { keyRefusal } from './key-refusal';
import { standingOf } from './standing';
import type { Found } from './use-candidates';
import { NOUN } from './verbs';
import type { Noun } from './verbs';

/** What was found, in groups; what was ticked in an earlier search; and why a key that was typed cannot be linked. */
export function FoundList({
  subject,
  verb,
  standing,
  found,
  chosen,
  onTick,
  onLeaveUp,
  onRetry,
  optionsRef,
}: {
  readonly subject: LinkSubject;
  readonly verb: LinkVerb;
  readonly standing: readonly StandingLink[];
  readonly found: Found | undefined;
  readonly chosen: readonly LinkCandidate[];
  readonly onTick: (candidate: LinkCandidate, on: boolean) => void;
  readonly onLeaveUp: () => void;
  readonly onRetry: () => void;
  readonly optionsRef: Ref<HTMLDivElement>;
}) {
  const noun = NOUN[verb];
  if (found === undefined) return <RowsSkeleton />;
  if (found.error !== undefined) return <ErrorState error={found.error} onRetry={onRetry} />;
  const { text } = found;
  const refusal = keyRefusal(subject, verb, found);
  return (
    <>
      {refusal === undefined ? null : <p className={styles.refusal}>{refusal}</p>}
      {count(found) > 0 || refusal !== undefined ? null : (
        <div className={styles.nothing}>
          <p>
            <b>{text === '' ? words.none[noun] : fill(words.nothing[noun], { text })}</b>
          </p>
          <p>{text === '' ? words.noneHelp[noun] : words.nothingHelp[noun]}</p>
        </div>
      )}
      <Options
        ref={optionsRef}
        subject={subject}
        groups={groupsOf(found, subject, noun, chosen)}
        query={text}
        ticked={new Set(chosen.map(({ id }) => id))}
        standingOf={(issueId) => standingOf(standing, verb, issueId)}
        onTick={onTick}
        onLeaveUp={onLeaveUp}
      />
    </>
  );
}

function groupsOf(
  { text, candidates }: Found,
  { projectKey }: LinkSubject,
  noun: Noun,
  chosen: readonly LinkCandidate[],
): readonly OptionGroup[] {
  const { recent, found } = candidates;
  const shown = new Set([...recent, ...found].map(({ id }) => id));
  return [
    { name: words.recent, rows: recent },
    {
      name: text === '' ? fill(words.first[noun], { project: projectKey }) : foundText(found, projectKey),
      rows: found,
    },
    { name: words.ticked, rows: chosen.filter(({ id }) => !shown.has(id)) },
  ].filter((group) => group.rows.length > 0);
}

function count({ candidates: { recent, found } }: Found): number {
  return recent.length + found.length;
}

/** “3 found, SHOP first”, where there are some of both. */
function foundText(rows: readonly LinkCandidate[], project: string): string {
  const here = rows.filter(({ projectKey }) => projectKey === project).length;
  const mixed = here > 0 && here < rows.length;
  return mixed ? plural(words.foundMixed, rows.length, { project }) : plural(words.found, rows.length);
}

/** What a screen reader hears when a search is over. */
export function spokenResult(found: Found | undefined, searching: boolean, subject: LinkSubject, noun: Noun): string {
  if (found === undefined || searching || found.error !== undefined || found.text === '') return '';
  if (count(found) === 0) return fill(words.nothing[noun], { text: found.text });
  return foundText(found.candidates.found, subject.projectKey);
}
