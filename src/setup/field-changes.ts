/**
 * What has to be done about the options of one of our selects. Pure.
 */
import type { FieldName } from '../domain/site-setup';
import type { ContextOption } from '../jira/field-option';
import type { SetupRecord } from '../storage/setup-record';
import { NEEDED_FIELDS, sameName, type NeededOption } from './needed';

export interface FieldChanges {
  /** In the order in which they are listed. */
  readonly add: readonly NeededOption[];
  /** Needed, and somebody switched them off. */
  readonly enable: readonly ContextOption[];
  /** Not ours: levels and reports cannot read them. */
  readonly disable: readonly ContextOption[];
  /** Ids of those that are there, by what they mean. */
  readonly known: Readonly<Record<string, string>>;
}

const NO_CHANGES: FieldChanges = { add: [], enable: [], disable: [], known: {} };

/** A project may have reasons of its own for "not relevant". */
const OPEN_LISTS: readonly FieldName[] = ['relevanceReason'];

/**
 * An option that was renamed keeps its recorded id.
 * @param there `undefined` where the options were not read.
 * @param thorough also what is there too much.
 */
export function fieldChanges(
  field: FieldName,
  there: readonly ContextOption[] | undefined,
  record: SetupRecord,
  thorough: boolean,
): FieldChanges {
  const needed = NEEDED_FIELDS[field].options;
  if (needed === undefined || there === undefined) return NO_CHANGES;
  const recorded = record.fields[field]?.options ?? {};
  const matches = needed.map((option) => {
    const match =
      there.find(({ id }) => id === recorded[option.meaning]) ??
      there.find(({ value }) => sameName(value, option.value));
    return { option, match };
  });
  const known = matches.flatMap(({ option, match }) => (match ? [[option.meaning, match.id] as const] : []));
  const ids = new Set(known.map(([, id]) => id));
  const closed = thorough && !OPEN_LISTS.includes(field);
  return {
    add: matches.flatMap(({ option, match }) => (match ? [] : [option])),
    enable: matches.flatMap(({ match }) => (match?.disabled === true ? [match] : [])),
    disable: closed ? there.filter(({ id, disabled }) => !disabled && !ids.has(id)) : [],
    known: Object.fromEntries(known),
  };
}

export function hasChanges({ add, enable, disable }: FieldChanges): boolean {
  return add.length + enable.length + disable.length > 0;
}
