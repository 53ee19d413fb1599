/**
 * The steps that add Shift-Up to one company-managed project. Each may be repeated.
 */
import type { StatusCategory } from '../domain/progress';
import type { SiteSetup } from '../domain/site-setup';
import { addToFieldScheme, associateFields, fieldSchemeOf } from '../jira/field-scheme';
import { addToIssueTypeScheme, issueTypeSchemeOf } from '../jira/issue-type-scheme';
import { getProject, statusesOfType, type JiraProject, type ProjectIssueType } from '../jira/project';
import type { JiraRequest } from '../jira/request';
import { putOnScreen } from '../jira/screen';
import { listScreenSchemes, mapTypeToScreens, typeScreenSchemeOf, typeScreensOf } from '../jira/screen-scheme';
import {
  assignWorkflowScheme,
  createWorkflowScheme,
  readWorkflowScheme,
  updateWorkflowScheme,
  workflowSchemeOf,
  type StatusMoves,
} from '../jira/workflow-scheme';
import { readProjectSetup, writeProjectSetup } from '../storage/project-setup';
import { RISK_WORKFLOW, sameName, STORY_FIELDS, type RiskStatusName } from './needed';
import { siteSetupFrom } from './site-setup-from';
import { finish, StepRefusal, type StepContext } from './step-context';
import { stepName, type ProjectStep } from './step-name';

export async function runProjectStep(context: StepContext, step: ProjectStep): Promise<void> {
  const setup = siteSetupFrom(context.record());
  if (setup === undefined) throw new StepRefusal('not-set-up');
  const project = await getProject(context.jira, step.projectId);
  // No REST call adds a type or a field to a team-managed project.
  if (project.teamManaged) throw new StepRefusal('conflict');
  switch (step.projectPart) {
    case 'issueType':
      return addIssueType(context, project, setup);
    case 'fields':
      await addFields(context, project, setup);
      break;
    case 'screens':
      await addToScreens(context, project, setup);
      break;
    case 'workflow':
      await addWorkflow(context, project, setup);
      break;
    case 'settings':
      return recordSettings(project, setup);
  }
  await finish(context, stepName(step));
}

async function addIssueType({ jira }: StepContext, project: JiraProject, { riskTypeId }: SiteSetup): Promise<void> {
  // Jira refuses to add what is there; its default scheme holds every new type by itself.
  if (project.issueTypes.some(({ id }) => id === riskTypeId)) return;
  await addToIssueTypeScheme(jira, await issueTypeSchemeOf(jira, project.id), riskTypeId);
}

async function addFields({ jira }: StepContext, project: JiraProject, { fields }: SiteSetup): Promise<void> {
  const ids = Object.values(fields);
  const schemeId = await fieldSchemeOf(jira, project.id);
  if (schemeId === undefined) await associateFields(jira, project.id, ids);
  else await addToFieldScheme(jira, schemeId, ids);
}

/** A risk gets screens of its own; the two story fields go on the screens that stories use. */
async function addToScreens({ jira, record }: StepContext, project: JiraProject, setup: SiteSetup): Promise<void> {
  const { screenSchemeId } = record();
  if (screenSchemeId === undefined) throw new StepRefusal('not-set-up');
  const schemeId = await typeScreenSchemeOf(jira, project.id);
  const [screensOfType, screenSchemes] = await Promise.all([typeScreensOf(jira, schemeId), listScreenSchemes(jira)]);
  // Where an admin has chosen other screens for risks, that choice stands.
  if (!screensOfType.has(setup.riskTypeId)) {
    await mapTypeToScreens(jira, schemeId, setup.riskTypeId, String(screenSchemeId));
  }
  const storySchemes = new Set(
    storyTypesOf(project, setup).map(({ id }) => screensOfType.get(id) ?? screensOfType.get('default')),
  );
  const screenIds = new Set(
    screenSchemes.filter(({ id }) => storySchemes.has(String(id))).flatMap((scheme) => scheme.screenIds),
  );
  const storyFields = STORY_FIELDS.map((field) => setup.fields[field]);
  for (const screenId of screenIds) await putOnScreen(jira, screenId, storyFields);
}

