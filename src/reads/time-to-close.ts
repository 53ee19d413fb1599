/**
 * How long it takes to close a risk in one project, beside the age of those that are open, as the viewer.
 *
 * Points of Jira's quota: 16 for what is open, whatever the number, and 1 and 1 a risk for those closed in the last 90
 * days, of which no more than CLOSED_MOST are read. All but the further pages of these at once.
 */
import { daysAfter } from '../domain/day';
import { LEVELS, type Level } from '../domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import {
  CLOSED_WITHIN_DAYS,
  closeVerdict,
  daysBetween,
  timesToClose,
  type ClosedOfLevel,
  type ClosedRisk,
  type CloseVerdict,
} from '../domain/time-to-close';
import type { JiraIssue } from '../jira/issue';
import { instantOf } from '../jira/issue-fields';
import {
  allOf,
  customField,
  day,
  isEmptyOrNoneOf,
  isOneOf,
  isOpen,
  ordered,
  statusCategoryIs,
  type JqlClause,
} from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { countIssues, searchFirst, searchPage } from '../jira/search';
import type { Count } from './gadget-view';
import { storedLevelOf } from './values';

/** Closed risks read, the last closed first. */
export const CLOSED_MOST = 200;
const PAGE = 100;

export interface LevelTimes {
  readonly closed: ClosedOfLevel;
  /** Opens exactly the closed risks that were counted; `undefined` where not all of them were. */
  readonly closedJql: string | undefined;
  readonly open: Count;
  /** Open for longer than the target. */
  readonly late: Count;
  /** Age in days of the oldest open one; `undefined` where none is open. */
  readonly oldest: number | undefined;
  /** Days. */
  readonly target: number;
}

export interface TimeToClose {
  readonly levels: Readonly<Record<Level, LevelTimes>>;
  /** ISO day since which closed risks count. */
  readonly since: string;
  /** Closed ones that were read, of all levels. */
  readonly closed: number;
  /** There are more of them than were read. */
  readonly more: boolean;
  readonly verdict: CloseVerdict;
}

/**
 * @param today ISO day of the viewer.
 * @throws JiraError
 */
export async function readTimeToClose(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  today: string,
): Promise<TimeToClose> {
  const setup = setupOf(site, project);
  const { closeDays } = project.settings;
  const since = daysAfter(today, -CLOSED_WITHIN_DAYS);
  const query = queries(setup, project, since);
  const readLevel = async (level: Level) => {
    const open = query.open(level);
    const late = allOf(open, day('created', '<', daysAfter(today, -closeDays[level])));
    const [openCount, lateCount, [oldest]] = await Promise.all([
      countIssues(jira, open),
      countIssues(jira, late),
      searchFirst(jira, {
        jql: ordered(open, { field: 'created', direction: 'ASC' }),
        fields: ['created'],
        atMost: 1,
      }),
    ]);
    return {
      open: { jql: open, count: openCount },
      late: { jql: late, count: lateCount },
      oldest: oldest && ageOf(oldest, today),
      target: closeDays[level],
    };
  };
  const [found, open] = await Promise.all([
    readClosed(jira, setup, query.closed()),
    Promise.all(LEVELS.map(async (level) => ({ level, ...(await readLevel(level)) }))),
  ]);
  const times = timesToClose(found.closed);
  const levels = Object.fromEntries(
    open.map(({ level, ...rest }): [Level, LevelTimes] => [
      level,
      { ...rest, closed: times[level], closedJql: found.more ? undefined : query.closed(level) },
    ]),
  ) as Record<Level, LevelTimes>;
  return { levels, since, closed: found.closed.length, more: found.more, verdict: verdictOf(levels) };
}

function verdictOf(levels: Readonly<Record<Level, LevelTimes>>): CloseVerdict {
  const standing = (level: Level) => {
    const { closed, open, oldest, target } = levels[level];
    return { closed: closed.count, median: closed.median, open: open.count, oldest, target };
  };
  return closeVerdict(
    Object.fromEntries(LEVELS.map((level) => [level, standing(level)])) as Record<Level, ReturnType<typeof standing>>,
  );
}

function queries(setup: SiteSetup, { projectId }: ProjectSetup, since: string) {
  const level = customField(setup.fields.riskLevel);
  const { droppedResolutionIds, options } = setup;
  const risks = allOf(isOneOf('project', [projectId]), isOneOf('issuetype', [setup.riskTypeId]));
  const ofLevels = (levels: readonly Level[]): JqlClause =>
    isOneOf(
      level,
      levels.map((each) => options.riskLevel[each]),
    );
  return {
    open: (each: Level) => allOf(risks, isOpen(), ofLevels([each])),
    /** Of one level, or of all; without those that were given up (duplicates): nobody closed these by doing something. */
    closed: (each?: Level) =>
      allOf(
        risks,
        statusCategoryIs('done'),
        ofLevels(each === undefined ? LEVELS : [each]),
        day('statusCategoryChangedDate', '>=', since),
        ...(droppedResolutionIds.length === 0 ? [] : [isEmptyOrNoneOf('resolution', droppedResolutionIds)]),
      ),
  };
}

async function readClosed(
  jira: JiraRequest,
  setup: SiteSetup,
  jql: JqlClause,
): Promise<{ readonly closed: readonly ClosedRisk[]; readonly more: boolean }> {
  // By id: a page that Jira gives again, or a risk that moved onto the next one meanwhile, is counted once.
  const closed = new Map<string, ClosedRisk>();
  let token: string | undefined;
  for (let read = 0; read < CLOSED_MOST; read += PAGE) {
    const page = await searchPage(jira, {
      jql: ordered(jql, { field: 'statusCategoryChangedDate', direction: 'DESC' }),
      fields: ['created', CLOSED_AT, setup.fields.riskLevel],
      atMost: PAGE,
      ...(token === undefined ? {} : { token }),
    });
    for (const issue of page.issues) {
      const risk = closedRisk(setup, issue);
      if (risk !== undefined) closed.set(issue.id, risk);
    }
    token = page.next;
    if (token === undefined) return { closed: [...closed.values()], more: false };
  }
  return { closed: [...closed.values()], more: true };
}

/** When the status last came to count as done; Jira's name of the field in answers. */
const CLOSED_AT = 'statuscategorychangedate';

/** `undefined` where Jira does not say when. */
function closedRisk(setup: SiteSetup, { fields }: JiraIssue): ClosedRisk | undefined {
  const [level, created, closed] = [
    storedLevelOf(setup, fields),
    instantOf(fields, 'created'),
    instantOf(fields, CLOSED_AT),
  ];
  return level === undefined || created === undefined || closed === undefined ? undefined : { level, created, closed };
}

function ageOf({ fields }: JiraIssue, today: string): number | undefined {
  const created = instantOf(fields, 'created');
  return created === undefined ? undefined : daysBetween(created, today);
}
