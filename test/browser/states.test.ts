/**
 * Every page of the app in trouble: loading, failing, rate limited, not set up, without permission. Each state says what
 * happened and leads on, and is examined like any other page.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { Fault } from '../local-jira/http/faults';
import type { PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  // The app logs each failure, as it should; here every one is meant.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open();
});
let changed = false;
afterEach(async () => {
  const problems = await stage.leaveAll();
  if (changed) await stage.startOver();
  changed = false;
  expect(problems).toEqual([]);
});
afterAll(() => stage.close());

const panel = (page: Page): FrameLocator => appFrame(page, 'Security');
const gadget = (page: Page): FrameLocator => appFrame(page, 'Security risks');

const idOf = (key: string): string => stage.server.jira.state.issues.byKey(key)?.id ?? '';
function trouble(kind: Fault['kind'], path: string, more: Partial<Fault> = {}): void {
  stage.server.jira.faults.add({ kind, match: { path }, ...more });
}
function calm(): void {
  stage.server.jira.faults.clear();
}

async function open(person: PersonName, path: string): Promise<Page> {
  return (await stage.visit(person, path)).page;
}

/** The states that every page has while Jira is in trouble, and the way out of each. */
function inTrouble(
  name: string,
  page: {
    readonly person: PersonName;
    /** Where the page is, and where the calls go that only it makes. */
    readonly at: () => { readonly path: string; readonly calls: string };
    /** Brings the page on screen once the shell is there. */
    readonly bring?: (page: Page) => Promise<void>;
    readonly frame: (page: Page) => FrameLocator;
    readonly loading: string | RegExp;
    readonly ready: string | RegExp;
    readonly failed?: string;
  },
): void {
  describe(name, () => {
    test('says that it is loading', async () => {
      const { path, calls } = page.at();
      const shown = await begin(page, path, () => void stage.hold(calls));
      await page.frame(shown).getByText(page.loading).first().waitFor({ state: 'attached' });
      await expectFine(shown);
    });

    test('says what failed, that nothing was lost, and tries again', async () => {
      const { path, calls } = page.at();
      const shown = await begin(page, path, () => trouble('error-500', calls));
      await page
        .frame(shown)
        .getByText(page.failed ?? 'Jira did not answer')
        .first()
        .waitFor();
      await page.frame(shown).getByText('jira-unavailable').first().waitFor();
      await expectFine(shown);
      calm();
      await page.frame(shown).getByRole('button', { name: 'Try again' }).click();
      await page.frame(shown).getByText(page.ready).first().waitFor({ state: 'attached' });
    });

    test('waits as long as Jira asks, counts down, and goes on by itself', async () => {
      const { path, calls } = page.at();
      const shown = await begin(page, path, () => trouble('rate-limit', calls, { retryAfter: 6 }));
      await page
        .frame(shown)
        .getByText(/Jira asked us to wait \d s/)
        .first()
        .waitFor();
      expect(await page.frame(shown).getByRole('button', { name: 'Try again' }).count()).toBe(0);
      calm();
      await expectFine(shown);
      await page.frame(shown).getByText(page.ready).first().waitFor({ state: 'attached' });
    });
  });
}

async function begin(
  { person, bring }: { readonly person: PersonName; readonly bring?: (page: Page) => Promise<void> },
  path: string,
  start: () => void,
): Promise<Page> {
  if (bring === undefined) {
    start();
    return open(person, path);
  }
  const shown = await open(person, path);
  await shown.getByRole('main').waitFor();
  await shown.waitForLoadState('networkidle');
  start();
  await bring(shown);
  return shown;
}

async function expectFine(page: Page): Promise<void> {
  expect(await examine(page)).toEqual(NOTHING_FOUND);
}

inTrouble('the panel on a story', {
  person: 'mara',
  at: () => ({ path: '/browse/SHOP-428', calls: `/rest/api/3/issue/${idOf('SHOP-428')}` }),
  frame: panel,
  loading: 'Loading',
  ready: 'Is this story security relevant?',
});

inTrouble('the panel on a risk', {
  person: 'deniz',
  at: () => ({ path: '/browse/SHOP-412', calls: `/rest/api/3/issue/${idOf('SHOP-412')}` }),
  frame: panel,
  loading: 'Loading',
  ready: '2 of 5 done',
});

inTrouble('the link dialog', {
  person: 'deniz',
  at: () => ({ path: '/browse/SHOP-395', calls: '/rest/api/3/search/jql' }),
  bring: (page) => panel(page).getByRole('button', { name: 'Link a risk' }).click(),
  frame: dialogFrame,
  loading: 'Link to a risk',
  ready: 'Account takeover through password reset',
});

