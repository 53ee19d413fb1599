/**
 * The workflows of a project with what our validator does in them now.
 */
import { gateProject, type GateProject } from '../../domain/gate-rule';
import { isNumericId } from '../../domain/identifiers';
import { hashOfText } from '../../domain/text-hash';
import type { ProjectSetup, SiteSetup } from '../../domain/site-setup';
import type { JiraRequest } from '../../jira/request';
import type { WholeWorkflow, WorkflowTransition } from '../../jira/workflow-update';
import { readNewestProjectSetup } from '../../storage/project-setup';
import { isOurs, projectIdsOn, withGate, type AppIdentity } from './our-rule';

/** What every operation on the gate works with. */
export interface GateContext {
  /** As the person who asked. */
  readonly jira: JiraRequest;
  /** Reads and writes workflows: as the person where that is a Jira admin, else as the app behind the guard's check. */
  readonly workflows: JiraRequest;
  readonly jiraAdmin: boolean;
  readonly app: AppIdentity;
  readonly newId: () => string;
}

/** The status that a transition leads to, where it leads to one. */
export function targetOf({ statuses }: WholeWorkflow, transition: WorkflowTransition) {
  const { toStatusReference } = transition;
  return toStatusReference ? statuses.find((status) => status.statusReference === toStatusReference) : undefined;
}

/** Every project that some rule of ours in these workflows acts for. */
export function projectsActedFor(app: AppIdentity, workflows: readonly WholeWorkflow[]): readonly string[] {
  const ids = workflows.flatMap(({ workflow }) => workflow.transitions.flatMap((each) => projectIdsOn(app, each)));
  return [...new Set(ids)];
}

/** Of these projects those that block, with what the validator needs of them. Strictly consistent. */
export async function readBlocking(
  site: SiteSetup,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, GateProject>> {
  const setups = await Promise.all(projectIds.filter(isNumericId).map(readNewestProjectSetup));
  return new Map(
    setups.flatMap((setup): [string, GateProject][] => {
      const project = setup && blockingProject(site, setup);
      return project ? [[String(project.id), project]] : [];
    }),
  );
}

export function blockingProject(site: SiteSetup, setup: ProjectSetup): GateProject | undefined {
  return setup.settings.gate === 'block' ? gateProject(site, setup) : undefined;
}

/** These workflows as they are, our own rules aside, and the ids that Jira gives to rules when they are written back. */
export function digestOf(app: AppIdentity, workflows: readonly WholeWorkflow[]): string {
  const content = [...workflows]
    .sort((a, b) => (a.workflow.id < b.workflow.id ? -1 : 1))
    .map(({ workflow }) => ({
      id: workflow.id,
      name: workflow.name,
      isEditable: workflow.isEditable,
      statuses: workflow.statuses.map(({ statusReference }) => statusReference),
      transitions: workflow.transitions.map((transition) => withGate(app, transition, undefined)),
    }));
  return hashOfText(JSON.stringify(content, (_key, value: unknown) => withoutRuleId(value)));
}

function withoutRuleId(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('ruleKey' in value)) return value;
  return { ...value, id: undefined };
}

export function hasOurs(app: AppIdentity, { workflow }: WholeWorkflow): boolean {
  return workflow.transitions.some(({ validators }) => (validators ?? []).some((rule) => isOurs(app, rule)));
}
