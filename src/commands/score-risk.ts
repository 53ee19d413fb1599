/**
 * Scores a security risk.
 */
import type { Level, Rating } from '../domain/level';
import { editIssue, getIssue } from '../jira/issue';
import { projectOf, typeIdOf } from '../jira/issue-fields';
import { inProject, type CommandContext } from './context';
import { Refusal } from './refusal';
import { scoreFields } from './score-fields';

export interface ScoreRiskInput {
  readonly issueId: string;
  readonly kind: 'inherent' | 'residual';
  readonly likelihood: Rating;
  readonly impact: Rating;
}

/**
 * Likelihood, impact and level, by the bands of the project, in one write, so that they never disagree.
 * @throws Refusal `invalid-input` for an issue that is no security risk; JiraError
 */
export async function scoreRisk(
  context: CommandContext,
  { issueId, kind, likelihood, impact }: ScoreRiskInput,
): Promise<{ readonly level: Level }> {
  const risk = await getIssue(context.jira, issueId, { fields: ['issuetype', 'project'] });
  const here = await inProject(context, projectOf(risk.fields).id);
  if (typeIdOf(risk.fields) !== here.setup.riskTypeId) throw new Refusal('invalid-input');
  const { level, values } = scoreFields(here, kind, { likelihood, impact });
  await editIssue(context.jira, issueId, { fields: values });
  return { level };
}
