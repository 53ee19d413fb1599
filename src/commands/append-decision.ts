/**
 * Adds an entry to the decisions on a risk, with the risk's state at that moment.
 */
import type { Decision, RiskState } from '../domain/acceptance';
import { progressTotal } from '../domain/progress';
import { linksOf, personOf } from '../jira/issue-fields';
import { progressOfLinks, scoreOf, storedLevelOf } from '../reads/values';
import { appendDecision } from '../storage/decisions';
import type { RiskHere } from './risks-here';

type Without<D, K extends PropertyKey> = D extends unknown ? Omit<D, K> : never;
export type NewDecision = Without<Decision, 'version' | 'number' | 'at' | 'state'>;

/**
 * @param decisions all there are, as they were read.
 * @returns `undefined` when somebody else added one meanwhile: then everything has to be thought over.
 */
export async function append(
  here: RiskHere,
  decisions: readonly Decision[],
  now: Date,
  what: NewDecision,
): Promise<Decision | undefined> {
  const number = decisions.length + 1;
  const decision: Decision = { version: 1, number, at: now.toISOString(), state: stateOf(here), ...what };
  return (await appendDecision(here.risk.id, decision)) ? decision : undefined;
}

function stateOf({ risk: { fields }, setup }: RiskHere): RiskState {
  const progress = progressOfLinks(setup, linksOf(fields));
  return {
    inherent: scoreOf(setup, fields, 'inherent'),
    residual: scoreOf(setup, fields, 'residual'),
    level: storedLevelOf(setup, fields),
    residualLevel: storedLevelOf(setup, fields, 'residualLevel'),
    enablers: { done: progress.done, total: progressTotal(progress) },
    owned: personOf(fields, setup.fields.riskOwner) !== undefined,
  };
}
