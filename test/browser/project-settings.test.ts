/**
 * A project's settings through the real page: a project admin changes them, two admins meet, and the page is accessible.
 */
import type { PersonName } from '../demo/people';
import { checkAppRequests } from './app-requests';
import { examine, NOTHING_FOUND } from './examine';
import { openSettings, said, saveButton, settings, shopOf } from './settings-page';
import { appFrame, Stage, TEST_MS, type Visit } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
const LONG = 'Sicherheitsrelevanzbewertungsverantwortlicher';
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  await stage.startOver();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const open = (person: PersonName): Promise<Visit> => openSettings(stage, person);

/** Deniz administers SHOP, and is no Jira admin. */
describe('a project admin without other rights', () => {
  test('sees the settings as they are, changes every kind of them, and finds them again', async () => {
    const { page } = await open('deniz');
    const form = settings(page);
    await form.getByText('In Progress', { exact: true }).first().waitFor();

    await form.getByLabel('Low: highest score').fill('5');
    await form.getByRole('group', { name: 'Medium' }).getByText('6', { exact: true }).waitFor();
    await form.getByLabel('Critical: days until the next review').fill('14');
    await form.getByRole('button', { name: 'Move “Covered by another story” up' }).click();
    await form.getByText('“Covered by another story” is now number 2 of 6.').waitFor({ state: 'attached' });
    await form.getByRole('button', { name: 'Reason', exact: true }).click();
    await page.keyboard.type(`${LONG} sagt nein`);
    await page.keyboard.press('Enter');
    await form.getByText(`${LONG} sagt nein`, { exact: true }).waitFor();
    await form.getByLabel('Reviews: Act now').fill('8');
    await said(page, 'For example 0 overdue reviews: On track; 7: Watch; 8: Act now.');
    await form.getByLabel('Project role or group').fill('Viewer');
    await form.getByRole('option', { name: 'Role “Viewer”' }).click();
    await said(page, /in this role now/);
    await said(page, /Unsaved changes in Reasons for “not relevant”, Levels, Traffic lights, Who may approve/);

    await saveButton(page).click();
    await said(page, 'The settings are saved.');
    await page.reload();
    await form.getByText(`${LONG} sagt nein`, { exact: true }).waitFor();
    await eventually(async () => expect(await form.getByLabel('Low: highest score').inputValue()).toBe('5'));
    await eventually(async () =>
      expect(await form.getByLabel('Critical: days until the next review').inputValue()).toBe('14'),
    );
    await eventually(async () => expect(await form.getByLabel('Reviews: Act now').inputValue()).toBe('8'));
    await said(page, 'Role “Viewer”');
    const reasons = form.getByRole('list', { name: /^Reasons/ }).getByRole('listitem');
    await reasons.nth(6).waitFor();
    const rows = await reasons.allTextContents();
    expect(rows.map((row) => row.replace(/(Move|Remove) “.*$/, ''))).toEqual([
      '1Wording or layout only',
      '2Covered by another story',
      '3No data, login or interface touched',
      '4Internal tool without customer data',
      '5Research or documentation',
      `6${LONG} sagt nein`,
      '7Other, asks for one sentenceAlways last',
    ]);

    const mara = await stage.visit('mara', '/browse/SHOP-430');
    const panel = appFrame(mara.page, 'Security');
    await panel.getByRole('button', { name: /^Not relevant/ }).click();
    await panel.getByRole('button', { name: new RegExp(`^${LONG} sagt nein`) }).click();
    await mara.page
      .getByRole('button', { name: /^Security/ })
      .getByText('Not relevant', { exact: true })
      .waitFor();
  });

  test('is told what is wrong before anything is saved, and is taken to the first of it', async () => {
    const { page } = await open('deniz');
    const form = settings(page);
    await form.getByLabel('Medium: highest score').fill('3');
    await form.getByLabel('Enablers: Act now').fill('90');
    await saveButton(page).click();
    await said(page, '2 things to put right first.');
    await said(page, 'Medium has to end above the level before it.');
    await said(page, 'Enablers: Act now comes after Watch, so its percentage is smaller.');
    await eventually(async () =>
      expect(await form.getByLabel('Medium: highest score').evaluate((field) => field === document.activeElement)).toBe(
        true,
      ),
    );
    await form.getByRole('button', { name: 'Discard' }).click();
    await said(page, 'Your changes are discarded.');
    await eventually(async () => expect(await form.getByLabel('Medium: highest score').inputValue()).toBe('9'));
    await form.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => expect(await form.getByLabel('Medium: highest score').inputValue()).toBe('3'));
  });

  test('is told how many risks other limits would touch before anything is written, and then that they follow', async () => {
    const { page } = await open('deniz');
    const limit = settings(page).getByLabel('High: highest score');
    const before = await limit.inputValue();
    await limit.fill('24');
    await settings(page).getByRole('link', { name: '1 open risk would have another level' }).waitFor();
    await saveButton(page).click();
    await said(page, 'The levels follow these borders: 1 risk has another level since.');
    await limit.fill(before);
    await saveButton(page).click();
    await saveButton(page).waitFor({ state: 'detached' });
  });

  test('cannot let a workflow block that other projects share, and reads who can', async () => {
    shareTheWorkflow();
    const { page } = await open('deniz');
    await said(page, /Other projects use the same workflow: .*only a Jira admin can let it block/);
    await eventually(async () => expect(await settings(page).getByRole('radio').count()).toBe(2));
  });

  /** The back office uses the stories' workflow too. */
  function shareTheWorkflow(): void {
    const { projects, workflowSchemes } = stage.server.jira.state;
    const backOffice = projects.find(({ key }) => key === 'BACK');
    if (backOffice === undefined) throw new Error('the demo has no BACK');
    const { defaultWorkflowId } = workflowSchemes.require(shopOf(stage).workflowSchemeId);
    workflowSchemes.put({ ...workflowSchemes.require(backOffice.workflowSchemeId), defaultWorkflowId });
  }

  test('does everything with the keyboard alone', async () => {
    const { page } = await open('deniz');
    const form = settings(page);
    await form.getByLabel('Readiness statuses').focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await form.getByRole('radio', { name: 'Flag' }).focus();
    await page.keyboard.press('ArrowUp');
    await form.getByRole('radio', { name: 'Off', checked: true }).waitFor();
    await form.getByRole('button', { name: 'Move “Wording or layout only” down' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await form.getByText('“Wording or layout only” is now number 2 of 6.').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await form.getByText('“Wording or layout only” is now number 3 of 6.').waitFor({ state: 'attached' });
    await saveButton(page).focus();
    await page.keyboard.press('Enter');
    await said(page, 'The settings are saved.');
  });
});

describe('two admins at once', () => {
  async function meet(): Promise<Visit> {
    const [deniz, tomasz] = [await open('deniz'), await open('tomasz')];
    await settings(tomasz.page).getByLabel('Low: highest score').fill('5');
    await settings(tomasz.page).getByRole('radio', { name: 'Off' }).click();
    await saveButton(tomasz.page).click();
    await said(tomasz.page, 'The settings are saved.');
    await settings(deniz.page).getByLabel('Critical: days until the next review').fill('7');
    await settings(deniz.page).getByLabel('Reviews: Act now').fill('9');
    await saveButton(deniz.page).click();
    await said(deniz.page, 'Somebody saved these settings in the meantime.');
    return deniz;
  }

  test('the second is told, reads the difference in words, and keeps his changes on top of theirs', async () => {
    const { page } = await meet();
    const form = settings(page);
    await eventually(async () => expect(await form.getByLabel('Reviews: Act now').inputValue()).toBe('9'));
    await form.getByRole('button', { name: 'Show theirs' }).click();
    const gate = form.getByRole('table', { name: 'Gate' });
    await eventually(async () =>
      expect(await gate.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['Off', 'Flag']),
    );
    await said(page, 'Only they changed this: theirs is taken.');
    await form
      .getByRole('row', { name: /^Reviews Watch from 1, Act now from 5 Watch from 1, Act now from 9/ })
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await page.setViewportSize({ width: 1280, height: 900 });
    await form.getByRole('button', { name: 'Reload, keep my changes' }).click();
    await said(page, 'These are their settings with your changes in them.');
    await saveButton(page).click();
    await said(page, 'The settings are saved.');
    await page.reload();
    // Levels were changed by both: mine are kept, as was said.
    await eventually(async () =>
      expect(await form.getByLabel('Critical: days until the next review').inputValue()).toBe('7'),
    );
    await eventually(async () => expect(await form.getByLabel('Low: highest score').inputValue()).toBe('4'));
    await eventually(async () => expect(await form.getByLabel('Reviews: Act now').inputValue()).toBe('9'));
    await form.getByRole('radio', { name: 'Off', checked: true }).waitFor();
  });

  test('or takes theirs', async () => {
    const { page } = await meet();
    await settings(page).getByRole('button', { name: 'Take theirs' }).click();
    await said(page, 'These are the settings as they saved them.');
    await eventually(async () => expect(await settings(page).getByLabel('Low: highest score').inputValue()).toBe('5'));
    await eventually(async () => expect(await saveButton(page).count()).toBe(0));
  });
});

describe('looks', () => {
  test('is accessible in light and dark and fits 320 pixels, also with everything open', async () => {
    const { page } = await open('tomasz');
    const form = settings(page);
    await form.getByRole('radio', { name: 'Block' }).click();
    await form.getByLabel('Transitions that block').waitFor();
    await form.getByRole('button', { name: 'Reason', exact: true }).click();
    await page.keyboard.type(LONG);
    await form.getByLabel('Low: highest score').fill('');
    await saveButton(page).click();
    await said(page, /things? to put right first/);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

test('everything the app asked for is what Atlassian describes', () => {
  expect(stage.appRequests.length).toBeGreaterThan(50);
  checkAppRequests(stage.appRequests);
});
