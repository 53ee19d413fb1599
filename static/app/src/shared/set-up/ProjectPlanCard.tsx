import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Decisions, PlanItem, ProjectPlan } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { GuideList } from './GuideList';
import { Lozenge } from './Lozenge';
import { Chevron, Mark } from './Marks';
import type { MarkName } from './Marks';
import { partHappens } from './part-words';
import { openSteps } from './plan-changes';
import { partOf } from './run-lines';
import { SharingChoice } from './SharingChoice';
import { sharedSchemesOf } from './sharing';
import styles from './project-card.module.css';

const words = setUp.projects;

/**
 * One project of the plan: with whom it shares, what stays to do by hand, what changes in it. `folds`: only the heading
 * shows until somebody opens it, unless there is something to decide or to do.
 */
export function ProjectPlanCard({
  planned,
  items,
  beforeApply,
  folds = false,
  onDecide,
}: {
  readonly planned: ProjectPlan;
  /** The plan's items of this project. */
  readonly items: readonly PlanItem[];
  /** The site’s own objects are still to be made. */
  readonly beforeApply: boolean;
  readonly folds?: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}) {
  const { project, teamManaged, guide = [], limits = [] } = planned;
  const shared = sharedSchemesOf(items);
  const needsSomebody = shared.length > 0 || openSteps(guide).length > 0 || items.some(({ blocked }) => blocked);
  const [toggled, setToggled] = useState(false);
  const open = toggled !== (needsSomebody || !folds);
  const id = useId();
  const kind = fill(teamManaged ? words.teamManagedOf : words.companyManagedOf, { key: project.key });
  return (
    <article className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        {/* A letter and a colour of its own tell cards apart at a glance; the name stands beside it. */}
        <span className={`${styles.avatar} ${styles[`tint${tintOf(project.id)}`]}`} aria-hidden="true">
          {project.name.trim().slice(0, 1).toUpperCase()}
        </span>
        <div className={styles.name}>
          <h3 id={id}>{project.name}</h3>
          <p className={styles.help}>{kind}</p>
        </div>
        <CardState planned={planned} items={items} shared={shared.length} />
        {folds && !needsSomebody ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-label={fill(words.whatChanges, { key: project.key })}
            onClick={() => setToggled(!toggled)}
          >
            <Chevron open={open} />
          </button>
        ) : null}
      </div>
      {open ? (
        <>
          {shared.map((schemes) => (
            <SharingChoice key={schemes.steps.join()} project={project} shared={schemes} onDecide={onDecide} />
          ))}
          {teamManaged ? <GuideList project={project} guide={guide} limits={limits} beforeApply={beforeApply} /> : null}
          <Parts projectKey={project.key} items={items} />
        </>
      ) : null}
    </article>
  );
}

function CardState({
  planned: { teamManaged, guide = [] },
  items,
  shared,
}: {
  readonly planned: ProjectPlan;
  readonly items: readonly PlanItem[];
  readonly shared: number;
}): ReactNode {
  const state = words.state;
  const changes = items.filter(({ action }) => action !== 'alreadyRight').length;
  if (teamManaged && openSteps(guide).length > 0) {
    return (
      <Lozenge look="discovery" mark="guided">
        {state.guided}
      </Lozenge>
    );
  }
  if (items.some(({ blocked }) => blocked !== undefined)) {
    return (
      <Lozenge look="danger" mark="blocked">
        {state.blocked}
      </Lozenge>
    );
  }
  if (shared > 0) {
    return (
      <Lozenge look="warning" mark="conflict">
        {items.flatMap(({ sharing = [] }) => sharing).length > 1 ? state.sharedMany : state.shared}
      </Lozenge>
    );
  }
  if (changes === 0) {
    return (
      <Lozenge look="success" mark="alreadyRight">
        {state.right}
      </Lozenge>
    );
  }
  return (
    <Lozenge look="information" mark="create">
      {plural(state.changes, changes)}
    </Lozenge>
  );
}

/** The parts of a project that change, one line each. */
function Parts({ projectKey, items }: { readonly projectKey: string; readonly items: readonly PlanItem[] }) {
  const shown = items.filter(({ action, blocked }) => action !== 'alreadyRight' || blocked !== undefined);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.parts} aria-label={fill(words.whatChanges, { key: projectKey })}>
      {shown.map((item) => {
        const part = partOf(item.step);
        return (
          <li key={item.step}>
            <Mark name={markOf(item)} />
            <span>
              {part === undefined ? item.name : words.parts[part]}
              <span className={styles.help}>{partHappens(item)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What only waits for the guide is no obstacle. */
function markOf({ action, blocked }: PlanItem): MarkName {
  if (blocked === undefined) return action;
  return blocked === 'guideFirst' ? 'waits' : 'blocked';
}

const TINTS = 4;

/** The same project always has the same colour. */
function tintOf(projectId: string): number {
  return Number(projectId.slice(-6)) % TINTS;
}
