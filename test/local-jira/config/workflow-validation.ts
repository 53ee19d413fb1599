import type { SiteState } from '../state/site-state';
import type {
  CreateWorkflows,
  RuleConfiguration,
  StatusUpdate,
  TransitionBody,
  WorkflowContent,
} from './workflow-bodies';
import { newRulePlace, ruleMistake, type RulePlace } from './workflow-rule-check';
import type { RuleType } from './workflow-rules';

/** One finding, as the validation calls answer it. */
export interface WorkflowProblem {
  readonly code: string;
  readonly level: 'ERROR' | 'WARNING';
  readonly type: 'RULE' | 'STATUS' | 'WORKFLOW' | 'TRANSITION' | 'SCOPE' | 'STATUS_MAPPING';
  readonly message: string;
  readonly elementReference?: Readonly<Record<string, string>>;
}

const NAME_LIMIT = 255;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Everything that is wrong with workflows and statuses that somebody wants to create. */
export function validateCreate(state: SiteState, request: CreateWorkflows): WorkflowProblem[] {
  const projectId = request.scope.type === 'PROJECT' ? request.scope.project?.id : undefined;
  const problems: WorkflowProblem[] = [];
  if (request.scope.type === 'PROJECT' && (projectId === undefined || !state.projects.has(projectId))) {
    problems.push(error('SCOPE_PROJECT_NOT_FOUND', 'SCOPE', 'The project of the scope was not found.'));
  }
  problems.push(...validateStatuses(state, request.statuses, projectId));
  const names = new Set<string>();
  for (const workflow of request.workflows) {
    problems.push(...validateName(state, workflow.name, names));
    const references = new Set(request.statuses.map((row) => row.statusReference));
    problems.push(...validateContent(state, workflow, references, newRulePlace(projectId)));
  }
  return problems;
}

/** Problems of the statuses a request names; `projectId` is that of a team-managed project. */
export function validateStatuses(
  state: SiteState,
  statuses: readonly StatusUpdate[],
  projectId: string | undefined,
): WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const references = new Set<string>();
  const names = new Set<string>();
  for (const { statusReference, id, name } of statuses) {
    const at = { statusReference };
    if (references.has(statusReference)) {
      problems.push(error('NON_UNIQUE_STATUS_REFERENCE', 'STATUS', 'You must use a unique status reference.', at));
    }
    references.add(statusReference);
    if (projectId !== undefined && id === undefined && !UUID.test(statusReference)) {
      problems.push(error('INVALID_STATUS_REFERENCE', 'STATUS', 'The status reference must be a UUID.', at));
    }
    if (name.trim() === '' || name.length > NAME_LIMIT) {
      problems.push(error('INVALID_STATUS_NAME', 'STATUS', `A status name has 1 to ${NAME_LIMIT} characters.`, at));
    }
    const lower = name.toLowerCase();
    const taken = state.statuses.find(
      (status) => status.id !== id && status.scopeProjectId === projectId && status.name.toLowerCase() === lower,
    );
    if (taken || names.has(lower)) {
      problems.push(error('NON_UNIQUE_STATUS_NAME', 'STATUS', 'You must use a unique status name.', at));
    }
    names.add(lower);
    if (id !== undefined && !state.statuses.has(id)) {
      problems.push(error('STATUS_NOT_FOUND', 'STATUS', `The status ${id} was not found.`, at));
    }
  }
  return problems;
}

