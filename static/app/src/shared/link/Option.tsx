import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import { progressTotal, progressVerdict } from '../../../../../src/domain/progress';
import type { Progress } from '../../../../../src/domain/progress';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import { link as words } from '../strings/en-link';
import { fill } from '../strings/fill';
import { Face, NoFace } from '../ui/Face';
import { LevelBadge } from '../ui/LevelBadge';
import { StatusName } from '../ui/StatusName';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import styles from './options.module.css';
import { isLocked } from './standing';
import type { Standing } from './standing';
import { highlighted } from './words';

/** One issue to tick: what it is about, where it stands, whose it is, and how it is linked already. */
export function Option({
  candidate,
  query,
  elsewhere,
  standing,
  on,
  tabStop,
  onTick,
}: {
  readonly candidate: LinkCandidate;
  readonly query: string;
  /** It belongs to another project than the issue that is linked. */
  readonly elsewhere: boolean;
  readonly standing: Standing | undefined;
  readonly on: boolean;
  readonly tabStop: boolean;
  readonly onTick: (on: boolean) => void;
}) {
  const locked = isLocked(standing);
  const { risk, status } = candidate;
  return (
    <label className={`${styles.option} ${locked ? styles.locked : ''}`}>
      <input
        type="checkbox"
        className={styles.tick}
        data-issue={candidate.id}
        checked={locked ? standing?.kind === 'same' : on}
        disabled={locked}
        tabIndex={tabStop ? 0 : -1}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span>
        <span className={styles.summary}>
          <Highlighted text={candidate.summary} query={query} />
        </span>
        <span className={styles.facts}>
          <span>{candidate.key}</span>
          {elsewhere ? <Fact>{words.otherProject}</Fact> : null}
          {locked || risk === undefined ? null : <Fact>{enablersText(risk.progress)}</Fact>}
          <StandingFact standing={standing} />
        </span>
      </span>
      <span className={styles.level}>
        {risk === undefined ? <StatusName status={status} /> : <LevelBadge level={risk.level} />}
      </span>
      <Person candidate={candidate} />
    </label>
  );
}

function Fact({ children }: { readonly children: string }) {
  return (
    <>
      <span aria-hidden="true">·</span>
      <span>{children}</span>
    </>
  );
}

function StandingFact({ standing }: { readonly standing: Standing | undefined }) {
  if (standing === undefined) return null;
  const verb = words.verbs[standing.verb].short;
  if (standing.kind === 'other') return <Fact>{fill(words.also, { verb })}</Fact>;
  if (standing.kind === 'reversed') return <Fact>{fill(words.reversed, { verb })}</Fact>;
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className={styles.already}>
        <CheckMarkIcon label="" size="small" />
        {fill(words.already, { verb })}
      </span>
    </>
  );
}

function enablersText(progress: Progress): string {
  if (progressVerdict(progress) === 'noneLinked') return words.noEnabler;
  return fill(words.enablersDone, { done: progress.done, total: progressTotal(progress) });
}

function Person({ candidate: { person, risk } }: { readonly candidate: LinkCandidate }) {
  const [nobody, somebody] = risk === undefined ? [words.noAssignee, words.assignedTo] : [words.noOwner, words.ownedBy];
  const name = person === undefined ? nobody : fill(somebody, { name: person.name });
  return (
    <span title={name}>
      {person === undefined ? <NoFace /> : <Face name={person.name} avatarUrl={person.avatarUrl} />}
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}

function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  return highlighted(text, query).map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
