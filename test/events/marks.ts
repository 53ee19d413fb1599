/**
 * The marks on a site's issues as Jira has them, the writes that something took, and the two ways in which the app hears
 * of changes: events, and the reconcile.
 */
import type { TestSite } from '../fixtures/site';

const PROPERTY = 'shift-up.readiness';

export interface StoredMark {
  readonly version: number;
  readonly state: string;
  readonly missing: readonly string[];
  readonly since: string;
}

/** By the issues' keys. */
export function marksOn({ jira }: TestSite): Readonly<Record<string, StoredMark>> {
  const marked = [...jira.state.issues.values()].flatMap(({ id, key }) => {
    const value = jira.state.properties.get(`issue:${id}`)?.[PROPERTY];
    return value === undefined ? [] : [[key, value as StoredMark] as const];
  });
  return Object.fromEntries(marked);
}

/** What each marked issue misses: what two ways to the same state have to agree on. */
export function missingOn(site: TestSite): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(marksOn(site)).map(([key, { missing }]) => [key, missing]));
}

/** Changes of issues that Jira carried out while `work` ran. */
export async function writesDuring({ jira }: TestSite, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = jira.costs.entries.length;
  await work();
  return jira.costs.entries
    .slice(before)
    .filter(({ method, route, status }) => status < 400 && changes(method, route))
    .map(({ method, path }) => `${method} ${path}`);
}

/** Points of Jira's quota that `work` took. */
export async function pointsDuring({ jira }: TestSite, work: () => Promise<unknown>): Promise<number> {
  const before = jira.costs.totals().points;
  await work();
  return jira.costs.totals().points - before;
}

const READING_POSTS = /\/(search\/jql|search\/approximate-count|issue\/bulkfetch)$/;

function changes(method: string, route: string): boolean {
  return method !== 'GET' && !(method === 'POST' && READING_POSTS.test(route));
}

/** Delivers every event, and those that follow. @returns how many function runs that made. */
export async function deliverAll({ forge, site }: TestSite): Promise<number> {
  let runs = 0;
  for (;;) {
    const round = await forge.events.deliver(site, { early: true });
    if (round === 0) return runs;
    runs += round;
  }
}

/** What waits to be delivered never is. */
export async function loseAll({ forge, site }: TestSite): Promise<void> {
  await forge.events.deliver(site, { early: true, order: () => [] });
}

/** One whole reconcile, with all of its jobs and no others. Events that it raises stay waiting. */
export async function reconcileAll({ forge, site }: TestSite): Promise<void> {
  if ((await forge.schedules.run(site, 'hourly-reconcile')) !== 'answered') throw new Error('the schedule failed');
  for (let round = 0; round < 50; round += 1) {
    if ((await forge.queue.deliver(site, { early: true, queueName: 'reconcile' })) === 0) return;
  }
  throw new Error('the reconcile comes to no end');
}

/** As if set-up had added a project that a fixture wrote straight into the storage. */
export function knowProject({ forge, site }: TestSite, projectId: string): void {
  const store = forge.kvs(site);
  const record = JSON.parse(store.read('set-up-record')?.json ?? '{}') as { projectIds?: readonly string[] };
  const projectIds = [...(record.projectIds ?? []), projectId];
  store.write('set-up-record', JSON.stringify({ ...record, projectIds }), undefined);
}
