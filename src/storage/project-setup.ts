/**
 * What is kept of each project that Shift-Up was added to: its settings and, where it is team-managed, its own ids.
 *
 * Saving never loses a save. Each stored version carries a token, and whoever saves after it first claims the place
 * behind that token with the whole new version, which only one can do (`FAIL_IF_EXISTS`). A save that stopped between
 * claim and write is finished by whoever comes next; a late write of an older version is put right in the same way.
 */
import * as v from 'valibot';
import { defaultSettings } from '../domain/default-settings';
import { DEFAULT_CHECKS, DEFAULT_CLOSE_DAYS, GATES, LIGHTS, type ProjectSettings } from '../domain/project-settings';
import { LEVELS } from '../domain/level';
import { NOT_RELEVANT_REASONS } from '../domain/relevance';
import type { StandardReason } from '../domain/project-settings';
import { FIELDS, type ProjectSetup } from '../domain/site-setup';
import { createValue, keyOfId, readValue, removeValue, writeValue, type Entry } from './kvs';

declare const crypto: { randomUUID(): string };

/** Longer than any function runs, by far: after that, no save can still be under way. */
const CLAIM_LIFETIME = { days: 7 };
/** Saves that a change gives way to before it gives up. */
const CHANGE_ATTEMPTS = 5;

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const fieldId = v.pipe(v.string(), v.regex(/^customfield_\d{1,10}$/));
const whole = v.pipe(v.number(), v.integer());
const thresholds = v.object({ watch: v.number(), act: v.number() });
const standardReasons = NOT_RELEVANT_REASONS.filter((reason): reason is StandardReason => reason !== 'other');

function each<const K extends string, S extends v.GenericSchema>(names: readonly K[], schema: S) {
  return v.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>);
}

const settings: v.GenericSchema<unknown, ProjectSettings> = v.object({
  readyStatusIds: v.array(id),
  gate: v.picklist(GATES),
  reasons: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('standard'), reason: v.picklist(standardReasons) }),
      v.object({ kind: v.literal('own'), optionId: id, text: v.string() }),
    ]),
  ),
  bands: v.object({ Medium: whole, High: whole, Critical: whole }),
  reviewDays: each(LEVELS, whole),
  // Not in what the first releases stored.
  closeDays: v.optional(each(LEVELS, whole), DEFAULT_CLOSE_DAYS),
  lights: each(LIGHTS, thresholds),
  approvers: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('role'), id }),
      v.object({ kind: v.literal('group'), groupId: v.string() }),
    ]),
  ),
  // Not in what the first releases stored.
  checks: v.optional(
    v.object({
      answer: v.picklist(['required', 'off']),
      criteria: v.picklist(['accepted', 'ignored']),
      riskOwner: v.picklist(['required', 'off']),
      changed: v.picklist(['warn', 'off']),
    }),
    DEFAULT_CHECKS,
  ),
  hintWords: v.optional(v.array(v.string()), []),
});

const own = v.object({
  riskTypeId: id,
  fields: v.object(
    Object.fromEntries(FIELDS.map((name) => [name, v.exactOptional(fieldId)])) as Record<
      (typeof FIELDS)[number],
      v.ExactOptionalSchema<typeof fieldId, undefined>
    >,
  ),
  options: v.record(v.picklist(FIELDS), v.record(v.string(), id)),
});

/** A version as it is stored: with the token that the next one is claimed by. */
type Stored = ProjectSetup & { readonly token: string };

const second = v.object({
  version: v.literal(2),
  token: v.pipe(v.string(), v.regex(/^[0-9a-f-]{1,40}$/)),
  projectId: id,
  storyTypeIds: v.pipe(v.array(id), v.minLength(1)),
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  settings,
  own: v.exactOptional(own),
});

/** The first version kept the story types only. */
const first = v.pipe(
  v.object({ version: v.literal(1), projectId: id, storyTypeIds: v.pipe(v.array(id), v.minLength(1)) }),
  v.transform(({ projectId, storyTypeIds }): Stored => {
    return { version: 2, token: '1', projectId, storyTypeIds, revision: 0, settings: defaultSettings() };
  }),
);

const schema: v.GenericSchema<unknown, Stored> = v.union([second, first]);

function entry(projectId: string): Entry<Stored> {
  return { key: keyOfId('project-setup', projectId), schema };
}

/** The place of the version after the one with this token. */
function successor({ projectId, token }: Stored): Entry<Stored> {
  return { key: `${keyOfId('project-setup-after', projectId)}:${token}`, schema };
}

function withoutToken(stored: Stored): ProjectSetup {
  const { version, projectId, storyTypeIds, revision, settings: chosen, own: ids } = stored;
  const setup = { version, projectId, storyTypeIds, revision, settings: chosen };
  return ids === undefined ? setup : { ...setup, own: ids };
}

/** `undefined` for a project that Shift-Up was not added to. One read; right but for a save that stopped half-way. */
export async function readProjectSetup(projectId: string): Promise<ProjectSetup | undefined> {
  const stored = await readValue(entry(projectId));
  return stored && withoutToken(stored);
}

/** The same, after finishing what stopped half-way: for whoever is about to change it. */
export async function readNewestProjectSetup(projectId: string): Promise<ProjectSetup | undefined> {
  const stored = await newest(projectId);
  return stored && withoutToken(stored);
}

async function newest(projectId: string): Promise<Stored | undefined> {
  const found = await readValue(entry(projectId));
  let current = found;
  while (current !== undefined) {
    const next: Stored | undefined = await readValue(successor(current));
    if (next === undefined) break;
    current = next;
  }
  if (current !== undefined && current !== found) await writeValue(entry(projectId), current);
  return current;
}

/** @returns false when the project has settings already; those stay. */
export async function createProjectSetup(setup: Omit<ProjectSetup, 'version' | 'revision'>): Promise<boolean> {
  return createValue(entry(setup.projectId), { ...setup, version: 2, revision: 1, token: crypto.randomUUID() });
}

/**
 * Saves what was made of one revision. Of several saves of the same revision exactly one wins.
 * @returns what is stored now, or `undefined` when somebody saved since, or the project was removed: nothing is written.
 */
export async function saveProjectSetup(changed: ProjectSetup): Promise<ProjectSetup | undefined> {
  const current = await newest(changed.projectId);
  if (current === undefined || current.revision !== changed.revision) return undefined;
  const next: Stored = { ...changed, revision: changed.revision + 1, token: crypto.randomUUID() };
  if (!(await createValue(successor(current), next, CLAIM_LIFETIME))) return undefined;
  await writeValue(entry(changed.projectId), next);
  return withoutToken(next);
}

/**
 * Changes what is stored, whatever others save meanwhile.
 * @throws Error when others saved every time; `undefined` for a project that Shift-Up was not added to.
 */
export async function changeProjectSetup(
  projectId: string,
  change: (setup: ProjectSetup) => ProjectSetup,
): Promise<ProjectSetup | undefined> {
  for (let attempt = 0; attempt < CHANGE_ATTEMPTS; attempt += 1) {
    const current = await readNewestProjectSetup(projectId);
    if (current === undefined) return undefined;
    const saved = await saveProjectSetup({ ...change(current), projectId, revision: current.revision });
    if (saved !== undefined) return saved;
  }
  throw new Error('the settings of the project are being changed all the time');
}

/** Forgets the project; its issues and what is in Jira stay. */
export async function removeProjectSetup(projectId: string): Promise<void> {
  return removeValue(entry(projectId));
}
