import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { Result } from '../../../../../src/contract/result';
import type { PlanItem } from '../../../../../src/contract/set-up';
import { common } from '../strings/en-common';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import { Skeleton } from '../ui/Skeleton';
import type { PlanOperations } from './operations';
import { partHappens } from './part-words';
import { ActionLozenge, Happens } from './PlanTable';
import { stepWords } from './run-lines';
import styles from './run.module.css';

const words = setUp.run;

/** How the object of a failed step stands now, planned anew, and whether Resume is enough. */
export function StepNow({
  step,
  operations,
  onPlan,
}: {
  readonly step: string;
  readonly operations: PlanOperations;
  readonly onPlan: () => void;
}) {
  const [now, setNow] = useState<Result<readonly PlanItem[]> | undefined>(undefined);
  useEffect(() => {
    let left = false;
    void operations.plan({ decisions: {}, only: [step] }).then((answer) => {
      if (!left) setNow(answer.ok ? { ok: true, value: answer.value.items } : answer);
    });
    return () => {
      left = true;
    };
  }, [step, operations]);
  return (
    <div className={styles.now} role="status">
      <p className={styles.nowHeading}>{words.nowPlanned}</p>
      {now === undefined ? <Skeleton height="1.25rem" /> : <Shown now={now} onPlan={onPlan} />}
    </div>
  );
}

function Shown({ now, onPlan }: { readonly now: Result<readonly PlanItem[]>; readonly onPlan: () => void }) {
  if (!now.ok) return <p>{fill(words.notShown, { reason: common.errors[now.error.code].heading })}</p>;
  const conflict = now.value.some(({ action, blocked }) => action === 'conflict' || blocked !== undefined);
  const right = now.value.every(({ action }) => action === 'alreadyRight');
  return (
    <>
      {now.value.map((item) => (
        <p key={item.step} className={styles.nowItem}>
          <ActionLozenge item={item} />
          <span>
            {stepWords(item)}: {item.kind === 'project' ? partHappens(item) : <Happens item={item} />}
          </span>
        </p>
      ))}
      <p>{conflict ? words.nowConflict : right ? words.nowAlreadyRight : words.nowResume}</p>
      {conflict ? (
        <div>
          <Button spacing="compact" onClick={onPlan}>
            {words.backToPlan}
          </Button>
        </div>
      ) : null}
    </>
  );
}
