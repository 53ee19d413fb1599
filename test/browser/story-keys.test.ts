/**
 * The panel on a story without a mouse: every way of it can be gone by keys, and single keys can be switched off.
 */
import type { FrameLocator, Page } from 'playwright-core';
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
const badge = (page: Page) => page.getByRole('button', { name: /^Security/ });

async function open(key: string): Promise<Page> {
  const { page } = await stage.visit('mara', `/browse/${key}`);
  await panel(page).getByRole('heading', { name: 'Security', exact: true }).waitFor({ state: 'attached' });
  return page;
}

/** What has the focus in the panel, by what it says. */
function focused(page: Page): Promise<string> {
  return panel(page)
    .locator('body')
    .evaluate(() => {
      const element = document.activeElement;
      return (element?.getAttribute('aria-label') ?? (element as HTMLElement | null)?.innerText ?? '').trim();
    });
}

test('a story is assessed, undone, and assessed again with a reason by its number', async () => {
  const page = await open('SHOP-431');
  await tabTo(page, /^Relevant/);
  await page.keyboard.press('r');
  await panel(page).getByText('Saved: Relevant').first().waitFor();
  await page.keyboard.press('u');
  await panel(page).getByText('Back to Unassessed').first().waitFor();
  await page.keyboard.press('n');
  await panel(page).getByText('Why is it not relevant?').waitFor();
  await eventually(async () => expect(await focused(page)).toMatch(/^Wording or layout only/));
  await page.keyboard.press('4');
  await badge(page).getByText('Not relevant', { exact: true }).waitFor();
  await panel(page).getByText('Internal tool without customer data').waitFor();
});

test('Escape goes back step by step, and the focus with it', async () => {
  const page = await open('SHOP-411');
  await tabTo(page, /^Relevant/);
  await page.keyboard.press('n');
  await page.keyboard.press('6');
  await panel(page).getByLabel('One sentence, for whoever asks later').waitFor();
  await page.keyboard.press('Escape');
  await panel(page).getByText('Why is it not relevant?').waitFor();
  await eventually(async () => expect(await focused(page)).toMatch(/^Other/));
  await page.keyboard.press('Escape');
  await panel(page).getByText('Why is it not relevant?').waitFor({ state: 'detached' });
  await eventually(async () => expect(await focused(page)).toMatch(/^Not relevant/));
});

test('the evidence of a hint is opened', async () => {
  const page = await open('SHOP-428');
  await tabTo(page, /^Why this hint/);
  await page.keyboard.press('Enter');
  await panel(page).getByRole('columnheader', { name: 'Counts' }).waitFor();
});

test('criteria are written and saved', async () => {
  await others.assess('mara', 'SHOP-418', { relevance: 'relevant' });
  const page = await open('SHOP-418');
  await tabTo(page, /^Criteria/);
  await page.keyboard.press('Enter');
  await panel(page).getByLabel('New criteria, one a line').waitFor();
  await page.keyboard.type('No address leaves the shop');
  await page.keyboard.press('Enter');
  // Letters that are keys elsewhere are letters here.
  await page.keyboard.type('Run by us alone');
  await page.keyboard.press('Control+Enter');
  await badge(page).getByText('Relevant, ready', { exact: true }).waitFor();
  await panel(page).getByRole('listitem').filter({ hasText: 'Run by us alone' }).waitFor();
});

test('a changed text is confirmed, and the focus is not lost', async () => {
  await others.describe('mara', 'SHOP-321', 'Three sentences become one.');
  await others.assess('mara', 'SHOP-321', { relevance: 'notRelevant', reason: 'wording' });
  await others.describe('jonas', 'SHOP-321', 'Three sentences become one, and the e-mail address is asked for.');
  const page = await open('SHOP-321');
  await panel(page).getByText('The text changed since').waitFor();
  await tabTo(page, /^Still not relevant/);
  await page.keyboard.press('Enter');
  await panel(page).getByText('The text changed since').waitFor({ state: 'detached' });
  await eventually(async () => expect(await focused(page)).toBe('Not relevant'));
});

test('a story past Ready is moved back, and the focus is not lost', async () => {
  await others.move('jonas', 'SHOP-436', 'In Progress');
  const page = await open('SHOP-436');
  await tabTo(page, /^Move back to To Do/);
  await page.keyboard.press('Enter');
  await panel(page).getByText('Moved back to To Do').first().waitFor();
  await eventually(async () => expect(await focused(page)).toMatch(/^Relevant/));
});

test('single keys can be switched off, and stay off', async () => {
  const page = await open('SHOP-426');
  await tabTo(page, /^Keys/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Use single keys/);
  await page.keyboard.press('Space');
  for (const key of ['r', 'n', '1']) await page.keyboard.press(key);
  await page.reload();
  await panel(page).getByText('Is this story security relevant?').waitFor();
  expect(await panel(page).locator('[aria-keyshortcuts], kbd').count()).toBe(0);
  await tabTo(page, /^Relevant/);
  for (const key of ['n', 'r']) await page.keyboard.press(key);
  expect(await panel(page).getByText('Why is it not relevant?').count()).toBe(0);
  await page.keyboard.press('Enter');
  await badge(page)
    .getByText(/^Relevant, /)
    .waitFor();
  await panel(page).getByRole('button', { name: /^Undo/ }).waitFor();
});
