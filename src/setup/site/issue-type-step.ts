/** The issue type of security risks, and its picture. */
import { JiraError } from '../../jira/errors';
import { listOwnAvatars, uploadAvatar } from '../../jira/avatar';
import { changeIssueType, createIssueType } from '../../jira/issue-type';
import { siteIssueTypes } from '../found';
import { RISK_TYPE } from '../needed';
import { isReinstallation, issueTypeStanding } from '../object-standing';
import { done, type StepContext, type StepOutcome } from '../step-context';
import { stepName, type SiteStep } from '../step-name';
import { riskAvatar, RISK_AVATAR_SIZE } from './risk-avatar';
import { finish, settle, type StepOrder } from './settle';

const STEP: SiteStep = { part: 'issueType' };

export async function issueTypeStep(context: StepContext, order: StepOrder): Promise<StepOutcome> {
  const { jira } = context;
  const there = await siteIssueTypes(jira);
  const reinstallation = isReinstallation(there, context.record());
  const { result } = await settle(context, STEP, order, {
    there,
    standing: issueTypeStanding(there, context.record()),
    make: (name) => createIssueType(jira, { name, description: RISK_TYPE.description }),
    recorded: (record, type) => ({ ...record, riskTypeId: type.id, ...(reinstallation ? { reinstallation } : {}) }),
    canServe: ({ hierarchyLevel }) => hierarchyLevel === 0,
    rename: (type, name) => changeIssueType(jira, type.id, { name }),
  });
  const hadNone = context.record().avatarId === undefined;
  await giveAvatar(context);
  await finish(context, STEP);
  const given = hadNone && context.record().avatarId !== undefined;
  return done(result === 'alreadyRight' && given ? 'repaired' : result);
}

/** A risk is a risk without a picture too: what Jira refuses here is seen by the health check, and stops nothing. */
export async function giveAvatar(context: StepContext): Promise<void> {
  const { jira } = context;
  const { riskTypeId, avatarId, origins } = context.record();
  const origin = origins[stepName(STEP)];
  if (riskTypeId === undefined || avatarId !== undefined || origin === undefined || origin === 'chosen') return;
  try {
    // An upload whose answer was lost is there.
    const [uploaded] = await listOwnAvatars(jira, riskTypeId);
    const id = uploaded ?? (await uploadAvatar(jira, riskTypeId, riskAvatar(), RISK_AVATAR_SIZE));
    await changeIssueType(jira, riskTypeId, { avatarId: Number(id) });
    await context.save((record) => ({ ...record, avatarId: id }));
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
  }
}
