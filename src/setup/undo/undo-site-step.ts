/**
 * Takes one object of the site back, if it is ours and nobody uses it. Safe to repeat.
 */
import { countUsers } from '../../jira/issue-count';
import { done, type StepContext, type StepOutcome } from '../step-context';
import { stepName, type SiteStep } from '../step-name';
import { forgotten, readSiteObject, recordedId, removeSiteObject } from './site-object';

/** @throws JiraError */
export async function undoSiteStep(context: StepContext, step: SiteStep): Promise<StepOutcome> {
  const { jira, record } = context;
  const forget = () => context.save((current) => forgotten(step, current));
  if (recordedId(step, record()) === undefined) return done('removed');
  const object = await readSiteObject(jira, step, record());
  if (object === undefined) {
    await forget();
    return done('removed');
  }
  const origin = record().origins[stepName(step)];
  if (origin !== 'made') {
    // Somebody else's is not remembered, so that a later set-up asks again; what we made once stays known.
    if (origin === 'chosen') await forget();
    return { state: 'done', result: 'kept', kept: 'notMadeByUs' };
  }
  if (object.changed) return { state: 'done', result: 'kept', kept: 'changedByOthers' };
  const issues = object.jql === undefined ? 0 : await countUsers(jira, object.jql);
  if (issues > 0) return { state: 'done', result: 'kept', kept: 'usedByIssues', issues };
  if (!(await removeSiteObject(jira, step, record()))) {
    // Seen again, because it may have gone in the meantime.
    const kept = (await readSiteObject(jira, step, record())) !== undefined;
    const because = step.part === 'issueType' ? 'usedByIssues' : 'usedByProjects';
    if (kept) return { state: 'done', result: 'kept', kept: because };
  }
  await forget();
  return done('removed');
}
