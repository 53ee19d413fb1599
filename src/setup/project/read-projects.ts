/**
 * What is there in the projects that the plan is about. Only reads.
 *
 * Requests: one for each project, then a fixed number whatever the projects are (schemes are asked for together), one
 * for every hundred schemes or screens of the site, and one for every fifty other projects that are to be named.
 */
import type { ProjectName } from '../../contract/set-up';
import type { ProjectSetup } from '../../domain/site-setup';
import { getProject, visibleProjects, type JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { readProjectSetup } from '../../storage/project-setup';
import type { SetupRecord } from '../../storage/setup-record';
import { PROJECT_PARTS, stepName, type ProjectPart } from '../step-name';
import { readFieldsPart } from './fields-part';
import { readIssueTypesPart } from './issue-types-part';
import type { PartFound } from './part';
import { readScreensPart } from './screens-part';
import { readTeamManaged } from './settings-part';
import { siteIdsOf, type SiteIds } from './site-ids';
import type { TeamFound } from './team-managed';
import { readWorkflowPart } from './workflow-part';

/** Who asks Jira for what. */
export interface Readers {
  /** Schemes: the Jira admin who asked, or the app behind the guard's check. */
  readonly reader: JiraRequest;
  /** Names of other projects: only what this person may see is named. */
  readonly viewer: JiraRequest;
  /** Team-managed projects, where it may be had: the step judges as the app too. */
  readonly app?: JiraRequest | undefined;
}

export type SchemePart = Exclude<ProjectPart, 'settings'>;

export interface FoundProject {
  readonly project: JiraProject;
  readonly setup: ProjectSetup | undefined;
  /** Company-managed: the parts that were asked for. */
  readonly parts: Readonly<Partial<Record<SchemePart, PartFound>>>;
  /** Team-managed. */
  readonly team?: TeamFound;
}

export interface FoundProjects {
  readonly projects: readonly FoundProject[];
  readonly riskTypeId: string | undefined;
  /** Other projects that the viewer may see, by id. */
  readonly names: ReadonlyMap<string, ProjectName>;
}

/** More others than anybody reads; the rest is a number. */
const NAMED_MOST = 500;

const READ_PART = {
  issueType: readIssueTypesPart,
  fields: readFieldsPart,
  screens: readScreensPart,
  workflow: readWorkflowPart,
} as const satisfies Record<SchemePart, unknown>;
const SCHEME_PARTS = PROJECT_PARTS.filter((part): part is SchemePart => part !== 'settings');

/** @param only names of steps; other parts are not read. */
export async function readProjects(
  readers: Readers,
  projectIds: readonly string[],
  record: SetupRecord,
  only?: readonly string[],
): Promise<FoundProjects> {
  const site = siteIdsOf(record);
  const projects = await Promise.all(
    [...new Set(projectIds)].map(async (id) => {
      const [project, setup] = await Promise.all([getProject(readers.reader, id), readProjectSetup(id)]);
      return { project, setup };
    }),
  );
  const company = projects.map(({ project }) => project).filter(({ teamManaged }) => !teamManaged);
  const [parts, teams] = await Promise.all([
    readParts(readers.reader, company, site, only),
    Promise.all(
      projects
        .filter(({ project }) => project.teamManaged)
        .map(async ({ project, setup }) => {
          const found = await readTeamManaged(readers.app ?? readers.reader, project, site, setup);
          return [project.id, found] as const;
        }),
    ),
  ]);
  const teamOf = new Map(teams);
  const found = projects.map(({ project, setup }): FoundProject => {
    const team = teamOf.get(project.id);
    return { project, setup, parts: partsOf(project.id, parts), ...(team === undefined ? {} : { team }) };
  });
  return { projects: found, riskTypeId: site.riskTypeId, names: await readNames(readers.viewer, found) };
}

type PartsFound = readonly (readonly [SchemePart, ReadonlyMap<string, PartFound>])[];

async function readParts(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  site: SiteIds,
  only: readonly string[] | undefined,
): Promise<PartsFound> {
  if (projects.length === 0) return [];
  return Promise.all(
    SCHEME_PARTS.map(async (part): Promise<PartsFound[number]> => {
      const asked = projects.filter(({ id }) => isAsked(only, id, part));
      return [part, asked.length === 0 ? new Map() : await READ_PART[part](jira, asked, site)];
    }),
  );
}

function isAsked(only: readonly string[] | undefined, projectId: string, projectPart: ProjectPart): boolean {
  return only === undefined || only.includes(stepName({ part: 'project', projectId, projectPart }));
}

function partsOf(projectId: string, parts: PartsFound): FoundProject['parts'] {
  const entries = parts.flatMap(([part, found]) => {
    const one = found.get(projectId);
    return one === undefined ? [] : [[part, { right: one.right, shared: one.shared }] as const];
  });
  return Object.fromEntries(entries);
}

async function readNames(
  viewer: JiraRequest,
  found: readonly FoundProject[],
): Promise<ReadonlyMap<string, ProjectName>> {
  const others = found.flatMap(({ parts }) =>
    Object.values(parts).flatMap(({ shared }) => shared.flatMap((object) => object.others.projectIds)),
  );
  const visible = await visibleProjects(viewer, [...new Set(others)].slice(0, NAMED_MOST));
  return new Map(visible.map(({ id, key, name }) => [id, { id, key, name }]));
}
