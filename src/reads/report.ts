/**
 * The report of one project as it is now, as the viewer: every number a count, and three short lists.
 *
 * Points of Jira's quota: 13 for the numbers that the gadget has too, 2 for versions without any, 2 for each version
 * counted (at most VERSIONS_COUNTED), 1 for each query of the team; and for the lists 1 and 1 an issue, of which at most
 * LISTED each are read. Two requests one after the other, three where a level may have risen.
 */
import { LEVELS, type Level } from '../domain/level';
import { compareLevels } from '../domain/level';
import {
  REPORT_LIMITS,
  TEAM_BLOCKS,
  type ComputedDecision,
  type ReportText,
  type TeamBlock,
  type VersionNumbers,
  type WorseRisk,
} from '../domain/report';
import { reportLights, SHIP_SOON_DAYS, shipsBy, unprotectedIn } from '../domain/report-lights';
import { daysAfter } from '../domain/day';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchFieldChanges } from '../jira/changelog';
import { JiraError } from '../jira/errors';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { dayOf, instantOf, personOf, statusOf } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { countIssues, searchFirst } from '../jira/search';
import { listUnreleasedVersions, listVersions, type JiraVersion } from '../jira/version';
import { gadgetQueries } from './gadget-queries';
import { issueFields, reportIssue } from './report-issue';
import { reportQueries, type ReportQueries } from './report-queries';
import type { ReportIssue, ReportNames, ReportNow } from './report-view';
import { meaningOf, storedLevelOf } from './values';

/** Versions counted: the slide shows two of them, the light looks at all. */
export const VERSIONS_COUNTED = 5;
/** Rows read of each list. */
const LISTED = 50;

export interface ReportQuestion {
  /** ISO day of the viewer. */
  readonly today: string;
  /** ISO day of the viewer from which the report looks back. */
  readonly from: string;
  /** ISO instant on that day at which the last report was frozen; for a first report, at which the day began. */
  readonly since: string;
  readonly text: Pick<ReportText, 'blocks'>;
}

/** @throws JiraError; a query of the team that Jira refuses is no error. */
export async function readReportNow(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  question: ReportQuestion,
): Promise<ReportNow> {
  const setup = setupOf(site, project);
  const { today, from, text } = question;
  const gadget = gadgetQueries(site, [project], today);
  const queries = reportQueries(site, project, from, today);
  const after = Date.parse(question.since);
  const list = (jql: string) => searchFirst(jira, { jql, fields: issueFields(setup), atMost: LISTED });
  const [risks, attention, enablers, versions, unplanned, team, closed, worse, undecided] = await Promise.all([
    countEach(jira, { ...gadget.risks.byLevel, open: gadget.risks.open, recorded: gadget.risks.recorded }),
    countEach(jira, gadget.attention),
    countEach(jira, { done: gadget.enablers.done, inProgress: gadget.enablers.inProgress, toDo: gadget.enablers.toDo }),
    countVersions(jira, project.projectId, queries),
    countIssues(jira, queries.unplanned),
    countTeam(jira, text),
    list(queries.closed),
    list(queries.changed).then((found) => worseOf(jira, setup, found, after)),
    list(queries.undecided),
  ]);
  const closedSince = closed.filter(({ fields }) => isAfter(instantOf(fields, 'statuscategorychangedate'), after));
  const decisions = decisionsOf(setup, undecided, versions.counted, today);
  const open = Object.fromEntries(LEVELS.map((level) => [level, risks[level]])) as Record<Level, number>;
  const shown = [...closedSince, ...worse.map(({ issue }) => issue), ...undecided];
  return {
    numbers: {
      day: today,
      from,
      open,
      unscored: Math.max(0, risks.open - LEVELS.reduce((sum, level) => sum + risks[level], 0)),
      overdueReview: attention.overdueReview,
      unowned: attention.unowned,
      withoutEnabler: attention.withoutEnabler,
      enablers,
      versions: versions.counted,
      unplanned,
      counted: team.counted,
      lights: reportLights(
        {
          recordedRisks: risks.recorded,
          openCritical: open.Critical,
          enablers,
          versions: versions.counted,
          blocks: text.blocks,
          counted: team.counted,
          day: today,
        },
        project.settings.lights,
      ),
      closed: closedSince.slice(0, REPORT_LIMITS.listed).map(({ id }) => id),
      // A full list may not be all of them.
      closedCount:
        closed.length < LISTED
          ? closedSince.length
          : Math.max(closedSince.length, await countIssues(jira, queries.closed)),
      worse: worse.slice(0, REPORT_LIMITS.listed).map(({ worse: risk }) => risk),
      worseCount: worse.length,
      decisions: decisions.slice(0, REPORT_LIMITS.listed),
      decisionCount: decisions.length,
    },
    names: { issues: byId(shown.map((issue) => reportIssue(setup, issue))), versions: versions.names },
    links: {
      open: gadget.risks.open,
      byLevel: gadget.risks.byLevel,
      enablers: gadget.enablers,
      versions: new Map(versions.counted.map(({ versionId }) => [versionId, queries.version(versionId).relevant])),
      unplanned: queries.unplanned,
    },
    recordedRisks: risks.recorded,
    moreVersions: versions.more,
    refused: team.refused,
  };
}

