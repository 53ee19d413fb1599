/**
 * The panel on a story, as the viewer may see it: at most three requests one after the other.
 */
import { ASSESSMENT_PROPERTY } from '../domain/assessment-record';
import { criteriaIn } from '../domain/criteria/security-criteria';
import { hintOf } from '../domain/hints/hint';
import type { Topic } from '../domain/hints/topics';
import type { TextChange } from '../domain/changed-text';
import { checksInForce, readinessOf, type Readiness } from '../domain/readiness';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { getIssue } from '../jira/issue';
import { linksOf, projectOf, statusOf, typeIdOf, type IssueLink, type Person } from '../jira/issue-fields';
import { permissionsOnIssue } from '../jira/permission';
import type { JiraRequest } from '../jira/request';
import { readLinkedRisks, setupsAround } from './linked-risks';
import { reasonIn } from './assessment-fields';
import { readyStatusIdsOf } from './ready-statuses';
import { bypassOf } from './story-bypass';
import { relevanceDecisions, standingEvidence, storyText, storyTextChange, TEXT_FIELDS } from './story-text';
import type {
  ChangedSince,
  LinkedRiskView,
  RelevanceChange,
  SecuringEnablerView,
  StoryHint,
  StoryText,
  StoryView,
} from './story-view';
import { linksOfType, personView, personViewOf, relevanceOf, statusViewOf } from './values';

/**
 * Everything the panel shows on one story.
 * @param project the settings of the story's project.
 * @throws JiraError; `notFound` when the viewer may not see the story.
 */
export async function readStory(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  issueId: string,
): Promise<StoryView> {
  const setup = setupOf(site, project);
  const { settings } = project;
  const [story, permissions, readyStatusIds] = await Promise.all([
    getIssue(jira, issueId, { fields: storyFields(setup), properties: [ASSESSMENT_PROPERTY], withChanges: true }),
    permissionsOnIssue(jira, issueId, ['EDIT_ISSUES', 'LINK_ISSUES', 'TRANSITION_ISSUES']),
    settings.gate === 'off' ? [] : readyStatusIdsOf(jira, site, project),
  ]);
  const { fields } = story;
  const links = linksOf(fields);
  const risks = await readLinkedRisks(jira, setupsAround(site, setup), links);
  const enablers = securingEnablers(setup, links);
  const relevance = relevanceOf(setup, fields);
  const text = storyText(fields);
  const change = settings.checks.changed === 'off' ? undefined : storyTextChange(setup, story);
  const criteria = criteriaIn(fields.description);
  const readiness = storyReadiness(project, {
    relevance,
    risks,
    enablers: enablers.length,
    criteria: criteria.length,
    changed: change !== undefined,
  });
  const decisions = relevanceDecisions(setup, story.changes);
  const assessment = relevance === 'unassessed' ? undefined : decisions[0];
  const { id: projectId, key: projectKey } = projectOf(fields);
  const isStory = project.storyTypeIds.includes(typeIdOf(fields));
  return {
    id: story.id,
    key: story.key,
    summary: text.summary,
    projectId,
    projectKey,
    status: statusViewOf(statusOf(fields)),
    isStory,
    relevance,
    ...reasonIn(setup, story),
    assessedBy: personView(assessment?.by),
    assessedAt: assessment?.at,
    risks,
    enablers,
    criteria,
    readiness,
    gate: settings.gate,
    hint: storyHint(project, text),
    confirmedAt: standingEvidence(setup, story)?.confirmedAt,
    changedSince: change && changedSince(project, text, change),
    bypass: isStory ? bypassOf(story, project, readiness, readyStatusIds) : undefined,
    history: decisions.map(({ by, ...decision }): RelevanceChange => ({ ...decision, by: personView(by) })),
    mayEdit: permissions.has('EDIT_ISSUES'),
    mayLink: permissions.has('LINK_ISSUES'),
    mayMove: permissions.has('TRANSITION_ISSUES'),
    reporter: personViewOf(fields, 'reporter')?.name,
  };
}

function storyFields({ fields }: SiteSetup): readonly string[] {
  const native = ['status', 'issuetype', 'project', 'reporter', 'creator', 'issuelinks'];
  return [...TEXT_FIELDS, ...native, fields.securityRelevance, fields.relevanceReason];
}

export function storyReadiness(
  { settings }: ProjectSetup,
  facts: {
    readonly relevance: StoryView['relevance'];
    readonly risks: readonly Pick<LinkedRiskView, 'status' | 'level' | 'owner'>[];
    readonly enablers: number;
    readonly criteria: number;
    readonly changed: boolean;
  },
): Readiness {
  const risks = facts.risks.map(({ status, level, owner }) => {
    return { open: status.category !== 'done', level, owned: owner !== undefined };
  });
  return readinessOf({ ...facts, risks }, checksInForce(settings));
}

function storyHint({ settings }: ProjectSetup, text: StoryText): StoryHint | undefined {
  const hint = hintOf(text, { words: settings.hintWords });
  return hint && { hint, text };
}

function changedSince(project: ProjectSetup, text: StoryText, change: TextChange<Person>): ChangedSince {
  const { parts, at, by } = change;
  const before = { ...text };
  for (const { part, before: words, after } of parts) before[part] = words ?? after;
  return { parts, at, by: personView(by), newTopics: newTopics(project, before, text) };
}

function newTopics(project: ProjectSetup, before: StoryText, now: StoryText): readonly Topic[] {
  const known = storyHint(project, before)?.hint.topics ?? [];
  return (storyHint(project, now)?.hint.topics ?? []).filter((topic) => !known.includes(topic));
}

function securingEnablers(setup: SiteSetup, links: readonly IssueLink[]): readonly SecuringEnablerView[] {
  return linksOfType(setup, links, 'secures', 'inward').map(({ id, issue }) => {
    return { id: issue.id, key: issue.key, summary: issue.summary, status: statusViewOf(issue.status), linkId: id };
  });
}
