import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { ProjectName, SetupPlan } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { Note } from '../ui/Note';
import { Skeleton } from '../ui/Skeleton';
import { ErrorState, StatePanel } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';
import { Checking } from './CheckView';
import { CopyButton } from './CopyButton';
import type { PlanOperations } from './operations';
import { itemsOfProject, siteItems } from './plan-groups';
import { PlanFooter } from './PlanFooter';
import { PlanView } from './PlanView';
import { ProjectPlanCard } from './ProjectPlanCard';
import { useGuides } from './use-guides';
import type { Planning } from './use-plan';
import styles from './flow.module.css';

const words = setUp.plan;
/** More cards than these fold where there is nothing to decide. */
const OPEN_CARDS = 3;

/** The plan with its projects, decisions and footer; until it is there, what is being compared. */
export function PlanStage({
  planning,
  operations,
  project,
  chooser,
  chosen,
  timezone,
  takeFocus,
  starting,
  startError,
  onBack,
  onApply,
}: {
  readonly planning: Planning;
  readonly operations: PlanOperations;
  /** On a project's own page: which. */
  readonly project: ProjectName | undefined;
  readonly chooser: ReactNode;
  readonly chosen: readonly ProjectName[];
  readonly timezone: string;
  readonly takeFocus: boolean;
  readonly starting: boolean;
  readonly startError: AppError | undefined;
  readonly onBack: () => void;
  readonly onApply: () => void;
}) {
  const { plan, error, only, checkAgain } = planning;
  const guides = useGuides(plan, operations, planning.takeGuides, checkAgain);
  const ofSite = project === undefined;
  const narrowed = only !== undefined;
  const side = ofSite && !narrowed;
  if (project !== undefined && plan?.items.some(({ blocked }) => blocked === 'siteFirst')) {
    return <SiteFirst project={project} />;
  }
  return (
    <>
      <div className={side ? styles.columns : `${styles.body} ${styles.stack} ${styles.narrow}`}>
        {side ? (
          <section className={styles.chooser} aria-labelledby="set-up-projects">
            <h2 id="set-up-projects" className={styles.sideHeading}>
              {setUp.projects.heading}
            </h2>
            {chooser}
          </section>
        ) : null}
        <div className={`${styles.stack} ${styles.plan}`}>
          {planning.changed && plan !== undefined ? <Changed ofSite={ofSite} /> : null}
          {narrowed ? <Narrowed steps={only.length} onWhole={() => planning.narrow(undefined)} /> : null}
          <LiveText>{guides.news}</LiveText>
          {error === undefined ? null : <ErrorState error={error} heading={setUp.check.failed} onRetry={checkAgain} />}
          {plan === undefined && error === undefined ? <Checking ofSite={ofSite} projects={chosen.length} /> : null}
          {plan === undefined ? null : (
            <div>
              <PlanView
                plan={plan}
                narrowed={narrowed}
                updating={planning.planning}
                takeFocus={takeFocus}
                onDecide={planning.decide}
              />
            </div>
          )}
        </div>
        <div className={styles.cards}>
          <Cards planning={planning} chosen={side ? chosen : []} lost={guides.lost} />
        </div>
      </div>
      {plan === undefined ? null : (
        <PlanFooter
          plan={shownPlan(plan, side ? chosen : undefined)}
          timezone={timezone}
          anyProject={chosen.length > 0 || narrowed}
          ofSite={siteItems(plan.items).length > 0 || ofSite}
          busy={planning.planning || starting}
          error={startError}
          backLabel={narrowed ? words.backToHealth : words.back}
          onBack={onBack}
          onApply={onApply}
          onCheck={checkAgain}
        />
      )}
    </>
  );
}

/** A project that was just taken back is not counted while the newer plan is on its way. */
function shownPlan(plan: SetupPlan, chosen: readonly ProjectName[] | undefined): SetupPlan {
  if (chosen === undefined) return plan;
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    ...plan,
    items: plan.items.filter(({ projectId }) => projectId === undefined || ids.has(projectId)),
    projects: plan.projects.filter((planned) => ids.has(planned.project.id)),
  };
}

/** One card for each project; those that the plan does not know yet hold their place. */
function Cards({
  planning: { plan, only, planning, decide },
  chosen,
  lost,
}: {
  readonly planning: Planning;
  readonly chosen: readonly ProjectName[];
  readonly lost: boolean;
}) {
  const planned = new Map(plan?.projects.map((each) => [each.project.id, each]));
  const ids = only === undefined && chosen.length > 0 ? chosen.map(({ id }) => id) : [...planned.keys()];
  const shown = only === undefined && chosen.length === 0 && plan?.items.some(isOfSite) ? [] : ids;
  return (
    <>
      {lost ? (
        <p className={styles.subtle} role="status">
          {setUp.guide.lost}
        </p>
      ) : null}
      {shown.map((id) => {
        const project = planned.get(id);
        if (project !== undefined) {
          return (
            <ProjectPlanCard
              key={id}
              planned={project}
              items={itemsOfProject(plan?.items ?? [], id)}
              beforeApply={siteItems(plan?.items ?? []).some(({ action }) => action !== 'alreadyRight')}
              folds={ids.length > OPEN_CARDS}
              onDecide={decide}
            />
          );
        }
        return planning ? <Skeleton key={id} height="4.125rem" radius="var(--ds-radius-large)" /> : null;
      })}
    </>
  );
}

function isOfSite({ projectId }: { readonly projectId?: string }): boolean {
  return projectId === undefined;
}

function Changed({ ofSite }: { readonly ofSite: boolean }) {
  const { changed, changedBody, changedProject, changedProjectBody } = setUp.footer;
  return (
    <div className={styles.note} role="alert">
      <Note look="warning" heading={ofSite ? changed : changedProject}>
        <p>{ofSite ? changedBody : changedProjectBody}</p>
      </Note>
    </div>
  );
}

function Narrowed({ steps, onWhole }: { readonly steps: number; readonly onWhole: () => void }) {
  return (
    <div className={styles.note}>
      <Note look="information" heading={plural(words.onlyThis, steps)}>
        <div className={styles.noteButton}>
          <Button spacing="compact" onClick={onWhole}>
            {words.wholePlan}
          </Button>
        </div>
      </Note>
    </div>
  );
}

function SiteFirst({ project }: { readonly project: ProjectName }) {
  const { heading, body, copy, note } = setUp.siteFirst;
  return (
    <StatePanel
      heading={heading}
      actions={<CopyButton label={copy} text={() => fill(note, { project: project.key })} />}
    >
      <p>{body}</p>
    </StatePanel>
  );
}
