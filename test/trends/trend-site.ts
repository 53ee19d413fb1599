/**
 * A site whose history is counted by the real schedule, with the clock in the test's hands.
 */
import type { Trend } from '../../src/domain/trend';
import { valueOf, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';

export interface History {
  readonly site: TestSite;
  /** The moment from now on, on every clock. */
  at(instant: string): void;
  readonly date: () => TickingDate;
  begin(): Promise<void>;
  /** The schedule, and every job that follows. */
  count(): Promise<void>;
  read(who: string, days?: number, projectIds?: readonly string[]): Promise<readonly Trend[]>;
  /** Of the site's first project. */
  days(who?: string): Promise<readonly string[]>;
  restore(): void;
}

export function historyOf(site: TestSite, instant: string): History {
  let date = dateAt(instant);
  const history: History = {
    site,
    at: (moment) => {
      date.restore();
      date = dateAt(moment);
    },
    date: () => date,
    begin: async () => {
      if ((await site.forge.schedules.run(site.site, 'daily-snapshot')) !== 'answered') {
        throw new Error('the schedule failed');
      }
    },
    count: async () => {
      await history.begin();
      await site.forge.queue.drain(site.site);
    },
    read: async (who, days = 30, projectIds = [site.project.id]) =>
      valueOf(await site.invoke(who, 'readTrends', { projectIds, days })).trends,
    days: async (who = site.people.priya) => {
      const [trend] = await history.read(who);
      return (trend?.days ?? []).map(({ day }) => day);
    },
    restore: () => date.restore(),
  };
  return history;
}
