/**
 * Brings a security risk to another status of its workflow.
 */
import type { RiskMove } from '../contract/risks';
import { levelOf, type Level, type Rating } from '../domain/level';
import { addComment, newestComments } from '../jira/comment';
import { documentOf, plainTextOf } from '../jira/document';
import { JiraError } from '../jira/errors';
import { editIssue } from '../jira/issue';
import { statusOf } from '../jira/issue-fields';
import { doTransition, listTransitions } from '../jira/transition';
import { scoreOf } from '../reads/values';
import { changedRisk } from './changed-risk';
import type { CommandContext } from './context';
import { Refusal } from './refusal';
import { riskHere, type RiskHere } from './risks-here';

export interface MoveRiskInput {
  readonly issueId: string;
  readonly to: RiskMove;
  readonly residual?: { readonly likelihood: Rating; readonly impact: Rating };
  readonly note?: string;
}

export interface MovedRisk {
  readonly statusName: string;
  /** The residual level that was set with it. */
  readonly level?: Level;
}

/** A note of the same words so shortly before is the one of an earlier try. */
const SAME_NOTE = { minutes: 15, comments: 20 } as const;

/**
 * Score, then transition, then note; where the risk is in that status already, only what is missing. So a call whose
 * answer got lost, or that was cut off, is completed by the next one and does nothing twice.
 * @throws Refusal `not-set-up` where the statuses of the project are not known (team-managed); `invalid-input` for an
 * issue that is no security risk, and for closing without a residual score or without a note; `conflict` where the
 * workflow offers no way there now. JiraError
 */
export async function moveRisk(context: CommandContext, input: MoveRiskInput): Promise<MovedRisk> {
  const { jira, site } = context;
  const { issueId, to, residual, note } = input;
  const here = await riskHere(context, issueId);
  const { setup, risk, bands } = here;
  const targetId = setup.riskStatusIds?.[to];
  if (targetId === undefined) throw new Refusal('not-set-up');
  if (to === 'closed' && !mayClose(here, input)) throw new Refusal('invalid-input');
  const status = statusOf(risk.fields);
  const transition =
    status.id === targetId
      ? undefined
      : (await listTransitions(jira, issueId)).find((offered) => offered.to.id === targetId);
  if (status.id !== targetId && transition === undefined) throw new Refusal('conflict');
  if (residual !== undefined && !isScoredSo(here, residual)) {
    await editIssue(jira, issueId, { fields: changedRisk(here, site.fields.riskOwner, { residual }) });
  }
  if (transition !== undefined) await doTransition(jira, issueId, transition.id);
  if (note !== undefined) await writeNote(context, issueId, note, transition === undefined);
  return {
    statusName: transition?.to.name ?? status.name,
    ...(residual === undefined ? {} : { level: levelOf(residual, bands) }),
  };
}

function mayClose({ setup, risk }: RiskHere, { residual, note }: MoveRiskInput): boolean {
  return note !== undefined && (residual !== undefined || scoreOf(setup, risk.fields, 'residual') !== undefined);
}

function isScoredSo(
  { setup, risk }: RiskHere,
  { likelihood, impact }: NonNullable<MoveRiskInput['residual']>,
): boolean {
  const score = scoreOf(setup, risk.fields, 'residual');
  return score?.likelihood === likelihood && score.impact === impact;
}

/** @param isSecondTry somebody moved it before: perhaps this person, who never heard of it. */
async function writeNote({ jira, now }: CommandContext, issueId: string, note: string, isSecondTry: boolean) {
  if (isSecondTry && (await isWritten())) return;
  try {
    await addComment(jira, issueId, { body: note });
  } catch (error) {
    // The answer got lost: the comment may be there all the same.
    if (!(error instanceof JiraError) || error.kind !== 'unavailable' || !(await isWritten().catch(() => false))) {
      throw error;
    }
  }

  async function isWritten(): Promise<boolean> {
    const since = new Date(now.getTime() - SAME_NOTE.minutes * 60_000).toISOString();
    const newest = await newestComments(jira, issueId, SAME_NOTE.comments);
    const written = plainTextOf(documentOf(note));
    return newest.some(({ text, at }) => text === written && at !== undefined && at >= since);
  }
}
