/** Uninstalling, and installing again: what ends, what is kept aside, and what a new installation sees of it. */
import api, { route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { createLocalJira } from '../local-jira';
import { fixedClock } from '../local-jira/clock';
import { createLocalForge } from './local-forge';
import { FIXTURE_APP, ISSUE_EXTENSION, probe } from './probe';
import type { JiraHost } from './site';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const page = { moduleKey: 'panel', accountId: 'mara', extension: ISSUE_EXTENSION, functionKey: 'x', payload: {} };

describe('installing', () => {
  test('tells Jira of the validators and of the properties to index', () => {
    const { jira, site } = probe();
    expect(jira.apps.get(APP_ID)).toMatchObject({
      environmentId: site.environmentId,
      workflowValidators: [{ key: 'assigned', expression: 'issue.assignee != null' }],
      entityProperties: [{ propertyKey: 'note', values: [{ path: 'state' }] }],
    });
  });

  test('a Jira that takes no validators is refused by name', () => {
    const { forge, jira } = probe();
    const plain: JiraHost = { cloudId: 'c', fetch: (r) => jira.fetch(r), issueToken: () => 't', events: jira.events };
    expect(() => forge.installOn(plain, { cloudId: 'c', siteUrl: 'https://c.atlassian.net' })).toThrow(
      'does not serve workflow validators on a Jira that takes none',
    );
  });

  test('the local Jira takes them, and forgets them', async () => {
    const clock = fixedClock('2026-11-20T13:00:00Z');
    const forge = createLocalForge({ appRoot: FIXTURE_APP, clock });
    const jira = createLocalJira({ clock });
    const site = forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: 'https://a.atlassian.net' });
    const known = () => [
      ...jira.state.apps.validators().map(({ key }) => key),
      ...jira.state.apps.indexedValues().map(({ searchAlias }) => searchAlias),
    ];
    expect(known()).toEqual(['assigned', 'noteState']);
    await forge.uninstall(site);
    expect(known()).toEqual([]);
    forge.installAgain(site);
    expect(known()).toEqual(['assigned', 'noteState']);
  });
});

