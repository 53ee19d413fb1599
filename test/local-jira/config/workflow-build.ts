import type { WorkflowRule, WorkflowTransition } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import type { RuleConfiguration, StatusUpdate, TransitionBody } from './workflow-bodies';

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

/** Checked transitions as they are kept. */
export function buildTransitions(
  state: SiteState,
  transitions: readonly TransitionBody[],
  references: References,
): WorkflowTransition[] {
  const statusId = (reference: string): string => {
    const id = references.get(reference);
    if (id === undefined) throw new Error(`status reference ${reference} was not validated`);
    return id;
  };
  return transitions.map((transition) => {
    const screenId = transition.transitionScreen?.parameters['screenId'];
    return {
      id: transition.id,
      name: transition.name,
      description: transition.description,
      type: transition.type,
      toStatusId: statusId(transition.toStatusReference),
      fromStatusIds:
        transition.type === 'DIRECTED'
          ? transition.links.map(({ fromStatusReference }) => statusId(fromStatusReference ?? ''))
          : [],
      ...(screenId === undefined ? {} : { screenId }),
      ...(transition.conditions ? { conditions: transition.conditions } : {}),
      validators: transition.validators.map((rule) => toRule(state, rule)),
      actions: transition.actions.map((rule) => toRule(state, rule)),
      properties: transition.properties,
    };
  });
}

function toRule(state: SiteState, { ruleKey, parameters, id }: RuleConfiguration): WorkflowRule {
  return { id: id ?? state.nextUuid('workflowrule'), ruleKey, parameters };
}
