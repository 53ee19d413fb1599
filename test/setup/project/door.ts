/**
 * A site whose site-wide part is set up, and everything about its projects through the resolvers and the queue. Every
 * request is checked against Atlassian's OpenAPI where that is present.
 */
import type { Decisions, PlanItem, RunStep, SetupRun, UndoItem } from '../../../src/contract/set-up';
import type { SiteSetup } from '../../../src/domain/site-setup';
import { path } from '../../../src/jira/request';
import { RISK_WORKFLOW } from '../../../src/setup/needed';
import { screenFor } from '../../local-jira/config/field-availability';
import type { LocalJira } from '../../local-jira/index';
import { hasOpenApi, OPENAPI_FOLDER } from '../../local-jira/openapi/documents';
import { createOpenApiChecker } from '../../local-jira/openapi/request-checker';
import { addProject, grant, ISSUE_TYPE } from '../../local-jira/seed';
import type { Project } from '../../local-jira/state/config-entities';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../../fixtures/site';
import { quickClock } from './quick-clock';

export interface ProjectSite {
  readonly jira: LocalJira;
  readonly project: Key;
  /** Administers the project and nothing else. */
  readonly projectAdmin: string;
  readonly ids: SiteSetup & { readonly workflowId: string };
  /** The plan's items about projects, as the Jira admin. */
  items(projectIds: readonly string[], decisions?: Decisions): Promise<readonly PlanItem[]>;
  plan(projectIds: readonly string[], decisions?: Decisions): ReturnType<typeof planOf>;
  itemsAs(person: string, decisions: Decisions): Promise<readonly PlanItem[]>;
  /** The code with which starting is refused. */
  startRefused(person: string, decisions: Decisions): Promise<string | undefined>;
  /** Runs the plan; fails when the run does not end well. */
  setUp(projectIds: readonly string[], decisions?: Decisions): Promise<void>;
  /** The same for the project itself, by somebody who administers it. */
  setUpAs(person: string): Promise<readonly RunStep[]>;
  /** Runs one step and says what became of it; what is right already is not run. */
  step(step: string, decisions?: Decisions): Promise<RunStep>;
  /** Runs one step for one job only. */
  stepOnce(step: string): Promise<SetupRun>;
  /** Goes on with the run that waits. */
  goOn(): Promise<SetupRun>;
  planUndo(projectIds: readonly string[]): Promise<readonly UndoItem[]>;
  /** Every step of the undo and what became of it. */
  undo(projectIds: readonly string[], person?: string): Promise<readonly RunStep[]>;
  projectSetup: TestSite['projectSetup'];
  addSharing(key: string, name: string): Project;
  hideFromOthers(projectId: string): void;
  giveOwnFieldScheme(): void;
  issueIn(projectId: string, issueTypeId: string, fields?: object): Promise<Key>;
  count(jql: string): Promise<number>;
  storyScreenOf(projectId: string): string;
  /** Fields on the screen for a new issue. */
  screenFieldsOf(projectId: string, issueTypeId: string): readonly string[];
  /** Another admin starts to give a project another workflow scheme. */
  startSwitch(projectId: string, workflowSchemeId: string): Promise<void>;
  /** The app comes back after an uninstallation: nothing is stored, and the site is set up again. */
  reinstall(): Promise<void>;
  close(): void;
}

export interface ProjectSiteOptions {
  readonly fieldSchemes?: boolean;
  readonly siteName?: string;
}

const checker = hasOpenApi(OPENAPI_FOLDER) ? createOpenApiChecker(OPENAPI_FOLDER) : undefined;
/** Set-up of the site is the same every time: done once, then remembered. */
const prepared = new Map<string, { readonly jira: unknown; readonly forge: unknown }>();