/** Problems of the statuses and transitions of one workflow. */
export function validateContent(
  state: SiteState,
  { statuses, transitions }: WorkflowContent,
  references: ReadonlySet<string>,
  place: RulePlace,
): WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const own = new Set(statuses.map(({ statusReference }) => statusReference));
  if (own.size === 0) problems.push(error('WORKFLOW_WITHOUT_STATUS', 'WORKFLOW', 'A workflow needs a status.'));
  for (const statusReference of own) {
    if (!references.has(statusReference)) {
      problems.push(
        error('STATUS_REFERENCE_NOT_FOUND', 'STATUS', 'The status is not in the list of statuses.', {
          statusReference,
        }),
      );
    }
  }
  const initial = transitions.filter(({ type }) => type === 'INITIAL').length;
  if (initial !== 1) {
    problems.push(error('INITIAL_TRANSITION_COUNT', 'WORKFLOW', 'A workflow needs exactly one initial transition.'));
  }
  const ids = new Set<string>();
  for (const transition of transitions) {
    if (ids.has(transition.id)) {
      problems.push(
        error('NON_UNIQUE_TRANSITION_ID', 'TRANSITION', 'You must use a unique transition ID.', {
          transitionId: transition.id,
        }),
      );
    }
    ids.add(transition.id);
    problems.push(...validateTransition(state, transition, own, place));
  }
  return problems;
}

function validateName(state: SiteState, name: string, names: Set<string>): WorkflowProblem[] {
  const lower = name.trim().toLowerCase();
  const taken = names.has(lower) || state.workflows.find((workflow) => workflow.name.toLowerCase() === lower);
  names.add(lower);
  if (lower === '' || name.length > NAME_LIMIT) {
    return [error('INVALID_WORKFLOW_NAME', 'WORKFLOW', `A workflow name has 1 to ${NAME_LIMIT} characters.`)];
  }
  return taken ? [error('NON_UNIQUE_WORKFLOW_NAME', 'WORKFLOW', 'You must use a unique workflow name.')] : [];
}

function validateTransition(
  state: SiteState,
  transition: TransitionBody,
  statuses: ReadonlySet<string>,
  place: RulePlace,
): WorkflowProblem[] {
  const at = { transitionId: transition.id };
  const problems: WorkflowProblem[] = [];
  if (!/^\d{1,9}$/.test(transition.id)) {
    problems.push(error('INVALID_TRANSITION_ID', 'TRANSITION', 'The transition ID must be a number.', at));
  }
  if (transition.name.trim() === '') {
    problems.push(error('TRANSITION_WITHOUT_NAME', 'TRANSITION', 'A transition needs a name.', at));
  }
  if (!statuses.has(transition.toStatusReference)) {
    problems.push(error('TO_STATUS_NOT_FOUND', 'TRANSITION', 'The target is no status of the workflow.', at));
  }
  const starts = transition.links.map(({ fromStatusReference }) => fromStatusReference ?? '');
  if (transition.type === 'DIRECTED' && starts.length === 0) {
    problems.push(error('DIRECTED_WITHOUT_START', 'TRANSITION', 'A directed transition needs a start.', at));
  }
  if (transition.type === 'DIRECTED' && starts.some((start) => !statuses.has(start))) {
    problems.push(error('FROM_STATUS_NOT_FOUND', 'TRANSITION', 'A start is no status of the workflow.', at));
  }
  const rules = (wanted: RuleType, list: readonly RuleConfiguration[]): WorkflowProblem[] =>
    list.flatMap((rule) => {
      const mistake = ruleMistake(state, rule, wanted, place);
      const where = rule.id ? { ...at, ruleId: rule.id } : at;
      return mistake === undefined ? [] : [error(mistake.code, 'RULE', mistake.message, where)];
    });
  problems.push(
    ...rules('Validator', transition.validators),
    ...rules('Function', transition.actions),
    ...rules('Condition', transition.conditions?.conditions ?? []),
  );
  const screen = transition.transitionScreen;
  if (screen) {
    const screenId = screen.parameters['screenId'];
    if (screen.ruleKey !== 'system:transition-screen' || screenId === undefined || !state.screens.has(screenId)) {
      problems.push(error('INVALID_TRANSITION_SCREEN', 'RULE', 'The screen of the transition was not found.', at));
    }
  }
  return problems;
}

function error(
  code: string,
  type: WorkflowProblem['type'],
  message: string,
  elementReference?: Readonly<Record<string, string>>,
): WorkflowProblem {
  return { code, level: 'ERROR', type, message, ...(elementReference === undefined ? {} : { elementReference }) };
}
