import { workflowFor } from '../config/workflows-of-project';
import { badRequest, fieldProblem, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { WorkflowTransition } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import { checkAfterWork, doAfterWork } from './after-work';
import { objectOf, type JsonObject, textOf } from './body';
import { changesBetween } from './diff';
import { draftOf } from './draft';
import { applyFields } from './edit';
import { projectOf } from './find';
import { readPropertyList, setProperty } from './properties';
import type { AfterWork } from './update-verbs';
import { applyTransition, transitionsFrom } from './workflow';
import { validateDraft } from './validators';
import { writeIssue } from './write';

/** Transitions the caller may make now. Needs Transition issues; nobody without it sees any. */
export function openTransitions(context: RouteContext, issue: Issue): readonly WorkflowTransition[] {
  if (!context.access.has('TRANSITION_ISSUES', projectOf(context, issue), issue)) return [];
  return transitionsFrom(context.state, issue);
}

/** Does what `POST /issue/{key}/transitions` says, in one history entry. */
export function transitionIssue(context: RouteContext, issue: Issue, input: JsonObject): Issue {
  const { id } = objectOf(input['transition']) as { id?: unknown };
  const transition = openTransitions(context, issue).find((candidate) => candidate.id === textOf(id));
  if (transition === undefined) {
    throw badRequest(
      id === undefined
        ? "Missing 'transition' identifier"
        : `It seems that you have tried to perform an illegal workflow operation (${textOf(id)}).`,
    );
  }
  if (transition.conditions !== undefined && transition.conditions !== null) {
    throw notServed(`the conditions of the workflow transition ${transition.name}`);
  }
  const draft = draftOf(issue);
  const after: AfterWork = { comments: [], links: [] };
  refuseOffScreen(context, transition, input);
  applyFields(context, draft, input, after);
  const workflow = workflowFor(context.state, projectOf(context, issue), issue.typeId);
  validateDraft(context, { workflow, transition, draft, original: issue, after });
  const properties = readPropertyList(input['properties']);
  checkAfterWork(context, issue, projectOf(context, issue), after);
  applyTransition(context, draft, transition);
  const stored = writeIssue(context, issue, draft, changesBetween(context.state, issue, draft));
  for (const { key, value } of properties) setProperty(context.state, `issue:${issue.id}`, key, value);
  doAfterWork(context, issue.id, after);
  return stored;
}

/** Fields can only be set where the transition has a screen that shows them; comments always can. */
function refuseOffScreen({ state }: RouteContext, transition: WorkflowTransition, input: JsonObject): void {
  const screen = transition.screenId === undefined ? undefined : state.screens.get(transition.screenId);
  const onScreen = new Set(['comment', ...(screen?.tabs.flatMap((tab) => tab.fieldIds) ?? [])]);
  for (const fieldId of [...Object.keys(objectOf(input['fields'])), ...Object.keys(objectOf(input['update']))]) {
    if (!onScreen.has(fieldId)) {
      throw fieldProblem(fieldId, `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`);
    }
  }
}
