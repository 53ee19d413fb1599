/**
 * The main job as three people, in one real run: tag a story, link it to a security risk, see it in the gadget. The
 * gadget's numbers are compared with numbers counted independently from the local Jira's rows, before and after.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { checkAppRequests, refusedCalls } from './app-requests';
import { countIndependently, type IndependentCounts } from './count-independently';
import { expectedNumbers, issuesListed, numberIn, shownNumbers } from './numbers';
import { appFrame, dialogFrame, Stage, TEST_MS, type Visit } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);

const TODAY = '2026-11-20';
let stage: Stage;
let before: IndependentCounts;

const counted = (): IndependentCounts =>
  countIndependently(stage.server.jira.state, { projectKeys: ['SHOP'], today: TODAY });
const badge = (page: Page) => page.getByRole('button', { name: /^Security/ });
const panel = (page: Page): FrameLocator => appFrame(page, 'Security');

beforeAll(async () => {
  stage = await Stage.open();
  before = counted();
});
afterAll(() => stage.close());

async function leave(visit: Visit): Promise<void> {
  expect(visit.problems).toEqual([]);
  await visit.context.close();
}

/** The numbers on screen, once they are those of these counts. */
const numbersOf = (frame: FrameLocator, counts: IndependentCounts) =>
  eventually(async () => {
    const numbers = await shownNumbers(frame);
    expect(numbers.map(({ says }) => says)).toEqual(expectedNumbers(counts));
    return numbers;
  });

