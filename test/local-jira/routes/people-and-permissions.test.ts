import { addDashboard } from '../seed';
import { makeAdmin, shop } from '../testing/shop';

describe('permissions', () => {
  it('says what I may do, in one project or anywhere', async () => {
    const site = shop();
    const mine = async (who: { readonly id: string }, query: string) =>
      (await site.as(who).get(`/rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADMINISTER${query}`)).body;
    const edit = (havePermission: boolean) => ({ permissions: { EDIT_ISSUES: { havePermission } } });
    expect(await mine(site.mara, '&projectKey=SHOP')).toMatchObject(edit(true));
    expect(await mine(site.priya, '&projectKey=SHOP')).toMatchObject(edit(false));
    expect(await mine(site.mara, '')).toMatchObject(edit(true));
    expect(await mine(site.guest, '')).toMatchObject(edit(false));
    expect(
      (await site.as(site.guest).get('/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=SHOP')).status,
    ).toBe(404);
  });

  it('needs the permissions parameter and refuses an unknown key', async () => {
    const site = shop();
    expect((await site.as(site.mara).get('/rest/api/3/mypermissions')).status).toBe(400);
    expect((await site.as(site.mara).get('/rest/api/3/mypermissions?permissions=FLY')).status).toBe(400);
  });

  it('checks projects and issues in bulk, leaves out what does not exist, and others only for administrators', async () => {
    const site = shop();
    const { id } = await site.create({ summary: 'a' });
    const body = {
      projectPermissions: [
        {
          permissions: ['EDIT_ISSUES', 'BROWSE_PROJECTS'],
          projects: [Number(site.project.id), 1],
          issues: [Number(id), 1],
        },
      ],
    };
    const own = [Number(site.project.id)];
    expect((await site.as(site.priya).post('/rest/api/3/permissions/check', body)).body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'EDIT_ISSUES', projects: [], issues: [] },
        { permission: 'BROWSE_PROJECTS', projects: own, issues: [Number(id)] },
      ],
    });
    const about = { ...body, accountId: site.mara.id };
    expect((await site.as(site.priya).post('/rest/api/3/permissions/check', about)).status).toBe(403);
    expect((await site.as('admin').post('/rest/api/3/permissions/check', about)).status).toBe(200);
  });
});

describe('people', () => {
  it('offers only those who may be given issues, and needs a project or issue', async () => {
    const site = shop();
    const mara = site.as(site.mara);
    expect((await mara.get('/rest/api/3/user/assignable/search')).status).toBe(400);
    expect((await mara.get('/rest/api/3/user/assignable/search?project=SHOP&query=ma')).body).toMatchObject([
      { accountId: site.mara.id },
    ]);
    expect((await mara.get('/rest/api/3/user/assignable/search?project=SHOP&query=priya')).body).toEqual([]);
    expect((await site.as(site.guest).get('/rest/api/3/user/assignable/search?project=SHOP')).status).toBe(404);
  });

  it('makes users for administrators only', async () => {
    const site = shop();
    const body = { emailAddress: 'new@example.com', displayName: 'New Person', products: [] };
    expect((await site.as(site.mara).post('/rest/api/3/user', body)).status).toBe(403);
    makeAdmin(site.jira, site.mara);
    const { accountId } = (await site.as(site.mara).post('/rest/api/3/user', body)).body;
    expect(site.jira.state.users.require(accountId).displayName).toBe('New Person');
  });
});

describe('projects', () => {
  it('makes a project with schemes of its own, and says everything that is wrong with one', async () => {
    const site = shop();
    const made = await site.as('admin').post('/rest/api/3/project', {
      key: 'NEW',
      name: 'New',
      projectTypeKey: 'software',
      leadAccountId: site.mara.id,
    });
    expect(made.status).toBe(201);
    const { state } = site.jira;
    expect(state.projects.find((project) => project.key === 'NEW')?.workflowSchemeId).not.toBe(
      site.project.workflowSchemeId,
    );
    const wrong = await site.as('admin').post('/rest/api/3/project', { key: 'SHOP', name: '' });
    expect(Object.keys(wrong.body.errors).sort()).toEqual(['projectKey', 'projectLead', 'projectName']);
    expect((await site.as(site.mara).post('/rest/api/3/project', {})).status).toBe(403);
  });

  it('has a hierarchy only for team-managed projects', async () => {
    const site = shop();
    const answer = await site.as(site.mara).get('/rest/api/3/project/SHOP/hierarchy');
    expect(answer.status).toBe(404);
  });
});

describe('dashboards', () => {
  it('lets everybody read a shared dashboard’s item properties and only its owner write them', async () => {
    const site = shop();
    const dashboard = addDashboard(site.jira.state, 'Security', site.mara.id);
    const gadget = await site
      .as(site.mara)
      .post(`/rest/api/3/dashboard/${dashboard.id}/gadget`, { moduleKey: 'app:gadget' });
    const url = `/rest/api/3/dashboard/${dashboard.id}/items/${gadget.body.id}/properties/config`;
    expect((await site.as(site.mara).put(url, { projects: ['SHOP'] })).status).toBe(201);
    expect((await site.as(site.priya).get(url)).body).toMatchObject({ value: { projects: ['SHOP'] } });
    expect((await site.as(site.priya).put(url, {})).status).toBe(403);
  });
});
