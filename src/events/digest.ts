/**
 * The digest of a day: who owns risks whose review is overdue or whose acceptance ends, and who leads a project in which
 * nobody owns a risk, hears of it once, whether or not anybody opens a page. The schedule may come twice, late or not at
 * all, and a job may be killed anywhere: nobody gets two messages on one day, which is a day in UTC.
 */
import { digestsOf, type Digest, type DueRisk } from '../domain/digest';
import { JiraError } from '../jira/errors';
import { notify } from '../jira/notification';
import { issuesVisibleTo } from '../jira/permission';
import { claimDigest, readDigestRun, releaseDigest, writeDigestRun, type DigestRun } from '../storage/digest';
import { takeTurn } from '../storage/lease';
import { digestMail } from './digest-mail';
import { dueRisks } from './digest-risks';
import { codeOf, isPassing, logJiraError, openScene, type Scene } from './scene';

const JOB = {
  /** No message is begun after that. The function has 55 s. */
  workMilliseconds: 30_000,
  /** From then on a job is dead for sure. */
  lifeMilliseconds: 60_000,
  /** A run that was not heard of for so long lost its job. */
  lostMilliseconds: 30 * 60_000,
  /** How often Jira's "later" is waited for, and how long at most: what the queue can wait. Tomorrow comes anyway. */
  pausesMost: 6,
  pauseSeconds: { usual: 60, most: 900 },
} as const;

export interface DigestJob {
  /** ISO day in UTC. */
  readonly day: string;
  /** The turn this job was sent for; a job that comes twice or late is known by it. */
  readonly turn: number;
}

export interface DigestMachine {
  push(job: DigestJob, delaySeconds: number): Promise<void>;
  now(): Date;
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Begins the digest of today, unless it was sent or somebody is at it. */
export async function startDigest(machine: DigestMachine): Promise<void> {
  const now = machine.now();
  if ((await openScene(now)) === undefined) return;
  const day = dayOf(now);
  const run = await readDigestRun();
  const isTodays = run?.day === day;
  if (isTodays && (run.state === 'done' || now.getTime() - run.movedAt < JOB.lostMilliseconds)) return;
  const begins = { version: 1, day, state: 'running', turn: 1, pauses: 0, startedAt: now.getTime() } as const;
  const goesOn = isTodays ? run : begins;
  await writeDigestRun({ ...goesOn, movedAt: now.getTime() });
  await machine.push({ day, turn: goesOn.turn }, 0);
}

/** @returns after how many seconds the same job should come again; `undefined` when it is done with. */
export async function digestOn(
  machine: DigestMachine,
  { day, turn }: DigestJob,
  isRetry: boolean,
): Promise<number | undefined> {
  const before = await readDigestRun();
  // What was not sent by midnight is part of the next day's.
  if (before?.day !== day || before.state === 'done' || dayOf(machine.now()) !== day) return undefined;
  // Late or double.
  if (turn < before.turn && !isRetry) return undefined;
  const now = machine.now().getTime();
  const taken = await takeTurn('digest-lease', day, before.turn, { now, milliseconds: JOB.lifeMilliseconds });
  if ('takenUntil' in taken) return isRetry ? Math.ceil((taken.takenUntil - now) / 1000) : undefined;
  const run = await readDigestRun();
  const scene = await openScene(machine.now());
  if (run?.day !== day || run.state === 'done' || scene === undefined) return undefined;
  await sendAll(machine, scene, { ...run, turn: taken.turn });
  return undefined;
}

async function sendAll(machine: DigestMachine, scene: Scene, run: DigestRun): Promise<void> {
  const until = machine.now().getTime() + JOB.workMilliseconds;
  let { after, code } = run;
  const next = (pauses: number): DigestRun => ({
    ...run,
    turn: run.turn + 1,
    movedAt: machine.now().getTime(),
    pauses,
    ...(after === undefined ? {} : { after }),
    ...(code === undefined ? {} : { code }),
  });
  try {
    for (const digest of digestsOf(await dueRisks(scene, run.day), after)) {
      if (machine.now().getTime() > until) {
        await handOver(machine, next(run.pauses), 0);
        return;
      }
      await sendOne(scene, run.day, digest);
      after = digest.risks[0].id;
    }
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    await logJiraError('digest', error);
    code = codeOf(error);
    const seconds = error.details.retryAfterSeconds ?? JOB.pauseSeconds.usual;
    const goesOn = isPassing(error) && run.pauses < JOB.pausesMost && seconds <= JOB.pauseSeconds.most;
    if (goesOn) return handOver(machine, next(run.pauses + 1), seconds);
  }
  await writeDigestRun({ ...next(run.pauses), state: 'done' });
}

async function handOver(machine: DigestMachine, run: DigestRun, delaySeconds: number): Promise<void> {
  await writeDigestRun(run);
  await machine.push({ day: run.day, turn: run.turn }, delaySeconds);
}

/**
 * The mark that it was sent comes first: a job that is killed between mark and message sends none, and the next day says
 * the same again; the other way round somebody would get two.
 * @throws JiraError that passes, and `forbidden`: the site sends no e-mail to anybody.
 */
async function sendOne(scene: Scene, day: string, { recipient, risks }: Digest): Promise<void> {
  const { shown, isChecked } = await visibleOf(scene, recipient, risks);
  const [first] = shown;
  if (first === undefined) return;
  // Any of them may have been the first one when an earlier job of this day sent it.
  if (!(await claimAll(day, shown))) return;
  const { subject, text } = digestMail(shown);
  try {
    await notify(scene.jira, first.id, { to: { accountId: recipient }, subject, text, onlyIfVisible: !isChecked });
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    // Jira did not even look at it. Without an answer it may have been sent.
    if (error.kind === 'rateLimited') await Promise.all(shown.map(({ id }) => releaseDigest(day, id)));
    if (error.kind === 'rateLimited' || error.kind === 'forbidden') throw error;
    await logJiraError('digest', error);
  }
}

/**
 * The app sees more than most people: only what the recipient may see is named. Where the app may not ask that, only one
 * risk is, and Jira itself looks whether the recipient may see it.
 */
async function visibleOf(
  { jira }: Scene,
  recipient: string,
  risks: readonly DueRisk[],
): Promise<{ readonly shown: readonly DueRisk[]; readonly isChecked: boolean }> {
  try {
    const ids = risks.map(({ id }) => id);
    const visible = await issuesVisibleTo(jira, recipient, ids);
    return { shown: risks.filter(({ id }) => visible.has(id)), isChecked: true };
  } catch (error) {
    if (!(error instanceof JiraError) || isPassing(error)) throw error;
    await logJiraError('digest', error);
    return { shown: risks.slice(0, 1), isChecked: false };
  }
}

/** @returns false where one of them was in a message of that day: then the recipient has had theirs. */
async function claimAll(day: string, risks: readonly DueRisk[]): Promise<boolean> {
  const [first, ...others] = risks;
  if (first === undefined || !(await claimDigest(day, first.id))) return false;
  const claimed = await Promise.all(others.map(({ id }) => claimDigest(day, id)));
  return claimed.every(Boolean);
}
