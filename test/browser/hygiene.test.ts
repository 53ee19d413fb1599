/**
 * The tab Hygiene: nine rules over a register, each with its risks and the fix of each; and time to close on the Overview
 * and in the board action.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { addManyUnowned, breakRules } from './hygiene-world';
import { issuesListed } from './numbers';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await breakRules(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const HYGIENE = '/project/SHOP/apps/security/hygiene';
const frame = (page: Page): FrameLocator => appFrame(page, 'Security');
const rules = (page: Page): Locator => frame(page).getByRole('list', { name: 'Rules' });
const heading = (page: Page, title: string): Locator => rules(page).getByRole('button', { name: title });
const risks = (page: Page, title: string): Locator =>
  frame(page)
    .getByRole('list', { name: `Risks: ${title}` })
    .getByRole('listitem');
const said = (page: Page, text: string | RegExp) => frame(page).getByText(text).first().waitFor();

async function open(person: PersonName, rule = ''): Promise<Page> {
  const { page } = await stage.visit(person, rule === '' ? HYGIENE : `${HYGIENE}/${rule}`);
  await said(page, /findings? in \d of 9 rules\./);
  return page;
}

/** Rule and number, as a screen reader reads them. */
async function counted(page: Page): Promise<readonly string[]> {
  const names = (await rules(page).locator('h3 button').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
  return names.map((name) => name.replace(/\b(\d+) (?=\1 risk)/, ''));
}

/** Waits until the rules have these numbers. */
const counts = (page: Page, expected: readonly string[]) =>
  eventually(async () => expect(await counted(page)).toEqual(expected));

test('counts nine rules, opens the first that finds something, and is readable by everybody', async () => {
  const page = await open('deniz');
  await counts(page, [
    'No owner 1 risk',
    'The owner’s account is closed 1 risk',
    'Review overdue 3 risks',
    'Accepted without an end, or past it 1 risk',
    'Residual level above the inherent one 1 risk',
    'Residual level lowered, and no enabler is done 1 risk',
    'In treatment without an enabler 1 risk',
    'All enablers done, still in treatment 1 risk',
    'Closed with open enablers 1 risk',
  ]);
  await said(page, '11 findings in 9 of 9 rules.');
  await risks(page, 'No owner').filter({ hasText: 'SHOP-421' }).waitFor();
  await said(page, 'A risk that nobody answers for is treated by nobody.');
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});

test('every rule opens exactly its risks in Jira, by its JQL or by the keys found', async () => {
  const page = await open('deniz');
  const titles = await eventually(async () => {
    const ids = await rules(page)
      .locator('h3 button')
      .evaluateAll((buttons) => buttons.map(({ id }) => id));
    expect(ids).toHaveLength(9);
    return ids;
  });
  const jira = await stage.visit('deniz', '/issues');
  for (const id of titles) {
    const button = frame(page).locator(`#${id}`);
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    const body = frame(page).locator(`#${(await button.getAttribute('aria-controls')) ?? ''}`);
    await body.getByRole('listitem').first().waitFor();
    const href = await body.locator('a[href*="/issues/?jql="]').getAttribute('href');
    await jira.page.goto(href ?? '');
    const listed = await issuesListed(jira.page);
    await eventually(async () =>
      expect([id, await body.locator('ul > li a[href*="/browse/"]').count()]).toEqual([id, listed]),
    );
  }
});

test('shows the query to whoever asks for it, and says why there is none where there is none', async () => {
  const page = await open('deniz', 'reviewOverdue');
  await frame(page).getByText('Show JQL').click();
  await said(page, /^project = \d+ AND issuetype = \d+ AND statusCategory != Done AND cf\[\d+\] < "2026-11-20"$/);
  await heading(page, 'The owner’s account is closed').click();
  await said(page, /There is no JQL for this: Jira’s search does not tell whose account is closed\./);
  // The address follows, so that it can be sent to somebody.
  await eventually(() => expect(page.url()).toContain('/hygiene/ownerInactive'));
});

test('an owner is chosen in the row; the risk leaves the list, and comes back when that is undone', async () => {
  const page = await open('deniz');
  const row = risks(page, 'No owner').filter({ hasText: 'SHOP-421' });
  await row.getByRole('button', { name: 'Choose owner: SHOP-421' }).click();
  await frame(page).getByLabel('Owner: search by name').fill('jonas');
  await frame(page).getByRole('button', { name: 'Jonas Weber' }).click();
  await said(page, 'Saved: Jonas Weber owns it');
  await said(page, 'SHOP-421 is off this list.');
  await row.waitFor({ state: 'detached' });
  await eventually(async () => expect((await counted(page))[0]).toBe('No owner None'));
  await frame(page).getByRole('button', { name: /^Undo/ }).click();
  await row.waitFor();
  await eventually(async () => expect((await counted(page))[0]).toBe('No owner 1 risk'));
});

test('a review is written by keyboard alone', async () => {
  const page = await open('deniz');
  await tabTo(page, /^Review overdue/);
  await page.keyboard.press('Enter');
  await risks(page, 'Review overdue').first().waitFor();
  await tabTo(page, /^Review: SHOP-376$/);
  await page.keyboard.press('Enter');
  await frame(page).getByLabel('What did you find?').waitFor();
  await page.keyboard.type('Looked at, still true.');
  await page.keyboard.press('Control+Enter');
  await said(page, /^Saved: next review/);
  await risks(page, 'Review overdue').filter({ hasText: 'SHOP-376' }).waitFor({ state: 'detached' });
  // The focus is where one goes on from, not lost.
  await eventually(async () => expect(await frame(page).locator(':focus').innerText()).toContain('Review overdue'));
});

test('a score is set on the matrix, of either kind', async () => {
  const page = await open('deniz', 'residualAboveInherent');
  const row = risks(page, 'Residual level above the inherent one').filter({ hasText: 'Grew by treatment' });
  await row.getByRole('button', { name: /^Set level/ }).click();
  await said(page, 'Now: inherent 4, residual 16.');
  expect(await examine(page)).toEqual(NOTHING_FOUND);
  await frame(page).locator('#matrix-residual-1-2').click();
  await row.waitFor({ state: 'detached' });
  await said(page, /is off this list\.$/);
});

test('a risk in treatment gets an enabler by the linking dialog', async () => {
  const page = await open('deniz', 'inTreatmentWithoutEnabler');
  const row = risks(page, 'In treatment without an enabler').filter({ hasText: 'Nobody works on it' });
  await row.getByRole('button', { name: /^Link enabler/ }).click();
  await frame(page).getByRole('button', { name: 'Link an issue' }).click();
  const dialog = dialogFrame(page);
  await dialog.getByLabel('Enablers', { exact: true }).fill('Hoped to be small');
  await dialog.getByRole('checkbox', { name: /work 1/ }).check();
  await page.keyboard.press('Control+Enter');
  await row.waitFor({ state: 'detached' });
});

test('what only waits for verification goes there, and an acceptance without an end goes back', async () => {
  const page = await open('deniz', 'allEnablersDone');
  const done = risks(page, 'All enablers done, still in treatment').first();
  await done.getByRole('button', { name: /^Verify: / }).click();
  await done.getByRole('button', { name: 'Verify', exact: true }).click();
  await said(page, /^Saved: in verification\./);
  await said(page, /is off this list\.$/);
  await heading(page, 'Accepted without an end').click();
  const accepted = risks(page, 'Accepted without an end, or past it').filter({ hasText: 'Accepted for ever' });
  await accepted.getByRole('button', { name: /^Decide: / }).click();
  await said(page, /To go on living with it, ask for an acceptance/);
  await accepted.getByRole('button', { name: 'Back to Assessed' }).click();
  await accepted.waitFor({ state: 'detached' });
});

test('a closed risk names the enablers that are still open', async () => {
  const page = await open('deniz', 'closedWithOpenEnablers');
  const row = risks(page, 'Closed with open enablers').filter({ hasText: 'Closed too early' });
  await row.getByRole('button', { name: /^Put right: / }).click();
  await row.getByRole('link', { name: /Closed too early: work 2/ }).waitFor();
  expect(await row.getByRole('link', { name: /work 1/ }).count()).toBe(0);
});

test('who may not edit reads all of it and finds no button', async () => {
  const page = await open('priya');
  await said(page, /^You can read this page\./);
  await risks(page, 'No owner').first().waitFor();
  expect(
    await rules(page)
      .getByRole('button', { name: /^Choose owner/ })
      .count(),
  ).toBe(0);
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});

test('a project without risks is tidy', async () => {
  const { page } = await stage.visit('mara', '/project/LOY/apps/security/hygiene');
  await said(page, 'All nine rules hold for what you may see.');
});

test('a large register: twenty rows at a time, and a look that says how far it went', async () => {
  await addManyUnowned(stage, 245);
  const { page } = await stage.visit('mara', '/project/LOY/apps/security/hygiene/noOwner');
  const button = (name: string) => frame(page).getByRole('button', { name, exact: true });
  await said(page, /findings so far in 2 of 9 rules/);
  await risks(page, 'No owner').nth(19).waitFor();
  await eventually(async () => expect(await counted(page)).toContain('No owner 245 risks'));
  await button('Show 20 more').click();
  await risks(page, 'No owner').nth(39).waitFor();
  await eventually(async () => expect(await risks(page, 'No owner').count()).toBe(40));
  // What only a look tells is said with its bound, and goes on when asked.
  const title = 'Residual level lowered, and no enabler is done';
  await heading(page, title).click();
  await said(page, 'Looked at 200 open risks, the most severe first. There are more.');
  await eventually(async () => expect(await counted(page)).toContain(`${title} 200+ 200 risks so far`));
  await button('Look at 200 more').click();
  await said(page, 'Looked at all 245 open risks.');
  await eventually(async () => expect(await counted(page)).toContain(`${title} 245 risks`));
  await button('Show 20 more').click();
  await risks(page, title).nth(39).waitFor();
});

test('a rule that could not be counted says so; the others stand, and trying again counts it', async () => {
  stage.server.jira.faults.add({ kind: 'error-503', match: { path: '/rest/api/3/search/approximate-count' } });
  const visit = await stage.visit('deniz', `${HYGIENE}/reviewOverdue`);
  const { page } = visit;
  await said(page, /Could not be counted\. Jira did not answer\./);
  await heading(page, 'All enablers done').waitFor();
  stage.server.jira.faults.clear();
  await frame(page).getByRole('button', { name: 'Try again' }).first().click();
  await risks(page, 'Review overdue').first().waitFor();
  visit.forgive();
});

describe('time to close', () => {
  const table = (within: FrameLocator): Locator =>
    within.getByRole('table', { name: 'Time to close by level, in days' });
  const lines = async (within: FrameLocator) => {
    await table(within).waitFor();
    const rows = await table(within).locator('tbody tr').allInnerTexts();
    return rows.map((text) => text.replace(/\s+/g, ' ').trim());
  };

  test('stands on the Overview: medians beside the age of what is open, and every number opens its risks', async () => {
    await stage.startOver();
    const { page } = await stage.visit('priya', '/project/SHOP/apps/security');
    await eventually(async () =>
      expect(await lines(frame(page))).toEqual([
        'Critical 3 21 too few 2 23 0 30',
        'High 9 38 71 4 38 0 60',
        'Medium 7 64 118 5 131 4 90',
        'Low 4 80 too few 3 176 0 180',
      ]),
    );
    await said(page, '23 closed since 22 Aug. Fewer than 5 closed is too few for a percentile.');
    const links = await table(frame(page))
      .locator('a')
      .evaluateAll((anchors) => anchors.map((link) => [link.textContent, (link as HTMLAnchorElement).href] as const));
    expect(links).toHaveLength(9);
    const jira = await stage.visit('priya', '/issues');
    for (const [number, href] of links) {
      await jira.page.goto(href);
      expect([href, await issuesListed(jira.page)]).toEqual([href, Number(number)]);
    }
    await frame(page)
      .getByRole('button', { name: /light for Time to close/ })
      .click();
    await said(page, 'Medium: open for 131 days; the target is 90.');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('follows the targets of the project, and stands in the board action', async () => {
    const others = new StoryActs(stage);
    await others.changeSettings('deniz', 'SHOP', (settings) => ({
      ...settings,
      closeDays: { ...settings.closeDays, Critical: 20 },
    }));
    const { page } = await stage.visit('deniz', '/board/SHOP');
    await page.getByRole('button', { name: 'Security', exact: true }).click();
    const board = dialogFrame(page);
    await eventually(async () => expect((await lines(board))[0]).toBe('Critical 3 21 too few 2 23 1 20'));
    const light = board.getByRole('button', { name: /light for Time to close/ });
    await light.click();
    await board.getByRole('group', { name: 'Time to close: Act now' }).waitFor();
    // Escape closes the rule, not the dialog.
    await page.keyboard.press('Escape');
    await board.getByRole('group', { name: 'Time to close: Act now' }).waitFor({ state: 'detached' });
    await light.waitFor();
  });
});
