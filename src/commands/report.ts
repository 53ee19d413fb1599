/**
 * The report of a project: its draft, and what is frozen of it. What is kept is the author's text and the numbers of the
 * author's view; nothing of it comes from another person's view, and nothing of it is read from Jira here.
 */
import { textAfter, type Report, type ReportDraft, type ReportListed, type ReportNumbers } from '../domain/report';
import { readProjectSetup } from '../storage/project-setup';
import {
  createFrozen,
  listFrozen,
  plainReport,
  readDraft,
  readFrozen,
  saveDraft,
  type FrozenReport,
} from '../storage/report';
import { Refusal } from './refusal';

export interface Reports {
  readonly draft: ReportDraft;
  readonly frozen: readonly ReportListed[];
  readonly last?: Report;
}

/** @throws Refusal `not-set-up` for a project that Shift-Up was not added to. */
export async function readReports(projectId: string): Promise<Reports> {
  await added(projectId);
  const listed = await listFrozen(projectId);
  const last = listed[0] === undefined ? undefined : await readFrozen(projectId, listed[0].number);
  const draft = await draftAfter(projectId, last);
  return {
    draft,
    frozen: listed.map(({ number, frozenAt, day, open, team }) => ({ number, frozenAt, day, open, team })),
    ...(last === undefined ? {} : { last: plainReport(last) }),
  };
}

/** @throws Refusal `not-set-up`; `not-found` where there is no report of this number. */
export async function readReport(
  projectId: string,
  number: number,
): Promise<{ readonly report: Report; readonly before?: Report }> {
  await added(projectId);
  const [report, before] = await Promise.all([
    readFrozen(projectId, number),
    number === 1 ? undefined : readFrozen(projectId, number - 1),
  ]);
  if (report === undefined) throw new Refusal('not-found');
  return { report: plainReport(report), ...(before === undefined ? {} : { before: plainReport(before) }) };
}

/**
 * @throws Refusal `not-set-up`; `conflict` when somebody saved since `revision`, unless it was this very text: a call whose
 * answer was lost can be sent again.
 */
export async function saveReportDraft(
  projectId: string,
  revision: number,
  wanted: Omit<ReportDraft, 'revision'>,
): Promise<ReportDraft> {
  await added(projectId);
  const saved = await saveDraft(projectId, { ...wanted, revision });
  if (saved !== undefined) return saved;
  const current = await readDraft(projectId);
  const same = current.revision === revision + 1 && textOf(current) === textOf({ ...wanted, revision });
  if (!same) throw new Refusal('conflict');
  return current;
}

function textOf({ from, headline, blocks, decisions }: ReportDraft): string {
  const { events, attempts, vulnerabilities } = blocks;
  return JSON.stringify([from, headline, events, attempts, vulnerabilities, decisions], sorted);
}

/** The same whatever the order in which an object was written. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface FreezeInput {
  readonly projectId: string;
  readonly revision: number;
  readonly numbers: ReportNumbers;
  readonly idempotencyKey: string;
}

/** @throws Refusal `not-set-up`; `conflict` when the draft is another one by now, or is frozen already. */
export async function freezeReport(
  { projectId, revision, numbers, idempotencyKey }: FreezeInput,
  now: Date,
): Promise<{ readonly report: Report; readonly draft: ReportDraft }> {
  await added(projectId);
  const listed = await listFrozen(projectId);
  const again = listed.find((one) => one.idempotencyKey === idempotencyKey);
  if (again !== undefined) return frozenAlready(projectId, again.number, listed[0]?.number);
  const last = listed[0] === undefined ? undefined : await readFrozen(projectId, listed[0].number);
  const draft = await draftAfter(projectId, last);
  if (draft.revision !== revision) throw new Refusal('conflict');
  const { headline, blocks, decisions } = draft;
  const report: FrozenReport = {
    number: (last?.number ?? 0) + 1,
    frozenAt: now.toISOString(),
    text: { headline, blocks, decisions },
    numbers,
    revision,
    idempotencyKey,
  };
  // Somebody else froze one at this very moment; if it was the same call twice, that one is the answer.
  if (!(await createFrozen(projectId, report))) {
    const first = await readFrozen(projectId, report.number);
    if (first?.idempotencyKey !== idempotencyKey) throw new Refusal('conflict');
    return { report: plainReport(first), draft: await draftAfter(projectId, first) };
  }
  await listFrozen(projectId);
  return { report: plainReport(report), draft: await draftAfter(projectId, report) };
}

async function frozenAlready(projectId: string, number: number, lastNumber: number | undefined) {
  const report = await readFrozen(projectId, number);
  if (report === undefined) throw new Refusal('not-found');
  const last = lastNumber === number || lastNumber === undefined ? report : await readFrozen(projectId, lastNumber);
  return { report: plainReport(report), draft: await draftAfter(projectId, last) };
}

/** The draft behind the last frozen report: where freezing stopped before it wrote the next draft, that is done now. */
async function draftAfter(projectId: string, last: FrozenReport | undefined): Promise<ReportDraft> {
  const draft = await readDraft(projectId);
  if (last === undefined || draft.revision > last.revision) return draft;
  const next = { revision: draft.revision, ...textAfter(last.text) };
  return (await saveDraft(projectId, next)) ?? readDraft(projectId);
}

async function added(projectId: string): Promise<void> {
  if ((await readProjectSetup(projectId)) === undefined) throw new Refusal('not-set-up');
}