/** Only the risk type gets our workflow; no other type of the project, or of projects that share the scheme, changes. */
async function addWorkflow(context: StepContext, project: JiraProject, { riskTypeId }: SiteSetup): Promise<void> {
  const { jira } = context;
  const { workflow, riskStatusIds } = context.record();
  if (workflow === undefined || riskStatusIds === undefined) throw new StepRefusal('not-set-up');
  const current = await workflowSchemeOf(jira, project.id);
  if (current.id === undefined) {
    // Jira's built-in scheme cannot be changed, so the project gets one of its own with the same default.
    const schemeId = await schemeMadeFor(context, project, {
      defaultWorkflow: current.defaultWorkflow,
      issueTypeMappings: { [riskTypeId]: workflow.name },
    });
    const moves = await movesOfRisks(jira, project, riskTypeId, riskStatusIds);
    return assignWorkflowScheme(jira, project.id, schemeId, moves);
  }
  const scheme = await readWorkflowScheme(jira, project.id);
  // An admin's own choice for risks stands, ours included.
  if (scheme.workflows.some(({ issueTypeIds }) => issueTypeIds.includes(riskTypeId))) return;
  const mapping = { workflowId: workflow.id, issueTypeIds: [riskTypeId] };
  const moves = await movesOfRisks(jira, project, riskTypeId, riskStatusIds);
  await updateWorkflowScheme(jira, { ...scheme, workflows: [...scheme.workflows, mapping] }, moves);
}

async function schemeMadeFor(
  context: StepContext,
  project: JiraProject,
  mappings: { readonly defaultWorkflow: string; readonly issueTypeMappings: Readonly<Record<string, string>> },
): Promise<string> {
  const made = context.record().workflowSchemeIds?.[project.id];
  if (made !== undefined) return made;
  const schemeId = await createWorkflowScheme(context.jira, {
    name: `${project.key}: Shift-Up workflow scheme`,
    description: RISK_WORKFLOW.description,
    ...mappings,
  });
  await context.save((record) => ({
    ...record,
    workflowSchemeIds: { ...record.workflowSchemeIds, [project.id]: schemeId },
  }));
  return schemeId;
}

/** A risk that was made before it had this workflow goes where its work stands. */
const STATUS_FOR = { toDo: 'Identified', inProgress: 'In treatment', done: 'Closed' } as const satisfies Record<
  StatusCategory,
  RiskStatusName
>;

async function movesOfRisks(
  jira: JiraRequest,
  project: JiraProject,
  riskTypeId: string,
  riskStatusIds: Readonly<Record<string, string>>,
): Promise<StatusMoves> {
  const ours = new Set(Object.values(riskStatusIds));
  const before = await statusesOfType(jira, project.id, riskTypeId);
  const moves = before
    .filter(({ id }) => !ours.has(id))
    .flatMap(({ id, category }) => {
      const to = riskStatusIds[STATUS_FOR[category]];
      return to === undefined ? [] : [{ from: id, to }];
    });
  return { issueTypeId: riskTypeId, moves };
}

/** Settings that an admin has changed since stay. */
async function recordSettings(project: JiraProject, setup: SiteSetup): Promise<void> {
  if (await readProjectSetup(project.id)) return;
  const storyTypeIds = storyTypesOf(project, setup).map(({ id }) => id);
  if (storyTypeIds.length === 0) throw new StepRefusal('conflict');
  await writeProjectSetup({ version: 1, projectId: project.id, storyTypeIds });
}

const STORY_NAMES = ['Story', 'User Story'];

/** The types called Story; where there is none, every type on the level of stories. */
export function storyTypesOf(
  project: Pick<JiraProject, 'issueTypes'>,
  setup: Pick<SiteSetup, 'riskTypeId'>,
): readonly ProjectIssueType[] {
  const candidates = project.issueTypes.filter(
    ({ id, hierarchyLevel }) => hierarchyLevel === 0 && id !== setup.riskTypeId,
  );
  const called = candidates.filter(({ name }) => STORY_NAMES.some((story) => sameName(story, name)));
  return called.length > 0 ? called : candidates;
}
