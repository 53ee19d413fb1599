/**
 * Does one step of set-up, as the admin, and completes the site once everything is there.
 */
import type { AppError } from '../contract/result';
import type { SetupPlan } from '../contract/defs';
import type { JiraRequest } from '../jira/request';
import { readSetupRecord } from '../storage/setup-record';
import { writeSiteSetup } from '../storage/site-setup';
import { readFound } from './found';
import { planOf } from './plan';
import { runProjectStep } from './project-steps';
import { siteSetupFrom } from './site-setup-from';
import { runSiteStep } from './site-steps';
import { stepContext, StepRefusal } from './step-context';
import type { Step } from './step-name';

/** What set-up would do now. Only reads. @throws JiraError */
export async function planSetup(jira: JiraRequest, projectIds: readonly string[]): Promise<SetupPlan> {
  const [found, record] = await Promise.all([readFound(jira, [...new Set(projectIds)]), readSetupRecord()]);
  return planOf(found, record);
}

/**
 * Does one step; safe to repeat.
 * @returns why it was not done, where that is an ordinary answer.
 * @throws JiraError when Jira refused or failed.
 */
export async function runStep(jira: JiraRequest, step: Step): Promise<AppError | undefined> {
  const context = await stepContext(jira);
  try {
    if (step.part === 'project') await runProjectStep(context, step);
    else await runSiteStep(context, step);
  } catch (error) {
    if (error instanceof StepRefusal) return { code: error.code };
    throw error;
  }
  const setup = siteSetupFrom(context.record());
  if (setup !== undefined && step.part !== 'project') await writeSiteSetup(setup);
  return undefined;
}
