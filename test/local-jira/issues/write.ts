import type { RouteContext } from '../http/router';
import type { ChangeItem, Issue } from '../state/issue-entities';
import { changeItemJson } from '../wire/history';
import { actor } from './find';
import { issueEventJson } from './issue-event';

/** Stores a changed issue with its history entry and tells the listeners. Nothing changed = nothing written. */
export function writeIssue(context: RouteContext, before: Issue, after: Issue, items: readonly ChangeItem[]): Issue {
  if (items.length === 0) return before;
  const { state, events, clock } = context;
  const now = clock.now().getTime();
  const stored = state.issues.put({ ...after, updated: now });
  const history = state.history.get(stored.id) ?? [];
  history.push({ id: state.nextId('changegroup'), issueId: stored.id, authorId: actor(context), created: now, items });
  state.history.set(stored.id, history);
  const changelog = {
    id: history.at(-1)!.id,
    // Forge's events carry no custom fields.
    items: items.filter((item) => item.fieldtype === 'jira').map(changeItemJson),
  };
  const common = { ...issueEventJson(context, stored), changelog };
  if (items.some((item) => item.fieldId === 'assignee')) {
    events.emit({ eventType: 'avi:jira:assigned:issue', jiraEventTypeName: 'issue_assigned', ...common });
  }
  events.emit({ eventType: 'avi:jira:updated:issue', jiraEventTypeName: eventName(items), ...common });
  return stored;
}

function eventName(items: readonly ChangeItem[]): string {
  if (items.some((item) => item.fieldId === 'status')) return 'issue_generic';
  return 'issue_updated';
}
