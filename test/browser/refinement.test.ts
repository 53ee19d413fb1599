/**
 * The security refinement meeting through the real page: by keyboard alone as a product owner, many at once, two people at
 * once, and as somebody who may only read.
 */
import type { Page } from 'playwright-core';
import { PEOPLE } from '../demo/people';
import { checkAppRequests } from './app-requests';
import { examine, NOTHING_FOUND } from './examine';
import { currentKey, focusList, isCurrent, meeting, openRefinement, row, rows, said } from './refinement-page';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
import { StoryActs } from './story-acts';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;
let others: StoryActs;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  await stage.startOver();
  others = new StoryActs(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

/** What Jira itself has in the field Security relevance: the id of an option, or nothing. */
function relevanceOf(key: string): unknown {
  const { state } = stage.server.jira;
  const field = state.fields.find(({ name }) => name === 'Security relevance');
  if (field === undefined) throw new Error('there is no field Security relevance');
  return state.issues.byKey(key)?.custom[field.id] ?? 'empty';
}

describe('by keyboard alone', () => {
  test('a product owner reaches the meeting, decides, gives reasons, skips and takes back', async () => {
    const { page } = await stage.visit('mara', '/project/SHOP/apps/security');
    await appFrame(page, 'Security').getByText('open risks').first().waitFor();
    await tabTo(page, /^Overview$/);
    await page.keyboard.press('ArrowRight');
    await isCurrent(page, 'SHOP-428');
    await tabTo(page, /SHOP-428/);

    // j and k move; the focus goes along.
    await page.keyboard.press('j');
    await isCurrent(page, 'SHOP-430');
    await page.keyboard.press('k');
    await isCurrent(page, 'SHOP-428');
    await eventually(async () => expect(await focused(page)).toContain('SHOP-428'));

    // One key decides; the next story is current and has the focus.
    await page.keyboard.press('r');
    await isCurrent(page, 'SHOP-430');
    await said(page, 'Saved. 1 of 36.');
    await said(page, 'SHOP-428 saved: Relevant');
    await meeting(page).getByRole('heading', { name: '84 of 120 assessed' }).waitFor();
    await eventually(async () => expect(await focused(page)).toContain('SHOP-430'));

    // Two keys: not relevant, and why.
    await page.keyboard.press('n');
    await meeting(page).getByRole('group', { name: 'Why?' }).waitFor();
    await eventually(async () => expect(await focused(page)).toContain('Wording or layout only'));
    await page.keyboard.press('2');
    await isCurrent(page, 'SHOP-418');
    await said(page, 'SHOP-430 saved: Not relevant, no data, login or interface touched');

    // Other asks for a sentence; letters typed there are no shortcuts.
    await page.keyboard.press('n');
    await page.keyboard.press('6');
    await page.keyboard.type('Just ruling out junk');
    await page.keyboard.press('Enter');
    await said(page, 'SHOP-418 saved: Not relevant, “Just ruling out junk”');
    await isCurrent(page, 'SHOP-431');

    await page.keyboard.press('s');
    await said(page, 'SHOP-431 skipped for this meeting');
    await page.keyboard.press('u');
    await isCurrent(page, 'SHOP-431');

    // Undo again: the last thing that still stands is the decision before.
    await page.keyboard.press('u');
    await isCurrent(page, 'SHOP-418');
    await meeting(page).getByRole('heading', { name: '85 of 120 assessed' }).waitFor();
    await eventually(() => expect(relevanceOf('SHOP-418')).toBe('empty'));
    expect(relevanceOf('SHOP-428')).not.toBe('empty');
  });

  test('goes to another list by two keys, and links a risk from there', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await focusList(page);
    await page.keyboard.press('g');
    await page.keyboard.press('2');
    await meeting(page)
      .getByRole('tab', { name: /^Relevant without enabler/, selected: true })
      .waitFor();
    await isCurrent(page, 'SHOP-393');
    await eventually(() => expect(page.url()).toContain('/refinement/unanswered'));
    await focusList(page);
    await page.keyboard.press('l');
    await dialogFrame(page).getByRole('textbox', { name: 'Risks' }).fill('412');
    await dialogFrame(page).getByText('SHOP-412').first().waitFor();
    await dialogFrame(page).getByRole('group', { name: '1 found' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await dialogFrame(page)
      .getByRole('checkbox', { name: /SHOP-412/, checked: true })
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await said(page, /^Linked SHOP-412/);
    await row(page, 'SHOP-393').waitFor({ state: 'detached' });
    await page.goBack();
    await meeting(page)
      .getByRole('tab', { name: /^Unassessed/, selected: true })
      .waitFor();
  });

  test('the keys can be switched off, for good', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await focusList(page);
    await page.keyboard.press('?');
    const help = meeting(page).getByRole('dialog', { name: 'Shortcuts' });
    await help.getByText('Not relevant, then 1 to 6').waitFor();
    // No key of the page works behind the dialog.
    await page.keyboard.press('j');
    await help.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await currentKey(page)).toBe('SHOP-428');
    await focusList(page);
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowDown');
    await isCurrent(page, 'SHOP-430');
    await page.reload();
    // An answer that the first key had given would have taken the story off the list by now.
    await isCurrent(page, 'SHOP-428');
    expect(relevanceOf('SHOP-428')).toBe('empty');
    await focusList(page);
    await page.keyboard.press('j');
    // The arrow moves on from where the letter left the current row.
    await page.keyboard.press('ArrowDown');
    await isCurrent(page, 'SHOP-430');
  });
});

