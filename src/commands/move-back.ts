/**
 * Moves a bypass back to the status from which it came to where it should be ready.
 */
import { ASSESSMENT_PROPERTY } from '../domain/assessment-record';
import { JiraError } from '../jira/errors';
import { getIssue } from '../jira/issue';
import { projectOf, statusOf, typeIdOf } from '../jira/issue-fields';
import { doTransition, listTransitions } from '../jira/transition';
import { bypassOf } from '../reads/story-bypass';
import { readinessFields, readinessOfStories } from '../reads/readiness-of-stories';
import { readyStatusIdsOf } from '../reads/ready-statuses';
import { inProject, type CommandContext } from './context';
import { Refusal } from './refusal';

/**
 * By a transition that this person may take, preferably one without a form.
 * @throws Refusal `conflict` when it is no bypass (any more), was created where it stands, or no transition leads back;
 * JiraError, `refused` when the workflow says no.
 */
export async function moveBack(
  context: CommandContext,
  { issueId }: { readonly issueId: string },
): Promise<{ readonly statusName: string }> {
  const { jira, site } = context;
  const { fields: place } = await getIssue(jira, issueId, { fields: ['project', 'issuetype'] });
  const { setup, project } = await inProject(context, projectOf(place).id);
  if (project === undefined || !project.storyTypeIds.includes(typeIdOf(place))) throw new Refusal('conflict');
  const [story, readyStatusIds, transitions] = await Promise.all([
    getIssue(jira, issueId, {
      fields: [...readinessFields(setup), 'created', 'creator'],
      properties: [ASSESSMENT_PROPERTY],
      withChanges: true,
    }),
    readyStatusIdsOf(jira, site, project),
    listTransitions(jira, issueId),
  ]);
  const readiness = (await readinessOfStories(jira, site, project, [story])).get(story.id);
  const from = readiness && bypassOf(story, project, readiness, readyStatusIds)?.from;
  const ways = transitions.filter(({ to }) => to.id === from?.id);
  const way = ways.find(({ hasForm }) => !hasForm) ?? ways[0];
  if (way === undefined) throw new Refusal('conflict');
  await doTransition(jira, issueId, way.id).catch(async (error: unknown) => {
    // When the answer is lost, the issue is asked where it stands.
    if (!(error instanceof JiraError) || error.kind !== 'unavailable') throw error;
    const now = await getIssue(jira, issueId, { fields: ['status'] }).catch(() => undefined);
    if (now === undefined || statusOf(now.fields).id !== way.to.id) throw error;
  });
  return { statusName: way.to.name };
}
