/**
 * What others do to a story meanwhile: through Jira's REST as a person, or through the app's operations as a person.
 */
import type { ProjectSettings } from '../../src/domain/project-settings';
import type { Assessment } from '../../src/domain/relevance';
import { adf, type Block } from '../demo/adf';
import { openDoors, type Doors } from '../demo/doors';
import type { PersonName } from '../demo/people';
import type { Stage } from './stage';

export class StoryActs {
  readonly #doors: Doors;

  constructor(private readonly stage: Stage) {
    const { jira, forge, site } = stage.server;
    this.#doors = openDoors(jira, forge, site);
  }

  idOf(key: string): string {
    const id = this.stage.server.jira.state.issues.byKey(key)?.id;
    if (id === undefined) throw new Error(`there is no ${key}`);
    return id;
  }

  async describe(by: PersonName, key: string, ...blocks: readonly Block[]): Promise<void> {
    await this.#doors.jira(by, 'PUT', `/rest/api/3/issue/${this.idOf(key)}`, {
      fields: { description: adf(...blocks) },
    });
  }

  async summarise(by: PersonName, key: string, summary: string): Promise<void> {
    await this.#doors.jira(by, 'PUT', `/rest/api/3/issue/${this.idOf(key)}`, { fields: { summary } });
  }

  async assess(by: PersonName, key: string, assessment: Assessment): Promise<void> {
    await this.#doors.app(by, 'assessRelevance', { issueId: this.idOf(key), assessment });
  }

  /** @param to a status that the person has a transition to. */
  async move(by: PersonName, key: string, to: string): Promise<void> {
    const path = `/rest/api/3/issue/${this.idOf(key)}/transitions`;
    const { transitions } = (await this.#doors.jira(by, 'GET', path)) as {
      transitions: readonly { readonly id: string; readonly to: { readonly name: string } }[];
    };
    const transition = transitions.find((candidate) => candidate.to.name === to);
    if (transition === undefined) throw new Error(`${by} has no transition of ${key} to ${to}`);
    await this.#doors.jira(by, 'POST', path, { transition: { id: transition.id } });
  }

  /** @param by somebody who administers the project. */
  async changeSettings(
    by: PersonName,
    projectKey: string,
    change: (settings: ProjectSettings) => ProjectSettings,
  ): Promise<void> {
    const project = (await this.#doors.jira(by, 'GET', `/rest/api/3/project/${projectKey}`)) as { readonly id: string };
    const { saved } = await this.#doors.app(by, 'readProjectSettings', { projectId: project.id });
    if (saved === undefined) throw new Error(`Shift-Up was not added to ${projectKey}`);
    const { revision, settings, storyTypeIds } = saved;
    await this.#doors.app(by, 'saveProjectSettings', {
      projectId: project.id,
      revision,
      settings: change(settings),
      storyTypeIds,
    });
  }

  /** What the story holds in Jira now. */
  async fieldsOf(key: string): Promise<Readonly<Record<string, unknown>>> {
    const issue = (await this.#doors.jira('mara', 'GET', `/rest/api/3/issue/${this.idOf(key)}`)) as {
      readonly fields: Readonly<Record<string, unknown>>;
    };
    return issue.fields;
  }

  async statusOf(key: string): Promise<string> {
    const { status } = (await this.fieldsOf(key)) as { readonly status: { readonly name: string } };
    return status.name;
  }
}
