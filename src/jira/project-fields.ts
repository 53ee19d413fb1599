/**
 * The fields on the form for a new issue of one type: with their kinds, and selects with their options. For a
 * team-managed project this is the only place where Jira tells them.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import type { FieldOption } from './field-option';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface FormField {
  readonly id: string;
  readonly name: string;
  /** `com.atlassian.jira.plugin.system.customfieldtypes:select` …; missing for Jira's own fields. */
  readonly customType: string | undefined;
  /** Disabled ones are not among them. */
  readonly options: readonly FieldOption[];
}

/** Jira takes up to 200 here. */
const FIELDS = 200;
/** More than any form has. */
const PAGES_MOST = 10;

const optionSchema = v.object({ id: v.string(), value: v.string() });
const fieldSchema = v.pipe(
  v.object({
    fieldId: v.string(),
    name: v.string(),
    schema: v.object({ custom: v.optional(v.string()) }),
    // Other fields allow values of other shapes.
    allowedValues: v.optional(v.array(v.unknown()), []),
  }),
  v.transform(({ fieldId, name, schema, allowedValues }): FormField => {
    const options = allowedValues.flatMap((value) => {
      const option = v.safeParse(optionSchema, value);
      return option.success ? [option.output] : [];
    });
    return { id: fieldId, name, customType: schema.custom, options };
  }),
);
const pageSchema = v.object({ fields: v.array(fieldSchema), total: v.optional(v.number()) });

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-issuetypeid-get
 * @throws JiraError; `notFound` without Create issues.
 */
export async function listFormFields(
  jira: JiraRequest,
  projectId: string,
  issueTypeId: string,
): Promise<readonly FormField[]> {
  const operation = 'issue.formFields';
  const project = numericId(projectId, operation);
  const type = numericId(issueTypeId, operation);
  const found: FormField[] = [];
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const where = path`/rest/api/3/issue/createmeta/${project}/issuetypes/${type}?startAt=${found.length}&maxResults=${FIELDS}`;
    const { fields, total } = await send(jira, { operation, method: 'GET', path: where }, pageSchema);
    found.push(...fields);
    if (fields.length === 0 || total === undefined || found.length >= total) return found;
  }
  throw new JiraError('unexpectedAnswer', operation);
}
