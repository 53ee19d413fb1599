import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { ProjectName, SetupRun } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import { Checking, CheckView } from './CheckView';
import { DoneView } from './DoneView';
import { Busy, Denied, DENIED, Elsewhere } from './FlowNotices';
import { HealthView } from './HealthView';
import type { CheckHealth, PlanOperations, RunOperations, UndoOperations } from './operations';
import { PlanStage } from './PlanStage';
import { isActive, isOpen } from './run-lines';
import { RunView } from './RunView';
import type { RunOrigin } from './RunView';
import { Stages } from './Stages';
import type { Stage } from './Stages';
import { Tabs } from '../ui/Tabs';
import { UndoResultNote } from './UndoResultNote';
import { UndoView } from './UndoView';
import { usePlan } from './use-plan';
import { useRun } from './use-run';
import styles from './flow.module.css';

export interface SetUpFlowProps {
  /** The page's own heading; missing where the page around it has one. */
  readonly title?: string;
  /** Set-up of this project alone; missing for the whole site. */
  readonly project?: ProjectName;
  readonly timezone: string;
  readonly planOperations: PlanOperations;
  readonly runOperations: RunOperations;
  readonly checkHealth: CheckHealth;
  /** Missing until it is chosen what to undo. */
  readonly undoOperations: UndoOperations | undefined;
  readonly undoChooser?: ReactNode;
  /** Chooses projects, on the site's page. */
  readonly chooser?: ReactNode;
  readonly chosen: readonly ProjectName[];
  /** Chooses other projects after a run; missing on a project's own page. */
  readonly onMore?: () => void;
  /** A run that does not go on was left for a new plan. */
  readonly onLeft?: (run: SetupRun) => void;
  /** A run of set-up was watched to its end. */
  readonly onReady?: (() => void) | undefined;
  /** A tab of its own, on the site's page: what goes on beside set-up. */
  readonly support?: ReactNode;
}

const TABS = (['setUp', 'health', 'undo', 'support'] as const).map((id) => ({ id, label: setUp.tabs[id] }));
type TabName = (typeof TABS)[number]['id'];
/** No run has this id: whichever run there is, is not on screen. */
const NO_RUN = '';

