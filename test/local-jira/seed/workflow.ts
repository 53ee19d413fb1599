import type { Workflow, WorkflowTransition } from '../state/config-entities';
import type { SiteState } from '../state/site-state';

/** Every status can go to every other, as in Jira's simplified workflow; a resolution is set and cleared on the way. */
export function simplifiedWorkflow(
  state: SiteState,
  name: string,
  statusIds: readonly string[] = ['10000', '3', '10001', '10002', '10003'],
): Workflow {
  const now = new Date(0).toISOString();
  const create: WorkflowTransition = {
    id: '1',
    name: 'Create',
    description: '',
    type: 'INITIAL',
    toStatusId: statusIds[0]!,
    fromStatusIds: [],
    validators: [],
    actions: [],
    properties: {},
  };
  const moves = statusIds.map((statusId, at): WorkflowTransition => {
    const status = state.statuses.require(statusId);
    return {
      id: String((at + 1) * 10 + 1),
      name: status.name,
      description: '',
      type: 'GLOBAL',
      toStatusId: statusId,
      fromStatusIds: [],
      validators: [],
      actions: [
        {
          ruleKey: 'system:update-field',
          parameters: { field: 'resolution', value: status.category === 'DONE' ? resolutionFor(status.name) : '' },
        },
      ],
      properties: {},
    };
  });
  return {
    id: state.nextUuid('workflow'),
    name,
    description: '',
    version: { id: state.nextUuid('version'), versionNumber: 1 },
    isEditable: true,
    statuses: statusIds.map((statusId) => ({ statusId, statusReference: statusId, properties: {} })),
    transitions: [create, ...moves],
    created: now,
    updated: now,
  };
}

/** "Won't do" style statuses resolve as Won't Do, all others of the Done category as Done. */
function resolutionFor(statusName: string): string {
  return /won'?t/i.test(statusName) ? '10001' : '10000';
}
