/**
 * What undo needs to know about each object of the site: its recorded id, whether it is there, how to count who uses it,
 * how to remove it, and how to forget it.
 */
import { JiraError } from '../../jira/errors';
import { listCustomFields, trashField } from '../../jira/field';
import { usersOf } from '../../jira/issue-count';
import { deleteIssueType } from '../../jira/issue-type';
import { deleteLinkType, listLinkTypes } from '../../jira/link-type';
import type { JiraRequest } from '../../jira/request';
import { deleteScreen, listScreens } from '../../jira/screen';
import { deleteScreenScheme, listScreenSchemes } from '../../jira/screen-scheme';
import { deleteStatus } from '../../jira/status';
import { deleteWorkflow, readWorkflow } from '../../jira/workflow';
import type { SetupRecord } from '../../storage/setup-record';
import { siteIssueTypes, siteStatuses } from '../found';
import { neededStatus } from '../object-standing';
import { stepName, type SiteStep } from '../step-name';
import { without } from '../without';

/** What is there under the recorded id now. */
export interface SiteObject {
  readonly name: string;
  /** The query of the issues that use it; kinds without it are not used by issues themselves. */
  readonly jql?: string;
  /** Somebody changed it since we made it, so that it is not ours alone any more. */
  readonly changed?: true;
}

export function recordedId(step: SiteStep, record: SetupRecord): string | number | undefined {
  switch (step.part) {
    case 'issueType':
      return record.riskTypeId;
    case 'field':
      return record.fields[step.field]?.id;
    case 'linkType':
      return record.linkTypes[step.linkType]?.id;
    case 'status':
      return record.riskStatusIds?.[neededStatus(step.status).name];
    case 'workflow':
      return record.workflow?.id;
    case 'screen':
      return record.screenId;
    case 'screenScheme':
      return record.screenSchemeId;
    case 'dropped':
      return undefined;
  }
}

/** `undefined` when it is gone. @throws JiraError */
export async function readSiteObject(
  jira: JiraRequest,
  step: SiteStep,
  record: SetupRecord,
): Promise<SiteObject | undefined> {
  const id = recordedId(step, record);
  if (id === undefined) return undefined;
  const named = <T extends { id: string | number; name: string }>(objects: readonly T[]) =>
    objects.find((object) => object.id === id);
  switch (step.part) {
    case 'issueType': {
      const type = named(await siteIssueTypes(jira));
      return type && { name: type.name, jql: usersOf.issueType(type.id) };
    }
    case 'field': {
      const field = named(await listCustomFields(jira));
      return field && { name: field.name, jql: usersOf.field(field.id) };
    }
    case 'linkType': {
      const type = named(await listLinkTypes(jira));
      return type && { name: type.name, jql: usersOf.linkType(type) };
    }
    case 'status': {
      const status = named(await siteStatuses(jira));
      return status && { name: status.name, jql: usersOf.status(status.id) };
    }
    case 'workflow': {
      const workflow = await readWorkflow(jira, String(id));
      if (workflow === undefined) return undefined;
      const made = record.workflow?.versionNumber;
      const changed = made !== undefined && made !== workflow.versionNumber;
      return { name: workflow.name, ...(changed ? { changed } : {}) };
    }
    case 'screen':
      return named(await listScreens(jira));
    case 'screenScheme':
      return named(await listScreenSchemes(jira));
    case 'dropped':
      return undefined;
  }
}

/** @returns false when Jira says that something still uses it. @throws JiraError */
export async function removeSiteObject(jira: JiraRequest, step: SiteStep, record: SetupRecord): Promise<boolean> {
  try {
    await remove(jira, step, record);
    return true;
  } catch (error) {
    // Jira has no code of its own for "in use": 400, 404 or 409, as the kind may be. It was there a moment ago.
    if (error instanceof JiraError && ['refused', 'notFound', 'conflict'].includes(error.kind)) return false;
    throw error;
  }
}

async function remove(jira: JiraRequest, step: SiteStep, record: SetupRecord): Promise<void> {
  const id = recordedId(step, record);
  if (id === undefined) return;
  switch (step.part) {
    case 'issueType':
      return deleteIssueType(jira, String(id));
    case 'field':
      return trashField(jira, String(id));
    case 'linkType':
      return deleteLinkType(jira, String(id));
    case 'status':
      return deleteStatus(jira, String(id));
    case 'workflow':
      return deleteWorkflow(jira, String(id));
    case 'screen':
      return deleteScreen(jira, Number(id));
    case 'screenScheme':
      return deleteScreenScheme(jira, Number(id));
    case 'dropped':
      return undefined;
  }
}

/** The record without this object. */
export function forgotten(step: SiteStep, record: SetupRecord): SetupRecord {
  const key = stepName(step);
  const rest: SetupRecord = {
    ...record,
    names: without(record.names, key),
    origins: without(record.origins, key),
    begun: record.begun.filter((begun) => begun !== key),
  };
  switch (step.part) {
    case 'issueType':
      return without(rest, 'riskTypeId', 'avatarId');
    case 'field':
      return { ...rest, fields: without(rest.fields, step.field) };
    case 'linkType':
      return { ...rest, linkTypes: without(rest.linkTypes, step.linkType) };
    case 'status':
      return { ...rest, riskStatusIds: without(rest.riskStatusIds ?? {}, neededStatus(step.status).name) };
    case 'workflow':
      return without(rest, 'workflow');
    case 'screen':
      return without(rest, 'screenId');
    case 'screenScheme':
      return without(rest, 'screenSchemeId');
    case 'dropped':
      return rest;
  }
}
