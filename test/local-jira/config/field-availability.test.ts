import { ISSUE_TYPE } from '../seed';
import { testSite, valueAt } from './test-site';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

describe('a field of a project', () => {
  test('off the create screen is refused when creating and taken when editing', async () => {
    const { call, jira } = testSite();
    const field = await call('POST', '/field', { name: 'Note', type: `${TYPES}:textfield` });
    const fieldId = String(valueAt(field, 'id'));
    const basics = { project: { key: 'SHOP' }, issuetype: { id: ISSUE_TYPE.story }, summary: 'One' };
    const refused = await call('POST', '/issue', { fields: { ...basics, [fieldId]: 'x' } }, 'member');
    expect(refused.status).toBe(400);
    expect(valueAt(refused, 'errors', fieldId)).toContain('not on the appropriate screen');
    const created = await call('POST', '/issue', { fields: basics }, 'member');
    expect(created.status).toBe(201);
    const path = `/issue/${String(valueAt(created, 'key'))}`;
    expect(valueAt(await call('GET', path, undefined, 'member'), 'fields', fieldId)).toBeNull();
    expect((await call('PUT', path, { fields: { [fieldId]: 'x' } }, 'member')).status).toBe(204);
    const screen = jira.state.screens.find(({ name }) => name.startsWith('SHOP'))!;
    const tab = `/screens/${screen.id}/tabs/${screen.tabs[0]!.id}/fields`;
    expect((await call('POST', tab, { fieldId })).status).toBe(200);
    expect((await call('POST', '/issue', { fields: { ...basics, [fieldId]: 'y' } }, 'member')).status).toBe(201);
  });

  test('that the project does not have is missing from issues and refused by edits', async () => {
    const { call, project } = testSite();
    const fieldId = String(valueAt(await call('POST', '/field', { name: 'Note', type: `${TYPES}:textfield` }), 'id'));
    const fields = { project: { key: 'SHOP' }, issuetype: { id: ISSUE_TYPE.story }, summary: 'One' };
    const path = `/issue/${String(valueAt(await call('POST', '/issue', { fields }), 'key'))}`;
    await call('DELETE', '/field/association', {
      associationContexts: [{ type: 'PROJECT_ID', identifier: Number(project.id) }],
      fields: [{ type: 'FIELD_ID', identifier: fieldId }],
    });
    expect(valueAt(await call('GET', path), 'fields', fieldId)).toBeUndefined();
    expect((await call('PUT', path, { fields: { [fieldId]: 'x' } })).status).toBe(400);
  });

  test('takes the options of its context only, and no disabled one', async () => {
    const { call, jira } = testSite();
    const body = { name: 'Likelihood', type: `${TYPES}:select`, searcherKey: `${TYPES}:multiselectsearcher` };
    const fieldId = String(valueAt(await call('POST', '/field', body), 'id'));
    const contextId = String(valueAt(await call('GET', `/field/${fieldId}/context`), 'values', 0, 'id'));
    const options = await call('POST', `/field/${fieldId}/context/${contextId}/option`, {
      options: [{ value: '1' }, { value: '2', disabled: true }],
    });
    const screen = jira.state.screens.find(({ name }) => name.startsWith('SHOP'))!;
    await call('POST', `/screens/${screen.id}/tabs/${screen.tabs[0]!.id}/fields`, { fieldId });
    const create = async (option: unknown): Promise<number> => {
      const fields = {
        project: { key: 'SHOP' },
        issuetype: { id: ISSUE_TYPE.story },
        summary: 'One',
        [fieldId]: option,
      };
      return (await call('POST', '/issue', { fields }, 'member')).status;
    };
    expect(await create({ id: valueAt(options, 'options', 0, 'id') })).toBe(201);
    expect(await create({ value: '1' })).toBe(201);
    expect(await create({ id: valueAt(options, 'options', 1, 'id') })).toBe(400);
    expect(await create({ value: '3' })).toBe(400);
  });
});
