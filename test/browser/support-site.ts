/**
 * What the support page has to tell of: schedules that ran, and trouble.
 */
import type { Stage } from './stage';

/** Every schedule, and the jobs that follow. */
export async function runSchedules(stage: Stage): Promise<void> {
  const { forge, site } = stage.server;
  for (const { key } of forge.manifest.schedules) await forge.schedules.run(site, key);
  await forge.queue.drain(site);
}

/** Jira asks an hour to wait for too long, three hours ago; the job of a recalculation got lost. */
export async function makeTrouble(stage: Stage): Promise<void> {
  const { forge, site, jira } = stage.server;
  jira.faults.add({ kind: 'rate-limit', retryAfter: 1000, match: { path: '/rest/api/3/search/**' } });
  await runSchedules(stage);
  jira.faults.clear();
  const store = forge.kvs(site);
  const put = (key: string, value: unknown) => store.write(key, JSON.stringify(value), undefined);
  const now = Date.now();
  const { json } = store.read('reconcile-last') ?? { json: '{}' };
  const last = JSON.parse(json) as { readonly startedAt: number };
  put('reconcile-last', { ...last, startedAt: last.startedAt - 3 * 3_600_000, endedAt: last.startedAt - 10_700_000 });
  const [projectId = ''] = (JSON.parse(store.read('set-up-record')?.json ?? '{}') as { projectIds: string[] })
    .projectIds;
  put(`levels-wish:${projectId}`, { version: 1, id: '00000000-0000-4000-8000-000000000000', at: now - 40 * 60_000 });
}
