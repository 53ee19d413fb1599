/**
 * Many people with the same gadget on their dashboards: all open it within a second, and Jira refreshes it for each by the
 * gadget's interval, so that they stay together.
 */
import type { SetupView } from '../../src/contract/defs';
import type { AppError, Result } from '../../src/contract/result';
import { startGadget } from '../../src/reads/gadget';
import { appErrorOf } from '../../static/app/src/shared/app-error';
import { TODAY } from '../fixtures/site';
import { addManyRisks } from '../fixtures/many-risks';
import { addManyStories } from '../fixtures/many-stories';
import { addUser, grant } from '../local-jira/seed';
import { beginHour, pass, type LoadStage } from './load-stage';
import { played, type LoadOutcome } from './outcome';

const MINUTE = 60_000;
/** Somebody who looks gives up after so many waits in a row. */
const WAITS_MOST = 20;

export interface Viewing {
  /** Within which all of them open it. */
  readonly seconds: number;
  /** Looks of each in all, and minutes from one to the next. */
  readonly looks: number;
  readonly refresh: number;
}

export async function addViewers({ site }: LoadStage, count: number): Promise<readonly string[]> {
  const setup = await site.setup();
  const project = site.jira.state.projects.require(site.project.id);
  addManyStories(site.jira, { projectKey: project.key, count: 200 });
  addManyRisks(site.jira, setup, { projectKey: project.key, count: 100, owners: [site.people.deniz] });
  return Array.from({ length: count }, (_, place) => {
    const { id } = addUser(site.jira.state, { displayName: `Viewer ${place + 1}` });
    grant(site.jira.state, project, id, 'viewer');
    return id;
  });
}

export async function viewersLook(
  stage: LoadStage,
  people: readonly string[],
  { seconds, looks, refresh }: Viewing,
): Promise<LoadOutcome> {
  beginHour(stage);
  const { time } = stage;
  const who = `${people.length} viewers`;
  const together = seconds === 1 ? 'within one second' : `within ${seconds} s`;
  const names =
    looks === 1
      ? { load: `${who} open one gadget`, asked: `all ${together}` }
      : { load: `${who} with one gadget, for an hour`, asked: `refreshed every ${refresh} min, each time ${together}` };
  return played(stage, names, async () => {
    const took: number[] = [];
    let waits = 0;
    let whole = 0;
    for (let look = 0; look < looks; look += 1) {
      const began = time.clock.now().getTime();
      const done = people.map(async (who, place) => {
        await pass(10 + (place * seconds * 1_000) / people.length);
        const at = Date.now();
        const waited = await lookUntilWhole(stage, who);
        took.push((Date.now() - at) / 1_000);
        if (waited === undefined) return;
        waits += waited;
        whole += 1;
      });
      await Promise.all(done);
      if (look < looks - 1) time.jump(Math.max(0, began + refresh * MINUTE - time.clock.now().getTime()));
    }
    took.sort((one, other) => one - other);
    const median = took[Math.floor(took.length / 2)] ?? 0;
    return {
      things: people.length * looks,
      complete: whole === people.length * looks,
      result: `${whole} of ${people.length * looks} looks whole; median ${median.toFixed(1)} s, slowest ${(took.at(-1) ?? 0).toFixed(1)} s; ${waits} looks begun again after a pause`,
    };
  });
}

/** As the page does: what Jira's limit refused is waited for, and then everything is asked once more. @returns how often. */
async function lookUntilWhole(stage: LoadStage, who: string): Promise<number | undefined> {
  for (let waits = 0; waits < WAITS_MOST; waits += 1) {
    const wait = await look(stage, who);
    if (wait === undefined) return waits;
    await pass(wait * 1_000);
  }
  return undefined;
}

/** @returns how many seconds Jira wants to be left alone; `undefined` where every number came. */
async function look({ site }: LoadStage, accountId: string): Promise<number | undefined> {
  const projectIds = [site.project.id];
  const answer = (await site.forge.invokeResolver(site.site, {
    moduleKey: 'risk-gadget',
    accountId,
    extension: {},
    functionKey: 'getSetup',
    payload: { projectIds, trends: { days: 90 } },
  })) as Result<SetupView>;
  if (!answer.ok) return secondsOf(answer.error);
  const { site: setup, projects } = answer.value;
  if (setup === undefined) throw new Error('the site is not set up');
  const parts = startGadget(site.as(accountId), setup, { projectIds, notSetUp: 0, notVisible: 0 }, projects, TODAY);
  const arrived = await Promise.allSettled(Object.values(parts) as Promise<unknown>[]);
  const waits = arrived.flatMap((part) => (part.status === 'rejected' ? [secondsOf(appErrorOf(part.reason))] : []));
  return waits.length === 0 ? undefined : Math.max(...waits);
}

function secondsOf(error: AppError): number {
  if (error.code !== 'rate-limited') throw new Error(`a look failed: ${error.code}`);
  return error.retryAfterSeconds ?? 1;
}
