/**
 * The main job without a mouse.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const panel = (page: Page): FrameLocator => appFrame(page, 'Security');
const badge = (page: Page) => page.getByRole('button', { name: /^Security/ });

describe('with the keyboard alone', () => {
  test('a story is assessed, and the answer taken back', async () => {
    const { page } = await stage.visit('mara', '/browse/SHOP-431');
    await panel(page).getByText('Is this story security relevant?').waitFor();
    await tabTo(page, /^Relevant/);
    await page.keyboard.press('Enter');
    await badge(page).getByText('Relevant, 1 missing').waitFor();
    await panel(page).getByRole('button', { name: /^Undo/ }).waitFor();
    await page.keyboard.press('u');
    await badge(page)
      .getByText(/^Unassessed/)
      .waitFor();
    await panel(page).getByText('Is this story security relevant?').waitFor();
    await page.keyboard.press('n');
    await panel(page).getByText('Why is it not relevant?').waitFor();
    await page.keyboard.press('Escape');
    await panel(page).getByText('Why is it not relevant?').waitFor({ state: 'detached' });
  });

  test('a risk is searched, ticked and linked; the focus comes back to the panel', async () => {
    const { page } = await stage.visit('deniz', '/browse/SHOP-410');
    await panel(page).getByText('Missing for Ready').waitFor();
    await tabTo(page, /^Link a risk/);
    await page.keyboard.press('Enter');
    const dialog = dialogFrame(page);
    await dialog.getByLabel('Risks', { exact: true }).waitFor();
    await page.keyboard.type('398');
    await dialog.getByRole('checkbox', { name: /SHOP-398/ }).waitFor();
    await dialog.getByRole('checkbox', { name: /SHOP-412/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await dialog.getByText('SHOP-410 is exposed to SHOP-398').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page)
      .getByRole('article', { name: /^SHOP-398/ })
      .waitFor();
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME'));
  });

  test('Escape leaves the dialog without a change', async () => {
    const { page } = await stage.visit('deniz', '/browse/SHOP-395');
    await panel(page).getByText('Missing for Ready').waitFor();
    await tabTo(page, /^Link a risk/);
    await page.keyboard.press('Enter');
    await dialogFrame(page).getByLabel('Risks', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page).getByText('Not answered yet').waitFor();
  });

  test('a risk is scored with the arrow keys', async () => {
    const { page } = await stage.visit('deniz', '/browse/SHOP-344');
    await panel(page).getByRole('heading', { name: 'Level' }).waitFor();
    await tabTo(page, /^Likelihood 3 Possible, impact 3/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByText(/^Saved: residual Low 4/)
      .first()
      .waitFor();
  });

  test('a number of the gadget opens its issues, and the refresh keeps the focus', async () => {
    const { page, context } = await stage.visit('priya', '/dashboard');
    await appFrame(page, 'Security risks')
      .getByText(/^Updated /)
      .waitFor();
    await tabTo(page, /^Critical 2/);
    const [list] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await list.getByText('2 work items').waitFor();
    await page.bringToFront();
    await tabTo(page, /^Refresh/);
    const before = stage.appRequests.length;
    await page.keyboard.press('Enter');
    await eventually(() => expect(stage.appRequests.length).toBeGreaterThan(before));
    await appFrame(page, 'Security risks').getByText('Updated just now').waitFor();
    await eventually(async () =>
      expect(
        await appFrame(page, 'Security risks')
          .getByRole('button', { name: 'Refresh' })
          .evaluate((button) => button === document.activeElement),
      ).toBe(true),
    );
  });

  test('the board action opens on Close, and Escape gives the focus back to the board', async () => {
    const { page } = await stage.visit('jonas', '/board/SHOP');
    await tabTo(page, /^Security$/);
    await page.keyboard.press('Enter');
    await dialogFrame(page)
      .getByText(/^Updated /)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Security'),
    );
  });
});
