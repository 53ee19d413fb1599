/**
 * The gadget's numbers, as the viewer: seventeen counts and one search of six rows, all at once, whatever the number of
 * issues. Together with the look-up of the recorded ids: two steps one after the other.
 *
 * Points of Jira's quota: 17 for the counts and 7 for the rows, and 1 where the look-up asks which projects are in sight.
 *
 * Team-managed projects whose fields are their own cost one more search each, because Jira cannot sort across fields.
 */
import { compareLevels, scoreValue } from '../domain/level';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { mayUseFilter } from '../jira/filter';
import type { JiraIssue } from '../jira/issue';
import { dayOf, linksOf, statusOf, summaryOf } from '../jira/issue-fields';
import { visibleProjectIds } from '../jira/project';
import type { JiraRequest } from '../jira/request';
import { countIssues, searchFirst } from '../jira/search';
import { enablersOfRisk, gadgetQueries, type GadgetQueries, type TopRisksQuery } from './gadget-queries';
import type { BypassQuery } from './gadget-story-queries';
import type {
  AttentionCounts,
  Count,
  EnablerCounts,
  GadgetParts,
  GadgetScope,
  RiskCounts,
  StoryCounts,
  TopRisk,
} from './gadget-view';
import { personViewOf, progressOfLinks, scoreOf, statusViewOf, storedLevelOf } from './values';

/** Rows in the list of top risks. */
export const TOP_RISKS = 5;
/**
 * Rows read for it. Jira sorts by likelihood and then impact, a person by their product; one more row than is shown
 * mends the commonest case of a tie at the end of the list. More would cost more than a look at the gadget may.
 */
const TOP_RISKS_READ = 6;

/**
 * Starts every request at once and gives each part as it comes.
 *
 * Jira refuses a query that names a project which the viewer may not see. Then, and only then, the visible ones are
 * looked up and everything is asked once more for those; `scope` says what was counted in the end. A viewer who may see
 * none of the projects, or not the filter, gets a `notFound` from every part.
 * @param scope the projects of the configuration, and what is already left out.
 * @param projects settings of the projects; those not in `scope` are ignored.
 * @param today ISO day of the viewer.
 */
export function startGadget(
  jira: JiraRequest,
  setup: SiteSetup,
  scope: GadgetScope,
  projects: readonly ProjectSetup[],
  today: string,
): GadgetParts {
  const asked = projects.filter(({ projectId }) => scope.projectIds.includes(projectId));
  const { filterId } = scope;
  const first = { queries: () => gadgetQueries(setup, asked, today, filterId), scope };
  const narrowed = onceOnly(async () => {
    if (filterId !== undefined && !(await mayUseFilter(jira, filterId)))
      throw new JiraError('notFound', 'gadget.scope');
    const visible = await visibleProjectIds(jira, idsOf(asked));
    const left = asked.filter(({ projectId }) => visible.has(projectId));
    // Everything is visible, so the refusal has another reason, and asking again would not help.
    if (left.length === asked.length) return undefined;
    return {
      queries: () => gadgetQueries(setup, left, today, filterId),
      scope: { ...scope, projectIds: idsOf(left), notVisible: scope.notVisible + asked.length - left.length },
    };
  });

  async function part<T>(read: (queries: GadgetQueries) => Promise<T>): Promise<{ value: T; scope: GadgetScope }> {
    if (asked.length === 0) throw new JiraError('notFound', 'gadget.scope');
    try {
      return { value: await read(first.queries()), scope };
    } catch (error) {
      if (!(error instanceof JiraError) || error.kind !== 'refused') throw error;
      const second = await narrowed();
      if (second === undefined) throw error;
      if (second.scope.projectIds.length === 0) throw new JiraError('notFound', 'gadget.scope');
      return { value: await read(second.queries()), scope: second.scope };
    }
  }

  const risks = part((queries) => countRisks(jira, queries.risks));
  const valueOf = async <T>(started: Promise<{ value: T }>) => (await started).value;
  return handled({
    scope: risks.then((done) => done.scope),
    risks: valueOf(risks),
    attention: valueOf(part((queries) => countAttention(jira, queries.attention))),
    enablers: valueOf(part((queries) => countEnablers(jira, queries.enablers))),
    stories: valueOf(part((queries) => countStories(jira, queries.stories))),
    topRisks: valueOf(part((queries) => readTopRisks(jira, queries.topRisks))),
  });
}

async function countRisks(jira: JiraRequest, queries: GadgetQueries['risks']): Promise<RiskCounts> {
  const [recorded, open, low, medium, high, critical] = await Promise.all([
    counted(jira, queries.recorded),
    counted(jira, queries.open),
    counted(jira, queries.byLevel.Low),
    counted(jira, queries.byLevel.Medium),
    counted(jira, queries.byLevel.High),
    counted(jira, queries.byLevel.Critical),
  ]);
  return {
    open,
    byLevel: { Low: low, Medium: medium, High: high, Critical: critical },
    unscored: { jql: queries.unscored, count: rest(open, low, medium, high, critical) },
    recorded,
  };
}

