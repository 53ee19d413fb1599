/**
 * Changes some fields of one or several security risks.
 */
import type { ManyOutcome, RiskChanges } from '../contract/risks';
import type { AppError, ErrorCode } from '../contract/result';
import { editIssue } from '../jira/issue';
import { changedRisk } from './changed-risk';
import type { CommandContext } from './context';
import { inParallel } from './in-parallel';
import { appErrorOf, Refusal } from './refusal';
import { risksHere, type RiskHere } from './risks-here';

export interface EditRisksInput {
  readonly issueIds: readonly string[];
  readonly changes: RiskChanges;
}

/** Writes at a time: fifty risks then take a few seconds of a function's 25. */
const AT_ONCE = 6;

/**
 * One write for each risk. The same changes again change nothing more, so whatever failed can be repeated.
 * @param refused the issues that the person may not change, and why.
 * @throws JiraError when the risks cannot be read.
 */
export async function editRisks(
  context: CommandContext,
  { issueIds, changes }: EditRisksInput,
  refused: ReadonlyMap<string, ErrorCode>,
): Promise<ManyOutcome> {
  const ids = [...new Set(issueIds)];
  const allowed = ids.filter((id) => !refused.has(id));
  const here = allowed.length === 0 ? new Map<string, never>() : await risksHere(context, allowed);
  const errors = await inParallel(ids, AT_ONCE, async (issueId): Promise<AppError | undefined> => {
    const code = refused.get(issueId);
    return code === undefined ? editOne(context, here.get(issueId), changes) : { code };
  });
  const failed = ids.flatMap((issueId, index) => {
    const error = errors[index];
    return error === undefined ? [] : [{ issueId, error }];
  });
  return { done: ids.filter((_, index) => errors[index] === undefined), failed };
}

async function editOne(
  { jira, site }: CommandContext,
  here: RiskHere | Refusal | undefined,
  changes: RiskChanges,
): Promise<AppError | undefined> {
  try {
    if (here === undefined) throw new Refusal('not-found');
    if (here instanceof Refusal) throw here;
    await editIssue(jira, here.risk.id, { fields: changedRisk(here, site.fields.riskOwner, changes) });
    return undefined;
  } catch (error) {
    const known = appErrorOf(error);
    if (known === undefined) throw error;
    return known;
  }
}
