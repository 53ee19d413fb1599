/**
 * The main job on real backlogs: Jira CSV exports of public projects, imported the way a person would, where the folder
 * with them stands beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { checkAppRequests, refusedCalls } from './app-requests';
import { countIndependently, type IndependentCounts } from './count-independently';
import { expectedNumbers, issuesListed, numberIn, shownNumbers } from './numbers';
import { appFrame, dialogFrame, Stage, TEST_MS, type Visit } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);

const FOLDER = path.resolve(__dirname, '..', '..', '..', 'shared', 'backlogs');
const TODAY = '2026-11-20';
const BACKLOGS = [
  { file: 'cus.csv', project: 'CUS', issues: 1_574, openStories: 1_000 },
  { file: 'mob.csv', project: 'MOB', issues: 2_796, openStories: 1_529 },
].filter(({ file }) => existsSync(path.join(FOLDER, file)));

if (BACKLOGS.length === 0) {
  console.log(`Left out: the main job on imported backlogs, because ${FOLDER} is not there.`);
  test.skip(`left out, because ${FOLDER} is not there`, () => undefined);
} else {
  describe.each(BACKLOGS)('the main job on $file', (backlog) => mainJobOn(backlog));
}

function mainJobOn({ file, project, issues, openStories }: (typeof BACKLOGS)[number]): void {
  let stage: Stage;
  let stories: readonly string[];
  const counted = (): IndependentCounts =>
    countIndependently(stage.server.jira.state, { projectKeys: [project], today: TODAY });
  const panel = (page: Page) => appFrame(page, 'Security');
  const badge = (page: Page) => page.getByRole('button', { name: /^Security/ });

  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  async function leave(visit: Visit): Promise<void> {
    expect(visit.problems).toEqual([]);
    await visit.context.close();
  }

  test(`Tomasz imports it from the side bar: ${issues} issues`, async () => {
    const visit = await stage.visit('tomasz', '/board/SHOP');
    const { page } = visit;
    await page.getByRole('button', { name: 'Import a Jira CSV' }).click();
    await page.locator('input[type="file"]').setInputFiles(path.join(FOLDER, file));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .getByText(new RegExp(`^${issues.toLocaleString('en')} work items .* imported into ${project}`))
      .waitFor();
    const { state } = stage.server.jira;
    const rows = [...state.issues.values()].filter(({ key }) => key.startsWith(`${project}-`));
    expect(rows).toHaveLength(issues);
    expect(rows).toHaveLength(readKeys(file).size);
    const storyType = state.issueTypes.find(({ name }) => name === 'Story')?.id;
    stories = rows
      .filter(({ typeId, statusId }) => typeId === storyType && state.statuses.require(statusId).category !== 'DONE')
      .map(({ key }) => key);
    expect(stories).toHaveLength(openStories);
    expect(counted().stories).toMatchObject({ all: openStories, relevant: 0, notRelevant: 0, unassessed: openStories });
    await leave(visit);
  });

  test('Priya counts it in a gadget of her dashboard, through the gadget’s own settings', async () => {
    const visit = await stage.visit('priya', '/dashboard');
    const { page } = visit;
    const menu = page.getByRole('button', { name: 'More actions' }).first();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    const form = appFrame(page, 'Security risks');
    await form.getByLabel('Title').fill(`Security risks: ${project}`);
    const chosen = form.getByRole('combobox', { name: /^Projects/ });
    await chosen.click();
    await page.keyboard.press('Backspace');
    await page.keyboard.type(project);
    await form.getByRole('option', { name: new RegExp(`\\(${project}\\)`) }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('heading', { name: `Security risks: ${project}` }).waitFor();
    await eventually(async () => {
      const numbers = await shownNumbers(form);
      expect(numbers.map(({ says }) => says)).toEqual(expectedNumbers(counted()));
    });
    await leave(visit);
  });

  test('Mara assesses three stories', async () => {
    const visit = await stage.visit('mara', `/browse/${stories[0]}`);
    const { page } = visit;
    await panel(page)
      .getByRole('button', { name: /^Relevant/ })
      .click();
    await badge(page).getByText('Relevant, 1 missing').waitFor();
    await visit.go(`/browse/${stories[1]}`);
    await panel(page)
      .getByRole('button', { name: /^Not relevant/ })
      .click();
    await panel(page)
      .getByRole('button', { name: /Covered by another story/ })
      .click();
    await badge(page).getByText('Not relevant', { exact: true }).waitFor();
    await visit.go(`/browse/${stories[2]}`);
    await panel(page)
      .getByRole('button', { name: /^Relevant/ })
      .focus();
    await page.keyboard.press('r');
    await badge(page).getByText('Relevant, 1 missing').waitFor();
    await eventually(() =>
      expect(counted().stories).toMatchObject({
        all: openStories,
        relevant: 2,
        notRelevant: 1,
        unassessed: openStories - 3,
      }),
    );
    await leave(visit);
  });

  test('Mara goes on in the refinement meeting, by keys', async () => {
    const visit = await stage.visit('mara', `/project/${project}/apps/security/refinement`);
    const { page } = visit;
    const meeting = appFrame(page, 'Security');
    const assessed = async (count: number) => {
      const words = `${count} of ${openStories.toLocaleString('en')} assessed`;
      await meeting.getByRole('heading', { name: words }).waitFor();
    };
    await assessed(3);
    // The focus has to be in the page of the app once.
    await meeting.getByRole('row').nth(1).click();
    // One answer, one with a reason, one skipped, one taken back.
    for (const key of ['r', 'n', '1', 's', 'r', 'u']) await page.keyboard.press(key);
    await assessed(5);
    await eventually(() =>
      expect(counted().stories).toMatchObject({
        all: openStories,
        relevant: 3,
        notRelevant: 2,
        unassessed: openStories - 5,
      }),
    );
    for (let moved = 0; moved < 150; moved += 1) await page.keyboard.press('j');
    expect(await meeting.getByRole('row').count()).toBeLessThan(80);
    await leave(visit);
  });

  test('Deniz makes a risk from one of them and links the other as what reduces it', async () => {
    const visit = await stage.visit('deniz', `/browse/${stories[0]}`);
    const { page } = visit;
    await panel(page).getByRole('button', { name: 'Link a risk' }).click();
    await dialogFrame(page).getByRole('button', { name: 'Create a new risk and link it' }).click();
    await dialogFrame(page)
      .getByLabel(/Summary/)
      .fill('Somebody else’s invoice can be opened with a guessed link');
    await dialogFrame(page)
      .getByRole('radio', { name: /^Likelihood 5 Almost certain, impact 4 Major: 20 Critical/ })
      .click();
    await dialogFrame(page).getByRole('button', { name: 'Create and link' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await badge(page).getByText('Relevant, 1 missing').waitFor();
    await panel(page).getByText('Owner for Critical and High risks').first().waitFor();

    await visit.go(`/browse/${stories[2]}`);
    await panel(page).getByRole('button', { name: 'Link a risk' }).click();
    await dialogFrame(page)
      .getByRole('radio', { name: /reduces the risk/ })
      .check();
    await dialogFrame(page).getByLabel('Risks', { exact: true }).fill('guessed invoice');
    await dialogFrame(page)
      .getByRole('checkbox', { name: /guessed link/ })
      .check();
    await dialogFrame(page).getByRole('button', { name: 'Link 1 risk' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page).getByText('0 of 1 enablers done').waitFor();
    await leave(visit);
  });

  test('the gadget shows what was counted independently, and every number opens its issues', async () => {
    const counts = counted();
    expect(counts.risks).toMatchObject({ open: 1, Critical: 1 });
    expect(counts.enablers.all).toBe(1);
    const visit = await stage.visit('priya', '/dashboard');
    const numbers = await shownNumbers(appFrame(visit.page, 'Security risks'));
    expect(numbers.map(({ says }) => says)).toEqual(expectedNumbers(counts));
    const list = await visit.context.newPage();
    for (const { says, href } of numbers) {
      await list.goto(href);
      expect([says, await issuesListed(list)]).toEqual([says, numberIn(says)]);
    }
    await leave(visit);
  });

  test('everything the app asked for is what Atlassian describes, and Jira refused none of it', () => {
    expect(refusedCalls(stage.server.jira.costs.entries)).toEqual([]);
    checkAppRequests(stage.appRequests);
  });
}

/** The keys in the file, read without the importer: each line of a record that begins one holds its key. */
function readKeys(file: string): ReadonlySet<string> {
  const project = path.basename(file, '.csv').toUpperCase();
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  return new Set(text.match(new RegExp(`(?<=,)${project}-\\d+(?=,1\\d{5},(?:Story|Bug),)`, 'g')));
}
