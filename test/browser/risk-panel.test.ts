/**
 * The panel on a risk, by role: a product owner puts right what is wrong, a security engineer brings the risk through its
 * workflow, an approver decides, and a viewer without rights reads.
 */
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;
let others: StoryActs;

beforeAll(async () => {
  stage = await Stage.open();
  others = new StoryActs(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const panel = (page: Page): FrameLocator => appFrame(page, 'Security');
const button = (page: Page, name: string | RegExp) =>
  panel(page).getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const problem = (page: Page, title: string) =>
  panel(page)
    .getByRole('region', { name: 'What is wrong with this risk' })
    .getByRole('listitem')
    .filter({ hasText: title });
const said = (page: Page, text: string | RegExp) => panel(page).getByText(text).first().waitFor();

async function open(person: PersonName, key: string): Promise<Page> {
  const { page } = await stage.visit(person, `/browse/${key}`);
  await panel(page)
    .getByRole('heading', { name: /^Decisions \d/ })
    .waitFor();
  return page;
}

/** What people wrote under the risk, the newest last. */
async function commentsOn(key: string): Promise<readonly string[]> {
  const { comment } = (await others.fieldsOf(key)) as unknown as { comment?: { comments: readonly unknown[] } };
  return (comment?.comments ?? []).map((one) => JSON.stringify(one));
}

describe('a product owner', () => {
  test('chooses an owner by name where the line says that nobody owns it, and takes it back', async () => {
    const page = await open('mara', 'SHOP-421');
    await problem(page, 'Nobody owns it').getByRole('button', { name: 'Choose owner' }).click();
    await panel(page).getByLabel('Owner: search by name').fill('den');
    await said(page, '1 person can be given this risk.');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await button(page, 'Deniz Aydin').click();
    await said(page, 'Saved: Deniz Aydin owns it');
    await problem(page, 'Nobody owns it').waitFor({ state: 'detached' });
    await button(page, /^Undo/).click();
    await problem(page, 'Nobody owns it').waitFor();
  });

  test('is told where nobody of that name can own it', async () => {
    const page = await open('mara', 'SHOP-421');
    await problem(page, 'Nobody owns it').getByRole('button', { name: 'Choose owner' }).click();
    await panel(page).getByLabel('Owner: search by name').fill('nobody at all');
    await said(page, 'Nobody of this name can be given this risk.');
  });

  test('sets the treatment by keyboard alone; Escape gives it up', async () => {
    const page = await open('mara', 'SHOP-344');
    await tabTo(page, /^Change treatment$/);
    await page.keyboard.press('Enter');
    await panel(page).getByRole('form', { name: 'Change treatment' }).waitFor();
    await page.keyboard.press('Escape');
    await panel(page).getByRole('form', { name: 'Change treatment' }).waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await button(page, 'Change treatment').evaluate((one) => one === document.activeElement)).toBe(true),
    );
    await page.keyboard.press('Enter');
    await panel(page).getByRole('form', { name: 'Change treatment' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    await said(page, /^Saved: Mitigate/);
    await panel(page).locator('dd', { hasText: 'Mitigate' }).waitFor();
  });

  test('reviews a risk that is overdue: a note is needed, the next day follows from the level', async () => {
    const page = await open('mara', 'SHOP-350');
    await problem(page, 'Review overdue').getByRole('button', { name: 'Reviewed' }).click();
    const form = panel(page).getByRole('form', { name: 'Looked at, still true?' });
    await form.getByRole('button', { name: 'Reviewed' }).click();
    await said(page, 'Write at least a word');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await form.getByLabel('What did you find?').fill('Still true: the courier writes to everybody.');
    await form.getByRole('button', { name: 'Reviewed' }).click();
    await said(page, /^Saved: next review /);
    await problem(page, 'Review overdue').waitFor({ state: 'detached' });
    await said(page, 'Still true: the courier writes to everybody.');
    await said(page, /Last reviewed .* by Mara Lindqvist/);
  });
});

describe('a security engineer', () => {
  test('starts the treatment, verifies, and closes with what is left and a sentence', async () => {
    const page = await open('deniz', 'SHOP-344');
    await button(page, 'Start treatment').click();
    await said(page, 'Saved: In treatment');
    await button(page, 'Verify').first().click();
    await said(page, 'Saved: in verification.');
    expect(await others.statusOf('SHOP-344')).toBe('Verification');
    await button(page, 'Close').last().click();
    const form = panel(page).getByRole('form', { name: 'Close this risk' });
    await form.getByRole('radio', { name: '1 Rare' }).check();
    await form.getByRole('button', { name: 'Close risk' }).click();
    await said(page, 'Say in a sentence why it can be closed.');
    await form.getByRole('group', { name: 'Impact' }).getByRole('radio').first().check();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await form.getByLabel('Why can it be closed?').fill('Tested twice, nothing was found.');
    await form.getByRole('button', { name: 'Close risk' }).click();
    await said(page, /^Saved: Closed/);
    expect(await others.statusOf('SHOP-344')).toBe('Closed');
    expect((await commentsOn('SHOP-344')).at(-1)).toContain('Tested twice, nothing was found.');
  });

  test('sees sprint, points and progress of the enablers, and which one was dropped', async () => {
    const page = await open('deniz', 'SHOP-412');
    await said(page, '2 of 5 done');
    await said(page, /^By points: 5 of 24 done/);
    await said(page, /^Sprint 25, 8 pt/);
    await said(page, /Not counted: SHOP-417 was dropped/);
    await problem(page, 'SHOP-425 has no assignee').getByRole('button', { name: 'Open SHOP-425' }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('a step that Jira no longer offers is said, and the panel shows what is so', async () => {
    const page = await open('deniz', 'SHOP-296');
    await others.move('deniz', 'SHOP-296', 'Closed');
    await button(page, 'Start treatment').click();
    await said(page, 'Not moved');
    await button(page, 'Start treatment').waitFor({ state: 'detached' });
    expect(await others.statusOf('SHOP-296')).toBe('Closed');
  });
});

describe('an acceptance', () => {
  test('is asked for with a reason, a day and somebody else who decides; and taken back by whoever asked', async () => {
    const page = await open('jonas', 'SHOP-362');
    await button(page, 'Ask for acceptance').click();
    const form = panel(page).getByRole('form', { name: 'Ask for acceptance' });
    await form.getByRole('radio', { name: /Priya Nair/ }).waitFor();
    await form.getByRole('button', { name: 'Ask', exact: true }).click();
    await said(page, 'Say why: it is what the decision rests on.');
    await form.getByLabel('Why can we live with it?').fill('The old system goes in February.');
    await form.getByRole('radio', { name: '30 days' }).check();
    await form.getByRole('radio', { name: /Priya Nair/ }).check();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await form.getByRole('button', { name: 'Ask', exact: true }).click();
    await said(page, /^Saved: Priya Nair is asked/);
    expect(await others.statusOf('SHOP-362')).toBe('Awaiting acceptance');
    await said(page, 'The old system goes in February.');
    await button(page, 'Take the request back').click();
    await said(page, 'Saved: the request is taken back');
    expect(await others.statusOf('SHOP-362')).not.toBe('Awaiting acceptance');
  });

  test('is decided by the approver, who sees the reason; declining needs one too', async () => {
    const page = await open('priya', 'SHOP-331');
    await said(page, /Mara Lindqvist asks you to accept this risk/);
    await said(page, /Accepted, 6 days left/);
    // What waits for the approver stands on top, and leads to where it is answered.
    await problem(page, 'Mara Lindqvist asks you to accept this risk').getByRole('button', { name: 'Decide' }).click();
    await panel(page).locator('textarea:focus').and(panel(page).getByLabel('Note')).waitFor();
    await button(page, 'Decline').click();
    await said(page, 'Say why you decline.');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await button(page, /^Accept until/).click();
    await said(page, /^Saved: accepted until/);
    await panel(page).getByRole('region', { name: 'You are asked to accept this risk' }).waitFor({ state: 'detached' });
    await problem(page, 'asks you to accept this risk').waitFor({ state: 'detached' });
    expect(await others.statusOf('SHOP-331')).toBe('Accepted');
  });

  test('and all others are handed over: as a file that no spreadsheet runs, and as text', async () => {
    const page = await open('mara', 'SHOP-331');
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download CSV').click()]);
    expect(download.suggestedFilename()).toBe('SHOP-331-decisions.csv');
    const file = await readFile(await download.path(), 'utf8');
    const [headers, ...rows] = file
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(headers).toMatch(/^No\.,When \(UTC\),Decision,Who,Until,Justification,/);
    const heading = await panel(page)
      .getByRole('heading', { name: /^Decisions \d/ })
      .innerText();
    expect(rows).toHaveLength(Number(heading.replace(/\D/g, '')));
    expect(rows.at(0)).toContain('Mara Lindqvist');
    await said(page, 'Downloaded: all decisions');
    await button(page, 'Copy all').click();
    await said(page, 'Copied: all decisions');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('can not be decided by whoever asked, nor by somebody who may not approve', async () => {
    const page = await open('mara', 'SHOP-331');
    expect(await button(page, /^Accept until/).count()).toBe(0);
    expect(await button(page, 'Decline').count()).toBe(0);
  });
});

describe('a viewer without rights', () => {
  test('reads everything and meets no button that changes the risk', async () => {
    const page = await open('priya', 'SHOP-387');
    await said(page, /You can read this risk but not edit it/);
    for (const name of ['Choose owner', 'Change owner', 'Change treatment', 'Reviewed', 'Close', 'Verify']) {
      expect([name, await button(page, name).count()]).toEqual([name, 0]);
    }
    expect(await button(page, 'Ask for acceptance').count()).toBe(0);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});
