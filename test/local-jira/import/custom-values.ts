import type { Field } from '../state/config-entities';
import type { CustomValue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { dayOf, readDate } from './dates';
import type { ImportedCustomValue } from './imported-issue';
import { textToAdf } from './text-to-adf';

/** What a cell of a custom field becomes. */
export type ReadValue =
  | { readonly found: 'value'; readonly value: CustomValue }
  /** A person: who that is on the site is decided when the file is accepted. */
  | { readonly found: 'people'; readonly names: readonly string[]; readonly several: boolean }
  /** Readable, but the site has no such option: left out and said. */
  | { readonly found: 'missing-option'; readonly message: string }
  | { readonly found: 'wrong'; readonly message: string }
  /** The site gives the value itself (rank). */
  | { readonly found: 'ignored' };

// Team-managed projects call the same thing "Story point estimate".
const SAME_FIELD: Readonly<Record<string, string>> = { 'story point estimate': 'story points' };

/** The custom field of the site that a column "Custom field (name)" means. */
export function fieldByName(state: SiteState, name: string): Field | undefined {
  const wanted = SAME_FIELD[name.toLowerCase()] ?? name.toLowerCase();
  return state.fields.find(
    (field) =>
      field.custom &&
      field.trash === undefined &&
      field.scopeProjectId === undefined &&
      field.name.toLowerCase() === wanted,
  );
}

/** Reads the cells of one custom field of one row as the field's kind wants them. */
export function readCustomValue(state: SiteState, field: Field, { values }: ImportedCustomValue): ReadValue {
  const first = values[0] ?? '';
  switch (field.kind) {
    case 'number':
      return numberValue(first);
    case 'text':
    case 'url':
      return { found: 'value', value: first };
    case 'paragraph':
      return { found: 'value', value: textToAdf(first) };
    case 'date':
    case 'datetime':
      return dateValue(first, field.kind);
    case 'labels':
      return { found: 'value', value: [...new Set(values.flatMap((text) => text.trim().split(/\s+/)))] };
    case 'user':
      return { found: 'people', names: [first.trim()], several: false };
    case 'users':
      return { found: 'people', names: values.map((text) => text.trim()), several: true };
    case 'select':
      return optionValue(state, field, [first], ([id = '']) => id);
    case 'multiselect':
      return optionValue(state, field, values, (ids) => ids);
    case 'sprint':
    case 'rank':
    case 'system':
      return { found: 'ignored' };
  }
}

function numberValue(text: string): ReadValue {
  const value = Number(text.trim());
  return Number.isFinite(value) ? { found: 'value', value } : { found: 'wrong', message: `"${text}" is not a number.` };
}

function dateValue(text: string, kind: 'date' | 'datetime'): ReadValue {
  const date = readDate(text);
  if (!date) return { found: 'wrong', message: `"${text}" is not a date.` };
  return { found: 'value', value: kind === 'date' ? dayOf(date) : date.toISOString() };
}

function optionValue(
  state: SiteState,
  field: Field,
  texts: readonly string[],
  toValue: (ids: readonly string[]) => CustomValue,
): ReadValue {
  const options = state.fieldOptions.filter(({ fieldId }) => fieldId === field.id);
  const ids: string[] = [];
  for (const text of texts) {
    const option = options.find(({ value }) => value.toLowerCase() === text.trim().toLowerCase());
    if (!option) return { found: 'missing-option', message: `${field.name} has no option "${text.trim()}".` };
    ids.push(option.id);
  }
  return { found: 'value', value: toValue(ids) };
}
