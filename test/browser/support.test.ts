/** The support page as Jira admins see it: on a site where all is well, where things go wrong, and slowly. */
import type { FrameLocator, Page } from 'playwright-core';
import { PEOPLE, type PersonName } from '../demo/people';
import { ADMIN_GROUP } from '../local-jira/seed';
import { examine, NOTHING_FOUND } from './examine';
import { makeTrouble, runSchedules } from './support-site';
import { appFrame, appFrames, Stage, TEST_MS, type Look, type Visit } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  // The app logs each failure, as it should; here every one is meant.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
  await stage.startOver();
});
afterAll(() => stage.close());

interface SupportVisit extends Visit {
  readonly support: FrameLocator;
}

async function visitSupport(person: PersonName = 'tomasz', look: Look = {}): Promise<SupportVisit> {
  const visit = await stage.visit(person, '/admin/shift-up', look);
  const support = appFrame(visit.page, 'Shift-Up');
  await support.getByRole('tab', { name: 'Support' }).click();
  return { ...visit, support };
}

const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('a site where all is well: what runs by itself has run, nothing waits, nothing failed', async () => {
  await runSchedules(stage);
  const { page, support } = await visitSupport();
  await support.getByRole('heading', { name: 'What runs by itself' }).waitFor();
  for (const name of [/^Reconcile, every hour/, /^E-mails to owners/, /^Counting for the history/]) {
    await support.getByRole('row', { name }).getByText('Done', { exact: true }).waitFor();
  }
  await support.getByText('Nothing is waiting or running.').waitFor();
  await support.getByText('None.', { exact: true }).waitFor();
  await support
    .getByRole('row', { name: /Web Shop \(SHOP\)/ })
    .getByText('Company-managed')
    .waitFor();
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});

test('a site in trouble: what is late, stuck or failed is said in words, and what a code means', async () => {
  await makeTrouble(stage);
  const { page, support } = await visitSupport();
  await support
    .getByRole('row', { name: /^Reconcile/ })
    .getByText('Late: more than 2 hours ago')
    .waitFor();
  await support
    .getByRole('row', { name: /^Levels after new bands, Web Shop/ })
    .getByText('Stuck')
    .waitFor();
  const error = support.getByRole('row', { name: /Jira is busy/ });
  await error.getByText(/^reconcile: 1$/).waitFor();
  const meaning = error.getByRole('button', { name: 'What it means: rate-limited' });
  await meaning.focus();
  await page.keyboard.press('Enter');
  await error.getByText('Jira 429.').waitFor();
  await eventually(async () => expect(await meaning.getAttribute('aria-expanded')).toBe('true'));
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});

test('the button puts everything on the clipboard as text without a name', async () => {
  await makeTrouble(stage);
  const { page, support, context } = await visitSupport();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await support.getByRole('button', { name: 'Copy for support' }).click();
  await support.getByRole('button', { name: 'Copied' }).waitFor();
  const text = await clipboardOf(page);
  expect(text).toMatch(/^Shift-Up for support, read 20\d\d-/);
  expect(text).toMatch(/^- reconcile: late, stopped, .*, error rate-limited$/m);
  expect(text).toMatch(/^- levels of project \d+: stuck, since /m);
  expect(text).toMatch(/^- rate-limited in reconcile: 1, 1, last /m);
  expect(text).not.toMatch(/Web Shop|SHOP|Lindqvist|Mara|Deniz|atlassian\.net|712020:/);
});

test('where the clipboard is refused, the text is shown, selected', async () => {
  const { page, support } = await visitSupport();
  const frame = appFrames(page)[0];
  await frame?.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    // The older way too.
    Object.assign(document, { execCommand: () => false });
  });
  await support.getByRole('button', { name: 'Copy for support' }).click();
  const area = support.getByRole('textbox', { name: 'Text for support' });
  await area.waitFor();
  const whole = await area.inputValue();
  expect(whole).toMatch(/^Shift-Up for support/);
  await eventually(async () => {
    const chosen = await frame?.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLTextAreaElement)) return undefined;
      return focused.value.slice(focused.selectionStart, focused.selectionEnd);
    });
    expect(chosen).toBe(whole);
  });
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});

test('on a slow line a skeleton holds the place, and what comes does not move the page much', async () => {
  await runSchedules(stage);
  const { page } = await stage.visit('tomasz', '/admin/shift-up');
  const support = appFrame(page, 'Shift-Up');
  await support.getByText('Everything Shift-Up needs is there').waitFor();
  const release = stage.hold('/rest/api/3/mypermissions');
  await support.getByRole('tab', { name: 'Support' }).click();
  await support.locator('[aria-busy="true"]').last().waitFor();
  const heightNow = async () => (await support.locator('main').boundingBox())?.height ?? 0;
  const before = await heightNow();
  release();
  await support.getByRole('heading', { name: 'Projects' }).waitFor();
  await support.getByRole('row', { name: /Web Shop/ }).waitFor();
  await eventually(async () => expect(Math.abs((await heightNow()) - before) / before).toBeLessThan(0.05));
  expect(page.isClosed()).toBe(false);
});

test('an admin of a project, who is no Jira admin, gets a sentence', async () => {
  const { page } = await stage.visit('deniz', '/admin/shift-up');
  const support = appFrame(page, 'Shift-Up');
  await support.getByRole('heading', { name: 'Only a Jira admin can set up Shift-Up' }).waitFor();
  expect(await support.getByRole('tab', { name: 'Support' }).count()).toBe(0);
});

test('somebody who lost the right while the page was open gets a sentence', async () => {
  const { jira } = stage.server;
  const visit = await stage.visit('tomasz', '/admin/shift-up');
  const support = appFrame(visit.page, 'Shift-Up');
  // Set-up had its answer: it comes without the right, too, and then there are no tabs.
  await support.getByText('Everything Shift-Up needs is there').waitFor();
  const before = jira.snapshot();
  const { accountId } = PEOPLE.tomasz;
  const user = jira.state.users.require(accountId);
  jira.state.users.put({ ...user, groups: user.groups.filter((group) => group !== ADMIN_GROUP) });
  await support.getByRole('tab', { name: 'Support' }).click();
  await support.getByRole('heading', { name: 'Only a Jira admin sees this' }).waitFor();
  jira.restore(before);
});

test('a state that cannot be read says so and is read again', async () => {
  const { forge, site } = stage.server;
  const visit = await stage.visit('tomasz', '/admin/shift-up');
  const support = appFrame(visit.page, 'Shift-Up');
  await support.getByText('Everything Shift-Up needs is there').waitFor();
  forge.kvs(site).failNext({ status: 500, code: 'INTERNAL' }, 1);
  await support.getByRole('tab', { name: 'Support' }).click();
  await support.getByRole('heading', { name: 'The state of Shift-Up could not be read' }).waitFor();
  await support.getByRole('button', { name: 'Try again' }).click();
  await support.getByText('Something went wrong in Shift-Up').waitFor();
});
