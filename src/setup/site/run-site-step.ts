/**
 * The steps that make what the whole site needs. Each may be repeated: it finds what it made before by recorded id.
 */
import type { StepContext, StepOutcome } from '../step-context';
import type { SiteStep } from '../step-name';
import { droppedStep } from './dropped-step';
import { fieldStep } from './field-step';
import { issueTypeStep } from './issue-type-step';
import { linkTypeStep } from './link-type-step';
import { screenSchemeStep, screenStep } from './screen-step';
import type { StepOrder } from './settle';
import { statusStep } from './status-step';
import { workflowStep } from './workflow-step';

/** @throws StepRefusal, JiraError */
export async function runSiteStep(context: StepContext, step: SiteStep, order: StepOrder): Promise<StepOutcome> {
  switch (step.part) {
    case 'issueType':
      return issueTypeStep(context, order);
    case 'field':
      return fieldStep(context, step.field, order);
    case 'linkType':
      return linkTypeStep(context, step.linkType, order);
    case 'dropped':
      return droppedStep(context, order);
    case 'status':
      return statusStep(context, step.status, order);
    case 'workflow':
      return workflowStep(context, order);
    case 'screen':
      return screenStep(context, order);
    case 'screenScheme':
      return screenSchemeStep(context, order);
  }
}
