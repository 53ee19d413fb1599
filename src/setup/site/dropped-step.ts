/** Which statuses and resolutions end an enabler that was not done. Nothing is made; their ids are remembered. */
import { listResolutions } from '../../jira/status';
import { siteStatuses } from '../found';
import { droppedNow } from '../site-plan';
import { done, type StepContext, type StepOutcome } from '../step-context';
import type { StepOrder } from './settle';

export async function droppedStep(context: StepContext, { thorough }: StepOrder): Promise<StepOutcome> {
  const known = context.record().dropped;
  if (known !== undefined && !thorough) return done('alreadyRight');
  const [statuses, resolutions] = await Promise.all([siteStatuses(context.jira), listResolutions(context.jira)]);
  const { statusIds, resolutionIds } = droppedNow({ statuses, resolutions });
  await context.save((record) => ({ ...record, dropped: { statusIds, resolutionIds } }));
  return done(known === undefined ? 'created' : 'repaired');
}
