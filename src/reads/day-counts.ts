/**
 * What the history keeps of one project and day: the gadget's own queries, counted.
 *
 * Points of Jira's quota: three counts first, then only what can be more than none: fourteen for a project that has
 * everything, three for one that has nothing. Two round trips.
 */
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { DayCounts } from '../domain/trend';
import type { JiraRequest } from '../jira/request';
import { countIssues } from '../jira/search';
import { countBypasses } from './gadget';
import { gadgetQueries, type GadgetQueries } from './gadget-queries';

/**
 * @param project with the statuses in which its stories should be ready.
 * @param day ISO day; a review whose day is before it is overdue.
 * @throws JiraError
 */
export async function countDay(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  day: string,
): Promise<DayCounts> {
  const { risks, attention, enablers, stories } = gadgetQueries(site, [project], day);
  const count = (jql: string) => countIssues(jira, jql);
  const [open, allEnablers, allStories] = await Promise.all([
    count(risks.open),
    count(enablers.all),
    count(stories.all),
  ]);
  const ifAny = <T>(whole: number, none: T, read: () => Promise<T>) => (whole === 0 ? none : read());
  const [ofRisks, ofEnablers, ofStories] = await Promise.all([
    ifAny(open, NO_RISKS, () => countRisks(count, open, { risks, attention })),
    ifAny(allEnablers, NO_ENABLERS, async () => {
      const [done, inProgress] = await Promise.all([count(enablers.done), count(enablers.inProgress)]);
      return { done, inProgress, toDo: rest(allEnablers, done, inProgress) };
    }),
    ifAny(allStories, { assessed: 0, bypasses: 0 }, async () => {
      const [assessed, bypasses] = await Promise.all([
        count(stories.assessed),
        stories.bypasses === undefined ? { count: 0 } : countBypasses(jira, stories.bypasses),
      ]);
      return { assessed, bypasses: bypasses.count };
    }),
  ]);
  const { assessed, bypasses } = ofStories;
  return { ...ofRisks, enablers: ofEnablers, stories: { all: allStories, assessed }, bypasses };
}

type RiskPart = Pick<DayCounts, 'open' | 'unscored' | 'overdueReview' | 'unowned' | 'withoutEnabler'>;

const NO_RISKS: RiskPart = {
  open: { Low: 0, Medium: 0, High: 0, Critical: 0 },
  unscored: 0,
  overdueReview: 0,
  unowned: 0,
  withoutEnabler: 0,
};
const NO_ENABLERS: DayCounts['enablers'] = { done: 0, inProgress: 0, toDo: 0 };

async function countRisks(
  count: (jql: string) => Promise<number>,
  open: number,
  { risks: { byLevel }, attention }: Pick<GadgetQueries, 'risks' | 'attention'>,
): Promise<RiskPart> {
  const [Low, Medium, High, Critical, overdueReview, unowned, withoutEnabler] = await Promise.all([
    count(byLevel.Low),
    count(byLevel.Medium),
    count(byLevel.High),
    count(byLevel.Critical),
    count(attention.overdueReview),
    count(attention.unowned),
    count(attention.withoutEnabler),
  ]);
  return {
    open: { Low, Medium, High, Critical },
    unscored: rest(open, Low, Medium, High, Critical),
    overdueReview,
    unowned,
    withoutEnabler,
  };
}

/** What is left of a whole, which was counted a moment before its parts. */
function rest(whole: number, ...parts: readonly number[]): number {
  return Math.max(0, whole - parts.reduce((sum, part) => sum + part, 0));
}
