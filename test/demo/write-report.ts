/**
 * Writes and freezes a report of the demo world, as the page does it: counted as the person, kept by the app's operations.
 */
import { daysAfter } from '../../src/domain/day';
import type { ReportText } from '../../src/domain/report';
import { openRisksOn } from '../../src/domain/trend';
import { readReportNow } from '../../src/reads/report';
import { jiraAs } from '../fixtures/jira-request';
import type { LocalJira } from '../local-jira';
import type { Doors } from './doors';
import { PEOPLE, TIME_ZONE, type PersonName } from './people';

/** What a first report looks back. */
const FIRST_DAYS = 14;

export async function writeReport(doors: Doors, by: PersonName, projectId: string, text: ReportText): Promise<void> {
  const { draft } = await doors.app(by, 'readReports', { projectId });
  await doors.app(by, 'saveReportDraft', { projectId, revision: draft.revision, draft: text });
}

export async function freezeReport(jira: LocalJira, doors: Doors, by: PersonName, projectId: string): Promise<void> {
  const now = jira.clock.now();
  const today = dayOf(now);
  const { draft, last } = await doors.app(by, 'readReports', { projectId });
  const { site, projects } = await doors.app(by, 'getSetup', { projectIds: [projectId] });
  const [project] = projects;
  if (site === undefined || project === undefined) throw new Error('Shift-Up is not set up yet');
  const from = last === undefined ? daysAfter(today, -FIRST_DAYS) : dayOf(new Date(last.frozenAt));
  const { numbers } = await readReportNow(jiraAs(jira, PEOPLE[by].accountId), site, project, {
    today,
    from,
    since: last?.frozenAt ?? `${from}T00:00:00Z`,
    text: draft,
  });
  const { trends } = await doors.app(by, 'readTrends', { projectIds: [projectId], days: 100 });
  const history = (trends[0]?.days ?? []).map((day) => ({ day: day.day, open: openRisksOn(day) }));
  await doors.app(by, 'freezeReport', {
    projectId,
    revision: draft.revision,
    numbers: { ...numbers, history },
    idempotencyKey: `demo-world-report-${today}`,
  });
}

function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: TIME_ZONE }).format(instant);
}
