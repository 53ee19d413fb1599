/** What Jira lets nobody do over REST in a team-managed project, and people do on its pages. Each throws JiraProblem. */
import * as v from 'valibot';
import { ask, tell } from '../../jira/request';

const OptionShape = v.object({ id: v.string(), value: v.string(), disabled: v.optional(v.boolean(), false) });
const FieldShape = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  /** `global`: a field of the whole site that this project uses. */
  scope: v.picklist(['project', 'global']),
  options: v.optional(v.array(OptionShape)),
});
const TypeShape = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  level: v.picklist(['standard', 'subtask', 'epic']),
  avatarId: v.optional(v.number()),
  fields: v.array(FieldShape),
});
const OverviewShape = v.object({
  project: v.object({ id: v.string(), key: v.string(), name: v.string() }),
  issueTypes: v.array(TypeShape),
  fieldsToAdd: v.array(v.object({ id: v.string(), name: v.string(), type: v.string(), scope: v.string() })),
});

export type TeamOverview = v.InferOutput<typeof OverviewShape>;
export type TeamType = v.InferOutput<typeof TypeShape>;
export type TeamField = v.InferOutput<typeof FieldShape>;

/** Kinds of fields, as Jira's own page names them. */
export const FIELD_TYPES = {
  dropdown: 'Dropdown',
  checkbox: 'Checkbox',
  people: 'People',
  date: 'Date',
  timestamp: 'Time stamp',
  'short-text': 'Short text',
  paragraph: 'Paragraph',
  number: 'Number',
  labels: 'Labels',
  url: 'URL',
} as const;
export type FieldType = keyof typeof FIELD_TYPES;

export function hasOptions(type: string): boolean {
  return type === 'dropdown' || type === 'checkbox';
}

const part = encodeURIComponent;
const base = (key: string) => `/__local-jira/team-managed/${part(key)}`;
const typePath = (key: string, typeId: string) => `${base(key)}/issue-types/${part(typeId)}`;

export const team = {
  read: (key: string) => ask(OverviewShape, 'GET', base(key)),
  addType: async (key: string, type: { name: string; description: string }) =>
    (await ask(v.object({ id: v.string() }), 'POST', `${base(key)}/issue-types`, type)).id,
  renameType: (key: string, typeId: string, name: string) => tell('PUT', typePath(key, typeId), { name }),
  removeType: (key: string, typeId: string) => tell('DELETE', typePath(key, typeId)),
  addField: (key: string, typeId: string, field: { name: string; type: FieldType; options?: readonly string[] }) =>
    tell('POST', `${typePath(key, typeId)}/fields`, field),
  useField: (key: string, typeId: string, fieldId: string) =>
    tell('POST', `${typePath(key, typeId)}/fields`, { fieldId }),
  takeOffField: (key: string, typeId: string, fieldId: string) =>
    tell('DELETE', `${typePath(key, typeId)}/fields/${part(fieldId)}`),
  changeField: (
    key: string,
    fieldId: string,
    change: { name: string; options?: readonly { id?: string; value: string }[] },
  ) => tell('PUT', `${base(key)}/fields/${part(fieldId)}`, change),
  deleteField: (key: string, fieldId: string) => tell('DELETE', `${base(key)}/fields/${part(fieldId)}`),
};
