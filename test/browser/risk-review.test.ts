/**
 * The review meeting: the risks that are due, one after another, by keyboard alone; who may not edit reads along.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

const REVIEW = '/project/SHOP/apps/security/risks/review';
/** Due in the demo, in the order of the meeting. */
const DUE = {
  export: 'Support staff can export all customer addresses',
  library: 'Outdated image library in the product upload',
  errors: 'Error pages reveal the framework version',
} as const;

jest.setTimeout(TEST_MS);
let stage: Stage;
let others: StoryActs;

beforeAll(async () => {
  stage = await Stage.open();
  others = new StoryActs(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
  await stage.startOver();
});
afterAll(() => stage.close());

const app = (page: Page): FrameLocator => appFrame(page, 'Security');
const said = (page: Page, text: string | RegExp) => app(page).getByText(text).first().waitFor({ state: 'attached' });
const heading = (page: Page, name: string | RegExp) => app(page).getByRole('heading', { name, level: 2 }).waitFor();
const button = (page: Page, name: string | RegExp) => app(page).getByRole('button', { name });
const ready = (page: Page) => app(page).getByRole('heading', { name: 'Enablers' }).waitFor();
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function open(person: PersonName): Promise<Page> {
  const { page } = await stage.visit(person, REVIEW, { width: 1500, height: 1000 });
  await heading(page, DUE.export);
  await ready(page);
  return page;
}

/** Goes on without a change until this risk is on screen. */
async function skipTo(page: Page, name: string): Promise<void> {
  const title = app(page).getByRole('heading', { level: 2 }).first();
  for (let shown = await title.innerText(); shown !== name; shown = await title.innerText()) {
    await page.keyboard.press('s');
    await eventually(async () => expect(await title.innerText()).not.toBe(shown));
    await ready(page);
  }
}

/** What Jira has, by a name of a field as people see it. */
function field(key: string, name: string): unknown {
  const { state } = stage.server.jira;
  const found = state.fields.all().find((one) => one.name === name);
  const issue = state.issues.byKey(key);
  return issue?.custom[found?.id ?? ''];
}

function commentsOn(key: string): readonly string[] {
  const { state } = stage.server.jira;
  const issue = state.issues.byKey(key);
  return state.comments.filter(({ issueId }) => issueId === issue?.id).map(({ body }) => JSON.stringify(body));
}

describe('a meeting, by keyboard alone', () => {
  test('re-scores, says why, skips, keeps what is still true, and tells what became of each', async () => {
    const page = await open('mara');
    await said(page, 'Risk 1 of 3');
    await said(page, /^Review overdue \d+ days$/);
    await said(page, 'Since the last review, 15 Oct by Deniz Aydin');
    await said(page, '2 enablers done');
    await said(page, 'Residual impact 5 → 4');
    const skippedDay = field('SHOP-350', 'Next review');

    await press(page, 'r', 'ArrowDown', 'Enter');
    await said(page, 'Residual Medium 8 → Low 4: saved with the review.');
    await press(page, 'Control+Enter');
    await said(page, 'Say in a few words why the residual level changes.');
    await page.keyboard.type('The limit of 100 addresses goes live this week.');
    await press(page, 'Control+Enter');

    await heading(page, DUE.library);
    await said(page, 'SHOP-376 saved: next review 19 Jan 2027');
    await said(page, 'Risk 2 of 3');
    await ready(page);
    await press(page, 's');

    await heading(page, DUE.errors);
    await said(page, 'SHOP-350 skipped: still due');
    await ready(page);
    await press(page, 'Control+Enter');

    await heading(page, 'Review finished');
    await said(page, '2 reviewed, 1 skipped');
    expect(await examine(page)).toEqual(NOTHING_FOUND);

    const { state } = stage.server.jira;
    const level = () => state.fieldOptions.get(String(field('SHOP-376', 'Residual level')))?.value;
    await eventually(() => expect(level()).toBe('Low'));
    await eventually(() => expect(commentsOn('SHOP-318').at(-1)).toContain('Still true.'));
    expect(commentsOn('SHOP-376').at(-1)).toContain('The limit of 100 addresses goes live this week.');
    expect(field('SHOP-350', 'Next review')).toBe(skippedDay);

    await tabTo(page, /^Go through the 1 skipped/);
    await press(page, 'Enter');
    await heading(page, DUE.library);
    await said(page, 'Risk 1 of 1');
  });

  test('changes owner, treatment and the next day', async () => {
    const page = await open('deniz');
    await press(page, 'o');
    await app(page).getByLabel('Owner: search by name').waitFor();
    await page.keyboard.type('mara');
    await said(page, '1 person can be given this risk.');
    await tabTo(page, /Mara Lindqvist$/);
    await press(page, 'Enter');
    await said(page, 'Saved: Mara Lindqvist owns it');

    await heading(page, DUE.export);
    await press(page, 't');
    await app(page).getByRole('form', { name: 'Change treatment' }).waitFor();
    await press(page, 'ArrowRight', 'Control+Enter');
    await said(page, 'Saved: Accept');
    await said(page, 'Risk 1 of 3');

    await press(page, 'd');
    await app(page).getByLabel('Next review').fill('2026-12-24');
    await said(page, '(chosen)');
    await press(page, 'Control+Enter');
    await said(page, 'SHOP-376 saved: next review 24 Dec');
    await eventually(() => expect(field('SHOP-376', 'Next review')).toBe('2026-12-24'));
  });

  test('goes back; Escape leaves the field, then the review, and asks about what is not saved', async () => {
    const page = await open('mara');
    await press(page, 's');
    await heading(page, DUE.library);
    await ready(page);
    await press(page, 'b');
    await heading(page, DUE.export);
    await ready(page);
    await press(page, 'n');
    await page.keyboard.type('Ask Jonas first.');
    await press(page, 'Escape', 'Escape');
    await heading(page, 'Review finished');
    await tabTo(page, /^Back to the risks/);
    await press(page, 'Enter');
    await said(page, 'Not saved yet: SHOP-376');
    await press(page, 'Enter');
    await heading(page, DUE.export);
    await ready(page);
    await eventually(async () =>
      expect(await app(page).getByLabel('What did you find?').inputValue()).toBe('Ask Jonas first.'),
    );
    await press(page, 'Escape');
    await tabTo(page, /^Back to the risks/);
    await press(page, 'Enter');
    await tabTo(page, /^End without saving/);
    await press(page, 'Enter');
    await app(page).getByRole('heading', { name: 'Review finished' }).waitFor({ state: 'detached' });
    await eventually(() => expect(page.url()).toMatch(/\/risks$/));
  });

  test('single keys can be switched off; the others stay', async () => {
    const page = await open('mara');
    await app(page).getByText('Keys', { exact: true }).click();
    await app(page).getByLabel('Use single keys').uncheck();
    await app(page).getByRole('heading', { name: DUE.export }).focus();
    await press(page, 's');
    await said(page, 'Risk 1 of 3');
    await press(page, 'Control+Enter');
    await heading(page, DUE.library);
    await said(page, /^SHOP-376 saved: /);
  });
});

describe('when something goes wrong', () => {
  test('a lost answer is said, and trying again makes no second comment', async () => {
    const page = await open('mara');
    const before = commentsOn('SHOP-376').length;
    stage.server.jira.faults.add({ kind: 'error-500', match: { method: 'PUT' }, times: 1 });
    await press(page, 'n');
    await page.keyboard.type('Still open.');
    await press(page, 'Control+Enter');
    await said(page, /The answer was lost/);
    await eventually(async () =>
      expect(await app(page).getByLabel('What did you find?').inputValue()).toBe('Still open.'),
    );
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await press(page, 'Control+Enter');
    await heading(page, DUE.library);
    await eventually(() => expect(commentsOn('SHOP-376').length).toBe(before + 1));
  });

  test('a risk that somebody closed meanwhile is not reviewed', async () => {
    const page = await open('mara');
    await others.move('deniz', 'SHOP-376', 'Closed');
    const before = commentsOn('SHOP-376').length;
    await press(page, 'Control+Enter');
    await said(page, 'This risk is closed. A closed risk has no review.');
    expect(commentsOn('SHOP-376').length).toBe(before);
    await press(page, 's');
    await heading(page, DUE.library);
  });

  test('the list cannot be read: said, and tried again', async () => {
    stage.server.jira.faults.add({ kind: 'error-500', match: { path: '/rest/api/3/search/approximate-count' } });
    const visit = await stage.visit('mara', REVIEW);
    const { page } = visit;
    await said(page, 'The risks that are due could not be read');
    stage.server.jira.faults.clear();
    await button(page, 'Try again').click();
    await heading(page, DUE.export);
    await ready(page);
    visit.forgive();
  });
});

test('nothing is due: said, with the way back', async () => {
  const { page } = await stage.visit('mara', REVIEW.replace('SHOP', 'LOY'));
  await heading(page, 'Nothing is due');
  expect(await examine(page)).toEqual(NOTHING_FOUND);
  await button(page, 'Back to the risks').click();
  await app(page).getByRole('heading', { name: 'Nothing is due' }).waitFor({ state: 'detached' });
  await eventually(() => expect(page.url()).toMatch(/\/risks$/));
});

describe('who may not edit', () => {
  test('reads along, with a sentence in the place of the form', async () => {
    const page = await open('priya');
    await said(page, /You can read this risk but not edit it/);
    expect(await app(page).getByLabel('What did you find?').count()).toBe(0);
    expect(await button(page, /Change|Choose|Still true|Skip/).count()).toBe(0);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await skipTo(page, DUE.errors);
    await button(page, /^Next/).click();
    await heading(page, 'Review finished');
    await said(page, '0 reviewed, 3 skipped');
  });
});
