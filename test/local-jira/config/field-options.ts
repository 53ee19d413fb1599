import * as v from 'valibot';
import { notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldContext, FieldOption } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { numericId, readBody, refuse } from './body';
import { optionsOfContext } from './field-availability';
import { requireContext } from './field-contexts';
import { hasOptions } from './field-types';

const PATH = '/rest/api/3/field/{fieldId}/context/{contextId}/option';
const PER_REQUEST = 1000;
const PER_FIELD = 10_000;
const VALUE_LIMIT = 255;

const value = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(VALUE_LIMIT));
const CreateBody = v.strictObject({
  options: v.pipe(
    v.array(v.strictObject({ value, disabled: v.optional(v.boolean()), optionId: v.optional(v.string()) })),
    v.minLength(1),
  ),
});
const UpdateBody = v.strictObject({
  options: v.pipe(
    v.array(v.strictObject({ id: numericId, value: v.optional(value), disabled: v.optional(v.boolean()) })),
    v.minLength(1),
  ),
});
const MoveBody = v.strictObject({
  customFieldOptionIds: v.pipe(v.array(numericId), v.minLength(1)),
  after: v.optional(numericId),
  position: v.optional(v.picklist(['First', 'Last'])),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/ */
export function registerFieldOptions(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, 'Only Jira administrators can manage custom field options.');
  add('GET', '', listOptions);
  add('POST', '', createOptions);
  add('PUT', '', updateOptions);
  add('PUT', '/move', moveOptions);
  add('DELETE', '/{optionId}', deleteOption);
}

function listOptions(context: RouteContext): Reply {
  const { state, params, query } = context;
  const fieldContext = requireOptionContext(state, params);
  const ids = listParam(query, 'optionId');
  const rows = optionsOfContext(state, fieldContext.id)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(optionRow);
  const path = `/rest/api/3/field/${fieldContext.fieldId}/context/${fieldContext.id}/option`;
  return json(page(context, path, rows, { defaultResults: 100, limit: 100 }));
}

function createOptions({ state, params, body }: RouteContext): Reply {
  const context = requireOptionContext(state, params);
  const { options } = readBody(CreateBody, body);
  if (options.length > PER_REQUEST) refuse(`The number of options must not exceed ${PER_REQUEST}.`);
  if (options.some(({ optionId }) => optionId !== undefined)) {
    refuse("The custom field doesn't support cascading options.");
  }
  const known = optionsOfContext(state, context.id);
  const ofField = state.fieldOptions.filter(({ fieldId }) => fieldId === context.fieldId).length;
  if (ofField + options.length > PER_FIELD) {
    refuse(`The custom field must not have more than ${PER_FIELD} options.`);
  }
  refuseRepeatedValues([...known.map((option) => option.value), ...options.map((option) => option.value)]);
  const start = Math.max(-1, ...known.map(({ position }) => position)) + 1;
  const created = options.map((option, index) =>
    state.fieldOptions.put({
      id: state.nextId('option'),
      fieldId: context.fieldId,
      contextId: context.id,
      value: option.value,
      disabled: option.disabled ?? false,
      position: start + index,
    }),
  );
  return json({ options: created.map(optionRow) });
}

function updateOptions({ state, params, body }: RouteContext): Reply {
  const context = requireOptionContext(state, params);
  const { options } = readBody(UpdateBody, body);
  if (options.length > PER_REQUEST) refuse(`The number of options must not exceed ${PER_REQUEST}.`);
  const changes = new Map(options.map((option) => [option.id, option]));
  const known = optionsOfContext(state, context.id);
  const missing = options.filter(({ id }) => !known.some((option) => option.id === id)).map(({ id }) => id);
  if (missing.length > 0) throw notFound(`The options were not found: ${missing.join(', ')}.`);
  const after = known.map((option) => ({
    ...option,
    value: changes.get(option.id)?.value ?? option.value,
    disabled: changes.get(option.id)?.disabled ?? option.disabled,
  }));
  refuseRepeatedValues(after.map((option) => option.value));
  const changed = after.filter((option, index) => {
    const before = known[index];
    return before?.value !== option.value || before.disabled !== option.disabled;
  });
  for (const option of changed) state.fieldOptions.put(option);
  // "Options where the values in the request match the current values … aren't reported in the response."
  return json({ options: changed.map(optionRow) });
}

function moveOptions({ state, params, body }: RouteContext): Reply {
  const context = requireOptionContext(state, params);
  const { customFieldOptionIds, after, position } = readBody(MoveBody, body);
  if (after !== undefined && position !== undefined) {
    refuse("'after' and 'position' were provided. Only 'after' or 'position' can be specified.");
  }
  if (after === undefined && position === undefined) refuse("Either 'after' or 'position' has to be provided.");
  const known = optionsOfContext(state, context.id);
  const find = (id: string): FieldOption => {
    const option = known.find((row) => row.id === id);
    if (option === undefined) throw notFound('The custom field option was not found.');
    return option;
  };
  const moved = customFieldOptionIds.map(find);
  const rest = known.filter((option) => !moved.includes(option));
  const at = after === undefined ? (position === 'First' ? 0 : rest.length) : rest.indexOf(find(after)) + 1;
  const ordered = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  ordered.forEach((option, index) => state.fieldOptions.put({ ...option, position: index }));
  return empty();
}

/** Removing an option empties the field where it was chosen, as it does in Jira's own interface. */
function deleteOption({ state, params }: RouteContext): Reply {
  const context = requireOptionContext(state, params);
  const option = state.fieldOptions.get(params['optionId'] ?? '');
  if (option?.contextId !== context.id) throw notFound('The custom field option was not found.');
  for (const issue of state.issues.values()) {
    const chosen = issue.custom[context.fieldId];
    const left = Array.isArray(chosen) ? chosen.filter((id: unknown) => id !== option.id) : [];
    const uses = chosen === option.id || (Array.isArray(chosen) && left.length !== chosen.length);
    if (!uses) continue;
    const custom = Object.fromEntries(Object.entries(issue.custom).filter(([id]) => id !== context.fieldId));
    state.issues.put({ ...issue, custom: left.length > 0 ? { ...custom, [context.fieldId]: left } : custom });
  }
  state.fieldOptions.delete(option.id);
  return empty();
}

function requireOptionContext(state: SiteState, params: RouteContext['params']): FieldContext {
  const context = requireContext(state, params);
  if (!hasOptions(state.fields.require(context.fieldId))) refuse("The custom field doesn't support options.");
  return context;
}

function refuseRepeatedValues(values: readonly string[]): void {
  const seen = new Set<string>();
  for (const text of values) {
    const same = text.toLowerCase();
    if (seen.has(same)) refuse(`The option value '${text}' is already used in the context.`);
    seen.add(same);
  }
}

function optionRow(option: FieldOption): Record<string, unknown> {
  return { id: option.id, value: option.value, disabled: option.disabled };
}
