/**
 * The reports of a project: the draft that is being written, and those that were frozen, each written once.
 *
 * Saving the draft never loses a save: whoever saves claims the place behind the revision that they saw, with the whole new
 * draft, which only one can do (`FAIL_IF_EXISTS`). A save that stopped between claim and write is finished by whoever comes
 * next. The list of frozen reports is a copy for reading; what it lacks is found by looking behind its last number.
 */
import * as v from 'valibot';
import type { Report, ReportDraft, ReportListed } from '../domain/report';
import { emptyText, listedOf } from '../domain/report';
import { IDEMPOTENCY_KEY } from '../domain/identifiers';
import { createValue, keyOfId, readValue, writeValue, type Entry } from './kvs';
import { isoDay, reportNumbers, reportText, teamNumbers } from './report-schemas';

/** Longer than any function runs, by far: after that, no save can still be under way. */
const CLAIM_LIFETIME = { days: 7 };
/** Reports in the list: a weekly one for almost four years. Older ones stay and are read by their number. */
export const LISTED_MOST = 200;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const idempotencyKey = v.pipe(v.string(), v.regex(IDEMPOTENCY_KEY));

type Stored<T> = T & { readonly version: 1 };

const draftSchema: v.GenericSchema<unknown, Stored<ReportDraft>> = v.intersect([
  reportText,
  v.object({ version: v.literal(1), revision: whole, from: v.exactOptional(isoDay) }),
]);

function draftEntry(projectId: string): Entry<Stored<ReportDraft>> {
  return { key: keyOfId('report-draft', projectId), schema: draftSchema };
}

/** The place of the draft after the one of this revision. */
function afterDraft(projectId: string, revision: number): Entry<Stored<ReportDraft>> {
  return { key: `${keyOfId('report-draft-after', projectId)}:${revision}`, schema: draftSchema };
}

/** The newest draft; an empty one of revision 0 where nobody saved any. Strictly consistent. */
export async function readDraft(projectId: string): Promise<ReportDraft> {
  const found = await readValue(draftEntry(projectId));
  let current: ReportDraft = found ?? { revision: 0, ...emptyText() };
  for (;;) {
    const next = await readValue(afterDraft(projectId, current.revision));
    if (next === undefined) break;
    current = next;
  }
  if (current.revision !== (found?.revision ?? 0)) await writeValue(draftEntry(projectId), stored(current));
  return plainDraft(current);
}

/**
 * Saves what was made of one revision. Of several saves of the same revision exactly one wins.
 * @returns what is stored now, or `undefined` when somebody saved since: nothing is written.
 */
export async function saveDraft(projectId: string, draft: ReportDraft): Promise<ReportDraft | undefined> {
  const current = await readDraft(projectId);
  if (current.revision !== draft.revision) return undefined;
  const next = plainDraft({ ...draft, revision: draft.revision + 1 });
  if (!(await createValue(afterDraft(projectId, draft.revision), stored(next), CLAIM_LIFETIME))) return undefined;
  await writeValue(draftEntry(projectId), stored(next));
  return next;
}

function plainDraft({ revision, from, headline, blocks, decisions }: ReportDraft): ReportDraft {
  return { revision, ...(from === undefined ? {} : { from }), headline, blocks, decisions };
}

function stored(draft: ReportDraft): Stored<ReportDraft> {
  return { version: 1, ...draft };
}

/** A frozen report with what tells it apart from another one of the same draft. */
export interface FrozenReport extends Report {
  /** Of the draft that it was made of. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

function reportEntry(projectId: string, number: number): Entry<Stored<FrozenReport>> {
  return {
    key: `${keyOfId('report', projectId)}:${number}`,
    schema: v.object({
      version: v.literal(1),
      number: v.pipe(whole, v.minValue(1)),
      frozenAt: v.string(),
      text: reportText,
      numbers: reportNumbers,
      revision: whole,
      idempotencyKey,
    }),
  };
}

/** `undefined` where there is none of this number. */
export async function readFrozen(projectId: string, number: number): Promise<FrozenReport | undefined> {
  return readValue(reportEntry(projectId, number));
}

/** @returns false when somebody else froze one of this number first; theirs stays. */
export async function createFrozen(projectId: string, report: FrozenReport): Promise<boolean> {
  return createValue(reportEntry(projectId, report.number), { version: 1, ...report });
}

export function plainReport({ number, frozenAt, text, numbers }: Report): Report {
  return { number, frozenAt, text, numbers };
}

interface ReportList {
  readonly version: 1;
  /** The latest first. */
  readonly reports: readonly (ReportListed & { readonly idempotencyKey: string })[];
}

function listEntry(projectId: string): Entry<ReportList> {
  return {
    key: keyOfId('report-list', projectId),
    schema: v.object({
      version: v.literal(1),
      reports: v.array(
        v.object({
          number: v.pipe(whole, v.minValue(1)),
          frozenAt: v.string(),
          day: isoDay,
          open: whole,
          team: teamNumbers,
          idempotencyKey,
        }),
      ),
    }),
  };
}

/** All that were frozen, the latest first, with the keys that they were frozen by. */
export async function listFrozen(projectId: string): Promise<ReportList['reports']> {
  const list = await readValue(listEntry(projectId));
  let reports = list?.reports ?? [];
  for (;;) {
    const next = await readFrozen(projectId, (reports[0]?.number ?? 0) + 1);
    if (next === undefined) break;
    reports = [{ ...listedOf(next), idempotencyKey: next.idempotencyKey }, ...reports].slice(0, LISTED_MOST);
  }
  if (reports !== list?.reports && reports.length > 0) {
    await writeValue(listEntry(projectId), { version: 1, reports });
  }
  return reports;
}