describe('preUninstall', () => {
  test('gets the documented payload, no user, and may do what the app may do', async () => {
    const { forge, site, jira, handlers } = probe();
    const seen: unknown[] = [];
    handlers.beforeUninstall = async (payload, context) => {
      seen.push(payload, context);
      await api.asApp().requestJira(route`/rest/api/3/workflows`);
      await expect(api.asUser().requestJira(route`/rest/api/3/myself`)).rejects.toMatchObject({
        name: 'NEEDS_AUTHENTICATION_ERR',
      });
      await kvs.set('last-words', 'detached');
      return 'ignored';
    };
    await forge.uninstall(site);
    expect(seen).toEqual([
      {
        context: { cloudId: 'cloud-probe', moduleKey: 'last-words' },
        contextToken: expect.any(String) as unknown,
      },
      expect.not.objectContaining({ principal: expect.anything() as unknown }),
    ]);
    expect(jira.tokensFor).toMatchObject([{ principal: { type: 'app' } }]);
    expect(forge.invocations.entries).toMatchObject([
      { kind: 'preUninstall', functionKey: 'before-uninstall', outcome: 'answered' },
    ]);
    expect(forge.formerInstallations(site)[0]?.kvs.values()).toEqual({ 'last-words': 'detached' });
  });

  test('what it throws stops nothing and is recorded', async () => {
    const { forge, site, jira, handlers } = probe();
    handlers.beforeUninstall = () => {
      throw new Error('Jira was away');
    };
    await forge.uninstall(site);
    expect([site.installed, jira.apps.size]).toEqual([false, 0]);
    expect(forge.invocations.entries).toMatchObject([
      { kind: 'preUninstall', outcome: 'failed', problem: 'Jira was away' },
    ]);
  });

  test('it has 55 seconds', async () => {
    jest.useFakeTimers();
    try {
      const { forge, site, handlers } = probe();
      handlers.beforeUninstall = async () => new Promise(() => undefined);
      const uninstalled = forge.uninstall(site);
      await jest.advanceTimersByTimeAsync(54_999);
      expect(site.installed).toBe(true);
      await jest.advanceTimersByTimeAsync(2);
      await uninstalled;
      expect(forge.invocations.entries).toMatchObject([{ outcome: 'timed out' }]);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('an app that was uninstalled', () => {
  test('answers nobody: no page, no resolver, no job, no schedule, no event', async () => {
    const { forge, site, jira, clock, run } = probe();
    await run(async () => new Queue({ key: 'work' }).push({ body: {} }));
    await forge.uninstall(site);
    forge.invocations.reset();
    await expect(forge.invokeResolver(site, page)).rejects.toThrow(
      'The app is not installed on https://probe.atlassian.net.',
    );
    const framed = await forge.pages(new Request('http://127.0.0.1:3000/__forge/page/cloud-probe/pages/panel'));
    expect(framed?.status).toBe(404);
    clock.advance(24 * 3600_000);
    jira.emit({ eventType: 'avi:jira:updated:issue', selfGenerated: false });
    expect(await forge.runDue()).toBe(0);
    expect(forge.queue.pending(site)).toEqual([]);
    expect(forge.invocations.entries).toEqual([]);
    await expect(forge.uninstall(site)).rejects.toThrow('is not installed');
  });

  test('a page of it cannot use its right to Jira any more', async () => {
    const { forge, site, jira } = probe();
    await forge.uninstall(site);
    const request = { product: 'jira', restPath: '/rest/api/3/myself', fetchRequestInit: {} };
    await expect(forge.bridge(site, page, 'fetchProduct', request)).rejects.toThrow('is not installed');
    expect(jira.seen).toEqual([]);
  });

  test('what was running ends where it stands and reaches nothing of the next installation', async () => {
    const { forge, site, run, handlers } = probe();
    let goOn: () => void = () => undefined;
    let late: Promise<unknown> | undefined;
    handlers.worker = async () => {
      await new Promise<void>((resolve) => (goOn = resolve));
      late = kvs.set('of-the-first', true);
      await late;
    };
    await run(async () => new Queue({ key: 'work' }).push({ body: {} }));
    const delivery = forge.queue.deliver(site);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await forge.uninstall(site);
    await delivery;
    forge.installAgain(site);
    goOn();
    await new Promise((resolve) => setTimeout(resolve, 1));
    await expect(late).rejects.toThrow('after it had been stopped');
    expect(forge.kvs(site).values()).toEqual({});
    expect(forge.queue.pending(site)).toEqual([]);
    expect(forge.invocations.count({ kind: 'consumer', outcome: 'stopped' })).toBe(1);
  });
});

test('installed again it is new: another id, an empty storage, the installed event, its schedules from the start', async () => {
  const { forge, site, clock, run, handlers } = probe();
  const seen: unknown[] = [];
  let nights = 0;
  handlers.onEvent = (event) => void seen.push((event as { eventType: string }).eventType);
  handlers.nightly = () => void (nights += 1);
  await run(async () => kvs.set('site-setup', { version: 1 }));
  await forge.events.deliver(site);
  const before = site.installationId;
  await forge.uninstall(site);
  expect(() => forge.installAgain(site)).not.toThrow();
  expect(() => forge.installAgain(site)).toThrow('already installed');
  expect(site.installationId).not.toBe(before);
  expect(await run(async () => kvs.get('site-setup'))).toBeUndefined();
  expect(forge.formerInstallations(site)).toMatchObject([{ installationId: before }]);
  expect(forge.formerInstallations(site)[0]?.kvs.values()).toEqual({ 'site-setup': { version: 1 } });
  clock.advance(5 * 60_000 - 1);
  await forge.runDue();
  expect(nights).toBe(0);
  clock.advance(1);
  await forge.runDue();
  expect([seen, nights]).toEqual([['avi:forge:installed:app', 'avi:forge:installed:app'], 1]);
});

describe('a snapshot', () => {
  test('puts an uninstalled app back, with its storage, its id and what had not been delivered', async () => {
    const { forge, site, jira, run } = probe();
    await run(async () => kvs.set('a', 1));
    const saved = JSON.parse(JSON.stringify(forge.snapshot(site))) as unknown;
    const before = site.installationId;
    await forge.uninstall(site);
    forge.installAgain(site);
    await run(async () => kvs.set('b', 2));
    await forge.uninstall(site);
    forge.restore(site, saved);
    expect([site.installed, site.installationId, jira.apps.has(APP_ID)]).toEqual([true, before, true]);
    expect(forge.kvs(site).values()).toEqual({ a: 1 });
    expect(await forge.events.deliver(site)).toBe(1);
    await forge.uninstall(site);
    forge.installAgain(site);
    expect([forge.kvs(site).values(), site.installationId === before]).toEqual([{}, false]);
  });

  test('of an uninstalled app restores as uninstalled; one of before is read as installed', async () => {
    const { forge, site, jira } = probe();
    await forge.uninstall(site);
    const saved = forge.snapshot(site);
    forge.installAgain(site);
    forge.restore(site, saved);
    expect([site.installed, jira.apps.size]).toEqual([false, 0]);
    forge.restore(site, { version: 1, kvs: {}, queue: [], schedules: {} });
    expect([site.installed, jira.apps.size]).toEqual([true, 1]);
    expect(() => forge.restore(site, { version: 3 })).toThrow();
  });
});
