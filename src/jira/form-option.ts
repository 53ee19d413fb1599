/**
 * The options of a select as the form for a new issue of one type offers them: the only place where Jira tells the
 * options of a field that belongs to a team-managed project.
 */
import * as v from 'valibot';
import type { FieldOption } from './field-option';
import { customFieldId, numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** More than any form has. */
const FIELDS_MOST = 200;

const optionSchema = v.object({ id: v.string(), value: v.string() });
// Other fields allow values of other shapes.
const formSchema = v.object({
  fields: v.array(v.object({ fieldId: v.string(), allowedValues: v.optional(v.array(v.unknown()), []) })),
});

/**
 * None when the form does not show the field. Disabled options are not among them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-issuetypeid-get
 * @throws JiraError; `notFound` without Create issues.
 */
export async function optionsOnForm(
  jira: JiraRequest,
  place: { readonly projectId: string; readonly issueTypeId: string },
  fieldId: string,
): Promise<readonly FieldOption[]> {
  const operation = 'issue.form';
  const project = numericId(place.projectId, operation);
  const type = numericId(place.issueTypeId, operation);
  const field = customFieldId(fieldId, operation);
  const { fields } = await send(
    jira,
    {
      operation,
      method: 'GET',
      path: path`/rest/api/3/issue/createmeta/${project}/issuetypes/${type}?maxResults=${FIELDS_MOST}`,
    },
    formSchema,
  );
  const allowed = fields.find((found) => found.fieldId === field)?.allowedValues ?? [];
  return allowed.flatMap((value) => {
    const option = v.safeParse(optionSchema, value);
    return option.success ? [option.output] : [];
  });
}
