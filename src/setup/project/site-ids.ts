/**
 * What the steps of a project need to know of the site. Before the site is set up, parts of it are missing.
 */
import { FIELDS, type FieldName } from '../../domain/site-setup';
import type { SetupRecord } from '../../storage/setup-record';
import { STORY_FIELDS } from '../needed';
import { stepName } from '../step-name';

export interface SiteIds {
  readonly riskTypeId: string | undefined;
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** Names of fields that were made under another name, because somebody else has the plain one. */
  readonly fieldNames: Readonly<Partial<Record<FieldName, string>>>;
  /** The screen scheme of security risks. */
  readonly riskScreensId: string | undefined;
  readonly workflow: { readonly id: string; readonly name: string } | undefined;
  /** By the name that the status has in needed.ts. */
  readonly riskStatusIds: Readonly<Record<string, string>> | undefined;
}

export function siteIdsOf(record: SetupRecord): SiteIds {
  const { riskTypeId, fields, screenSchemeId, workflow, riskStatusIds } = record;
  const known = FIELDS.flatMap((field) => {
    const id = fields[field]?.id;
    return id === undefined ? [] : [[field, id] as const];
  });
  return {
    riskTypeId,
    fields: Object.fromEntries(known),
    fieldNames: Object.fromEntries(
      FIELDS.flatMap((field) => {
        const name = record.names[stepName({ part: 'field', field })];
        return name === undefined ? [] : [[field, name] as const];
      }),
    ),
    riskScreensId: screenSchemeId === undefined ? undefined : String(screenSchemeId),
    workflow,
    riskStatusIds,
  };
}

const storyFields: readonly FieldName[] = STORY_FIELDS;
export const RISK_FIELDS: readonly FieldName[] = FIELDS.filter((field) => !storyFields.includes(field));

/** The ids of these fields; `undefined` while one of them was not made. */
export function fieldIdsOf({ fields }: SiteIds, names: readonly FieldName[]): readonly string[] | undefined {
  const ids = names.flatMap((name) => fields[name] ?? []);
  return ids.length === names.length ? ids : undefined;
}
