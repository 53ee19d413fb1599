/** One status of the risk workflow. All workflows of a site share their statuses. */
import { changeStatus, createStatuses } from '../../jira/status';
import { JiraError } from '../../jira/errors';
import { siteStatuses } from '../found';
import type { RiskStatusKey } from '../../domain/site-setup';
import { neededStatus, statusStanding } from '../object-standing';
import { done, type StepContext, type StepOutcome } from '../step-context';
import type { SiteStep } from '../step-name';
import { finish, settle, type StepOrder } from './settle';

export async function statusStep(context: StepContext, status: RiskStatusKey, order: StepOrder): Promise<StepOutcome> {
  const { jira } = context;
  const step: SiteStep = { part: 'status', status };
  const there = await siteStatuses(jira);
  const needed = neededStatus(status);
  const { category, description } = needed;
  const { result } = await settle(context, step, order, {
    there,
    standing: statusStanding(status, there, context.record()),
    make: async (name) => {
      const [made] = await createStatuses(jira, [{ name, category, description }]);
      if (made === undefined) throw new JiraError('unexpectedAnswer', 'status.create');
      return made;
    },
    recorded: (record, { id }) => ({ ...record, riskStatusIds: { ...record.riskStatusIds, [needed.name]: id } }),
    canServe: (theirs) => theirs.category === category,
    rename: ({ id }, name) => changeStatus(jira, { id, name, category, description }),
  });
  await finish(context, step);
  return done(result);
}
