/**
 * Scores a security risk.
 */
import { levelOf, type Level, type Rating } from '../domain/level';
import { editIssue } from '../jira/issue';
import { changedRisk } from './changed-risk';
import type { CommandContext } from './context';
import { riskHere } from './risks-here';

export interface ScoreRiskInput {
  readonly issueId: string;
  readonly kind: 'inherent' | 'residual';
  readonly likelihood: Rating;
  readonly impact: Rating;
}

/**
 * Likelihood, impact and level, by the bands of the project, and the next review where it follows, in one write, so that
 * they never disagree.
 * @throws Refusal `invalid-input` for an issue that is no security risk; JiraError
 */
export async function scoreRisk(
  context: CommandContext,
  { issueId, kind, likelihood, impact }: ScoreRiskInput,
): Promise<{ readonly level: Level }> {
  const here = await riskHere(context, issueId);
  const score = { likelihood, impact };
  await editIssue(context.jira, issueId, {
    fields: changedRisk(here, context.site.fields.riskOwner, { [kind]: score }),
  });
  return { level: levelOf(score, here.bands) };
}
