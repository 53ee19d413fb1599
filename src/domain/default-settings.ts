/**
 * The settings of a project while nobody chose any: a pure function of what the project has.
 */
import { NOT_RELEVANT_REASONS } from './relevance';
import {
  DEFAULT_BANDS,
  DEFAULT_CHECKS,
  DEFAULT_CLOSE_DAYS,
  DEFAULT_LIGHTS,
  DEFAULT_REVIEW_DAYS,
  type ProjectSettings,
  type ReasonChoice,
  type StandardReason,
} from './project-settings';
import type { StatusCategory } from './progress';

export interface StatusOfProject {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

/** One issue type of the project with the statuses that its issues can have. */
export interface TypeOfProject {
  readonly id: string;
  readonly statuses: readonly StatusOfProject[];
}

/** Statuses in which a story waits to be begun, by name, in English and German; written without case. */
const READY_NAMES: ReadonlySet<string> = new Set([
  'ready',
  'ready for development',
  'ready for dev',
  'selected for development',
  'bereit',
  'bereit für entwicklung',
  'bereit zur entwicklung',
  'bereit für die entwicklung',
  'für entwicklung ausgewählt',
  'ausgewählt für die entwicklung',
]);

/**
 * Statuses by which a story has to be ready: those named so, and everything that is begun or done.
 * @param droppedStatusIds a story that was given up need not be ready.
 */
export function defaultReadyStatusIds(
  types: readonly TypeOfProject[],
  storyTypeIds: readonly string[],
  droppedStatusIds: readonly string[],
): string[] {
  return statusesOfStories(types, storyTypeIds)
    .filter(({ id }) => !droppedStatusIds.includes(id))
    .filter(({ name, category }) => category !== 'toDo' || READY_NAMES.has(name.trim().toLowerCase()))
    .map(({ id }) => id);
}

/** Every status that a story can have, each once, in the order of Jira. */
export function statusesOfStories(
  types: readonly TypeOfProject[],
  storyTypeIds: readonly string[],
): readonly StatusOfProject[] {
  const all = types.filter(({ id }) => storyTypeIds.includes(id)).flatMap(({ statuses }) => statuses);
  return [...new Map(all.map((status) => [status.id, status])).values()];
}

export const DEFAULT_REASONS: readonly ReasonChoice[] = NOT_RELEVANT_REASONS.filter(
  (reason): reason is StandardReason => reason !== 'other',
).map((reason) => ({ kind: 'standard', reason }));

/** @param readyStatusIds see `defaultReadyStatusIds`; none where the project is not known here. */
export function defaultSettings(readyStatusIds: readonly string[] = []): ProjectSettings {
  return {
    readyStatusIds,
    gate: 'flag',
    reasons: DEFAULT_REASONS,
    bands: DEFAULT_BANDS,
    reviewDays: DEFAULT_REVIEW_DAYS,
    closeDays: DEFAULT_CLOSE_DAYS,
    lights: DEFAULT_LIGHTS,
    checks: DEFAULT_CHECKS,
    hintWords: [],
  };
}

/** An issue type as far as one can tell from it whether its issues are stories. */
export interface TypeLevel {
  readonly id: string;
  readonly name: string;
  /** 0: stories, tasks, bugs. */
  readonly hierarchyLevel: number;
}

const STORY_NAMES: ReadonlySet<string> = new Set(['story', 'user story']);

/** The types called Story; where there is none, every type on the level of stories but the security risk. */
export function defaultStoryTypeIds(types: readonly TypeLevel[], riskTypeId: string | undefined): string[] {
  const candidates = types.filter(({ id, hierarchyLevel }) => hierarchyLevel === 0 && id !== riskTypeId);
  const called = candidates.filter(({ name }) => STORY_NAMES.has(name.trim().toLowerCase()));
  return (called.length > 0 ? called : candidates).map(({ id }) => id);
}
