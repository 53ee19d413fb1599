import * as v from 'valibot';
import { listParam, page } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { FieldSchemeEntry } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { numberOrText, readBody } from './body';
import {
  failed,
  FIELD_SCHEME_PAGE,
  FIELD_SCHEMES_PATH,
  fieldSchemeRoutes,
  partialReply,
  requireFieldScheme,
  type ItemResult,
} from './field-scheme-parts';

/** Fields that every issue has: no scheme can be without them. */
const FIXED: ReadonlySet<string> = new Set(['summary', 'issuetype']);

const ids = v.array(numberOrText);
const FieldsBody = v.record(
  v.string(),
  v.array(v.strictObject({ schemeIds: ids, restrictedToWorkTypes: v.optional(ids) })),
);
const RemoveFieldsBody = v.record(v.string(), v.strictObject({ schemeIds: ids }));
const parameters = {
  description: v.optional(v.string()),
  isRequired: v.optional(v.boolean()),
  rendererType: v.optional(v.string()),
};
const ParametersBody = v.record(
  v.string(),
  v.array(
    v.strictObject({
      schemeIds: ids,
      parameters: v.optional(v.strictObject(parameters)),
      workTypeParameters: v.optional(v.array(v.strictObject({ workTypeId: numberOrText, ...parameters }))),
    }),
  ),
);

/**
 * Which fields a scheme has, for which work types, and how.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-field-schemes/
 */
export function registerFieldSchemeFields(router: RouteRegistrar): void {
  const add = fieldSchemeRoutes(router);
  add('PUT', '/fields', addFields);
  add('DELETE', '/fields', removeFields);
  add('PUT', '/fields/parameters', setParameters);
  add('GET', '/{id}/fields', fieldsOfScheme);
}

function addFields({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(FieldsBody, body)).flatMap(([fieldId, items]) =>
    items.flatMap(({ schemeIds, restrictedToWorkTypes }) =>
      schemeIds.map((schemeId): ItemResult => {
        const workTypeIds = (restrictedToWorkTypes ?? []).map(Number);
        const about = { fieldId, schemeId: Number(schemeId), workTypeIds };
        const missingType = (restrictedToWorkTypes ?? []).find((id) => !state.issueTypes.has(id));
        if (missingType !== undefined) return failed(about, `Work type ${missingType} doesn't exist`);
        return changeEntry(state, schemeId, fieldId, about, (entry) => {
          // "Replaces any existing work type associations … If not provided, the field is associated to any work types."
          return { ...entry, restrictedToWorkTypes: restrictedToWorkTypes ?? [] };
        });
      }),
    ),
  );
  return partialReply(results);
}

function removeFields({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(RemoveFieldsBody, body)).flatMap(([fieldId, { schemeIds }]) =>
    schemeIds.map((schemeId): ItemResult =>
      changeEntry(state, schemeId, fieldId, { fieldId, schemeId: Number(schemeId) }, () => undefined),
    ),
  );
  return partialReply(results);
}

function setParameters({ state, body }: RouteContext): Reply {
  const results = Object.entries(readBody(ParametersBody, body)).flatMap(([fieldId, items]) =>
    items.flatMap(({ schemeIds, parameters: general = {}, workTypeParameters = [] }) =>
      schemeIds.map((schemeId): ItemResult => {
        const about = { fieldId, schemeId: Number(schemeId) };
        if (state.fieldSchemes.get(schemeId)?.fields[fieldId] === undefined && state.fieldSchemes.has(schemeId)) {
          return failed(about, `The field '${fieldId}' is not associated with the scheme '${schemeId}'.`);
        }
        return changeEntry(state, schemeId, fieldId, about, (entry) => ({
          ...entry,
          ...(general.isRequired === undefined ? {} : { isRequired: general.isRequired }),
          ...(general.description === undefined ? {} : { description: general.description }),
          ...(general.rendererType === undefined ? {} : { rendererType: general.rendererType }),
          workTypeRequired: {
            ...entry?.workTypeRequired,
            ...Object.fromEntries(
              workTypeParameters.flatMap(({ workTypeId, isRequired }) =>
                isRequired === undefined ? [] : [[workTypeId, isRequired] as const],
              ),
            ),
          },
        }));
      }),
    ),
  );
  return partialReply(results);
}

function fieldsOfScheme(context: RouteContext): Reply {
  const { state, params, query } = context;
  const scheme = requireFieldScheme(state, params);
  const asked = listParam(query, 'fieldId');
  const rows = Object.entries(scheme.fields)
    .filter(([fieldId]) => state.fields.require(fieldId).trash === undefined)
    .filter(([fieldId]) => asked.length === 0 || asked.includes(fieldId))
    .map(([fieldId, entry]) => ({
      fieldId,
      restrictedToWorkTypes: entry.restrictedToWorkTypes ?? [],
      parameters: { description: entry.description ?? '', isRequired: entry.isRequired ?? false },
      workTypeParameters: Object.entries(entry.workTypeRequired ?? {}).map(([workTypeId, isRequired]) => ({
        workTypeId,
        isRequired,
      })),
      allowedOperations: FIXED.has(fieldId)
        ? ['CHANGE_DESCRIPTION']
        : ['REMOVE', 'CHANGE_REQUIRED', 'CHANGE_DESCRIPTION'],
    }));
  return json(page(context, `${FIELD_SCHEMES_PATH}/${scheme.id}/fields`, rows, FIELD_SCHEME_PAGE));
}

function changeEntry(
  state: SiteState,
  schemeId: string,
  fieldId: string,
  about: Readonly<Record<string, unknown>>,
  change: (entry: FieldSchemeEntry | undefined) => FieldSchemeEntry | undefined,
): ItemResult {
  const scheme = state.fieldSchemes.get(schemeId);
  if (scheme === undefined) return failed(about, `Scheme ${schemeId} doesn't exist`);
  const field = state.fields.get(fieldId);
  if (field === undefined || field.trash !== undefined || field.scopeProjectId !== undefined) {
    return failed(about, `Field ${fieldId} doesn't exist`);
  }
  const { [fieldId]: before, ...others } = scheme.fields;
  const after = change(before);
  if (after === undefined && FIXED.has(fieldId)) return failed(about, `Field ${fieldId} can't be removed`);
  state.fieldSchemes.put({ ...scheme, fields: after === undefined ? others : { ...others, [fieldId]: after } });
  return { ...about, success: true };
}
