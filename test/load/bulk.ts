/**
 * Bulk changes in Jira's own pages: thousands of stories moved, thousands of risks scored anew. The app hears of it by
 * events, an invocation each; or by none at all, and then the hourly reconcile has to find and repair everything.
 */
import { levelOf, type Rating } from '../../src/domain/level';
import { path } from '../../src/jira/request';
import { marksOn } from '../events/marks';
import { jiraAs } from '../fixtures/jira-request';
import { rest } from '../fixtures/site';
import { addManyStories } from '../fixtures/many-stories';
import { STATUS } from '../local-jira/seed';
import { addManyRisks, scoreAt } from '../levels/many-risks';
import { beginHour, eventsArrive, pass, reconcile, type LoadStage } from './load-stage';
import { played, type LoadOutcome } from './outcome';

const HOUR = 3_600_000;
/** Of ten stories so many are unassessed, and so many relevant, every other one with an answer; the others are not relevant. */
const STORIES = { unassessed: 6, relevant: 2, of: 10 } as const;

export type Hears = 'events' | 'nothing';

/** Which marks there have to be is counted here, from how the stories were made. */
export async function addMovable(stage: LoadStage, count: number) {
  const { site } = stage;
  const { fields, options, linkTypes } = await site.setup();
  const kindOf = (place: number) => place % STORIES.of;
  const isRelevant = (place: number) =>
    kindOf(place) >= STORIES.unassessed && kindOf(place) < STORIES.unassessed + STORIES.relevant;
  const keys = addManyStories(site.jira, {
    projectKey: site.project.key,
    count,
    custom: (place) => {
      if (kindOf(place) < STORIES.unassessed) return {};
      const { relevant, notRelevant } = options.securityRelevance;
      return { [fields.securityRelevance]: isRelevant(place) ? relevant : notRelevant };
    },
  });
  const ids = keys.map((key) => site.jira.state.issues.byKey(key)!.id);
  const relevant = ids.filter((_, place) => isRelevant(place));
  const answered = relevant.filter((_, place) => place % 2 === 0);
  const risks = addManyRisks(site, await site.setup(), Math.max(1, Math.ceil(answered.length / 10)));
  for (const id of risks) {
    const risk = site.jira.state.issues.require(id);
    site.jira.state.issues.put({ ...risk, custom: { ...risk.custom, [fields.riskOwner]: site.people.deniz } });
  }
  site.jira.bulkLoad(
    [],
    answered.map((story, place) => {
      return { typeId: linkTypes.threatens.id, source: risks[place % risks.length]!, destination: story };
    }),
  );
  const unassessed = ids.filter((_, place) => kindOf(place) < STORIES.unassessed);
  // Once a day everything is looked at; what is measured are the other hours.
  await reconcile(stage);
  return { ids, marks: unassessed.length + relevant.length - answered.length };
}

/** All of them into a status in which they should be ready. @param seconds in which the events of it come. */
export async function storiesMove(
  stage: LoadStage,
  { ids, marks }: Awaited<ReturnType<typeof addMovable>>,
  seconds: number,
  hears: Hears,
): Promise<LoadOutcome> {
  const names = { load: `${ids.length} stories are moved`, asked: askedOf(hears, seconds) };
  const person = jiraAs(stage.people, stage.site.people.deniz);
  const transition = await transitionTo(stage, ids[0]!, STATUS.inProgress);
  await changeAll(stage, ids, seconds, (id) =>
    rest(person, 'POST', path`/rest/api/3/issue/${id}/transitions`, { transition: { id: transition } }),
  );
  return afterwards(stage, names, hears, ids.length, () => {
    const marked = Object.keys(marksOn(stage.site)).length;
    return { complete: marked === marks, result: `${marked} of ${marks} stories that are not ready are marked` };
  });
}

export async function addScorable(stage: LoadStage, count: number): Promise<readonly string[]> {
  const ids = addManyRisks(stage.site, await stage.site.setup(), count);
  await reconcile(stage);
  return ids;
}

/** Each gets another likelihood; those that have it already are written all the same, as Jira does it. */
export async function risksScored(
  stage: LoadStage,
  ids: readonly string[],
  likelihood: Rating,
  seconds: number,
  hears: Hears,
): Promise<LoadOutcome> {
  const { site } = stage;
  const { fields, options } = await site.setup();
  const names = { load: `${ids.length} risks are scored anew`, asked: askedOf(hears, seconds) };
  const person = jiraAs(stage.people, site.people.deniz);
  const value = { fields: { [fields.likelihood]: { id: options.likelihood[likelihood] } } };
  await changeAll(stage, ids, seconds, (id) => rest(person, 'PUT', path`/rest/api/3/issue/${id}`, value));
  return afterwards(stage, names, hears, ids.length, () => {
    const right = ids.filter((id, place) => {
      const level = levelOf({ likelihood, impact: scoreAt(place).impact });
      return site.jira.state.issues.require(id).custom[fields.riskLevel] === options.riskLevel[level];
    });
    return { complete: right.length === ids.length, result: `${right.length} of ${ids.length} levels are right` };
  });
}

/** An hour like every other after it: the reconcile looks, and there is nothing to do. */
export async function hourAfter(stage: LoadStage, after: string, things: number): Promise<LoadOutcome> {
  beginHour(stage);
  return played(
    stage,
    { load: `the hour after: ${after}`, asked: 'the reconcile, with nothing to repair' },
    async () => {
      const minutes = await reconcile(stage);
      await eventsArrive(stage);
      return { things, complete: true, result: `done after ${minutes.toFixed(1)} min` };
    },
  );
}

function askedOf(hears: Hears, seconds: number): string {
  return hears === 'events' ? `all events within ${seconds} s` : 'every event is lost: the reconcile repairs all';
}

async function transitionTo({ people, site }: LoadStage, id: string, statusId: string): Promise<string> {
  const answer = await rest(jiraAs(people, site.people.deniz), 'GET', path`/rest/api/3/issue/${id}/transitions`);
  const { transitions } = answer as { readonly transitions: readonly { id: string; to: { id: string } }[] };
  const found = transitions.find(({ to }) => to.id === statusId);
  if (found === undefined) throw new Error('there is no way there');
  return found.id;
}

/** At an even pace, in an hour of its own; the events of it come an hour later, at the same pace. */
async function changeAll(
  stage: LoadStage,
  ids: readonly string[],
  seconds: number,
  change: (id: string) => Promise<unknown>,
): Promise<void> {
  beginHour(stage);
  stage.site.forge.events.delayMs = HOUR;
  const began = Date.now();
  const changes: Promise<unknown>[] = [];
  for (const [place, id] of ids.entries()) {
    const wait = began + (place * seconds * 1_000) / ids.length - Date.now();
    if (wait > 0) await pass(wait);
    changes.push(change(id));
  }
  await Promise.all(changes);
}

async function afterwards(
  stage: LoadStage,
  names: { readonly load: string; readonly asked: string },
  hears: Hears,
  things: number,
  found: () => { readonly complete: boolean; readonly result: string },
): Promise<LoadOutcome> {
  const { events } = stage.site.forge;
  events.delayMs = 0;
  if (hears === 'nothing') await events.deliver(stage.site.site, { early: true, order: () => [] });
  beginHour(stage);
  return played(stage, names, async () => {
    if (hears === 'nothing') await reconcile(stage);
    await eventsArrive(stage);
    return { things, ...found() };
  });
}