describe('three people do the main job', () => {
  test('before: the dashboard shows Priya the counted numbers, and every number opens its issues', async () => {
    const visit = await stage.visit('priya', '/dashboard');
    const gadget = appFrame(visit.page, 'Security risks');
    const numbers = await numbersOf(gadget, before);
    const list = await visit.context.newPage();
    for (const { says, href } of numbers) {
      await list.goto(href);
      const expected = says.startsWith('All done') ? 3 : numberIn(says);
      expect([says, await issuesListed(list)]).toEqual([says, expected]);
    }
    await leave(visit);
  });

  test('a click on a number opens the list in a new tab', async () => {
    const visit = await stage.visit('priya', '/dashboard');
    const gadget = appFrame(visit.page, 'Security risks');
    const [list] = await Promise.all([
      visit.context.waitForEvent('page'),
      gadget.getByRole('link', { name: '3 without enabler' }).click(),
    ]);
    expect(await issuesListed(list)).toBe(3);
    for (const key of ['SHOP-421', 'SHOP-344', 'SHOP-296']) await list.getByText(key, { exact: true }).waitFor();
    await leave(visit);
  });

  test('Mara opens a story from the board, sees it is unassessed, and sets Relevant with the keyboard', async () => {
    const visit = await stage.visit('mara', '/board/SHOP');
    const { page } = visit;
    await page.getByRole('link', { name: /SHOP-428/ }).click();
    await badge(page)
      .getByText(/^Unassessed/)
      .waitFor();
    await panel(page).getByText('Is this story security relevant?').waitFor();
    await panel(page)
      .getByRole('button', { name: /^Not relevant/ })
      .focus();
    await page.keyboard.press('r');
    await panel(page).getByText('Saved: Relevant').first().waitFor();
    await badge(page).getByText('Relevant, 1 missing').waitFor();
    await panel(page).getByText('Next, one of these').waitFor();
    expect(counted().stories.relevant).toBe(before.stories.relevant + 1);
    await leave(visit);
  });

  test('later she reads what is missing for Ready, and who can add it', async () => {
    const visit = await stage.visit('mara', '/browse/SHOP-428');
    const { page } = visit;
    await panel(page).getByRole('heading', { name: 'Missing for Ready' }).waitFor();
    await panel(page).getByText('Not answered yet').waitFor();
    await panel(page)
      .getByText(/Needs one of: a linked risk, an enabler, security acceptance criteria/)
      .waitFor();
    await panel(page).getByText('Mara Lindqvist, 20 Nov').first().waitFor();
    await leave(visit);
  });

  test('she sets another story Not relevant with a reason, with the mouse, and takes it back and sets it again', async () => {
    const visit = await stage.visit('mara', '/browse/SHOP-418');
    const { page } = visit;
    await panel(page)
      .getByRole('button', { name: /^Not relevant/ })
      .click();
    await panel(page).getByText('Why is it not relevant?').waitFor();
    await panel(page)
      .getByRole('button', { name: /No data, login or interface touched/ })
      .click();
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page).getByRole('button', { name: /^Undo/ }).click();
    await badge(page)
      .getByText(/^Unassessed/)
      .waitFor();
    await panel(page)
      .getByRole('button', { name: /^Not relevant/ })
      .click();
    await panel(page)
      .getByRole('button', { name: /No data, login or interface touched/ })
      .click();
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page).getByText('No data, login or interface touched').waitFor();
    await leave(visit);
  });

  test('and a third one with the keyboard alone and a sentence of her own', async () => {
    const visit = await stage.visit('mara', '/browse/SHOP-426');
    const { page } = visit;
    await panel(page)
      .getByRole('button', { name: /^Relevant/ })
      .focus();
    await page.keyboard.press('n');
    await panel(page).getByText('Why is it not relevant?').waitFor();
    await page.keyboard.press('6');
    await panel(page).getByLabel('One sentence, for whoever asks later').waitFor();
    await page.keyboard.type('Paper and ribbon only, “no data”');
    await page.keyboard.press('Enter');
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page).getByText('Paper and ribbon only, “no data”').waitFor();
    expect(counted().stories.notRelevant).toBe(before.stories.notRelevant + 2);
    await leave(visit);
  });

  test('Deniz finds risks by words and by key and links both at once', async () => {
    const visit = await stage.visit('deniz', '/browse/SHOP-428');
    const { page } = visit;
    await panel(page).getByRole('button', { name: 'Link a risk' }).click();
    const dialog = dialogFrame(page);
    const search = dialog.getByLabel('Risks', { exact: true });
    await search.fill('password reset');
    await dialog.getByRole('group', { name: '1 found' }).waitFor();
    await dialog.getByRole('checkbox', { name: /SHOP-412/ }).check();
    await search.fill('387');
    await dialog.getByRole('checkbox', { name: /SHOP-387/ }).check();
    await dialog.getByText('SHOP-428 is exposed to SHOP-412 and SHOP-387').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page)
      .getByRole('article', { name: /^SHOP-412/ })
      .waitFor();
    await panel(page)
      .getByRole('article', { name: /^SHOP-387/ })
      .waitFor();
    await panel(page).getByText('2 of 5 enablers done').waitFor();
    await badge(page).getByText('Relevant, ready').waitFor();
    await leave(visit);
  });

  test('he writes a new security risk from the story; it is linked and scored', async () => {
    const visit = await stage.visit('deniz', '/browse/SHOP-428');
    const { page } = visit;
    await panel(page).getByRole('button', { name: 'Link', exact: true }).click();
    const dialog = dialogFrame(page);
    await dialog.getByRole('button', { name: 'Create a new risk and link it' }).click();
    await dialog.getByLabel(/Summary/).fill('Tokens of saved cards also work in another shop');
    await dialog.getByRole('radio', { name: /^Likelihood 3 Possible, impact 4 Major: 12 High/ }).click();
    await dialog.getByText('SHOP-428 is exposed to the new risk').waitFor();
    await dialog.getByRole('button', { name: 'Create and link' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page).getByText('Created and linked SHOP-437').first().waitFor();
    await leave(visit);
  });

  test('he opens the new risk and sees its level and what is wrong with it', async () => {
    const visit = await stage.visit('deniz', '/browse/SHOP-437');
    const { page } = visit;
    await badge(page).getByText('High 12').waitFor();
    await panel(page).getByText('3 things to put right').waitFor();
    await panel(page).getByText('Nobody owns it').waitFor();
    await panel(page).getByText('No enabler linked').waitFor();
    await panel(page).getByText('Returning customer pays with a saved card at express checkout').waitFor();
    await leave(visit);
  });

  test('he opens the risk of the register: level, enablers with progress, threatened stories', async () => {
    const visit = await stage.visit('deniz', '/browse/SHOP-412');
    const { page } = visit;
    await badge(page).getByText('Critical 25').waitFor();
    const risk = panel(page);
    await risk.getByText('2 of 5 done').waitFor();
    await risk.getByText('2 in progress, 1 to do').waitFor();
    for (const summary of ['Lock account after failed resets', 'Signed one-time tokens for e-mail links']) {
      await risk.getByText(summary).waitFor();
    }
    await risk.getByText(/Not counted: .* was dropped/).waitFor();
    await risk.getByText('Returning customer pays with a saved card at express checkout').waitFor();
    await leave(visit);
  });

  test('after: the dashboard shows Priya the new numbers, equal to those counted independently', async () => {
    const after = counted();
    expect(after.risks).toEqual({ ...before.risks, open: before.risks.open + 1, High: before.risks.High + 1 });
    expect(after.stories).toEqual({
      ...before.stories,
      relevant: before.stories.relevant + 1,
      notRelevant: before.stories.notRelevant + 2,
      unassessed: before.stories.unassessed - 3,
    });
    expect(after.attention).toEqual({
      ...before.attention,
      unowned: before.attention.unowned + 1,
      withoutEnabler: before.attention.withoutEnabler + 1,
    });
    const visit = await stage.visit('priya', '/dashboard');
    await numbersOf(appFrame(visit.page, 'Security risks'), after);
    for (const { key } of after.top) {
      await appFrame(visit.page, 'Security risks')
        .getByRole('link', { name: new RegExp(`^${key} `) })
        .waitFor();
    }
    await leave(visit);
  });

  test('and so does the board action, for anybody who opens the board', async () => {
    const visit = await stage.visit('priya', '/board/SHOP');
    const { page } = visit;
    await page.getByRole('button', { name: 'Security', exact: true }).click();
    const board = dialogFrame(page);
    await board.getByRole('heading', { name: 'Security risks: Web Shop' }).waitFor();
    const numbers = await numbersOf(board, counted());
    const list = await visit.context.newPage();
    for (const { says, href } of numbers) {
      await list.goto(href);
      expect([says, await issuesListed(list)]).toEqual([says, says.startsWith('All done') ? 3 : numberIn(says)]);
    }
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await leave(visit);
  });
});

test('everything the app asked for is what Atlassian describes, and Jira refused none of it', async () => {
  expect(stage.appRequests.length).toBeGreaterThan(50);
  expect(refusedCalls(stage.server.jira.costs.entries)).toEqual([]);
  checkAppRequests(stage.appRequests);
});
