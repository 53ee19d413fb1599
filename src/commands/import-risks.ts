/**
 * Creates or updates risks from the rows of a file. The same rows again change nothing: a risk is known again by its key,
 * or by a mark of what the file calls it.
 */
import type { CreatedIssue } from '../contract/defs';
import type { ImportedRow, ImportOutcome } from '../contract/risks';
import { IMPORT_PROPERTY, type ImportMark } from '../domain/csv/import-mark';
import type { ImportRow } from '../domain/csv/import-row';
import { createFields } from '../jira/create-meta';
import { JiraError } from '../jira/errors';
import { createIssue, editIssue, type JiraIssue } from '../jira/issue';
import type { FieldValues } from '../jira/issue-fields';
import { claimImport, recordImported, releaseImport, type Attempt } from '../storage/import-claims';
import { inProject, type CommandContext } from './context';
import { changedFields, differences, newRiskFields, type ImportPlace } from './import-content';
import { importTargets, type NoTarget, type Target } from './import-targets';
import { inParallel } from './in-parallel';
import { appErrorOf, Refusal } from './refusal';

export interface ImportRisksInput {
  readonly projectId: string;
  readonly rows: readonly ImportRow[];
  readonly dryRun: boolean;
}

/** Rows written at a time. */
const AT_ONCE = 5;

/** What holds for every row of one call. */
interface Work extends CommandContext {
  readonly projectId: string;
  readonly dryRun: boolean;
  readonly place: ImportPlace;
  /** Fields that Jira takes when an issue is made; it refuses others. */
  readonly onForm: ReadonlySet<string>;
}

/**
 * Each row has its own outcome. An empty part of a row leaves what is there.
 * @throws Refusal `not-set-up` for a project that Shift-Up was not added to; JiraError when nothing can be read.
 */
export async function importRisks(context: CommandContext, input: ImportRisksInput): Promise<ImportOutcome> {
  const { projectId, rows, dryRun } = input;
  const here = await inProject(context, projectId);
  if (here.project === undefined) throw new Refusal('not-set-up');
  const place: ImportPlace = {
    ...here,
    siteOwnerField: context.site.fields.riskOwner,
    reviewDays: here.project.settings.reviewDays,
    today: context.now.toISOString().slice(0, 10),
  };
  const targets = await importTargets(context, place, projectId, rows);
  const makesSome = !dryRun && targets.some((target) => !(target instanceof Refusal) && 'markId' in target);
  const form = makesSome ? await createFields(context.jira, projectId, place.setup.riskTypeId) : [];
  const work: Work = { ...context, projectId, dryRun, place, onForm: new Set(form.map(({ id }) => id)) };
  const pairs = rows.map((row, index) => ({ row, target: targets[index] ?? new Refusal('invalid-input') }));
  return { rows: await inParallel(pairs, AT_ONCE, ({ row, target }) => importOne(work, row, target)) };
}

async function importOne(work: Work, row: ImportRow, target: Target): Promise<ImportedRow> {
  try {
    if (target instanceof Refusal) throw target;
    return 'markId' in target ? await make(work, row, target) : await bring(work, row, target);
  } catch (error) {
    const known = appErrorOf(error);
    if (known === undefined) throw error;
    return { outcome: 'failed', error: known };
  }
}

/** Brings a risk that is there to what the row says. */
async function bring({ jira, place, dryRun }: Work, row: ImportRow, risk: JiraIssue): Promise<ImportedRow> {
  const issue = { id: risk.id, key: risk.key };
  const changed = differences(place, risk.fields, row);
  if (changed.length === 0) return { outcome: 'unchanged', issue };
  const fields = changedFields(place, risk, row, changed);
  if (!dryRun) await editIssue(jira, risk.id, { fields });
  return { outcome: 'updated', issue, changed };
}

async function make(work: Work, row: ImportRow, { markId, attempt: number }: NoTarget): Promise<ImportedRow> {
  const { jira, projectId, place, onForm, dryRun, now } = work;
  const fields = newRiskFields(place, row);
  if (dryRun) return { outcome: 'created' };
  const attempt: Attempt = { projectId, markId, number };
  // Somebody else imports the same file at this moment.
  if (!(await claimImport(attempt, now))) throw new Refusal('conflict');
  const mark: ImportMark = { version: 1, id: markId };
  const first = Object.entries(fields).filter(([field]) => onForm.has(field));
  const issue = await makeClaimed(attempt, () =>
    createIssue(jira, {
      fields: {
        ...Object.fromEntries(first),
        project: { id: projectId },
        issuetype: { id: place.setup.riskTypeId },
        summary: row.summary,
      },
      properties: { [IMPORT_PROPERTY]: mark },
    }),
  );
  const rest: FieldValues = Object.fromEntries(
    Object.entries(fields).filter(([field]) => !onForm.has(field) && field !== 'summary'),
  );
  // Fields that the project's form does not show. Where this fails, the same row again finds the risk and goes on.
  if (Object.keys(rest).length > 0) await editIssue(jira, issue.id, { fields: rest });
  return { outcome: 'created', issue };
}

async function makeClaimed(attempt: Attempt, create: () => Promise<CreatedIssue>): Promise<CreatedIssue> {
  let issue: CreatedIssue;
  try {
    issue = await create();
  } catch (error) {
    // Jira answered, and the answer was no. No answer, or one that says nothing, leaves the claim: the risk may be there.
    const certain = error instanceof JiraError && error.kind !== 'unavailable' && error.kind !== 'unexpectedAnswer';
    if (certain) await releaseImport(attempt);
    throw error;
  }
  await recordImported(attempt, issue.id);
  return issue;
}