test('after five decisions the pace is shown, with the time that the rest takes', async () => {
  const { page } = await openRefinement(stage, 'mara');
  await focusList(page);
  for (const key of ['SHOP-430', 'SHOP-418', 'SHOP-431', 'SHOP-432']) {
    await page.keyboard.press('r');
    await isCurrent(page, key);
  }
  await said(page, 'Saved. 1 of 33.');
  expect(await meeting(page).getByText('This meeting:').count()).toBe(0);
  await page.keyboard.press('r');
  await meeting(page)
    .getByText(/^This meeting: 5 in 1 min\. About \d+ min for the 32 left\.$/)
    .waitFor();
});

describe('many at once', () => {
  test('one decision for all; who may not is named, with the way back', async () => {
    const visit = await openRefinement(stage, 'mara');
    const { page } = visit;
    await focusList(page);
    await page.keyboard.press('x');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await meeting(page).getByRole('toolbar', { name: 'Selected stories' }).getByText('5 selected').waitFor();
    const chosen = ['SHOP-428', 'SHOP-430', 'SHOP-418', 'SHOP-431', 'SHOP-432'];
    onlyAssigneesMayEdit(['SHOP-428', 'SHOP-418', 'SHOP-431']);
    await page.keyboard.press('n');
    await meeting(page).getByRole('group', { name: 'One reason for all 5' }).waitFor();
    await page.keyboard.press('1');
    await meeting(page).getByText('3 done, 2 refused').first().waitFor();
    await meeting(page).getByText('No permission to edit:').waitFor();
    for (const key of ['SHOP-430', 'SHOP-432']) await row(page, key).waitFor();
    expect(chosen.map((key) => relevanceOf(key) === 'empty')).toEqual([false, true, false, false, true]);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await page.setViewportSize({ width: 1280, height: 900 });

    await meeting(page).getByRole('button', { name: 'Copy the 2 keys' }).click();
    await meeting(page).getByRole('button', { name: 'Copied' }).waitFor();
    // The frame may not use the newer clipboard, which the browser says; the older one did it.
    visit.forgive();
    await meeting(page).getByRole('button', { name: 'Undo 3' }).click();
    await row(page, 'SHOP-428').waitFor();
    await eventually(() => expect(chosen.map(relevanceOf)).toEqual(chosen.map(() => 'empty')));
    await meeting(page).getByRole('heading', { name: '83 of 120 assessed' }).waitFor();
  });

  test('Esc clears what is selected', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await meeting(page).getByLabel('Select all stories shown').check();
    await meeting(page).getByRole('toolbar').getByText('37 selected').waitFor();
    await page.keyboard.press('Escape');
    await meeting(page).getByRole('toolbar').waitFor({ state: 'detached' });
  });
});

