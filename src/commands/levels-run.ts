/**
 * One job of a recalculation. It may come twice, late, or be killed anywhere: nothing is written twice, the counts stay
 * exact, and the next job goes on. Bands that are saved meanwhile begin it anew.
 *
 * Points of Jira's quota: one for each open risk to list it, one to look at it as it is, one to write where its level is
 * another; and one for each hundred. 2,000 risks that all change cost about 6,100.
 */
import type { Recalculation } from '../contract/risks';
import type { LevelBands } from '../domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { editIssue, fetchIssues } from '../jira/issue';
import { typeIdOf } from '../jira/issue-fields';
import { allOf, isOneOf, isOpen, ordered } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchPages } from '../jira/search';
import { takeTurn } from '../storage/lease';
import { readProjectSetup } from '../storage/project-setup';
import {
  isFulfilled,
  LISTED_MOST,
  readLevelsList,
  readLevelsRun,
  readLevelsWish,
  removeLevelsList,
  writeLevelsList,
  writeLevelsRun,
  type LevelsRun,
  type LevelsWish,
} from '../storage/recalculation';
import { readSiteSetup } from '../storage/site-setup';
import { inParallel } from './in-parallel';
import { fieldsForBands, valuesByBands } from './levels-by-bands';
import type { LevelsJob, LevelsMachine } from './recalculate-levels';

const JOB = {
  /** No look at further risks begins after that. The function has 55 s, and a look takes less than the rest. */
  workMilliseconds: 30_000,
  /** From then on a job is dead for sure. */
  lifeMilliseconds: 60_000,
  /** Risks looked at between two looks at the clock, and written side by side. */
  looks: 25,
  atOnce: 5,
  /** Ids that Jira is asked for at a time; it gives as many without fields. */
  listed: 1000,
  /** What was scored by the bands before while they were saved is in the second list. */
  listsMost: 2,
  /** How often Jira's "later" is waited for, and how long at most: what the queue can wait. */
  pausesMost: 6,
  pauseSeconds: { usual: 60, most: 900 },
} as const;

export interface LevelsWorker extends LevelsMachine {
  /** As the app: the admin who saved the bands need not be able to edit every risk, and a job has no person. */
  readonly jira: JiraRequest;
  report(error: JiraError): Promise<void>;
}

/** @returns after how many seconds the same job should come again; `undefined` when it is done with. */
export async function workOnLevels(
  worker: LevelsWorker,
  { projectId, turn }: LevelsJob,
  isRetry: boolean,
): Promise<number | undefined> {
  const [wish, before] = await Promise.all([readLevelsWish(projectId), readLevelsRun(projectId)]);
  if (wish === undefined || isFulfilled(wish, before)) return undefined;
  if (turn !== undefined && turn < (before?.turn ?? 1) && !isRetry) return undefined;
  const now = worker.now().getTime();
  const taken = await takeTurn('levels-lease', projectId, before?.turn ?? 1, {
    now,
    milliseconds: JOB.lifeMilliseconds,
  });
  if ('takenUntil' in taken) return Math.ceil((taken.takenUntil - now) / 1000);
  // The one who had the turn before may have written meanwhile.
  const [site, project, standing] = await Promise.all([
    readSiteSetup(),
    readProjectSetup(projectId),
    readLevelsRun(projectId),
  ]);
  if (site === undefined || project === undefined) return undefined;
  const work = new LevelsWork(worker, site, project, taken.turn, now + JOB.workMilliseconds);
  await work.fulfil(standing);
  return undefined;
}

class LevelsWork {
  readonly #projectId: string;

  constructor(
    private readonly worker: LevelsWorker,
    private readonly site: SiteSetup,
    private readonly project: ProjectSetup,
    private readonly turn: number,
    private readonly until: number,
  ) {
    this.#projectId = project.projectId;
  }

