import type { ProjectSetup } from '../../src/domain/site-setup';
import { JiraError } from '../../src/jira/errors';
import { path } from '../../src/jira/request';
import {
  countRefinement,
  readBypasses,
  readRefinementBasis,
  readRefinementPage,
  readRefinementRow,
} from '../../src/reads/refinement';
import type { RefinementBasis, RefinementList } from '../../src/reads/refinement-view';
import { relevant } from '../fixtures/fields';
import { makeStories, type Stories } from '../fixtures/refinement-stories';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { addSecurityLevel, ISSUE_TYPE, STATUS, STORY_POINTS } from '../local-jira/seed';

describe('a row of the refinement', () => {
  let site: TestSite;
  let world: Stories;
  let shop: ProjectSetup;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeStories(site);
    shop = await site.projectSetup();
  });
  afterAll(() => site.close());

  test('a row says what the meeting needs to know', async () => {
    const story = await site.story('Pay with a saved card', {
      [STORY_POINTS]: 5,
      description: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The card number stays stored.' }] }],
      },
      assignee: { accountId: site.people.deniz },
    });
    const jira = site.as(site.people.mara);
    const basis = await readRefinementBasis(jira, world.setup, shop);
    const row = await readRefinementRow(jira, basis, story.id);
    expect(row).toMatchObject({
      key: story.key,
      summary: 'Pay with a saved card',
      typeName: 'Story',
      status: { name: 'To Do', category: 'toDo' },
      points: 5,
      assignee: { name: 'Deniz Aydin' },
      relevance: 'unassessed',
      text: { summary: 'Pay with a saved card', description: 'The card number stays stored.' },
      missing: ['assessment'],
      lists: ['unassessed'],
    });
    expect(row.hint?.hint.topics).toContain('payment');
    await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${story.id}`);
    await expect(readRefinementRow(jira, basis, story.id)).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('risks on a row: the levels and which way round', async () => {
    const jira = site.as(site.people.mara);
    const basis = await readRefinementBasis(jira, world.setup, shop);
    const row = async (name: keyof Stories['stories']) => readRefinementRow(jira, basis, world.stories[name].id);
    expect((await row('relevant, reduces a risk of nobody, to do')).risks).toEqual([
      { key: world.unowned.key, summary: 'Nobody owns this', level: 'Critical', relation: 'mitigates' },
    ]);
    expect((await row('relevant, threatened by a low risk of nobody, in progress')).risks).toEqual([
      { key: world.low.key, summary: 'Low, nobody owns it', level: 'Low', relation: 'threatened' },
    ]);
  });

  test('words of the project’s own make a hint', async () => {
    const jira = site.as(site.people.mara);
    const basis = await readRefinementBasis(jira, world.setup, {
      ...shop,
      settings: { ...shop.settings, hintWords: ['alone'] },
    });
    const row = await readRefinementRow(jira, basis, world.stories['relevant alone, to do'].id);
    expect(row.hint?.hint.topics).toEqual(['own']);
  });

  test('what the viewer may do comes with it', async () => {
    const mayOf = async (who: string) => (await readRefinementBasis(site.as(who), world.setup, shop)).may;
    expect(await mayOf(site.people.mara)).toEqual({ edit: true, link: true, move: true, create: true });
    expect(await mayOf(site.people.priya)).toEqual({ edit: false, link: false, move: false, create: false });
    await expect(readRefinementBasis(site.as(site.people.guest), world.setup, shop)).rejects.toBeInstanceOf(JiraError);
  });

  describe('how a story got past Ready', () => {
    const bypassOf = async (story: Key) => {
      const jira = site.as(site.people.mara);
      const basis = await readRefinementBasis(jira, world.setup, shop);
      const row = await readRefinementRow(jira, basis, story.id);
      const [told] = await readBypasses(jira, basis, [row]);
      return told?.bypass;
    };
    const made: Key[] = [];
    const story = async (summary: string) => {
      const key = await site.story(summary);
      made.push(key);
      return key;
    };
    afterEach(async () => {
      for (const { id } of made.splice(0))
        await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${id}`);
    });

    test('moved there: by whom, when, and from where, although it moved on since', async () => {
      const late = await story('Late');
      site.clock.set(new Date('2026-11-20T14:00:00.000Z'));
      await site.moveTo(late, 'In Progress');
      site.clock.set(new Date('2026-11-20T15:00:00.000Z'));
      await site.moveTo(late, 'Review');
      const admin = site.jira.state.users.require(site.people.admin).displayName;
      expect(await bypassOf(late)).toMatchObject({
        how: 'moved',
        at: '2026-11-20T14:00:00.000Z',
        by: { name: admin },
        from: { id: STATUS.toDo, name: 'To Do' },
      });
    });

    test('back and forth: the last time counts', async () => {
      const restless = await story('Restless');
      await site.moveTo(restless, 'In Progress');
      await site.moveTo(restless, 'To Do');
      site.clock.set(new Date('2026-11-20T16:00:00.000Z'));
      await site.moveTo(restless, 'Review');
      expect(await bypassOf(restless)).toMatchObject({ how: 'moved', at: '2026-11-20T16:00:00.000Z' });
    });

    test('made there: by whoever made it, from nowhere', async () => {
      const [born] = site.jira.bulkLoad([
        {
          projectId: site.project.id,
          typeId: ISSUE_TYPE.story,
          summary: 'Born in Review',
          statusId: STATUS.review,
          creatorId: site.people.deniz,
        },
      ]);
      made.push(born!);
      expect(await bypassOf(born!)).toEqual({
        how: 'created',
        at: new Date(born!.created).toISOString(),
        by: { name: 'Deniz Aydin', avatarUrl: expect.any(String) as string },
        from: undefined,
      });
    });

    test('a row that is no bypass costs nothing and stays as it is', async () => {
      const jira = site.as(site.people.mara);
      const basis = await readRefinementBasis(jira, world.setup, shop);
      const row = await readRefinementRow(jira, basis, world.stories['unassessed, to do'].id);
      site.jira.costs.reset();
      expect(await readBypasses(jira, basis, [row])).toEqual([row]);
      expect(site.jira.costs.totals().requests).toBe(0);
    });
  });

  describe('the app’s mark', () => {
    const setMark = async (story: Key) => {
      const value = { version: 1, state: 'bypass', missing: ['answer'], since: '2026-11-20T13:30:00.000Z' };
      const where = path`/rest/api/3/issue/${story.id}/properties/${'shift-up.readiness'}`;
      await rest(site.as(site.people.admin), 'PUT', where, value);
    };

    test('finds what no native fact tells, and is not believed', async () => {
      // Jira's search sees a link that mitigates, not that it mitigates no risk.
      const story = await site.story('Mitigates a task', relevant(world.setup));
      await site.link('mitigates', story, world.enabler);
      await site.moveTo(story, 'In Progress');
      const jira = site.as(site.people.mara);
      const basis = await readRefinementBasis(jira, world.setup, shop);
      const bypasses = async () => readRefinementPage(jira, basis, 'bypasses');
      const before = await bypasses();
      expect(before.rows.map(({ id }) => id)).not.toContain(story.id);
      await setMark(story);
      await setMark(world.stories['relevant, secured by an enabler, in progress']);
      const after = await bypasses();
      expect(after.rows.map(({ id }) => id)).toContain(story.id);
      expect([after.rows.length, after.leftOut]).toEqual([before.rows.length + 1, 1]);
    });
  });

  describe('what a viewer may not see', () => {
    test('a risk behind issue security is neither named nor does it answer', async () => {
      const hidden = world.owned;
      const { state } = site.jira;
      const before = state.issues.get(hidden.id)!;
      const members = [{ type: 'user', accountId: site.people.deniz } as const];
      state.issues.put({ ...before, securityLevelId: addSecurityLevel(state, site.project, 'Few', members) });
      const story = world.stories['relevant, threatened by an owned risk, in progress'];
      const asMara = site.as(site.people.mara);
      const row = await readRefinementRow(asMara, await readRefinementBasis(asMara, world.setup, shop), story.id);
      expect([row.risks, row.missing]).toEqual([[], ['answer']]);
      const asDeniz = site.as(site.people.deniz);
      const seen = await readRefinementRow(asDeniz, await readRefinementBasis(asDeniz, world.setup, shop), story.id);
      expect([seen.risks.length, seen.missing]).toEqual([1, []]);
      state.issues.put(before);
    });
  });

  describe('cost', () => {
    const pointsOf = async (read: (basis: RefinementBasis) => Promise<unknown>) => {
      const basis = await readRefinementBasis(site.as(site.people.mara), world.setup, shop);
      site.jira.costs.reset();
      await read(basis);
      const { points, requests, roundTrips } = site.jira.costs.totals();
      return { points, requests, roundTrips };
    };

    test('six points for the counts, all at once', async () => {
      const counts = await pointsOf((basis) => countRefinement(site.as(site.people.mara), basis));
      expect(counts.roundTrips).toBe(1);
      expect(counts.points).toBe(6);
    });

    test('a page: one, and one a row; with risks one more, and one a risk', async () => {
      const page = (list: RefinementList) => (basis: RefinementBasis) =>
        readRefinementPage(site.as(site.people.mara), basis, list);
      expect(await pointsOf(page('unanswered'))).toEqual({ points: 4, requests: 1, roundTrips: 1 });
      // One of the three is linked to one risk.
      expect(await pointsOf(page('unassessed'))).toEqual({ points: 6, requests: 2, roundTrips: 2 });
    });
  });
});
