/**
 * What every reaction works with during one invocation: nothing of it outlives that.
 */
import type { ErrorCode } from '../contract/result';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { ownAccountId } from '../jira/people';
import type { JiraRequest } from '../jira/request';
import { readyStatusIdsOf } from '../reads/ready-statuses';
import { jiraAsApp } from '../resolvers/jira-request';
import { appErrorOf } from '../commands/refusal';
import { noteFailure } from '../resolvers/log';
import { readProjectSetup } from '../storage/project-setup';
import { readSiteSetup } from '../storage/site-setup';

export interface Scene {
  /**
   * As the app: an event and a schedule have no person. What is read goes into the app's own decision and is shown to
   * nobody; what is written are the values this file's callers name, which follow from what people did.
   */
  readonly jira: JiraRequest;
  readonly site: SiteSetup;
  readonly now: Date;
  /** Read once. `undefined` for a project that Shift-Up was not added to. */
  projectSetup(projectId: string): Promise<ProjectSetup | undefined>;
  /** The ids that hold in that project. */
  setupIn(project: ProjectSetup | undefined): SiteSetup;
  /** Who the app is to Jira. Asked once, for a point. @throws JiraError */
  ownAccountId(): Promise<string>;
  /** Where its stories should be ready. */
  readyStatusIds(project: ProjectSetup): Promise<readonly string[]>;
}

/** `undefined` while the site is not set up: nothing follows from anything then. */
export async function openScene(now: Date): Promise<Scene | undefined> {
  const site = await readSiteSetup();
  if (site === undefined) return undefined;
  const projects = new Map<string, Promise<ProjectSetup | undefined>>();
  const statuses = new Map<string, Promise<readonly string[]>>();
  const self = new Map<'self', Promise<string>>();
  return {
    jira: jiraAsApp,
    site,
    now,
    projectSetup: (projectId) => once(projects, projectId, () => readProjectSetup(projectId)),
    setupIn: (project) => setupOf(site, project),
    ownAccountId: () => once(self, 'self', () => ownAccountId(jiraAsApp)),
    readyStatusIds: (project) => once(statuses, project.projectId, () => readyStatusIdsOf(jiraAsApp, site, project)),
  };
}

function once<K, T>(known: Map<K, Promise<T>>, key: K, read: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? read();
  known.set(key, value);
  return value;
}

/** Errors of Jira after which the same would go well a little later. */
const PASSING: ReadonlySet<JiraError['kind']> = new Set(['rateLimited', 'unavailable']);

export function isPassing(error: JiraError): boolean {
  return PASSING.has(error.kind);
}

/**
 * One write that may be refused without stopping the rest: an issue that is gone, one that the app may not edit. The
 * reconcile comes back to it.
 * @throws what is no refusal of Jira, and what passes.
 */
export async function attempt(operation: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof JiraError) || isPassing(error)) throw error;
    // Deleted since it was read: there is nothing left to say about it.
    if (error.kind !== 'notFound') await logJiraError(operation, error);
  }
}

/** With Jira's own kind of the error; the support page counts it under our code. */
export async function logJiraError(operation: string, error: JiraError): Promise<void> {
  const { kind, operation: call, details } = error;
  const { status } = details;
  await noteFailure({ operation, code: kind, call, ...(status === undefined ? {} : { status }) }, codeOf(error));
}

export function codeOf(error: JiraError): ErrorCode {
  return appErrorOf(error)?.code ?? 'internal';
}
