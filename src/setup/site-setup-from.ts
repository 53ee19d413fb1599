/**
 * From the record of what was made to the ids that everything else uses. Pure.
 */
import { FIELDS, LINK_TYPES, type FieldName, type OptionIds, type SiteSetup } from '../domain/site-setup';
import type { SetupRecord } from '../storage/setup-record';
import { NEEDED_FIELDS } from './needed';

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
    droppedStatusIds: dropped.statusIds,
    droppedResolutionIds: dropped.resolutionIds,
  };
}

/** The field is recorded, with every option that it needs. */
export function isFieldComplete(record: SetupRecord, field: FieldName): boolean {
  const made = record.fields[field];
  if (made === undefined) return false;
  return (NEEDED_FIELDS[field].options ?? []).every(({ meaning }) => made.options?.[meaning] !== undefined);
}