/** What the ids in a frozen report are called for this viewer; those that are not in the answer are not for them. */
export async function readReportNames(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  issueIds: readonly string[],
): Promise<ReportNames> {
  const setup = setupOf(site, project);
  const [issues, versions] = await Promise.all([
    issueIds.length === 0 ? [] : fetchIssues(jira, issueIds, { fields: issueFields(setup) }),
    listVersions(jira, project.projectId),
  ]);
  return {
    issues: byId(issues.map((issue) => reportIssue(setup, issue))),
    versions: new Map(versions.map(({ id, name }) => [id, name])),
  };
}

function byId(issues: readonly ReportIssue[]): ReadonlyMap<string, ReportIssue> {
  return new Map(issues.map((issue) => [issue.id, issue]));
}

async function countEach<K extends string>(
  jira: JiraRequest,
  queries: Readonly<Record<K, string>>,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(queries) as K[];
  const counts = await Promise.all(names.map(async (name) => [name, await countIssues(jira, queries[name])] as const));
  return Object.fromEntries(counts) as Record<K, number>;
}

async function countVersions(jira: JiraRequest, projectId: string, queries: ReportQueries) {
  const versions = await listUnreleasedVersions(jira, projectId);
  const looked = versions.slice(0, VERSIONS_COUNTED);
  const counted = await Promise.all(
    looked.map(async ({ id, releaseDate }: JiraVersion): Promise<VersionNumbers> => {
      const counts = await countEach(jira, queries.version(id));
      return { versionId: id, ...(releaseDate === undefined ? {} : { due: releaseDate }), ...counts };
    }),
  );
  return {
    counted: counted.filter(({ relevant }) => relevant > 0),
    more: versions.length - looked.length,
    names: new Map(versions.map(({ id, name }) => [id, name])),
  };
}

/** As the viewer. Whoever may edit issues chose the query; what it may see is Jira's to judge, as always. */
async function countTeam(jira: JiraRequest, { blocks }: Pick<ReportText, 'blocks'>) {
  const counted: Partial<Record<TeamBlock, number>> = {};
  const refused: Partial<Record<TeamBlock, string>> = {};
  await Promise.all(
    TEAM_BLOCKS.map(async (block) => {
      const content = blocks[block];
      if (content.kind === 'typed') return;
      try {
        counted[block] = await countIssues(jira, content.jql);
      } catch (error) {
        if (!(error instanceof JiraError) || error.kind !== 'refused') throw error;
        refused[block] = (error.details.messages ?? []).join(' ');
      }
    }),
  );
  return { counted, refused };
}

/** New ones of a high level, and those whose level is more severe than it was then. */
async function worseOf(
  jira: JiraRequest,
  setup: SiteSetup,
  found: readonly JiraIssue[],
  after: number,
): Promise<readonly { readonly issue: JiraIssue; readonly worse: WorseRisk }[]> {
  const isNew = ({ fields }: JiraIssue) => isAfter(instantOf(fields, 'created'), after);
  const older = found.filter((issue) => !isNew(issue));
  const field = setup.fields.riskLevel;
  const histories =
    older.length === 0
      ? new Map<string, never>()
      : await fetchFieldChanges(
          jira,
          older.map(({ id }) => id),
          field,
        );
  return found.flatMap((issue) => {
    const level = storedLevelOf(setup, issue.fields);
    if (level === undefined) return [];
    if (isNew(issue)) return isSevere(level) ? [{ issue, worse: { issueId: issue.id, level } }] : [];
    // The newest first: the last one since then is the first that changed it.
    const first = (histories.get(issue.id) ?? []).filter(({ at }) => isAfter(at, after)).at(-1);
    const before = first && meaningOf(setup.options.riskLevel, first.from.id);
    const rose = before !== undefined && compareLevels(level, before) < 0;
    return rose ? [{ issue, worse: { issueId: issue.id, level, before } }] : [];
  });
}

function isSevere(level: Level): boolean {
  return level === 'High' || level === 'Critical';
}

function isAfter(instant: string | undefined, after: number): boolean {
  return instant !== undefined && Date.parse(instant) > after;
}

/** The most severe risks first; what has to be decided about going live comes last, because it is about all of them. */
function decisionsOf(
  setup: SiteSetup,
  risks: readonly JiraIssue[],
  versions: readonly VersionNumbers[],
  today: string,
): readonly ComputedDecision[] {
  const { fields: ids, riskStatusIds } = setup;
  const asked = risks.flatMap(({ id, fields }): ComputedDecision[] => {
    const level = storedLevelOf(setup, fields);
    const until = dayOf(fields, ids.acceptanceExpires);
    const waits = riskStatusIds !== undefined && statusOf(fields).id === riskStatusIds.awaitingAcceptance;
    if (waits) return [{ kind: 'accept', issueId: id }];
    if (level !== undefined && isSevere(level) && personOf(fields, ids.riskOwner) === undefined) {
      return [{ kind: 'owner', issueId: id }];
    }
    return until === undefined || until < today ? [] : [{ kind: 'keepAccepting', issueId: id, until }];
  });
  const soon = versions.filter(
    (version) => unprotectedIn(version) > 0 && shipsBy(version, daysAfter(today, SHIP_SOON_DAYS)),
  );
  return [
    ...asked,
    ...soon.map((version): ComputedDecision => {
      return { kind: 'ship', versionId: version.versionId, unprotected: unprotectedIn(version) };
    }),
  ];
}
