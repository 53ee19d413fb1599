/**
 * What set-up has made so far on the site, by id, written as soon as each thing is there. From this a stopped set-up goes
 * on; when all of it is there, `site-setup` follows.
 */
import * as v from 'valibot';
import type { FieldName, LinkType, LinkTypeName } from '../domain/site-setup';
import { FIELDS, LINK_TYPES } from '../domain/site-setup';
import { readValue, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/**
 * Where the object of a step comes from.
 * - `made`: by this installation;
 * - `adopted`: by an earlier installation, whose records are gone;
 * - `chosen`: somebody else's, that an admin chose to use. Nothing of it is ever changed.
 */
export const ORIGINS = ['made', 'adopted', 'chosen'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface FieldRecord {
  readonly id: string;
  /** Of the options; missing for fields without. */
  readonly contextId?: string;
  /** Option ids by what the option means; missing until the options are there. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface SetupRecord {
  readonly version: 1;
  /**
   * Steps that were about to make something after having seen that nothing of that name was there, and have not recorded
   * it. An exact match that is found later was made by that step, although its answer was lost.
   */
  readonly begun: readonly string[];
  /** By step: the name that ours was given because somebody else has the plain one. Stored before it is made. */
  readonly names: Readonly<Record<string, string>>;
  readonly origins: Readonly<Record<string, Origin>>;
  /** Ids of all projects that a run was ever about. */
  readonly projectIds: readonly string[];
  readonly riskTypeId?: string;
  /** Missing: the type has no picture of its own yet. */
  readonly avatarId?: string;
  /** The app was on this site before, and its objects are still there. */
  readonly reinstallation?: true;
  readonly fields: Readonly<Partial<Record<FieldName, FieldRecord>>>;
  readonly linkTypes: Readonly<Partial<Record<LinkTypeName, LinkType>>>;
  readonly dropped?: { readonly statusIds: readonly string[]; readonly resolutionIds: readonly string[] };
  readonly screenId?: number;
  readonly screenSchemeId?: number;
  /** Ids of the statuses of the risk workflow, by the name they have in setup/needed.ts. */
  readonly riskStatusIds?: Readonly<Record<string, string>>;
  readonly workflow?: {
    readonly id: string;
    readonly name: string;
    /** As it was when we made it; another number later means that somebody changed it. */
    readonly versionNumber?: number;
  };
}

const fieldRecord = v.object({
  id: v.pipe(v.string(), v.regex(/^customfield_\d{1,10}$/)),
  contextId: v.exactOptional(id),
  options: v.exactOptional(v.record(v.string(), id)),
});
const linkType = v.object({ id, name: v.string(), inward: v.string(), outward: v.string() });
const screenNumber = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema: v.GenericSchema<unknown, SetupRecord> = v.object({
  version: v.literal(1),
  begun: v.array(v.string()),
  names: v.optional(v.record(v.string(), v.string()), {}),
  origins: v.optional(v.record(v.string(), v.picklist(ORIGINS)), {}),
  projectIds: v.optional(v.array(id), []),
  riskTypeId: v.exactOptional(id),
  avatarId: v.exactOptional(id),
  reinstallation: v.exactOptional(v.literal(true)),
  fields: v.object(optionalEach(FIELDS, fieldRecord)),
  linkTypes: v.object(optionalEach(LINK_TYPES, linkType)),
  dropped: v.exactOptional(v.object({ statusIds: v.array(id), resolutionIds: v.array(id) })),
  screenId: v.exactOptional(screenNumber),
  screenSchemeId: v.exactOptional(screenNumber),
  riskStatusIds: v.exactOptional(v.record(v.string(), id)),
  workflow: v.exactOptional(v.object({ id: v.string(), name: v.string(), versionNumber: v.exactOptional(v.number()) })),
});

function optionalEach<const K extends string, S extends v.GenericSchema>(names: readonly K[], value: S) {
  return Object.fromEntries(names.map((name) => [name, v.exactOptional(value)])) as Record<
    K,
    v.ExactOptionalSchema<S, undefined>
  >;
}

const ENTRY: Entry<SetupRecord> = { key: 'set-up-record', schema };

const NOTHING_MADE: SetupRecord = {
  version: 1,
  begun: [],
  names: {},
  origins: {},
  projectIds: [],
  fields: {},
  linkTypes: {},
};

export async function readSetupRecord(): Promise<SetupRecord> {
  return (await readValue(ENTRY)) ?? NOTHING_MADE;
}

export async function writeSetupRecord(record: SetupRecord): Promise<void> {
  return writeValue(ENTRY, record);
}
