/** What one may not see: another project, and a risk behind a security level. Rows 1 and 20. */
import { randomUUID } from 'node:crypto';
import { path, type JiraRequest } from '../../src/jira/request';
import { hygieneBasis, lookAt, readDropped } from '../../src/reads/hygiene';
import { countRefinement, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { REFINEMENT_LISTS } from '../../src/reads/refinement-view';
import { readRegisterOf, readWholeRegister } from '../../src/reads/register';
import { readDueRisks, readRiskInReview } from '../../src/reads/review';
import { readRisk } from '../../src/reads/risk';
import { countRisks, readRiskPage, readRiskRows, riskBoardBasis } from '../../src/reads/risk-board';
import { suggestRisks } from '../../src/reads/risk-suggestions';
import { readStory } from '../../src/reads/story';
import { readTimeToClose } from '../../src/reads/time-to-close';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { counts, numbers, readGadget } from '../fixtures/gadget';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { rest, setUpSite, TODAY, valueOf, type Key, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';
import { addProject, addSecurityLevel } from '../local-jira/seed';

capturedLog();
let site: TestSite;
let world: World;
let hidden: Key;
let project: Awaited<ReturnType<TestSite['projectSetup']>>;

beforeAll(async () => {
  site = await setUpSite();
  world = await makeWorld(site);
  project = await site.projectSetup();
  const { deniz } = site.people;
  hidden = await site.risk(
    'canary of a secret',
    riskFields(world.setup, { likelihood: 5, impact: 5, nextReview: '2026-11-01' }),
  );
  await site.link('threatens', hidden, world.stories.unassessed);
  await site.link('mitigates', world.enablers.securing, hidden);
  const level = addSecurityLevel(site.jira.state, site.project, 'Few', [{ type: 'user', accountId: deniz }]);
  await rest(site.as(deniz), 'PUT', path`/rest/api/3/issue/${hidden.id}`, { fields: { security: { id: level } } });
});
beforeEach(() => site.jira.costs.reset());
afterAll(() => site.close());

/** Everything that any page reads of the project, as this person. */
async function everyRead(who: string) {
  const jira: JiraRequest = site.as(who);
  const { setup } = world;
  const board = riskBoardBasis(setup, project);
  const hygiene = hygieneBasis(setup, project, TODAY);
  const refinement = await readRefinementBasis(jira, setup, project);
  const query = { projectId: site.project.id, projectKey: site.project.key, excludeIssueIds: [] };
  return {
    gadget: await readGadget(site, who, [project]),
    open: await countRisks(jira, board, 'open'),
    board: await readRiskPage(jira, board, 'open', TODAY),
    boardById: await readRiskRows(jira, board, [hidden.id], TODAY),
    exported: await readWholeRegister(jira, setup, site.project.id),
    exportedById: await readRegisterOf(jira, setup, [hidden.id]),
    due: await readDueRisks(jira, setup, project, TODAY),
    hygiene: await lookAt(jira, hygiene, 'open', await readDropped(jira, hygiene)),
    timeToClose: await readTimeToClose(jira, setup, project, TODAY),
    refinement: await countRefinement(jira, refinement),
    lists: await Promise.all(REFINEMENT_LISTS.map((list) => readRefinementPage(jira, refinement, list))),
    unowned: refinement.unownedRiskKeys,
    story: await readStory(jira, setup, project, world.stories.unassessed.id),
    byWord: await suggestRisks(jira, setup, project, { ...query, text: 'canary' }),
    byKey: await suggestRisks(jira, setup, project, { ...query, text: hidden.key }),
  };
}

describe('a risk behind a security level', () => {
  test('is in no list, no number and no suggestion of those outside the level', async () => {
    const [mara, deniz] = [await everyRead(site.people.mara), await everyRead(site.people.deniz)];
    const told = JSON.stringify({ ...mara, byKey: [mara.byKey.found, mara.byKey.recent] });
    expect(told).not.toContain('canary');
    expect(told).not.toContain(hidden.key);
    expect(JSON.stringify(deniz)).toContain('canary');

    const [hers, his] = [numbers(counts(mara.gadget)), numbers(counts(deniz.gadget))];
    const differ = Object.keys(his).filter((name) => his[name] !== hers[name]);
    expect(differ.sort()).toEqual(['Critical', 'open', 'overdueReview', 'recorded', 'unowned']);
    for (const name of differ) expect(his[name]).toBe((hers[name] ?? 0) + 1);
    expect([mara.open, mara.board.rows.length, mara.exported.length, mara.due.total]).toEqual(
      [deniz.open, deniz.board.rows.length, deniz.exported.length, deniz.due.total].map((count) => count - 1),
    );
    expect([mara.boardById, mara.exportedById]).toEqual([[], []]);
  });

  test('answers to those outside the level like one that never was', async () => {
    const jira = site.as(site.people.mara);
    const failureOf = (reading: Promise<unknown>) => reading.then(() => 'no failure').catch(String);
    for (const read of [readRisk, readRiskInReview]) {
      const [unseen, missing] = await Promise.all(
        [hidden.id, '987654321'].map((id) => failureOf(read(jira, world.setup, id, TODAY))),
      );
      expect(unseen).toBe(missing);
      expect(unseen).not.toBe('no failure');
    }
    const ask = async (id: string) => {
      const { mara } = site.people;
      return [
        await site.invoke(mara, 'readDecisions', { issueId: id }),
        await site.invoke(mara, 'reviewRisk', { issueId: id, note: 'Still true.', idempotencyKey: randomUUID() }),
        await site.invoke(mara, 'moveRisk', { issueId: id, to: 'closed' }),
        valueOf(await site.invoke(mara, 'editRisks', { issueIds: [id], changes: { owner: null } })).failed.map(
          ({ error }) => error,
        ),
        valueOf(
          await site.invoke(mara, 'linkIssues', {
            issueId: world.stories.relevant.id,
            verb: 'isExposedTo',
            otherIssueIds: [id],
          }),
        ).failed.map(({ error }) => error),
      ];
    };
    const unseen = await ask(hidden.id);
    expect(unseen).toEqual(await ask('987654321'));
    expect(unseen[0]).toEqual(refused('not-found'));
    expect(writesOf(site)).toEqual([]);
  });
});

test('a project that one may not browse answers like one that does not exist', async () => {
  const secret = addProject(site.jira.state, {
    key: 'HIDE',
    name: 'canary project',
    leadAccountId: site.people.admin,
  });
  await site.runSetup([secret.id]);
  site.jira.costs.reset();
  const jira = site.as(site.people.mara);
  const ask = async (projectId: string) => {
    const setup = { ...project, projectId };
    const board = riskBoardBasis(world.setup, setup);
    const rows = [{ externalId: 'R-1', summary: 'A risk' }];
    const read = (what: Promise<unknown>) =>
      what.catch((error: unknown) => (error instanceof Error ? error.constructor.name : 'failed'));
    return JSON.stringify([
      await read(readRiskPage(jira, board, 'open', TODAY)),
      await read(readDueRisks(jira, world.setup, setup, TODAY)),
      await read(readWholeRegister(jira, world.setup, projectId)),
      await site.invoke(site.people.mara, 'importRisks', { projectId, rows, dryRun: true }),
      await site.invoke(site.people.mara, 'readTrends', { projectIds: [projectId], days: 30 }),
      await site.invoke(site.people.mara, 'readRebuild', { projectId }),
    ]).replaceAll(projectId, '(id)');
  };
  const unseen = await ask(secret.id);
  expect(unseen).toBe(await ask('987654321'));
  expect(unseen).not.toMatch(/canary|HIDE/);
  expect(writesOf(site)).toEqual([]);
});
