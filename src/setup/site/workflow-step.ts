/** The workflow of security risks. Nothing uses it until a project does. */
import { createWorkflow } from '../../jira/workflow';
import { riskWorkflows, siteStatuses } from '../found';
import { RISK_STATUSES, RISK_TRANSITIONS, RISK_WORKFLOW } from '../needed';
import { workflowStanding } from '../object-standing';
import { done, StepRefusal, type StepContext, type StepOutcome } from '../step-context';
import type { SiteStep } from '../step-name';
import { finish, settle, type StepOrder } from './settle';

const STEP: SiteStep = { part: 'workflow' };

export async function workflowStep(context: StepContext, order: StepOrder): Promise<StepOutcome> {
  const { jira } = context;
  const there = await riskWorkflows(jira, context.record());
  const { result } = await settle(context, STEP, order, {
    there,
    standing: workflowStanding(there, context.record()),
    make: (name) => makeWorkflow(context, name),
    recorded: (record, { id, name, versionNumber }) => ({ ...record, workflow: { id, name, versionNumber } }),
  });
  await finish(context, STEP);
  return done(result);
}

async function makeWorkflow({ jira, record }: StepContext, name: string) {
  const statuses = await siteStatuses(jira);
  const ids = record().riskStatusIds ?? {};
  const statusOf = (needed: string) => {
    const status = statuses.find(({ id }) => id === ids[needed]);
    if (status === undefined) throw new StepRefusal('not-set-up');
    return status;
  };
  return createWorkflow(jira, {
    name,
    description: RISK_WORKFLOW.description,
    statuses: RISK_STATUSES.map((needed) => statusOf(needed.name)),
    transitions: RISK_TRANSITIONS.map((transition) => ({
      name: transition.name,
      fromStatusIds: transition.from.map((from) => statusOf(from).id),
      toStatusId: statusOf(transition.to).id,
    })),
  });
}
