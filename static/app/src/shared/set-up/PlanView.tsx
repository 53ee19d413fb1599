import type { ReactNode } from 'react';
import type { Decisions, PlanItem, SetupPlan } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fillWith, formatCount, pluralForm } from '../strings/fill';
import type { Plural } from '../strings/fill';
import { LiveText } from '../ui/VisuallyHidden';
import { Heading } from './Heading';
import { Mark } from './Marks';
import { changesOf } from './plan-changes';
import { countActions, siteItems, SUM_ORDER } from './plan-groups';
import { PlanTable } from './PlanTable';
import styles from './plan.module.css';

const words = setUp.plan;

/** The plan for the site: how much, of which sort, and every object in a table. Nothing is written by looking. */
export function PlanView({
  plan,
  narrowed,
  updating,
  takeFocus,
  onDecide,
}: {
  readonly plan: SetupPlan;
  /** Only the plan of a fault. */
  readonly narrowed: boolean;
  /** A newer plan is on its way. */
  readonly updating: boolean;
  /** The plan was asked for on this page: its heading takes the focus. */
  readonly takeFocus: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}) {
  const items = siteItems(plan.items);
  return (
    <>
      <Heading look="lead" takeFocus={takeFocus}>
        {leadOf(plan, items.length, narrowed)}
      </Heading>
      <LiveText>{updating ? words.updating : ''}</LiveText>
      {items.length === 0 ? null : (
        <>
          <PlanSums items={items} />
          <PlanTable items={items} onDecide={onDecide} />
        </>
      )}
    </>
  );
}

/** Objects of the site are counted; a plan for one project alone counts its changes. */
function leadOf(plan: SetupPlan, ofSite: number, narrowed: boolean): ReactNode {
  if (plan.complete) return <b>{narrowed ? words.completeOnly : words.complete}</b>;
  const { total } = changesOf(plan);
  if (ofSite === 0 && total === 0) return <b>{words.nothingYet}</b>;
  const [forms, count] = ofSite > 0 ? [words.objects, ofSite] : [words.changes, total];
  return fillWith<string, ReactNode>(pluralForm(forms, count), {
    count: formatCount(count),
    nothing: <b key="nothing">{words.nothing}</b>,
  });
}

/** The whole plan in one line, each count with its mark. */
function PlanSums({ items }: { readonly items: readonly PlanItem[] }) {
  const counts = countActions(items);
  return (
    <ul className={styles.sums}>
      {SUM_ORDER.filter((action) => counts[action] > 0).map((action) => (
        <li key={action}>
          <Mark name={action} />
          <span>
            <Count forms={words.sums[action]} count={counts[action]} />
            {action === 'conflict' ? `, ${words.conflictBelow}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "23 to create", the number bold. */
export function Count({ forms, count }: { readonly forms: Plural; readonly count: number }) {
  return fillWith<string, ReactNode>(pluralForm(forms, count), { count: <b key="count">{formatCount(count)}</b> });
}
