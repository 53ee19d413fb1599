/**
 * The reconcile: finds and repairs what events missed, hour by hour, project by project, in jobs that hand over before
 * their time is used up. It may come twice, late, or be killed anywhere: nothing is done twice, and the next job goes on.
 *
 * Points of Jira's quota for a project and hour in which nothing is wrong: three searches for changed risks and one for
 * changed stories, two counts and one search for marks, so 7; three for each risk that changed and one for each story
 * that changed where it should be ready; one for each marked story whose reason only its risks tell, and for its
 * risks. Once a day, and after a change of the settings, one for each open story where it should be ready. Where events
 * were missed, besides, one to look at each issue and one to write. One for the site.
 */
import { wakeLevels, type LevelsMachine } from '../commands/recalculate-levels';
import type { ErrorCode } from '../contract/result';
import type { ProjectSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { noteError } from '../resolvers/log';
import { DamagedValueError } from '../storage/kvs';
import { takeTurn } from '../storage/lease';
import {
  endReconcileRun,
  readReconciled,
  readReconcileRun,
  removeReconcileRun,
  writeReconciled,
  writeReconcileRun,
  type Reconciled,
  type ReconcileEnd,
  type ReconcilePlace,
  type ReconcileRun,
} from '../storage/reconcile-run';
import type { Looking } from './reaction';
import { REACTIONS } from './react';
import { HandOver, PAUSE_SECONDS, searchAll, type OwnSearch, type Searching } from './reconcile-search';
import { codeOf, isPassing, logJiraError, openScene, type Scene } from './scene';
import { setUpProjects } from './set-up-projects';

const JOB = {
  /** No look at further issues begins after that. The function has 55 s, and a look takes less than the rest. */
  workMilliseconds: 30_000,
  /** From then on a job is dead for sure. */
  lifeMilliseconds: 60_000,
  /** A run that was not heard of for so long lost its job. */
  lostMilliseconds: 30 * 60_000,
  /** How often Jira's "later" is waited for, and how long at most: what the queue can wait. The next hour comes anyway. */
  pausesMost: 3,
  pauseSecondsMost: 900,
} as const;

const MINUTE = 60_000;
/** Changes are searched for from a little before the last look: Jira's index lags, after bulk changes by minutes. */
const OVERLAP_MINUTES = 15;
/** Minutes of a run's own time by which its searches reach further back. */
const PASSED_STEP = 15;
const EVERYTHING_EVERY = 24 * 60 * MINUTE;
/** Further back than that, everything is looked at anyway. */
const WINDOW_MOST_MINUTES = 30 * 24 * 60;

/** One job of a run. */
export interface ReconcileJob {
  readonly runId: string;
  readonly turn: number;
}

export interface ReconcileMachine {
  push(job: ReconcileJob, delaySeconds: number): Promise<void>;
  now(): Date;
  newId(): string;
  /** Where the levels of a project are sent after its bands. */
  readonly levels: LevelsMachine;
}

/** Begins a run, unless one is at it. On a site that is not set up there is nothing to do. */
export async function startReconcile(machine: ReconcileMachine): Promise<void> {
  const now = machine.now();
  if ((await openScene(now)) === undefined) return;
  const standing = await readReconcileRun();
  if (standing !== undefined && Math.abs(now.getTime() - standing.movedAt) < JOB.lostMilliseconds) return;
  const at = now.getTime();
  const run: ReconcileRun = { version: 1, id: machine.newId(), turn: 1, startedAt: at, movedAt: at, pauses: 0 };
  await writeReconcileRun(run);
  await machine.push({ runId: run.id, turn: run.turn }, 0);
}

/** @returns after how many seconds the same job should come again; `undefined` when it is done with. */
export async function reconcileOn(
  machine: ReconcileMachine,
  job: ReconcileJob,
  isRetry: boolean,
): Promise<number | undefined> {
  const run = await readReconcileRun();
  // Late or double; or its run ended, or was given up for lost.
  if (run?.id !== job.runId || (job.turn < run.turn && !isRetry)) return undefined;
  const now = machine.now();
  const taken = await takeTurn('reconcile-lease', run.id, run.turn, {
    now: now.getTime(),
    milliseconds: JOB.lifeMilliseconds,
  });
  if ('takenUntil' in taken) return isRetry ? Math.ceil((taken.takenUntil - now.getTime()) / 1000) : undefined;
  const scene = await openScene(now);
  if (scene === undefined) {
    await removeReconcileRun();
    return undefined;
  }
  await new Job(machine, scene, { ...run, turn: taken.turn }).work();
  return undefined;
}

class Job {
  readonly #searching: Searching;
  /** What went wrong last. */
  #code: ErrorCode | undefined;

  constructor(
    private readonly machine: ReconcileMachine,
    private readonly scene: Scene,
    private readonly run: ReconcileRun,
  ) {
    const until = machine.now().getTime() + JOB.workMilliseconds;
    this.#searching = { scene, isLate: () => machine.now().getTime() > until };
    this.#code = run.code;
  }

  async work(): Promise<void> {
    try {
      const projects = await setUpProjects();
      for (const project of projects) await this.#lookAt(project);
      await this.#lookElsewhere(projects.map(({ projectId }) => projectId));
    } catch (error) {
      if (!(error instanceof HandOver)) throw error;
      await this.#handOver(error);
      return;
    }
    await this.#end('done');
  }

  async #end(state: ReconcileEnd['state']): Promise<void> {
    const { startedAt } = this.run;
    const how = this.#code === undefined ? { startedAt } : { startedAt, code: this.#code };
    await endReconcileRun(how, state, this.machine.now().getTime());
  }

  async #handOver({ place, delaySeconds, isPause }: HandOver): Promise<void> {
    const { pauses } = this.run;
    const isOver = isPause && (pauses >= JOB.pausesMost || delaySeconds > JOB.pauseSecondsMost);
    // The next hour begins where this one did.
    if (isOver) return this.#end('stopped');
    const { place: _gone, ...run } = this.run;
    const next: ReconcileRun = {
      ...run,
      turn: run.turn + 1,
      movedAt: this.machine.now().getTime(),
      pauses: isPause ? pauses + 1 : pauses,
      ...(place === undefined ? {} : { place }),
      ...(this.#code === undefined ? {} : { code: this.#code }),
    };
    await writeReconcileRun(next);
    await this.machine.push({ runId: next.id, turn: next.turn }, delaySeconds);
  }

  async #lookAt(project: ProjectSetup): Promise<void> {
    const { scene, run } = this;
    const { projectId, revision } = project;
    const kept = await readReconciled(projectId);
    // A look of the future: the clock went wrong, then or now. Nobody can say what was missed.
    const last = kept !== undefined && kept.through > run.startedAt + JOB.lostMilliseconds ? undefined : kept;
    if (last !== undefined && last.through >= run.startedAt) return;
    await this.#asking(undefined, () => wakeLevels(this.machine.levels, project));
    const looking = this.#looking(project, last);
    const searches = await this.#asking(undefined, () => this.#searchesFor(looking));
    const place = run.place?.projectId === projectId ? run.place : undefined;
    const own = (searches ?? []).entries();
    for (const [index, search] of own) {
      if (index < (place?.search ?? 0)) continue;
      const token = index === place?.search ? place.token : undefined;
      const here = { projectId, search: index };
      await this.#asking(here, () => searchAll(this.#searching, search, here, token, scene.setupIn(project)));
    }
    await writeReconciled(projectId, {
      version: 1,
      through: run.startedAt,
      revision,
      everythingAt: looking.everything ? run.startedAt : (last?.everythingAt ?? run.startedAt),
    });
  }

  #looking(project: ProjectSetup, last: Reconciled | undefined): Looking {
    const { startedAt } = this.run;
    const since = last === undefined ? WINDOW_MOST_MINUTES : Math.ceil((startedAt - last.through) / MINUTE);
    const fromTheBeginning = last === undefined || since > WINDOW_MOST_MINUTES;
    const everything =
      fromTheBeginning || last.revision !== project.revision || startedAt - last.everythingAt >= EVERYTHING_EVERY;
    // The run began a while ago, too, where it was handed over.
    // In steps: a place in a search holds as long as its words stay the same, and in other words it begins anew.
    const passed = Math.ceil((this.machine.now().getTime() - startedAt) / MINUTE / PASSED_STEP) * PASSED_STEP;
    const minutes = Math.min(since + passed + OVERLAP_MINUTES, WINDOW_MOST_MINUTES);
    return { project, setup: this.scene.setupIn(project), minutes, everything, fromTheBeginning };
  }

  async #searchesFor(looking: Looking): Promise<readonly OwnSearch[]> {
    const found = REACTIONS.map(async (reaction) =>
      (await reaction.searches(this.scene, looking)).map((search) => ({ reaction, search })),
    );
    return (await Promise.all(found)).flat();
  }

  async #lookElsewhere(projectIds: readonly string[]): Promise<void> {
    for (const reaction of REACTIONS) {
      const search = reaction.searchElsewhere?.(projectIds);
      if (search !== undefined)
        await this.#asking(undefined, () => searchAll(this.#searching, { reaction, search }, undefined));
    }
  }

  /** What Jira refuses and what cannot be read is left out, and said in the log; what passes is waited for. */
  async #asking<T>(place: ReconcilePlace | undefined, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DamagedValueError) {
        await noteError('reconcile', error);
        this.#code = 'internal';
        return undefined;
      }
      if (!(error instanceof JiraError)) throw error;
      await logJiraError('reconcile', error);
      this.#code = codeOf(error);
      if (!isPassing(error)) return undefined;
      throw new HandOver(place, error.details.retryAfterSeconds ?? PAUSE_SECONDS, true);
    }
  }
}