  /** Until what is wished for is done, or the next job has to go on. */
  async fulfil(standing: LevelsRun | undefined): Promise<void> {
    let run = standing;
    for (;;) {
      const wish = await readLevelsWish(this.#projectId);
      if (wish === undefined || isFulfilled(wish, run)) break;
      run = run?.id === wish.id ? run : await this.#begin(wish, run);
      const next = await this.#goOn(run);
      if (next === 'handed over') return;
      run = next;
    }
    // Whoever comes next need not wait for the end of this turn.
    if (run !== undefined) await writeLevelsRun(this.#projectId, { ...run, turn: this.turn + 1 });
  }

  async #begin({ id, from }: LevelsWish, before: LevelsRun | undefined): Promise<LevelsRun> {
    const startedAt = this.#now();
    const left = before?.recalculation.state === 'running' ? this.#ended(before.recalculation, 'failed') : undefined;
    const run: LevelsRun = {
      version: 1,
      id,
      turn: this.turn,
      movedAt: Date.parse(startedAt),
      pauses: 0,
      lists: 0,
      pending: [],
      recalculation: {
        state: 'running',
        ...(from === undefined ? {} : { from }),
        to: (await this.#bands()) ?? this.project.settings.bands,
        startedAt,
        looked: 0,
        changed: 0,
        failed: 0,
      },
      log: before === undefined ? [] : [left ?? before.recalculation, ...before.log],
    };
    await this.#write(run);
    return run;
  }

  async #goOn(begun: LevelsRun): Promise<LevelsRun | 'handed over'> {
    let run = begun;
    try {
      for (;;) {
        let ids = await readLevelsList(this.#projectId, run.id);
        if (run.recalculation.looked >= ids.length) {
          const more = run.lists < JOB.listsMost ? await this.#listed(ids) : [];
          if (run.lists > 0 && more.length === 0) return await this.#end(run);
          ids = [...ids, ...more].slice(0, LISTED_MOST);
          await writeLevelsList(this.#projectId, { runId: run.id, ids });
          run = await this.#counted({ ...run, lists: run.lists + 1 }, { total: ids.length });
        }
        while (run.recalculation.looked < ids.length) {
          if (this.worker.now().getTime() > this.until) return await this.#handOver(run, 0);
          // Bands that were saved meanwhile: what is left to do is to be done by them.
          if ((await readLevelsWish(this.#projectId))?.id !== run.id) return run;
          run = await this.#look(run, ids.slice(run.recalculation.looked, run.recalculation.looked + JOB.looks));
        }
      }
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      await this.worker.report(error);
      return await this.#pause(error);
    }
  }

  /** Open risks that are not in the list yet, by their ids. */
  async #listed(known: readonly string[]): Promise<readonly string[]> {
    const setup = setupOf(this.site, this.project);
    const what = allOf(isOneOf('project', [this.#projectId]), isOneOf('issuetype', [setup.riskTypeId]), isOpen());
    const jql = ordered(what, { field: 'key', direction: 'ASC' });
    const found = new Set(known);
    for await (const issues of searchPages(this.worker.jira, { jql, fields: ['key'], atMost: JOB.listed })) {
      for (const { id } of issues) found.add(id);
      if (found.size >= LISTED_MOST) break;
    }
    return [...found].slice(known.length);
  }

  async #look(run: LevelsRun, ids: readonly string[]): Promise<LevelsRun> {
    const setup = setupOf(this.site, this.project);
    const fields = ['issuetype', ...fieldsForBands(setup)];
    const settings = { bands: run.recalculation.to, reviewDays: this.project.settings.reviewDays };
    const today = this.#now().slice(0, 10);
    const risks = await fetchIssues(this.worker.jira, ids, { fields });
    const wrong = risks.flatMap((risk) => {
      const values =
        typeIdOf(risk.fields) === setup.riskTypeId ? valuesByBands(setup, settings, risk.fields, today) : undefined;
      return values === undefined ? [] : [{ id: risk.id, values }];
    });
    const wrongIds = wrong.map(({ id }) => id);
    // Written by a job that was killed before it could count them.
    const right = risks.map(({ id }) => id).filter((id) => !wrongIds.includes(id));
    const written = run.pending.filter((id) => right.includes(id)).length;
    if (wrong.length > 0) await this.#write({ ...run, pending: [...new Set([...run.pending, ...wrongIds])] });
    const outcomes = await inParallel(wrong, JOB.atOnce, ({ id, values }) => this.#follow(id, values));
    const { recalculation: so } = run;
    return this.#counted(
      { ...run, pending: [] },
      {
        looked: so.looked + ids.length,
        changed: so.changed + written + outcomes.filter((outcome) => outcome === 'changed').length,
        failed: so.failed + outcomes.filter((outcome) => outcome === 'failed').length,
      },
    );
  }

  /** @throws JiraError where the same would go well a little later. */
  async #follow(id: string, values: Readonly<Record<string, unknown>>): Promise<'changed' | 'failed' | 'gone'> {
    try {
      await editIssue(this.worker.jira, id, { fields: values });
      return 'changed';
    } catch (error) {
      if (!(error instanceof JiraError) || isPassing(error)) throw error;
      if (error.kind === 'notFound') return 'gone';
      await this.worker.report(error);
      return 'failed';
    }
  }

  async #pause(error: JiraError): Promise<LevelsRun | 'handed over'> {
    const run = await readLevelsRun(this.#projectId);
    if (run === undefined) throw error;
    const seconds = error.details.retryAfterSeconds ?? JOB.pauseSeconds.usual;
    const isOver = !isPassing(error) || run.pauses >= JOB.pausesMost || seconds > JOB.pauseSeconds.most;
    return isOver ? this.#end(run, 'failed') : this.#handOver({ ...run, pauses: run.pauses + 1 }, seconds);
  }

  async #handOver(run: LevelsRun, delaySeconds: number): Promise<'handed over'> {
    const turn = this.turn + 1;
    await this.#write({ ...run, turn });
    await this.worker.push({ projectId: this.#projectId, turn }, delaySeconds);
    return 'handed over';
  }

  async #end(run: LevelsRun, state: 'done' | 'failed' = 'done'): Promise<LevelsRun> {
    const ended = { ...run, recalculation: this.#ended(run.recalculation, state) };
    await this.#write(ended);
    await removeLevelsList(this.#projectId);
    return ended;
  }

  #ended(recalculation: Recalculation, state: 'done' | 'failed'): Recalculation {
    return { ...recalculation, state, endedAt: this.#now() };
  }

  async #counted(run: LevelsRun, counts: Partial<Recalculation>): Promise<LevelsRun> {
    const counted = { ...run, recalculation: { ...run.recalculation, ...counts } };
    await this.#write(counted);
    return counted;
  }

  async #write(run: LevelsRun): Promise<void> {
    await writeLevelsRun(this.#projectId, { ...run, movedAt: this.worker.now().getTime() });
  }

  /** As they hold now: since this job began they may have been saved again. */
  async #bands(): Promise<LevelBands | undefined> {
    return (await readProjectSetup(this.#projectId))?.settings.bands;
  }

  #now(): string {
    return this.worker.now().toISOString();
  }
}

function isPassing({ kind }: JiraError): boolean {
  return kind === 'rateLimited' || kind === 'unavailable';
}
