/**
 * From the record of what was made to the ids that everything else uses. Pure.
 */
import {
  FIELDS,
  LINK_TYPES,
  RISK_STATUS_KEYS,
  type FieldName,
  type OptionIds,
  type RiskStatusKey,
  type SiteSetup,
} from '../domain/site-setup';
import type { SetupRecord } from '../storage/setup-record';
import { NEEDED_FIELDS, RISK_STATUSES } from './needed';

/** `undefined` as long as anything is missing: a site is set up or it is not. */
export function siteSetupFrom(record: SetupRecord): SiteSetup | undefined {
  const { riskTypeId, fields, linkTypes, dropped } = record;
  if (riskTypeId === undefined || dropped === undefined) return undefined;
  if (!FIELDS.every((field) => isFieldComplete(record, field))) return undefined;
  if (!LINK_TYPES.every((type) => linkTypes[type] !== undefined)) return undefined;
  const options = FIELDS.filter((field) => NEEDED_FIELDS[field].options).map((field) => [
    field,
    fields[field]?.options,
  ]);
  return {
    version: 1,
    riskTypeId,
    fields: Object.fromEntries(FIELDS.map((field) => [field, fields[field]?.id])) as SiteSetup['fields'],
    options: Object.fromEntries(options) as OptionIds,
    linkTypes: linkTypes as SiteSetup['linkTypes'],
    ...riskStatuses(record),
    droppedStatusIds: dropped.statusIds,
    droppedResolutionIds: dropped.resolutionIds,
  };
}

/** All of them or none: a register with half a workflow moves nothing. */
function riskStatuses({ riskStatusIds = {} }: SetupRecord): Pick<SiteSetup, 'riskStatusIds'> {
  const ids = RISK_STATUSES.flatMap(({ key, name }) => {
    const recorded = riskStatusIds[name];
    return recorded === undefined ? [] : [[key, recorded] as const];
  });
  if (ids.length < RISK_STATUS_KEYS.length) return {};
  return { riskStatusIds: Object.fromEntries(ids) as Record<RiskStatusKey, string> };
}

/** The field is recorded, with every option that it needs. */
export function isFieldComplete(record: SetupRecord, field: FieldName): boolean {
  const made = record.fields[field];
  if (made === undefined) return false;
  return (NEEDED_FIELDS[field].options ?? []).every(({ meaning }) => made.options?.[meaning] !== undefined);
}
