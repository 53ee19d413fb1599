/**
 * The panel on a story as a product owner meets it on an ordinary day: a text that changed, a story that went past Ready,
 * criteria. And as somebody who may only read.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';
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
const answer = (page: Page, name: string) => panel(page).getByRole('button', { name: new RegExp(`^${name}`) });

async function open(person: 'mara' | 'priya' | 'deniz', key: string): Promise<Page> {
  const { page } = await stage.visit(person, `/browse/${key}`);
  return page;
}

describe('a hint', () => {
  test('quotes the story’s own words, asks a question, says why on request, and sets nothing', async () => {
    const page = await open('mara', 'SHOP-428');
    await badge(page).getByText('Unassessed, hint', { exact: true }).waitFor();
    const hint = panel(page).getByRole('region', { name: 'Hint' });
    await hint.getByRole('heading', { name: 'Hint: Payment' }).waitFor();
    await hint.locator('mark', { hasText: 'saved card' }).waitFor();
    await hint.getByText('Why this hint').click();
    await hint.getByRole('row', { name: /saved card/ }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await badge(page).getByText('Unassessed, hint', { exact: true }).waitFor();
  });

  test('where there is none, that is not called “not relevant”', async () => {
    const page = await open('mara', 'SHOP-432');
    await panel(page).getByText('No hint for this text. That does not mean “not relevant”.').waitFor();
    await badge(page).getByText('Unassessed', { exact: true }).waitFor();
  });

  test('of a German story is marked as German', async () => {
    const page = await open('mara', 'SHOP-430');
    await panel(page).locator('blockquote[lang="de"] mark').first().waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('a text that changed after the assessment', () => {
  const was = 'Prefill the address from the browser.';
  const is = 'Prefill address and date of birth from the customer profile.';

  beforeAll(async () => {
    await others.describe('mara', 'SHOP-321', was);
    await others.assess('mara', 'SHOP-321', { relevance: 'notRelevant', reason: 'wording' });
  });

  test('is no change where only the markup is another', async () => {
    await others.describe('jonas', 'SHOP-321', { heading: 'Prefill the address' }, 'from the browser!');
    const page = await open('mara', 'SHOP-321');
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page).getByRole('button', { name: 'Change' }).waitFor();
    expect(await panel(page).getByText('The text changed since').count()).toBe(0);
  });

  test('is shown with what differs; one click confirms, and that lasts', async () => {
    await others.describe('jonas', 'SHOP-321', is);
    const page = await open('mara', 'SHOP-321');
    await badge(page).getByText('Changed since', { exact: true }).waitFor();
    await panel(page)
      .getByText(/^Description, Jonas Weber, 20 Nov/)
      .waitFor();
    await panel(page).locator('del', { hasText: 'browser' }).waitFor();
    await panel(page).locator('ins', { hasText: 'and date of birth' }).waitFor();
    await panel(page)
      .getByText(/New hint: Personal data \(.*date of birth/)
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await panel(page).getByRole('button', { name: 'Still not relevant' }).click();
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page).getByText('Saved: still not relevant').first().waitFor();
    const again = await open('mara', 'SHOP-321');
    await panel(again).getByText('Text looked at again 20 Nov').waitFor();
    expect(await panel(again).getByText('The text changed since').count()).toBe(0);
  });

  test('may make the story relevant', async () => {
    await others.summarise('jonas', 'SHOP-321', 'Prefill address, date of birth and identity card');
    const page = await open('mara', 'SHOP-321');
    await panel(page).locator('ins', { hasText: 'identity card' }).waitFor();
    await panel(page).getByRole('button', { name: 'Now relevant' }).click();
    await badge(page)
      .getByText(/^Relevant, /)
      .waitFor();
    await panel(page).getByText('The text changed since').waitFor({ state: 'detached' });
  });

  test('of a reader is only shown', async () => {
    await others.describe('jonas', 'SHOP-317', 'Greets customers by their first name and date of birth.');
    const page = await open('priya', 'SHOP-317');
    await panel(page).getByText('The text changed since').waitFor();
    expect(
      await panel(page)
        .getByRole('button', { name: /relevant/i })
        .count(),
    ).toBe(0);
    await panel(page)
      .getByText(/You can read this story but not edit it/)
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('a story past Ready that is not ready', () => {
  test('says who moved it and when, and goes back by one click', async () => {
    await others.move('jonas', 'SHOP-436', 'In Progress');
    const page = await open('mara', 'SHOP-436');
    await badge(page).getByText('Past Ready, not ready', { exact: true }).waitFor();
    await panel(page).getByRole('heading', { name: 'In Progress without being ready' }).waitFor();
    await panel(page)
      .getByText(/^Moved from To Do by Jonas Weber, 20 Nov\. Nothing was undone\./)
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await panel(page).getByRole('button', { name: 'Move back to To Do' }).click();
    await panel(page).getByText('Moved back to To Do').first().waitFor();
    expect(await others.statusOf('SHOP-436')).toBe('To Do');
    await panel(page)
      .getByRole('heading', { name: /without being ready/ })
      .waitFor({ state: 'detached' });
    await badge(page)
      .getByText(/^Unassessed/)
      .waitFor();
  });

  test('is in order as soon as it is answered', async () => {
    await others.move('jonas', 'SHOP-434', 'In Progress');
    const page = await open('mara', 'SHOP-434');
    await panel(page).getByRole('heading', { name: 'In Progress without being ready' }).waitFor();
    await answer(page, 'Not relevant').click();
    await panel(page)
      .getByRole('button', { name: /Wording or layout only/ })
      .click();
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page)
      .getByRole('heading', { name: /without being ready/ })
      .waitFor({ state: 'detached' });
  });

  test('has no way back for a reader', async () => {
    await others.move('jonas', 'SHOP-433', 'In Progress');
    const page = await open('priya', 'SHOP-433');
    await panel(page).getByRole('heading', { name: 'In Progress without being ready' }).waitFor();
    expect(
      await panel(page)
        .getByRole('button', { name: /Move back/ })
        .count(),
    ).toBe(0);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('right after “Relevant”', () => {
  test('the ways to answer it are offered, and stay until one is gone', async () => {
    const page = await open('mara', 'SHOP-435');
    await answer(page, 'Relevant').click();
    await panel(page).getByRole('heading', { name: 'Next, one of these' }).waitFor();
    await panel(page).getByRole('button', { name: /^Undo/ }).waitFor({ state: 'detached', timeout: 60_000 });
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await panel(page)
      .getByRole('button', { name: /^Add acceptance criteria/ })
      .waitFor();
    await panel(page)
      .getByRole('button', { name: /^Create an enabler/ })
      .click();
    await dialogFrame(page)
      .getByRole('heading', { name: /enabler/i })
      .first()
      .waitFor();
  });
});

describe('security acceptance criteria', () => {
  test('are written in the panel, stand in the description, and answer the story', async () => {
    await others.assess('mara', 'SHOP-418', { relevance: 'relevant' });
    const page = await open('mara', 'SHOP-418');
    await badge(page).getByText('Relevant, 1 missing', { exact: true }).waitFor();
    await panel(page)
      .getByText(/Needs one of: a linked risk, an enabler, security acceptance criteria\./)
      .waitFor();
    await panel(page)
      .getByRole('button', { name: /^Criteria/ })
      .click();
    const field = panel(page).getByLabel('New criteria, one a line');
    await field.press('Control+Enter');
    await panel(page).getByText('Write at least one criterion.').waitFor();
    await field.fill('- No address is sent to the carrier before payment\n\n- Nothing of it is logged');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await panel(page).getByRole('button', { name: 'Add 2' }).click();
    await panel(page).getByText('Added 2 criteria to the description').first().waitFor();
    await badge(page).getByText('Relevant, ready', { exact: true }).waitFor();
    await panel(page).getByRole('listitem').filter({ hasText: 'Nothing of it is logged' }).waitFor();
    const { description } = await others.fieldsOf('SHOP-418');
    expect(JSON.stringify(description)).toContain('No address is sent to the carrier before payment');
    expect(await panel(page).getByText('The text changed since').count()).toBe(0);
    await panel(page).getByText('All 2 checks pass').click();
    await panel(page).getByText('Answered by 2 security acceptance criteria').waitFor();
  });

  test('keep what was typed when the editor is left, and when Jira does not answer', async () => {
    await others.assess('mara', 'SHOP-426', { relevance: 'relevant' });
    const visit = await stage.visit('mara', '/browse/SHOP-426');
    const { page } = visit;
    const way = panel(page).getByRole('button', { name: /^Criteria/ });
    await way.click();
    const field = panel(page).getByLabel('New criteria, one a line');
    await field.fill('Only the buyer sees the message');
    await field.press('Escape');
    await eventually(async () => expect(await way.evaluate((button) => button === document.activeElement)).toBe(true));
    await way.click();
    await eventually(async () => expect(await field.inputValue()).toBe('Only the buyer sees the message'));
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    stage.server.jira.faults.add({
      kind: 'error-500',
      match: { path: `/rest/api/3/issue/${others.idOf('SHOP-426')}`, method: 'PUT' },
    });
    await field.press('Control+Enter');
    await panel(page).getByText('Jira did not answer').first().waitFor();
    await eventually(async () => expect(await field.inputValue()).toBe('Only the buyer sees the message'));
    stage.server.jira.faults.clear();
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await panel(page).getByText('Added 1 criterion to the description').first().waitFor();
    visit.forgive();
  });
});
