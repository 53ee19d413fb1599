import type { Access } from '../access/access';
import { linkTypeJson } from '../config/wire';
import type { RouteContext } from '../http/router';
import { JiraProblem } from '../http/problem';
import type { LinkType } from '../state/config-entities';
import type { Issue, IssueLink, LinkEnd } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { issueReferenceJson } from '../wire/issue-reference';
import { writeIssue } from './write';

const MOST_LINKS = 2_000;

/**
 * The `issuelinks` of an issue: each entry has only one of `outwardIssue` and `inwardIssue`. The source shows
 * `outwardIssue` ("A threatens B"). Ends the viewer may not see are left out.
 */
export function issueLinksJson(state: SiteState, access: Access, issue: Issue): Record<string, unknown>[] {
  return issue.links.flatMap((end) => {
    const other = state.issues.get(end.otherId);
    if (other === undefined || !access.maySee(other)) return [];
    const side = end.direction === 'outward' ? 'outwardIssue' : 'inwardIssue';
    return [
      {
        id: end.linkId,
        self: `${state.site.baseUrl}/rest/api/3/issueLink/${end.linkId}`,
        type: linkTypeJson(state, state.linkTypes.require(end.typeId)),
        [side]: issueReferenceJson(state, other),
      },
    ];
  });
}

/** Links two issues; the same link again changes nothing and is no error, as in Jira. 413 beyond 2,000 links. */
export function linkIssues(context: RouteContext, type: LinkType, source: Issue, destination: Issue): void {
  const { state, clock, events } = context;
  const known = source.links.some(
    (end) => end.typeId === type.id && end.direction === 'outward' && end.otherId === destination.id,
  );
  if (known) return;
  for (const issue of [source, destination]) {
    if (issue.links.length >= MOST_LINKS) {
      throw new JiraProblem(413, [`The issue ${issue.key} has reached the limit of ${MOST_LINKS} issue links.`]);
    }
  }
  const link = state.links.put({
    id: state.nextId('link'),
    typeId: type.id,
    sourceId: source.id,
    destinationId: destination.id,
  });
  const outward: LinkEnd = { linkId: link.id, typeId: type.id, direction: 'outward', otherId: destination.id };
  const inward: LinkEnd = { linkId: link.id, typeId: type.id, direction: 'inward', otherId: source.id };
  addLinkEnd(context, source, outward, type.outward, destination);
  // Read again: linking an issue to itself has just changed it.
  addLinkEnd(context, state.issues.require(destination.id), inward, type.inward, source);
  events.emit(linkEvent(context, 'avi:jira:created:issuelink', link, clock.now().getTime()));
}

function addLinkEnd(context: RouteContext, issue: Issue, end: LinkEnd, reads: string, other: Issue): void {
  writeIssue(context, issue, { ...issue, links: [...issue.links, end] }, [
    {
      field: 'Link',
      fieldtype: 'jira',
      from: null,
      fromString: null,
      to: other.key,
      toString: `This issue ${reads} ${other.key}`,
    },
  ]);
}

/** Takes a link away from both issues. */
export function unlinkIssues(context: RouteContext, link: IssueLink): void {
  const { state, clock, events } = context;
  const type = state.linkTypes.require(link.typeId);
  removeLinkEnd(context, link, link.sourceId, type.outward, link.destinationId);
  removeLinkEnd(context, link, link.destinationId, type.inward, link.sourceId);
  state.links.delete(link.id);
  events.emit(linkEvent(context, 'avi:jira:deleted:issuelink', link, clock.now().getTime()));
}

function removeLinkEnd(context: RouteContext, link: IssueLink, id: string, reads: string, otherId: string): void {
  const issue = context.state.issues.get(id);
  const other = context.state.issues.get(otherId);
  if (issue === undefined || other === undefined) return;
  const links = issue.links.filter((end) => end.linkId !== link.id);
  writeIssue(context, issue, { ...issue, links }, [
    {
      field: 'Link',
      fieldtype: 'jira',
      from: other.key,
      fromString: `This issue ${reads} ${other.key}`,
      to: null,
      toString: null,
    },
  ]);
}

/** Ids only, as Forge delivers it. */
function linkEvent(
  { state, principal }: RouteContext,
  eventType: 'avi:jira:created:issuelink' | 'avi:jira:deleted:issuelink',
  link: IssueLink,
  timestamp: number,
) {
  const type = state.linkTypes.require(link.typeId);
  return {
    eventType,
    timestamp,
    selfGenerated: principal.type === 'app',
    id: Number(link.id),
    sourceIssueId: Number(link.sourceId),
    destinationIssueId: Number(link.destinationId),
    sourceProjectId: Number(state.issues.get(link.sourceId)?.projectId ?? 0),
    destinationProjectId: Number(state.issues.get(link.destinationId)?.projectId ?? 0),
    issueLinkType: {
      id: Number(type.id),
      name: type.name,
      outward: type.outward,
      inward: type.inward,
      isSubTaskLinkType: false,
      isSystemLinkType: false,
    },
  };
}
