/**
 * Brings a risk to a status that only decisions lead to, or back from there.
 */
import type { RiskStatusKey } from '../domain/site-setup';
import { JiraError, type JiraErrorKind } from '../jira/errors';
import { getIssue } from '../jira/issue';
import { statusOf } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { doTransition, listTransitions } from '../jira/transition';
import { Refusal } from './refusal';

type Target = Extract<RiskStatusKey, 'assessed' | 'awaitingAcceptance' | 'accepted'>;

/** Where no transition leads straight to the target, by way of these, the nearest first. */
const BY_WAY_OF: Readonly<Record<Target, readonly RiskStatusKey[]>> = {
  assessed: [],
  awaitingAcceptance: ['assessed'],
  accepted: ['awaitingAcceptance', 'assessed'],
};
/** More would be a quarrel with somebody who moves it at the same time. */
const STEPS_MOST = 6;

/** What Jira says when somebody else was faster. */
const OVERTAKEN: ReadonlySet<JiraErrorKind> = new Set(['refused', 'conflict']);

/**
 * Does nothing where it is there already, so that it may be called again after anything.
 * @param jira as the app: those who decide often may not move a risk themselves. Only after the decision was written, or
 * where none holds.
 * @throws Refusal `conflict` where the workflow offers no way; JiraError
 */
export async function bringRisk(
  jira: JiraRequest,
  statusIds: Readonly<Record<RiskStatusKey, string>>,
  riskId: string,
  target: Target,
): Promise<void> {
  let overtaken: JiraError | undefined;
  for (let step = 0; step < STEPS_MOST; step += 1) {
    const { fields } = await getIssue(jira, riskId, { fields: ['status'] });
    const { id: nowId } = statusOf(fields);
    if (nowId === statusIds[target]) return;
    const offered = await listTransitions(jira, riskId);
    const way = [target, ...BY_WAY_OF[target]]
      .filter((key) => statusIds[key] !== nowId)
      .map((key) => offered.find(({ to }) => to.id === statusIds[key]))
      .find((transition) => transition !== undefined);
    if (way === undefined) throw new Refusal('conflict');
    try {
      await doTransition(jira, riskId, way.id);
    } catch (error) {
      if (!(error instanceof JiraError) || !OVERTAKEN.has(error.kind) || overtaken !== undefined) throw error;
      overtaken = error;
    }
  }
  throw overtaken ?? new Refusal('conflict');
}
