import Ajv from 'ajv';
import { hasOpenApi, OPENAPI_FOLDER, readOpenApi } from '../openapi/documents';
import { ISSUE_TYPE } from '../seed';
import { testSite, valueAt, type Answer } from './test-site';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';
const fieldBody = { name: 'Likelihood', type: `${TYPES}:select`, searcherKey: `${TYPES}:multiselectsearcher` };
const mapping = [{ issueTypeId: 'default', screenSchemeId: '1' }];

/** Calls in an order in which each finds what it needs; `{…}` is filled from earlier answers. */
const CALLS: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ['POST', '/issuetype', { name: 'Security Risk', description: '', hierarchyLevel: 0 }],
  ['GET', '/issuetype'],
  ['GET', '/issuetype/{id}'],
  ['GET', '/issuetype/project?projectId={project}'],
  ['GET', '/issuetypescheme'],
  ['GET', '/issuetypescheme/mapping'],
  ['GET', '/issuetypescheme/project?projectId={project}'],
  ['POST', '/field', fieldBody],
  ['GET', '/field'],
  ['GET', '/field/search?type=custom&expand=searcherKey,contextsCount,screensCount,lastUsed'],
  ['GET', '/field/customfield_10016/context'],
  ['GET', '/field/customfield_10016/context/defaultValues'],
  ['GET', '/field/customfield_10016/context/projectmapping'],
  ['GET', '/field/customfield_10016/context/issuetypemapping'],
  ['GET', `/projects/fields?projectId={project}&workTypeId=${ISSUE_TYPE.story}`],
  ['GET', '/config/fieldschemes'],
  ['GET', '/config/fieldschemes/projects?projectId={project}'],
  ['GET', '/config/fieldschemes/10000/fields'],
  ['GET', '/config/fieldschemes/10000/projects'],
  [
    'PUT',
    '/config/fieldschemes/fields',
    { customfield_10016: [{ schemeIds: [10000], restrictedToWorkTypes: [10001] }] },
  ],
  [
    'PUT',
    '/config/fieldschemes/fields/parameters',
    { duedate: [{ schemeIds: [10000], parameters: { isRequired: true } }] },
  ],
  ['GET', '/screens'],
  ['GET', '/screens/1/tabs'],
  ['GET', '/screens/1/tabs/10000/fields'],
  ['GET', '/screens/1/availableFields'],
  ['GET', '/screenscheme'],
  ['POST', '/screenscheme', { name: 'New', screens: { default: 1 } }],
  ['GET', '/issuetypescreenscheme'],
  ['GET', '/issuetypescreenscheme/mapping'],
  ['GET', '/issuetypescreenscheme/project?projectId={project}'],
  ['POST', '/issuetypescreenscheme', { name: 'New', issueTypeMappings: mapping }],
  ['GET', '/status'],
  ['GET', '/statuses/search'],
  ['GET', '/statuses?id=10000'],
  ['GET', '/statuscategory'],
  ['GET', '/issueLinkType'],
  ['GET', '/resolution'],
  ['GET', '/resolution/search'],
  ['GET', '/priority/search'],
  ['GET', '/priority/1'],
  ['GET', '/issue/createmeta/SHOP/issuetypes'],
  ['GET', `/issue/createmeta/SHOP/issuetypes/${ISSUE_TYPE.story}?maxResults=200`],
  ['GET', '/role'],
  ['GET', '/project/SHOP/role'],
  ['GET', '/project/SHOP/role/10002'],
  ['POST', '/workflows', { projectAndIssueTypes: [{ projectId: '{project}', issueTypeId: ISSUE_TYPE.story }] }],
  ['GET', '/workflows/search'],
  ['GET', `/workflows/capabilities?projectId={project}&issueTypeId=${ISSUE_TYPE.story}`],
  ['GET', '/workflowscheme'],
  ['POST', '/workflowscheme', { name: 'Another scheme', issueTypeMappings: { [ISSUE_TYPE.bug]: 'jira' } }],
  ['GET', '/workflowscheme/{workflowScheme}'],
  ['GET', '/workflowscheme/{workflowScheme}/projectUsages'],
  ['GET', '/workflowscheme/project?projectId={project}'],
  ['POST', '/workflowscheme/read', { projectIds: ['{project}'] }],
  ['GET', '/workflow/{workflow}/projectUsages'],
  ['GET', '/workflow/{workflow}/workflowSchemes'],
  ['GET', '/workflow/{workflow}/project/{project}/issueTypeUsages'],
  ['GET', '/statuses/10000/projectUsages?maxResults=1'],
  ['GET', '/statuses/10000/workflowUsages'],
  ['GET', '/statuses/10000/project/{project}/issueTypeUsages'],
  ['GET', '/issuetypescheme?expand=projects,issueTypes'],
  ['GET', '/issuetypescreenscheme?expand=projects'],
  ['GET', '/issuetypescreenscheme/1/project'],
  ['GET', '/screenscheme?expand=issueTypeScreenSchemes'],
  ['GET', '/screens/tabs?screenId=1'],
  ['GET', '/field/summary/screens?expand=tab'],
  ['PUT', '/screens/1', { name: 'Default Screen', description: 'As before' }],
  ['GET', '/issuetype/{id}/alternatives'],
  ['PUT', '/issuetype/{id}', { name: 'Security risk', avatarId: 10300 }],
  ['GET', '/config/fieldschemes/10000'],
  ['POST', '/config/fieldschemes/10000/clone', { name: 'Copy' }],
  ['PUT', '/config/fieldschemes/10001', { name: 'Renamed copy' }],
  ['PUT', '/config/fieldschemes/projects', { 10001: { projectIds: ['{project}'] } }],
  ['DELETE', '/config/fieldschemes/fields', { customfield_10016: { schemeIds: [10000, 10001] } }],
  ['PUT', '/config/fieldschemes/projects', { 10000: { projectIds: ['{project}'] } }],
  ['DELETE', '/config/fieldschemes/10001'],
  ['PUT', '/field/{field}', { name: 'How likely' }],
  ['POST', '/field/{field}/trash'],
  ['GET', '/field/search/trashed?type=custom&expand=projectsCount'],
  ['POST', '/field/{field}/restore'],
  ['PUT', '/issueLinkType/10000', { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  ['DELETE', '/issueLinkType/10000'],
  ['DELETE', '/workflowscheme/{workflowScheme}'],
  ['DELETE', '/issuetype/{id}'],
];

/** The older model, on a site that still has it. */
const OLDER_CALLS: typeof CALLS = [
  ['POST', '/fieldconfiguration', { name: 'Copy', description: 'Of the default' }],
  ['GET', '/fieldconfiguration'],
  ['PUT', '/fieldconfiguration/10001', { name: 'Renamed copy' }],
  ['GET', '/fieldconfiguration/10001/fields'],
  [
    'PUT',
    '/fieldconfiguration/10001/fields',
    { fieldConfigurationItems: [{ id: 'duedate', isHidden: false, isRequired: true, description: 'When?' }] },
  ],
  ['POST', '/fieldconfigurationscheme', { name: 'Copy' }],
  ['GET', '/fieldconfigurationscheme'],
  ['PUT', '/fieldconfigurationscheme/10001', { name: 'Renamed copy' }],
  [
    'PUT',
    '/fieldconfigurationscheme/10001/mapping',
    { mappings: [{ issueTypeId: ISSUE_TYPE.bug, fieldConfigurationId: '10001' }] },
  ],
  ['GET', '/fieldconfigurationscheme/mapping'],
  ['PUT', '/fieldconfigurationscheme/project', { fieldConfigurationSchemeId: '10001', projectId: '{project}' }],
  ['GET', '/fieldconfigurationscheme/project?projectId={project}'],
  ['PUT', '/fieldconfigurationscheme/project', { projectId: '{project}' }],
  ['POST', '/fieldconfigurationscheme/10001/mapping/delete', { issueTypeIds: [ISSUE_TYPE.bug] }],
  ['DELETE', '/fieldconfigurationscheme/10001'],
  ['DELETE', '/fieldconfiguration/10001'],
];

/** Names under which later calls use the id of what a call made. */
const MADE: Readonly<Record<string, string>> = {
  'POST /issuetype': 'id',
  'POST /field': 'field',
  'POST /workflowscheme': 'workflowScheme',
};

if (!hasOpenApi(OPENAPI_FOLDER)) {
  test('answers are not compared with the OpenAPI here', () => {
    console.log(`skipped: the optional folder ${OPENAPI_FOLDER} with Atlassian's OpenAPI does not exist`);
    expect(hasOpenApi(OPENAPI_FOLDER)).toBe(false);
  });
} else {
  const document = JSON.parse(JSON.stringify(readOpenApi(OPENAPI_FOLDER).platform), lenient) as {
    components: unknown;
    paths: Record<
      string,
      Record<string, { responses: Record<string, { content?: Record<string, { schema: unknown }> }> }>
    >;
  };
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'spec', components: document.components });

  test.each([
    ['of the configuration calls', true, CALLS],
    ['of the calls of the older field model', false, OLDER_CALLS],
  ] as const)("answers %s have the shape of Atlassian's OpenAPI", async (_name, fieldSchemes, calls) => {
    const { call, project, jira } = testSite({ fieldSchemes });
    const scheme = jira.state.workflowSchemes.require(project.workflowSchemeId);
    const known: Record<string, string> = { project: project.id, workflow: scheme.defaultWorkflowId };
    for (const [method, path, body] of calls) {
      const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
      const filled = body === undefined ? undefined : (JSON.parse(fill(JSON.stringify(body))) as unknown);
      const answer = await call(method, fill(path), filled);
      expect([method, path, problemsOf(method, fill(path), answer)]).toEqual([method, path, []]);
      const made = MADE[`${method} ${path}`];
      if (made !== undefined) known[made] = String(valueAt(answer, 'id'));
    }
  });

  const problemsOf = (method: string, path: string, answer: Answer): string[] => {
    const wanted = `/rest/api/3${path.split('?')[0] ?? ''}`;
    const fits = (template: string): boolean =>
      new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(wanted) &&
      method.toLowerCase() in document.paths[template]!;
    const template = wanted in document.paths ? wanted : Object.keys(document.paths).find(fits);
    const operation = document.paths[template ?? '']?.[method.toLowerCase()];
    const response = operation?.responses[String(answer.status)];
    if (response === undefined || answer.status >= 300) return [`status ${answer.status} is not what was expected`];
    const schema = Object.values(response.content ?? {})[0]?.schema;
    if (schema === undefined) return [];
    const local = JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'spec#/components')) as object;
    return ajv.validate(local, answer.body)
      ? []
      : (ajv.errors ?? []).map((it) => `${it.instancePath} ${it.message ?? ''}`);
  };
}

/** Jira's answers really carry more than the document allows, so additional properties are let through. */
function lenient(key: string, value: unknown): unknown {
  if (key === 'additionalProperties' && value === false) return undefined;
  return key === 'example' ? undefined : value;
}
