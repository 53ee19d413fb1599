import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE } from '../seed';
import { addIssues, messageOf, testSite, valueAt, type Answer, type TestSite } from './test-site';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';
const SELECT = { name: 'Likelihood', type: `${TYPES}:select`, searcherKey: `${TYPES}:multiselectsearcher` };

async function newSelect({ call }: TestSite): Promise<{ fieldId: string; contextId: string }> {
  const fieldId = String(valueAt(await call('POST', '/field', SELECT), 'id'));
  const contextId = String(valueAt(await call('GET', `/field/${fieldId}/context`), 'values', 0, 'id'));
  return { fieldId, contextId };
}

describe('custom fields', () => {
  test('are created with id, schema and a global context', async () => {
    const { call } = testSite();
    const created = await call('POST', '/field', { ...SELECT, description: '1 to 5' });
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Likelihood', custom: true, schema: { type: 'option', custom: SELECT.type } },
    });
    const id = String(valueAt(created, 'id'));
    expect(id).toBe(`customfield_${String(valueAt(created, 'schema', 'customId'))}`);
    expect((await call('GET', '/field')).body).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, clauseNames: [`cf[${id.slice(12)}]`, 'Likelihood'] })]),
    );
    expect(await call('GET', `/field/${id}/context`)).toMatchObject({
      body: { total: 1, values: [{ isGlobalContext: true, isAnyIssueType: true }] },
    });
  });

  test('may share a name; missing permission is 400 here, not 403', async () => {
    const { call } = testSite();
    const first = await call('POST', '/field', SELECT);
    const second = await call('POST', '/field', SELECT);
    expect(second.status).toBe(201);
    expect(valueAt(second, 'id')).not.toBe(valueAt(first, 'id'));
    expect((await call('POST', '/field', SELECT, 'member')).status).toBe(400);
    const found = await call('GET', '/field/search?type=custom&query=likelihood');
    expect(found.body).toMatchObject({ total: 2, isLast: true });
  });

  test('need a type Jira has, and a searcher that fits it', async () => {
    const { call } = testSite();
    expect((await call('POST', '/field', { name: 'A', type: `${TYPES}:nonsense` })).status).toBe(400);
    expect(await call('POST', '/field', { name: 'A', type: `${TYPES}:cascadingselect` })).toMatchObject({
      status: 501,
      body: { errorMessages: [expect.stringContaining('cascadingselect') as string] },
    });
    const wrong = { name: 'A', type: `${TYPES}:float`, searcherKey: `${TYPES}:textsearcher` };
    expect((await call('POST', '/field', wrong)).status).toBe(400);
    expect(await call('POST', '/field', { name: 'A', type: `${TYPES}:float` })).toMatchObject({
      status: 201,
      body: { searchable: false, clauseNames: [] },
    });
  });

  test('are renamed at once and deleted by a task', async () => {
    const site = testSite();
    const { call, jira } = site;
    const { fieldId } = await newSelect(site);
    addIssues(site, { typeId: ISSUE_TYPE.story, custom: { [fieldId]: '1' } });
    expect((await call('PUT', `/field/${fieldId}`, { name: 'Chance' })).status).toBe(204);
    expect((await call('DELETE', `/field/${fieldId}`, undefined, 'member')).status).toBe(403);
    const answer = await call('DELETE', `/field/${fieldId}`);
    expect(answer.status).toBe(303);
    const task = `/task/${String(valueAt(answer, 'id'))}`;
    expect(answer.headers.get('location')).toContain(task);
    jira.clock.advance(1000);
    expect(await call('GET', task)).toMatchObject({ body: { status: 'RUNNING', progress: 50 } });
    expect((await call('GET', `/field/${fieldId}/context`)).status).toBe(200);
    jira.clock.advance(1000);
    expect(await call('GET', task)).toMatchObject({ body: { status: 'COMPLETE', progress: 100 } });
    expect((await call('GET', `/field/${fieldId}/context`)).status).toBe(404);
    expect(jira.state.issues.byKey('SHOP-1')?.custom).toEqual({});
    expect((await call('DELETE', '/field/summary')).status).toBe(400);
  });
});

