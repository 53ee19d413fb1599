/**
 * What is there on the site, as far as the plan needs to know it. Only reads.
 */
import { JiraError } from '../jira/errors';
import { listCustomFields, type JiraField } from '../jira/field';
import { listOptions, type ContextOption } from '../jira/field-option';
import { listIssueTypes, type JiraIssueType } from '../jira/issue-type';
import { listLinkTypes } from '../jira/link-type';
import type { JiraRequest } from '../jira/request';
import { fieldsOnScreen, listScreens, type Screen } from '../jira/screen';
import { listScreenSchemes, type ScreenScheme } from '../jira/screen-scheme';
import { listResolutions, listStatuses, type JiraResolution, type JiraStatus } from '../jira/status';
import { findWorkflows, readWorkflow, type Workflow } from '../jira/workflow';
import { FIELDS, type FieldName, type LinkType } from '../domain/site-setup';
import type { SetupRecord } from '../storage/setup-record';
import { RISK_WORKFLOW } from './needed';

/** Objects that belong to one team-managed project are not among these: they are in nobody else's way. */
export interface Found {
  readonly issueTypes: readonly JiraIssueType[];
  readonly fields: readonly JiraField[];
  /** Of the recorded selects that are there. */
  readonly options: Readonly<Partial<Record<FieldName, readonly ContextOption[]>>>;
  readonly linkTypes: readonly LinkType[];
  readonly statuses: readonly JiraStatus[];
  readonly resolutions: readonly JiraResolution[];
  readonly workflows: readonly Workflow[];
  readonly screens: readonly Screen[];
  readonly screenSchemes: readonly ScreenScheme[];
  /** Fields on the recorded screen; `undefined` when there is none. */
  readonly onRiskScreen: ReadonlySet<string> | undefined;
}

/** @throws JiraError */
export async function readFound(jira: JiraRequest, record: SetupRecord): Promise<Found> {
  const [issueTypes, fields, linkTypes, statuses, resolutions, workflows, screens, screenSchemes] = await Promise.all([
    siteIssueTypes(jira),
    listCustomFields(jira),
    listLinkTypes(jira),
    siteStatuses(jira),
    listResolutions(jira),
    riskWorkflows(jira, record),
    listScreens(jira),
    listScreenSchemes(jira),
  ]);
  const screen = screens.find(({ id }) => id === record.screenId);
  const [options, onRiskScreen] = await Promise.all([
    readOptions(jira, fields, record),
    screen === undefined ? undefined : fieldsOnScreen(jira, screen.id),
  ]);
  return {
    issueTypes,
    fields,
    options,
    linkTypes,
    statuses,
    resolutions,
    workflows,
    screens,
    screenSchemes,
    onRiskScreen,
  };
}

export async function siteIssueTypes(jira: JiraRequest): Promise<readonly JiraIssueType[]> {
  return (await listIssueTypes(jira)).filter((type) => !type.ofOneProject);
}

export async function siteStatuses(jira: JiraRequest): Promise<readonly JiraStatus[]> {
  return (await listStatuses(jira)).filter((status) => !status.ofOneProject);
}

/** Those whose name is like ours, and the recorded one whatever it is called. */
export async function riskWorkflows(jira: JiraRequest, { workflow }: SetupRecord): Promise<readonly Workflow[]> {
  const named = (await findWorkflows(jira, RISK_WORKFLOW.name)).filter(({ ofOneProject }) => !ofOneProject);
  if (workflow === undefined || named.some(({ id }) => id === workflow.id)) return named;
  const recorded = await readWorkflow(jira, workflow.id);
  return recorded === undefined ? named : [...named, recorded];
}

async function readOptions(
  jira: JiraRequest,
  there: readonly JiraField[],
  record: SetupRecord,
): Promise<Found['options']> {
  const read = FIELDS.map(async (name) => {
    const made = record.fields[name];
    if (made?.contextId === undefined || !there.some(({ id }) => id === made.id)) return [];
    return [[name, await optionsOf(jira, made.id, made.contextId)] as const];
  });
  return Object.fromEntries((await Promise.all(read)).flat());
}

/** None where somebody deleted the list itself. */
async function optionsOf(jira: JiraRequest, fieldId: string, contextId: string): Promise<readonly ContextOption[]> {
  try {
    return await listOptions(jira, fieldId, contextId);
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return [];
    throw error;
  }
}
