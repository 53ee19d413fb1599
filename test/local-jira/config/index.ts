import type { RouteRegistrar } from '../http/router';
import { registerCreateMeta } from './create-meta';
import { registerFieldAssociation } from './field-association';
import { registerFieldContexts } from './field-contexts';
import { registerFieldOptions } from './field-options';
import { registerFieldSchemes } from './field-schemes';
import { registerFields } from './fields';
import { registerIssueTypeSchemes } from './issue-type-schemes';
import { registerIssueTypeScreenSchemes } from './issue-type-screen-schemes';
import { registerIssueTypes } from './issue-types';
import { registerLinkTypes } from './link-types';
import { registerResolutionsAndPriorities } from './resolutions-priorities';
import { registerRoles } from './roles';
import { registerScreenSchemes } from './screen-schemes';
import { registerScreens } from './screens';
import { registerStatuses } from './statuses';
import { registerTasks } from './tasks';
import { registerWorkflowSchemeSwitch } from './workflow-scheme-switch';
import { registerWorkflowSchemes } from './workflow-schemes';
import { registerWorkflows } from './workflows';

/** Everything an administrator configures. */
export function registerConfigRoutes(router: RouteRegistrar): void {
  registerIssueTypes(router);
  registerIssueTypeSchemes(router);
  registerFields(router);
  registerFieldContexts(router);
  registerFieldOptions(router);
  registerFieldAssociation(router);
  registerFieldSchemes(router);
  registerScreens(router);
  registerScreenSchemes(router);
  registerIssueTypeScreenSchemes(router);
  registerStatuses(router);
  registerLinkTypes(router);
  registerResolutionsAndPriorities(router);
  registerCreateMeta(router);
  registerRoles(router);
  registerWorkflows(router);
  registerWorkflowSchemes(router);
  registerWorkflowSchemeSwitch(router);
  registerTasks(router);
}
