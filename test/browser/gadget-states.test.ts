/**
 * What the gadget and its settings say when there is less to show, or nothing.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { configureGadget } from '../dev/dashboard';
import type { PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, Stage, TEST_MS } from './stage';

jest.setTimeout(TEST_MS);
let stage: Stage;
let changed = false;

beforeAll(async () => {
  // The app logs each failure, as it should; here every one is meant.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open();
});
afterEach(async () => {
  const problems = await stage.leaveAll();
  if (changed) await stage.startOver();
  changed = false;
  expect(problems).toEqual([]);
});
afterAll(() => stage.close());

const gadget = (page: Page): FrameLocator => appFrame(page, 'Security risks');

function failing(path: string): void {
  stage.server.jira.faults.add({ kind: 'error-500', match: { path } });
}

async function open(person: PersonName, path: string): Promise<Page> {
  return (await stage.visit(person, path)).page;
}

async function expectFine(page: Page): Promise<void> {
  expect(await examine(page)).toEqual(NOTHING_FOUND);
}

describe('the gadget', () => {
  test('with one part missing shows the others', async () => {
    failing('/rest/api/3/search/jql');
    const page = await open('priya', '/dashboard');
    await gadget(page).getByText('Could not be counted').waitFor();
    await gadget(page).getByText('18').first().waitFor();
    await expectFine(page);
  });

  test('of a project without a risk says that nothing is recorded, not that nothing is wrong', async () => {
    const page = await open('priya', '/dashboard');
    await appFrame(page, 'Security risks', 1)
      .getByText('No open risk is recorded. That does not mean there are none.')
      .waitFor();
    await appFrame(page, 'Security risks', 1).getByText('0 of 26 stories assessed').waitFor();
  });

  test('of projects that a person may not see shows no number', async () => {
    const page = await open('guest', '/dashboard');
    await gadget(page).getByText('Nothing here that you may see').waitFor();
    await expectFine(page);
  });

  test('of two projects, one of them without Shift-Up, says what it covers', async () => {
    const { state } = stage.server.jira;
    const [row] = state.dashboards.all();
    const id = row?.gadgets[0]?.id ?? '';
    const projects = ['SHOP', 'BACK'].map((key) => {
      const project = state.projects.find((candidate) => candidate.key === key)!;
      return { id: project.id, key, name: project.name };
    });
    changed = true;
    configureGadget(stage.server.jira, id, { title: 'Two projects', projects });
    const page = await open('priya', '/dashboard');
    await gadget(page).getByText('1 of 2 loaded, 1 without Shift-Up').waitFor();
    await gadget(page).getByRole('link', { name: '14 open risks', exact: true }).waitFor();
    await gadget(page).getByText('3 fewer since 3 Nov').waitFor();
    await expectFine(page);
  });

  test('that nobody configured says how to', async () => {
    const { state } = stage.server.jira;
    changed = true;
    state.properties.clear();
    const page = await open('mara', '/dashboard');
    await gadget(page).getByText('Which projects should be counted?').waitFor();
    await expectFine(page);
  });
});

describe('the gadget’s settings', () => {
  async function settings(person: PersonName): Promise<Page> {
    const page = await open(person, '/dashboard');
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    return page;
  }

  test('hold what was chosen', async () => {
    const page = await settings('mara');
    await gadget(page).getByText('Web Shop (SHOP)').first().waitFor();
    await expectFine(page);
  });

  test('name each mistake under its field, with the focus on the first', async () => {
    const page = await settings('mara');
    await gadget(page).getByText('Web Shop (SHOP)').first().waitFor();
    await gadget(page)
      .getByRole('combobox', { name: /^Projects/ })
      .focus();
    await page.keyboard.press('Backspace');
    for (const box of await gadget(page).getByRole('checkbox').all()) await box.uncheck();
    await gadget(page).getByRole('button', { name: 'Save' }).click();
    await gadget(page).getByText('Choose at least one project.').waitFor();
    await gadget(page).getByText('Choose at least one block.').waitFor();
    await expectFine(page);
  });

  test('keep a project that the editor cannot see, without its name', async () => {
    const page = await settings('guest');
    await gadget(page).getByText('1 project you cannot see').first().waitFor();
    expect(await gadget(page).getByText('Web Shop').count()).toBe(0);
    await expectFine(page);
  });

  test('say that Jira does not answer, and try again', async () => {
    failing('/rest/api/3/project/search');
    const page = await settings('mara');
    await gadget(page).getByText('Jira did not answer').waitFor();
    await expectFine(page);
    stage.server.jira.faults.clear();
    await gadget(page).getByRole('button', { name: 'Try again' }).click();
    await gadget(page).getByText('Web Shop (SHOP)').first().waitFor();
  });
});
