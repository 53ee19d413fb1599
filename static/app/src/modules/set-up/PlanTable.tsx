import { useState } from 'react';
import type { PlanItem, SetupPlan } from '../../../../../src/contract/defs';
import { setUp } from '../../shared/strings/en-set-up';
import { formatCount, plural } from '../../shared/strings/fill';
import { Chevron, Mark } from './Icons';
import { countActions, groupsOf, PLAN_ACTIONS } from './plan-groups';
import type { NamedProject, PlanGroup } from './plan-groups';
import styles from './SetUp.module.css';

/** Every object of the plan, folded by group. A group with a conflict opens by itself. */
export function PlanTable({
  plan,
  projects,
}: {
  readonly plan: SetupPlan;
  readonly projects: readonly NamedProject[];
}) {
  const { object, plan: column, what } = setUp.plan.columns;
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <colgroup>
          <col className={styles.objectColumn} />
          <col className={styles.planColumn} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{object}</th>
            <th scope="col">{column}</th>
            <th scope="col">{what}</th>
          </tr>
        </thead>
        {groupsOf(plan.items, projects).map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </table>
    </div>
  );
}

function Group({ group }: { readonly group: PlanGroup }) {
  const counts = countActions(group.items);
  const [toggled, setToggled] = useState(false);
  const open = toggled !== counts.conflict > 0;
  return (
    <tbody>
      <tr className={styles.groupRow}>
        <th scope="rowgroup" colSpan={3}>
          <button type="button" aria-expanded={open} onClick={() => setToggled(!toggled)}>
            <Chevron open={open} />
            <span>
              {group.name} <span className={styles.count}>{formatCount(group.items.length)}</span>
            </span>
            <span className={styles.groupSum}>{sumOf(counts)}</span>
          </button>
        </th>
      </tr>
      {open ? group.items.map((item) => <Row key={item.step} item={item} ofProject={group.ofProject} />) : null}
    </tbody>
  );
}

function Row({ item, ofProject }: { readonly item: PlanItem; readonly ofProject: boolean }) {
  const happens = ofProject ? setUp.plan.projectHappens : setUp.plan.happens;
  return (
    <tr className={item.action === 'conflict' ? styles.conflictRow : undefined}>
      <th scope="row">{item.name}</th>
      <td>
        <span className={`${styles.lozenge} ${styles[`${item.action}Lozenge`]}`}>
          <Mark name={item.action} />
          {setUp.plan.actions[item.action]}
        </span>
      </td>
      <td>{item.action === 'conflict' ? item.reason : happens[item.action]}</td>
    </tr>
  );
}

/** "11 to create, 2 to adopt, 1 conflict" */
function sumOf(counts: ReturnType<typeof countActions>): string {
  return PLAN_ACTIONS.filter((action) => counts[action] > 0)
    .map((action) => plural(setUp.plan.sums[action], counts[action]))
    .join(', ');
}

/** The whole plan in one line, each count with its mark. */
export function PlanSums({ items }: { readonly items: readonly PlanItem[] }) {
  const counts = countActions(items);
  return (
    <ul className={styles.sums}>
      {PLAN_ACTIONS.filter((action) => counts[action] > 0).map((action) => (
        <li key={action}>
          <Mark name={action} />
          {plural(setUp.plan.sums[action], counts[action])}
        </li>
      ))}
    </ul>
  );
}
