/**
 * Where a new enabler can be made, as the viewer may: projects, issue types, what their forms ask for, and the issues it
 * can stand under.
 */
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { creatableProjects, creatableTypes, createFields, type CreatableProject } from '../jira/create-meta';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { summaryOf, typeIdOf } from '../jira/issue-fields';
import { allOf, isOneOf, isOpen, ordered, summaryHasWord } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchFirst } from '../jira/search';
import { typedKey, typedWords } from './typed-search';

/** Rows to choose from; whoever misses one types more of its name. */
const MOST_PARENTS = 20;

/** Projects where the viewer may create issues, by name. @throws JiraError */
export function enablerProjects(jira: JiraRequest, text: string): Promise<readonly CreatableProject[]> {
  return creatableProjects(jira, text);
}

export interface EnablerType {
  readonly id: string;
  readonly name: string;
  /** Types of the level above: what an issue of this type can stand under. */
  readonly parentTypeIds: readonly string[];
}

export interface EnablerTypes {
  readonly types: readonly EnablerType[];
  /** The type whose relevance is assessed there, or the first one of the level of stories. */
  readonly usualId: string | undefined;
}

/**
 * No security risks, and no sub-tasks: they belong to one story and are not planned by themselves.
 * @param project the settings of that project, where Shift-Up was added to it.
 * @throws JiraError; `notFound` where the viewer may not create issues.
 */
export async function enablerTypes(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup | undefined,
  projectId: string,
): Promise<EnablerTypes> {
  const { riskTypeId } = setupOf(site, project);
  const all = await creatableTypes(jira, projectId);
  const offered = all.filter(({ id, hierarchyLevel }) => hierarchyLevel >= 0 && id !== riskTypeId);
  const stories = offered.filter(({ hierarchyLevel }) => hierarchyLevel === 0);
  const usual = stories.find(({ id }) => project?.storyTypeIds.includes(id)) ?? stories[0] ?? offered[0];
  return {
    types: offered.map(({ id, name, hierarchyLevel }) => ({
      id,
      name,
      parentTypeIds: all.filter((above) => above.hierarchyLevel === hierarchyLevel + 1).map((above) => above.id),
    })),
    usualId: usual?.id,
  };
}

/** What making an enabler of one type involves. */
export interface EnablerForm {
  readonly takesParent: boolean;
  /** It will be made as Relevant. */
  readonly becomesRelevant: boolean;
  /** Names of fields that have to be filled in and that the dialog does not ask for: Jira will refuse. */
  readonly alsoAsks: readonly string[];
}

/** Fields that are given, or that Jira fills in. */
const GIVEN: ReadonlySet<string> = new Set(['project', 'issuetype', 'summary', 'reporter']);

/** @throws JiraError; `notFound` where the viewer may not create issues. */
export async function readEnablerForm(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup | undefined,
  projectId: string,
  typeId: string,
): Promise<EnablerForm> {
  const { securityRelevance } = setupOf(site, project).fields;
  const fields = await createFields(jira, projectId, typeId);
  return {
    takesParent: fields.some(({ id }) => id === 'parent'),
    becomesRelevant:
      project?.storyTypeIds.includes(typeId) === true && fields.some(({ id }) => id === securityRelevance),
    alsoAsks: fields
      .filter(({ id, needed }) => needed && !GIVEN.has(id) && id !== securityRelevance)
      .map(({ name }) => name),
  };
}

export interface EnablerParent {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

/** Open issues of the project that an enabler can stand under, by key or words, the latest first. @throws JiraError */
export async function enablerParents(
  jira: JiraRequest,
  project: { readonly id: string; readonly key: string },
  parentTypeIds: readonly string[],
  text: string,
): Promise<readonly EnablerParent[]> {
  if (parentTypeIds.length === 0) return [];
  const key = typedKey({ text, projectKey: project.key });
  const fields = ['summary', 'issuetype'];
  const what = allOf(
    isOneOf('project', [project.id]),
    isOneOf('issuetype', parentTypeIds),
    isOpen(),
    ...typedWords(text).map(summaryHasWord),
  );
  const [byKey, found] = await Promise.all([
    key?.startsWith(`${project.key}-`) === true ? fetchIssues(jira, [key], { fields }) : [],
    searchFirst(jira, { jql: ordered(what, { field: 'updated', direction: 'DESC' }), fields, atMost: MOST_PARENTS }),
  ]);
  const fitting = [...byKey, ...found].filter(({ fields: values }) => parentTypeIds.includes(typeIdOf(values)));
  return [...new Map(fitting.map((issue) => [issue.id, parent(issue)])).values()];
}

function parent({ id, key, fields }: JiraIssue): EnablerParent {
  return { id, key, summary: summaryOf(fields) };
}
