import * as v from 'valibot';

/** Bodies of the workflow calls, as Atlassian's OpenAPI has them. What it leaves open stays open here. */

const layout = v.nullish(v.looseObject({}));
// "parameters" are texts only: a number or a list is refused.
export const ruleConfiguration = v.strictObject({
  ruleKey: v.pipe(v.string(), v.minLength(1)),
  parameters: v.optional(v.record(v.string(), v.string()), {}),
  id: v.nullish(v.string()),
});
const conditionGroup = v.looseObject({
  operation: v.picklist(['ANY', 'ALL']),
  conditions: v.optional(v.array(ruleConfiguration), []),
  conditionGroups: v.optional(v.array(v.unknown()), []),
});
const link = v.strictObject({
  fromStatusReference: v.nullish(v.string()),
  fromPort: v.nullish(v.number()),
  toPort: v.nullish(v.number()),
});
const transition = v.looseObject({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['INITIAL', 'GLOBAL', 'DIRECTED']),
  description: v.optional(v.string(), ''),
  toStatusReference: v.string(),
  links: v.optional(v.array(link), []),
  conditions: v.nullish(conditionGroup),
  validators: v.optional(v.array(ruleConfiguration), []),
  actions: v.optional(v.array(ruleConfiguration), []),
  triggers: v.optional(v.array(v.unknown()), []),
  transitionScreen: v.nullish(ruleConfiguration),
  customIssueEventId: v.nullish(v.string()),
  properties: v.optional(v.record(v.string(), v.string()), {}),
});
const workflowStatus = v.looseObject({
  statusReference: v.string(),
  properties: v.record(v.string(), v.string()),
  layout,
  approvalConfiguration: v.nullish(v.looseObject({})),
});
export const statusUpdate = v.looseObject({
  statusReference: v.string(),
  id: v.optional(v.string()),
  name: v.string(),
  statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
  description: v.optional(v.string(), ''),
});
export const scope = v.strictObject({
  type: v.picklist(['GLOBAL', 'PROJECT']),
  project: v.nullish(v.strictObject({ id: v.string() })),
});
const workflowContent = {
  description: v.optional(v.string(), ''),
  statuses: v.array(workflowStatus),
  transitions: v.array(transition),
  startPointLayout: layout,
  loopedTransitionContainerLayout: layout,
};
const statusList = v.pipe(v.array(statusUpdate), v.maxLength(1000));

export const CreateWorkflowsBody = v.strictObject({
  scope,
  statuses: v.optional(statusList, []),
  workflows: v.optional(
    v.pipe(v.array(v.strictObject({ name: v.string(), ...workflowContent })), v.minLength(1), v.maxLength(20)),
    [],
  ),
});

const levels = v.optional(v.strictObject({ levels: v.optional(v.array(v.picklist(['WARNING', 'ERROR']))) }));
export const ValidateCreateBody = v.strictObject({ payload: CreateWorkflowsBody, validationOptions: levels });

const migration = v.strictObject({ oldStatusReference: v.string(), newStatusReference: v.string() });
export const version = v.strictObject({ id: v.string(), versionNumber: v.number() });
export const UpdateWorkflowsBody = v.strictObject({
  statuses: v.optional(statusList, []),
  workflows: v.pipe(
    v.array(
      v.looseObject({
        id: v.string(),
        version,
        ...workflowContent,
        description: v.optional(v.string()),
        defaultStatusMappings: v.optional(v.array(migration), []),
        statusMappings: v.optional(
          v.array(
            v.strictObject({ projectId: v.string(), issueTypeId: v.string(), statusMigrations: v.array(migration) }),
          ),
          [],
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
});
export const ValidateUpdateBody = v.strictObject({ payload: UpdateWorkflowsBody, validationOptions: levels });

export const ReadWorkflowsBody = v.strictObject({
  workflowIds: v.optional(v.array(v.string()), []),
  workflowNames: v.optional(v.array(v.string()), []),
  projectAndIssueTypes: v.optional(v.array(v.strictObject({ projectId: v.string(), issueTypeId: v.string() })), []),
});

export type CreateWorkflows = v.InferOutput<typeof CreateWorkflowsBody>;
export type UpdateWorkflows = v.InferOutput<typeof UpdateWorkflowsBody>;
export type StatusUpdate = v.InferOutput<typeof statusUpdate>;
export type TransitionBody = v.InferOutput<typeof transition>;
export type RuleConfiguration = v.InferOutput<typeof ruleConfiguration>;
export type WorkflowContent = Pick<
  CreateWorkflows['workflows'][number],
  'statuses' | 'transitions' | 'startPointLayout' | 'loopedTransitionContainerLayout'
>;
