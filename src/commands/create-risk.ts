/**
 * Makes a security risk from a story and links it; the same key twice makes one.
 */
import type { CreatedIssue } from '../contract/defs';
import type { Rating } from '../domain/level';
import type { LinkVerb } from '../domain/link-verb';
import { JiraError } from '../jira/errors';
import { createIssue, getIssue, type JiraIssue } from '../jira/issue';
import { linksOf, projectOf, typeIdOf, type FieldValues } from '../jira/issue-fields';
import { createLink } from '../jira/issue-link';
import { inProject, type CommandContext, type ProjectContext } from './context';
import { findMadeIssue } from './find-made-issue';
import { linkFor, standingLink } from './link-verbs';
import { makeOnce } from './make-once';
import { Refusal } from './refusal';
import { scoreFields } from './score-fields';

export interface CreateRiskInput {
  readonly storyId: string;
  readonly verb: Extract<LinkVerb, 'isExposedTo' | 'reduces'>;
  readonly summary: string;
  readonly likelihood?: Rating;
  readonly impact?: Rating;
  readonly idempotencyKey: string;
}

/** How long a second caller waits for the first. */
const WAIT_MS = 6000;

/**
 * `linked` is false when the risk is there and the link is not; the same call again tries the link again.
 * @throws Refusal as `makeOnce` does; `invalid-input` also when the story is a security risk itself. JiraError
 */
export async function createRisk(
  context: CommandContext,
  input: CreateRiskInput,
): Promise<CreatedIssue & { readonly linked: boolean }> {
  const { jira } = context;
  const { idempotencyKey } = input;
  const story = await getIssue(jira, input.storyId, { fields: ['issuetype', 'project', 'issuelinks'] });
  // The risk is made in the project of the story.
  const { id: projectId } = projectOf(story.fields);
  const here = { ...context, ...(await inProject(context, projectId)) };
  const { riskTypeId } = here.setup;
  if (typeIdOf(story.fields) === riskTypeId) throw new Refusal('invalid-input');
  const risk = await makeOnce(jira, {
    idempotencyKey,
    subjectId: story.id,
    make: (properties) => createIssue(jira, { fields: fieldsOf(here, input, projectId), properties }),
    find: () =>
      findMadeIssue(jira, { idempotencyKey, typeId: riskTypeId, projectId, someKey: story.key, subject: story }),
    waitMs: WAIT_MS,
  });
  return { ...risk, linked: await link(context, input, story, risk.id) };
}

function fieldsOf(context: CommandContext & ProjectContext, input: CreateRiskInput, projectId: string): FieldValues {
  const { likelihood, impact, summary } = input;
  const score =
    likelihood === undefined || impact === undefined
      ? {}
      : scoreFields(context, 'inherent', { likelihood, impact }).values;
  return { project: { id: projectId }, issuetype: { id: context.setup.riskTypeId }, summary, ...score };
}

/** The risk stays, whatever becomes of the link: the person sees both and can link again. */
async function link(
  { jira, site }: CommandContext,
  { verb }: CreateRiskInput,
  story: JiraIssue,
  riskId: string,
): Promise<boolean> {
  if (standingLink(site, linksOf(story.fields), verb, riskId) === 'same') return true;
  try {
    await createLink(jira, linkFor(site, verb, story.id, riskId));
    return true;
  } catch (error) {
    if (error instanceof JiraError) return false;
    throw error;
  }
}
