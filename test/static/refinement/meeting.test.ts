/**
 * The meeting against the local Jira: reads as the viewer, decisions through the app's own functions.
 */
import type { Assessment } from '../../../src/domain/relevance';
import { failure } from '../../../src/contract/result';
import { getIssue } from '../../../src/jira/issue';
import {
  countRefinement,
  readBypasses,
  readRefinementBasis,
  readRefinementPage,
  readRefinementRow,
} from '../../../src/reads/refinement';
import type { RefinementList } from '../../../src/reads/refinement-view';
import { Meeting } from '../../../static/app/src/modules/project-page/refinement/meeting';
import { countIn, visibleIn } from '../../../static/app/src/modules/project-page/refinement/meeting-state';
import { MeetingStore } from '../../../static/app/src/modules/project-page/refinement/meeting-store';
import type { MeetingPorts } from '../../../static/app/src/modules/project-page/refinement/meeting-store';
import { appErrorOf } from '../../../static/app/src/shared/app-error';
import { addSecurityLevel } from '../../local-jira/seed';
import { setUpSite, type Key, type TestSite } from '../../fixtures/site';
import { waywardPages } from '../../fixtures/wayward-pages';

let site: TestSite;
let stories: readonly Key[];

beforeEach(async () => {
  site = await setUpSite({ searchLagMs: 0 });
  stories = [];
  for (const name of ['one', 'two', 'three', 'four', 'five']) stories = [...stories, await site.story(name)];
});
afterEach(() => site.close());

const relevant: Assessment = { relevance: 'relevant' };
const wording: Assessment = { relevance: 'notRelevant', reason: 'wording' };

/** A meeting of mara's; `ports` replaces some of what is outside. */
async function begin(ports: Partial<MeetingPorts> = {}, beforeFirstRead: () => void = () => undefined) {
  const list: RefinementList = 'unassessed';
  const { mara } = site.people;
  const jira = site.as(mara);
  const [setup, project] = [await site.setup(), await site.projectSetup()];
  const basis = await readRefinementBasis(jira, setup, project);
  const counts = await countRefinement(jira, basis);
  const waited: number[] = [];
  const store = new MeetingStore(
    {
      readPage: (name, next, changed) => readRefinementPage(jira, basis, name, next, changed),
      readRow: (id) => readRefinementRow(jira, basis, id),
      readBypasses: (rows) => readBypasses(jira, basis, rows),
      assessMany: (assessments) => site.invoke(mara, 'assessMany', { assessments }),
      moveBack: (issueId) => site.invoke(mara, 'moveBack', { issueId }),
      takeBackLinks: async () => failure('internal'),
      errorOf: appErrorOf,
      now: () => site.clock.now().getTime(),
      wait: async (seconds) => {
        waited.push(seconds);
      },
      ...ports,
    },
    counts,
    list,
  );
  const meeting = new Meeting(store, project.settings);
  beforeFirstRead();
  await meeting.reader.openList(list);
  return { meeting, store, waited };
}

const shown = ({ state }: MeetingStore) => visibleIn(state, state.open).map(({ summary }) => summary);
const current = ({ state, openList }: MeetingStore) =>
  visibleIn(state, state.open).find(({ id }) => id === openList.currentId)?.summary;

/** What Jira's own field says. */
async function relevanceOf(index: number): Promise<string> {
  const { fields } = await site.setup();
  const id = stories[index]?.id ?? '';
  const issue = await getIssue(site.as(site.people.mara), id, { fields: [fields.securityRelevance] });
  const value = issue.fields[fields.securityRelevance] as { readonly value: string } | null;
  return value?.value ?? 'empty';
}

/** As somebody else, through the app. */
async function assessElsewhere(index: number, assessment: Assessment): Promise<void> {
  const result = await site.invoke(site.people.deniz, 'assessRelevance', {
    issueId: stories[index]?.id ?? '',
    assessment,
  });
  expect(result.ok).toBe(true);
}

