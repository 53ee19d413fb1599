/**
 * The hook of the page, in a real browser: the real @forge/bridge in a sandboxed frame of another origin under the strict
 * content policy, against the local Forge's host.
 */
import { serve, type ServerType } from '@hono/node-server';
import { build } from 'esbuild';
import { cpSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { answerBridgeRequest, createLocalForge, type LocalForge, type Site } from '../local-forge';
import { FakeJira } from '../local-forge/fake-jira';
import type { FixtureBridge } from '../local-forge/fixture-app/page/panel';
import { fixedClock } from '../local-jira/clock';
import { launchBrowser } from './chromium';
import { eventually } from './eventually';

declare const bridge: FixtureBridge;
declare const host: {
  mounted: { setColorMode(mode: string): void };
  emitAppEvent(event: string, payload: unknown): void;
  calls: unknown[];
};

const FIXTURE_APP = path.join(__dirname, '..', 'local-forge', 'fixture-app');
const HOST_PAGE =
  '<!doctype html><html data-color-mode="light"><head><title>Host</title>' +
  '<link rel="stylesheet" href="/__forge/theme.css"><link rel="stylesheet" href="/__forge/host.css"></head>' +
  '<body><button id="before">Before</button><script src="/host.js"></script></body></html>';

interface Running {
  readonly browser: Browser;
  readonly server: ServerType;
  readonly origin: string;
  readonly forge: LocalForge;
  readonly site: Site;
}
let running: Running | undefined;
const jira = new FakeJira('cloud-probe');

/** What beforeAll started; a test never runs without it. */
function started(): Running {
  if (running === undefined) throw new Error('Nothing was started.');
  return running;
}

beforeAll(async () => {
  const appRoot = mkdtempSync(path.join(tmpdir(), 'fixture-app-'));
  cpSync(FIXTURE_APP, appRoot, { recursive: true });
  await bundle('panel.ts', path.join(appRoot, 'static/page/assets/panel.js'));
  await bundle('host-page.ts', path.join(appRoot, 'host.js'));
  const forge = createLocalForge({
    appRoot,
    clock: fixedClock('2026-11-20T13:00:00Z'),
    loadHandlers: async () => import('../local-forge/fixture-app/src/index'),
  });
  const server = serve({ fetch: (request) => answer(forge, appRoot, request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const site = forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: origin });
  running = { browser: await launchBrowser(), server, origin, forge, site };
});

afterAll(async () => {
  await running?.browser.close();
  running?.server.close();
  running?.forge.close();
});

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(FIXTURE_APP, 'page', entry)],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
  });
}

async function answer(forge: LocalForge, appRoot: string, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/__forge/bridge') return answerBridgeRequest(forge, request, 'mara');
  if (pathname === '/host.js') {
    const { readFile } = await import('node:fs/promises');
    return new Response(await readFile(path.join(appRoot, 'host.js')), {
      headers: { 'content-type': 'text/javascript' },
    });
  }
  if (pathname === '/') return new Response(HOST_PAGE, { headers: { 'content-type': 'text/html' } });
  return (await forge.pages(request)) ?? new Response(null, { status: 404 });
}

async function open(): Promise<{ page: Page; frame: Frame }> {
  const page = await started().browser.newPage();
  await page.goto(started().origin);
  await page.frameLocator('iframe').getByText('Panel of mara').waitFor();
  const frame = page.frames().find((candidate) => candidate.url().includes('/pages/panel'));
  if (frame === undefined) throw new Error('The page is not framed.');
  return { page, frame };
}

test('context, invoke and requestJira work through the real bridge, without touching the content policy', async () => {
  const { origin, site } = started();
  const { page, frame } = await open();
  expect(new URL(frame.url()).hostname).toBe('127.0.0.1');
  expect(await frame.evaluate(() => bridge.view.getContext())).toMatchObject({
    accountId: 'mara',
    cloudId: 'cloud-probe',
    siteUrl: origin,
    moduleKey: 'panel',
    theme: { colorMode: 'light' },
    extension: { type: 'jira:issueContext', issue: { key: 'SEC-1' }, location: `${origin}/` },
  });
  expect(await frame.evaluate(async () => bridge.invoke('whoAmI', {}))).toMatchObject({
    context: { accountId: 'mara', installContext: site.installContext, extension: { issue: { key: 'SEC-1' } } },
  });
  jira.answer = () => Response.json({ key: 'SEC-1' }, { status: 429, headers: { 'retry-after': '5' } });
  const response = await frame.evaluate(async () => {
    const got = await bridge.requestJira('/rest/api/3/issue/SEC-1', { method: 'PUT', body: '{"a":1}' });
    return { status: got.status, retryAfter: got.headers.get('retry-after'), body: (await got.json()) as unknown };
  });
  expect(response).toEqual({ status: 429, retryAfter: '5', body: { key: 'SEC-1' } });
  expect(jira.seen.at(-1)).toMatchObject({ method: 'PUT', body: '{"a":1}' });
  expect(await frame.evaluate(() => bridge.violations)).toEqual([]);
  await page.close();
});

test('the content policy stops inline style and script', async () => {
  const { page, frame } = await open();
  await frame.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body{}' }));
    document.head.append(Object.assign(document.createElement('script'), { textContent: '1' }));
  });
  await eventually(async () =>
    expect(await frame.evaluate(() => bridge.violations)).toEqual(['style-src-elem', 'script-src-elem']),
  );
  await page.close();
});

