import type { FieldKind } from '../state/config-entities';

/** Field types of team-managed projects, by what Jira's own page calls them. */
export const TEAM_FIELD_TYPES = [
  'dropdown',
  'checkbox',
  'people',
  'date',
  'timestamp',
  'short-text',
  'paragraph',
  'number',
  'labels',
  'url',
] as const;
export type TeamFieldType = (typeof TEAM_FIELD_TYPES)[number];

interface TeamField {
  readonly kind: FieldKind;
  /** Last part of the type's key. */
  readonly custom: string;
  readonly schema: {
    readonly type: string;
    readonly items?: string;
    readonly configuration?: Readonly<Record<string, unknown>>;
  };
}

/** "People" is a list of persons also where it takes only one. */
export const TEAM_FIELDS: Readonly<Record<TeamFieldType, TeamField>> = {
  dropdown: { kind: 'select', custom: 'select', schema: { type: 'option' } },
  checkbox: { kind: 'multiselect', custom: 'multicheckboxes', schema: { type: 'array', items: 'option' } },
  people: {
    kind: 'users',
    custom: 'people',
    schema: { type: 'array', items: 'user', configuration: { isMulti: false } },
  },
  date: { kind: 'date', custom: 'datepicker', schema: { type: 'date' } },
  timestamp: { kind: 'datetime', custom: 'datetime', schema: { type: 'datetime' } },
  'short-text': { kind: 'text', custom: 'textfield', schema: { type: 'string' } },
  paragraph: { kind: 'paragraph', custom: 'textarea', schema: { type: 'string' } },
  number: { kind: 'number', custom: 'float', schema: { type: 'number' } },
  labels: { kind: 'labels', custom: 'labels', schema: { type: 'array', items: 'string' } },
  url: { kind: 'url', custom: 'url', schema: { type: 'string' } },
};

/** What the page calls a field of this kind. */
export function teamFieldTypeOf(kind: FieldKind): TeamFieldType | undefined {
  return kind === 'user' ? 'people' : TEAM_FIELD_TYPES.find((type) => TEAM_FIELDS[type].kind === kind);
}
