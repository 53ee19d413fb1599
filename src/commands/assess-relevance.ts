/**
 * Sets the security relevance of one story, with its reason, and keeps evidence of the text that was assessed.
 */
import { ASSESSMENT_PROPERTY, assessmentRecord } from '../domain/assessment-record';
import type { Assessment, Relevance } from '../domain/relevance';
import { textHash } from '../domain/text-hash';
import { plainTextOf } from '../jira/document';
import { editIssue, getIssue } from '../jira/issue';
import { projectOf, summaryOf, typeIdOf, type FieldValues } from '../jira/issue-fields';
import { inProject, type CommandContext, type ProjectContext } from './context';
import { Refusal } from './refusal';

export interface AssessRelevanceInput {
  readonly issueId: string;
  readonly assessment: Assessment;
}

/**
 * One write: both fields and the evidence, or nothing. Saying the same again changes nothing that anybody counts.
 * @throws Refusal `invalid-input` for a security risk, which is not assessed, and for an own reason that is not one of
 * those of the project's settings; JiraError
 */
export async function assessRelevance(
  context: CommandContext,
  { issueId, assessment }: AssessRelevanceInput,
): Promise<{ readonly relevance: Relevance }> {
  const { jira, now } = context;
  const { fields } = await getIssue(jira, issueId, { fields: ['summary', 'description', 'issuetype', 'project'] });
  const here = await inProject(context, projectOf(fields).id);
  if (typeIdOf(fields) === here.setup.riskTypeId) throw new Refusal('invalid-input');
  const hash = textHash({ summary: summaryOf(fields), description: plainTextOf(fields.description) });
  await editIssue(jira, issueId, {
    fields: relevanceFields(here, assessment),
    properties: { [ASSESSMENT_PROPERTY]: assessmentRecord(assessment, hash, now.toISOString()) },
  });
  return { relevance: assessment.relevance };
}

function relevanceFields({ setup, project }: ProjectContext, assessment: Assessment): FieldValues {
  const { fields, options, missingFields } = setup;
  const relevance =
    assessment.relevance === 'unassessed' ? null : { id: options.securityRelevance[assessment.relevance] };
  const values = {
    [fields.securityRelevance]: relevance,
    [fields.relevanceReason]:
      assessment.relevance === 'notRelevant' ? { id: reasonOption(setup, project, assessment) } : null,
  };
  // A team-managed project may do without the reason; the sentence for `other` is kept all the same.
  if (!missingFields?.includes('relevanceReason')) return values;
  return { [fields.securityRelevance]: relevance };
}

type NotRelevant = Extract<Assessment, { readonly relevance: 'notRelevant' }>;

function reasonOption(
  { options }: ProjectContext['setup'],
  project: ProjectContext['project'],
  assessment: NotRelevant,
): string {
  if (assessment.reason !== 'own') return options.relevanceReason[assessment.reason];
  const { optionId } = assessment;
  const offered = project?.settings.reasons.some((reason) => reason.kind === 'own' && reason.optionId === optionId);
  if (offered !== true) throw new Refusal('invalid-input');
  return optionId;
}
