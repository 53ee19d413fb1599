/**
 * A site whose stories have a gate, and people who try to get through it.
 */
import type { GatePlan, GateTransition } from '../../src/contract/settings';
import { path, type JiraRequest } from '../../src/jira/request';
import { valueOf, type Key, type TestSite } from '../fixtures/site';
import { save, type SettingsSite } from '../settings/settings-site';

export async function planOf(site: TestSite, who: string, projectId = site.project.id): Promise<GatePlan> {
  return valueOf(await site.invoke(who, 'planGate', { projectId }));
}

/** The transitions of these names, as the plan has them. */
export function named(plan: GatePlan, names: readonly string[]): readonly GateTransition[] {
  return names.map((name) => {
    const found = plan.transitions.find((transition) => transition.name === name);
    if (found === undefined) throw new Error(`the plan has no transition ${name}`);
    return found;
  });
}

/** The project blocks on exactly these transitions. */
export async function attach(
  site: SettingsSite,
  who: string,
  names: readonly string[],
  projectId = site.project.id,
): Promise<GatePlan> {
  await save(site, who, { gate: 'block' }, { projectId });
  const plan = await planOf(site, who, projectId);
  const transitions = named(plan, names);
  return valueOf(await site.invoke(who, 'attachGate', { projectId, transitions, digest: plan.digest }));
}

export interface Attempt {
  readonly status: number;
  /** Jira's own words, where it refused. */
  readonly messages: readonly string[];
}

export const PASSED: Attempt = { status: 204, messages: [] };

/** Tries to make the transition of this name, with these fields typed on its form. */
export async function tryTo(
  jira: JiraRequest,
  issue: Key,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Attempt> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const listed = await jira(path`/rest/api/3/issue/${issue.id}/transitions`, { method: 'GET', headers });
  const { transitions } = JSON.parse(await listed.text()) as { transitions: { id: string; name: string }[] };
  const id = transitions.find((transition) => transition.name === name)?.id;
  if (id === undefined) throw new Error(`no transition ${name} from here`);
  const answer = await jira(path`/rest/api/3/issue/${issue.id}/transitions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ transition: { id }, fields }),
  });
  const text = await answer.text();
  if (answer.status < 300) return { status: answer.status, messages: [] };
  const { errorMessages, errors } = JSON.parse(text) as { errorMessages: string[]; errors: Record<string, string> };
  return { status: answer.status, messages: [...errorMessages, ...Object.values(errors)] };
}

/** The workflow that the stories of the project follow, as the site has it. */
export function workflowOf(site: TestSite, projectId = site.project.id) {
  const { state } = site.jira;
  const scheme = state.workflowSchemes.require(state.projects.require(projectId).workflowSchemeId);
  return state.workflows.require(scheme.defaultWorkflowId);
}

/** Validators on a transition, by the transition's name. */
export function validatorsOn(site: TestSite, name: string, projectId = site.project.id) {
  const transition = workflowOf(site, projectId).transitions.find((candidate) => candidate.name === name);
  if (transition === undefined) throw new Error(`no transition ${name}`);
  return transition.validators;
}
