/**
 * Product owners in a refinement meeting, all in the same project at the same time: the page as it opens, then the page's own
 * meeting, key by key: one story assessed every few seconds, now and then many at once, now and then taken back. What they
 * write comes back as events.
 */
import type { SetupView } from '../../src/contract/defs';
import { failure, type Result } from '../../src/contract/result';
import type { Assessment } from '../../src/domain/relevance';
import {
  countRefinement,
  readBypasses,
  readRefinementBasis,
  readRefinementPage,
  readRefinementRow,
} from '../../src/reads/refinement';
import { Meeting } from '../../static/app/src/modules/project-page/refinement/meeting';
import { MeetingStore } from '../../static/app/src/modules/project-page/refinement/meeting-store';
import { visibleIn } from '../../static/app/src/modules/project-page/refinement/meeting-state';
import { appErrorOf } from '../../static/app/src/shared/app-error';
import { addManyStories } from '../fixtures/many-stories';
import { addUser, grant } from '../local-jira/seed';
import { beginHour, eventsArrive, pass, type LoadStage } from './load-stage';
import { played, type LoadOutcome } from './outcome';

const PACE = {
  /** Somebody reads a story and decides, in so many seconds or up to as many more. */
  secondsADecision: 7,
  secondsMore: 6,
  /** Stories from where one owner begins to where the next does. */
  apart: 10,
  /** Every so manieth decision is for many, of so many stories. */
  manyEvery: 20,
  many: 30,
  /** Every so manieth is taken back. */
  undoEvery: 8,
  /** How long a story is the current one before the page looks at it again. */
  settledMs: 400,
} as const;

const ANSWERS: readonly Assessment[] = [
  { relevance: 'notRelevant', reason: 'wording' },
  { relevance: 'relevant' },
  { relevance: 'notRelevant', reason: 'noSensitivePart' },
];

export async function addOwners({ site }: LoadStage, count: number, stories: number): Promise<readonly string[]> {
  const project = site.jira.state.projects.require(site.project.id);
  addManyStories(site.jira, { projectKey: project.key, count: stories });
  return Array.from({ length: count }, (_, place) => {
    const { id } = addUser(site.jira.state, { displayName: `Owner ${place + 1}` });
    grant(site.jira.state, project, id, 'member');
    return id;
  });
}

interface Tally {
  decisions: number;
  saved: number;
  refused: number;
  conflicts: number;
  undone: number;
  unread: number;
}

export async function ownersTriage(stage: LoadStage, owners: readonly string[], minutes: number): Promise<LoadOutcome> {
  beginHour(stage);
  const names = {
    load: `${owners.length} product owners triage for ${minutes} min`,
    asked: `in one list, each a decision every 7 to 13 s, ${PACE.many} at once every ${PACE.manyEvery}th, every ${PACE.undoEvery}th taken back`,
  };
  return played(stage, names, async () => {
    const tally: Tally = { decisions: 0, saved: 0, refused: 0, conflicts: 0, undone: 0, unread: 0 };
    let atWork = owners.length;
    const meetings = owners.map(async (who, place) => {
      await pass(10 + place * 100);
      await oneMeeting(stage, who, place, minutes, tally);
      atWork -= 1;
    });
    await Promise.all([...meetings, eventsArrive(stage, () => atWork === 0)]);
    return {
      things: tally.saved,
      complete: tally.refused === 0 && tally.unread === 0,
      result:
        `${tally.saved} assessments saved in ${tally.decisions} decisions, ${tally.undone} decisions taken back; ` +
        `${tally.conflicts} stories another owner had assessed first; ${tally.refused} refused, ${tally.unread} reads failed`,
    };
  });
}

async function oneMeeting(stage: LoadStage, who: string, place: number, minutes: number, tally: Tally): Promise<void> {
  const meeting = await openedBy(stage, who);
  const { store } = meeting;
  const end = Date.now() + minutes * 60_000;
  await meeting.reader.openList('unassessed');
  if (store.openList.error !== undefined) tally.unread += 1;
  // They talk to each other and begin at different stories, but it is one list: in time they meet what another has done.
  const first = visibleIn(store.state, 'unassessed')[place * PACE.apart];
  if (first !== undefined) store.tell({ type: 'chosen', id: first.id });
  for (let decision = 1; Date.now() < end; decision += 1) {
    await pass(PACE.settledMs);
    const { currentId } = store.openList;
    if (currentId !== undefined) await meeting.reader.lookAgain(currentId);
    await pass((PACE.secondsADecision + PACE.secondsMore * stage.random.next()) * 1_000 - PACE.settledMs);
    if (decision % PACE.manyEvery === 0) selectSome(meeting, PACE.many);
    await meeting.assess(ANSWERS[stage.random.int(ANSWERS.length)] ?? { relevance: 'relevant' });
    const deed = store.state.deeds.at(-1);
    if (deed?.kind !== 'assessed') continue;
    tally.decisions += 1;
    tally.saved += deed.saved.length;
    for (const { error } of deed.refused) {
      if (error.code === 'conflict') tally.conflicts += 1;
      else tally.refused += 1;
    }
    if (store.openList.error !== undefined) tally.unread += 1;
    if (decision % PACE.undoEvery !== 0) continue;
    await pass(1_000);
    await meeting.undo();
    if (store.state.deeds.find(({ id }) => id === deed.id)?.phase === 'takenBack') tally.undone += 1;
    // What was taken back is left to the others.
    store.tell({ type: 'moved', step: 'next' });
  }
}

function selectSome({ store }: Meeting, count: number): void {
  const visible = visibleIn(store.state, store.state.open);
  const from = visible.findIndex(({ id }) => id === store.openList.currentId);
  for (const { id } of visible.slice(Math.max(0, from), from + count)) store.tell({ type: 'toggled', id });
}

/** The page as it opens. */
async function openedBy({ site }: LoadStage, who: string): Promise<Meeting> {
  const jira = site.as(who);
  const invoke = async <T>(functionKey: string, payload: unknown) =>
    (await site.forge.invokeResolver(site.site, {
      moduleKey: 'security',
      accountId: who,
      extension: { project: { id: site.project.id, key: site.project.key, type: 'software' } },
      functionKey,
      payload,
    })) as Result<T>;
  const setup = await invoke<SetupView>('getSetup', { projectIds: [site.project.id] });
  const [project] = setup.ok ? setup.value.projects : [];
  if (!setup.ok || setup.value.site === undefined || project === undefined) throw new Error('not set up');
  const basis = await readRefinementBasis(jira, setup.value.site, project);
  const counts = await countRefinement(jira, basis);
  const store = new MeetingStore(
    {
      readPage: (list, next, changed) => readRefinementPage(jira, basis, list, next, changed),
      readRow: (id) => readRefinementRow(jira, basis, id),
      readBypasses: (rows) => readBypasses(jira, basis, rows),
      assessMany: (assessments) => invoke('assessMany', { assessments }),
      moveBack: (issueId) => invoke('moveBack', { issueId }),
      takeBackLinks: async () => failure('internal'),
      errorOf: appErrorOf,
      now: () => Date.now(),
      wait: (seconds) => pass(seconds * 1_000),
    },
    counts,
    'unassessed',
  );
  return new Meeting(store, project.settings);
}
