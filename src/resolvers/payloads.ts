/**
 * What may come in. Every schema lists what it takes; anything else in a payload is dropped.
 */
import * as v from 'valibot';
import { CRITERIA_LIMITS } from '../domain/criteria/security-criteria';
import { IDEMPOTENCY_KEY, NUMERIC_ID } from '../domain/identifiers';
import { SCALE } from '../domain/level';
import { NOT_RELEVANT_REASONS, OTHER_REASON_MAX, RELEVANCES } from '../domain/relevance';

/** Jira's own limit for a summary. */
const SUMMARY_MAX = 255;
/** Stories assessed in one call: each is a write, and a function has 25 s. */
const ASSESSMENTS_MAX = 50;
/** Projects looked up or set up in one call. */
const PROJECTS_MAX = 50;

export const id = v.pipe(v.string(), v.regex(NUMERIC_ID));
export const projectIds = v.pipe(v.array(id), v.maxLength(PROJECTS_MAX));
export const idempotencyKey = v.pipe(v.string(), v.regex(IDEMPOTENCY_KEY));
export const rating = v.picklist(SCALE);
export const summary = oneLine(SUMMARY_MAX);
export const runId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
export const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,64}$/));
export const undoScope = v.union([v.literal('everything'), v.pipe(projectIds, v.minLength(1))]);

/** Steps of one plan: those of the site and of every project in it. */
const STEPS_MOST = 500;
const stepName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:]{1,80}$/));
export const stepNames = v.pipe(v.array(stepName), v.maxLength(STEPS_MOST));
export const decisions = v.pipe(
  v.record(stepName, v.picklist(['otherName', 'useTheirs', 'copy', 'changeAll'])),
  v.check((made) => Object.keys(made).length <= STEPS_MOST),
);

const [, ...afterFirst] = NOT_RELEVANT_REASONS;
const plainReasons = [
  NOT_RELEVANT_REASONS[0],
  ...afterFirst.filter((reason): reason is Exclude<typeof reason, 'other'> => reason !== 'other'),
] as const;

export const assessment = v.union([
  v.object({ relevance: v.picklist(['relevant', 'unassessed']) }),
  v.object({ relevance: v.literal('notRelevant'), reason: v.picklist(plainReasons) }),
  v.object({ relevance: v.literal('notRelevant'), reason: v.literal('own'), optionId: id }),
  v.object({ relevance: v.literal('notRelevant'), reason: v.literal('other'), text: oneLine(OTHER_REASON_MAX) }),
]);

/** One story's assessment: what is said, and what the person saw before. */
export const assessmentWish = v.object({
  issueId: id,
  assessment,
  expected: v.exactOptional(v.picklist(RELEVANCES)),
});
export const assessmentWishes = v.pipe(v.array(assessmentWish), v.minLength(1), v.maxLength(ASSESSMENTS_MAX));

/** Lines of the description. */
export const criteria = v.pipe(
  v.array(oneLine(CRITERIA_LIMITS.line)),
  v.minLength(1),
  v.maxLength(CRITERIA_LIMITS.lines),
);

/** Text on one line: trimmed, not empty. Line breaks and other control characters are refused, as Jira does. */
function oneLine(longest: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(longest),
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    v.regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/),
  );
}