export async function projectSite(options: ProjectSiteOptions = {}): Promise<ProjectSite> {
  const problems = new Set<string>();
  const site = await setUpSite({
    ...options,
    setUp: false,
    clock: quickClock(),
    onRequest: (request) => {
      for (const problem of checker?.check(request) ?? [])
        problems.add(`${request.method} ${request.path}: ${problem}`);
    },
  });
  const nothingStored = site.forge.snapshot(site.site);
  grant(site.jira.state, site.project, site.people.mara, 'administrators');
  await prepare(site, JSON.stringify(options));
  return { ...doorOf(site, await idsOf(site), nothingStored), close: () => closed(site, problems) };
}

async function prepare(site: TestSite, key: string): Promise<void> {
  const known = prepared.get(key);
  if (known === undefined) {
    await site.runSetup([]);
    prepared.set(key, { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) });
  } else {
    site.jira.restore(structuredClone(known.jira));
    site.forge.restore(site.site, structuredClone(known.forge));
  }
}

function closed(site: TestSite, problems: ReadonlySet<string>): void {
  site.close();
  expect([...problems]).toEqual([]);
}

async function idsOf(site: TestSite): Promise<ProjectSite['ids']> {
  const workflow = site.jira.state.workflows.find(({ name }) => name === RISK_WORKFLOW.name);
  return { ...(await site.setup()), workflowId: workflow?.id ?? '' };
}

async function planOf(site: TestSite, projectIds: readonly string[], decisions: Decisions, only?: readonly string[]) {
  const request = { projectIds, decisions, ...(only === undefined ? {} : { only }) };
  return valueOf(await site.invoke(site.people.admin, 'planSetup', request));
}

async function runOf(site: TestSite): Promise<SetupRun> {
  const { run } = valueOf(await site.invoke(site.people.admin, 'readSetupRun', {}));
  if (run === undefined) throw new Error('no run was started');
  return run;
}

async function start(site: TestSite, step: string, decisions: Decisions): Promise<SetupRun> {
  const projectIds = [step.split(':')[1] ?? ''];
  const { digest } = await planOf(site, projectIds, decisions, [step]);
  return valueOf(await site.invoke(site.people.admin, 'startSetup', { projectIds, decisions, only: [step], digest }));
}

async function undo(site: TestSite, projectIds: readonly string[]): Promise<readonly RunStep[]> {
  const { items, digest } = valueOf(await site.invoke(site.people.admin, 'planUndo', { projectIds }));
  if (items.length === 0) return [];
  valueOf(await site.invoke(site.people.admin, 'startUndo', { projectIds, digest }));
  await site.forge.queue.drain(site.site);
  return (await runOf(site)).steps;
}

async function undoAs(site: TestSite, person: string, projectId: string): Promise<readonly RunStep[]> {
  const { digest } = valueOf(await site.invoke(person, 'planProjectUndo', { projectId }));
  valueOf(await site.invoke(person, 'startProjectUndo', { projectId, digest }));
  await site.forge.queue.drain(site.site);
  return valueOf(await site.invoke(person, 'readProjectSetupRun', { projectId })).run?.steps ?? [];
}

