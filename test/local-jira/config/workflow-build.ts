import type { TransitionLink, Workflow, WorkflowRule, WorkflowTransition } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import type { RuleConfiguration, StatusUpdate, TransitionBody, WorkflowContent } from './workflow-bodies';

/** Status id by the reference the caller made up. */
export type References = ReadonlyMap<string, string>;

/** Makes the statuses that have no id yet, renames those that have one, and answers what each reference means. */
export function putStatuses(
  state: SiteState,
  statuses: readonly StatusUpdate[],
  projectId: string | undefined,
): References {
  return new Map(
    statuses.map(({ statusReference, id, name, statusCategory, description }) => {
      const known = id === undefined ? undefined : state.statuses.require(id);
      const status = state.statuses.put({
        ...(projectId === undefined ? {} : { scopeProjectId: projectId }),
        ...known,
        id: known?.id ?? state.nextId('status'),
        name,
        category: statusCategory,
        description,
      });
      return [statusReference, status.id];
    }),
  );
}

/** Checked statuses of a workflow as they are kept. */
export function buildStatuses(statuses: WorkflowContent['statuses'], references: References): Workflow['statuses'] {
  return statuses.map(({ statusReference, properties, layout, approvalConfiguration }) => {
    const statusId = statusIdOf(references, statusReference);
    return {
      statusId,
      statusReference: statusId,
      properties,
      ...given({ layout, approvalConfiguration }),
    };
  });
}

/** The parts of a workflow that only its drawing needs, kept as they were sent. */
export function buildLayout(
  workflow: Pick<WorkflowContent, 'startPointLayout' | 'loopedTransitionContainerLayout'>,
): Pick<Workflow, 'startPointLayout' | 'loopedTransitionContainerLayout'> {
  const { startPointLayout, loopedTransitionContainerLayout } = workflow;
  return given({ startPointLayout, loopedTransitionContainerLayout });
}

/** Checked transitions as they are kept. */
export function buildTransitions(
  state: SiteState,
  transitions: readonly TransitionBody[],
  references: References,
): WorkflowTransition[] {
  return transitions.map((transition) => {
    const screen = transition.transitionScreen;
    const screenId = screen?.parameters['screenId'];
    const links = transition.links.map(({ fromStatusReference, fromPort, toPort }): TransitionLink =>
      given({ fromStatusId: references.get(fromStatusReference ?? ''), fromPort, toPort }),
    );
    return {
      id: transition.id,
      name: transition.name,
      description: transition.description,
      type: transition.type,
      toStatusId: statusIdOf(references, transition.toStatusReference),
      fromStatusIds: transition.type === 'DIRECTED' ? links.flatMap(({ fromStatusId }) => fromStatusId ?? []) : [],
      links,
      ...(screenId === undefined ? {} : { screenId, screenRuleId: screen?.id ?? state.nextUuid('workflowrule') }),
      ...(transition.triggers.length === 0 ? {} : { triggers: transition.triggers }),
      ...given({ customIssueEventId: transition.customIssueEventId ?? undefined }),
      ...(transition.conditions ? { conditions: transition.conditions } : {}),
      validators: transition.validators.map((rule) => toRule(state, rule)),
      actions: transition.actions.map((rule) => toRule(state, rule)),
      properties: transition.properties,
    };
  });
}

function statusIdOf(references: References, reference: string): string {
  const id = references.get(reference);
  if (id === undefined) throw new Error(`status reference ${reference} was not validated`);
  return id;
}

/** Without what was not sent. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function toRule(state: SiteState, { ruleKey, parameters, id }: RuleConfiguration): WorkflowRule {
  return { id: id ?? state.nextUuid('workflowrule'), ruleKey, parameters };
}
