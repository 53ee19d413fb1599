/**
 * What the tab reads: the draft with everything counted now, or a report that was frozen.
 */
import { daysAfter } from '../../../../../../src/domain/day';
import { LEVELS } from '../../../../../../src/domain/level';
import { REPORT_LIMITS } from '../../../../../../src/domain/report';
import type { OpenOnDay, Report, ReportDraft, ReportListed, ReportNumbers } from '../../../../../../src/domain/report';
import type { TrendDay } from '../../../../../../src/domain/trend';
import { permissionsOnProject } from '../../../../../../src/jira/permission';
import { readReportNames, readReportNow } from '../../../../../../src/reads/report';
import type { ReportNames, ReportNow } from '../../../../../../src/reads/report-view';
import { OperationError } from '../../../shared/app-error';
import { invoke, jiraAsViewer } from '../../../shared/bridge';
import { isoToday } from '../../../shared/days';
import type { ProjectStand } from '../ProjectPage';
import { startOfDay } from './start-of-day';

/** Days that a first report looks back, unless its author says otherwise. */
export const FIRST_LOOKS_BACK_DAYS = 14;

export interface DraftView {
  readonly draft: ReportDraft;
  readonly frozen: readonly ReportListed[];
  readonly last: Report | undefined;
  readonly now: ReportNow;
  readonly numbers: ReportNumbers;
  readonly mayEdit: boolean;
}

/** @throws OperationError, JiraError */
export async function readDraftView({ projectId, site, project }: ProjectStand, timezone: string): Promise<DraftView> {
  const today = isoToday(timezone);
  const [answer, permissions, history] = await Promise.all([
    invoke('readReports', { projectId }),
    permissionsOnProject(jiraAsViewer, projectId, ['EDIT_ISSUES']),
    readHistory(projectId),
  ]);
  if (!answer.ok) throw new OperationError(answer.error);
  const { draft, frozen, last } = answer.value;
  const from =
    last === undefined
      ? (draft.from ?? daysAfter(today, -FIRST_LOOKS_BACK_DAYS))
      : isoToday(timezone, new Date(last.frozenAt));
  const now = await readReportNow(jiraAsViewer, site, project, {
    today,
    from,
    since: last?.frozenAt ?? startOfDay(from, timezone),
    text: draft,
  });
  return {
    draft,
    frozen,
    last,
    now,
    numbers: { ...now.numbers, history },
    mayEdit: permissions.has('EDIT_ISSUES'),
  };
}

export interface FrozenView {
  readonly report: Report;
  readonly before: Report | undefined;
  readonly names: ReportNames;
  /** The latest first. */
  readonly frozen: readonly ReportListed[];
}

/** @throws OperationError, JiraError */
export async function readFrozenView({ projectId, site, project }: ProjectStand, number: number): Promise<FrozenView> {
  const [answer, list] = await Promise.all([
    invoke('readReport', { projectId, number }),
    invoke('readReports', { projectId }),
  ]);
  if (!answer.ok) throw new OperationError(answer.error);
  if (!list.ok) throw new OperationError(list.error);
  const { report, before } = answer.value;
  const { closed, worse, decisions } = report.numbers;
  const named = [
    ...closed,
    ...worse.map(({ issueId }) => issueId),
    ...decisions.flatMap((decision) => (decision.kind === 'ship' ? [] : [decision.issueId])),
  ];
  const names = await readReportNames(jiraAsViewer, site, project, named);
  return { report, before, names, frozen: list.value.frozen };
}

/** The line is an extra: where it cannot be read, the report stands without it. */
async function readHistory(projectId: string): Promise<readonly OpenOnDay[]> {
  const answer = await invoke('readTrends', { projectIds: [projectId], days: REPORT_LIMITS.history });
  const days = answer.ok ? (answer.value.trends[0]?.days ?? []) : [];
  return days.map((day) => ({ day: day.day, open: openOn(day) })).slice(-REPORT_LIMITS.history);
}

function openOn(day: TrendDay): number {
  if (day.kind === 'rebuilt') return day.counts.openRisks;
  return LEVELS.reduce((sum, level) => sum + day.counts.open[level], day.counts.unscored);
}
