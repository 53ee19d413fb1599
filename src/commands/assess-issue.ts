/**
 * Setting the relevance of a story that was just read: what one assessment and many have in common.
 */
import { ASSESSMENT_PROPERTY, assessmentRecord, evidenceIn } from '../domain/assessment-record';
import type { Assessment, Relevance } from '../domain/relevance';
import { textHash } from '../domain/text-hash';
import type { AssessedStory } from '../contract/defs';
import { JiraError } from '../jira/errors';
import { editIssue, fetchIssues, type JiraIssue } from '../jira/issue';
import { optionIdOf, projectOf, typeIdOf, type FieldValues } from '../jira/issue-fields';
import { assessmentOf } from '../reads/assessment-fields';
import { storyText } from '../reads/story-text';
import { relevanceOf } from '../reads/values';
import { inProject, type CommandContext, type ProjectContext } from './context';
import { Refusal } from './refusal';

export interface AssessmentWish {
  readonly assessment: Assessment;
  /** What the person saw; missing: whatever it is. */
  readonly expected?: Relevance;
}

/** A story with what holds in its project. */
export interface StoryHere {
  readonly story: JiraIssue;
  readonly here: ProjectContext;
}

/**
 * By id; stories that are gone or hidden are not among them. One request, and one more where any of them is in a
 * team-managed project, because only the issue tells which fields are its own.
 * @throws JiraError
 */
export async function readStoriesHere(
  context: CommandContext,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, StoryHere>> {
  const stories = await fetchStories(context, context.site, issueIds);
  const projectIds = [...new Set(stories.map(({ fields }) => projectOf(fields).id))];
  const heres = new Map(await Promise.all(projectIds.map(async (id) => [id, await inProject(context, id)] as const)));
  const found = await Promise.all(
    [...heres].map(async ([projectId, here]) => {
      const those = stories.filter(({ fields }) => projectOf(fields).id === projectId);
      const isOfSite = here.setup.fields.securityRelevance === context.site.fields.securityRelevance;
      const read = isOfSite
        ? those
        : await fetchStories(
            context,
            here.setup,
            those.map(({ id }) => id),
          );
      return read.map((story) => [story.id, { story, here }] as const);
    }),
  );
  return new Map(found.flat());
}

function fetchStories({ jira }: CommandContext, { fields }: ProjectContext['setup'], ids: readonly string[]) {
  const { securityRelevance, relevanceReason } = fields;
  return fetchIssues(jira, ids, {
    fields: ['summary', 'description', 'issuetype', 'project', securityRelevance, relevanceReason],
    properties: [ASSESSMENT_PROPERTY],
  });
}

/**
 * One write: both fields and the evidence, or nothing. A story that says exactly this already, with evidence of the text of
 * now, is left alone.
 * @throws Refusal `conflict` when it is not as expected; `invalid-input` for a security risk, which is not assessed, and
 * for an own reason that is not one of those of the project's settings; JiraError
 */
export async function assessIssue(
  context: CommandContext,
  { story, here }: StoryHere,
  wish: AssessmentWish,
): Promise<AssessedStory> {
  const { assessment, expected } = wish;
  if (typeIdOf(story.fields) === here.setup.riskTypeId) throw new Refusal('invalid-input');
  const values = relevanceFields(here, assessment);
  const standing = assessmentOf(here.setup, here.project, story);
  const isSaid = isSaidBy({ story, here }, standing, assessment);
  if (expected !== undefined && relevanceOf(here.setup, story.fields) !== expected) {
    if (!isSaid) throw new Refusal('conflict');
    // Said already, most likely by this very call, whose answer was lost.
    return {
      relevance: assessment.relevance,
      ...(expected === 'notRelevant' ? {} : { previous: { relevance: expected } }),
    };
  }
  const hash = textHash(storyText(story.fields));
  if (!isSaid || evidenceIn(story.properties[ASSESSMENT_PROPERTY])?.textHash !== hash) {
    const record = assessmentRecord(assessment, hash, context.now.toISOString());
    await written(context, story.id, assessment, () =>
      editIssue(context.jira, story.id, { fields: values, properties: { [ASSESSMENT_PROPERTY]: record } }),
    );
  }
  return { relevance: assessment.relevance, ...(standing === undefined ? {} : { previous: standing }) };
}

/** When the answer is lost, the issue is asked what it says. */
async function written(
  context: CommandContext,
  issueId: string,
  assessment: Assessment,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'unavailable') throw error;
    const now = await readStoriesHere(context, [issueId]).catch(() => undefined);
    const read = now?.get(issueId);
    const standing = read && assessmentOf(read.here.setup, read.here.project, read.story);
    if (read === undefined || !isSaidBy(read, standing, assessment)) throw error;
  }
}

/** Both fields say it: a reason that somebody left behind, by changing Jira's own field alone, is not part of any other answer. */
function isSaidBy(
  { story, here: { setup } }: StoryHere,
  standing: Assessment | undefined,
  assessment: Assessment,
): boolean {
  if (standing === undefined || !sameAssessment(standing, assessment)) return false;
  if (assessment.relevance === 'notRelevant' || setup.missingFields?.includes('relevanceReason')) return true;
  return optionIdOf(story.fields, setup.fields.relevanceReason) === undefined;
}

function sameAssessment(a: Assessment, b: Assessment): boolean {
  if (a.relevance !== 'notRelevant' || b.relevance !== 'notRelevant') return a.relevance === b.relevance;
  if (a.reason === 'other') return b.reason === 'other' && a.text === b.text;
  if (a.reason === 'own') return b.reason === 'own' && a.optionId === b.optionId;
  return a.reason === b.reason;
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
  // A team-managed project may do without the reason; it is kept in the record all the same.
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
