import Button from '@atlaskit/button/new';
import type { ProjectName, SetupRun } from '../../../../../src/contract/set-up';
import { openProject, openSecuritySettings } from '../bridge';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { Heading } from './Heading';
import { Mark } from './Marks';
import { RunCard } from './RunCard';
import { linesOf } from './run-lines';
import { useProjectNames } from './use-project-names';
import flow from './flow.module.css';
import styles from './done.module.css';

const words = setUp.done;

/** Everything is there: what was made, and what admins and teams do now. */
export function DoneView({
  run,
  timezone,
  heading,
  takeFocus,
  onMore,
  onPlan,
  onHealth,
}: {
  readonly run: SetupRun;
  readonly timezone: string;
  readonly heading: string;
  readonly takeFocus: boolean;
  /** Starts over for other projects; missing on a project's own page. */
  readonly onMore: (() => void) | undefined;
  readonly onPlan: () => void;
  readonly onHealth: () => void;
}) {
  const worked = projectsWithSteps(run);
  const names = useProjectNames(run.projectIds);
  const projects = names.filter(({ id }) => worked.includes(id));
  const byHand = run.kind === 'apply' ? names.filter(({ id }) => !worked.includes(id)) : [];
  return (
    <div className={`${flow.body} ${styles.columns}`}>
      <div className={styles.main}>
        <div>
          <Heading look="lead" takeFocus={takeFocus}>
            <span className={styles.heading}>
              <Mark name="done" large />
              <b>{heading}</b>
            </span>
          </Heading>
          <p>{plural(words.made, run.steps.length)}</p>
        </div>
        <ul className={styles.made}>
          {linesOf(run).map(({ id, text }) => (
            <li key={id}>
              <Mark name="alreadyRight" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
        <section>
          <h3 className={flow.smallHeading}>{words.next}</h3>
          <ol className={styles.next}>
            {words.steps.map(({ what, how }) => (
              <li key={what}>
                <b>{what}</b>
                <span>{how}</span>
              </li>
            ))}
          </ol>
        </section>
        {byHand.length === 0 ? null : <ByHand projects={byHand} />}
        {projects.length === 0 ? null : <Projects projects={projects} />}
        <div className={styles.buttons}>
          {onMore === undefined ? null : <Button onClick={onMore}>{words.more}</Button>}
          <Button appearance={onMore === undefined ? 'default' : 'subtle'} onClick={onPlan}>
            {words.again}
          </Button>
          <Button appearance="subtle" onClick={onHealth}>
            {words.health}
          </Button>
        </div>
      </div>
      <RunCard run={run} timezone={timezone} />
    </div>
  );
}

/** A project whose steps by hand are not done belongs to the run and has no step in it. */
function projectsWithSteps({ steps }: SetupRun): readonly string[] {
  return [...new Set(steps.flatMap(({ projectId }) => projectId ?? []))];
}

/** Chosen for this run, and waiting for somebody: nothing could be done for them here. */
function ByHand({ projects }: { readonly projects: readonly ProjectName[] }) {
  return (
    <section>
      <h3 className={flow.smallHeading}>{words.byHand.heading}</h3>
      <ul className={styles.byHand}>
        {projects.map(({ id, key, name }) => (
          <li key={id}>
            <p>{fill(words.byHand.body, { project: name })}</p>
            <Button spacing="compact" onClick={() => void openSecuritySettings(key)}>
              {fill(words.byHand.open, { project: name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Projects({ projects }: { readonly projects: readonly ProjectName[] }) {
  return (
    <section>
      <h3 className={flow.smallHeading}>{words.projects}</h3>
      <ul className={styles.projects}>
        {projects.map(({ id, key, name }) => (
          <li key={id}>
            <Button spacing="compact" onClick={() => void openProject(key)}>
              {fill(words.openProject, { project: name })}
            </Button>
            <Button spacing="compact" onClick={() => void openSecuritySettings(key)}>
              {fill(words.settings, { project: key })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
