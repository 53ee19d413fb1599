import { isAdf } from '../adf/check';
import { optionsFor } from '../config/field-availability';
import { fieldProblem, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Field, FieldOption } from '../state/config-entities';
import type { AdfDocument, CustomValue } from '../state/issue-entities';
import type { Place } from './draft';
import { textOf } from './body';

const LONGEST_TEXT = 32_767;
const LONGEST_LINE = 255;

/** A value for a custom field as Jira's API takes it, turned into what is kept. `undefined` = no value. */
export function customInput(
  context: RouteContext,
  field: Field,
  input: unknown,
  place: Place,
): CustomValue | undefined {
  if (input === null) return undefined;
  const wrong = (message: string) => fieldProblem(field.id, message);
  switch (field.kind) {
    case 'text':
      return lineInput(field.id, input);
    case 'paragraph':
      return documentInput(field.id, input);
    case 'number':
      if (typeof input !== 'number' || !Number.isFinite(input)) throw wrong('Operation value must be a number');
      return input;
    case 'date':
      return dayInput(field.id, input);
    case 'datetime': {
      const at = typeof input === 'string' ? Date.parse(input.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : Number.NaN;
      if (Number.isNaN(at)) throw wrong('Operation value must be a string in ISO date time format');
      return new Date(at).toISOString();
    }
    case 'user':
      return personInput(context, field.id, input) ?? undefined;
    case 'users':
      return notEmpty(listInput(field.id, input).map((item) => personInput(context, field.id, item)!));
    case 'select':
      return optionInput(context, field, input, place).id;
    case 'multiselect':
      return notEmpty(listInput(field.id, input).map((item) => optionInput(context, field, item, place).id));
    case 'labels':
      return notEmpty(labelsInput(field.id, input));
    case 'url':
      if (typeof input !== 'string' || !URL.canParse(input)) throw wrong('URL is not valid.');
      return lineInput(field.id, input);
    case 'sprint': {
      const id = textOf(input);
      if (typeof input !== 'number' || context.state.sprints.get(id) === undefined) {
        throw wrong('Number value expected as the Sprint id.');
      }
      return [id];
    }
    case 'rank':
    case 'system':
      throw notServed(`setting the field ${field.name}`);
  }
}

export function lineInput(fieldId: string, input: unknown): string {
  if (typeof input !== 'string') throw fieldProblem(fieldId, 'Operation value must be a string');
  if (input.length > LONGEST_LINE) {
    throw fieldProblem(
      fieldId,
      `The entered text is too long. It exceeds the allowed limit of ${LONGEST_LINE} characters.`,
    );
  }
  return input;
}

/** Rich text is an Atlassian document; a plain string is refused. */
export function documentInput(fieldId: string, input: unknown): AdfDocument {
  if (!isAdf(input)) {
    throw fieldProblem(fieldId, 'Operation value must be an Atlassian Document (see the Atlassian Document Format)');
  }
  if (JSON.stringify(input).length > LONGEST_TEXT) {
    throw fieldProblem(fieldId, 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.');
  }
  return input;
}

export function dayInput(fieldId: string, input: unknown): string {
  const day = typeof input === 'string' ? input : '';
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (at === undefined || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) {
    throw fieldProblem(
      fieldId,
      `Error parsing date string: ${typeof input === 'string' ? input : JSON.stringify(input)}`,
    );
  }
  return day;
}

/** `{accountId}` or `{id}`; null = nobody. */
export function personInput({ state }: RouteContext, fieldId: string, input: unknown): string | null {
  if (input === null) return null;
  const { accountId, id } = input as { accountId?: unknown; id?: unknown };
  const wanted = accountId ?? id;
  if (wanted === null) return null;
  const user = typeof wanted === 'string' ? state.users.get(wanted) : undefined;
  if (user?.active !== true) throw fieldProblem(fieldId, 'Specify a valid value for the user: account id not found.');
  return user.id;
}

export function listInput(fieldId: string, input: unknown): readonly unknown[] {
  if (!Array.isArray(input)) throw fieldProblem(fieldId, 'data was not an array');
  return input;
}

export function labelsInput(fieldId: string, input: unknown): string[] {
  return [...new Set(listInput(fieldId, input).map((label) => labelInput(fieldId, label)))];
}

export function labelInput(fieldId: string, input: unknown): string {
  if (typeof input !== 'string') throw fieldProblem(fieldId, 'Operation value must be an array of strings');
  if (/\s/.test(input)) throw fieldProblem(fieldId, `The label '${input}' contains spaces which is invalid.`);
  return lineInput(fieldId, input);
}

/** `{id}` or `{value}` of an option that the field has there and that is not disabled. */
export function optionInput({ state }: RouteContext, field: Field, input: unknown, place: Place): FieldOption {
  const options = optionsFor(state, field.id, place.project.id, place.typeId);
  const { id, value } = (typeof input === 'object' && input !== null ? input : {}) as { id?: unknown; value?: unknown };
  const option =
    id === undefined
      ? options.find((candidate) => candidate.value === value)
      : options.find((candidate) => candidate.id === textOf(id));
  if (option === undefined || option.disabled) {
    const asked = id === undefined ? `Option value '${textOf(value)}'` : `Option id '${textOf(id)}'`;
    throw fieldProblem(field.id, `${asked} is not valid`);
  }
  return option;
}

function notEmpty(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
