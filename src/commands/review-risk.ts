/**
 * "Looked at, still true": a note, and the day of the next look.
 */
import type { Rating } from '../domain/level';
import { mayReviewOn, nextReviewAfter } from '../domain/review';
import { REVIEW_PROPERTY, type ReviewedState, type ReviewRecord } from '../domain/review-record';
import { progressTotal } from '../domain/progress';
import { levelOf } from '../domain/level';
import { editIssue } from '../jira/issue';
import { linksOf, statusOf } from '../jira/issue-fields';
import { progressOfLinks, storedLevelOf } from '../reads/values';
import { changedRisk } from './changed-risk';
import { commentOnce } from './comment-once';
import type { CommandContext } from './context';
import { Refusal } from './refusal';
import { riskHere, type RiskHere } from './risks-here';

export interface ReviewRiskInput {
  readonly issueId: string;
  readonly note: string;
  /** ISO day; by the level's interval when missing. */
  readonly nextReview?: string;
  readonly residual?: { readonly likelihood: Rating; readonly impact: Rating };
  readonly idempotencyKey: string;
}

/**
 * First the note, once per key; then the fields, which the same call again writes again. So a call that was cut off is
 * completed by the next one.
 * @throws Refusal `invalid-input` for an issue that is no security risk, and for a day in the past or more than a year
 * ahead; `conflict` for a risk that is closed: it is history; otherwise as `commentOnce`. JiraError
 */
export async function reviewRisk(
  context: CommandContext,
  input: ReviewRiskInput,
): Promise<{ readonly nextReview: string }> {
  const { jira, site } = context;
  const { issueId, note, residual } = input;
  const here = await riskHere(context, issueId);
  const { risk, setup, today, reviewDays } = here;
  if (statusOf(risk.fields).category === 'done') throw new Refusal('conflict');
  const nextReview = input.nextReview ?? nextReviewAfter(today, storedLevelOf(setup, risk.fields), reviewDays);
  if (!mayReviewOn(nextReview, today)) throw new Refusal('invalid-input');
  const fields = changedRisk(here, site.fields.riskOwner, { nextReview, ...(residual ? { residual } : {}) });
  const { id: commentId } = await commentOnce(jira, issueId, input.idempotencyKey, { body: note });
  const record: ReviewRecord = { version: 1, commentId, state: reviewedState(here, residual) };
  await editIssue(jira, issueId, { fields, properties: { [REVIEW_PROPERTY]: record } });
  return { nextReview };
}

function reviewedState({ risk, setup, bands }: RiskHere, residual: ReviewRiskInput['residual']): ReviewedState {
  const level = storedLevelOf(setup, risk.fields);
  const residualLevel = residual ? levelOf(residual, bands) : storedLevelOf(setup, risk.fields, 'residualLevel');
  const progress = progressOfLinks(setup, linksOf(risk.fields));
  return {
    ...(level === undefined ? {} : { level }),
    ...(residualLevel === undefined ? {} : { residualLevel }),
    enablers: { done: progress.done, total: progressTotal(progress) },
  };
}