/** Set-up from check to done, its health and its undo, for the site or for one project. */
export function SetUpFlow(props: SetUpFlowProps) {
  const { title, project, timezone, planOperations, runOperations, checkHealth, chosen, onMore, onLeft, onReady } =
    props;
  const watched = useRun(runOperations);
  const [tab, setTab] = useState<TabName | undefined>(undefined);
  /** The run on screen, where it is not the one that was there when the page opened. */
  const [wantedRun, setWantedRun] = useState<string | undefined>(undefined);
  const [origin, setOrigin] = useState<RunOrigin>('found');
  const [resting, setResting] = useState(false);
  /** What is on screen came by a button that is gone: its heading takes the focus. */
  const [byButton, setByButton] = useState(false);
  const [starting, setStarting] = useState(false);
  const [startError, setStartError] = useState<AppError | undefined>(undefined);

  const { asked, run } = watched;
  const accepted = wantedRun ?? watched.firstId;
  const shown = run !== undefined && run.id === accepted && (isOpen(run) || watched.seenGoing) ? run : undefined;
  const [applied, undone] = [shown?.kind === 'apply' ? shown : undefined, shown?.kind === 'undo' ? shown : undefined];
  const tabs = TABS.filter(({ id }) => id !== 'support' || props.support !== undefined);
  const open = tab ?? (undone === undefined ? 'setUp' : 'undo');
  const elsewhere = asked && isActive(run) && run?.id !== accepted ? run : undefined;
  const wanted = asked && open === 'setUp' && applied === undefined && !resting && !isActive(undone);
  const planning = usePlan(planOperations, wanted);

  // Where a run that is being watched ends or stops, the focus follows: its buttons are others from then on.
  const shownState = shown === undefined ? '' : `${shown.id} ${shown.state}`;
  const [lastState, setLastState] = useState(shownState);
  if (shownState !== lastState) {
    setLastState(shownState);
    const watching = open === (shown?.kind === 'undo' ? 'undo' : 'setUp');
    if (lastState !== '' && shown !== undefined && !isActive(shown) && watching) setByButton(true);
  }

  const finished = applied?.state === 'done';
  useEffect(() => {
    if (finished) onReady?.();
  }, [finished, onReady]);

  const go = (to: TabName) => {
    setByButton(true);
    setTab(to);
  };
  const byTab = (to: TabName) => {
    setByButton(false);
    setTab(to);
  };
  const leave = () => {
    setByButton(true);
    if (run !== undefined) onLeft?.(run);
    setWantedRun(NO_RUN);
  };
  /** Leaves a finished run for a plan of everything, and does what comes with it. */
  const startOver = (then?: () => void) => () => {
    planning.narrow(undefined);
    leave();
    then?.();
  };
  const showRun = (started: SetupRun, how: RunOrigin) => {
    setByButton(true);
    setOrigin(how);
    setWantedRun(started.id);
    watched.show(started);
  };
  const apply = async () => {
    if (planning.plan === undefined) return;
    setStarting(true);
    setStartError(undefined);
    const before = await watched.ask();
    const { decisions, only, plan } = planning;
    const answer = await planOperations.start({ decisions, only, digest: plan.digest });
    setStarting(false);
    if (answer.ok) showRun(answer.value, isActive(before) && before?.id === answer.value.id ? 'joined' : 'started');
    else if (answer.error.code === 'conflict') planning.siteChanged();
    else setStartError(answer.error);
  };
  const fix = (step: string) => {
    planning.narrow([step]);
    setResting(false);
    setWantedRun(NO_RUN);
    go('setUp');
  };
  const back = () => {
    setStartError(undefined);
    if (planning.only === undefined) {
      setByButton(true);
      setResting(true);
    } else {
      planning.narrow(undefined);
      go('health');
    }
  };

  const denied = [watched.lost, planning.error].find((error) => error !== undefined && DENIED.has(error.code));
  const stage: Stage =
    applied === undefined ? (planning.plan === undefined || resting ? 'check' : 'plan') : finished ? 'done' : 'apply';
  return (
    <div className={`${styles.flow} ${title === undefined ? styles.inset : ''}`}>
      <header className={styles.header}>
        {title === undefined ? null : <h1 className={styles.title}>{title}</h1>}
        {denied === undefined && open === 'setUp' ? (
          <Stages stage={stage} stopped={applied?.state === 'failed'} />
        ) : null}
      </header>
      {denied === undefined ? (
        <Tabs label={setUp.tabs.label} tabs={tabs} open={open} onOpen={byTab}>
          {elsewhere === undefined ? null : (
            <Elsewhere
              run={elsewhere}
              onShow={() => {
                showRun(elsewhere, 'found');
                go(elsewhere.kind === 'undo' ? 'undo' : 'setUp');
              }}
            />
          )}
          {contentOf(open)}
        </Tabs>
      ) : (
        <Denied project={project} />
      )}
    </div>
  );

  function contentOf(which: TabName): ReactNode {
    switch (which) {
      case 'setUp':
        return setUpTab();
      case 'health':
        return healthTab();
      case 'undo':
        return undoTab();
      case 'support':
        return props.support;
    }
  }

  function setUpTab(): ReactNode {
    if (applied !== undefined && !finished) return runView(applied, () => go('undo'));
    if (applied !== undefined) {
      return (
        <DoneView
          run={applied}
          timezone={timezone}
          heading={planning.only === undefined ? doneHeading(project) : setUp.done.headingFix}
          takeFocus={byButton}
          onMore={onMore === undefined ? undefined : startOver(onMore)}
          onPlan={startOver()}
          onHealth={startOver(() => go('health'))}
        />
      );
    }
    if (isActive(undone)) return <Busy heading={setUp.run.undoing} onShow={() => go('undo')} />;
    if (!asked) return body(<Checking ofSite={project === undefined} projects={chosen.length} />);
    if (resting) {
      return body(
        <CheckView
          ofSite={project === undefined}
          projects={chosen.length}
          takeFocus={byButton}
          onCheck={() => {
            setByButton(true);
            setResting(false);
          }}
        />,
      );
    }
    return (
      <PlanStage
        planning={planning}
        operations={planOperations}
        project={project}
        chooser={props.chooser}
        chosen={chosen}
        timezone={timezone}
        takeFocus={byButton}
        starting={starting}
        startError={startError}
        onBack={back}
        onApply={() => void apply()}
      />
    );
  }

  function healthTab(): ReactNode {
    return (
      <HealthView
        check={checkHealth}
        timezone={timezone}
        project={project}
        takeFocus={byButton}
        onFix={fix}
        onSetUp={() => go('setUp')}
      />
    );
  }

  function undoTab(): ReactNode {
    if (undone !== undefined && undone.state !== 'done') return runView(undone, undefined);
    if (isActive(applied)) return <Busy heading={setUp.run.applying} onShow={() => go('setUp')} />;
    return (
      <UndoView
        operations={props.undoOperations}
        chooser={props.undoChooser}
        takeFocus={byButton}
        result={undone === undefined ? null : <UndoResultNote run={undone} />}
        onStarted={(started) => showRun(started, 'started')}
        onSetUp={() => go('setUp')}
      />
    );
  }

  function runView(of: SetupRun, onUndo: (() => void) | undefined): ReactNode {
    return (
      <RunView
        watched={watched}
        run={of}
        origin={origin}
        takeFocus={byButton}
        timezone={timezone}
        planOperations={planOperations}
        onUndo={onUndo}
        onPlan={leave}
      />
    );
  }
}

function body(children: ReactNode): ReactNode {
  return <div className={`${styles.body} ${styles.narrow}`}>{children}</div>;
}

function doneHeading(project: ProjectName | undefined): string {
  return project === undefined ? setUp.done.heading : fill(setUp.done.headingProject, { project: project.name });
}
