import type { Decisions, NameConflict, PlanItem } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import { Choice } from './Choice';
import { aboutConflict } from './conflict-words';
import { wordKind } from './happens';
import styles from './plan.module.css';

const words = setUp.conflict;

/** Somebody else's object has our name: what it is, and what to do about it. The safe answer is chosen. */
export function ConflictChoice({
  item,
  conflict,
  onDecide,
}: {
  readonly item: PlanItem;
  readonly conflict: NameConflict;
  readonly onDecide: (decisions: Decisions) => void;
}) {
  const kind = wordKind(item.kind);
  const { unsuitable } = conflict;
  // A second status of the same meaning would be worse than sharing one; anything else is safer beside theirs.
  const theirsIsSafe = kind === 'status' && unsuitable === undefined;
  return (
    <div className={styles.conflict}>
      <p>{aboutConflict(item, conflict)}</p>
      <Choice
        legend={fill(words.legend, { name: item.name })}
        chosen={conflict.chosen}
        onChoose={(chosen) => onDecide({ [item.step]: chosen })}
        options={[
          {
            value: 'otherName',
            label: fill(words.otherName, { name: conflict.otherName }),
            why: recommended(words.otherNameWhy[kind], !theirsIsSafe),
          },
          {
            value: 'useTheirs',
            label: words.useTheirs[kind],
            why:
              unsuitable === undefined
                ? recommended(words.useTheirsWhy[kind], theirsIsSafe)
                : fill(words.notPossible, { reason: words.unsuitable[unsuitable] }),
            impossible: unsuitable !== undefined,
          },
        ]}
      />
    </div>
  );
}

function recommended(why: string, safe: boolean): string {
  return safe ? fill(words.recommended, { why }) : why;
}