test('errors of functions and unknown commands reach the page by name', async () => {
  const { page, frame } = await open();
  const message = (work: () => Promise<unknown>) => frame.evaluate(work).catch((error: unknown) => String(error));
  expect(await message(async () => bridge.invoke('fail'))).toContain(
    'There was an error invoking the function - secret detail',
  );
  expect(await message(async () => bridge.rovo.open({ type: 'default' } as never))).toContain(
    'The local Forge does not serve the bridge command openRovo.',
  );
  await page.close();
});

test('the theme is applied and follows the host; the frame has the height of its content', async () => {
  const { page, frame } = await open();
  const look = () =>
    frame.evaluate(() => ({
      mode: document.documentElement.dataset['colorMode'],
      background: getComputedStyle(document.body).backgroundColor,
    }));
  await eventually(async () => expect(await look()).toEqual({ mode: 'light', background: 'rgb(255, 255, 255)' }));
  await page.evaluate(() => host.mounted.setColorMode('dark'));
  await frame.waitForFunction(() => document.documentElement.dataset['colorMode'] === 'dark');
  await eventually(async () => expect((await look()).background).not.toBe('rgb(255, 255, 255)'));
  const height = () => page.locator('iframe').evaluate((iframe) => (iframe as HTMLElement).offsetHeight);
  const before = await height();
  await frame.evaluate(() => {
    const tall = document.createElement('div');
    tall.style.height = '400px';
    document.body.append(tall);
  });
  await page.waitForFunction((was) => (document.querySelector('iframe')?.offsetHeight ?? 0) >= was + 400, before);
  await page.close();
});

test('a modal takes the focus, closes with its payload or Escape, and gives the focus back', async () => {
  const { page, frame } = await open();
  const panel = page.frameLocator('main iframe');
  const dialog = page.locator('dialog[open]');
  await panel.getByRole('button', { name: 'Open' }).click();
  const modal = page.frameLocator('dialog iframe');
  await modal.getByText('Modal with {"from":"panel"}').waitFor();
  await eventually(async () =>
    expect(await dialog.evaluate((element) => element.getBoundingClientRect().width)).toBe(400),
  );
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true),
  );
  // A flag shown meanwhile can be used above the modal, and outlives it.
  await frame.evaluate(() => bridge.showFlag({ id: 'above', title: 'Above' }));
  await page.getByRole('alert').hover();
  await modal.getByRole('button', { name: 'Save' }).click();
  await frame.waitForFunction(() => document.title === 'closed with {"saved":true}');
  await dialog.waitFor({ state: 'detached' });
  await eventually(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME'));
  await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });

  await panel.getByRole('button', { name: 'Open' }).click();
  await modal.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Escape');
  await frame.waitForFunction(() => document.title === 'closed with undefined');
  await dialog.waitFor({ state: 'detached' });
  await page.close();
});

test('events, flags, navigation, submit and close', async () => {
  const { origin } = started();
  const { page, frame } = await open();
  await frame.evaluate(async () => {
    const subscription = await bridge.events.on('JIRA_ISSUE_CHANGED', (data) => {
      document.title = JSON.stringify(data);
    });
    Object.assign(globalThis, { subscription });
    await bridge.events.on('JIRA_ISSUE_CHANGED', (data) => {
      document.body.dataset['witness'] = JSON.stringify(data);
    });
  });
  await page.evaluate(() => host.emitAppEvent('JIRA_ISSUE_CHANGED', { issueId: '10001' }));
  await frame.waitForFunction(() => document.title === '{"issueId":"10001"}');
  await frame.evaluate(async () => {
    (globalThis as unknown as { subscription: { unsubscribe(): void } }).subscription.unsubscribe();
    // Whatever goes to the host with it has arrived once the host answers what was asked later.
    await bridge.view.getContext();
  });
  await page.evaluate(() => host.emitAppEvent('JIRA_ISSUE_CHANGED', { issueId: '10002' }));
  await frame.waitForFunction(() => document.body.dataset['witness'] === '{"issueId":"10002"}');
  expect(await frame.title()).toBe('{"issueId":"10001"}');

  await frame.evaluate(() => {
    const onClick = () => {
      document.title = 'undone';
    };
    bridge.showFlag({
      id: 'f',
      title: 'Linked',
      description: 'SEC-2',
      type: 'success',
      actions: [{ text: 'Undo', onClick }],
    });
  });
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await frame.waitForFunction(() => document.title === 'undone');

  await frame.evaluate(async () => {
    await bridge.router.open('/issues?jql=project%20%3D%20SEC');
    await bridge.router.navigate({ target: 'issue', issueKey: 'SEC-2' });
    await bridge.router.navigate({ target: 'module', moduleKey: 'set-up' } as never);
    await bridge.view.submit({ projects: ['10000'] });
  });
  await eventually(async () =>
    expect(await page.evaluate(() => host.calls)).toEqual([
      { navigation: { url: `${origin}/issues?jql=project%20%3D%20SEC`, newTab: true } },
      { navigation: { url: `${origin}/browse/SEC-2`, newTab: false } },
      { navigation: { url: `${origin}/admin/set-up`, newTab: false } },
      { submitted: { projects: ['10000'] } },
    ]),
  );
  const refused = await frame.evaluate(async () => {
    const reasons: string[] = [];
    await bridge.view.close().catch((error: unknown) => reasons.push(String(error)));
    await bridge.router.open('javascript:alert(1)').catch((error: unknown) => reasons.push(String(error)));
    await bridge.router.open({ target: 'spaceView' } as never).catch((error: unknown) => reasons.push(String(error)));
    return reasons;
  });
  expect(refused).toEqual([
    "Error: this resource's view is not closable.",
    'Error: Only http and https can be opened, not javascript:',
    'Error: The local Forge cannot navigate to {"target":"spaceView"}.',
  ]);
  await page.close();
});
