/**
 * The gate through the real pages: attached in the project's settings, refused and let through in Jira's own status menu,
 * detached again.
 */
import type { Page } from 'playwright-core';
import { GATE_MESSAGE } from '../../src/domain/gate-message';
import type { PersonName } from '../demo/people';
import { openSettings, said, saveButton, settings } from './settings-page';
import { appFrame, Stage, TEST_MS, type Visit } from './stage';

jest.setTimeout(TEST_MS);
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

/** Tries to move an issue in the shell's status menu. */
async function move(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: /^Status: / }).click();
  await page.getByRole('menuitem', { name: to }).click();
}

describe('the gate', () => {
  /** Block, with the transitions that the page proposes. */
  async function block(page: Page): Promise<void> {
    await settings(page).getByRole('radio', { name: 'Block' }).click();
    await settings(page).getByLabel('Transitions that block').waitFor();
    await said(page, 'Before you uninstall Shift-Up, detach the gate');
    await saveButton(page).click();
    await said(page, 'The gate is in force.');
  }

  test('is attached, refuses a story with its message, lets it through once assessed, and is detached', async () => {
    const admin = await open('tomasz');
    // Anywhere on the card: the radio button's label lies over its words.
    await settings(admin.page).getByText('Jira refuses the move and says what to do.').click({ force: true });
    await settings(admin.page).getByRole('radio', { name: 'Block', checked: true }).waitFor();
    await said(admin.page, GATE_MESSAGE.unassessed);
    await block(admin.page);
    await said(admin.page, /Jira refuses “In Progress”, .* for stories that are not ready\./);

    const mara = await stage.visit('mara', '/browse/SHOP-430');
    await move(mara.page, 'In Progress');
    await mara.page.getByText(GATE_MESSAGE.unassessed).waitFor();
    await appFrame(mara.page, 'Security')
      .getByRole('button', { name: /^Not relevant/ })
      .click();
    await appFrame(mara.page, 'Security')
      .getByRole('button', { name: /No data, login or interface touched/ })
      .click();
    await mara.page
      .getByRole('button', { name: /^Security/ })
      .getByText('Not relevant', { exact: true })
      .waitFor();
    await move(mara.page, 'In Progress');
    await mara.page.getByRole('button', { name: 'Status: In Progress. Change' }).waitFor();
    // Jira answers a refused transition with 400, which the browser notes.
    mara.forgive();

    await settings(admin.page).getByRole('button', { name: 'Detach now' }).click();
    await said(admin.page, 'The gate is detached.');
    await settings(admin.page).getByRole('radio', { name: 'Flag', checked: true }).waitFor();
    await mara.go('/browse/SHOP-428');
    await move(mara.page, 'In Progress');
    await mara.page.getByRole('button', { name: 'Status: In Progress. Change' }).waitFor();
  });

  test('a workflow that somebody edited meanwhile is not forced, and the page says so', async () => {
    const { page } = await open('tomasz');
    await settings(page).getByRole('radio', { name: 'Block' }).click();
    await settings(page).getByLabel('Transitions that block').waitFor();
    await settings(page).getByRole('button', { name: 'Remove Done' }).nth(1).click();
    editTheWorkflow();
    await saveButton(page).click();
    await said(page, 'The gate is not as you chose.');
    await said(page, /Somebody edited the workflow after this page looked/);
    await settings(page).getByRole('button', { name: 'Try again' }).click();
    await said(page, 'The gate is in force.');
  });

  test('choosing Flag again takes the rule out and says from where', async () => {
    const { page } = await open('tomasz');
    await block(page);
    await settings(page).getByRole('radio', { name: 'Flag' }).click();
    await saveButton(page).click();
    await said(page, /Jira no longer refuses anything in “.+”\./);
    const attached = stage.server.jira.state.workflows
      .all()
      .flatMap(({ transitions }) => transitions)
      .flatMap(({ validators }) => validators);
    expect(attached).toEqual([]);
  });

  function editTheWorkflow(): void {
    const { workflows } = stage.server.jira.state;
    for (const workflow of workflows.values()) {
      workflows.put({
        ...workflow,
        version: { ...workflow.version, versionNumber: workflow.version.versionNumber + 1 },
        transitions: workflow.transitions.map((each) => ({ ...each, description: 'Edited by hand' })),
      });
    }
  }
});
