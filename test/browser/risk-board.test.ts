/**
 * The risk board through the real page: what needs somebody today, the map, sorting, changing one risk and many, by mouse
 * and by keyboard alone, and as somebody who may only read.
 */
import type { Page } from 'playwright-core';
import { PEOPLE } from '../demo/people';
import { checkAppRequests } from './app-requests';
import { examine, NOTHING_FOUND } from './examine';
import { board, button, keysShown, openBoard, row, rows, said, setupOf } from './risk-board-page';
import { appFrame, Stage, TEST_MS } from './stage';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => stage.startOver());
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

/** Tall enough for all fourteen risks at once. */
const TALL = { width: 1280, height: 2200 };
const chip = (page: Page, name: RegExp) =>
  board(page).getByRole('group', { name: 'What needs somebody' }).getByRole('button', { name });
const cell = (page: Page, name: RegExp) =>
  board(page).getByRole('group', { name: 'Heat map' }).getByRole('button', { name });

/** What Jira itself has in a field that set-up made. */
async function stored(key: string, field: 'riskOwner' | 'treatment' | 'nextReview'): Promise<unknown> {
  const { fields } = await setupOf(stage);
  return stage.server.jira.state.issues.byKey(key)?.custom[fields[field]];
}

describe('looking', () => {
  test('the register by severity, with its numbers on chips, map and levels', async () => {
    const { page } = await openBoard(stage, 'deniz', TALL);
    await eventually(async () =>
      expect(await keysShown(page)).toEqual([
        'SHOP-412',
        'SHOP-398',
        'SHOP-405',
        'SHOP-421',
        'SHOP-387',
        'SHOP-376',
        'SHOP-350',
        'SHOP-362',
        'SHOP-331',
        'SHOP-339',
        'SHOP-344',
        'SHOP-309',
        'SHOP-318',
        'SHOP-296',
      ]),
    );
    await eventually(async () => {
      const chips = await board(page).getByRole('group', { name: 'What needs somebody' }).innerText();
      expect(chips.replace(/\s+/g, ' ').trim()).toBe(
        'All open 14 Review overdue 3 No owner 1 No enabler 3 Acceptance ends soon 1 All done, verify 4 Mine 3',
      );
    });
    await eventually(async () => {
      const takeover = await row(page, 'SHOP-412').innerText();
      for (const part of [
        'Critical',
        '25',
        'High',
        '15',
        'Mara Lindqvist',
        'Mitigate',
        '2 of 5 done',
        '27 Nov',
        'in 7 days',
        '9 d',
      ]) {
        expect([part, takeover.includes(part)]).toEqual([part, true]);
      }
    });
    await row(page, 'SHOP-376').filter({ hasText: 'overdue 9 days' }).waitFor();
    await cell(page, /^1 risk: Likelihood 5 Almost certain, impact 5 Severe: 25 Critical$/).waitFor();
    await said(page, 'All 14 risks loaded.');
  });

  test('chips, map, levels, words and owner narrow the same list; the filter is named and can be cleared', async () => {
    const { page } = await openBoard(stage, 'deniz', TALL);
    await chip(page, /^Review overdue/).click();
    await eventually(async () =>
      expect([...(await keysShown(page))].sort()).toEqual(['SHOP-318', 'SHOP-350', 'SHOP-376']),
    );
    await said(page, 'Showing 3 of 14:');
    await said(page, 'The list shows 3 risks.');
    // The map counts what the chip leaves.
    await cell(page, /^1 risk: Likelihood 2 Unlikely, impact 5 Severe: 10 High$/).click();
    await eventually(async () => expect(await keysShown(page)).toEqual(['SHOP-376']));
    await button(page, /^Remove filter Inherent Likelihood 2/).click();
    await board(page).getByLabel('Search risks').fill('image');
    await eventually(async () => expect(await keysShown(page)).toEqual(['SHOP-350']));
    await button(page, 'Clear filters').click();
    await eventually(async () => expect(await keysShown(page)).toHaveLength(14));
    // Residual: eleven are scored; the rest is counted beside the map and can be listed.
    await board(page).getByRole('radio', { name: 'Residual' }).check();
    await button(page, '3 not scored, in no cell').click();
    await eventually(async () =>
      expect([...(await keysShown(page))].sort()).toEqual(['SHOP-344', 'SHOP-350', 'SHOP-421']),
    );
    await button(page, 'Clear filters').click();
    await board(page).getByLabel('Owner', { exact: true }).selectOption({ label: 'No owner (1)' });
    await eventually(async () => expect(await keysShown(page)).toEqual(['SHOP-421']));
    await chip(page, /^All done, verify/).click();
    await board(page).getByRole('heading', { name: 'No risk matches' }).waitFor();
    await button(page, 'Clear filters').first().click();
    await button(page, /^Show 4 risks: High, Inherent$/).click();
    await eventually(async () =>
      expect(await keysShown(page)).toEqual(['SHOP-405', 'SHOP-421', 'SHOP-387', 'SHOP-376']),
    );
  });

  test('a header sorts, and again the other way round; the table says so', async () => {
    const { page } = await openBoard(stage, 'deniz', { ...TALL, width: 1600 });
    const header = (name: string) => board(page).getByRole('grid').getByRole('columnheader', { name });
    await eventually(async () => expect(await header('Inherent').getAttribute('aria-sort')).toBe('descending'));
    await button(page, 'Next review').click();
    await eventually(async () => expect(await header('Next review').getAttribute('aria-sort')).toBe('ascending'));
    await eventually(async () =>
      expect((await keysShown(page)).slice(0, 3)).toEqual(['SHOP-376', 'SHOP-350', 'SHOP-318']),
    );
    await button(page, 'Next review').click();
    await eventually(async () => expect(await header('Next review').getAttribute('aria-sort')).toBe('descending'));
    await eventually(async () => expect((await keysShown(page))[0]).toBe('SHOP-309'));
    await button(page, 'Age').click();
    await eventually(async () => expect((await keysShown(page))[0]).toBe('SHOP-296'));
  });

  test('closed risks are read when they are asked for', async () => {
    const { page } = await openBoard(stage, 'deniz', TALL);
    const before = stage.appRequests.length;
    await board(page).getByLabel('Closed risks too').check();
    await chip(page, /^All \d+$/).waitFor();
    await said(page, /All \d\d risks loaded\./);
    await eventually(async () => {
      const count = Number(/\d+/.exec(await chip(page, /^All \d+$/).innerText())?.[0]);
      expect(count).toBeGreaterThan(14);
    });
    expect(stage.appRequests.length).toBeGreaterThan(before);
    await board(page).getByLabel('Closed risks too').uncheck();
    await chip(page, /^All open 14$/).waitFor();
  });

  test('columns can be left out, and stay left out in this browser', async () => {
    const visit = await openBoard(stage, 'deniz', TALL);
    const { page } = visit;
    await button(page, 'Columns').click();
    await board(page).getByRole('group', { name: 'Columns' }).getByLabel('Treatment').uncheck();
    await board(page).getByRole('grid').getByRole('columnheader', { name: 'Treatment' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.reload();
    await rows(page).first().waitFor();
    expect(await board(page).getByRole('grid').getByRole('columnheader', { name: 'Treatment' }).count()).toBe(0);
    await button(page, 'Columns').click();
    await button(page, 'Show all columns').click();
    await board(page).getByRole('grid').getByRole('columnheader', { name: 'Treatment' }).waitFor();
  });

  test('the pages’ requests fit Atlassian’s own material', () => {
    checkAppRequests(stage.appRequests);
  });
});

describe('changing one risk', () => {
  test('its owner, by name, and back', async () => {
    const { page } = await openBoard(stage, 'mara', TALL);
    await button(page, 'Owner of SHOP-421: No owner. Change').click();
    await board(page).getByLabel('Owner: search by name').fill('den');
    await said(page, '1 person can be given this risk.');
    await button(page, 'Deniz Aydin').click();
    await said(page, 'Saved: SHOP-421 has owner Deniz Aydin');
    await button(page, 'Owner of SHOP-421: Deniz Aydin. Change').waitFor();
    expect(await stored('SHOP-421', 'riskOwner')).toBe(PEOPLE.deniz.accountId);
    await chip(page, /^No owner 0$/).waitFor();
    await button(page, 'Undo').click();
    await said(page, 'Taken back: SHOP-421 is as it was');
    await button(page, 'Owner of SHOP-421: No owner. Change').waitFor();
    expect(await stored('SHOP-421', 'riskOwner')).toBeUndefined();
  });

  test('its next review: a day that cannot be is refused in words', async () => {
    const { page } = await openBoard(stage, 'mara', TALL);
    await button(page, /^Next review of SHOP-376/).click();
    const day = board(page).getByLabel('Next review', { exact: true });
    await day.fill('2026-11-01');
    await button(page, 'Save').click();
    await said(page, 'Choose a day from today to a year ahead.');
    await day.fill('2026-12-24');
    await button(page, 'Save').click();
    await said(page, 'Saved: SHOP-376 has next review 24 Dec');
    await chip(page, /^Review overdue 2$/).waitFor();
    expect(await stored('SHOP-376', 'nextReview')).toBe('2026-12-24');
  });

  test('by keyboard alone: reach the list, move, change the treatment, give up with Escape', async () => {
    const { page } = await stage.visit('mara', '/project/SHOP/apps/security', TALL);
    await appFrame(page, 'Security').getByText('open risks').first().waitFor();
    await tabTo(page, /^Overview$/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await rows(page).first().waitFor();
    await tabTo(page, /^Account takeover.*SHOP-412/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focusedRow(page)).toContain('SHOP-421'));
    await page.keyboard.press('End');
    await eventually(async () => expect(await focusedRow(page)).toContain('SHOP-296'));
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await eventually(async () => expect(await focusedRow(page)).toContain('SHOP-331'));
    await page.keyboard.press('ArrowUp');
    await eventually(async () => expect(await focusedRow(page)).toContain('SHOP-362'));

    // Enter opens the form; Escape gives it up and the focus is back on the row.
    await page.keyboard.press('Enter');
    await board(page).getByRole('form', { name: 'Owner of SHOP-362' }).waitFor();
    await page.keyboard.press('Escape');
    await board(page).getByRole('form').waitFor({ state: 'detached' });
    await eventually(async () => expect(await focusedRow(page)).toContain('SHOP-362'));

    await tabTo(page, /^Treatment of SHOP-362: Mitigate\. Change/);
    await page.keyboard.press('Enter');
    await board(page).getByRole('form', { name: 'Treatment of SHOP-362' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    await said(page, 'Saved: SHOP-362 has treatment Accept');
    await eventually(async () => expect(await focusedRow(page)).toContain('SHOP-362'));
  });

  test('what Jira does not take is named with its reason, and can be tried again', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const visit = await openBoard(stage, 'mara', TALL);
    const { page } = visit;
    stage.server.jira.faults.add({ kind: 'error-500', match: { path: '/rest/api/3/issue/*', method: 'PUT' } });
    await button(page, /^Treatment of SHOP-344/).click();
    await board(page).getByRole('radio', { name: 'Transfer' }).check();
    await button(page, 'Save').click();
    await said(page, '1 risk was not changed');
    await said(page, /SHOP-344.*Search suggestions/);
    stage.server.jira.faults.clear();
    await button(page, 'Try again').click();
    await said(page, 'Saved: SHOP-344 has treatment Transfer');
    visit.forgive();
  });
});

/** The row with the focus. */
async function focusedRow(page: Page): Promise<string> {
  return board(page).locator('[role="row"]:focus').innerText();
}

describe('changing many', () => {
  test('a product owner gives all risks of one filter to one person, and takes it back', async () => {
    const { page } = await openBoard(stage, 'mara', TALL);
    await chip(page, /^No enabler/).click();
    await board(page).getByLabel('Select all shown risks').check();
    await said(page, '3 selected');
    await board(page).getByRole('toolbar').getByRole('button', { name: 'Owner' }).click();
    await board(page).getByRole('form', { name: 'Owner of 3 risks' }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await board(page).getByLabel('Owner: search by name').fill('jonas');
    await button(page, 'Jonas Weber').click();
    await said(page, 'Saved for 3 risks: owner Jonas Weber');
    for (const key of ['SHOP-421', 'SHOP-344', 'SHOP-296']) {
      expect(await stored(key, 'riskOwner')).toBe(PEOPLE.jonas.accountId);
    }
    await button(page, 'Undo').click();
    await said(page, 'Taken back for 3 risks');
    expect(await stored('SHOP-421', 'riskOwner')).toBeUndefined();
    expect(await stored('SHOP-344', 'riskOwner')).toBe(PEOPLE.mara.accountId);
  });

  test('partly refused: those that were saved are counted, the other one is named', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const visit = await openBoard(stage, 'mara', TALL);
    const { page } = visit;
    const refused = stage.server.jira.state.issues.byKey('SHOP-405')?.id ?? '';
    stage.server.jira.faults.add({ kind: 'error-500', match: { path: `/rest/api/3/issue/${refused}`, method: 'PUT' } });
    await board(page).getByLabel('Select SHOP-412').check();
    await board(page)
      .getByLabel('Select SHOP-387')
      .click({ modifiers: ['Shift'] });
    await said(page, '5 selected');
    await board(page).getByRole('toolbar').getByRole('button', { name: 'Treatment' }).click();
    await board(page).getByRole('radio', { name: 'Avoid' }).check();
    await button(page, 'Save for 5 risks').click();
    await said(page, 'Saved for 4 of 5 risks: treatment Avoid');
    await said(page, '1 risk was not changed:');
    await board(page).getByRole('listitem').filter({ hasText: 'SHOP-405' }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    stage.server.jira.faults.clear();
    await button(page, 'Try again').click();
    await said(page, 'Saved for 5 risks: treatment Avoid');
    visit.forgive();
  });

  test('what a filter hides stays selected, and the bar says so', async () => {
    const { page } = await openBoard(stage, 'mara', TALL);
    await board(page).getByLabel('Select SHOP-412').check();
    await chip(page, /^No owner/).click();
    await said(page, '1 of them is not shown');
    await board(page).getByLabel('Select SHOP-421').check();
    await said(page, '2 selected');
    await board(page).getByRole('toolbar').getByRole('button', { name: 'Clear' }).click();
    await board(page).getByRole('toolbar').waitFor({ state: 'detached' });
  });
});

describe('who may only read', () => {
  test('has the list, the map and the sentence, and nothing to change', async () => {
    const { page } = await openBoard(stage, 'priya', TALL);
    await said(page, /^You can look at these risks\./);
    await chip(page, /^Review overdue/).waitFor();
    expect(await button(page, /Change$/).count()).toBe(0);
    expect(
      await board(page)
        .getByRole('checkbox', { name: /^Select/ })
        .count(),
    ).toBe(0);
    expect(await button(page, 'Import').count()).toBe(0);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

test('a review is opened from the board, and the board is as it was when it ends', async () => {
  const { page } = await openBoard(stage, 'mara', TALL);
  await chip(page, /^Review overdue/).click();
  await button(page, 'Review 3 due').click();
  await board(page).getByText('SHOP-376').first().waitFor();
  await page.goBack();
  await said(page, 'Showing 3 of 14:');
});
