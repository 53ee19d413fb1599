import { useState } from 'react';
import type { Decisions, PlanItem } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, formatCount } from '../strings/fill';
import { ConflictChoice } from './ConflictChoice';
import { happensTo } from './happens';
import { Lozenge } from './Lozenge';
import type { LozengeLook } from './Lozenge';
import { Chevron } from './Marks';
import { commonAction, groupsOf, opensByItself, rowsOf } from './plan-groups';
import type { PlanGroup } from './plan-groups';
import { actionWord, sumText } from './plan-text';
import styles from './plan.module.css';

const words = setUp.plan;

/** Every object of the plan, folded by group. A group opens by itself where somebody has to decide. */
export function PlanTable({
  items,
  onDecide,
}: {
  readonly items: readonly PlanItem[];
  readonly onDecide: (decisions: Decisions) => void;
}) {
  const groups = groupsOf(items);
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption>{words.caption}</caption>
        <colgroup>
          <col className={styles.objectColumn} />
          <col className={styles.planColumn} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.columns.object}</th>
            <th scope="col">{words.columns.plan}</th>
            <th scope="col">{words.columns.what}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.id} group={group} alone={groups.length === 1} onDecide={onDecide} />
        ))}
      </table>
    </div>
  );
}

function Group({
  group,
  alone,
  onDecide,
}: {
  readonly group: PlanGroup;
  readonly alone: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}) {
  const [toggled, setToggled] = useState(false);
  const [whole, setWhole] = useState(false);
  const open = toggled !== (alone || opensByItself(group));
  const { shown, folded } = rowsOf(group);
  return (
    <tbody>
      <tr className={styles.groupRow}>
        <th scope="rowgroup" colSpan={3}>
          <button type="button" aria-expanded={open} onClick={() => setToggled(!toggled)}>
            <Chevron open={open} />
            <span className={styles.groupName}>
              {words.groups[group.id]} <span className={styles.count}>{formatCount(group.items.length)}</span>
            </span>
            <span className={styles.groupSum}>{sumText(group.items)}</span>
          </button>
        </th>
      </tr>
      {open
        ? [...shown, ...(whole ? folded : [])].map((item) => (
            <ItemRows key={item.step} item={item} onDecide={onDecide} />
          ))
        : null}
      {open && folded.length > 0 ? (
        <tr className={styles.moreRow}>
          <td colSpan={3}>
            <button type="button" className={styles.textButton} aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? words.fewer : moreWords(folded)}
            </button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** Names in the line that stands for the folded rows. */
const NAMED = 3;

/** "9 more to create: Residual likelihood, Residual impact, Risk level …" */
function moreWords(folded: readonly PlanItem[]): string {
  const names = folded
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  return fill(words.more[commonAction(folded)], {
    count: formatCount(folded.length),
    names: folded.length > NAMED ? `${names} …` : names,
  });
}

function ItemRows({ item, onDecide }: { readonly item: PlanItem; readonly onDecide: (decisions: Decisions) => void }) {
  const { conflict } = item;
  const decidable = item.action === 'conflict' && conflict !== undefined;
  const marked = item.action === 'conflict' || item.blocked !== undefined;
  return (
    <>
      <tr className={marked ? styles.conflictRow : undefined}>
        <th scope="row">{item.name}</th>
        <td>
          <ActionLozenge item={item} />
        </td>
        <td>
          <Happens item={item} />
        </td>
      </tr>
      {decidable ? (
        <tr className={`${styles.conflictRow} ${styles.decisionRow}`}>
          <td colSpan={3}>
            <ConflictChoice item={item} conflict={conflict} onDecide={onDecide} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

const LOOKS: Readonly<Record<PlanItem['action'], LozengeLook>> = {
  create: 'information',
  repair: 'information',
  adopt: 'discovery',
  alreadyRight: 'success',
  conflict: 'warning',
};

export function ActionLozenge({ item }: { readonly item: PlanItem }) {
  const blocked = item.blocked !== undefined;
  return (
    <Lozenge look={blocked ? 'danger' : LOOKS[item.action]} mark={blocked ? 'blocked' : item.action}>
      {actionWord(item)}
    </Lozenge>
  );
}

/** What happens to an object; what Jira will show is bold. */
export function Happens({ item }: { readonly item: PlanItem }) {
  return happensTo(item).map((piece, index) =>
    typeof piece === 'string' ? piece : <b key={`${index}${piece.strong}`}>{piece.strong}</b>,
  );
}