async function countAttention(jira: JiraRequest, queries: GadgetQueries['attention']): Promise<AttentionCounts> {
  const [overdueReview, unowned, withoutEnabler, acceptanceExpiring] = await Promise.all([
    counted(jira, queries.overdueReview),
    counted(jira, queries.unowned),
    counted(jira, queries.withoutEnabler),
    counted(jira, queries.acceptanceExpiring),
  ]);
  return { overdueReview, unowned, withoutEnabler, acceptanceExpiring };
}

async function countEnablers(jira: JiraRequest, queries: GadgetQueries['enablers']): Promise<EnablerCounts> {
  const [done, inProgress, toDo] = await Promise.all([
    counted(jira, queries.done),
    counted(jira, queries.inProgress),
    counted(jira, queries.toDo),
  ]);
  // Every status has one of the three categories.
  return { all: { jql: queries.all, count: done.count + inProgress.count + toDo.count }, done, inProgress, toDo };
}

async function countStories(jira: JiraRequest, queries: GadgetQueries['stories']): Promise<StoryCounts> {
  const [all, relevant, notRelevant, bypasses] = await Promise.all([
    counted(jira, queries.all),
    counted(jira, queries.relevant),
    counted(jira, queries.notRelevant),
    queries.bypasses && unlessRefused(countBypasses(jira, queries.bypasses)),
  ]);
  const unassessed = { jql: queries.unassessed, count: rest(all, relevant, notRelevant) };
  const assessed = { jql: queries.assessed, count: relevant.count + notRelevant.count };
  return { all, assessed, relevant, notRelevant, unassessed, bypasses };
}

/** By the app's mark too; where Jira does not know that, by native facts alone. */
export async function countBypasses(jira: JiraRequest, { jql, withoutMark }: BypassQuery): Promise<Count> {
  try {
    return await counted(jira, jql);
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'refused') throw error;
    return counted(jira, withoutMark);
  }
}

/** Jira refuses words of a link type that somebody deleted. What else is known of the stories stands without it. */
async function unlessRefused(count: Promise<Count>): Promise<Count | undefined> {
  try {
    return await count;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'refused') return undefined;
    throw error;
  }
}

async function counted(jira: JiraRequest, jql: string): Promise<Count> {
  return { jql, count: await countIssues(jira, jql) };
}

/** What is left of a whole. Never below zero, although the parts may be counted a moment later than the whole. */
function rest(whole: Count, ...parts: readonly Count[]): number {
  return Math.max(0, whole.count - parts.reduce((sum, { count }) => sum + count, 0));
}

async function readTopRisks(jira: JiraRequest, queries: readonly TopRisksQuery[]): Promise<readonly TopRisk[]> {
  const found = await Promise.all(queries.map((query) => searchTopRisks(jira, query)));
  return found
    .flat()
    .sort((a, b) => compareLevels(a.level, b.level) || (b.score ?? 0) - (a.score ?? 0))
    .slice(0, TOP_RISKS);
}

async function searchTopRisks(jira: JiraRequest, { jql, setup }: TopRisksQuery): Promise<readonly TopRisk[]> {
  const { fields } = setup;
  const risks = await searchFirst(jira, {
    jql,
    atMost: TOP_RISKS_READ,
    fields: [
      'summary',
      'status',
      'issuelinks',
      'duedate',
      fields.likelihood,
      fields.impact,
      fields.riskLevel,
      fields.riskOwner,
      fields.nextReview,
    ],
  });
  return risks.map((risk) => topRisk(setup, risk));
}

function topRisk(setup: SiteSetup, { id, key, fields }: JiraIssue): TopRisk {
  const score = scoreOf(setup, fields, 'inherent');
  return {
    id,
    key,
    summary: summaryOf(fields),
    level: storedLevelOf(setup, fields),
    score: score && scoreValue(score),
    status: statusViewOf(statusOf(fields)),
    owner: personViewOf(fields, setup.fields.riskOwner)?.name,
    due: dayOf(fields, 'duedate'),
    nextReview: dayOf(fields, setup.fields.nextReview),
    progress: progressOfLinks(setup, linksOf(fields)),
    enablersJql: enablersOfRisk(setup, key),
  };
}

function idsOf(projects: readonly ProjectSetup[]): readonly string[] {
  return projects.map(({ projectId }) => projectId);
}

function onceOnly<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= start());
}

/** A page looks at the parts one after the other; one that fails meanwhile must not count as unhandled. */
function handled(parts: GadgetParts): GadgetParts {
  for (const part of Object.values(parts) as Promise<unknown>[]) part.catch(() => undefined);
  return parts;
}
