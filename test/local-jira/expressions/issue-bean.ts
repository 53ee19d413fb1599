import type { Access } from '../access/access';
import { isFieldAvailable } from '../config/field-availability';
import { customJson } from '../issues/field-view';
import type { LinkType } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { entityProperties, named, projectBean, richText, statusBean, userBean } from './jira-types';
import { bean, expensive, free, fromJson, type Bean, type Property, type Value } from './values';

/** One end of a link as an expression sees it; a link made by the very transition has no id yet. */
export interface LinkView {
  readonly id: string | null;
  readonly type: LinkType;
  readonly direction: 'inward' | 'outward';
  readonly other: Issue;
}

/** An issue as an expression sees it. */
export interface IssueView {
  readonly issue: Issue;
  /** Links that come with the transition, on top of the issue's own. */
  readonly newLinks: readonly LinkView[];
  /** True while the issue is being created: it has no id, key, status or dates yet. */
  readonly isNew: boolean;
}

/** What Jira's Issue has and the local Jira's expressions do not. */
const NOT_SERVED = [
  'resolutionDate',
  'created',
  'updated',
  'originalEstimate',
  'remainingEstimate',
  'timeSpent',
  'votes',
  'watches',
  'voters',
  'watchers',
  'versions',
  'fixVersions',
  'components',
  'attachments',
  'worklogs',
  'comments',
  'changelogs',
  'dueDate',
  'isEpic',
  'epic',
  'sprint',
  'closedSprints',
  'flagged',
  'name',
  'done',
  'color',
  'stories',
  'getNewestChangelog',
] as const;

/**
 * https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#issue
 * Links to issues that `access` may not see are left out, as over REST.
 */
export function issueBean(state: SiteState, access: Access, view: IssueView): Bean {
  const { issue, isNew } = view;
  const stored = (other: Issue): Bean => issueBean(state, access, { issue: other, newLinks: [], isNew: false });
  const properties: Record<string, Property> = {
    id: free(() => (isNew ? null : Number(issue.id))),
    key: free(() => (isNew ? null : issue.key)),
    summary: free(() => issue.summary),
    description: free(() => richText(issue.description)),
    environment: free(() => richText(issue.environment)),
    issueType: free(() => {
      const type = state.issueTypes.require(issue.typeId);
      return named('IssueType', type, { hierarchyLevel: type.hierarchyLevel });
    }),
    project: expensive(() => projectBean(state, state.projects.require(issue.projectId))),
    status: free(() => (isNew ? null : statusBean(state, state.statuses.require(issue.statusId)))),
    priority: free(() => row(issue.priorityId, (id) => named('IssuePriority', state.priorities.require(id)))),
    resolution: free(() => row(issue.resolutionId, (id) => named('Resolution', state.resolutions.require(id)))),
    securityLevel: free(() =>
      row(issue.securityLevelId, (id) => {
        const level = access.securityLevel(state.projects.require(issue.projectId), id);
        return level === undefined ? null : named('SecurityLevel', level);
      }),
    ),
    assignee: expensive(() => userBean(state, issue.assigneeId)),
    reporter: expensive(() => userBean(state, issue.reporterId)),
    creator: expensive(() => userBean(state, issue.creatorId)),
    labels: expensive(() => issue.labels),
    parent: expensive(() =>
      row(issue.parentId, (id) => {
        const parent = state.issues.get(id);
        return parent === undefined || !access.maySee(parent) ? null : stored(parent);
      }),
    ),
    childIssues: expensive(() => (isNew ? [] : children(state, access, issue).map(stored))),
    subtasks: expensive(() =>
      isNew
        ? []
        : children(state, access, issue)
            .filter(({ typeId }) => state.issueTypes.require(typeId).hierarchyLevel === -1)
            .map(stored),
    ),
    links: expensive(() => linksOf(state, access, view).map((link) => linkBean(link, stored))),
    properties: free(() => entityProperties(state, `issue:${issue.id}`)),
  };
  return bean('Issue', issue.id, {
    properties,
    property: (name) => customField(state, access, issue, name),
    notServed: NOT_SERVED,
  });
}

function row(id: string | null, show: (id: string) => Value): Value {
  return id === null ? null : show(id);
}

function children(state: SiteState, access: Access, issue: Issue): Issue[] {
  return state.issues.childrenOf(issue.id).flatMap((id) => {
    const child = state.issues.get(id);
    return child !== undefined && access.maySee(child) ? [child] : [];
  });
}

/**
 * `issue.customfield_10010`: the value as JSON, as over REST, null when empty. A field that issues of the type do not
 * have is an unknown property, which only `?.` reads as null.
 */
function customField(state: SiteState, access: Access, issue: Issue, name: string): Property | undefined {
  const field = state.fields.get(name);
  const project = state.projects.require(issue.projectId);
  if (!field?.custom || !isFieldAvailable(state, project, issue.typeId, field.id)) return undefined;
  const value = issue.custom[field.id];
  return expensive(() => (value === undefined ? null : fromJson(customJson(state, access, field, value))));
}

function linksOf(state: SiteState, access: Access, { issue, newLinks }: IssueView): LinkView[] {
  const own = issue.links.flatMap(({ linkId, typeId, direction, otherId }): LinkView[] => {
    const other = state.issues.get(otherId);
    if (other === undefined || !access.maySee(other)) return [];
    return [{ id: linkId, type: state.linkTypes.require(typeId), direction, other }];
  });
  return [...own, ...newLinks];
}

function linkBean({ id, type, direction, other }: LinkView, show: (issue: Issue) => Bean): Bean {
  const linked = show(other);
  return bean('IssueLink', id ?? `new ${type.id} ${direction} ${other.id}`, {
    properties: {
      id: free(() => (id === null ? null : Number(id))),
      type: free(() => named('IssueLinkType', type, { inward: type.inward, outward: type.outward })),
      direction: free(() => direction),
      linkedIssue: free(() => linked),
      inwardIssue: free(() => (direction === 'inward' ? linked : null)),
      outwardIssue: free(() => (direction === 'outward' ? linked : null)),
    },
  });
}
