/**
 * What Forge keeps of one site, as JSON: for `npm start -- --data` and for resetting.
 */
import * as v from 'valibot';
import type { Installations } from './installations';
import type { ProductEvents } from './product-events';
import type { Queues } from './queue';
import type { Schedules } from './schedules';
import type { Site } from './site';

const parts = { kvs: v.unknown(), queue: v.unknown(), schedules: v.unknown() };
const schema = v.variant('version', [
  // Written before an app could be uninstalled.
  v.object({ version: v.literal(1), ...parts }),
  v.object({
    version: v.literal(2),
    installed: v.boolean(),
    installationId: v.pipe(v.string(), v.uuid()),
    events: v.unknown(),
    ...parts,
  }),
]);

export interface SnapshotOwners {
  readonly installations: Installations;
  readonly queue: Queues;
  readonly schedules: Schedules;
  readonly events: ProductEvents;
}

export function snapshotSite(site: Site, { queue, schedules, events }: SnapshotOwners): unknown {
  return {
    version: 2,
    installed: site.installed,
    installationId: site.installationId,
    kvs: site.kvs.snapshot(),
    queue: queue.snapshot(site),
    schedules: schedules.snapshot(site),
    events: events.snapshot(site),
  };
}

/**
 * Ends what runs and puts the site back; what former installations left is forgotten.
 * @throws where the snapshot is of another version or damaged; nothing is restored by halves without a throw.
 */
export function restoreSite(site: Site, owners: SnapshotOwners, snapshot: unknown): void {
  const parsed = v.parse(schema, snapshot);
  const installed = parsed.version === 1 || parsed.installed;
  owners.installations.restore(site, installed, parsed.version === 1 ? site.installationId : parsed.installationId);
  site.kvs.restore(parsed.kvs);
  if (!installed) return;
  owners.queue.restore(site, parsed.queue);
  owners.schedules.restore(site, parsed.schedules);
  owners.events.restore(site, parsed.version === 1 ? [] : parsed.events);
}
