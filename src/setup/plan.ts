/**
 * What set-up would do, read as the person who asks (or as the app for a project's own admin). Writes nothing.
 */
import type { Decisions, PlanItem, SetupPlan } from '../contract/set-up';
import { hashOfText } from '../domain/text-hash';
import type { JiraRequest } from '../jira/request';
import { readSetupRecord, type SetupRecord } from '../storage/setup-record';
import { readSiteSetup } from '../storage/site-setup';
import { readForeigners } from './foreign';
import { readFound } from './found';
import { projectItems, readProjects } from './project';
import { siteItem } from './site-plan';
import { SITE_STEPS, stepName, type SiteStep } from './step-name';

export interface PlanRequest {
  readonly projectIds: readonly string[];
  readonly decisions: Decisions;
  /** Only these steps, and thoroughly: also what is only not as set-up made it. */
  readonly only?: readonly string[];
}

/** On whose behalf. */
export interface Planner {
  /** Reads the configuration. */
  readonly reader: JiraRequest;
  /** The person who asks; names of other projects are shown as far as this person may see them. */
  readonly viewer: JiraRequest;
  /** What steps judge as the app is judged as the app here too. */
  readonly app: JiraRequest;
  readonly isJiraAdmin: boolean;
}

/** The site and projects. @throws JiraError */
export async function planSetup(planner: Planner, request: PlanRequest): Promise<SetupPlan> {
  return planned(
    planner,
    request,
    SITE_STEPS.filter((step) => isMeant(stepName(step), request)),
  );
}

/** One project alone: nothing of the site. @throws JiraError */
export async function planProjectSetup(planner: Planner, request: PlanRequest): Promise<SetupPlan> {
  return planned(planner, request, []);
}

async function planned(planner: Planner, request: PlanRequest, steps: readonly SiteStep[]): Promise<SetupPlan> {
  const { reader, viewer, app, isJiraAdmin } = planner;
  const { decisions, only } = request;
  const [record, setup] = await Promise.all([readSetupRecord(), readSiteSetup()]);
  const [ofSite, found] = await Promise.all([
    readSiteItems(reader, record, request, steps),
    readProjects({ reader, viewer, app }, [...new Set(request.projectIds)], record, only),
  ]);
  const siteFirst = setup === undefined && steps.length < SITE_STEPS.length;
  const ofProjects = projectItems(found, { decisions, jiraAdmin: isJiraAdmin, siteFirst });
  const items = [...ofSite, ...ofProjects.items.filter(({ step }) => isMeant(step, request))];
  return {
    items,
    projects: ofProjects.projects,
    complete: items.every(({ action }) => action === 'alreadyRight'),
    digest: digestOf(items),
  };
}

async function readSiteItems(
  reader: JiraRequest,
  record: SetupRecord,
  { decisions, only }: PlanRequest,
  steps: readonly SiteStep[],
): Promise<readonly PlanItem[]> {
  if (steps.length === 0) return [];
  const found = await readFound(reader, record);
  const foreigners = await readForeigners(reader, found, record);
  return steps.map((step) => siteItem(step, { found, foreigners, record, decisions }, only !== undefined));
}

function isMeant(step: string, { only }: PlanRequest): boolean {
  return only?.includes(step) ?? true;
}

/** The same plan has the same digest. How many issues use something is left out: Jira's index lags. */
export function digestOf(items: readonly unknown[]): string {
  return hashOfText(JSON.stringify(items, (key, value: unknown) => (key === 'issues' ? undefined : value)));
}
