/**
 * The panel on a story where several people decide: what is undone, somebody else who was quicker, what the project asks.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';

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

async function open(person: 'mara', key: string): Promise<Page> {
  const { page } = await stage.visit(person, `/browse/${key}`);
  return page;
}

describe('an undo', () => {
  test('puts back what stood there, with its reason and its sentence', async () => {
    await others.assess('jonas', 'SHOP-427', {
      relevance: 'notRelevant',
      reason: 'other',
      text: 'Only the sign over the shop door',
    });
    const page = await open('mara', 'SHOP-427');
    await panel(page).getByText('Only the sign over the shop door').waitFor();
    await panel(page).getByRole('button', { name: 'Change' }).click();
    await answer(page, 'Relevant').click();
    await badge(page)
      .getByText(/^Relevant, /)
      .waitFor();
    await panel(page).getByRole('button', { name: /^Undo/ }).click();
    await panel(page).getByText('Only the sign over the shop door').waitFor();
    await panel(page).getByText('History, 3 entries').click();
    await panel(page).getByText('Relevant → Not relevant').waitFor();
  });
});

describe('somebody else was quicker', () => {
  test('what they said is shown, what one wanted is not lost, and can be saved all the same', async () => {
    const page = await open('mara', 'SHOP-411');
    await answer(page, 'Not relevant').click();
    await panel(page).getByText('Why is it not relevant?').waitFor();
    await others.assess('deniz', 'SHOP-411', { relevance: 'relevant' });
    await panel(page)
      .getByRole('button', { name: /Covered by another story/ })
      .click();
    await panel(page).getByText('Deniz Aydin assessed this a moment ago').waitFor();
    await panel(page)
      .getByText('It is Relevant now. Your answer, Not relevant (Covered by another story), was not saved.')
      .waitFor();
    await badge(page)
      .getByText(/^Relevant, /)
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await panel(page).getByRole('button', { name: 'Save mine instead' }).click();
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await panel(page).getByText('Covered by another story').waitFor();
  });

  test('theirs stays by one click', async () => {
    const page = await open('mara', 'SHOP-431');
    await answer(page, 'Not relevant').click();
    await others.assess('deniz', 'SHOP-431', { relevance: 'relevant' });
    await panel(page)
      .getByRole('button', { name: /Research or documentation/ })
      .click();
    await panel(page).getByRole('button', { name: 'Keep theirs' }).click();
    await panel(page).getByText('Deniz Aydin assessed this a moment ago').waitFor({ state: 'detached' });
    await badge(page)
      .getByText(/^Relevant, /)
      .waitFor();
  });
});

describe('what the project asks', () => {
  test('where it blocks, that is said before anybody runs into it, and criteria are not offered, because they do not count', async () => {
    await others.changeSettings('deniz', 'SHOP', (settings) => ({ ...settings, gate: 'block' }));
    const unassessed = await open('mara', 'SHOP-435');
    await panel(unassessed)
      .getByText(/^This project blocks: Jira lets a story into a ready status only once it is assessed/)
      .waitFor();
    const relevant = await open('mara', 'SHOP-395');
    await panel(relevant)
      .getByText(/^Needs a linked risk, or an enabler that secures this story\./)
      .waitFor();
    expect(
      await panel(relevant)
        .getByRole('button', { name: /Criteria/ })
        .count(),
    ).toBe(0);
    expect(await examine(relevant)).toEqual(NOTHING_FOUND);
  });

  test('where it asks for no answer, nothing is missing from a relevant story', async () => {
    await others.changeSettings('deniz', 'SHOP', (settings) => ({
      ...settings,
      gate: 'flag',
      checks: { ...settings.checks, answer: 'off' },
    }));
    const page = await open('mara', 'SHOP-395');
    await badge(page).getByText('Relevant, ready', { exact: true }).waitFor();
    await panel(page).getByText('The only check passes').click();
    expect(await panel(page).getByText('Not answered yet').count()).toBe(0);
  });
});
