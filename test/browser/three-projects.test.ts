/**
 * From nothing to the first security risk in three projects, and back to nothing, through the pages alone: one project
 * with schemes of its own, one that shares its schemes with two others, and a team-managed one. What Jira holds in the
 * end is read from the local Jira itself.
 */
import type { FrameLocator } from 'playwright-core';
import { configurationIn } from '../fixtures/configuration';
import { checkAppRequests } from './app-requests';
import { configurationOfProject } from './project-configuration';
import { makeBareSite, visitSetUp, type BareSite, type SetUpVisit } from './set-up-site';
import { appFrame, dialogFrame, Stage, TEST_MS, type Visit } from './stage';
import { ByHand, guideOf, type Asked } from './team-managed-by-hand';
import { eventually } from './eventually';

jest.setTimeout(2 * TEST_MS);

const FIELDS = [
  'Security relevance',
  'Relevance reason',
  'Likelihood',
  // Somebody else has a field "Impact".
  'Impact (risk)',
  'Residual likelihood',
  'Residual impact',
  'Risk level',
  'Residual level',
  'Treatment',
  'Risk owner',
  'Next review',
  'Acceptance expires',
  'Business impact',
  'Abuse case',
  'Asset',
  'InfoSec reference',
];
const LINK_TYPES = ['Mitigates', 'Threatens', 'Secures'];

/** The three projects, what is written in each, and where a risk begins there. */
const PROJECTS = [
  { key: 'SHOP', name: 'Web Shop', risk: 'Card data shows up in the log', begins: 'Identified' },
  { key: 'PAY', name: 'Payments', risk: 'An invoice is paid twice', begins: 'Identified' },
  { key: 'PART', name: 'Partner app', risk: 'A partner reads another partner’s prices', begins: 'To Do' },
] as const;
type Key = (typeof PROJECTS)[number]['key'];
const COMPANY_MANAGED = PROJECTS.filter(({ key }) => key !== 'PART');

let stage: Stage;
let site: BareSite;
/** All configuration, and that of each project. */
let before: { readonly site: unknown; readonly projects: Readonly<Record<keyof BareSite['projects'], unknown>> };
const stories = new Map<Key, string>();
const risks = new Map<Key, string>();

beforeAll(async () => {
  stage = await Stage.open('empty');
  site = await makeBareSite(stage);
  for (const { key } of PROJECTS) {
    const story = await site.rest('POST', '/issue', {
      fields: { project: { key }, issuetype: { name: 'Story' }, summary: `Buy again from an old order in ${key}` },
    });
    stories.set(key, (story as { key: string }).key);
  }
  before = { site: structuredClone(configurationIn(site.jira)), projects: configurations() };
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

function configurations(): typeof before.projects {
  const { SHOP, PAY, RET, HP, PART } = site.projects;
  const of = (id: string) => configurationOfProject(site.jira, id);
  return { SHOP: of(SHOP), PAY: of(PAY), RET: of(RET), HP: of(HP), PART: of(PART) };
}
/** The two projects that share schemes with PAY and are not to change. */
const othersNow = () => [site.projects.RET, site.projects.HP].map((id) => configurationOfProject(site.jira, id));
const untouched = () => [before.projects.RET, before.projects.HP];

/** Rows that are there now and were not before, by name; those of one project alone are left out. */
function added(table: 'fields' | 'issueTypes' | 'linkTypes'): readonly string[] {
  const old = (before.site as Record<string, { id: string }[]>)[table] ?? [];
  const now = (configurationIn(site.jira)[table] ?? []) as { id: string; name: string; scopeProjectId?: string }[];
  return now
    .filter(({ id, scopeProjectId }) => scopeProjectId === undefined && !old.some((row) => row.id === id))
    .map(({ name }) => name);
}

interface IssueAnswer {
  readonly fields: {
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly status: { readonly name: string };
    readonly issuelinks: readonly {
      readonly type: { readonly name: string };
      readonly outwardIssue?: { readonly key: string };
    }[];
  };
}
const issue = async (key: string) => (await site.rest('GET', `/issue/${key}`)) as IssueAnswer;
const find = <T>(map: ReadonlyMap<Key, T>, key: Key): T => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`an earlier test left nothing for ${key}`);
  return value;
};

