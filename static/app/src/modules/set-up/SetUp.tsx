import Button from '@atlaskit/button/new';
import { useMemo, useState } from 'react';
import type { SetupPlan } from '../../../../../src/contract/defs';
import type { JiraProject } from '../../../../../src/jira/project';
import { setUp } from '../../shared/strings/en-set-up';
import { fill, fillWith, plural, pluralForm, formatCount } from '../../shared/strings/fill';
import { Skeleton } from '../../shared/ui/Skeleton';
import { ErrorState, StatePanel } from '../../shared/ui/StatePanel';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import { ApplyList } from './ApplyList';
import { Done } from './Done';
import { changesOf } from './plan-groups';
import { PlanSums, PlanTable } from './PlanTable';
import { ProjectPicker } from './ProjectPicker';
import { Stages } from './Stages';
import { useSetUp } from './useSetUp';
import styles from './SetUp.module.css';

/** Set-up for Jira admins: the plan, its changes one by one, and what comes next. Nothing is written before. */
export function SetUp() {
  const [projects, setProjects] = useState<readonly JiraProject[]>([]);
  const projectIds = useMemo(() => projects.map(({ id }) => id), [projects]);
  const { stage, plan, planError, run, start, resume, back, checkAgain } = useSetUp(projectIds);

  if (planError?.code === 'no-permission' || planError?.code === 'not-signed-in') {
    return (
      <main className={styles.page}>
        <header className={styles.header}>
          <h1 className={styles.title}>{setUp.title}</h1>
        </header>
        <StatePanel heading={setUp.notAdmin.heading}>
          <p>{setUp.notAdmin.body}</p>
        </StatePanel>
      </main>
    );
  }
  const more = () => {
    setProjects([]);
    back();
  };
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{setUp.title}</h1>
        <Stages stage={stage} failed={run?.failure !== undefined} />
      </header>
      {stage === 'plan' ? (
        <>
          <div className={styles.columns}>
            <div className={styles.main}>
              {planError === undefined ? (
                <PlanPart plan={plan} projects={projects} />
              ) : (
                <ErrorState error={planError} heading={setUp.planFailed} onRetry={checkAgain} />
              )}
            </div>
            <aside className={styles.side}>
              <div className={styles.chooser}>
                <h2 className={styles.sideHeading}>{setUp.projects.heading}</h2>
                <ProjectPicker value={projects} onChange={setProjects} />
              </div>
              <WhatItDoes />
            </aside>
          </div>
          {plan === undefined ? null : (
            <PlanFooter plan={plan} anyProject={projects.length > 0} onApply={start} onCheck={checkAgain} />
          )}
        </>
      ) : null}
      {stage === 'apply' && run !== undefined ? (
        <div className={styles.body}>
          <ApplyList run={run} projects={projects} onResume={resume} onBack={back} />
        </div>
      ) : null}
      {stage === 'done' && run !== undefined ? (
        <div className={styles.body}>
          <Done changes={run.done} onMore={more} />
        </div>
      ) : null}
    </main>
  );
}

function PlanPart({
  plan,
  projects,
}: {
  readonly plan: SetupPlan | undefined;
  readonly projects: readonly JiraProject[];
}) {
  if (plan === undefined) return <PlanPlaceholder />;
  const count = plan.items.length;
  return (
    <>
      <p className={styles.lead}>
        {plan.complete ? (
          <b>{setUp.plan.complete}</b>
        ) : (
          fillWith(pluralForm(setUp.plan.nothingWritten, count), {
            count: formatCount(count),
            nothing: <b key="nothing">{setUp.plan.nothing}</b>,
          })
        )}
      </p>
      <PlanSums items={plan.items} />
      <PlanTable plan={plan} projects={projects} />
    </>
  );
}

function PlanFooter({
  plan,
  anyProject,
  onApply,
  onCheck,
}: {
  readonly plan: SetupPlan;
  readonly anyProject: boolean;
  readonly onApply: () => void;
  readonly onCheck: () => void;
}) {
  const { items, onSite, inProjects, blocking } = changesOf(plan);
  const words = setUp.footer;
  if (blocking > 0) {
    return (
      <footer className={styles.footer}>
        <p>{plural(words.conflicts, blocking)}</p>
        <Button onClick={onCheck}>{words.checkAgain}</Button>
      </footer>
    );
  }
  if (items.length === 0) {
    return (
      <footer className={styles.footer}>
        <p>{anyProject ? words.allRight : words.chooseProject}</p>
        <Button onClick={onCheck}>{words.checkAgain}</Button>
      </footer>
    );
  }
  const site = plural(words.site, onSite);
  return (
    <footer className={styles.footer}>
      <p>
        {anyProject
          ? fill(words.both, { site, projects: plural(words.inProjects, inProjects) })
          : fill(words.siteOnly, { site })}
      </p>
      <Button appearance="primary" onClick={onApply}>
        {plural(words.apply, items.length)}
      </Button>
    </footer>
  );
}

function WhatItDoes() {
  return (
    <div className={styles.card}>
      <h3 className={styles.cardHeading}>{setUp.promise.heading}</h3>
      <ul className={styles.points}>
        {setUp.promise.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

function PlanPlaceholder() {
  return (
    <div aria-busy="true">
      <LiveText>{setUp.planning}</LiveText>
      <div className={styles.lead}>
        <Skeleton width="16rem" height="1.5rem" />
      </div>
      <div className={styles.sums}>
        <Skeleton width="20rem" height="1.25rem" />
      </div>
      <Skeleton height="17.5rem" radius="var(--ds-radius-large)" />
    </div>
  );
}
