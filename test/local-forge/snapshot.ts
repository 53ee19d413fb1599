/**
 * What Forge keeps of one installation, as JSON: for `npm start -- --data` and for resetting.
 */
import * as v from 'valibot';
import type { Queues } from './queue';
import type { Schedules } from './schedules';
import type { Site } from './site';

const schema = v.object({ version: v.literal(1), kvs: v.unknown(), queue: v.unknown(), schedules: v.unknown() });

export function snapshotSite(site: Site, queue: Queues, schedules: Schedules): unknown {
  return { version: 1, kvs: site.kvs.snapshot(), queue: queue.snapshot(site), schedules: schedules.snapshot(site) };
}

/** @throws where the snapshot is of another version or damaged; nothing is restored by halves without a throw. */
export function restoreSite(site: Site, queue: Queues, schedules: Schedules, snapshot: unknown): void {
  const parsed = v.parse(schema, snapshot);
  site.kvs.restore(parsed.kvs);
  queue.restore(site, parsed.queue);
  schedules.restore(site, parsed.schedules);
}