describe('contexts and options', () => {
  test('the global context is neither narrowed, doubled nor deleted', async () => {
    const site = testSite();
    const { call, project } = site;
    const { fieldId, contextId } = await newSelect(site);
    const path = `/field/${fieldId}/context`;
    expect((await call('PUT', `${path}/${contextId}/project`, { projectIds: [project.id] })).status).toBe(400);
    const narrowed = await call('PUT', `${path}/${contextId}/issuetype`, { issueTypeIds: [ISSUE_TYPE.story] });
    expect(narrowed.status).toBe(400);
    expect((await call('DELETE', `${path}/${contextId}`)).status).toBe(400);
    expect((await call('POST', path, { name: 'Second' })).status).toBe(400);
    expect((await call('GET', path, undefined, 'member')).status).toBe(403);
  });

  test('a context of a project gives it options of its own', async () => {
    const site = testSite();
    const { call, project } = site;
    const { fieldId, contextId } = await newSelect(site);
    const path = `/field/${fieldId}/context`;
    const own = await call('POST', path, { name: 'Shop', projectIds: [project.id], issueTypeIds: [] });
    expect(own).toMatchObject({ status: 201, body: { projectIds: [project.id] } });
    const ownId = String(valueAt(own, 'id'));
    expect((await call('POST', path, { name: 'Again', projectIds: [project.id] })).status).toBe(400);
    await call('POST', `${path}/${contextId}/option`, { options: [{ value: 'everywhere' }] });
    await call('POST', `${path}/${ownId}/option`, { options: [{ value: 'here' }] });
    const screenId = site.jira.state.screens.find(({ name }) => name.startsWith('SHOP'))!.id;
    const tabId = String(valueAt(await call('GET', `/screens/${screenId}/tabs`), 0, 'id'));
    expect((await call('POST', `/screens/${screenId}/tabs/${tabId}/fields`, { fieldId })).status).toBe(200);
    const meta = await call('GET', `/issue/createmeta/SHOP/issuetypes/${ISSUE_TYPE.story}`, undefined, 'member');
    expect(fieldIn(meta, fieldId)).toMatchObject({ allowedValues: [{ value: 'here' }] });
    expect(await call('GET', `${path}/defaultValues`)).toMatchObject({ body: { values: [{ defaultValues: [] }, {}] } });
  });

  test('options are created in order, at most 1000 at once, and each value once', async () => {
    const site = testSite();
    const { call } = site;
    const { fieldId, contextId } = await newSelect(site);
    const path = `/field/${fieldId}/context/${contextId}/option`;
    const created = await call('POST', path, { options: [{ value: '1' }, { value: '2', disabled: true }] });
    expect(created).toMatchObject({
      status: 200,
      body: {
        options: [
          { value: '1', disabled: false },
          { value: '2', disabled: true },
        ],
      },
    });
    expect((await call('POST', path, { options: [{ value: '1' }] })).status).toBe(400);
    const many = Array.from({ length: 1001 }, (_, index) => ({ value: `v${index}` }));
    expect((await call('POST', path, { options: many })).status).toBe(400);
    expect((await call('POST', path, { options: many.slice(1) })).status).toBe(200);
    expect(await call('GET', path)).toMatchObject({ body: { total: 1002, maxResults: 100, isLast: false } });
  });

  test('an update of options is all or nothing and answers only what changed', async () => {
    const site = testSite();
    const { call } = site;
    const { fieldId, contextId } = await newSelect(site);
    const path = `/field/${fieldId}/context/${contextId}/option`;
    const created = await call('POST', path, { options: [{ value: 'a' }, { value: 'b' }] });
    const [a, b] = [valueAt(created, 'options', 0, 'id'), valueAt(created, 'options', 1, 'id')];
    const missing = await call('PUT', path, {
      options: [
        { id: a, value: 'A' },
        { id: '99', value: 'x' },
      ],
    });
    expect(missing.status).toBe(404);
    const updated = await call('PUT', path, {
      options: [
        { id: a, value: 'a' },
        { id: b, value: 'b', disabled: true },
      ],
    });
    expect(updated.body).toEqual({ options: [{ id: b, value: 'b', disabled: true }] });
    expect((await call('PUT', `${path}/move`, { customFieldOptionIds: [b], position: 'First' })).status).toBe(204);
    expect(await call('GET', path)).toMatchObject({ body: { values: [{ value: 'b' }, { value: 'a' }] } });
  });

  test('fields without options say so', async () => {
    const { call } = testSite();
    const fieldId = String(valueAt(await call('POST', '/field', { name: 'Note', type: `${TYPES}:textfield` }), 'id'));
    const contextId = String(valueAt(await call('GET', `/field/${fieldId}/context`), 'values', 0, 'id'));
    const answer = await call('GET', `/field/${fieldId}/context/${contextId}/option`);
    expect([answer.status, messageOf(answer)]).toEqual([400, "The custom field doesn't support options."]);
  });
});