describe('the Jira admin', () => {
  test('opens the page, chooses three projects, keeps the copy, and applies; two of them are ready', async () => {
    const visit = await stage.visit('tomasz', '/projects');
    await visit.page.getByRole('navigation').first().getByRole('link', { name: 'Admin Shift-Up' }).click();
    const setUp = appFrame(visit.page, 'Shift-Up');
    await setUp.getByText('nothing has been written yet').waitFor();
    const { choose, apply } = at(visit, setUp);
    await choose('Web Shop', 'Payments', 'Partner app');
    const shared = setUp.getByRole('article', { name: 'Payments' });
    await eventually(async () =>
      expect(await shared.getByRole('radio', { name: 'Copy the schemes for PAY only' }).isChecked()).toBe(true),
    );
    await shared.getByText('The 2 others stay as they are. Recommended.').waitFor();
    await setUp.getByRole('article', { name: 'Partner app' }).getByText('Guided').waitFor();
    expect(configurationIn(site.jira)).toEqual(before.site);

    await apply();
    await setUp.getByRole('list', { name: 'Steps of this run' }).waitFor();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: TEST_MS });
    expect(added('issueTypes')).toEqual(['Security Risk']);
    expect([...added('fields')].sort()).toEqual([...FIELDS].sort());
    expect([...added('linkTypes')].sort()).toEqual([...LINK_TYPES].sort());
    expect(othersNow()).toEqual(untouched());
  });

  test('does by hand what the guide of the team-managed project asks for; the guide sees it, and the project is added', async () => {
    const { setUp, choose, apply, page, context } = await visitSetUp(stage, 'tomasz');
    await choose('Partner app');
    const card = setUp.getByRole('article', { name: 'Partner app' });
    await card.getByText('You add them by hand, we watch and tick off.').waitFor();
    const [jira] = await Promise.all([
      context.waitForEvent('page'),
      card.getByRole('button', { name: 'Open the settings of PART in Jira, in a new tab' }).click(),
    ]);
    const link = jira.getByRole('link', { name: 'Issue types and fields' });
    await link.first().click();
    await follow(new ByHand(jira), await guideOf(card));

    await page.bringToFront();
    await card.getByText('Everything that was to be done by hand is there.').waitFor({ timeout: 60_000 });
    await eventually(async () =>
      expect((await guideOf(card)).map(({ state }) => state)).toEqual(Array(FIELDS.length + 1).fill('done')),
    );
    await apply();
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: 60_000 });
    // By hand, the project got a type of its own; the site still has one.
    expect(added('issueTypes')).toEqual(['Security Risk']);
    expect([...added('fields')].sort()).toEqual([...FIELDS].sort());
    expect(othersNow()).toEqual(untouched());
  });
});

/** Picks the site's fields; makes the first dropdown that the guide allows to be made, as an admin may. */
async function follow(hands: ByHand, guide: readonly Asked[]): Promise<void> {
  const riskType = 'Security Risk';
  for (const { issueType, field, state, options } of guide) {
    if (state === 'done') continue;
    if (issueType !== undefined) await hands.addIssueType(issueType);
    if (field === undefined) continue;
    const type = field.on === 'Security Risk' ? riskType : 'Story';
    if (field.name === 'Security relevance' && options !== undefined)
      await hands.makeDropdown(type, field.name, options);
    else await hands.pickField(type, field.name);
  }
}

