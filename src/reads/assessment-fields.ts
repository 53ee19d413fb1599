/**
 * What stands in a story's two fields and in the record beside them, as an assessment.
 */
import { ASSESSMENT_PROPERTY, reasonTextIn } from '../domain/assessment-record';
import { NOT_RELEVANT_REASONS, type Assessment, type NotRelevantReason } from '../domain/relevance';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { JiraIssue } from '../jira/issue';
import { optionOf } from '../jira/issue-fields';
import type { StoryView } from './story-view';
import { meaningOf, relevanceOf } from './values';

/** Why a story is not relevant; nothing of a story that is. */
export function reasonIn(
  setup: SiteSetup,
  { fields, properties }: JiraIssue,
): Pick<StoryView, 'reason' | 'ownReason' | 'reasonText'> {
  const none = { reason: undefined, ownReason: undefined, reasonText: undefined };
  if (relevanceOf(setup, fields) !== 'notRelevant') return none;
  const record = properties[ASSESSMENT_PROPERTY];
  // A team-managed project may do without the field; then the record is all there is.
  const withoutField = setup.missingFields?.includes('relevanceReason') === true;
  const chosen = withoutField ? undefined : optionOf(fields, setup.fields.relevanceReason);
  const reason = withoutField ? recordedReason(record) : meaningOf(setup.options.relevanceReason, chosen?.id);
  return {
    reason,
    ownReason: chosen !== undefined && reason === undefined ? { optionId: chosen.id, text: chosen.value } : undefined,
    reasonText: reason === 'other' ? reasonTextIn(record) : undefined,
  };
}

function recordedReason(record: unknown): NotRelevantReason | undefined {
  if (typeof record !== 'object' || record === null || !('reason' in record)) return undefined;
  if (!('relevance' in record) || record.relevance !== 'notRelevant') return undefined;
  return NOT_RELEVANT_REASONS.find((reason) => reason === record.reason);
}

/**
 * What somebody would have to say to have the story assessed like this. `undefined` where nobody can: without a reason,
 * with one that the project does not offer any more, with `other` and no sentence.
 */
export function assessmentOf(
  setup: SiteSetup,
  project: ProjectSetup | undefined,
  issue: JiraIssue,
): Assessment | undefined {
  const relevance = relevanceOf(setup, issue.fields);
  if (relevance !== 'notRelevant') return { relevance };
  const { reason, ownReason, reasonText } = reasonIn(setup, issue);
  if (reason === 'other') return reasonText === undefined ? undefined : { relevance, reason, text: reasonText };
  if (reason !== undefined) return { relevance, reason };
  const offered = project?.settings.reasons.some(
    (choice) => choice.kind === 'own' && choice.optionId === ownReason?.optionId,
  );
  return ownReason !== undefined && offered === true
    ? { relevance, reason: 'own', optionId: ownReason.optionId }
    : undefined;
}
