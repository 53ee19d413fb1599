/**
 * The project offers the type Security Risk.
 */
import {
  addToIssueTypeScheme,
  assignIssueTypeScheme,
  createIssueTypeScheme,
  issueTypeSchemesOf,
  listIssueTypeSchemes,
  readIssueTypeSchemes,
  typesOfScheme,
  type IssueTypeScheme,
} from '../../jira/issue-type-scheme';
import type { JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { copyFor, recordPrevious } from './copies';
import { foundFor, sharedWith, type PartFound } from './part';
import { recordAdditions, type ProjectContext } from './project-context';
import type { SiteIds } from './site-ids';

export interface IssueTypesFound extends PartFound {
  readonly scheme: IssueTypeScheme;
}

/** Two requests for up to fifty projects. */
export async function readIssueTypesPart(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  { riskTypeId }: SiteIds,
): Promise<ReadonlyMap<string, IssueTypesFound>> {
  const schemeIds = await issueTypeSchemesOf(
    jira,
    projects.map(({ id }) => id),
  );
  const schemes = new Map(
    (await readIssueTypeSchemes(jira, [...new Set(schemeIds.values())])).map((scheme) => [scheme.id, scheme]),
  );
  return new Map(
    projects.map((project) => {
      const scheme = foundFor(schemes, foundFor(schemeIds, project.id));
      const right = riskTypeId !== undefined && project.issueTypes.some(({ id }) => id === riskTypeId);
      // Jira's default scheme gets every new type by itself: nothing of it is changed here.
      const shared =
        right || scheme.isDefault ? [] : sharedWith(project.id, 'issueTypeScheme', scheme.name, scheme.users);
      return [project.id, { right, shared, scheme }];
    }),
  );
}

export async function addRiskType(context: ProjectContext, found: IssueTypesFound, copy: boolean): Promise<void> {
  const { jira, project, site } = context;
  const { riskTypeId } = site;
  if (riskTypeId === undefined) throw new Error('the site is not set up');
  const { scheme } = found;
  if (!copy) {
    await recordAdditions(context, [{ what: 'riskType', schemeId: scheme.id }]);
    return addToIssueTypeScheme(jira, scheme.id, riskTypeId);
  }
  const copyId = await copyFor(context, {
    kind: 'issueTypeScheme',
    sourceId: scheme.id,
    sourceName: scheme.name,
    list: () => listIssueTypeSchemes(jira),
    create: async (named) => {
      const issueTypeIds = [...(await typesOfScheme(jira, scheme.id)), riskTypeId];
      return createIssueTypeScheme(jira, { ...named, issueTypeIds, defaultIssueTypeId: scheme.defaultIssueTypeId });
    },
  });
  await recordPrevious(context, 'issueTypeScheme', scheme.id);
  await assignIssueTypeScheme(jira, project.id, copyId);
}
