/** What Forge does beside people: events, jobs, schedules, the next version of the app; and the clock. */
import type { Act, Scene } from '../act';

const HOUR_MS = 3_600_000;

/** Some are lost, some come late, twice, and in another order. */
const events: Act = {
  kind: 'events come',
  weight: 14,
  run: async ({ tenant, random, count }: Scene) => {
    const { forge, site } = tenant.site;
    const times = random.chance(0.25) ? 2 : 1;
    const isShuffled = random.chance(0.4);
    const losing = random.chance(0.3) ? 0.4 : 0;
    await forge.events.deliver(site, {
      early: random.chance(0.5),
      times,
      order: (due) => {
        const kept = due.filter(() => !random.chance(losing));
        count('event lost', due.length - kept.length);
        if (times === 2) count('event twice', kept.length);
        if (isShuffled && kept.length > 1) count('events out of order');
        return isShuffled ? random.shuffled(kept) : kept;
      },
    });
  },
};

const jobs: Act = {
  kind: 'jobs run',
  weight: 9,
  run: async ({ tenant, random, count }: Scene) => {
    const { queue } = tenant.site.forge;
    const times = random.chance(0.2) ? 2 : 1;
    const runs = await queue.deliver(tenant.site.site, {
      early: random.chance(0.3),
      times,
      together: random.chance(0.3),
      order: (due) => (random.chance(0.4) ? random.shuffled(due) : due),
    });
    if (times === 2) count('job twice', runs / 2);
  },
};

const schedules: Act = {
  kind: 'schedules run',
  weight: 5,
  run: async ({ tenant, random, count }: Scene) => {
    const { schedules: all } = tenant.site.forge;
    await all.runDue(tenant.site.site);
    if (!random.chance(0.3)) return;
    count('schedule out of turn');
    await all.run(tenant.site.site, random.pick(['hourly-reconcile', 'daily-digest', 'daily-snapshot']));
  },
};

const clock: Act = {
  kind: 'the clock jumps',
  weight: 3,
  alone: true,
  run: async ({ time, random, count }: Scene) => {
    time.jump(random.pick([1, 1, 1, 6, 25, 24 * 31]) * HOUR_MS);
    count('clock jumped');
  },
};

/** The clock of the machine that functions run on is not Jira's. */
const skew: Act = {
  kind: 'a clock goes wrong',
  weight: 1,
  alone: true,
  run: async ({ time, random, count }: Scene) => {
    time.skew(random.pick([0, -90_000, -5000, 5000, 90_000]));
    count('clock skewed');
  },
};

const search: Act = {
  kind: 'search lags',
  weight: 3,
  run: async ({ tenant, random }: Scene) => tenant.trouble.lag(random.pick([0, 0, 5000, 60_000, 600_000])),
};

const storage: Act = {
  kind: 'storage lags',
  weight: 1,
  run: async ({ tenant, random, count }: Scene) => {
    tenant.site.forge.kvs(tenant.site.site).queryLagMs = random.pick([0, 5000, 60_000]);
    count('storage query lag');
  },
};

/** Late by up to three minutes. */
const late: Act = {
  kind: 'events get late',
  weight: 1,
  run: async ({ tenant, random, count }: Scene) => {
    tenant.site.forge.events.delayMs = random.pick([0, 1000, 60_000, 180_000]);
    count('events late');
  },
};

const upgrade: Act = {
  kind: 'the app is upgraded',
  weight: 0.7,
  run: async (scene: Scene) => scene.upgrade(),
};

export const platformActs: readonly Act[] = [events, jobs, schedules, clock, skew, search, storage, late, upgrade];
