/**
 * The set-up page: from an empty site to the first risk; what fails and goes on; two admins at once.
 */
import { PEOPLE } from '../demo/people';
import type { Fault } from '../local-jira/http/faults';
import { examine, NOTHING_FOUND } from './examine';
import { makeBareSite, restAs, visitSetUp, type BareSite } from './set-up-site';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;
let site: BareSite;

beforeAll(async () => {
  // The app logs each failure, as it should; here every one is meant.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open('empty');
});
beforeEach(async () => {
  site = await makeBareSite(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

/** So slow that a test can look at the run while it goes, until `site.jira.faults.clear()`. */
function slowFields(delayMs = 1_500): void {
  site.jira.faults.add({ kind: 'delay', delayMs, match: { method: 'POST', path: '/rest/api/3/field*' } });
}
function trouble(kind: Fault['kind'], path: string, more: Partial<Fault> = {}): void {
  site.jira.faults.add({ kind, match: { method: 'POST', path: `/rest/api/3${path}` }, ...more });
}

interface Named {
  readonly id: string;
  readonly name: string;
}
const fieldsNamed = async (name: string) =>
  ((await site.rest('GET', '/field')) as Named[]).filter((field) => field.name === name);
const typesOf = async (key: string) =>
  ((await site.rest('GET', `/project/${key}`)) as { issueTypes: Named[] }).issueTypes.map(({ name }) => name);

describe('from an empty site', () => {
  test('an admin decides a conflict, sets up three projects, and somebody without admin rights makes the first risk', async () => {
    const { setUp, choose, apply, page, focused } = await visitSetUp(stage, 'tomasz');
    await setUp.getByText('nothing has been written yet').waitFor();
    await setUp.getByText('1 conflict, decided below').waitFor();
    await setUp.getByText(/^Somebody else’s field “Impact” is on this site/).waitFor();
    await eventually(async () =>
      expect(await setUp.getByRole('radio', { name: 'Make ours as “Impact (risk)”' }).isChecked()).toBe(true),
    );
    await eventually(async () =>
      expect(await setUp.getByRole('radio', { name: 'Use the existing field' }).isDisabled()).toBe(true),
    );

    await choose('Web Shop', 'Payments', 'Partner app');
    const shared = setUp.getByRole('article', { name: 'Payments' });
    await shared.getByText('3 schemes of PAY belong to 3 projects').waitFor();
    await eventually(async () =>
      expect(await shared.locator('b').allInnerTexts()).toEqual(
        expect.arrayContaining(['Händlerportal (HP)', 'Shop Returns (RET)']),
      ),
    );
    await eventually(async () =>
      expect(await shared.getByRole('radio', { name: 'Copy the schemes for PAY only' }).isChecked()).toBe(true),
    );
    await setUp.getByRole('article', { name: 'Partner app' }).getByText('Guided').waitFor();
    await setUp.getByText(/PART is yours to do by hand\.$/).waitFor();

    await apply();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
    await eventually(async () => expect(await focused()).toBe('Shift-Up is set up'));

    expect(await fieldsNamed('Impact')).toEqual([expect.objectContaining({ id: site.impactFieldId })]);
    expect(await fieldsNamed('Impact (risk)')).toHaveLength(1);
    expect(await typesOf('SHOP')).toContain('Security Risk');
    expect(await typesOf('PAY')).toContain('Security Risk');
    expect(await typesOf('RET')).not.toContain('Security Risk');
    expect(await typesOf('HP')).not.toContain('Security Risk');

    const story = (await restAs(site.jira, PEOPLE.mara.accountId)('POST', '/issue', {
      fields: { project: { key: 'PAY' }, issuetype: { name: 'Story' }, summary: 'Pay by invoice' },
    })) as { key: string };
    const mara = await stage.visit('mara', `/browse/${story.key}`);
    await appFrame(mara.page, 'Security').getByRole('button', { name: 'Link a risk' }).click();
    const dialog = dialogFrame(mara.page);
    await dialog.getByRole('button', { name: /^Create a new risk/ }).click();
    await dialog.getByLabel('Summary').fill('Invoices are paid twice');
    await dialog.getByRole('button', { name: 'Create and link' }).click();
    await appFrame(mara.page, 'Security').getByText('Invoices are paid twice').waitFor();
    await page.close();
  });

  test('changing a shared scheme for all is a choice, and then does it', async () => {
    const { setUp, choose, apply } = await visitSetUp(stage, 'tomasz');
    await choose('Payments');
    const card = setUp.getByRole('article', { name: 'Payments' });
    await card.getByText('Change them for all 3').click();
    await card.getByText('Gets the type Security Risk', { exact: true }).waitFor();
    await apply();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
    expect(await typesOf('RET')).toContain('Security Risk');
  });

  test('a step by hand in a team-managed project is seen and ticked off', async () => {
    const { setUp, choose } = await visitSetUp(stage, 'tomasz');
    await choose('Partner app');
    const card = setUp.getByRole('article', { name: 'Partner app' });
    const first = card.getByRole('listitem').filter({ hasText: 'Add an issue type named “Security Risk”' });
    await eventually(async () => expect(await first.innerText()).toContain('to do'));
    await stage.server.jira.fetch(
      new Request(`http://localhost/__local-jira/team-managed/${site.projects.PART}/issue-types`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Security Risk' }),
      }),
    );
    await first.filter({ hasText: 'named “Security Risk”, done' }).waitFor({ timeout: 60_000 });
  });

  test('a project admin adds it to their own project, and cannot change what other projects use', async () => {
    const admin = await visitSetUp(stage, 'tomasz');
    await admin.apply();
    await admin.setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
    const { page } = await stage.visit('deniz', '/project/PAY/settings/apps/project-settings');
    const settings = appFrame(page, 'Security');
    await settings.getByText('3 schemes of PAY belong to 3 projects').waitFor();
    await settings.getByText('Only a Jira admin changes what other projects use.').waitFor();
    await eventually(async () =>
      expect(await settings.getByRole('radio', { name: 'Change them for all 3' }).isDisabled()).toBe(true),
    );
    expect(await settings.getByRole('button', { name: /^Stop/ }).count()).toBe(0);
    await settings.getByRole('button', { name: /^Apply \d+ changes$/ }).click();
    await settings.getByText('What counts as ready').waitFor({ timeout: 60_000 });
    expect(await typesOf('PAY')).toContain('Security Risk');
    expect(await typesOf('RET')).not.toContain('Security Risk');
  });

  test('a plan that the site has outrun is not applied; the new one is shown', async () => {
    const { setUp, apply } = await visitSetUp(stage, 'tomasz');
    await setUp.getByText('1 conflict, decided below').waitFor();
    await site.rest('POST', '/issuetype', { name: 'Security Risk', type: 'standard', hierarchyLevel: 0 });
    await apply();
    await setUp.getByText('Somebody changed the site since the plan').waitFor();
    await setUp.getByText('2 conflicts, decided below').waitFor();
    expect(await fieldsNamed('Likelihood')).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a failed step says why; Resume has the focus and goes on from there', async () => {
    trouble('error-500', '/workflows/create');
    const { setUp, apply, focused } = await visitSetUp(stage, 'tomasz');
    await apply();
    await setUp
      .getByText(/changes made, stopped at one$/)
      .first()
      .waitFor();
    await setUp.getByText(/What it may have done is found and adopted when you resume/).waitFor();
    await setUp.getByRole('button', { name: 'Resume' }).waitFor();
    await eventually(async () => expect(await focused()).toBe('Resume'));
    await setUp.getByRole('button', { name: 'Show what changed' }).click();
    await setUp.getByText('Resume does this.').waitFor();

    site.jira.faults.clear();
    await setUp.getByRole('button', { name: 'Resume' }).click();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
    await eventually(async () => expect(await focused()).toBe('Shift-Up is set up'));
    expect(await fieldsNamed('Likelihood')).toHaveLength(1);
  });

  test('a failed step reads well in both themes and in a narrow window', async () => {
    trouble('error-500', '/workflows/create');
    const { setUp, page, apply } = await visitSetUp(stage, 'tomasz');
    await apply();
    await setUp.getByRole('button', { name: 'Show what changed' }).click();
    await setUp.getByText('Resume does this.').waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('Jira’s own words are shown', async () => {
    await site.rest('POST', '/issue', {
      fields: { project: { key: 'PAY' }, issuetype: { name: 'Story' }, summary: 'A project with an issue' },
    });
    trouble('failed-task', '/workflowscheme/project/switch', { message: 'Somebody else is migrating this project.' });
    const { setUp, choose, apply } = await visitSetUp(stage, 'tomasz');
    await choose('Payments');
    await apply();
    const said = setUp.getByText(/^Jira said: “.*Somebody else is migrating this project\./);
    await said.waitFor({ timeout: 60_000 });
    await setUp.getByText('Workflow scheme of Payments').first().waitFor();
  });

  test('a pause that Jira asks for is counted down, and the run goes on by itself', async () => {
    // Long enough to look at the page meanwhile, also on a busy machine.
    trouble('rate-limit', '/issueLinkType', { retryAfter: 20, times: 1 });
    const { setUp, page, apply } = await visitSetUp(stage, 'tomasz');
    await apply();
    await setUp
      .getByText(/changes made, Jira asked for a pause$/)
      .first()
      .waitFor();
    await setUp.getByText(/We go on by ourselves in \d+ s\.$/).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
  });

  test('without a connection the last list stays and says so; afterwards it goes on', async () => {
    slowFields();
    const visit = await visitSetUp(stage, 'tomasz');
    const { setUp, context, apply } = visit;
    await apply();
    await setUp.getByText(/^\d+ of 14, now/).waitFor();
    await context.setOffline(true);
    await setUp.getByText(/^No answer from Jira since \d\d:\d\d:\d\d$/).waitFor();
    expect(await setUp.getByRole('list', { name: 'Steps of this run' }).count()).toBe(1);
    await context.setOffline(false);
    site.jira.faults.clear();
    await setUp.getByText(/^No answer from Jira since/).waitFor({ state: 'detached', timeout: 60_000 });
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
    visit.forgive();
  });

  test('stopped after a step, and resumed after a reload', async () => {
    slowFields();
    const { setUp, page, apply } = await visitSetUp(stage, 'tomasz');
    await apply();
    await setUp.getByText(/^\d+ of 14, now/).waitFor();
    await setUp.getByRole('button', { name: 'Stop after this step' }).click();
    site.jira.faults.clear();
    await setUp
      .getByText(/changes made, stopped$/)
      .first()
      .waitFor();
    await page.reload();
    await setUp
      .getByText(/changes made, stopped$/)
      .first()
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    site.jira.faults.clear();
    await setUp.getByRole('button', { name: 'Resume' }).click();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
    expect(await fieldsNamed('Likelihood')).toHaveLength(1);
  });
});

describe('the same run everywhere', () => {
  test('a page loaded anew in the middle shows it again, to the end', async () => {
    slowFields();
    const { setUp, page, apply } = await visitSetUp(stage, 'tomasz');
    await apply();
    await setUp.getByText(/^\d+ of 14, now/).waitFor();
    await page.reload();
    await setUp.getByText('This run was under way when the page opened').waitFor();
    await setUp.getByText(/^\d+ of 14, now/).waitFor();
    site.jira.faults.clear();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
  });

  test('another admin sees it, joins it instead of starting a second one, and both see the end', async () => {
    slowFields(2_500);
    const [first, second] = [await visitSetUp(stage, 'tomasz'), await visitSetUp(stage, 'priya')];
    await second.setUp.getByText('nothing has been written yet').waitFor();
    await first.apply();
    await first.setUp.getByText(/^\d+ of 14, now/).waitFor();
    await second.apply();
    await second.setUp.getByText('Another run was already under way').waitFor();
    await second.setUp.getByText(/^\d+ of 14, now/).waitFor();
    site.jira.faults.clear();
    for (const { setUp } of [first, second]) {
      await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
    }
    for (const name of ['Likelihood', 'Impact (risk)', 'Security relevance']) {
      expect(await fieldsNamed(name)).toHaveLength(1);
    }
  });

  test('an admin who reads the plan is told that a run has begun', async () => {
    slowFields(2_500);
    const [first, second] = [await visitSetUp(stage, 'tomasz'), await visitSetUp(stage, 'priya')];
    await second.setUp.getByText('nothing has been written yet').waitFor();
    await first.apply();
    await second.setUp
      .getByText('A run has begun, from another window or by another admin')
      .waitFor({ timeout: 60_000 });
    await second.setUp.getByRole('button', { name: 'Show it' }).click();
    await second.setUp.getByRole('list', { name: 'Steps of this run' }).waitFor();
  });
});
