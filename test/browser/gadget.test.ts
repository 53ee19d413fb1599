/**
 * What the gadget does beyond its numbers: lights with their rule, the trend, what was last known, copying, a saved
 * filter, the same facts for ears.
 */
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { configureGadget } from '../dev/dashboard';
import { PEOPLE, type PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, appFrames, Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const gadget = (page: Page): FrameLocator => appFrame(page, 'Security risks');
const loaded = (page: Page) => gadget(page).getByText('Updated just now').waitFor();

async function open(person: PersonName): Promise<Page> {
  const { page } = await stage.visit(person, '/dashboard');
  await loaded(page);
  return page;
}

/** Another look in the same browser, before Jira has answered: its counts hang until `release`. */
async function lookAgain(context: BrowserContext, person: PersonName): Promise<{ page: Page; release: () => void }> {
  const page = await context.newPage();
  const waiting: (() => void)[] = [];
  let released = false;
  await page.route('**/*', async (route) => {
    const body = route.request().postData() ?? '';
    if (!released && body.includes('/rest/api/3/search/')) await new Promise<void>((go) => waiting.push(go));
    await route.continue();
  });
  await page.goto(`${stage.server.url}/dashboard?user=${person}`);
  return {
    page,
    release: () => {
      released = true;
      for (const go of waiting) go();
    },
  };
}

describe('lights', () => {
  test('each says its state in a word, and opens its rule with the line that fits', async () => {
    const page = await open('mara');
    const light = gadget(page).getByRole('button', { name: 'Watch: rule of the light for Open risks' });
    await light.click();
    const rule = gadget(page).getByRole('group', { name: 'Open risks: Watch' });
    await rule.getByText('2 Critical risks are open.').waitFor();
    expect(await rule.locator('[aria-current]').innerText()).toMatch(/Watch\s+1 or more Critical risks are open/);
    await eventually(async () => expect(await light.getAttribute('aria-expanded')).toBe('true'));
    for (const [state, group] of [
      ['Watch', 'Needs attention'],
      ['On track', 'Enablers'],
      ['Watch', 'Definition of Ready'],
    ] as const) {
      await gadget(page)
        .getByRole('button', { name: `${state}: rule of the light for ${group}` })
        .waitFor();
    }
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('by keyboard: Enter opens the rule, Escape closes it and the focus is on the light again', async () => {
    const page = await open('mara');
    const light = gadget(page).getByRole('button', { name: /rule of the light for Enablers/ });
    await light.focus();
    await page.keyboard.press('Enter');
    await gadget(page).getByText('58% of the enablers are done.').waitFor();
    await page.keyboard.press('Escape');
    await gadget(page).getByText('58% of the enablers are done.').waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await light.evaluate((button) => button === document.activeElement)).toBe(true),
    );
  });

  test('where nothing was recorded they are grey, never green', async () => {
    const page = await open('priya');
    const loyalty = appFrame(page, 'Security risks', 1);
    await loyalty.getByText('Updated just now').waitFor();
    for (const group of ['Open risks', 'Needs attention', 'Enablers', 'Definition of Ready']) {
      await loyalty.getByRole('button', { name: `No data: rule of the light for ${group}` }).waitFor();
    }
    expect(await loyalty.getByRole('button', { name: /^On track/ }).count()).toBe(0);
  });
});

describe('the trend', () => {
  test('begins with the history, names the days that were missed, and is told to people who do not see it', async () => {
    const page = await open('mara');
    const line = gadget(page).getByRole('img', { name: /^Open risks: 17 on 3 Nov, 14 on 20 Nov/ });
    await line.waitFor();
    expect(await line.getAttribute('aria-label')).toContain('No data 11 Nov to 12 Nov.');
    await gadget(page).getByText('History starts 3 Nov · no data 11 Nov to 12 Nov').waitFor();
    await gadget(page).getByText('3 fewer since 3 Nov').waitFor();
    // Two stretches of a line, and the gap between them bridged by nothing.
    await eventually(async () => expect(await line.locator('polyline').count()).toBe(2));
  });
});

describe('what was last known', () => {
  test('is painted at once with its time, then replaced in place', async () => {
    const first = await open('mara');
    const { page, release } = await lookAgain(first.context(), 'mara');
    await gadget(page)
      .getByText(/^From \d\d:\d\d, refreshing/)
      .waitFor();
    await gadget(page).getByRole('link', { name: '14 open risks', exact: true }).waitFor();
    await gadget(page).getByRole('button', { name: 'Watch: rule of the light for Open risks' }).waitFor();
    // Names and titles are not kept in the browser, so they are awaited.
    expect(await gadget(page).getByText('Account takeover').count()).toBe(0);
    release();
    await loaded(page);
    await gadget(page).getByText('Account takeover').first().waitFor();
  });

  test('is nobody else’s in the same browser', async () => {
    const first = await open('mara');
    const { page, release } = await lookAgain(first.context(), 'priya');
    await gadget(page).getByText('Counting…').waitFor();
    expect(await gadget(page).getByRole('link', { name: '14 open risks', exact: true }).count()).toBe(0);
    release();
    await loaded(page);
  });

  test('is forgotten once Jira no longer shows the projects', async () => {
    const { page, context } = await stage.visit('mara', '/dashboard');
    await loaded(page);
    await keeps(page, 2);
    const { state } = stage.server.jira;
    const shop = state.projects.find(({ key }) => key === 'SHOP')!;
    state.projects.put({ ...shop, archived: true });
    const again = await context.newPage();
    await again.goto(`${stage.server.url}/dashboard?user=mara`);
    await gadget(again).getByText('Nothing here that you may see').waitFor();
    state.projects.put(shop);
    await keeps(again, 1);
  });

  /** Waits until so many gadgets have their numbers in this browser. */
  async function keeps(page: Page, many: number): Promise<void> {
    // They share one origin, so any of them sees what all have kept.
    await eventually(async () => expect(await appFrames(page)[0]?.evaluate(() => localStorage.length)).toBe(many));
  }

  test('stays in sight, with its time, while Jira asks us to wait', async () => {
    const page = await open('mara');
    stage.server.jira.faults.add({ kind: 'rate-limit', match: { path: '/rest/api/3/search/*' }, retryAfter: 42 });
    await gadget(page).getByRole('button', { name: 'Refresh' }).click();
    await gadget(page)
      .getByText(/^Jira asked us to wait \d+ s$/)
      .waitFor();
    await gadget(page)
      .getByText(/These numbers are from \d\d:\d\d/)
      .waitFor();
    await gadget(page).getByRole('link', { name: '14 open risks', exact: true }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('copying', () => {
  test('as text for a chat', async () => {
    const page = await open('mara');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await gadget(page).getByRole('button', { name: 'Copy', exact: true }).click();
    await gadget(page).getByRole('button', { name: 'Copy as text' }).click();
    await gadget(page).getByText('Copied as text').first().waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^Security risks, Web Shop, 20 Nov 2026, \d\d:\d\d$/),
      'Open risks: 14: 2 Critical, 4 High, 5 Medium, 3 Low (Watch)',
      'Trend: 17 on 3 Nov, 14 on 20 Nov; at most 17, at least 14. No data 11 Nov to 12 Nov',
    ]);
    expect(text).toContain('- SHOP-412 Account takeover through password reset (Critical), Mara Lindqvist, due 9 Dec');
  });

  test('as an image, as large as the numbers are, without the line below them', async () => {
    const page = await open('mara');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await gadget(page).getByRole('button', { name: 'Copy', exact: true }).click();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await page.setViewportSize({ width: 1280, height: 900 });
    await gadget(page).getByRole('button', { name: 'Copy as image' }).click();
    await gadget(page).getByText('Copied as image').first().waitFor({ timeout: 60_000 });
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return [image.width, image.height];
    });
    expect(size[0]).toBeGreaterThan(900);
    expect(size[1]).toBeGreaterThan(900);
  });

  test('as a file where the browser keeps the clipboard to itself', async () => {
    const { page } = await stage.visit('mara', '/dashboard');
    await loaded(page);
    for (const frame of page.frames()) {
      await frame.evaluate(() => {
        Object.defineProperty(navigator.clipboard, 'write', { value: () => Promise.reject(new Error('no')) });
      });
    }
    await gadget(page).getByRole('button', { name: 'Copy', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      gadget(page).getByRole('button', { name: 'Copy as image' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^security-risks-2026-\d\d-\d\d\.png$/);
    await gadget(page).getByText('It was saved as a file.').first().waitFor();
  });
});

test('people who hear the page get the same facts as a table', async () => {
  const page = await open('mara');
  const table = gadget(page).getByRole('table', { name: 'Security risks, Web Shop' });
  await eventually(async () => {
    const rows = await table.getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.split('\t')[0])).toEqual([
      'Open risks',
      'Trend',
      'Needs attention',
      'Enablers',
      'Definition of Ready',
      'Top risks',
    ]);
  });
  await table.getByRole('cell', { name: /^83 of 120 open stories assessed.*2 bypasses \(Watch\)$/ }).waitFor();
});

describe('a saved filter', () => {
  const NAME = 'Offene Sicherheitsrisiken im Bestellprozess';
  beforeAll(() => {
    stage.server.jira.state.filters.put({
      id: '10700',
      name: NAME,
      description: '',
      jql: 'project = SHOP AND "Risk level" in (Critical, High)',
      ownerAccountId: PEOPLE.mara.accountId,
      shared: false,
    });
  });

  test('is chosen in the settings, and its risks alone are counted', async () => {
    const page = await open('mara');
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    await gadget(page).getByText('A saved filter').click();
    await gadget(page).getByRole('button', { name: 'Save' }).click();
    await gadget(page).getByText('Choose a filter.').waitFor();
    await gadget(page).getByRole('combobox', { name: 'Saved filter' }).fill('Offene');
    await gadget(page).getByText(NAME).click();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await gadget(page).getByRole('button', { name: 'Save' }).click();
    await gadget(page).getByRole('link', { name: '6 open risks', exact: true }).waitFor();
    await gadget(page).getByText(`in the filter “${NAME}”`).waitFor();
    await gadget(page).getByText('History is kept for projects. For a filter there is none.').waitFor();
    await eventually(async () =>
      expect(
        await gadget(page).getByRole('link', { name: '6 open risks', exact: true }).getAttribute('href'),
      ).toContain(encodeURIComponent('filter = 10700')),
    );
  });

  test('that is not shared with somebody shows them no number, and in the settings no name', async () => {
    const { page } = await stage.visit('priya', '/dashboard');
    await gadget(page).getByText('Nothing here that you may see').waitFor();
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    await gadget(page).getByText('A filter you cannot see').waitFor();
    expect(await gadget(page).getByText(NAME).count()).toBe(0);
    await gadget(page).getByRole('button', { name: 'Save' }).click();
    await gadget(page).getByText('no longer shared with you. Choose another.').waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

test('of several projects, one of them hidden, says what it covers', async () => {
  const { state } = stage.server.jira;
  const [row] = state.dashboards.all();
  const id = row?.gadgets[0]?.id ?? '';
  const projects = ['SHOP', 'LOY'].map((key) => {
    const project = state.projects.find((candidate) => candidate.key === key)!;
    return { id: project.id, key, name: project.name };
  });
  const loyalty = state.projects.find(({ key }) => key === 'LOY')!;
  configureGadget(stage.server.jira, id, { projects });
  state.projects.put({ ...loyalty, archived: true });
  const { page } = await stage.visit('mara', '/dashboard');
  await gadget(page).getByText('1 of 2 loaded, 1 not visible to you').waitFor();
  await gadget(page).getByText('The numbers cover the one project.').waitFor();
  state.projects.put(loyalty);
  await gadget(page).getByRole('button', { name: 'Refresh' }).click();
  await gadget(page).getByText('in 2 projects').waitFor();
  await eventually(async () => expect(await gadget(page).getByText('not visible to you').count()).toBe(0));
  await gadget(page).getByText('Counted once a day, over all of these projects.').waitFor();
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});
