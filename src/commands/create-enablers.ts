/**
 * Makes enablers from a list of summaries and links each: it reduces the risk, or secures the story. Works across
 * projects. The same call again makes only what is missing.
 */
import type { CreatedIssue, CreateEnablersOutcome } from '../contract/defs';
import type { AppError } from '../contract/result';
import { hashOfText } from '../domain/text-hash';
import type { LinkVerb } from '../domain/link-verb';
import { createFields } from '../jira/create-meta';
import { createIssue, getIssue, type JiraIssue } from '../jira/issue';
import { linksOf, projectOf, typeIdOf, type FieldValues } from '../jira/issue-fields';
import { createLink } from '../jira/issue-link';
import { permissionsOnProject } from '../jira/permission';
import { getProject } from '../jira/project';
import { inProject, type CommandContext } from './context';
import { findMadeIssue } from './find-made-issue';
import { linkFor, standingLink } from './link-verbs';
import { makeOnce } from './make-once';
import { appErrorOf, Refusal } from './refusal';

export interface CreateEnablersInput {
  /** A security risk, or a story. */
  readonly subjectId: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly parentId?: string;
  readonly summaries: readonly string[];
  readonly idempotencyKey: string;
}

/** For each line that another call is at; five portions of lines together stay within the 25 s of a function. */
const WAIT_MS = 2500;
/** Lines made side by side. */
const AT_ONCE = 4;

/** What holds for every line of one call. */
interface Work extends CommandContext {
  readonly input: CreateEnablersInput;
  readonly subject: JiraIssue;
  readonly verb: Extract<LinkVerb, 'isReducedBy' | 'isSecuredBy'>;
  readonly fields: FieldValues;
}

type Line = CreateEnablersOutcome['created'][number];

/**
 * A line that stands there twice is made once. Where the type is one whose relevance is assessed, the enabler is made
 * as Relevant, if that field stands on the create screen: otherwise it waits to be assessed like any other story.
 * `linked` is false when the enabler is there and its link is not; the same call again tries the link again.
 * @throws Refusal `not-found` for a project out of sight, `no-permission` without the right to create issues there,
 * `invalid-input` for a type that is a security risk; JiraError when the issue or the type cannot be read.
 */
export async function createEnablers(
  context: CommandContext,
  input: CreateEnablersInput,
): Promise<CreateEnablersOutcome> {
  const { jira } = context;
  const [subject, there] = await Promise.all([
    getIssue(jira, input.subjectId, { fields: ['issuetype', 'project', 'issuelinks'] }),
    inProject(context, input.projectId),
    mustCreateIn(context, input.projectId),
  ]);
  const onScreen = await createFields(jira, input.projectId, input.issueTypeId);
  const here = await inProject(context, projectOf(subject.fields).id);
  if (input.issueTypeId === there.setup.riskTypeId) throw new Refusal('invalid-input');
  const { securityRelevance } = there.setup.fields;
  const assessed =
    there.project?.storyTypeIds.includes(input.issueTypeId) === true &&
    onScreen.some(({ id }) => id === securityRelevance);
  const work: Work = {
    ...context,
    input,
    subject,
    verb: typeIdOf(subject.fields) === here.setup.riskTypeId ? 'isReducedBy' : 'isSecuredBy',
    fields: {
      project: { id: input.projectId },
      issuetype: { id: input.issueTypeId },
      ...(input.parentId === undefined ? {} : { parent: { id: input.parentId } }),
      ...(assessed ? { [securityRelevance]: { id: there.setup.options.securityRelevance.relevant } } : {}),
    },
  };
  return makeAll(work, [...new Set(input.summaries)]);
}

/** Jira would say the same for every line, in its own words. @throws Refusal */
async function mustCreateIn({ jira }: CommandContext, projectId: string): Promise<void> {
  const granted = await permissionsOnProject(jira, projectId, ['BROWSE_PROJECTS', 'CREATE_ISSUES']);
  // A project that may not be seen is answered exactly like one that does not exist.
  if (!granted.has('BROWSE_PROJECTS')) throw new Refusal('not-found');
  if (!granted.has('CREATE_ISSUES')) throw new Refusal('no-permission');
}

async function makeAll(work: Work, summaries: readonly string[]): Promise<CreateEnablersOutcome> {
  const created: Line[] = [];
  const failed: { summary: string; error: AppError }[] = [];
  for (let start = 0; start < summaries.length; start += AT_ONCE) {
    const some = summaries.slice(start, start + AT_ONCE);
    const answers = await Promise.allSettled(some.map((summary) => makeOne(work, summary)));
    for (const [index, answer] of answers.entries()) {
      const summary = some[index] ?? '';
      if (answer.status === 'rejected') {
        const error = appErrorOf(answer.reason);
        if (error === undefined) throw answer.reason;
        failed.push({ summary, error });
        continue;
      }
      // One after the other: Jira takes only so many writes on one issue at a time, and the subject has an end of each.
      created.push({ ...answer.value, summary, linked: await isLinked(work, answer.value) });
    }
  }
  return { created, failed };
}

function makeOne({ jira, input, subject, fields }: Work, summary: string): Promise<CreatedIssue> {
  const { projectId, issueTypeId: typeId } = input;
  const idempotencyKey = keyOfLine(input, summary);
  return makeOnce(jira, {
    idempotencyKey,
    subjectId: subject.id,
    make: (properties) => createIssue(jira, { fields: { ...fields, summary }, properties }),
    find: async () => {
      const { key } = await getProject(jira, projectId);
      return findMadeIssue(jira, { idempotencyKey, typeId, projectId, someKey: `${key}-1`, subject });
    },
    waitMs: WAIT_MS,
  });
}

/** Each line is an action of its own. What it says enters its key only as a hash that nobody can turn back. */
function keyOfLine({ idempotencyKey, projectId, issueTypeId }: CreateEnablersInput, summary: string): string {
  return `${idempotencyKey}-${hashOfText([idempotencyKey, projectId, issueTypeId, summary].join('\n'))}`;
}

async function isLinked({ jira, site, subject, verb }: Work, enabler: CreatedIssue): Promise<boolean> {
  if (standingLink(site, linksOf(subject.fields), verb, enabler.id) === 'same') return true;
  try {
    await createLink(jira, linkFor(site, verb, subject.id, enabler.id));
    return true;
  } catch (error) {
    if (appErrorOf(error) === undefined) throw error;
    return false;
  }
}
