import { addProject, grant } from '../seed';
import type { Project } from '../state/config-entities';
import { callerOf, shop, type Answer, type Caller, type Shop } from '../testing/shop';
import { teamManaged } from './index';

interface Team extends Shop {
  readonly team: Project;
  /** The control's own address, without any authentication. */
  readonly hand: Caller;
  typeId(name: string): string;
}

function site(): Team {
  const base = shop();
  const { state } = base.jira;
  const project = addProject(state, {
    key: 'TEAM',
    name: 'Team',
    leadAccountId: base.mara.id,
    style: 'next-gen',
  });
  const team = grant(state, project, base.mara.id, 'member');
  return {
    ...base,
    team,
    hand: callerOf(base.jira, {}),
    typeId: (name) =>
      teamManaged(state, 'TEAM')
        .types()
        .find((type) => type.name === name)?.id ?? '',
  };
}

const PATH = '/__local-jira/team-managed';
const SAME_OPTIONS = { name: 'x', type: 'dropdown', options: ['a', 'A'] };

function idOf(answer: Answer): string {
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

async function addRiskType({ hand }: Team): Promise<string> {
  return idOf(await hand.post(`${PATH}/TEAM/issue-types`, { name: 'Security Risk', description: 'What may happen.' }));
}

describe('a team-managed project', () => {
  it('has types, statuses and a workflow of its own', async () => {
    const { as, team, mara, jira } = site();
    const scope = { type: 'PROJECT', project: { id: team.id } };
    const types = await as(mara).get(`/rest/api/3/issuetype/project?projectId=${team.id}`);
    expect(types.body).toMatchObject(
      ['Epic', 'Story', 'Task', 'Bug', 'Subtask'].map((name) => ({ name, scope, id: expect.any(String) as string })),
    );
    const statuses = await as('admin').get(`/rest/api/3/statuses/search?projectId=${team.id}`);
    expect(statuses.body.values).toMatchObject(['To Do', 'In Progress', 'Done'].map((name) => ({ name, scope })));
    const workflows = await as('admin').get('/rest/api/3/workflows/search?scope=PROJECT');
    expect(workflows.body.values).toMatchObject([{ scope, isEditable: true }]);
    const classic = jira.state.projects.find(({ key }) => key === 'SHOP')!;
    const theirs = await as(mara).get(`/rest/api/3/issuetype/project?projectId=${classic.id}`);
    expect(JSON.stringify(theirs.body)).not.toContain('PROJECT');
  });

  it('gets a type by hand, and issues of it can be made, found and moved', async () => {
    const team = site();
    const id = await addRiskType(team);
    const { as, mara } = team;
    const project = await as(mara).get('/rest/api/3/project/TEAM');
    expect(project.body).toMatchObject({ style: 'next-gen', simplified: true });
    expect(JSON.stringify(project.body)).toContain('Security Risk');
    const meta = await as(mara).get('/rest/api/3/issue/createmeta/TEAM/issuetypes');
    expect(JSON.stringify(meta.body)).toContain('Security Risk');
    const created = await as(mara).post('/rest/api/3/issue', {
      fields: { project: { key: 'TEAM' }, issuetype: { id }, summary: 'Leak' },
    });
    expect(await team.keys(`issuetype = "Security Risk"`)).toEqual([created.body.key]);
    const transitions = await as(mara).get(`/rest/api/3/issue/${created.body.key}/transitions`);
    expect(transitions.body.transitions).toMatchObject([{ name: 'To Do' }, { name: 'In Progress' }, { name: 'Done' }]);
    // REST has no call that gives the type to another project or takes it from this one.
    expect((await as('admin').put('/rest/api/3/issuetypescheme/10000/issuetype', { issueTypeIds: ['x'] })).status).toBe(
      400,
    );
  });

  it('gets fields by hand, each on one type, and reads show them like that', async () => {
    const team = site();
    const { hand, as, mara } = team;
    const risk = await addRiskType(team);
    const added = await hand.post(`${PATH}/TEAM/issue-types/${risk}/fields`, {
      name: 'Likelihood',
      type: 'dropdown',
      options: ['1', '2', '3'],
    });
    const fieldId = idOf(added);
    const { options } = added.body as unknown as { options: { id: string; value: string }[] };
    expect(options.map(({ value }) => value)).toEqual(['1', '2', '3']);
    const owner = idOf(
      await hand.post(`${PATH}/TEAM/issue-types/${risk}/fields`, { name: 'Risk owner', type: 'people' }),
    );

    const scope = { type: 'PROJECT', project: { id: team.team.id } };
    const fields = (await as(mara).get('/rest/api/3/field')).body as unknown as readonly unknown[];
    expect(fields).toContainEqual(
      expect.objectContaining({
        id: fieldId,
        name: 'Likelihood',
        scope,
        schema: expect.objectContaining({ type: 'option' }) as unknown,
      }),
    );
    expect(fields).toContainEqual(
      expect.objectContaining({
        id: owner,
        schema: {
          type: 'array',
          items: 'user',
          custom: 'com.atlassian.jira.plugin.system.customfieldtypes:people',
          customId: Number(owner.slice(12)),
          configuration: { isMulti: false },
        },
      }),
    );
    expect(JSON.stringify((await as(team.guest).get('/rest/api/3/field')).body)).not.toContain(fieldId);
    // "A paginated list of fields for Classic Jira projects."
    expect(JSON.stringify((await as('admin').get('/rest/api/3/field/search?query=likelihood')).body)).not.toContain(
      fieldId,
    );

    const metaOf = async (typeId: string): Promise<string> =>
      JSON.stringify((await as(mara).get(`/rest/api/3/issue/createmeta/TEAM/issuetypes/${typeId}`)).body);
    expect(await metaOf(risk)).toContain(fieldId);
    expect(await metaOf(risk)).toContain('"value":"3"');
    expect(await metaOf(team.typeId('Story'))).not.toContain(fieldId);
    const ofProject = await as(mara).get(
      `/rest/api/3/projects/fields?projectId=${team.team.id}&workTypeId=${risk}&workTypeId=${team.typeId('Story')}&fieldId=${fieldId}`,
    );
    expect(ofProject.body.values).toMatchObject([{ fieldId, workTypeId: Number(risk) }]);

    const created = await as(mara).post('/rest/api/3/issue', {
      fields: {
        project: { key: 'TEAM' },
        issuetype: { id: risk },
        summary: 'Leak',
        [fieldId]: { id: options[1]!.id },
        [owner]: [{ accountId: mara.id }],
      },
    });
    const read = await as(mara).get(`/rest/api/3/issue/${created.body.key}`);
    expect(read.body.fields).toMatchObject({ [fieldId]: { value: '2' }, [owner]: [{ accountId: mara.id }] });
    expect(await team.keys(`cf[${fieldId.slice(12)}] = "2" AND project = TEAM`)).toEqual([created.body.key]);
    const story = await as(mara).post('/rest/api/3/issue', {
      fields: { project: { key: 'TEAM' }, issuetype: { name: 'Story' }, summary: 'a' },
    });
    expect((await as(mara).get(`/rest/api/3/issue/${story.body.key}`)).body.fields).not.toHaveProperty(fieldId);
    const refused = await as(mara).put(`/rest/api/3/issue/${story.body.key}`, {
      fields: { [fieldId]: { value: '1' } },
    });
    expect(refused.body.errors[fieldId]).toContain('not on the appropriate screen');
  });

  it('takes a global field onto a type and off it again; the value stays', async () => {
    const team = site();
    const { hand, as, mara } = team;
    const made = await as('admin').post('/rest/api/3/field', {
      name: 'Treatment',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield',
      searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:textsearcher',
    });
    const story = team.typeId('Story');
    const before = await as(mara).get(`/rest/api/3/issue/createmeta/TEAM/issuetypes/${story}`);
    expect(JSON.stringify(before.body)).not.toContain(made.body.id);
    expect((await hand.post(`${PATH}/TEAM/issue-types/${story}/fields`, { fieldId: made.body.id })).status).toBe(201);
    expect((await hand.post(`${PATH}/TEAM/issue-types/${story}/fields`, { fieldId: made.body.id })).status).toBe(409);
    const { body } = await as(mara).post('/rest/api/3/issue', {
      fields: { project: { key: 'TEAM' }, issuetype: { id: story }, summary: 'a', [made.body.id]: 'Mitigate' },
    });
    const off = await hand.delete(`${PATH}/TEAM/issue-types/${story}/fields/${made.body.id}`);
    expect(off.status).toBe(204);
    expect((await as(mara).get(`/rest/api/3/issue/${body.key}`)).body.fields).not.toHaveProperty(made.body.id);
    await hand.post(`${PATH}/TEAM/issue-types/${story}/fields`, { fieldId: made.body.id });
    expect((await as(mara).get(`/rest/api/3/issue/${body.key}`)).body.fields[made.body.id]).toBe('Mitigate');
    expect((await hand.put(`${PATH}/TEAM/fields/${made.body.id}`, { name: 'Ours' })).status).toBe(409);
    expect((await hand.delete(`${PATH}/TEAM/fields/${made.body.id}`)).status).toBe(204);
    expect((await as('admin').get('/rest/api/3/field/search?query=Treatment')).body.values).toHaveLength(1);
  });

  it('renames types and fields, and changes options by id', async () => {
    const team = site();
    const { hand, as, mara } = team;
    const risk = await addRiskType(team);
    const added = await hand.post(`${PATH}/TEAM/issue-types/${risk}/fields`, {
      name: 'Level',
      type: 'dropdown',
      options: ['Low', 'High'],
    });
    const [low, high] = (added.body as unknown as { options: { id: string }[] }).options;
    expect((await hand.put(`${PATH}/TEAM/issue-types/${risk}`, { name: 'Threat' })).status).toBe(200);
    const changed = await hand.put(`${PATH}/TEAM/fields/${added.body.id}`, {
      name: 'Risk level',
      options: [{ id: high!.id, value: 'Very high' }, { value: 'Medium' }],
    });
    expect(changed.body).toMatchObject({
      name: 'Risk level',
      options: [{ id: high!.id, value: 'Very high' }, { value: 'Medium' }],
    });
    expect(JSON.stringify(changed.body)).not.toContain(low!.id);
    expect((await as(mara).get(`/rest/api/3/issuetype/${risk}`)).body).toMatchObject({ name: 'Threat' });
  });

  it('shows what it has, and what a type could be given', async () => {
    const team = site();
    const risk = await addRiskType(team);
    await team.hand.post(`${PATH}/TEAM/issue-types/${risk}/fields`, { name: 'Review', type: 'date' });
    expect((await team.hand.get(PATH)).body).toEqual({
      projects: [{ id: team.team.id, key: 'TEAM', name: 'Team' }],
    });
    const overview = await team.hand.get(`${PATH}/${team.team.id}`);
    expect(overview.body).toMatchObject({ project: { key: 'TEAM' } });
    const { issueTypes, fieldsToAdd } = overview.body as unknown as {
      issueTypes: { id: string; level: string; fields: unknown[] }[];
      fieldsToAdd: { name: string }[];
    };
    expect(issueTypes.at(-1)).toMatchObject({
      id: risk,
      avatarId: 10_300,
      level: 'standard',
      fields: [{ name: 'Story Points' }, { name: 'Review', type: 'date', scope: 'project' }],
    });
    expect(fieldsToAdd.map(({ name }) => name)).toEqual(['Story Points', 'Review']);
  });

  it('loses types and fields; a type with issues stays', async () => {
    const team = site();
    const { hand, as, mara } = team;
    const risk = await addRiskType(team);
    const fieldId = idOf(await hand.post(`${PATH}/TEAM/issue-types/${risk}/fields`, { name: 'Asset', type: 'labels' }));
    const { body } = await as(mara).post('/rest/api/3/issue', {
      fields: { project: { key: 'TEAM' }, issuetype: { id: risk }, summary: 'a', [fieldId]: ['db'] },
    });
    expect((await hand.delete(`${PATH}/TEAM/issue-types/${risk}`)).status).toBe(409);
    expect((await hand.delete(`${PATH}/TEAM/fields/${fieldId}`)).status).toBe(204);
    expect(JSON.stringify((await as(mara).get('/rest/api/3/field')).body)).not.toContain(fieldId);
    expect(team.jira.state.issues.require(body.id).custom).toEqual({});
    team.jira.state.issues.delete(body.id);
    expect((await hand.delete(`${PATH}/TEAM/issue-types/${risk}`)).status).toBe(204);
    expect((await as('admin').get(`/rest/api/3/issuetype/${risk}`)).status).toBe(404);
  });

  it.each<readonly [string, 'post' | 'put' | 'delete', string, unknown, number]>([
    ['an unknown project', 'post', `${PATH}/NONE/issue-types`, { name: 'x' }, 404],
    ['a company-managed project', 'post', `${PATH}/SHOP/issue-types`, { name: 'x' }, 400],
    ['a type that is there', 'post', `${PATH}/TEAM/issue-types`, { name: 'story' }, 409],
    ['a type without name', 'post', `${PATH}/TEAM/issue-types`, { name: ' ' }, 400],
    ['an unknown type', 'put', `${PATH}/TEAM/issue-types/10001`, { name: 'x' }, 404],
    ['an unknown kind of field', 'post', `${PATH}/TEAM/issue-types/STORY/fields`, { name: 'x', type: 'magic' }, 400],
    ['options that are the same', 'post', `${PATH}/TEAM/issue-types/STORY/fields`, SAME_OPTIONS, 409],
    ['options of a date', 'post', `${PATH}/TEAM/issue-types/STORY/fields`, { ...SAME_OPTIONS, type: 'date' }, 400],
    ['a system field', 'post', `${PATH}/TEAM/issue-types/STORY/fields`, { fieldId: 'summary' }, 404],
    [
      'a field that is not on the type',
      'delete',
      `${PATH}/TEAM/issue-types/STORY/fields/customfield_1`,
      undefined,
      404,
    ],
    ['something else', 'put', `${PATH}/TEAM`, {}, 501],
  ])('refuses %s', async (_name, method, path, body, status) => {
    const team = site();
    const before = JSON.stringify(team.jira.snapshot());
    const at = path.replace('STORY', team.typeId('Story'));
    const answer = method === 'delete' ? await team.hand.delete(at) : await team.hand[method](at, body);
    expect(answer.status).toBe(status);
    expect(answer.body.errorMessages[0]).not.toBe('');
    expect(JSON.stringify(team.jira.snapshot())).toBe(before);
  });
});
