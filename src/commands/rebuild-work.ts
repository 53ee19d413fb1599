/**
 * One job of a reconstruction. It may come twice, late, or be killed anywhere: each page of risks is counted once, and the
 * next job goes on. Days that were counted are never touched: they are kept elsewhere, and stand for themselves.
 *
 * Points of Jira's quota: one for each risk of the project, open or closed, one for each hundred, and one for their number.
 */
import { daysAfter } from '../domain/day';
import { emptyTally, rebuiltFrom, tallied, type RiskDates, type RiskTally } from '../domain/rebuilt-trend';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { TREND_DAYS_MOST } from '../domain/trend';
import { JiraError } from '../jira/errors';
import type { JiraIssue } from '../jira/issue';
import { instantOf, statusOf } from '../jira/issue-fields';
import { allOf, isOneOf, ordered } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { countIssues, Places, searchPage } from '../jira/search';
import { takeTurn } from '../storage/lease';
import { readProjectSetup } from '../storage/project-setup';
import { readRebuildRun, removeRebuildRun, writeRebuildRun, type RebuildRun } from '../storage/rebuild-run';
import { readSiteSetup } from '../storage/site-setup';
import { countedSince, removeTrend, writeRebuilt } from '../storage/trend';
import type { RebuildJob, RebuildMachine } from './rebuild-trend';

const JOB = {
  /** No page is begun after that. The function has 55 s, and a page takes less than the rest. */
  workMilliseconds: 30_000,
  /** From then on a job is dead for sure. */
  lifeMilliseconds: 60_000,
  /** Risks at a time; Jira gives no more with fields. */
  rows: 100,
  /** How often Jira's "later" is waited for, and how long at most: what the queue can wait. */
  pausesMost: 6,
  pauseSeconds: { usual: 60, most: 900 },
} as const;

export interface RebuildWorker extends RebuildMachine {
  /** As the app: a job has no person. It reads dates and keeps numbers of days; who sees them is asked when they are read. */
  readonly jira: JiraRequest;
  report(error: JiraError): Promise<void>;
}

/** @returns after how many seconds the same job should come again; `undefined` when it is done with. */
export async function workOnRebuild(
  worker: RebuildWorker,
  { projectId, runId, turn }: RebuildJob,
  isRetry: boolean,
): Promise<number | undefined> {
  const before = await readRebuildRun(projectId);
  if (before?.id !== runId || before.rebuild.state !== 'running') return undefined;
  if (turn < before.turn && !isRetry) return undefined;
  const now = worker.now().getTime();
  const taken = await takeTurn('rebuild-lease', runId, before.turn, { now, milliseconds: JOB.lifeMilliseconds });
  if ('takenUntil' in taken) return isRetry ? Math.ceil((taken.takenUntil - now) / 1000) : undefined;
  // The one who had the turn before may have written meanwhile.
  const [site, project, run] = await Promise.all([
    readSiteSetup(),
    readProjectSetup(projectId),
    readRebuildRun(projectId),
  ]);
  if (run?.id !== runId || run.rebuild.state !== 'running') return undefined;
  if (site === undefined || project === undefined) {
    await removeRebuildRun(projectId);
    return undefined;
  }
  await new RebuildWork(worker, site, project, taken.turn).goOn(run);
  return undefined;
}

class RebuildWork {
  readonly #projectId: string;
  readonly #setup: SiteSetup;
  readonly #until: number;

  constructor(
    private readonly worker: RebuildWorker,
    site: SiteSetup,
    project: ProjectSetup,
    private readonly turn: number,
  ) {
    this.#projectId = project.projectId;
    this.#setup = setupOf(site, project);
    this.#until = worker.now().getTime() + JOB.workMilliseconds;
  }

  /** Until all risks are looked at, or the next job has to go on. */
  async goOn(begun: RebuildRun): Promise<void> {
    let run = begun;
    const places = new Places();
    try {
      let tally = run.tally;
      if (tally === undefined) {
        tally = await this.#span();
        run = await this.#write({ ...run, tally, rebuild: { ...run.rebuild, total: await this.#total(), looked: 0 } });
      }
      while (this.worker.now().getTime() <= this.#until) {
        const { issues, next } = await this.#page(run.token);
        // In the order of their keys: what comes a second time, in a page that Jira gives again, is counted already.
        const fresh = issues.filter(({ key }) => numberIn(key) > (run.after ?? 0));
        tally = tallied(tally, fresh.flatMap(datesOf));
        const looked = run.rebuild.looked + fresh.length;
        const after = Math.max(run.after ?? 0, ...fresh.map(({ key }) => numberIn(key)));
        const { token: _last, ...rest } = { ...run, after };
        if (next === undefined) {
          await this.#end(rest, tally, looked);
          return;
        }
        // Page and place are written together, so that no risk is counted twice.
        run = await this.#write({ ...rest, tally, token: places.take(next), rebuild: { ...rest.rebuild, looked } });
      }
      await this.#handOver(run, 0);
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      await this.worker.report(error);
      await this.#stopFor(error, run);
    }
  }