describe('two people at once', () => {
  test('what somebody else assessed leaves with a note, and theirs stays', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await others.assess('jonas', 'SHOP-428', { relevance: 'notRelevant', reason: 'research' });
    const theirs = relevanceOf('SHOP-428');
    await focusList(page);
    await page.keyboard.press('r');
    await meeting(page).getByText('SHOP-428 was not saved').first().waitFor();
    await meeting(page).getByText('Assessed by somebody else meanwhile').waitFor();
    await isCurrent(page, 'SHOP-430');
    expect(relevanceOf('SHOP-428')).toBe(theirs);
    await row(page, 'SHOP-428').waitFor({ state: 'detached' });
    await meeting(page).getByRole('heading', { name: '84 of 120 assessed' }).waitFor();
  });
});

describe('a bypass', () => {
  test('says who moved it and when, and is moved back', async () => {
    const { page } = await openRefinement(stage, 'mara', 'bypasses');
    await row(page, 'SHOP-402').getByText('Moved here by Jonas Weber, 19 Nov.').waitFor();
    await meeting(page).getByRole('button', { name: 'Move back to To Do' }).click();
    await said(page, 'SHOP-402 moved back to To Do');
    await row(page, 'SHOP-402').waitFor({ state: 'detached' });
    const { state } = stage.server.jira;
    const issue = state.issues.byKey('SHOP-402');
    expect(state.statuses.get(issue?.statusId ?? '')?.name).toBe('To Do');
  });
});

describe('whoever may only read', () => {
  test('sees everything, is offered nothing, and reads who can', async () => {
    const { page } = await openRefinement(stage, 'priya');
    await meeting(page).getByText('You can read these stories but not edit them.').waitFor();
    expect(await meeting(page).getByRole('checkbox').count()).toBe(0);
    expect(
      await meeting(page)
        .getByRole('button', { name: /^(Relevant|Not relevant|Skip)/ })
        .count(),
    ).toBe(0);
    await focusList(page);
    for (const key of ['r', 'x', 'n']) await page.keyboard.press(key);
    expect(await currentKey(page)).toBe('SHOP-428');
    await page.keyboard.press('j');
    await isCurrent(page, 'SHOP-430');
    expect(relevanceOf('SHOP-428')).toBe('empty');
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('finding', () => {
  test('by words and by hint; nothing that fits says so', async () => {
    const { page } = await openRefinement(stage, 'mara');
    await meeting(page).getByLabel('Search in this list').fill('warenkorb');
    await isCurrent(page, 'SHOP-436');
    await eventually(async () => expect(await rows(page).count()).toBe(1));
    await meeting(page).getByText('1 of the 37 stories read so far fit').waitFor();
    await meeting(page).getByLabel('Search in this list').fill('no story says this');
    await meeting(page).getByRole('heading', { name: 'No story fits' }).waitFor();
    await meeting(page).getByRole('button', { name: 'Show all' }).first().click();
    await meeting(page).getByLabel('Filter by hint').selectOption('none');
    await row(page, 'SHOP-432').waitFor();
    await row(page, 'SHOP-428').waitFor({ state: 'detached' });
  });
});

test('everything the app asked for is what Atlassian describes', () => {
  expect(stage.appRequests.length).toBeGreaterThan(50);
  checkAppRequests(stage.appRequests);
});

/** Text of what has the focus in the app's page. */
async function focused(page: Page): Promise<string> {
  return meeting(page)
    .locator('body')
    .evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
}

/** From now on only assignees edit in SHOP, and mara is the assignee of these and no others. */
function onlyAssigneesMayEdit(keys: readonly string[]): void {
  const { state } = stage.server.jira;
  const project = state.projects.find(({ key }) => key === 'SHOP');
  if (project === undefined) throw new Error('there is no SHOP');
  const scheme = state.permissionSchemes.require(project.permissionSchemeId);
  state.permissionSchemes.put({
    ...scheme,
    grants: scheme.grants.map((grant) =>
      grant.permission === 'EDIT_ISSUES' ? { ...grant, holder: { type: 'assignee' } } : grant,
    ),
  });
  const { accountId } = PEOPLE.mara;
  for (const issue of [...state.issues.values()]) {
    if (issue.projectId !== project.id) continue;
    state.issues.put({ ...issue, assigneeId: keys.includes(issue.key) ? accountId : null });
  }
}
