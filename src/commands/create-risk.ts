/**
 * Makes a security risk from a story and links it. A double click, a second tab or a retry after a lost answer finds the
 * first one.
 */
import type { CreatedIssue, LinkVerb } from '../contract/defs';
import { type Rating } from '../domain/level';
import { JiraError } from '../jira/errors';
import { createIssue, fetchIssues, getIssue, type IssueContent, type JiraIssue } from '../jira/issue';
import { linksOf, projectOf, typeIdOf } from '../jira/issue-fields';
import { createLink } from '../jira/issue-link';
import { sleep } from '../jira/sleep';
import { claimOnce, readOnce, recordLost, recordMade, releaseOnce, type OnceState } from '../storage/once';
import { inProject, type CommandContext, type ProjectContext } from './context';
import { findMadeRisk, ONCE_PROPERTY } from './find-made-risk';
import { linkFor, standingLink } from './link-verbs';
import { Refusal } from './refusal';
import { scoreFields } from './score-fields';

export interface CreateRiskInput {
  readonly storyId: string;
  readonly verb: Exclude<LinkVerb, 'secures'>;
  readonly summary: string;
  readonly likelihood?: Rating;
  readonly impact?: Rating;
  readonly idempotencyKey: string;
}

/** How long a second caller waits for the first: well below the 25 s that a function may take. */
const WAIT_FOR_THE_FIRST = { times: 12, milliseconds: 500 } as const;

/**
 * `linked` is false when the risk is there and the link is not; the same call again tries the link again.
 * @throws Refusal `conflict` when an earlier call with this key has neither finished nor left an issue that can be found:
 * making another one could make two. `invalid-input` when the story is a security risk itself, or the key was used for
 * another story. JiraError
 */
export async function createRisk(
  context: CommandContext,
  input: CreateRiskInput,
): Promise<CreatedIssue & { readonly linked: boolean }> {
  const story = await getIssue(context.jira, input.storyId, { fields: ['issuetype', 'project', 'issuelinks'] });
  const here = { ...context, ...(await inProject(context, projectOf(story.fields).id)) };
  if (typeIdOf(story.fields) === here.setup.riskTypeId) throw new Refusal('invalid-input');
  const mine = await claimOnce(input.idempotencyKey, story.id);
  const risk = mine ? await makeRisk(here, input, story) : await theFirst(here, input, story);
  return { ...risk, linked: await link(context, input, story, risk.id) };
}

/** The risk is made in the project of the story. */
type Here = CommandContext & ProjectContext;

async function makeRisk(context: Here, input: CreateRiskInput, story: JiraIssue): Promise<CreatedIssue> {
  const risk = await createIssue(context.jira, contentOf(context, input, story)).catch(async (error: unknown) => {
    if (isCertainlyNotMade(error)) {
      await releaseOnce(input.idempotencyKey);
      throw error;
    }
    // Where Jira does not answer at all, the look-up fails too; what went wrong first is what the person should hear.
    const found = await findMade(context, input, story).catch(() => undefined);
    if (found !== undefined) return found;
    await recordLost(input.idempotencyKey, story.id);
    throw error;
  });
  await recordMade(input.idempotencyKey, story.id, risk.id);
  return risk;
}

/** Jira answered, and the answer was no. No answer, or one that says nothing, leaves it open. */
function isCertainlyNotMade(error: unknown): boolean {
  return error instanceof JiraError && error.kind !== 'unavailable' && error.kind !== 'unexpectedAnswer';
}

function contentOf(context: Here, input: CreateRiskInput, story: JiraIssue): IssueContent {
  const { likelihood, impact } = input;
  const score =
    likelihood === undefined || impact === undefined
      ? {}
      : scoreFields(context, 'inherent', { likelihood, impact }).values;
  return {
    fields: {
      project: { id: projectOf(story.fields).id },
      issuetype: { id: context.setup.riskTypeId },
      summary: input.summary,
      ...score,
    },
    properties: { [ONCE_PROPERTY]: { version: 1, key: input.idempotencyKey } },
  };
}

/** The issue of an earlier call with the same key: known, still being made, or made without anybody hearing of it. */
async function theFirst(context: Here, input: CreateRiskInput, story: JiraIssue): Promise<CreatedIssue> {
  const state = await finishedState(input.idempotencyKey);
  if (state !== undefined && state.subjectId !== story.id) throw new Refusal('invalid-input');
  if (state?.state === 'made') {
    const [risk] = await fetchIssues(context.jira, [state.issueId], { fields: ['issuetype'] });
    // Deleted or moved out of sight since.
    if (risk === undefined) throw new Refusal('not-found');
    return { id: risk.id, key: risk.key };
  }
  const found = await findMade(context, input, story);
  if (found === undefined) throw new Refusal('conflict');
  await recordMade(input.idempotencyKey, story.id, found.id);
  return found;
}

async function finishedState(idempotencyKey: string): Promise<OnceState | undefined> {
  let state = await readOnce(idempotencyKey);
  for (let time = 0; time < WAIT_FOR_THE_FIRST.times && state?.state === 'started'; time += 1) {
    await sleep(WAIT_FOR_THE_FIRST.milliseconds);
    state = await readOnce(idempotencyKey);
  }
  return state;
}

async function findMade(context: Here, input: CreateRiskInput, story: JiraIssue): Promise<CreatedIssue | undefined> {
  const { id: projectId, key: projectKey } = projectOf(story.fields);
  const { idempotencyKey } = input;
  const risk = await findMadeRisk(context, { idempotencyKey, projectId, projectKey, story });
  return risk && { id: risk.id, key: risk.key };
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
