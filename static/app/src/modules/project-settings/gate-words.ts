/**
 * What is said about the transitions that block, by name. Pure.
 */
import type { GatePlan, GateTransition } from '../../../../../src/contract/settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill, plural } from '../../shared/strings/fill';
import { byWorkflow } from './gate-choice';
import type { WorkflowOutcome } from './gate-choice';
import { listed, otherProjects } from './gate-obstacle';

const words = projectSettings.gate;

/** The gaps of the warning and of the note: what would be refused, in which workflows, and whose they are. */
export interface Reach {
  readonly transitions: string;
  readonly workflows: string;
  readonly projects: string;
}

export function reachOf(plan: GatePlan, transitions: readonly GateTransition[], projectKey: string): Reach {
  const workflows = byWorkflow(transitions).map(([first]) => `“${first?.workflowName ?? ''}”`);
  return {
    transitions: quoted(transitions.map(({ name }) => name)),
    workflows: plural(words.uninstall.workflows, workflows.length, { names: listed(workflows) }),
    projects: listed([projectKey, ...otherProjects(plan)]),
  };
}

/** “Move to Ready” and “Start”; a name that several transitions share is said once. */
export function quoted(names: readonly string[]): string {
  return listed([...new Set(names)].map((name) => `“${name}”`));
}

/** A sentence for each thing that Jira does now, or still does, in each workflow. */
export function outcomeSentences(outcomes: readonly WorkflowOutcome[]): readonly string[] {
  return outcomes.flatMap((outcome) =>
    (['missing', 'left', 'blocks', 'freed'] as const)
      .filter((kind) => outcome[kind].length > 0)
      .map((kind) => fill(words.outcome[kind], { workflow: outcome.workflowName, names: quoted(outcome[kind]) })),
  );
}
