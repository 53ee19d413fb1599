/**
 * Scores a security risk.
 */
import type { Level, Rating } from '../domain/level';
import { editIssue, getIssue } from '../jira/issue';
import { typeIdOf } from '../jira/issue-fields';
import type { CommandContext } from './context';
import { Refusal } from './refusal';
import { scoreFields } from './score-fields';

export interface ScoreRiskInput {
  readonly issueId: string;
  readonly kind: 'inherent' | 'residual';
  readonly likelihood: Rating;
  readonly impact: Rating;
}

/**
 * Likelihood, impact and level in one write, so that they never disagree.
 * @throws Refusal `invalid-input` for an issue that is no security risk; JiraError
 */
export async function scoreRisk(
  { jira, setup }: CommandContext,
  { issueId, kind, likelihood, impact }: ScoreRiskInput,
): Promise<{ readonly level: Level }> {
  const risk = await getIssue(jira, issueId, { fields: ['issuetype'] });
  if (typeIdOf(risk.fields) !== setup.riskTypeId) throw new Refusal('invalid-input');
  const { level, values } = scoreFields(setup, kind, { likelihood, impact });
  await editIssue(jira, issueId, { fields: values });
  return { level };
}