describe.each(PROJECTS)('Mara, who administers nothing, in $key', ({ key, name, risk, begins }) => {
  test('assesses a story and makes the first security risk from it', async () => {
    const story = find(stories, key);
    const { page } = await stage.visit('mara', `/browse/${story}`);
    const panel = appFrame(page, 'Security');
    await panel.getByText('Is this story security relevant?').waitFor();
    await panel.getByRole('button', { name: /^Relevant/ }).click();
    await panel.getByText('Saved: Relevant').first().waitFor();
    await panel.getByRole('button', { name: 'Link a risk' }).click();
    const dialog = dialogFrame(page);
    await dialog.getByRole('button', { name: /^Create a new risk/ }).click();
    await dialog.getByLabel(/Summary/).fill(risk);
    await dialog.getByRole('radio', { name: /^Likelihood 3 Possible, impact 4 Major: 12 High/ }).click();
    await dialog.getByRole('button', { name: 'Create and link' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    const made = await panel
      .getByText(/^Created and linked [A-Z]+-\d+/)
      .first()
      .innerText();
    const [riskKey = ''] = /[A-Z]+-\d+/.exec(made) ?? [];
    risks.set(key, riskKey);

    const { fields } = await issue(riskKey);
    expect([fields.issuetype.name, fields.status.name]).toEqual(['Security Risk', begins]);
    expect(fields.issuelinks.map(({ type, outwardIssue }) => [type.name, outwardIssue?.key])).toEqual([
      ['Threatens', story],
    ]);
  });

  test('opens the risk, and sees its level on the panel and in the numbers of the board', async () => {
    const { page, go } = await stage.visit('mara', `/browse/${find(risks, key)}`);
    await page
      .getByRole('button', { name: /^Security/ })
      .getByText('High 12')
      .waitFor();
    await appFrame(page, 'Security').getByText(`Buy again from an old order in ${key}`).waitFor();
    await go(`/board/${key}`);
    await page.getByRole('button', { name: 'Security', exact: true }).click();
    const board = dialogFrame(page);
    await board.getByRole('heading', { name: `Security risks: ${name}` }).waitFor();
    await board.getByRole('link', { name: new RegExp(`^${find(risks, key)} `) }).waitFor();
  });
});

test('the projects that share the schemes of PAY are exactly as they were', () => {
  expect(othersNow()).toEqual(untouched());
});

describe('undo while a risk is there', () => {
  test.each(COMPANY_MANAGED)('keeps in $key what the risk uses, and names it', async ({ key, name }) => {
    const { setUp } = await undoOf(name);
    const type = (await issue(find(risks, key))).fields.issuetype.id;
    await remove(setUp);
    await setUp.getByText('Undo was partly possible').waitFor({ timeout: TEST_MS });
    const said = setUp.getByText(/Kept, because issues use them: /);
    expect(await said.innerText()).toContain(`Issue type scheme of ${name} (1 issue)`);
    expect(await said.innerText()).toContain(`Workflow scheme of ${name} (1 issue)`);
    // The risk is still what it was.
    const { fields } = await issue(find(risks, key));
    expect([fields.issuetype.id, fields.status.name]).toEqual([type, 'Identified']);
    expect(othersNow()).toEqual(untouched());
  });

  test('leaves in PART what was made by hand', async () => {
    const { setUp } = await undoOf('Partner app');
    await remove(setUp);
    await setUp.getByText('Undo is complete').waitFor({ timeout: TEST_MS });
    expect((await issue(find(risks, 'PART'))).fields.issuetype.name).toBe('Security Risk');
  });

  test('of everything keeps the fields that issues have values in, and names them', async () => {
    const { setUp } = await visitSetUp(stage, 'tomasz');
    await setUp.getByRole('tab', { name: 'Undo' }).click();
    await setUp.getByText('nothing of this has been removed yet').waitFor();
    for (const [name, issues] of [
      ['Likelihood', '3 issues use it'],
      ['Risk level', '3 issues use it'],
      // PART has a field of its own for it.
      ['Security relevance', '2 issues use it'],
    ] as const) {
      await setUp.getByRole('row', { name: new RegExp(`^Field ${name} Keep ${issues}`) }).waitFor();
    }
    await setUp.getByRole('row', { name: /^Issue type Security Risk Keep 2 issues use it/ }).waitFor();
  });
});

describe('undo when nothing of it is used any more', () => {
  beforeAll(async () => {
    for (const risk of risks.values()) await site.rest('DELETE', `/issue/${risk}`);
    for (const story of stories.values()) await site.rest('DELETE', `/issue/${story}`);
  });

  test.each(COMPANY_MANAGED)('gives $key back what it had before', async ({ key, name }) => {
    const { setUp } = await undoOf(name);
    await remove(setUp);
    await setUp.getByText('Undo is complete').waitFor({ timeout: TEST_MS });
    expect(configurationOfProject(site.jira, site.projects[key])).toEqual(before.projects[key]);
    expect(othersNow()).toEqual(untouched());
  });

  test('of everything, and by hand of what was done by hand, leaves Jira as it was', async () => {
    const { page, setUp, go } = await visitSetUp(stage, 'tomasz');
    await setUp.getByRole('tab', { name: 'Undo' }).click();
    await remove(setUp);
    await setUp.getByText('Undo is complete').waitFor({ timeout: TEST_MS });
    expect([added('fields'), added('issueTypes'), added('linkTypes')]).toEqual([[], [], []]);

    await go('/project/PART/settings/types');
    const hands = new ByHand(page);
    await hands.deleteField('Story', 'Security relevance');
    await hands.deleteIssueType('Security Risk');
    expect(configurationIn(site.jira)).toEqual(before.site);
  });
});

test('everything the app asked for is what Atlassian describes', () => {
  checkAppRequests(stage.appRequests);
});

function at(visit: Visit, setUp: FrameLocator): Pick<SetUpVisit, 'choose' | 'apply'> {
  return {
    choose: async (...names) => {
      for (const each of names) {
        await setUp.getByLabel('Add Shift-Up to').fill(each);
        await setUp.getByRole('option', { name: new RegExp(each) }).click();
        await setUp.getByRole('heading', { name: each, level: 3 }).waitFor();
      }
      await visit.page.keyboard.press('Escape');
    },
    apply: () => setUp.getByRole('button', { name: /^Apply \d+ changes?$/ }).click(),
  };
}

/** The plan of an undo in one project. */
async function undoOf(name: string): Promise<SetUpVisit> {
  const visit = await visitSetUp(stage, 'tomasz');
  const { setUp, page } = visit;
  await setUp.getByRole('tab', { name: 'Undo' }).click();
  await setUp.getByText('Only in some projects').click();
  await setUp.getByLabel('Projects to undo').fill(name);
  await setUp.getByRole('option', { name: new RegExp(name) }).click();
  await page.keyboard.press('Escape');
  await setUp.getByText('nothing of this has been removed yet').waitFor();
  return visit;
}

async function remove(setUp: FrameLocator): Promise<void> {
  await setUp.getByRole('button', { name: /^Remove \d+ objects?$/ }).click();
  await setUp.getByRole('button', { name: /^Yes, remove \d+ objects?$/ }).click();
}