function doorOf(site: TestSite, ids: ProjectSite['ids'], nothingStored: unknown): Omit<ProjectSite, 'close'> {
  const { jira, project, people } = site;
  const { state } = jira;
  const admin = site.as(people.admin);
  const ofProjects = (items: readonly PlanItem[]) => items.filter(({ projectId }) => projectId !== undefined);
  const planAs = async (person: string, decisions: Decisions) =>
    valueOf(await site.invoke(person, 'planProjectSetup', { projectId: project.id, decisions }));
  return {
    jira,
    project,
    projectAdmin: people.mara,
    ids,
    items: async (projectIds, decisions = {}) => ofProjects((await planOf(site, projectIds, decisions)).items),
    plan: (projectIds, decisions = {}) => planOf(site, projectIds, decisions),
    itemsAs: async (person, decisions) => (await planAs(person, decisions)).items,
    startRefused: async (person, decisions) => {
      const { digest } = await planAs(person, decisions);
      const answer = await site.invoke(person, 'startProjectSetup', { projectId: project.id, decisions, digest });
      return answer.ok ? undefined : answer.error.code;
    },
    setUp: (projectIds, decisions = {}) => site.runSetup(projectIds, decisions),
    setUpAs: async (person) => {
      const { digest } = await planAs(person, {});
      const projectId = project.id;
      valueOf(await site.invoke(person, 'startProjectSetup', { projectId, decisions: {}, digest }));
      await site.forge.queue.drain(site.site);
      return valueOf(await site.invoke(person, 'readProjectSetupRun', { projectId })).run?.steps ?? [];
    },
    step: async (step, decisions = {}) => {
      const { steps } = await start(site, step, decisions);
      await site.forge.queue.drain(site.site);
      if (steps.length === 0) return { step, kind: 'project', name: '', state: 'done', result: 'alreadyRight' };
      const [ran] = (await runOf(site)).steps;
      if (ran === undefined) throw new Error('the run has no step');
      return ran;
    },
    stepOnce: async (step) => {
      await start(site, step, {});
      await site.forge.queue.deliver(site.site, { early: true });
      return runOf(site);
    },
    goOn: async () => {
      await site.forge.queue.drain(site.site);
      return runOf(site);
    },
    planUndo: async (projectIds) => valueOf(await site.invoke(people.admin, 'planUndo', { projectIds })).items,
    undo: (projectIds, person) =>
      person === undefined ? undo(site, projectIds) : undoAs(site, person, projectIds[0] ?? ''),
    projectSetup: (projectId) => site.projectSetup(projectId),
    addSharing: (key, name) => {
      const sharesSchemesWith = state.projects.require(project.id);
      const made = addProject(state, { key, name, leadAccountId: people.mara, sharesSchemesWith });
      return grant(state, made, people.mara, 'viewer');
    },
    hideFromOthers: (projectId) => {
      const hidden = state.projects.require(projectId);
      const scheme = state.permissionSchemes.require(hidden.permissionSchemeId);
      state.permissionSchemes.put({ ...scheme, id: '7700', name: 'Nobody', grants: [] });
      state.projects.put({ ...hidden, permissionSchemeId: '7700' });
    },
    giveOwnFieldScheme: () => {
      const scheme = state.fieldSchemes.require('10000');
      state.fieldSchemes.put({ ...scheme, id: '15000', name: 'Web Shop fields', isDefault: false });
      state.projects.put({ ...state.projects.require(project.id), fieldSchemeId: '15000' });
    },
    issueIn: async (projectId, issueTypeId, fields = {}) => {
      const body = { fields: { project: { id: projectId }, issuetype: { id: issueTypeId }, summary: 'x', ...fields } };
      return (await rest(admin, 'POST', path`/rest/api/3/issue`, body)) as Key;
    },
    count: async (jql) => {
      const answer = await rest(admin, 'POST', path`/rest/api/3/search/approximate-count`, { jql });
      return (answer as { readonly count: number }).count;
    },
    storyScreenOf: (projectId) => screenFor(state, state.projects.require(projectId), ISSUE_TYPE.story, 'view').id,
    screenFieldsOf: (projectId, issueTypeId) =>
      screenFor(state, state.projects.require(projectId), issueTypeId, 'create').tabs.flatMap(
        ({ fieldIds }) => fieldIds,
      ),
    startSwitch: async (projectId, targetSchemeId) => {
      const where = path`/rest/api/3/workflowscheme/project/switch`;
      const headers = { 'Content-Type': 'application/json' };
      const answer = await admin(where, {
        method: 'POST',
        headers,
        body: JSON.stringify({ projectId, targetSchemeId }),
      });
      if (answer.status !== 303) throw new Error(`the switch answered ${answer.status}`);
    },
    reinstall: async () => {
      site.forge.restore(site.site, nothingStored);
      await site.runSetup([]);
    },
  };
}
