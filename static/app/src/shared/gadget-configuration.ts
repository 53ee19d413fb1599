/**
 * The gadget's settings. Jira keeps them and hands them to every viewer; who else may have written there is not
 * documented, so they are parsed by an allow-list on every render. Pure.
 */
import * as v from 'valibot';
import { isNumericId, isProjectKey } from '../../../../src/domain/identifiers';
import { BLOCKS } from './risk-summary/blocks';
import type { BlockName } from './risk-summary/blocks';

export const TITLE_MAX = 100;
export const PROJECTS_MAX = 20;
export const NAME_MAX = 80;
export const NEVER = 0;
/** Offered intervals in minutes. */
export const REFRESH_MINUTES = [NEVER, 5, 15, 30, 60] as const;
const REFRESH_MAX = 24 * 60;

export interface ConfiguredProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** A saved filter; its id is Jira's, its name what it was called when it was chosen. */
export interface ConfiguredFilter {
  readonly id: string;
  readonly name: string;
}

export interface GadgetConfiguration {
  /** Empty: the project's name says it. */
  readonly title: string;
  readonly projects: readonly ConfiguredProject[];
  /** Counted instead of the projects, where there is one. */
  readonly filter?: ConfiguredFilter;
  readonly blocks: readonly BlockName[];
  /** Minutes between refreshes while the dashboard is open; 0 is never. Jira itself does it. */
  readonly refresh: number;
}

/** `title`: the text on one line, cut to what fits. Anything but text is no title. */
const titleSchema = v.fallback(
  v.pipe(
    v.string(),
    v.transform((text) => oneLine(text, TITLE_MAX)),
  ),
  '',
);

const nameSchema = v.fallback(
  v.pipe(
    v.string(),
    v.transform((text) => oneLine(text, NAME_MAX)),
  ),
  '',
);

const projectSchema = v.object({
  id: v.custom<string>(isNumericId),
  key: v.custom<string>(isProjectKey),
  name: nameSchema,
});

const filterSchema = v.object({ id: v.custom<string>(isNumericId), name: nameSchema });

/** The settings, or `undefined` where nothing to count is chosen: the gadget then asks to be configured. */
export function parseConfiguration(stored: unknown): GadgetConfiguration | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { title, projects, filter, blocks, refresh } = ownProperties(stored);
  const chosen = uniqueProjects(projects);
  const chosenFilter = v.safeParse(
    filterSchema,
    typeof filter === 'object' && filter !== null ? ownProperties(filter) : filter,
  );
  if (chosen.length === 0 && !chosenFilter.success) return undefined;
  return {
    title: v.parse(titleSchema, title),
    projects: chosen,
    ...(chosenFilter.success ? { filter: chosenFilter.output } : {}),
    blocks: knownBlocks(blocks),
    refresh: minutes(refresh),
  };
}

/** The settings of a gadget that nobody has configured. */
export const DEFAULT_CONFIGURATION: GadgetConfiguration = { title: '', projects: [], blocks: BLOCKS, refresh: 15 };

/** Reads only what the object itself holds, so that a prototype can neither add settings nor be changed. */
function ownProperties(stored: object): Partial<Record<string, unknown>> {
  return Object.assign(Object.create(null) as Record<string, unknown>, Object.fromEntries(Object.entries(stored)));
}

function uniqueProjects(value: unknown): readonly ConfiguredProject[] {
  if (!Array.isArray(value)) return [];
  const byId = new Map<string, ConfiguredProject>();
  for (const item of value.slice(0, 10 * PROJECTS_MAX)) {
    const parsed = v.safeParse(projectSchema, item);
    if (parsed.success && !byId.has(parsed.output.id)) byId.set(parsed.output.id, parsed.output);
  }
  return [...byId.values()].slice(0, PROJECTS_MAX);
}

/** The blocks that are known, in their own order; all of them where none was named. */
function knownBlocks(value: unknown): readonly BlockName[] {
  const known = Array.isArray(value) ? BLOCKS.filter((block) => value.includes(block)) : [];
  return known.length === 0 ? BLOCKS : known;
}

function minutes(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(REFRESH_MAX, Math.max(0, Math.round(value)))
    : NEVER;
}

/**
 * Without line breaks and other control characters, without marks that turn the reading direction, and without half a
 * letter, at its end or elsewhere.
 */
function oneLine(text: string, longest: number): string {
  return text
    .slice(0, longest * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/**
 * The settings as they are handed to Jira. `refresh` is Jira's own setting, which takes positive numbers only and is
 * left out for never.
 */
export function storedConfiguration(configuration: GadgetConfiguration): Readonly<Record<string, unknown>> {
  const { refresh, ...rest } = configuration;
  return refresh === NEVER ? rest : { ...rest, refresh };
}
