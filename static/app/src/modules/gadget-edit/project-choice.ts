/**
 * The projects an editor can choose, and those that somebody else chose and the editor may not see.
 */
import type { JiraRequest } from '../../../../../src/jira/request';
import { findProjects, visibleProjects } from '../../../../../src/jira/project';
import type { JiraProject } from '../../../../../src/jira/project';
import { invoke } from '../../shared/bridge';
import { NAME_MAX } from '../../shared/gadget-configuration';
import type { ConfiguredProject } from '../../shared/gadget-configuration';

/** One line of the list. `blocked` says why it cannot be chosen. */
export interface ProjectChoice {
  readonly kind: 'project';
  readonly project: ConfiguredProject;
  readonly blocked: 'notSetUp' | 'archived' | undefined;
}

/** Projects of the settings that the editor may not see: kept together and unnamed. */
export interface HiddenChoice {
  readonly kind: 'hidden';
  readonly projects: readonly ConfiguredProject[];
}

export type Choice = ProjectChoice | HiddenChoice;

/** What the settings hold, as far as the editor may see it. @throws JiraError */
export async function chosenProjects(
  jira: JiraRequest,
  configured: readonly ConfiguredProject[],
): Promise<readonly Choice[]> {
  if (configured.length === 0) return [];
  const visible = new Map(
    (
      await visibleProjects(
        jira,
        configured.map(({ id }) => id),
      )
    ).map((found) => [found.id, found]),
  );
  const seen: Choice[] = [];
  const hidden: ConfiguredProject[] = [];
  for (const stored of configured) {
    const found = visible.get(stored.id);
    // The name is taken from Jira: it may have changed since.
    if (found === undefined) hidden.push(stored);
    else seen.push({ kind: 'project', project: configuredProject(found), blocked: undefined });
  }
  return hidden.length === 0 ? seen : [...seen, { kind: 'hidden', projects: hidden }];
}

/** Projects whose name or key holds the text; those that cannot be counted come with the reason. @throws JiraError */
export async function offeredProjects(jira: JiraRequest, text: string): Promise<readonly ProjectChoice[]> {
  const found = await findProjects(jira, text);
  const setup = await invoke('getSetup', { projectIds: found.map(({ id }) => id) });
  // Where the functions do not answer nothing can be told about set-up, so nothing is blocked because of it.
  const ready = setup.ok ? new Set(setup.value.projects.map(({ projectId }) => projectId)) : undefined;
  return found.map((project) => ({
    kind: 'project',
    project: configuredProject(project),
    blocked: blocked(project, ready),
  }));
}

function blocked(project: JiraProject, ready: ReadonlySet<string> | undefined): ProjectChoice['blocked'] {
  if (project.archived) return 'archived';
  return ready === undefined || ready.has(project.id) ? undefined : 'notSetUp';
}

function configuredProject({ id, key, name }: JiraProject): ConfiguredProject {
  return { id, key, name: name.slice(0, NAME_MAX) };
}

/** The projects behind the choices, in their order. */
export function projectsOf(choices: readonly Choice[]): readonly ConfiguredProject[] {
  return choices.flatMap((choice) => (choice.kind === 'hidden' ? choice.projects : [choice.project]));
}
