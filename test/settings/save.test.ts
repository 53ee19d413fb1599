/** Reading and saving a project's settings, through the manifest's resolver. */
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { rest, valueOf } from '../fixtures/site';
import { ISSUE_TYPE } from '../local-jira/seed';
import { payloadWith, readView, save, settingsSite, type SettingsSite } from './settings-site';

capturedLog();

describe('the settings of a project', () => {
  let site: SettingsSite;
  beforeEach(async () => {
    site = await settingsSite();
  });
  afterEach(() => site.close());

  test('begin with what suits the project, and show what can be chosen', async () => {
    const view = await readView(site, site.pia);
    expect(view).toMatchObject({
      project: { id: site.project.id, key: 'SHOP', name: 'Web Shop' },
      teamManaged: false,
      defaults: { storyTypeIds: [ISSUE_TYPE.story] },
      newReasons: 'everyProject',
      jiraAdmin: false,
    });
    const names = (ids: readonly string[]) => ids.map((id) => view.statuses.find((status) => status.id === id)?.name);
    expect(names(view.defaults.settings.readyStatusIds)).toEqual(['In Progress', 'Review', 'Done']);
    expect(view.saved?.settings).toEqual(view.defaults.settings);
    expect(view.saved?.gone).toEqual({ storyTypeIds: [], readyStatusIds: [], roleIds: [], groupIds: [] });
    const { riskTypeId } = await site.setup();
    expect(view.issueTypes.map(({ id }) => id)).not.toContain(riskTypeId);
    expect(view.roles.map(({ name }) => name)).toContain('Administrators');
    expect((await readView(site, site.people.admin)).jiraAdmin).toBe(true);
  });

  test('are kept, and count up', async () => {
    const reviewDays = { Low: 200, Medium: 100, High: 50, Critical: 7 };
    const first = await save(site, site.pia, { reviewDays });
    const second = await save(site, site.pia, { gate: 'off' });
    expect(second.revision).toBe(first.revision + 1);
    const { saved } = await readView(site, site.pia);
    expect(saved).toMatchObject({ revision: second.revision, settings: { gate: 'off', reviewDays } });
    expect((await site.projectSetup()).settings).toEqual(saved?.settings);
  });

  test('of two admins who began with the same, the second is told, and nothing of theirs is written', async () => {
    const first = await payloadWith(site, site.pia, { gate: 'off' });
    const second = await payloadWith(site, site.people.admin, { bands: { Medium: 3, High: 6, Critical: 9 } });
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', first)).saved).toBe(true);
    const stored = site.forge.kvs(site.site).values();
    expect(await site.invoke(site.people.admin, 'saveProjectSettings', second)).toEqual(refused('conflict'));
    expect(site.forge.kvs(site.site).values()).toEqual(stored);
  });

  test('ten saves of the same revision at once: exactly one wins, and its settings are what is kept', async () => {
    const payload = await payloadWith(site, site.pia, {});
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        site.invoke(site.pia, 'saveProjectSettings', {
          ...payload,
          settings: { ...payload.settings, reviewDays: { ...payload.settings.reviewDays, Low: 300 + index } },
        }),
      ),
    );
    const winners = answers.flatMap((answer) => (answer.ok && answer.value.saved ? [answer.value] : []));
    expect(winners).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok)).toEqual(Array.from({ length: 9 }, () => refused('conflict')));
    const { saved } = await readView(site, site.pia);
    expect(saved).toMatchObject({ revision: payload.revision + 1, settings: winners[0]?.settings });
  });

  test('with a mistake are not saved; every mistake has its place', async () => {
    const payload = await payloadWith(
      site,
      site.pia,
      { bands: { Medium: 10, High: 5, Critical: 17 }, readyStatusIds: ['3', '99999'] },
      { storyTypeIds: [ISSUE_TYPE.story, '88888'] },
    );
    const stored = site.forge.kvs(site.site).values();
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', payload))).toEqual({
      saved: false,
      mistakes: [
        { at: 'storyTypes', mistake: 'unknown', ids: ['88888'] },
        { at: 'readyStatuses', mistake: 'unknown', ids: ['99999'] },
        { at: 'bands', mistake: 'notRising', level: 'High' },
      ],
    });
    expect(site.forge.kvs(site.site).values()).toEqual(stored);
  });

  test('a role or group that there is not cannot approve; one that is gone later is named', async () => {
    const roleless = await payloadWith(site, site.pia, { approvers: { kind: 'role', id: '99999' } });
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', roleless))).toMatchObject({
      mistakes: [{ at: 'approvers', mistake: 'unknown', ids: ['99999'] }],
    });
    const group = site.jira.state.groups.put({ id: 'aaaa-1111', name: 'security' });
    await save(site, site.pia, { approvers: { kind: 'group', groupId: group.id } });
    expect((await readView(site, site.pia)).group).toEqual({ id: group.id, name: 'security' });
    site.jira.state.groups.delete(group.id);
    const view = await readView(site, site.pia);
    expect(view.saved?.gone.groupIds).toEqual([group.id]);
    expect(view.group).toBeUndefined();
  });

  test('a status that is gone is named, and saving it again is refused', async () => {
    await save(site, site.pia, {});
    const stored = site.forge.kvs(site.site);
    const key = `project-setup:${site.project.id}`;
    const value = stored.values()[key] as { settings: { readyStatusIds: string[] } };
    stored.write(
      key,
      JSON.stringify({ ...value, settings: { ...value.settings, readyStatusIds: ['3', '77777'] } }),
      undefined,
    );
    expect((await readView(site, site.pia)).saved?.gone.readyStatusIds).toEqual(['77777']);
    const payload = await payloadWith(site, site.pia, { gate: 'off' });
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', payload))).toEqual({
      saved: false,
      mistakes: [{ at: 'readyStatuses', mistake: 'unknown', ids: ['77777'] }],
    });
  });

  test('hold nothing but what they are: anything else in the payload is dropped', async () => {
    const payload = await payloadWith(site, site.pia, { gate: 'off' });
    const more = {
      ...payload,
      own: { riskTypeId: '1', fields: {}, options: {} },
      version: 9,
      projectId: payload.projectId,
      settings: { ...payload.settings, expression: 'true', accountId: site.pia, __proto__: { admin: true } },
    };
    expect(await site.invokeRaw(site.pia, 'saveProjectSettings', more)).toMatchObject({ ok: true });
    const kept = site.forge.kvs(site.site).values()[`project-setup:${site.project.id}`];
    expect(JSON.stringify(kept)).not.toMatch(/expression|accountId|admin/);
    expect(kept).not.toHaveProperty('own');
    expect(kept).toHaveProperty('version', 2);
  });

  test.each([
    ['another gate', { gate: 'maybe' }],
    ['a status that is no id', { readyStatusIds: ['3 OR 1=1'] }],
    ['text for a number', { reviewDays: { Low: '7', Medium: 7, High: 7, Critical: 7 } }],
    ['a thousand statuses', { readyStatusIds: Array.from({ length: 1000 }, (_, index) => String(index + 1)) }],
    ['a group that is a path', { approvers: { kind: 'group', groupId: '../../x' } }],
  ])('%s is no payload at all', async (_name, change) => {
    const payload = await payloadWith(site, site.pia, {});
    const settings = { ...payload.settings, ...change };
    expect(await site.invokeRaw(site.pia, 'saveProjectSettings', { ...payload, settings })).toEqual(
      refused('invalid-input'),
    );
  });

  describe('who may', () => {
    const operations = ['readProjectSettings', 'saveProjectSettings', 'planGate', 'attachGate', 'detachGate'] as const;

    test.each(operations)('%s: nobody but the admins of this project and of Jira', async (operation) => {
      const payload = {
        ...(await payloadWith(site, site.pia, { gate: 'off' })),
        transitions: [],
        digest: '',
      };
      site.jira.costs.reset();
      const stored = site.forge.kvs(site.site).values();
      for (const person of [site.people.mara, site.people.priya, site.olaf]) {
        expect(await site.invokeRaw(person, operation, payload)).toEqual(refused('no-permission'));
      }
      expect(await site.invokeRaw(site.people.guest, operation, payload)).toEqual(refused('not-found'));
      expect(await site.invokeRaw(site.pia, operation, { ...payload, projectId: '424242' })).toEqual(
        refused('not-found'),
      );
      expect(writesOf(site)).toEqual([]);
      expect(site.forge.kvs(site.site).values()).toEqual(stored);
    });

    test.each(operations)('%s: not from the page of another project, whoever asks', async (operation) => {
      const other = site.jira.state.projects.find(({ key }) => key === 'OTH')?.id ?? '';
      const payload = { ...(await payloadWith(site, site.pia, {})), transitions: [], digest: '' };
      const answer = await site.forge.invokeResolver(site.site, {
        moduleKey: 'project-settings',
        accountId: site.people.admin,
        extension: { project: { id: other } },
        functionKey: operation,
        payload,
      });
      expect(answer).toEqual(refused('no-permission'));
    });

    test('detachEveryGate is for Jira admins', async () => {
      expect(await site.invokeRaw(site.pia, 'detachEveryGate', {})).toEqual(refused('no-permission'));
      expect(await site.invokeRaw(site.people.admin, 'detachEveryGate', {})).toMatchObject({ ok: true });
    });

    test('whoever lost the right since opening the page is refused on the click', async () => {
      const payload = await payloadWith(site, site.pia, { gate: 'off' });
      const project = site.jira.state.projects.require(site.project.id);
      site.jira.state.projects.put({ ...project, roleActors: {} });
      expect(await site.invoke(site.pia, 'saveProjectSettings', payload)).toMatchObject({ ok: false });
      expect((await site.projectSetup()).settings.gate).toBe('flag');
    });

    test('where the right cannot be verified, the answer is no', async () => {
      const payload = await payloadWith(site, site.pia, { gate: 'off' });
      for (const kind of ['error-500', 'rate-limit', 'timeout-before'] as const) {
        site.jira.faults.clear();
        site.jira.faults.add({ kind, match: { path: '/rest/api/3/mypermissions' }, times: 9, retryAfter: 30 });
        expect(await site.invoke(site.pia, 'saveProjectSettings', payload)).toEqual(refused('could-not-verify'));
      }
    });
  });

  test('a project that Shift-Up was not added to has defaults and nothing to save', async () => {
    const other = site.jira.state.projects.find(({ key }) => key === 'OTH');
    const view = await readView(site, site.olaf, other?.id);
    expect(view.saved).toBeUndefined();
    expect(view.defaults.storyTypeIds).toEqual([ISSUE_TYPE.story]);
    const payload = { ...(await payloadWith(site, site.pia, {})), projectId: other?.id ?? '' };
    expect(await site.invoke(site.olaf, 'saveProjectSettings', payload)).toEqual(refused('not-set-up'));
  });

  test('settings of an earlier version are read with defaults, and saved as the new one', async () => {
    const stored = site.forge.kvs(site.site);
    stored.write(
      `project-setup:${site.project.id}`,
      JSON.stringify({ version: 1, projectId: site.project.id, storyTypeIds: [ISSUE_TYPE.story] }),
      undefined,
    );
    const { saved, defaults } = await readView(site, site.pia);
    expect(saved).toMatchObject({ revision: 0, settings: defaults.settings });
    expect((await save(site, site.pia, { gate: 'off' })).revision).toBe(1);
    expect(await rest(site.as(site.pia), 'GET', path`/rest/api/3/project/${site.project.id}`)).toBeDefined();
  });
});
