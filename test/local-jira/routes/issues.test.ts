import { addProject, addSecurityLevel, grant } from '../seed';
import { paragraph, shop } from '../testing/shop';

describe('issues', () => {
  it('shows a field without a value as null, an empty list as [], and leaves out a field the type does not have', async () => {
    const site = shop();
    const { state } = site.jira;
    const field = state.fields.require('customfield_10016');
    state.fields.put({ ...field, id: 'customfield_10099', name: 'Elsewhere only' });
    state.fieldContexts.put({
      id: '99',
      fieldId: 'customfield_10099',
      name: 'x',
      description: '',
      projectIds: ['424242'],
      issueTypeIds: [],
    });
    const { key } = await site.create({ summary: 'Empty' });
    const { fields } = (await site.as(site.mara).get(`/rest/api/3/issue/${key}`)).body;
    expect(fields).toMatchObject({
      assignee: null,
      customfield_10016: null,
      labels: [],
      issuelinks: [],
      duedate: null,
    });
    expect(fields).not.toHaveProperty('customfield_10099');
    expect(fields).not.toHaveProperty('parent');
  });

  it('answers 404, not 403, for an issue of a project that the caller may not browse', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'Hidden' });
    const answer = await site.as(site.guest).get(`/rest/api/3/issue/${key}`);
    expect(answer.status).toBe(404);
    expect(answer.body.errorMessages).toEqual(['Issue does not exist or you do not have permission to see it.']);
    expect((await site.as(site.guest).put(`/rest/api/3/issue/${key}`, { fields: { summary: 'x' } })).status).toBe(404);
  });

  it('answers 403 to an edit by somebody who may only read, and changes nothing', async () => {
    const site = shop();
    const { id, key } = await site.create({ summary: 'Read only' });
    const answer = await site.as(site.priya).put(`/rest/api/3/issue/${key}`, { fields: { summary: 'x' } });
    expect(answer.status).toBe(403);
    expect(site.jira.state.issues.require(id).summary).toBe('Read only');
  });

  it('hides an issue of a security level from people outside it, in GET, search, count and links', async () => {
    const site = shop();
    const level = addSecurityLevel(site.jira.state, site.project, 'Security team', [
      { type: 'user', accountId: site.mara.id },
    ]);
    const open = await site.create({ summary: 'Open' });
    const secret = await site.create({ summary: 'Secret', security: { id: level } });
    await site.as(site.mara).post('/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: secret.key },
      outwardIssue: { key: open.key },
    });
    expect((await site.as(site.priya).get(`/rest/api/3/issue/${secret.key}`)).status).toBe(404);
    expect(await site.keys('project = SHOP', site.priya)).toEqual([open.key]);
    expect(await site.keys('project = SHOP', site.mara)).toHaveLength(2);
    const seen = (await site.as(site.priya).get(`/rest/api/3/issue/${open.key}?fields=issuelinks`)).body;
    expect(seen.fields.issuelinks).toEqual([]);
    const count = await site.as(site.priya).post('/rest/api/3/search/approximate-count', { jql: 'project = SHOP' });
    expect(count.body).toEqual({ count: 1 });
  });

  it('finds an issue key in any case, but a project key only in its own', async () => {
    const site = shop();
    await site.create({ summary: 'One' });
    expect((await site.as(site.mara).get('/rest/api/3/issue/shop-1')).body.key).toBe('SHOP-1');
    expect((await site.as(site.mara).get('/rest/api/3/project/shop')).status).toBe(404);
    expect((await site.as(site.mara).get('/rest/api/3/project/SHOP')).status).toBe(200);
  });

  it('takes documents for rich text and refuses a plain string', async () => {
    const site = shop();
    const refused = await site.as(site.mara).post('/rest/api/3/issue', {
      fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'x', description: 'plain' },
    });
    expect(refused.status).toBe(400);
    expect(refused.body.errors['description']).toContain('Atlassian Document');
    const { key } = await site.create({ summary: 'x', description: paragraph('rich') });
    expect((await site.as(site.mara).get(`/rest/api/3/issue/${key}`)).body.fields['description']).toEqual(
      paragraph('rich'),
    );
  });

  it('refuses to create with a field that is not on the create screen, but edits it without looking at screens', async () => {
    const site = shop();
    const { state } = site.jira;
    for (const screen of state.screens.values()) {
      const tabs = screen.tabs.map((tab) => ({
        ...tab,
        fieldIds: tab.fieldIds.filter((id) => id !== 'customfield_10016'),
      }));
      state.screens.put({ ...screen, tabs });
    }
    const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'x', customfield_10016: 3 };
    const refused = await site.as(site.mara).post('/rest/api/3/issue', { fields });
    expect(refused.body.errors).toEqual({
      customfield_10016: "Field 'customfield_10016' cannot be set. It is not on the appropriate screen, or unknown.",
    });
    const { key } = await site.create({ summary: 'x' });
    expect(
      (await site.as(site.mara).put(`/rest/api/3/issue/${key}`, { fields: { customfield_10016: 3 } })).status,
    ).toBe(204);
  });

  it('names everything that is wrong with a new issue in one answer', async () => {
    const site = shop();
    const answer = await site.as(site.mara).post('/rest/api/3/issue', {
      fields: {
        project: { key: 'SHOP' },
        issuetype: { name: 'Story' },
        labels: ['a b'],
        duedate: '2026-02-30',
        nope: 1,
      },
    });
    expect(Object.keys(answer.body.errors).sort()).toEqual(['duedate', 'labels', 'nope', 'summary']);
  });

  it('writes fields, update verbs and properties in one request, or nothing of it', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'x', labels: ['a'] });
    const url = `/rest/api/3/issue/${key}`;
    const wrong = await site.as(site.mara).put(url, { fields: { summary: 'y', duedate: 'tomorrow' } });
    expect(wrong.status).toBe(400);
    const right = await site.as(site.mara).put(url, {
      fields: { summary: 'y' },
      update: { labels: [{ add: 'b' }, { remove: 'a' }] },
      properties: [{ key: 'shift-up.note', value: { version: 1 } }],
    });
    expect(right.status).toBe(204);
    expect(right.body).toBeUndefined();
    const read = (await site.as(site.mara).get(`${url}?fields=summary,labels&properties=shift-up.note`)).body;
    expect(read.fields).toEqual({ summary: 'y', labels: ['b'] });
    expect(read.properties).toEqual({ 'shift-up.note': { version: 1 } });
    const returned = await site.as(site.mara).put(`${url}?returnIssue=true`, { fields: { summary: 'z' } });
    expect(returned.body.fields['summary']).toBe('z');
  });

  it('makes what it can of a bulk creation: 201 with errors, 400 only when all fail', async () => {
    const site = shop();
    const good = { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Task' }, summary: 'good' } };
    const bad = { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Task' } } };
    const some = await site.as(site.mara).post('/rest/api/3/issue/bulk', { issueUpdates: [good, bad] });
    expect(some.status).toBe(201);
    expect(some.body.issues).toHaveLength(1);
    expect(some.body).toMatchObject({ errors: [{ failedElementNumber: 1, status: 400 }] });
    expect((await site.as(site.mara).post('/rest/api/3/issue/bulk', { issueUpdates: [bad] })).status).toBe(400);
  });

  it('leaves out of a bulk fetch what the caller may not see, without saying so', async () => {
    const site = shop();
    const secret = addProject(site.jira.state, { key: 'SEC', name: 'Secret', leadAccountId: site.guest.id });
    grant(site.jira.state, secret, site.guest.id, 'member');
    await site.create({ summary: 'second' });
    const { key } = await site.create({ summary: 'first' });
    const hidden = await site.as(site.guest).post('/rest/api/3/issue', {
      fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: 'hidden' },
    });
    const answer = await site.as(site.mara).post('/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: [key, hidden.body.key, 'SHOP-1', 'SHOP-77'],
      fields: ['summary'],
    });
    expect(answer.body.issues.map((issue) => issue.key)).toEqual(['SHOP-1', 'SHOP-2']);
    expect(answer.body).toMatchObject({ issueErrors: [] });
    const tooMany = { issueIdsOrKeys: Array.from({ length: 101 }, (_, at) => `SHOP-${at + 1}`) };
    expect((await site.as(site.mara).post('/rest/api/3/issue/bulkfetch', tooMany)).status).toBe(400);
  });

  it('writes the history of every edit, transition and link, with null where there was or is no id', async () => {
    const site = shop();
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    site.jira.clock.advance(60_000);
    await site.as(site.mara).put(`/rest/api/3/issue/${a.key}`, { fields: { assignee: { accountId: site.mara.id } } });
    await site.as(site.mara).post(`/rest/api/3/issue/${a.key}/transitions`, { transition: { id: '41' } });
    await site.as(site.mara).post('/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: a.key },
      outwardIssue: { key: b.key },
    });
    const { values } = (await site.as(site.mara).get(`/rest/api/3/issue/${a.key}/changelog`)).body;
    const items = values.flatMap((group) => group['items']);
    expect(items).toMatchObject([
      { fieldId: 'assignee', from: null, fromString: null, to: site.mara.id, toString: 'Mara Lindqvist' },
      { fieldId: 'status', from: '10000', fromString: 'To Do', to: '10002', toString: 'Done' },
      { fieldId: 'resolution', from: null, to: '10000', toString: 'Done' },
      { field: 'Link', from: null, to: b.key, toString: `This issue blocks ${b.key}` },
    ]);
    const bulk = await site
      .as(site.mara)
      .post('/rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: [a.key], fieldIds: ['status'] });
    expect(bulk.body).toMatchObject({
      issueChangeLogs: [{ changeHistories: [{ created: site.jira.clock.now().getTime() }] }],
    });
  });

  it('sets the resolution on entering Done, keeps its date, and clears it on leaving', async () => {
    const site = shop();
    const { id, key } = await site.create({ summary: 'a' });
    const go = (transition: string) =>
      site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: transition } });
    await go('51');
    expect(site.jira.state.issues.require(id)).toMatchObject({
      resolutionId: '10001',
      resolved: Date.parse('2026-11-20T14:30:00Z'),
    });
    await go('11');
    expect(site.jira.state.issues.require(id)).toMatchObject({ resolutionId: null, resolved: null });
    const illegal = await go('999');
    expect(illegal.status).toBe(400);
    expect(
      (await site.as(site.mara).get(`/rest/api/3/issue/${key}/transitions?transitionId=999`)).body.transitions,
    ).toEqual([]);
    expect((await site.as(site.priya).get(`/rest/api/3/issue/${key}/transitions`)).body.transitions).toEqual([]);
  });

  it('takes an archived project out of search and makes its issues read-only, but still shows them', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'old' });
    await site.as('admin').post('/rest/api/3/project/SHOP/archive');
    expect((await site.as(site.mara).get(`/rest/api/3/issue/${key}`)).status).toBe(200);
    expect((await site.as(site.mara).put(`/rest/api/3/issue/${key}`, { fields: { summary: 'x' } })).status).toBe(403);
    const search = await site.as(site.mara).post('/rest/api/3/search/jql', { jql: `issuekey = ${key}` });
    expect(search.body.issues).toEqual([]);
    const listed = async (query: string) => (await site.as(site.mara).get(`/rest/api/3/project/search${query}`)).body;
    expect((await listed('')).values).toEqual([]);
    expect((await listed('?status=archived')).values).toMatchObject([{ key: 'SHOP', archived: true }]);
  });

  it('shows people without e-mail and time zone, except to themselves', async () => {
    const site = shop();
    const other = (await site.as(site.priya).get(`/rest/api/3/user?accountId=${site.mara.id}`)).body;
    expect(other).toMatchObject({ displayName: 'Mara Lindqvist', accountType: 'atlassian' });
    expect(other).not.toHaveProperty('emailAddress');
    expect(other).not.toHaveProperty('timeZone');
    expect((await site.as(site.mara).get('/rest/api/3/myself')).body).toMatchObject({ timeZone: 'Europe/Berlin' });
    site.jira.state.users.put({ ...site.mara, deleted: true, active: false });
    expect((await site.as(site.priya).get(`/rest/api/3/user?accountId=${site.mara.id}`)).body).toMatchObject({
      displayName: 'Former user',
      active: false,
    });
  });
});
