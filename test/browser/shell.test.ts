/**
 * The shell's own pages around set-up: projects, project settings, what is done by hand in a team-managed project, a
 * transition that Jira refuses, and Lab.
 */
import type { Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { violationsInShell } from './axe';
import { Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
  await stage.startOver();
});
afterAll(() => stage.close());

const bar = (page: Page) => page.getByRole('navigation').first();

describe('projects', () => {
  test('an admin reaches every project from the list, and makes one', async () => {
    const { page } = await stage.visit('tomasz', '/projects');
    await eventually(async () => expect(await page.getByRole('link', { name: /^Settings of/ }).count()).toBe(7));
    await page.getByRole('button', { name: 'Create project' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('New dealers');
    await dialog.getByLabel('Key').fill('new');
    await dialog.getByLabel('Kind').selectOption({ label: 'Company-managed, with the schemes of Payments (PAY)' });
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    await page.getByText('NEW, company-managed').waitFor();
    const { projects } = stage.server.jira.state;
    const of = (key: string) => projects.find((project) => project.key === key)!;
    expect(of('NEW').workflowSchemeId).toBe(of('PAY').workflowSchemeId);
  });

  test('a key without a number is the project’s board', async () => {
    const { page } = await stage.visit('mara', '/browse/PAY');
    await page.getByRole('heading', { name: 'Payments board' }).waitFor();
  });
});

describe('project settings', () => {
  test('are there for whoever administers the project, with the app’s page under its title', async () => {
    const { page } = await stage.visit('deniz', '/board/SHOP');
    await bar(page).getByRole('link', { name: 'Project settings' }).click();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    // The project page has the same title; that of the settings stands below them.
    await bar(page)
      .getByRole('link', { name: /^Security/ })
      .last()
      .click();
    await page.locator('iframe[title="Security"]').contentFrame().getByRole('heading', { name: 'Security' }).waitFor();
    await eventually(() => expect(new URL(page.url()).pathname).toBe('/project/SHOP/settings/apps/project-settings'));
  });

  test.each<[PersonName, string]>([
    ['mara', '/project/SHOP/settings'],
    ['mara', '/project/SHOP/settings/apps/project-settings'],
    ['deniz', '/project/PAY/settings/apps/project-settings'],
    ['jonas', '/project/PART/settings/types'],
    ['deniz', '/project/SHOP/settings/types'],
  ])('%s finds nothing at %s', async (person, path) => {
    const { page } = await stage.visit(person, path);
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
  });
});

describe('issue types and fields of a team-managed project, by hand', () => {
  test('an issue type and a dropdown with options are made, changed and taken off', async () => {
    const { page } = await stage.visit('deniz', '/project/PART/settings/types');
    await page.getByRole('button', { name: 'Add issue type' }).click();
    await page.getByLabel('Name').fill('Security Risk');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { name: 'Security Risk' }).waitFor();

    await page.getByRole('button', { name: 'Story', exact: true }).click();
    await page.getByRole('button', { name: 'Add field' }).click();
    await page.getByLabel('Name').fill('Shelf');
    await page.getByLabel('Options').fill('Top\n\n Bottom \nMiddle');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Middle').waitFor();
    const { state } = stage.server.jira;
    const fields = () => state.fields.filter(({ name }) => name.startsWith('Shelf'));
    const options = () =>
      state.fieldOptions
        .filter(({ contextId }) => state.fieldContexts.get(contextId)?.fieldId === fields()[0]?.id)
        .sort((a, b) => a.position - b.position);
    await eventually(() => expect(options().map(({ value }) => value)).toEqual(['Top', 'Bottom', 'Middle']));
    const [top] = options();

    await page.getByRole('button', { name: 'Edit Shelf' }).click();
    await page.getByLabel('Options').fill('Highest\nBottom');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Highest').waitFor();
    // Rewritten in its place, an option keeps its id, and so its issues keep it.
    await eventually(() =>
      expect(options().map(({ id, value }) => [value, id === top?.id])).toEqual([
        ['Highest', true],
        ['Bottom', false],
      ]),
    );

    await page.getByRole('button', { name: 'Take Shelf off Story' }).click();
    await page.getByText('Shelf').waitFor({ state: 'detached' });
  });

  test('what Jira refuses is said where it happened', async () => {
    const visit = await stage.visit('tomasz', '/project/PART/settings/types');
    const { page } = visit;
    await page.getByRole('button', { name: 'Story', exact: true }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('alert').getByText('Issues of this type exist').waitFor();
    // The browser itself logs the refused request.
    visit.forgive();
  });
});

describe('many work items at once', () => {
  const statusOf = (key: string) => {
    const { state } = stage.server.jira;
    return state.statuses.require(state.issues.byKey(key)!.statusId).name;
  };
  const relevanceOf = (key: string) => {
    const { state } = stage.server.jira;
    const field = state.fields.find(({ name }) => name === 'Security relevance')!;
    const held = state.issues.byKey(key)!.custom[field.id];
    return typeof held === 'string' ? state.fieldOptions.require(held).value : undefined;
  };
  const select = async (page: Page, ...keys: readonly string[]) => {
    for (const key of keys) await page.getByRole('checkbox', { name: `Select ${key}` }).check();
  };

  test('are moved and assessed together from the backlog, past whatever they should have been', async () => {
    const { page } = await stage.visit('jonas', '/backlog/SHOP');
    await select(page, 'SHOP-428', 'SHOP-418');
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Move to …' }).click();
    await page.getByRole('menuitem', { name: 'In Progress' }).click();
    await page.getByText('2 changed.').waitFor();
    await eventually(() => expect(['SHOP-428', 'SHOP-418'].map(statusOf)).toEqual(['In Progress', 'In Progress']));
    // The list is read anew, and nothing is ticked in the new one.
    await page.getByText(/^Changing \d/).waitFor({ state: 'detached' });
    await select(page, 'SHOP-428');
    await page.getByText('1 selected').waitFor();
    await page.getByRole('button', { name: 'Security relevance …' }).click();
    await page.getByRole('menuitem', { name: 'Relevant', exact: true }).click();
    await page.getByText('1 changed.').waitFor();
    await eventually(() => expect(['SHOP-428', 'SHOP-418'].map(relevanceOf)).toEqual(['Relevant', undefined]));
    expect(await violationsInShell(page)).toEqual([]);
  });

  test('each that Jira refuses is named, with its reason', async () => {
    const jql = 'key in (SHOP-428, SHOP-412) ORDER BY key DESC';
    const visit = await stage.visit('jonas', `/issues/?jql=${encodeURIComponent(jql)}`);
    const { page } = visit;
    await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
    await page.getByRole('button', { name: 'Move to …' }).click();
    await page.getByRole('menuitem', { name: 'Review' }).click();
    await page.getByText('1 changed, 1 refused.').waitFor();
    // A risk has a workflow of its own.
    await page.getByText('SHOP-412: No transition leads to Review.').waitFor();
    await eventually(() => expect(statusOf('SHOP-428')).toBe('Review'));
  });

  test('what waits for no sprint stands in the backlog', async () => {
    const { page } = await stage.visit('mara', '/backlog/SHOP');
    await page.getByRole('checkbox', { name: 'Select SHOP-430' }).waitFor();
  });
});

test('a transition that Jira refuses: its words stay readable until the next try', async () => {
  const { state } = stage.server.jira;
  const words = 'Give it a due date first.\nThe team plans by dates, and a story without one is never picked.';
  const shop = state.projects.find(({ key }) => key === 'SHOP')!;
  const scheme = state.workflowSchemes.require(shop.workflowSchemeId);
  const workflow = state.workflows.require(scheme.defaultWorkflowId);
  const rule = {
    ruleKey: 'system:validate-field-value',
    parameters: { ruleType: 'fieldRequired', fieldsRequired: 'duedate', errorMessage: words },
  };
  state.workflows.put({
    ...workflow,
    transitions: workflow.transitions.map((transition) =>
      transition.name === 'In Progress' ? { ...transition, validators: [rule] } : transition,
    ),
  });
  const visit = await stage.visit('mara', '/browse/SHOP-428');
  const { page } = visit;
  const move = async (to: string) => {
    await page.getByRole('button', { name: /^Status: To Do/ }).click();
    await page.getByRole('menuitem', { name: to }).click();
  };
  await move('In Progress');
  const alert = page.getByRole('alert');
  await alert.getByText('SHOP-428 stays in To Do: Jira refused the move to In Progress.').waitFor();
  expect(await alert.getByText(words).innerText()).toBe(words);
  await page.waitForTimeout(3000);
  expect(await alert.isVisible()).toBe(true);
  await move('Review');
  await page.getByRole('button', { name: /^Status: Review/ }).waitFor();
  await eventually(async () => expect(await alert.count()).toBe(0));
  // The browser itself logs the refused request.
  visit.forgive();
});

describe('Lab', () => {
  test('shows the queue, delivers twice, and takes the app off the site', async () => {
    const { page } = await stage.visit('tomasz', '/lab');
    await page.getByText('queue, 0 waiting').first().waitFor();
    await page
      .getByRole('button', { name: /^Run now/ })
      .first()
      .click();
    await page.getByText('Nothing was waiting.').waitFor();
    await page.getByLabel('Deliver everything twice').check();
    await eventually(() => expect(stage.server.services.background.twice).toBe(true));
    await page.getByRole('button', { name: 'Uninstall' }).click();
    await page.getByText('gone from the site').waitFor();
    await page.getByText('before uninstalling').waitFor();
    await eventually(async () => expect(await bar(page).getByText('Shift-Up').count()).toBe(0));
    await page.getByRole('button', { name: 'Install' }).click();
    await bar(page).getByText('Shift-Up').first().waitFor();
    await eventually(() => expect(stage.server.forge.kvs(stage.server.site).values()).toEqual({}));
  });
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each([
    ['/projects', 'Projects'],
    ['/project/SHOP/settings', 'Details'],
    ['/project/PART/settings/types', 'Issue types and fields'],
    ['/lab', 'Lab'],
  ])('%s is accessible and fits from 320 to 1440 pixels', async (path, heading) => {
    for (const width of [320, 768, 1440]) {
      const { page } = await stage.visit('tomasz', path, { theme, width });
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await eventually(async () => {
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([width, wider <= 0]).toEqual([width, true]);
      });
      expect(await violationsInShell(page)).toEqual([]);
    }
  });
});
