/**
 * The page Refinement in every state it can be in: on its way, failed, limited, empty, all done, large, long, narrow.
 */
import type { Page } from 'playwright-core';
import type { Fault } from '../local-jira/http/faults';
import { addManyStories } from '../fixtures/many-stories';
import { examine, examineAndPutBack, NOTHING_FOUND } from './examine';
import { focusList, isCurrent, meeting, openRefinement, REFINEMENT, row, rows } from './refinement-page';
import { appFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';
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

const SEARCH = '/rest/api/3/search/jql';
const COUNT = '/rest/api/3/search/approximate-count';

function trouble(kind: Fault['kind'], path: string, more: Partial<Fault> = {}): void {
  stage.server.jira.faults.add({ kind, match: { path }, ...more });
}
const calm = () => stage.server.jira.faults.clear();
async function fine(page: Page): Promise<void> {
  expect(await examineAndPutBack(page)).toEqual(NOTHING_FOUND);
}

describe('on its way', () => {
  test('holds the final heights, with a word for screen readers; then the rows of one list', async () => {
    const count = stage.hold(COUNT);
    const { page } = await stage.visit('mara', REFINEMENT);
    await meeting(page).getByText('Loading').first().waitFor({ state: 'attached' });
    await holdsPlace(page, 500);
    await fine(page);
    count();
    await isCurrent(page, 'SHOP-428');
    const search = stage.hold(SEARCH);
    await meeting(page)
      .getByRole('tab', { name: /^Enablers/ })
      .click();
    await holdsPlace(page, 300);
    await fine(page);
    search();
    await rows(page).first().waitFor();
  });
});

describe('failed', () => {
  test('the meeting could not begin, and begins when asked again', async () => {
    trouble('error-500', COUNT);
    const visit = await stage.visit('mara', REFINEMENT);
    await meeting(visit.page).getByText('The meeting could not begin').waitFor();
    await fine(visit.page);
    calm();
    await meeting(visit.page).getByRole('button', { name: 'Try again' }).click();
    await isCurrent(visit.page, 'SHOP-428');
    visit.forgive();
  });

  test('one list could not be read; the others are there', async () => {
    const visit = await openRefinement(stage, 'mara');
    trouble('error-500', SEARCH);
    await meeting(visit.page)
      .getByRole('tab', { name: /^Bypasses/ })
      .click();
    await meeting(visit.page).getByText('This list could not be read').waitFor();
    await fine(visit.page);
    calm();
    await meeting(visit.page).getByRole('button', { name: 'Try again' }).click();
    await isCurrent(visit.page, 'SHOP-402');
    visit.forgive();
  });

  test('while Jira limits us it counts down and goes on by itself', async () => {
    trouble('rate-limit', COUNT, { retryAfter: 4 });
    const visit = await stage.visit('mara', REFINEMENT);
    await meeting(visit.page)
      .getByText(/Jira asked us to wait \d s/)
      .first()
      .waitFor();
    calm();
    await fine(visit.page);
    await meeting(visit.page).locator('[role="row"][aria-current="true"]').waitFor();
    visit.forgive();
  });

  test('a decision that Jira does not take comes back, and is named', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const visit = await openRefinement(stage, 'mara');
    const { page } = visit;
    trouble('error-500', '/rest/api/3/issue/*', { match: { path: '/rest/api/3/issue/*', method: 'PUT' } });
    await meeting(page).getByRole('button', { name: 'Relevant', exact: true }).click();
    await meeting(page).getByText('SHOP-428 was not saved').first().waitFor();
    await row(page, 'SHOP-428').waitFor();
    await meeting(page).getByRole('heading', { name: '83 of 120 assessed' }).waitFor();
    await fine(page);
    visit.forgive();
  });
});

/** Waits until something that is on its way holds a place of this height. */
async function holdsPlace(page: Page, pixels: number): Promise<void> {
  await eventually(async () => {
    const heights = await meeting(page)
      .locator('[aria-busy="true"]')
      .evaluateAll((waiting) => waiting.map((element) => element.getBoundingClientRect().height));
    expect(Math.max(0, ...heights)).toBeGreaterThan(pixels);
  });
}

describe('nothing to do', () => {
  test('every story is assessed: says what comes next, and leads there', async () => {
    const others = new StoryActs(stage);
    const { page } = await openRefinement(stage, 'mara');
    await meeting(page).getByLabel('Select all stories shown').check();
    await page.keyboard.press('n');
    await page.keyboard.press('1');
    await meeting(page).getByRole('heading', { name: 'Every open story is assessed' }).waitFor();
    await meeting(page)
      .getByText(/29 relevant, 91 not relevant\./)
      .waitFor();
    await fine(page);
    await meeting(page)
      .getByRole('button', { name: /^Go to those/ })
      .click();
    await meeting(page)
      .getByRole('tab', { name: /^Relevant without enabler/, selected: true })
      .waitFor();
    expect(others.idOf('SHOP-428')).not.toBe('');
  });

  test('a gate that is off has no bypass, and says why', async () => {
    const { page } = await stage.visit('mara', '/project/LOY/apps/security/refinement/bypasses');
    await meeting(page).locator('h3, [role="row"]').first().waitFor();
    await fine(page);
  });
});