describe('which fields a project has', () => {
  const association = (projectId: string, fieldId: string): unknown => ({
    associationContexts: [{ type: 'PROJECT_ID', identifier: Number(projectId) }],
    fields: [{ type: 'FIELD_ID', identifier: fieldId }],
  });

  test('legacy model: taking a field away hits every project with the same configuration', async () => {
    const site = testSite();
    const { call, jira, project } = site;
    const other = addProject(jira.state, { key: 'TWO', name: 'Two', leadAccountId: ADMIN_ACCOUNT_ID });
    const { fieldId } = await newSelect(site);
    const has = async (id: string): Promise<unknown> =>
      valueAt(
        await call('GET', `/projects/fields?projectId=${id}&workTypeId=${ISSUE_TYPE.story}&fieldId=${fieldId}`),
        'total',
      );
    expect([await has(project.id), await has(other.id)]).toEqual([1, 1]);
    expect((await call('DELETE', '/field/association', association(project.id, fieldId))).status).toBe(204);
    expect([await has(project.id), await has(other.id)]).toEqual([0, 0]);
    expect((await call('PUT', '/field/association', association(project.id, fieldId))).status).toBe(204);
    expect([await has(project.id), await has(other.id)]).toEqual([1, 1]);
    expect((await call('GET', `/config/fieldschemes/projects?projectId=${project.id}`)).status).toBe(404);
  });

  test('newer model: a field counts only once it is in the field scheme, restricted to types if so said', async () => {
    const site = testSite({ fieldSchemes: true });
    const { call, project } = site;
    const { fieldId } = await newSelect(site);
    const has = async (type: string): Promise<unknown> =>
      valueAt(
        await call('GET', `/projects/fields?projectId=${project.id}&workTypeId=${type}&fieldId=${fieldId}`),
        'total',
      );
    expect(await has(ISSUE_TYPE.story)).toBe(0);
    const schemes = await call('GET', `/config/fieldschemes/projects?projectId=${project.id}`);
    const schemeId = Number(valueAt(schemes, 'values', 0, 'schemeId'));
    expect(schemes).toMatchObject({ status: 200, body: { values: [{ projectId: Number(project.id), schemeId }] } });
    const added = await call('PUT', '/config/fieldschemes/fields', {
      [fieldId]: [{ schemeIds: [schemeId], restrictedToWorkTypes: [Number(ISSUE_TYPE.story)] }],
    });
    expect(added).toMatchObject({ status: 200, body: { results: [{ fieldId, schemeId, success: true }] } });
    expect([await has(ISSUE_TYPE.story), await has(ISSUE_TYPE.bug)]).toEqual([1, 0]);
  });

  test('newer model: partly wrong requests are 207, wholly wrong ones 400, each with results', async () => {
    const site = testSite({ fieldSchemes: true });
    const { fieldId } = await newSelect(site);
    const partly = await site.call('PUT', '/config/fieldschemes/fields', { [fieldId]: [{ schemeIds: [10000, 77] }] });
    expect(partly).toMatchObject({
      status: 207,
      body: { results: [{ success: true }, { error: "Scheme 77 doesn't exist" }] },
    });
    const wrong = await site.call('PUT', '/config/fieldschemes/fields', { nothing: [{ schemeIds: [10000] }] });
    expect(wrong).toMatchObject({
      status: 400,
      body: { results: [{ error: "Field nothing doesn't exist", success: false }] },
    });
  });

  test('a field put on a screen comes to the projects of the screen, unless that is skipped', async () => {
    const site = testSite({ fieldSchemes: true });
    const { call, jira, project } = site;
    const [seen, skipped] = [await newSelect(site), await newSelect(site)];
    const screenId = jira.state.screens.find(({ name }) => name.startsWith('SHOP'))!.id;
    const tabId = String(valueAt(await call('GET', `/screens/${screenId}/tabs`), 0, 'id'));
    const path = `/screens/${screenId}/tabs/${tabId}/fields`;
    await call('POST', path, { fieldId: seen.fieldId });
    await call('POST', `${path}?skipFieldAssociation=true`, { fieldId: skipped.fieldId });
    const fields = await call(
      'GET',
      `/projects/fields?projectId=${project.id}&workTypeId=${ISSUE_TYPE.story}&maxResults=100`,
    );
    expect(JSON.stringify(fields.body)).toContain(`"${seen.fieldId}"`);
    expect(JSON.stringify(fields.body)).not.toContain(`"${skipped.fieldId}"`);
  });

  test('required fields of the scheme are required by createmeta', async () => {
    const site = testSite({ fieldSchemes: true });
    const { call } = site;
    const answer = await call('PUT', '/config/fieldschemes/fields/parameters', {
      duedate: [{ schemeIds: [10000], workTypeParameters: [{ workTypeId: Number(ISSUE_TYPE.bug), isRequired: true }] }],
    });
    expect(answer.status).toBe(200);
    const meta = (type: string): Promise<Answer> =>
      call('GET', `/issue/createmeta/SHOP/issuetypes/${type}?maxResults=200`);
    expect(fieldIn(await meta(ISSUE_TYPE.bug), 'duedate')).toMatchObject({ required: true });
    expect(fieldIn(await meta(ISSUE_TYPE.story), 'duedate')).toMatchObject({ required: false });
  });
});

