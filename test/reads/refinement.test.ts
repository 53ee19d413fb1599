import type { ProjectSettings } from '../../src/domain/project-settings';
import type { ProjectSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { countIssues } from '../../src/jira/search';
import {
  countRefinement,
  readBypasses,
  readRefinementBasis,
  readRefinementPage,
  readRefinementRow,
} from '../../src/reads/refinement';
import { REFINEMENT_LISTS } from '../../src/reads/refinement-view';
import { checkAppRequests } from '../browser/app-requests';
import { relevant } from '../fixtures/fields';
import { makeStories, type Stories } from '../fixtures/refinement-stories';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import type { SeenRequest } from '../local-jira';
import { RANK } from '../local-jira/seed';

describe('the lists of the refinement', () => {
  let site: TestSite;
  let world: Stories;
  let shop: ProjectSetup;
  const asked: SeenRequest[] = [];

  const withSettings = (changed: Partial<ProjectSettings>): ProjectSetup => {
    return { ...shop, settings: { ...shop.settings, ...changed } };
  };
  const nameOf = (id: string) => Object.entries(world.stories).find(([, story]) => story.id === id)?.[0] ?? id;

  async function listsOf(project: ProjectSetup, who = site.people.mara) {
    const jira = site.as(who);
    const basis = await readRefinementBasis(jira, world.setup, project);
    const pages = await Promise.all(REFINEMENT_LISTS.map((list) => readRefinementPage(jira, basis, list)));
    const names = pages.map(({ rows }) => rows.map(({ id }) => nameOf(id)));
    const { lists } = await countRefinement(jira, basis);
    const [unassessed, unanswered, enablersNotReady, bypasses] = names;
    return { shown: { unassessed, unanswered, enablersNotReady, bypasses }, counted: lists, pages, basis };
  }

  beforeAll(async () => {
    site = await setUpSite({ onRequest: (request) => asked.push(request) });
    world = await makeStories(site);
    shop = await site.projectSetup();
  });
  beforeEach(() => {
    site.jira.faults.clear();
    site.jira.costs.reset();
  });
  afterAll(() => site.close());

  const UNASSESSED = ['unassessed, to do', 'unassessed, in progress', 'unassessed, reduces a risk, to do'];
  const UNANSWERED = ['relevant alone, to do', 'relevant alone, in progress', 'relevant, secures a story, to do'];

  test('hold exactly the stories they speak of, and count as many', async () => {
    const { shown, counted } = await listsOf(shop);
    expect(shown).toEqual({
      unassessed: UNASSESSED,
      unanswered: UNANSWERED,
      enablersNotReady: [
        'unassessed, reduces a risk, to do',
        'relevant, reduces a risk of nobody, to do',
        'relevant, secures a story, to do',
      ],
      bypasses: [
        'unassessed, in progress',
        'relevant alone, in progress',
        'relevant, threatened by a risk of nobody, in progress',
      ],
    });
    expect(counted).toEqual({ unassessed: 3, unanswered: 3, enablersNotReady: 3, bypasses: 3 });
  });

  test('relevant, not relevant and unassessed add up to the open stories', async () => {
    const jira = site.as(site.people.mara);
    const basis = await readRefinementBasis(jira, world.setup, shop);
    const { relevant: isRelevant, notRelevant: isNot, unassessed } = await countRefinement(jira, basis);
    expect([isRelevant, isNot, unassessed]).toEqual([9, 1, 3]);
  });

  test('every query opens as many issues as its list counts', async () => {
    const jira = site.as(site.people.mara);
    const { jql, lists } = await countRefinement(jira, await readRefinementBasis(jira, world.setup, shop));
    for (const list of REFINEMENT_LISTS)
      expect([list, await countIssues(jira, jql[list])]).toEqual([list, lists[list]]);
  });

  test('the gate off: nobody is said to have by-passed it', async () => {
    const { shown, counted } = await listsOf(withSettings({ gate: 'off' }));
    expect([shown.bypasses, counted.bypasses]).toEqual([[], 0]);
    expect(shown.unassessed).toEqual(UNASSESSED);
  });

  test('no answer asked for: only the assessment is missing', async () => {
    const checks = { ...shop.settings.checks, answer: 'off', riskOwner: 'off' } as const;
    const { shown, counted } = await listsOf(withSettings({ checks }));
    expect(shown).toEqual({
      unassessed: UNASSESSED,
      unanswered: [],
      enablersNotReady: ['unassessed, reduces a risk, to do'],
      bypasses: ['unassessed, in progress'],
    });
    expect(counted).toEqual({ unassessed: 3, unanswered: 0, enablersNotReady: 1, bypasses: 1 });
  });

  test('no owners asked for: a risk of nobody is no reason', async () => {
    const checks = { ...shop.settings.checks, riskOwner: 'off' } as const;
    const { shown } = await listsOf(withSettings({ checks }));
    expect(shown.bypasses).toEqual(['unassessed, in progress', 'relevant alone, in progress']);
  });

  test('without chosen statuses the default of the project holds', async () => {
    const { shown } = await listsOf(withSettings({ readyStatusIds: [] }));
    expect(shown.bypasses).toHaveLength(3);
  });

  test('the lists go by rank, and by priority where the site has none', async () => {
    const ranked = UNASSESSED.map(
      (name, place) => [world.stories[name as keyof Stories['stories']], 9 - place] as const,
    );
    const { state } = site.jira;
    const setRank = ({ id }: Key, place: number) => {
      const issue = state.issues.get(id)!;
      state.issues.put({ ...issue, custom: { ...issue.custom, [RANK]: String(place).padStart(12, '0') } });
    };
    for (const [story, place] of ranked) setRank(story, place);
    expect((await listsOf(shop)).shown.unassessed).toEqual([...UNASSESSED].reverse());

    for (const [story, place] of ranked) {
      const issue = state.issues.get(story.id)!;
      state.issues.put({ ...issue, created: issue.created - place * 60_000 });
    }
    const field = state.fields.require(RANK);
    state.fields.delete(RANK);
    const last = state.issues.get(world.stories['unassessed, reduces a risk, to do'].id)!;
    const [highest] = state.priorities.all();
    state.issues.put({ ...last, priorityId: highest!.id });
    const { shown, basis } = await listsOf(shop);
    expect(basis.rankField).toBeUndefined();
    // The most important first, then the oldest.
    expect(shown.unassessed).toEqual([UNASSESSED[2], UNASSESSED[0], UNASSESSED[1]]);
    state.fields.put(field);
    state.issues.put(last);
  });

  test('security criteria answer a story, which JQL cannot see; never where the gate blocks', async () => {
    const item = {
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nobody else sees it' }] }],
    };
    const title = {
      type: 'heading',
      attrs: { level: 3 },
      content: [{ type: 'text', text: 'Security acceptance criteria' }],
    };
    const description = { type: 'doc', version: 1, content: [title, { type: 'bulletList', content: [item] }] };
    const story = await site.story('Answered by criteria', { ...relevant(world.setup), description });
    await site.moveTo(story, 'In Progress');
    const { shown, counted, pages } = await listsOf(shop);
    expect(shown.unanswered).toEqual(UNANSWERED);
    expect([counted.unanswered, pages[1]?.leftOut]).toEqual([UNANSWERED.length + 1, 1]);
    expect(shown.bypasses).not.toContain(story.id);
    for (const stricter of [
      withSettings({ gate: 'block' }),
      withSettings({ checks: { ...shop.settings.checks, criteria: 'ignored' } }),
    ]) {
      const { shown: strict } = await listsOf(stricter);
      expect([strict.unanswered?.includes(story.id), strict.bypasses?.includes(story.id)]).toEqual([true, true]);
    }
    await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${story.id}`);
  });

  test('every request fits Atlassian’s own documents', async () => {
    const jira = site.as(site.people.mara);
    asked.length = 0;
    const basis = await readRefinementBasis(jira, world.setup, shop);
    await countRefinement(jira, basis);
    const changed = [world.stories['unassessed, to do'].id];
    const pages = await Promise.all(
      REFINEMENT_LISTS.map((list) => readRefinementPage(jira, basis, list, undefined, changed)),
    );
    await readBypasses(
      jira,
      basis,
      pages.flatMap(({ rows }) => rows),
    );
    await readRefinementRow(jira, basis, world.stories['relevant alone, to do'].id);
    expect(new Set(asked.map(({ path: where }) => where.replace(/\d+/g, ''))).size).toBeGreaterThanOrEqual(6);
    checkAppRequests(asked);
  });
});