describe('not set up', () => {
  test('a project that Shift-Up was not added to says who can do it', async () => {
    const { page } = await stage.visit('mara', '/project/BACK/apps/security');
    await appFrame(page, 'Security').getByText('Shift-Up was not added to this project').waitFor();
    await fine(page);
  });
});

describe('looks', () => {
  test('each list is accessible in light and dark, and fits 320 pixels', async () => {
    for (const list of ['', 'unanswered', 'enablersNotReady', 'bypasses']) {
      const { page } = await openRefinement(stage, 'mara', list);
      expect([list, await examine(page)]).toEqual([list, NOTHING_FOUND]);
    }
  });

  test('so are the reasons, the selection, the help and the larger letters', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await focusList(page);
    await page.keyboard.press('n');
    await meeting(page).getByRole('group', { name: 'Why?' }).waitFor();
    await fine(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.keyboard.press('n');
    await meeting(page).getByRole('group', { name: 'One reason for 1 story' }).waitFor();
    await fine(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await meeting(page).getByRole('dialog').waitFor();
    await fine(page);
    await page.keyboard.press('Escape');
    await meeting(page).getByRole('button', { name: 'Present' }).click();
    await fine(page);
  });

  test('a word without end is broken, not cut', async () => {
    const others = new StoryActs(stage);
    const word = 'Sicherheitsrelevanzbewertungsverantwortlichkeitsübertragungsverfahren'.repeat(3);
    await others.summarise('mara', 'SHOP-428', word);
    await others.describe('mara', 'SHOP-428', word);
    const { page } = await openRefinement(stage, 'mara');
    await row(page, 'SHOP-428').waitFor();
    await fine(page);
  });
});

describe('five thousand stories', () => {
  beforeEach(() => {
    addManyStories(stage.server.jira, { projectKey: 'SHOP', count: 5_000 });
  });

  /** Counted, not timed: what is drawn does not grow with the list, and one key draws two rows anew. */
  test('only the rows around the current one exist, and it never loses the focus', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await meeting(page).getByRole('tab', { name: 'Unassessed 5,037' }).waitFor();
    await focusList(page);
    const drawn: number[] = [];
    for (let page100 = 0; page100 < 8; page100 += 1) {
      await page.keyboard.press('End');
      await meeting(page)
        .getByText(`${(page100 + 2) * 100} of 5,037 in view.`)
        .waitFor();
      drawn.push(await rows(page).count());
    }
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('k');
    drawn.push(await rows(page).count());
    expect(Math.max(...drawn)).toBeLessThan(50);
    await eventually(async () => {
      const focus = await meeting(page)
        .locator('body')
        .evaluate(() => document.activeElement?.getAttribute('aria-current'));
      expect(focus).toBe('true');
    });

    // Within what is in view: the row that was current, and the one that is.
    expect(await rowsTouchedBy(page, 'j', 2)).toBe(2);
  });

  test('what is not read is not claimed: a search says how many were read, and reads on when asked', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await meeting(page).getByText('100 of 5,037 in view.').waitFor();
    await meeting(page).getByLabel('Search in this list').fill('partner api');
    await meeting(page)
      .getByText(/of the 100 stories read so far fit\./)
      .waitFor();
    await meeting(page).getByRole('button', { name: 'Read on' }).click();
    await meeting(page)
      .getByText(/of the 200 stories read so far fit\./)
      .waitFor();
  });
});

/** How many rows a key changes in the page, once it has changed as many as expected and had time to change more. */
async function rowsTouchedBy(page: Page, key: string, expected: number): Promise<number> {
  const list = meeting(page).getByRole('grid');
  await list.evaluate((grid) => {
    const touched = new Set<Element>();
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const story = (target instanceof Element ? target : target.parentElement)?.closest('[role="row"]');
        if (story) touched.add(story);
      }
      (globalThis as unknown as { touched: number }).touched = touched.size;
    });
    watch.observe(grid, { subtree: true, attributes: true, childList: true, characterData: true });
  });
  await page.keyboard.press(key);
  const touched = () => list.evaluate(() => (globalThis as unknown as { touched?: number }).touched ?? 0);
  await eventually(async () => expect(await touched()).toBeGreaterThanOrEqual(expected));
  await page.waitForTimeout(300);
  return touched();
}