inTrouble('the gadget', {
  person: 'priya',
  at: () => ({ path: '/dashboard', calls: '/rest/api/3/search/*' }),
  frame: gadget,
  loading: 'Counting security risks',
  ready: 'open risks',
  failed: 'No numbers right now',
});

inTrouble('the board action', {
  person: 'jonas',
  at: () => ({ path: '/board/SHOP', calls: '/rest/api/3/search/*' }),
  bring: (page) => page.getByRole('button', { name: 'Security', exact: true }).click(),
  frame: dialogFrame,
  loading: 'Counting security risks',
  ready: 'open risks',
  failed: 'No numbers right now',
});

inTrouble('the set-up page', {
  person: 'tomasz',
  at: () => ({ path: '/admin/shift-up', calls: '/rest/api/3/issueLinkType' }),
  frame: (page) => appFrame(page, 'Shift-Up'),
  loading: 'Comparing this site with what Shift-Up needs',
  ready: /^\d+ objects, |Everything Shift-Up needs is there/,
  failed: 'There is no plan right now',
});

describe('where Shift-Up is not set up', () => {
  test('the panel says so and gives a note for the admin', async () => {
    const page = await open('mara', '/browse/BACK-2');
    await panel(page).getByText('Shift-Up is not set up in this project').waitFor();
    await page
      .getByRole('button', { name: /^Security/ })
      .getByText('Not set up')
      .waitFor();
    await panel(page).getByRole('button', { name: 'Copy a note for your admin' }).waitFor();
    await expectFine(page);
  });

  test('an admin is led to set-up', async () => {
    const page = await open('tomasz', '/browse/BACK-2');
    await panel(page).getByRole('button', { name: 'Open set-up' }).click();
    await appFrame(page, 'Shift-Up').getByRole('heading', { name: 'Set up Shift-Up' }).waitFor();
    await eventually(() => expect(new URL(page.url()).pathname).toBe('/admin/shift-up'));
  });

  test('the board action says so', async () => {
    const page = await open('mara', '/board/BACK');
    await page.getByRole('button', { name: 'Security', exact: true }).click();
    await dialogFrame(page).getByText('Shift-Up was not added to this project').waitFor();
    await expectFine(page);
  });

  test('a whole site without set-up says so on every page', async () => {
    const { forge, site } = stage.server;
    changed = true;
    const kvs = forge.kvs(site);
    for (const key of Object.keys(kvs.values())) kvs.remove(key);
    const dashboard = await open('priya', '/dashboard');
    await gadget(dashboard).getByText('Shift-Up is not set up on this site').waitFor();
    await expectFine(dashboard);
    const story = await open('mara', '/browse/SHOP-428');
    await panel(story)
      .getByText(/^Shift-Up is not set up/)
      .waitFor();
    const admin = await open('tomasz', '/admin/shift-up');
    await appFrame(admin, 'Shift-Up').getByText('nothing has been written yet').waitFor();
    await expectFine(admin);
  });
});

describe('without permission', () => {
  test('a reader sees the story’s state and who can change it, and no button', async () => {
    const page = await open('priya', '/browse/SHOP-428');
    await panel(page).getByText('You can read this story but not edit it. Ask its reporter, Mara Lindqvist.').waitFor();
    expect(
      await panel(page)
        .getByRole('button', { name: /Relevant|Link/ })
        .count(),
    ).toBe(0);
    await expectFine(page);
  });

  test('a reader sees the risk and who owns it, and no matrix to click', async () => {
    const page = await open('priya', '/browse/SHOP-387');
    await panel(page).getByText('You can read this risk but not edit it. Its owner is Deniz Aydin.').waitFor();
    expect(await panel(page).getByRole('radio').count()).toBe(0);
    await expectFine(page);
  });

  test('somebody who may not browse the project gets no panel at all', async () => {
    const visit = await stage.visit('guest', '/browse/SHOP-428');
    await visit.page.getByText('SHOP-428 does not exist, or Somebody without rights may not see it.').waitFor();
    expect(await visit.page.locator('iframe').count()).toBe(0);
    // Jira answers 404, which the browser logs.
    expect(visit.problems.every((problem) => problem.includes('404'))).toBe(true);
    visit.forgive();
  });

  test('set-up is for Jira admins', async () => {
    const page = await open('mara', '/admin/shift-up');
    await appFrame(page, 'Shift-Up').getByText('Only a Jira admin can set up Shift-Up').waitFor();
    await expectFine(page);
  });
});
