import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';

/** Old status id → new status id. */
export type StatusMoves = Readonly<Record<string, string>>;

/** What a task does when it is due; JSON-safe, so that it survives a snapshot. */
export type TaskWork =
  | { readonly kind: 'delete-field'; readonly fieldId: string }
  | {
      readonly kind: 'switch-workflow-scheme';
      readonly projectId: string;
      readonly targetSchemeId: string;
      readonly movesByIssueType: Readonly<Record<string, StatusMoves>>;
    }
  | {
      readonly kind: 'update-workflow-scheme';
      readonly schemeId: string;
      readonly movesByIssueType: Readonly<Record<string, StatusMoves>>;
    }
  | {
      readonly kind: 'migrate-statuses';
      readonly workflowIds: readonly string[];
      /** `project id / issue type id` → moves. */
      readonly moves: Readonly<Record<string, StatusMoves>>;
    };

/** Does it, and answers what `GET /task/{id}` shows as the result. */
export function doTaskWork(state: SiteState, work: TaskWork, at: number, accountId: string): unknown {
  switch (work.kind) {
    case 'delete-field':
      return deleteField(state, work.fieldId);
    case 'switch-workflow-scheme': {
      const project = state.projects.require(work.projectId);
      state.projects.put({ ...project, workflowSchemeId: work.targetSchemeId });
      return moveIssues(state, at, accountId, (issue) =>
        issue.projectId === project.id ? work.movesByIssueType[issue.typeId]?.[issue.statusId] : undefined,
      );
    }
    case 'update-workflow-scheme': {
      const projectIds = new Set(
        state.projects.filter(({ workflowSchemeId }) => workflowSchemeId === work.schemeId).map(({ id }) => id),
      );
      return moveIssues(state, at, accountId, (issue) =>
        projectIds.has(issue.projectId) ? work.movesByIssueType[issue.typeId]?.[issue.statusId] : undefined,
      );
    }
    case 'migrate-statuses':
      return moveIssues(
        state,
        at,
        accountId,
        (issue) => work.moves[`${issue.projectId}/${issue.typeId}`]?.[issue.statusId],
      );
  }
}

function deleteField(state: SiteState, fieldId: string): unknown {
  for (const issue of state.issues.values()) {
    if (!(fieldId in issue.custom)) continue;
    const custom = Object.fromEntries(Object.entries(issue.custom).filter(([id]) => id !== fieldId));
    state.issues.put({ ...issue, custom });
  }
  for (const screen of state.screens.filter(({ tabs }) => tabs.some(({ fieldIds }) => fieldIds.includes(fieldId)))) {
    const tabs = screen.tabs.map((tab) => ({ ...tab, fieldIds: tab.fieldIds.filter((id) => id !== fieldId) }));
    state.screens.put({ ...screen, tabs });
  }
  for (const context of state.fieldContexts.filter((row) => row.fieldId === fieldId))
    state.fieldContexts.delete(context.id);
  for (const option of state.fieldOptions.filter((row) => row.fieldId === fieldId))
    state.fieldOptions.delete(option.id);
  for (const scheme of state.fieldSchemes.all()) {
    const fields = Object.fromEntries(Object.entries(scheme.fields).filter(([id]) => id !== fieldId));
    state.fieldSchemes.put({ ...scheme, fields });
  }
  for (const configuration of state.fieldConfigurations.filter(({ items }) => fieldId in items)) {
    const items = Object.fromEntries(Object.entries(configuration.items).filter(([id]) => id !== fieldId));
    state.fieldConfigurations.put({ ...configuration, items });
  }
  state.fields.delete(fieldId);
  return 'Field deleted.';
}

/** Moves issues to other statuses without transitions; like Jira it leaves an entry in each issue's history. */
function moveIssues(
  state: SiteState,
  at: number,
  accountId: string,
  targetOf: (issue: Issue) => string | undefined,
): unknown {
  let moved = 0;
  for (const issue of [...state.issues.values()]) {
    const target = targetOf(issue);
    if (target === undefined || target === issue.statusId) continue;
    const from = state.statuses.require(issue.statusId);
    const to = state.statuses.require(target);
    state.issues.put({
      ...issue,
      statusId: to.id,
      updated: at,
      statusCategoryChanged: from.category === to.category ? issue.statusCategoryChanged : at,
    });
    const group = {
      id: state.nextId('changegroup'),
      issueId: issue.id,
      authorId: accountId,
      created: at,
      items: [
        {
          field: 'status',
          fieldtype: 'jira' as const,
          fieldId: 'status',
          from: from.id,
          fromString: from.name,
          to: to.id,
          toString: to.name,
        },
      ],
    };
    state.history.set(issue.id, [...(state.history.get(issue.id) ?? []), group]);
    moved += 1;
  }
  return { movedIssues: moved };
}