describe('createmeta', () => {
  test('lists the types and the fields of the create screen, for those who may create', async () => {
    const { call } = testSite();
    const types = await call('GET', '/issue/createmeta/SHOP/issuetypes', undefined, 'member');
    expect(types).toMatchObject({ status: 200, body: { total: 5, startAt: 0 } });
    const meta = await call('GET', `/issue/createmeta/SHOP/issuetypes/${ISSUE_TYPE.story}`, undefined, 'member');
    expect(fieldIn(meta, 'summary')).toMatchObject({ required: true, operations: ['set'] });
    expect(fieldIn(meta, 'priority')).toMatchObject({ hasDefaultValue: true, defaultValue: { name: 'Medium' } });
    expect((await call('GET', '/issue/createmeta/SHOP/issuetypes', undefined, 'nobody')).status).toBe(404);
    expect((await call('GET', '/issue/createmeta/shop/issuetypes')).status).toBe(404);
  });

  test('refuses pages of more than 200', async () => {
    const { call } = testSite();
    const answer = await call('GET', '/issue/createmeta/SHOP/issuetypes?maxResults=201');
    expect([answer.status, messageOf(answer)]).toEqual([400, "Parameter 'maxResults' must not exceed the limit '200'"]);
  });
});

function fieldIn(answer: Answer, fieldId: string): unknown {
  const fields = valueAt(answer, 'fields');
  return Array.isArray(fields)
    ? fields.find((field: unknown) => (field as Record<string, unknown>)['fieldId'] === fieldId)
    : undefined;
}
