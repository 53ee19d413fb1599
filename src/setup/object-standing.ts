/**
 * The standing of each object that set-up needs on a site. Our descriptions are nobody else's words: where they stand, an
 * earlier installation wrote them. Pure; the plan and the steps ask the same questions.
 */
import type { FieldName, LinkTypeName, RiskStatusKey } from '../domain/site-setup';
import type { SetupRecord } from '../storage/setup-record';
import type { Found } from './found';
import {
  FIELD_KINDS,
  NEEDED_FIELDS,
  NEEDED_LINK_TYPES,
  RISK_SCREEN,
  RISK_STATUSES,
  RISK_TYPE,
  RISK_WORKFLOW,
  type RiskStatus,
} from './needed';
import { standingOf, type Standing } from './standing';
import { stepName, type SiteStep } from './step-name';

export function issueTypeStanding(there: Found['issueTypes'], record: SetupRecord) {
  const isOurs = hasDescription(RISK_TYPE.description);
  return standingOf({
    name: RISK_TYPE.name,
    begunAs: begunAs(record, { part: 'issueType' }, RISK_TYPE.name),
    recordedId: record.riskTypeId,
    there,
    isOurs,
    isAsBegun: isOurs,
  });
}

export function fieldStanding(field: FieldName, there: Found['fields'], record: SetupRecord) {
  const needed = NEEDED_FIELDS[field];
  const isOurs = (found: Found['fields'][number]) =>
    found.customType === FIELD_KINDS[needed.kind].type && found.description === needed.description;
  return standingOf({
    name: needed.name,
    begunAs: begunAs(record, { part: 'field', field }, needed.name),
    recordedId: record.fields[field]?.id,
    there,
    isOurs,
    isAsBegun: isOurs,
  });
}

/** A link type has no description, so the issue type speaks for it: see `isReinstallation`. */
export function linkTypeStanding(
  linkType: LinkTypeName,
  there: Found['linkTypes'],
  record: SetupRecord,
  reinstallation: boolean,
) {
  const { name, inward, outward } = NEEDED_LINK_TYPES[linkType];
  const isAsBegun = (found: Found['linkTypes'][number]) =>
    found.inward.startsWith(inward) && found.outward.startsWith(outward);
  return standingOf({
    name,
    begunAs: begunAs(record, { part: 'linkType', linkType }, name),
    recordedId: record.linkTypes[linkType]?.id,
    there,
    isOurs: (found) => reinstallation && found.inward === inward && found.outward === outward,
    isAsBegun,
  });
}

export function statusStanding(status: RiskStatusKey, there: Found['statuses'], record: SetupRecord) {
  const needed = neededStatus(status);
  const isOurs = (found: Found['statuses'][number]) =>
    found.category === needed.category && found.description === needed.description;
  return standingOf({
    name: needed.name,
    begunAs: begunAs(record, { part: 'status', status }, needed.name),
    recordedId: record.riskStatusIds?.[needed.name],
    there,
    isOurs,
    isAsBegun: isOurs,
  });
}

export function workflowStanding(there: Found['workflows'], record: SetupRecord) {
  return describedStanding('workflow', RISK_WORKFLOW, record.workflow?.id, there, record);
}

export function screenStanding(there: Found['screens'], record: SetupRecord) {
  return describedStanding('screen', RISK_SCREEN, record.screenId, there, record);
}

export function screenSchemeStanding(there: Found['screenSchemes'], record: SetupRecord) {
  return describedStanding('screenScheme', RISK_SCREEN, record.screenSchemeId, there, record);
}

/** Of an object that is known by its description alone. */
function describedStanding<
  Id extends string | number,
  T extends { readonly id: Id; readonly name: string; readonly description: string },
>(
  part: 'workflow' | 'screen' | 'screenScheme',
  { name, description }: { readonly name: string; readonly description: string },
  recordedId: Id | undefined,
  there: readonly T[],
  record: SetupRecord,
) {
  const isOurs = hasDescription(description);
  return standingOf({ name, begunAs: begunAs(record, { part }, name), recordedId, there, isOurs, isAsBegun: isOurs });
}

/** The site has our issue type although this installation did not make it: the app was here before. */
export function isReinstallation(issueTypes: Found['issueTypes'], record: SetupRecord): boolean {
  if (record.reinstallation === true) return true;
  const standing = issueTypeStanding(issueTypes, record);
  return standing.action === 'adopt' && standing.origin === 'adopted';
}

/** Any standing, as far as its kind does not matter. */
export type AnyStanding = Standing<{ readonly id: string | number; readonly name: string }>;

export function siteStanding(
  step: Exclude<SiteStep, { part: 'dropped' }>,
  found: Found,
  record: SetupRecord,
): AnyStanding {
  switch (step.part) {
    case 'issueType':
      return issueTypeStanding(found.issueTypes, record);
    case 'field':
      return fieldStanding(step.field, found.fields, record);
    case 'linkType':
      return linkTypeStanding(step.linkType, found.linkTypes, record, isReinstallation(found.issueTypes, record));
    case 'status':
      return statusStanding(step.status, found.statuses, record);
    case 'workflow':
      return workflowStanding(found.workflows, record);
    case 'screen':
      return screenStanding(found.screens, record);
    case 'screenScheme':
      return screenSchemeStanding(found.screenSchemes, record);
  }
}

export function neededStatus(status: RiskStatusKey): RiskStatus {
  const needed = RISK_STATUSES.find(({ key }) => key === status);
  if (needed === undefined) throw new Error('no such status');
  return needed;
}

function hasDescription(ours: string) {
  return ({ description }: { readonly description: string }): boolean => description === ours;
}

/** The name under which a step began to make its object; `undefined` when it did not, or has recorded it since. */
function begunAs(record: SetupRecord, step: SiteStep, name: string): string | undefined {
  const key = stepName(step);
  return record.begun.includes(key) ? (record.names[key] ?? name) : undefined;
}
