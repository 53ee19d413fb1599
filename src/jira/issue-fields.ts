/**
 * The values of an issue's fields, as Jira writes them, turned into plain values. Jira leaves the fields of its
 * answers untyped, so each value is parsed where it is read.
 * A field that is empty (null) or not there at all is `undefined`; anything of another shape is an unexpected answer.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { isoInstant } from './instant';
import type { StatusCategory } from '../domain/progress';

export type FieldValues = Readonly<Record<string, unknown>>;

export interface IssueStatus {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly avatarUrl: string | undefined;
  /** False for an account that was closed. */
  readonly active: boolean;
}

/** The issue at the other end of a link, with the little that Jira tells of it. */
export interface LinkedIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: IssueStatus;
  readonly typeId: string;
}

/** One link, seen from the issue whose field it is. `outward`: this issue is the source ("A mitigates B" on A). */
export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  readonly direction: 'outward' | 'inward';
  readonly issue: LinkedIssue;
}

const CATEGORIES: ReadonlyMap<string, StatusCategory> = new Map([
  ['new', 'toDo'],
  ['indeterminate', 'inProgress'],
  ['done', 'done'],
]);

/** Jira's fourth category, "No Category", means that nobody began. */
export function categoryOf(key: string): StatusCategory {
  return CATEGORIES.get(key) ?? 'toDo';
}

const statusSchema = v.pipe(
  v.object({ id: v.string(), name: v.string(), statusCategory: v.object({ key: v.string() }) }),
  v.transform(({ id, name, statusCategory }): IssueStatus => {
    return { id, name, category: categoryOf(statusCategory.key) };
  }),
);

export const personSchema = v.pipe(
  v.object({
    accountId: v.string(),
    displayName: v.optional(v.string(), ''),
    avatarUrls: v.optional(v.record(v.string(), v.string()), {}),
    active: v.optional(v.boolean(), true),
  }),
  v.transform(({ accountId, displayName, avatarUrls, active }): Person => {
    return { accountId, name: displayName, avatarUrl: avatarUrls['24x24'] ?? avatarUrls['48x48'], active };
  }),
);

const linkedIssueSchema = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    fields: v.object({ summary: v.string(), status: statusSchema, issuetype: v.object({ id: v.string() }) }),
  }),
  v.transform(({ id, key, fields }): LinkedIssue => {
    return { id, key, summary: fields.summary, status: fields.status, typeId: fields.issuetype.id };
  }),
);

const linkSchema = v.object({
  id: v.string(),
  type: v.object({ id: v.string() }),
  outwardIssue: v.optional(linkedIssueSchema),
  inwardIssue: v.optional(linkedIssueSchema),
});

const refSchema = v.object({ id: v.string() });
const projectSchema = v.object({ id: v.string(), key: v.string(), name: v.optional(v.string(), '') });
const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

function read<T>(fields: FieldValues, name: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  const value = fields[name];
  if (value === null || value === undefined) return undefined;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new JiraError('unexpectedAnswer', 'issue.fields');
  return parsed.output;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new JiraError('unexpectedAnswer', 'issue.fields');
  return value;
}

export function summaryOf(fields: FieldValues): string {
  return required(read(fields, 'summary', v.string()));
}

export function statusOf(fields: FieldValues): IssueStatus {
  return required(read(fields, 'status', statusSchema));
}

export function typeIdOf(fields: FieldValues): string {
  return required(read(fields, 'issuetype', refSchema)).id;
}

const typeSchema = v.object({ name: v.string() });

/** The name of the issue type, in the caller's language. */
export function typeNameOf(fields: FieldValues): string {
  return required(read(fields, 'issuetype', typeSchema)).name;
}

const parentSchema = v.pipe(
  v.object({ key: v.string(), fields: v.object({ summary: v.string() }) }),
  v.transform(({ key, fields }) => ({ key, summary: fields.summary })),
);

/** The issue above: an epic for a story. */
export function parentOf(fields: FieldValues): v.InferOutput<typeof parentSchema> | undefined {
  return read(fields, 'parent', parentSchema);
}

export function projectOf(fields: FieldValues): v.InferOutput<typeof projectSchema> {
  return required(read(fields, 'project', projectSchema));
}

export function resolutionIdOf(fields: FieldValues): string | undefined {
  return read(fields, 'resolution', refSchema)?.id;
}

/** Fields of team-managed projects hold a list of people. */
const peopleSchema = v.pipe(
  v.union([personSchema, v.array(personSchema)]),
  v.transform((value): Person | undefined => (Array.isArray(value) ? (value as readonly Person[])[0] : value)),
);

/** A user field: who, or nobody; the first of several. */
export function personOf(fields: FieldValues, field: string): Person | undefined {
  return read(fields, field, peopleSchema);
}

/** A single select: the id of the chosen option. */
export function optionIdOf(fields: FieldValues, field: string): string | undefined {
  return read(fields, field, refSchema)?.id;
}

const optionSchema = v.object({ id: v.string(), value: v.string() });

/** The same with the words that the option has now. */
export function optionOf(fields: FieldValues, field: string): v.InferOutput<typeof optionSchema> | undefined {
  return read(fields, field, optionSchema);
}

/** A date field: an ISO day. */
export function dayOf(fields: FieldValues, field: string): string | undefined {
  return read(fields, field, daySchema);
}

/** A moment (`created`), as an ISO instant. */
export function instantOf(fields: FieldValues, field: string): string | undefined {
  const text = read(fields, field, v.string());
  return text === undefined ? undefined : isoInstant(text);
}

/** A number field. */
export function numberOf(fields: FieldValues, field: string): number | undefined {
  return read(fields, field, v.number());
}

export interface Sprint {
  readonly name: string;
  readonly state: 'active' | 'future' | 'closed';
}

const sprintsSchema = v.array(v.object({ name: v.string(), state: v.picklist(['active', 'future', 'closed']) }));

/** The sprint field, which keeps every sprint an issue was in: the one under way, else the next one, else the last one. */
export function sprintOf(fields: FieldValues, field: string): Sprint | undefined {
  const sprints = read(fields, field, sprintsSchema) ?? [];
  const last = sprints.filter(({ state }) => state === 'closed').at(-1);
  return sprints.find(({ state }) => state === 'active') ?? sprints.find(({ state }) => state === 'future') ?? last;
}

/** A one-line text or URL field. */
export function lineOf(fields: FieldValues, field: string): string | undefined {
  return read(fields, field, v.string());
}

/** A field of labels. */
export function labelsOf(fields: FieldValues, field: string): readonly string[] {
  return read(fields, field, v.array(v.string())) ?? [];
}

/** The links of an issue that the caller may see; Jira leaves the others out. */
export function linksOf(fields: FieldValues): readonly IssueLink[] {
  const links = read(fields, 'issuelinks', v.array(linkSchema)) ?? [];
  return links.flatMap(({ id, type, outwardIssue, inwardIssue }): IssueLink[] => {
    if (outwardIssue) return [{ id, typeId: type.id, direction: 'outward', issue: outwardIssue }];
    return inwardIssue ? [{ id, typeId: type.id, direction: 'inward', issue: inwardIssue }] : [];
  });
}