test('a decision is in Jira, the next story is current, and the counts follow', async () => {
  const { meeting, store } = await begin();
  expect(shown(store)).toEqual(['one', 'two', 'three', 'four', 'five']);
  const deciding = meeting.assess(wording);
  // Shown at once, before Jira answered.
  expect(current(store)).toBe('two');
  expect(store.state.counts).toMatchObject({ unassessed: 4, notRelevant: 1 });
  await deciding;
  expect(await relevanceOf(0)).toBe('Not relevant');
  expect(store.state.deeds.at(-1)).toMatchObject({ phase: 'done', refused: [] });
  await meeting.assess(relevant);
  expect(await relevanceOf(1)).toBe('Relevant');
  expect(store.state.counts).toMatchObject({ unassessed: 3, notRelevant: 1, relevant: 1, lists: { unanswered: 1 } });
  expect(countIn(store.state, 'unassessed')).toBe(3);
});

test('undo puts it back as it was, also while it is still being saved', async () => {
  const { meeting, store } = await begin();
  void meeting.assess(relevant);
  await meeting.undo();
  expect(await relevanceOf(0)).toBe('empty');
  expect(current(store)).toBe('one');
  expect(store.state.counts).toMatchObject({ unassessed: 5, relevant: 0, lists: { unanswered: 0 } });
  // Everything is taken back: there is nothing left to undo.
  await meeting.undo();
  expect(store.state.deeds).toHaveLength(1);
});

test('a story that somebody else assessed first keeps theirs, leaves, and is named', async () => {
  const { meeting, store } = await begin();
  await assessElsewhere(0, wording);
  await meeting.assess(relevant);
  expect(await relevanceOf(0)).toBe('Not relevant');
  expect(store.view().note).toEqual({ kind: 'refused', deedId: 1 });
  expect(store.state.deeds.at(-1)).toMatchObject({ saved: [], refused: [{ error: { code: 'conflict' } }] });
  expect(shown(store)).toEqual(['two', 'three', 'four', 'five']);
  expect(store.state.counts).toMatchObject({ unassessed: 4, notRelevant: 1, relevant: 0 });
});

test('looking again at a story after a while notices the same', async () => {
  const { meeting, store } = await begin({ now: () => 0 });
  await assessElsewhere(0, wording);
  const [first] = stories;
  await meeting.reader.lookAgain(first?.id ?? '');
  expect(shown(store)).toContain('one');
  const later = await begin();
  const at = later.store.ports.now();
  Object.assign(later.store.ports, { now: () => at + 61_000 });
  const second = stories[1]?.id ?? '';
  await assessElsewhere(1, relevant);
  await later.meeting.reader.lookAgain(second);
  expect(shown(later.store)).not.toContain('two');
  expect(later.store.view().note).toMatchObject({ kind: 'others', row: { id: second, relevance: 'relevant' } });
});

test('many at once: those that are hidden by now are named, the rest is done, and undo takes back what was done', async () => {
  const { meeting, store } = await begin();
  store.tell({ type: 'selectedAll' });
  await hide(1, 3);
  await meeting.assess(wording);
  const deed = store.state.deeds.at(-1);
  expect(deed).toMatchObject({ phase: 'done' });
  if (deed?.kind !== 'assessed') throw new Error('no decision');
  expect(deed.saved).toHaveLength(3);
  expect(deed.refused.map(({ issueId }) => issueId).sort()).toEqual([stories[1]?.id, stories[3]?.id]);
  expect(await relevanceOf(0)).toBe('Not relevant');
  await meeting.undo();
  expect(await relevanceOf(0)).toBe('empty');
  expect(await relevanceOf(4)).toBe('empty');
  expect(shown(store)).toEqual(['one', 'three', 'five']);
});

test('a skipped story stays away when the list is read anew, and comes back by undo', async () => {
  const { meeting, store } = await begin();
  meeting.skip();
  expect(current(store)).toBe('two');
  await meeting.reader.readFirst('unassessed');
  expect(shown(store)).toEqual(['two', 'three', 'four', 'five']);
  await meeting.undo();
  expect(current(store)).toBe('one');
  expect(await relevanceOf(0)).toBe('empty');
});

