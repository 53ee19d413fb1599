import type { Field, FieldKind } from '../state/config-entities';

const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes:';

interface FieldType {
  readonly kind: FieldKind;
  readonly schema: { readonly type: string; readonly items?: string };
  readonly searchers: readonly string[];
}

/** The custom field types served here, by the last part of their key, with the searchers Jira allows for each. */
const SERVED: Readonly<Record<string, FieldType>> = {
  textfield: { kind: 'text', schema: { type: 'string' }, searchers: ['textsearcher'] },
  textarea: { kind: 'paragraph', schema: { type: 'string' }, searchers: ['textsearcher'] },
  float: { kind: 'number', schema: { type: 'number' }, searchers: ['exactnumber', 'numberrange'] },
  datepicker: { kind: 'date', schema: { type: 'date' }, searchers: ['daterange'] },
  datetime: { kind: 'datetime', schema: { type: 'datetime' }, searchers: ['datetimerange'] },
  userpicker: { kind: 'user', schema: { type: 'user' }, searchers: ['userpickergroupsearcher'] },
  multiuserpicker: { kind: 'users', schema: { type: 'array', items: 'user' }, searchers: ['userpickergroupsearcher'] },
  select: { kind: 'select', schema: { type: 'option' }, searchers: ['multiselectsearcher'] },
  radiobuttons: { kind: 'select', schema: { type: 'option' }, searchers: ['multiselectsearcher'] },
  multiselect: { kind: 'multiselect', schema: { type: 'array', items: 'option' }, searchers: ['multiselectsearcher'] },
  multicheckboxes: {
    kind: 'multiselect',
    schema: { type: 'array', items: 'option' },
    searchers: ['multiselectsearcher'],
  },
  labels: { kind: 'labels', schema: { type: 'array', items: 'string' }, searchers: ['labelsearcher'] },
  url: { kind: 'url', schema: { type: 'string' }, searchers: ['exacttextsearcher'] },
};

/** Types Jira has and the local Jira refuses by name. */
const NOT_SERVED: ReadonlySet<string> = new Set([
  'cascadingselect',
  'grouppicker',
  'importid',
  'multigrouppicker',
  'multiversion',
  'project',
  'readonlyfield',
  'version',
]);

export type FieldTypeAnswer =
  | { readonly found: 'served'; readonly type: FieldType }
  | { readonly found: 'not-served' }
  | { readonly found: 'unknown' };

/** What `POST /field` may do with a type key such as `com.atlassian.jira.plugin.system.customfieldtypes:select`. */
export function fieldTypeOf(typeKey: string): FieldTypeAnswer {
  const name = typeKey.startsWith(PREFIX) ? typeKey.slice(PREFIX.length) : '';
  const type = Object.hasOwn(SERVED, name) ? SERVED[name] : undefined;
  if (type !== undefined) return { found: 'served', type };
  return NOT_SERVED.has(name) ? { found: 'not-served' } : { found: 'unknown' };
}

/** Whether a searcher may be used with a type: `…customfieldtypes:multiselectsearcher` for selects. */
export function isSearcherFor(type: FieldType, searcherKey: string): boolean {
  return searcherKey.startsWith(PREFIX) && type.searchers.includes(searcherKey.slice(PREFIX.length));
}

/** Whether a field has options. */
export function hasOptions(field: Field): boolean {
  return field.kind === 'select' || field.kind === 'multiselect';
}