  /** The days before the first count, or before today; as far back as anybody can ask for. */
  async #span(): Promise<RiskTally> {
    const today = this.worker.now().toISOString().slice(0, 10);
    const since = (await countedSince(this.#projectId, today)) ?? today;
    return emptyTally(daysAfter(since, -TREND_DAYS_MOST), TREND_DAYS_MOST);
  }

  #risks() {
    return allOf(isOneOf('project', [this.#projectId]), isOneOf('issuetype', [this.#setup.riskTypeId]));
  }

  async #total(): Promise<number> {
    return countIssues(this.worker.jira, this.#risks());
  }

  async #page(token: string | undefined) {
    const options = {
      jql: ordered(this.#risks(), { field: 'key', direction: 'ASC' }),
      fields: ['status', 'created', 'resolutiondate', 'statuscategorychangedate'],
      atMost: JOB.rows,
    };
    return searchPage(this.worker.jira, token === undefined ? options : { ...options, token });
  }

  async #stopFor({ kind, details }: JiraError, run: RebuildRun): Promise<void> {
    const seconds = details.retryAfterSeconds ?? JOB.pauseSeconds.usual;
    const isPassing = kind === 'rateLimited' || kind === 'unavailable';
    // A place in the list that Jira does not know any more: from the beginning.
    const isLostPlace = kind === 'refused' && run.token !== undefined;
    const isOver = run.pauses >= JOB.pausesMost || seconds > JOB.pauseSeconds.most || !(isPassing || isLostPlace);
    if (isOver) {
      await this.#write({ ...run, turn: this.turn + 1, rebuild: this.#ended(run, 'failed') });
      return;
    }
    const pauses = run.pauses + 1;
    const { token: _token, after: _after, tally: _tally, ...anew } = run;
    await (isLostPlace ? this.#handOver({ ...anew, pauses }, 0) : this.#handOver({ ...run, pauses }, seconds));
  }

  async #handOver(run: RebuildRun, delaySeconds: number): Promise<void> {
    const turn = this.turn + 1;
    await this.#write({ ...run, turn });
    await this.worker.push({ projectId: this.#projectId, runId: run.id, turn }, delaySeconds);
  }

  async #end(
    { tally: _tally, after: _after, ...run }: Omit<RebuildRun, 'token'>,
    tally: RiskTally,
    looked: number,
  ): Promise<void> {
    const { from, days } = rebuiltFrom(tally);
    await writeRebuilt(this.#projectId, from, days);
    const known = days.filter((day) => day !== undefined).length;
    const rebuild = { ...this.#ended(run, 'done'), total: looked, looked, days: known };
    await this.#write({ ...run, turn: this.turn + 1, rebuild });
    // Undo forgets the settings first and the history then: whichever of the two comes last finds both.
    if ((await readProjectSetup(this.#projectId)) !== undefined) return;
    await removeTrend(this.#projectId, this.worker.now().toISOString().slice(0, 10));
    await removeRebuildRun(this.#projectId);
  }

  #ended({ rebuild }: Pick<RebuildRun, 'rebuild'>, state: 'done' | 'failed'): RebuildRun['rebuild'] {
    return { ...rebuild, state, endedAt: this.worker.now().toISOString() };
  }

  async #write(run: RebuildRun): Promise<RebuildRun> {
    const written = { ...run, movedAt: this.worker.now().getTime() };
    await writeRebuildRun(this.#projectId, written);
    return written;
  }
}

/** The day on which Jira says it was resolved, or else on which its status became one of those that are done. */
function datesOf({ fields }: JiraIssue): readonly RiskDates[] {
  const dayOf = (field: string) => instantOf(fields, field)?.slice(0, 10);
  const created = dayOf('created');
  // An issue without a date of birth: Jira has none.
  if (created === undefined) return [];
  const isOpen = statusOf(fields).category !== 'done';
  return [
    { created, isOpen, closed: isOpen ? undefined : (dayOf('resolutiondate') ?? dayOf('statuscategorychangedate')) },
  ];
}

/** 12 in `SHOP-12`. */
function numberIn(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}
