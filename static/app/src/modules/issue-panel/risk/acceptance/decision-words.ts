/**
 * Decisions in words. Pure.
 */
import type { Decision, RiskState } from '../../../../../../../src/domain/acceptance';
import { progressTotal } from '../../../../../../../src/domain/progress';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';

type Shown = Pick<RiskState, 'level' | 'residualLevel' | 'enablers' | 'owned'>;

export function stateOf({ level, residualLevel, progress, owner }: RiskView): Shown {
  return {
    level,
    residualLevel,
    enablers: { done: progress.done, total: progressTotal(progress) },
    owned: owner !== undefined,
  };
}

/** “level Medium, residual Medium, 1 of 1 enablers done, owned”. */
export function stateWords({ level, residualLevel, enablers, owned }: Shown): string {
  const words = acceptance.state;
  return [
    fill(words.level, { level: level ?? words.notScored }),
    fill(words.residual, { level: residualLevel ?? words.notScored }),
    fill(words.enablers, enablers),
    owned ? words.owned : words.unowned,
  ].join(', ');
}

/** What became another between two moments; empty where nothing did. */
export function changeWords(was: Shown, is: Shown): string {
  const words = acceptance.decide;
  const parts = [
    was.level === is.level
      ? undefined
      : fill(words.level, { was: was.level ?? words.nothing, is: is.level ?? words.nothing }),
    was.residualLevel === is.residualLevel
      ? undefined
      : fill(words.residual, { was: was.residualLevel ?? words.nothing, is: is.residualLevel ?? words.nothing }),
    was.enablers.done === is.enablers.done && was.enablers.total === is.enablers.total
      ? undefined
      : fill(words.enablers, {
          wasDone: was.enablers.done,
          wasTotal: was.enablers.total,
          isDone: is.enablers.done,
          isTotal: is.enablers.total,
        }),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** A request made while an acceptance held asks to extend it. */
export function kindWords(decision: Decision, before: readonly Decision[]): string {
  const words = acceptance.kinds;
  if (decision.kind !== 'asked') return words[decision.kind];
  const last = before.filter(({ kind }) => kind === 'accepted' || kind === 'expired' || kind === 'ended').at(-1);
  return last?.kind === 'accepted' ? words.extended : words.asked;
}
