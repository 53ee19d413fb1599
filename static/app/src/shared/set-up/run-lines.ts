/**
 * A run as people read it: one line for each group of steps, the failed step apart. Pure.
 */
import type { RunStep, SetupRun, StepResult } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, formatCount, plural } from '../strings/fill';
import { groupOfKind } from './plan-groups';

export type LineState = 'waits' | 'running' | 'done' | 'failed';

export interface RunLine {
  readonly id: string;
  readonly text: string;
  /** Below the text while it runs. */
  readonly detail?: string;
  readonly state: LineState;
  /** Of all its finished steps. */
  readonly milliseconds?: number;
  /** The step that failed. */
  readonly failed?: RunStep;
}

const words = setUp.run;

/** With more projects than these, each is one line and not one for each of its parts. */
const SPELLED_PROJECTS = 2;

export function linesOf(run: SetupRun): readonly RunLine[] {
  const projects = new Set(run.steps.flatMap(({ projectId }) => projectId ?? []));
  const spelled = projects.size <= SPELLED_PROJECTS;
  const gathered = new Map<string, RunStep[]>();
  for (const step of run.steps) {
    const id = lineId(step, spelled);
    gathered.set(id, [...(gathered.get(id) ?? []), step]);
  }
  return [...gathered].map(([id, steps]) => lineOf(id, steps, run));
}

function lineId({ step, kind, projectId }: RunStep, spelled: boolean): string {
  if (projectId !== undefined) return spelled ? step : `project:${projectId}`;
  return groupOfKind(kind) ?? step;
}

function lineOf(id: string, steps: readonly RunStep[], run: SetupRun): RunLine {
  const failed = steps.find(({ state }) => state === 'failed');
  const current = steps.find(({ state }) => state === 'running');
  const done = steps.filter(({ state }) => state === 'done');
  const finished = done.length === steps.length;
  const milliseconds = done.reduce((sum, step) => sum + (step.milliseconds ?? 0), 0);
  const line = { id, ...(done.length === 0 ? {} : { milliseconds }) };
  const name = groupName(id, steps);
  if (failed !== undefined) {
    const text = steps.length > 1 ? fill(words.named, { group: name, name: failed.name }) : name;
    return { ...line, text, state: 'failed', failed };
  }
  if (finished) return { ...line, text: steps.length > 1 ? withSum(name, madeOf(done)) : name, state: 'done' };
  if (current !== undefined || done.length > 0) {
    const detail = runningDetail(steps, done.length, current);
    return { ...line, text: name, state: 'running', ...(detail === undefined ? {} : { detail }) };
  }
  const count = run.kind === 'undo' ? words.toRemove : words.toMake;
  return { ...line, text: steps.length > 1 ? withSum(name, plural(count, steps.length)) : name, state: 'waits' };
}

function runningDetail(steps: readonly RunStep[], done: number, current: RunStep | undefined): string | undefined {
  if (steps.length === 1) return undefined;
  const name = current === undefined ? undefined : stepWords(current);
  return name === undefined
    ? fill(words.ofCount, { done, count: steps.length })
    : fill(words.now, { done, count: steps.length, name });
}

/** A group with one step is that step: "Issue type “Security Risk”". */
function groupName(id: string, steps: readonly RunStep[]): string {
  const [first] = steps;
  if (first === undefined) return id;
  if (first.projectId !== undefined) {
    if (id === first.step) return stepWords(first);
    return fill(words.project, { project: first.name });
  }
  const group = groupOfKind(first.kind);
  const name = group === undefined ? first.name : setUp.plan.groups[group];
  return steps.length === 1 ? fill(words.named, { group: name, name: first.name }) : name;
}

/** "Impact", "Workflow scheme of Web Shop" */
export function stepWords({ step, name, projectId }: Pick<RunStep, 'step' | 'name' | 'projectId'>): string {
  const part = projectId === undefined ? undefined : partOf(step);
  return part === undefined ? name : fill(words.ofProject, { part: setUp.projects.parts[part], project: name });
}

export type ProjectPart = keyof typeof setUp.projects.parts;

/** Which part of a project a step `project:<id>:<part>` is; `undefined` for a step of the site. */
export function partOf(step: string): ProjectPart | undefined {
  const part = /^project:\d+:(\w+)$/.exec(step)?.[1] ?? '';
  return Object.hasOwn(setUp.projects.parts, part) ? (part as ProjectPart) : undefined;
}

const RESULTS: readonly StepResult[] = ['created', 'adopted', 'repaired', 'removed', 'kept', 'alreadyRight'];

/** "12 made, 2 adopted" */
function madeOf(done: readonly RunStep[]): string {
  return RESULTS.map((result) => [result, done.filter((step) => step.result === result).length] as const)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => plural(words.made[result], count))
    .join(', ');
}

function withSum(group: string, sum: string): string {
  return sum === '' ? group : fill(words.line, { group, sum });
}

/** How many steps are done, of all. */
export function doneOf({ steps }: SetupRun): { readonly done: number; readonly count: number } {
  return { done: steps.filter(({ state }) => state === 'done').length, count: steps.length };
}

/** "19 of 29 changes made" */
export function progressWords(run: SetupRun): string {
  const { done, count } = doneOf(run);
  return plural(run.kind === 'undo' ? words.progressUndo : words.progress, count, { done: formatCount(done) });
}

/** Somebody's work is going on: nothing else can start. */
export function isActive(run: SetupRun | undefined): boolean {
  return run?.state === 'running' || run?.state === 'waiting';
}

/** Not done yet, whether it goes on by itself or by Resume. */
export function isOpen({ state }: SetupRun): boolean {
  return state !== 'done';
}
