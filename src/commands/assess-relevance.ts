/**
 * Sets the security relevance of one story, with its reason, and keeps evidence of the text that was assessed.
 */
import { ASSESSMENT_PROPERTY, assessmentRecord } from '../domain/assessment-record';
import type { Assessment, Relevance } from '../domain/relevance';
import type { SiteSetup } from '../domain/site-setup';
import { textHash } from '../domain/text-hash';
import { plainTextOf } from '../jira/document';
import { editIssue, getIssue } from '../jira/issue';
import { summaryOf, typeIdOf, type FieldValues } from '../jira/issue-fields';
import type { CommandContext } from './context';
import { Refusal } from './refusal';

export interface AssessRelevanceInput {
  readonly issueId: string;
  readonly assessment: Assessment;
}

/**
 * One write: both fields and the evidence, or nothing. Saying the same again changes nothing that anybody counts.
 * @throws Refusal `invalid-input` for a security risk, which is not assessed; JiraError
 */
export async function assessRelevance(
  { jira, setup, now }: CommandContext,
  { issueId, assessment }: AssessRelevanceInput,
): Promise<{ readonly relevance: Relevance }> {
  const { fields } = await getIssue(jira, issueId, { fields: ['summary', 'description', 'issuetype'] });
  if (typeIdOf(fields) === setup.riskTypeId) throw new Refusal('invalid-input');
  const hash = textHash({ summary: summaryOf(fields), description: plainTextOf(fields.description) });
  await editIssue(jira, issueId, {
    fields: relevanceFields(setup, assessment),
    properties: { [ASSESSMENT_PROPERTY]: assessmentRecord(assessment, hash, now.toISOString()) },
  });
  return { relevance: assessment.relevance };
}

function relevanceFields({ fields, options }: SiteSetup, assessment: Assessment): FieldValues {
  const { securityRelevance, relevanceReason } = fields;
  switch (assessment.relevance) {
    case 'unassessed':
      return { [securityRelevance]: null, [relevanceReason]: null };
    case 'relevant':
      return { [securityRelevance]: { id: options.securityRelevance.relevant }, [relevanceReason]: null };
    case 'notRelevant':
      return {
        [securityRelevance]: { id: options.securityRelevance.notRelevant },
        [relevanceReason]: { id: options.relevanceReason[assessment.reason] },
      };
  }
}
