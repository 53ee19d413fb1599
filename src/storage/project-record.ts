/**
 * What set-up made for one project and changed in it, written before and after each change, so that a lost answer never
 * makes a second copy and undo knows what was there before.
 */
import * as v from 'valibot';
import { keyOfId, readValue, removeValue, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/** Everything of which a project may get a copy of its own. */
export const COPY_KINDS = [
  'issueTypeScheme',
  'fieldScheme',
  'fieldConfiguration',
  'fieldConfigurationScheme',
  'screen',
  'screenScheme',
  'typeScreenScheme',
  'workflowScheme',
] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** What a project has one of, and can be given another. */
export const ASSIGNED_KINDS = [
  'issueTypeScheme',
  'fieldScheme',
  'fieldConfigurationScheme',
  'typeScreenScheme',
  'workflowScheme',
] as const satisfies readonly CopyKind[];
export type AssignedKind = (typeof ASSIGNED_KINDS)[number];

export interface CopyRecord {
  readonly kind: CopyKind;
  /** What it is a copy of; `builtIn` for what Jira gives to projects that have nothing of their own. */
  readonly sourceId: string;
  /** Free when it was chosen. */
  readonly name: string;
  /** Missing: it is about to be made, or the answer was lost. */
  readonly id?: string;
}

/** Something of ours that was put into an object that was there before; written before it is done. */
export type Addition =
  /** The risk type, in an issue type scheme. */
  | { readonly what: 'riskType'; readonly schemeId: string }
  /** A field, in a field scheme. */
  | { readonly what: 'field'; readonly schemeId: string; readonly fieldId: string }
  /** A field that a field configuration hid, and that it shows now. */
  | { readonly what: 'shownField'; readonly configurationId: string; readonly fieldId: string }
  /** A field, on a screen. */
  | { readonly what: 'screenField'; readonly screenId: string; readonly fieldId: string }
  /** The screens of risks, in an issue type screen scheme. */
  | { readonly what: 'riskScreens'; readonly schemeId: string }
  /** The workflow of risks, in a workflow scheme. */
  | { readonly what: 'riskWorkflow'; readonly schemeId: string };

export interface ProjectRecord {
  readonly version: 1;
  readonly projectId: string;
  readonly copies: readonly CopyRecord[];
  /** What the project had before it got a copy; `builtIn` where it had nothing of its own. */
  readonly previous: Readonly<Partial<Record<AssignedKind, string>>>;
  readonly additions: readonly Addition[];
  /** The task in which Jira changes the workflows of this project. */
  readonly taskId?: string;
}

export const BUILT_IN = 'builtIn';

const idOrBuiltIn = v.union([id, v.literal(BUILT_IN)]);
const fieldId = v.pipe(v.string(), v.regex(/^customfield_\d{1,10}$/));

const schema: v.GenericSchema<unknown, ProjectRecord> = v.object({
  version: v.literal(1),
  projectId: id,
  copies: v.array(
    v.object({ kind: v.picklist(COPY_KINDS), sourceId: idOrBuiltIn, name: v.string(), id: v.exactOptional(id) }),
  ),
  previous: v.object(
    Object.fromEntries(ASSIGNED_KINDS.map((kind) => [kind, v.exactOptional(idOrBuiltIn)])) as Record<
      AssignedKind,
      v.ExactOptionalSchema<typeof idOrBuiltIn, undefined>
    >,
  ),
  additions: v.array(
    v.variant('what', [
      v.object({ what: v.literal('riskType'), schemeId: id }),
      v.object({ what: v.literal('field'), schemeId: id, fieldId }),
      v.object({ what: v.literal('shownField'), configurationId: id, fieldId }),
      v.object({ what: v.literal('screenField'), screenId: id, fieldId }),
      v.object({ what: v.literal('riskScreens'), schemeId: id }),
      v.object({ what: v.literal('riskWorkflow'), schemeId: id }),
    ]),
  ),
  taskId: v.exactOptional(id),
});

function entry(projectId: string): Entry<ProjectRecord> {
  return { key: keyOfId('set-up-project', projectId), schema };
}

function emptyProjectRecord(projectId: string): ProjectRecord {
  return { version: 1, projectId, copies: [], previous: {}, additions: [] };
}

/** Empty for a project in which nothing was done. */
export async function readProjectRecord(projectId: string): Promise<ProjectRecord> {
  return (await readValue(entry(projectId))) ?? emptyProjectRecord(projectId);
}

/** A record that says nothing is not kept. */
export async function writeProjectRecord(record: ProjectRecord): Promise<void> {
  const { projectId, copies, previous, additions, taskId } = record;
  const isEmpty =
    copies.length === 0 && additions.length === 0 && Object.keys(previous).length === 0 && taskId === undefined;
  return isEmpty ? removeValue(entry(projectId)) : writeValue(entry(projectId), record);
}

export function sameAddition(a: Addition, b: Addition): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(addition: Addition): string {
  const { what } = addition;
  switch (what) {
    case 'riskType':
    case 'riskScreens':
    case 'riskWorkflow':
      return `${what} ${addition.schemeId}`;
    case 'field':
      return `${what} ${addition.schemeId} ${addition.fieldId}`;
    case 'shownField':
      return `${what} ${addition.configurationId} ${addition.fieldId}`;
    case 'screenField':
      return `${what} ${addition.screenId} ${addition.fieldId}`;
  }
}
