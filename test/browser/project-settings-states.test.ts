/**
 * The page of a project's settings where there are none, where it is refused, and in trouble.
 */
import type { PersonName } from '../demo/people';
import type { Fault } from '../local-jira/http/faults';
import { ROLE } from '../local-jira/seed';
import { examine, NOTHING_FOUND } from './examine';
import { openSettings, pathOf, said, saveButton, settings, SHOP_SETTINGS, shopOf } from './settings-page';
import { Stage, TEST_MS, type Visit } from './stage';
import { eventually } from './eventually';

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

function trouble(kind: Fault['kind'], path: string, more: Partial<Fault> = {}): void {
  stage.server.jira.faults.add({ kind, match: { path }, ...more });
}

describe('before there are settings', () => {
  test('a project without Shift-Up shows what adding it would change', async () => {
    const { page } = await stage.visit('tomasz', pathOf('PAY'));
    await said(page, 'Shift-Up is not in this project yet');
    await settings(page).getByRole('tab', { name: 'Set-up' }).waitFor();
    expect(await settings(page).getByRole('heading', { name: 'What counts as ready' }).count()).toBe(0);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('a team-managed project shows its admin what to do by hand', async () => {
    const { page } = await stage.visit('deniz', pathOf('PART'));
    await said(page, 'Shift-Up is not in this project yet');
    await said(page, /Security Risk/);
  });

  test('on a site without Shift-Up a Jira admin is led to set-up, a project admin gets the words to ask one', async () => {
    // A new installation knows nothing of what an earlier one made.
    const { background } = stage.server.services;
    await background.setInstalled(false);
    await background.setInstalled(true);
    const admin = await stage.visit('tomasz', SHOP_SETTINGS);
    await settings(admin.page).getByRole('button', { name: 'Set up Shift-Up' }).waitFor();
    const deniz = await stage.visit('deniz', SHOP_SETTINGS);
    await settings(deniz.page).getByRole('button', { name: 'Copy a note for your admin' }).waitFor();
    expect(await examine(deniz.page)).toEqual(NOTHING_FOUND);
  });
});

describe('in trouble', () => {
  beforeEach(() => {
    // The app logs each failure, as it should; here every one is meant.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  test('whoever lost the right to administer reads who has it', async () => {
    const visit = await stage.visit('deniz', '/board/SHOP');
    await visit.page.getByRole('link', { name: 'Project settings' }).waitFor();
    revoke();
    await visit.page.getByRole('link', { name: 'Project settings' }).click();
    await visit.page.getByRole('link', { name: 'Security', exact: true }).click();
    await said(visit.page, 'Only project admins change these settings');
    expect(await examine(visit.page)).toEqual(NOTHING_FOUND);
  });

  test('a save that is refused keeps what was typed', async () => {
    const { page } = await open('deniz');
    await settings(page).getByLabel('Low: highest score').fill('3');
    revoke();
    await saveButton(page).click();
    await said(page, 'Not saved: You may not do this.');
    await eventually(async () => expect(await settings(page).getByLabel('Low: highest score').inputValue()).toBe('3'));
  });

  test('a group that is gone is named at once and has to be replaced', async () => {
    const { page } = await open('tomasz');
    const form = settings(page);
    await form.getByLabel('Project role or group').fill('jira-users');
    await form.getByRole('option', { name: 'Group “jira-users”' }).click();
    await saveButton(page).click();
    await said(page, 'The settings are saved.');
    const { groups } = stage.server.jira.state;
    for (const group of groups.filter(({ name }) => name === 'jira-users')) groups.delete(group.id);
    await page.reload();
    await said(page, /^Group .+, no longer there\. Choose another role or group\.$/);
    await form.getByLabel('Low: highest score').fill('3');
    await saveButton(page).click();
    await said(page, '1 thing to put right first.');
  });

  test('the browser asks before unsaved changes are left, and only then', async () => {
    const { page } = await open('deniz');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual([]);
    await settings(page).getByLabel('Low: highest score').click();
    await page.keyboard.type('1');
    await said(page, /^Unsaved changes in/);
    await page.reload();
    await eventually(() => expect(asked).toEqual(['beforeunload']));
  });

  test('without a network it says so, and nothing that was typed is lost', async () => {
    const visit = await open('deniz');
    const { page } = visit;
    await settings(page).getByLabel('Low: highest score').fill('3');
    await visit.context.setOffline(true);
    await said(page, 'You are offline.');
    await saveButton(page).click();
    await said(page, /^Not saved: /);
    await visit.context.setOffline(false);
    await saveButton(page).click();
    await said(page, 'The settings are saved.');
    // The browser notes what it could not send.
    visit.forgive();
  });

  test('says that it is loading, what failed, and tries again', async () => {
    trouble('error-500', `/rest/api/3/project/${shopOf(stage).id}/role`);
    const { page } = await stage.visit('deniz', SHOP_SETTINGS);
    await said(page, 'The settings cannot be shown right now');
    await said(page, 'jira-unavailable');
    stage.server.jira.faults.clear();
    const release = stage.hold(`/rest/api/3/project/${shopOf(stage).id}/role`);
    await settings(page).getByRole('button', { name: 'Try again' }).click();
    await settings(page).getByText('Loading the settings').waitFor({ state: 'attached' });
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    release();
    await settings(page).getByRole('heading', { name: 'What counts as ready' }).waitFor();
  });

  test('waits as long as Jira asks when it reads, and goes on by itself', async () => {
    trouble('rate-limit', `/rest/api/3/project/${shopOf(stage).id}/role`, { retryAfter: 6 });
    const { page } = await stage.visit('deniz', SHOP_SETTINGS);
    await said(page, /Jira asked us to wait \d s/);
    stage.server.jira.faults.clear();
    await settings(page).getByRole('heading', { name: 'What counts as ready' }).waitFor();
  });

  function revoke(): void {
    const project = shopOf(stage);
    const roleActors = { ...project.roleActors, [ROLE.administrators]: [] };
    stage.server.jira.state.projects.put({ ...project, roleActors });
  }
});
