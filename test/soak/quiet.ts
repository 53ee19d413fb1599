/**
 * The quiet end of an episode: no more trouble, what waits is delivered or lost, and the hours go by with their jobs until
 * nothing changes any more.
 */
import type { Random } from './random';
import { finishSetUp, recalculateWhatWasLost } from './set-up-at-rest';
import type { Stage } from './stage';
import type { Tenant } from './tenant';

const HOUR_MS = 3_600_000;
/** Hours in which the app may have something to do. More would be a quarrel with itself. */
const HOURS_MOST = 30;
const LOST_MS = 25 * 60_000;
const QUIET_HOURS = 3;
const READING_POSTS =
  /\/(search\/jql|search\/approximate-count|issue\/bulkfetch|permissions\/check|changelog\/bulkfetch)$/;

/** @returns what is wrong: only that it never comes to rest. */
export async function comeToRest(stage: Stage, random: Random): Promise<readonly string[]> {
  stage.time.skew(0);
  stage.forge.events.delayMs = 0;
  for (const tenant of stage.tenants) {
    tenant.trouble.begin(undefined);
    tenant.trouble.lag(0);
    tenant.site.jira.state.index.settle();
    stage.forge.kvs(tenant.site.site).queryLagMs = 0;
    // The half of all episodes ends with events that never come.
    if (random.chance(0.5)) {
      await stage.forge.events.deliver(tenant.site.site, { early: true, order: () => [] });
    }
  }
  const wrong: string[] = [];
  for (const tenant of stage.tenants) {
    const work = async () => {
      await hourOf(stage, tenant);
      // A run whose job was lost is woken after that. An admin's word for a run holds for an hour.
      stage.time.jump(LOST_MS);
    };
    const found = await finishSetUp(stage, tenant, work);
    wrong.push(...found.map((one) => `site ${tenant.name}: ${one}`));
    await recalculateWhatWasLost(stage, tenant);
  }
  const restless = await hoursUntilQuiet(stage);
  if (restless.length > 0) return [...wrong, ...restless];
  // What is looked at once a day.
  stage.time.jump(25 * HOUR_MS);
  return [...wrong, ...(await hoursUntilQuiet(stage))];
}

async function hoursUntilQuiet(stage: Stage): Promise<readonly string[]> {
  let quiet = 0;
  for (let hour = 0; hour < HOURS_MOST; hour += 1) {
    stage.time.jump(HOUR_MS);
    let writes = 0;
    for (const tenant of stage.tenants) writes += await hourOf(stage, tenant);
    quiet = writes === 0 ? quiet + 1 : 0;
    if (quiet === QUIET_HOURS) return [];
  }
  return [`after ${HOURS_MOST} hours without trouble it still writes`];
}

/** @returns how often the app wrote to Jira. */
async function hourOf(stage: Stage, { site }: Tenant): Promise<number> {
  const { entries } = site.jira.costs;
  const before = entries.length;
  for (let round = 0; round < 40; round += 1) {
    let runs = await stage.forge.schedules.runDue(site.site);
    runs += await stage.forge.events.deliver(site.site, { early: true });
    runs += await stage.forge.queue.deliver(site.site, { early: true });
    if (runs === 0) break;
  }
  return site.jira.costs.entries
    .slice(before)
    .filter(({ method, route, status }) => status < 400 && method !== 'GET' && !READING_POSTS.test(route)).length;
}
