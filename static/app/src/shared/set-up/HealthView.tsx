import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import type { ProjectName } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { Skeleton } from '../ui/Skeleton';
import { ErrorState, StatePanel } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';
import { healthSums } from './health-words';
import { HealthTable } from './HealthTable';
import { Heading } from './Heading';
import { Mark } from './Marks';
import type { MarkName } from './Marks';
import type { CheckHealth } from './operations';
import { Count } from './PlanView';
import { clockSeconds } from './run-times';
import { useAsking } from './use-asking';
import flow from './flow.module.css';
import styles from './health.module.css';

const words = setUp.health;

/** Every object with its state; each fault has one button that opens the plan for just that. */
export function HealthView({
  check,
  timezone,
  project,
  takeFocus,
  onFix,
  onSetUp,
}: {
  readonly check: CheckHealth;
  readonly timezone: string;
  /** On a project's own page: which. */
  readonly project: ProjectName | undefined;
  readonly takeFocus: boolean;
  readonly onFix: (step: string) => void;
  readonly onSetUp: () => void;
}) {
  const { value: health, error, asking, askAgain } = useAsking(check);
  const projects = new Set(health?.items.flatMap(({ projectId }) => (projectId === undefined ? [] : [projectId])));
  const sums = healthSums(health?.items ?? []);
  return (
    <div className={flow.body}>
      <header className={styles.head}>
        <div>
          <Heading look="small" takeFocus={takeFocus}>
            {words.heading}
          </Heading>
          <p className={styles.when}>
            {health === undefined
              ? words.checking
              : fill(words.checked, {
                  what: whatOf(project, projects.size),
                  when: fill(words.at, { time: clockSeconds(health.checkedAt, timezone) }),
                })}
          </p>
        </div>
        <div className={styles.headSide}>
          {health === undefined ? null : (
            <ul className={styles.sums}>
              {SUMS.filter(([sum]) => sums[sum] > 0).map(([sum, mark]) => (
                <li key={sum}>
                  <Mark name={mark} />
                  <span>
                    <Count forms={words.sums[sum]} count={sums[sum]} />
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Button iconBefore={RefreshIcon} isLoading={asking && health !== undefined} onClick={askAgain}>
            {words.checkAgain}
          </Button>
        </div>
      </header>
      <LiveText>{announcement(asking, health === undefined ? undefined : sums)}</LiveText>
      {error === undefined ? null : <ErrorState error={error} heading={words.failed} onRetry={askAgain} />}
      {health === undefined && error === undefined ? <Placeholder /> : null}
      {health === undefined ? null : health.items.length === 0 ? (
        <StatePanel heading={words.nothing} actions={<Button onClick={onSetUp}>{words.toSetUp}</Button>} />
      ) : (
        <HealthTable items={health.items} project={project} onFix={onFix} />
      )}
    </div>
  );
}

const SUMS = [
  ['missing', 'failed'],
  ['changed', 'conflict'],
  ['right', 'done'],
] as const satisfies readonly (readonly [string, MarkName])[];

function whatOf(project: ProjectName | undefined, projects: number): string {
  if (project !== undefined) return project.key;
  return projects === 0 ? words.siteOnly : fill(words.site, { projects: plural(words.projects, projects) });
}

function announcement(asking: boolean, sums: ReturnType<typeof healthSums> | undefined): string {
  if (asking || sums === undefined) return words.checking;
  return SUMS.filter(([sum]) => sums[sum] > 0)
    .map(([sum]) => plural(words.sums[sum], sums[sum]))
    .join(', ');
}

function Placeholder() {
  return (
    <div className={styles.placeholder} aria-busy="true">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height="2.5rem" />
      ))}
    </div>
  );
}
