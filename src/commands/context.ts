/**
 * What every command is given: who asks, where the ids are, what time it is.
 */
import { DEFAULT_BANDS, type LevelBands } from '../domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import type { JiraRequest } from '../jira/request';
import { readProjectSetup } from '../storage/project-setup';

export interface CommandContext {
  /** As the person who asked; their rights are Jira's to judge. */
  readonly jira: JiraRequest;
  /** The ids of the site. About one issue, use `inProject`: a team-managed project has ids of its own. */
  readonly site: SiteSetup;
  readonly now: Date;
}

/** What holds for the issues of one project. */
export interface ProjectContext {
  readonly setup: SiteSetup;
  readonly bands: LevelBands;
  /** `undefined` for a project that Shift-Up was not added to. */
  readonly project: ProjectSetup | undefined;
}

export async function inProject({ site }: CommandContext, projectId: string): Promise<ProjectContext> {
  const project = await readProjectSetup(projectId);
  return { setup: setupOf(site, project), bands: project?.settings.bands ?? DEFAULT_BANDS, project };
}

/** Whether an issue of this type in this project is a security risk, for issues of any of these projects. */
export async function riskTypesIn(
  context: CommandContext,
  projectIds: readonly string[],
): Promise<(projectId: string, typeId: string) => boolean> {
  const ids = [...new Set(projectIds)];
  const found = await Promise.all(
    ids.map(async (id) => [id, (await inProject(context, id)).setup.riskTypeId] as const),
  );
  const riskTypes = new Map(found);
  return (projectId, typeId) => riskTypes.get(projectId) === typeId;
}