test('a search that lags does not bring back what was just decided', async () => {
  const { meeting, store } = await begin();
  site.jira.faults.add({ kind: 'search-lag', lagMs: 60_000 });
  await meeting.assess(wording);
  await meeting.reader.readFirst('unassessed');
  expect(shown(store)).toEqual(['two', 'three', 'four', 'five']);
});

test('where Jira asks for a pause, the decision waits and is then saved', async () => {
  const real = (await begin()).store.ports;
  let asked = 0;
  const { meeting, store, waited } = await begin({
    assessMany: async (orders) => {
      asked += 1;
      return asked === 1 ? failure('rate-limited', { retryAfterSeconds: 7 }) : real.assessMany(orders);
    },
  });
  await meeting.assess(relevant);
  expect(waited).toEqual([7]);
  expect(store.view().waitSeconds).toBeUndefined();
  expect(await relevanceOf(0)).toBe('Relevant');
});

test('an answer that got lost after it was saved is found done, once', async () => {
  const real = (await begin()).store.ports;
  let asked = 0;
  const { meeting, store } = await begin({
    assessMany: async (orders) => {
      asked += 1;
      const answer = await real.assessMany(orders);
      return asked === 1 ? failure('jira-unavailable') : answer;
    },
  });
  await meeting.assess(relevant);
  expect(asked).toBe(2);
  expect(store.state.deeds.at(-1)).toMatchObject({ refused: [] });
  expect(store.view().note).toBeUndefined();
  expect(await relevanceOf(0)).toBe('Relevant');
});

test('a decision that Jira does not answer at all comes back into the list', async () => {
  const { meeting, store } = await begin({ assessMany: async () => failure('jira-unavailable') });
  await meeting.assess(relevant);
  expect(shown(store)).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(store.state.counts).toMatchObject({ unassessed: 5, relevant: 0 });
  expect(store.view().note).toEqual({ kind: 'refused', deedId: 1 });
  expect(await relevanceOf(0)).toBe('empty');
});

test('a list that is opened again after decisions is read again', async () => {
  const { meeting, store } = await begin();
  await meeting.reader.openList('unanswered');
  expect(shown(store)).toEqual([]);
  await meeting.reader.openList('unassessed');
  await meeting.assess(relevant);
  await meeting.reader.openList('unanswered');
  expect(shown(store)).toEqual(['one']);
});

test('a list whose first page fails says so, and is read when asked again', async () => {
  const { meeting, store } = await begin({}, () => {
    site.jira.faults.add({ kind: 'error-500', match: { path: '/rest/api/3/search/jql' } });
  });
  expect(store.openList).toMatchObject({ begun: false, error: { code: 'jira-unavailable' } });
  site.jira.faults.clear();
  await meeting.reader.readFirst('unassessed');
  expect(shown(store)).toHaveLength(5);
  expect(store.openList.error).toBeUndefined();
});

/** From now on mara does not see these stories. */
async function hide(...indexes: readonly number[]): Promise<void> {
  const level = addSecurityLevel(site.jira.state, site.project, 'Only Deniz', [
    { type: 'user', accountId: site.people.deniz },
  ]);
  for (const index of indexes) {
    const issue = site.jira.state.issues.require(stories[index]?.id ?? '');
    site.jira.state.issues.put({ ...issue, securityLevelId: level });
  }
}

test('pages that go round end in an error, with every story once', async () => {
  for (let number = 6; number <= 40; number += 1) stories = [...stories, await site.story(`number ${number}`)];
  const pages = waywardPages(site.jira, 'round');
  const { store } = await begin();
  expect(store.openList.error?.code).toBe('unexpected-answer');
  expect(new Set(shown(store)).size).toBe(shown(store).length);
  expect(pages.asked()).toBeLessThan(6);
  pages.restore();
});
