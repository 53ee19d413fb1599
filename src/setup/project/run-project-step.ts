/**
 * Does one step in one project. Each may be repeated: what is right already is left as it is.
 */
import type { Decision } from '../../contract/set-up';
import { getProject, type JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { readNewestProjectSetup } from '../../storage/project-setup';
import { siteSetupFrom } from '../site-setup-from';
import { done, StepRefusal, type StepContext, type StepOutcome } from '../step-context';
import type { ProjectStep } from '../step-name';
import { allowFields, readFieldsPart } from './fields-part';
import { addRiskType, readIssueTypesPart } from './issue-types-part';
import { foundFor, type PartFound } from './part';
import { NotYet, projectContext, type ProjectContext } from './project-context';
import { rememberCopies } from './remember-copies';
import { changeScreens } from './screens-change';
import { readScreensPart } from './screens-part';
import { readTeamManaged, writeSettings } from './settings-part';
import { siteIdsOf, type SiteIds } from './site-ids';
import { storyTypesOf } from './story-types';
import { typesInPlay } from './team-managed';
import { awaitRecordedTask, mapRiskWorkflow, readWorkflowPart } from './workflow-part';

/**
 * @param decision about what the project shares; without one, the project gets a copy.
 * @throws StepRefusal; JiraError when Jira refused or failed.
 */
export async function runProjectStep(
  context: StepContext,
  step: ProjectStep,
  decision: Decision | undefined,
): Promise<StepOutcome> {
  const { jira } = context;
  if (siteSetupFrom(context.record()) === undefined) throw new StepRefusal('not-set-up');
  const site = siteIdsOf(context.record());
  if (site.riskScreensId === undefined || site.workflow === undefined || site.riskStatusIds === undefined) {
    throw new StepRefusal('not-set-up');
  }
  const project = await getProject(jira, step.projectId);
  if (step.projectPart === 'settings') return addProject(jira, project, site);
  // No REST call adds a type or a field to a team-managed project.
  if (project.teamManaged) throw new StepRefusal('conflict');
  try {
    return await changePart(
      await projectContext(jira, project, site),
      project,
      step.projectPart,
      decision === 'changeAll',
    );
  } catch (error) {
    if (error instanceof NotYet) return { state: 'notYet' };
    throw error;
  }
}

async function changePart(
  context: ProjectContext,
  project: JiraProject,
  part: Exclude<ProjectStep['projectPart'], 'settings'>,
  changeAll: boolean,
): Promise<StepOutcome> {
  const { jira, site } = context;
  switch (part) {
    case 'issueType':
      return change(context, await readIssueTypesPart(jira, [project], site), changeAll, addRiskType);
    case 'fields':
      return change(context, await readFieldsPart(jira, [project], site), changeAll, allowFields);
    case 'screens':
      return change(context, await readScreensPart(jira, [project], site), changeAll, changeScreens);
    case 'workflow':
      await awaitRecordedTask(context);
      return change(context, await readWorkflowPart(jira, [project], site), changeAll, mapRiskWorkflow);
  }
}

/** What nobody else uses is changed in place; what others use too is copied, unless a Jira admin decided otherwise. */
async function change<F extends PartFound>(
  context: ProjectContext,
  found: ReadonlyMap<string, F>,
  changeAll: boolean,
  make: (context: ProjectContext, found: F, copy: boolean) => Promise<void>,
): Promise<StepOutcome> {
  const ofProject = foundFor(found, context.project.id);
  if (ofProject.right) return done('alreadyRight');
  await make(context, ofProject, ofProject.shared.length > 0 && !changeAll);
  return done('created');
}

async function addProject(jira: JiraRequest, project: JiraProject, site: SiteIds): Promise<StepOutcome> {
  const setup = await readNewestProjectSetup(project.id);
  if (!project.teamManaged) {
    if (setup !== undefined) return done('alreadyRight');
    const storyTypeIds = storyTypesOf(project, site.riskTypeId).map(({ id }) => id);
    if (storyTypeIds.length === 0) throw new StepRefusal('conflict');
    await rememberCopies(await projectContext(jira, project, site));
    await writeSettings(jira, project.id, storyTypeIds, undefined, setup);
    return done('created');
  }
  const { own } = await readTeamManaged(jira, project, site, setup);
  if (own === undefined) throw new StepRefusal('conflict');
  const storyTypeIds = typesInPlay(project, setup).stories.map(({ id }) => id);
  if (storyTypeIds.length === 0) throw new StepRefusal('conflict');
  await writeSettings(jira, project.id, storyTypeIds, own, setup);
  return done(setup === undefined ? 'created' : 'repaired');
}
