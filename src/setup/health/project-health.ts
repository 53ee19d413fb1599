/**
 * The state of what set-up did in each project, and of the project's gate. Pure.
 */
import type { HealthItem, HealthState } from '../../contract/set-up';
import type { GatePlan } from '../../contract/settings';
import { projectItems, type FoundProjects } from '../project';
import type { FoundProject } from '../project/read-projects';
import { stepNamed, type ProjectPart } from '../step-name';

/** What a part that is not right lacks. */
const LACKS: Readonly<Record<ProjectPart, HealthState>> = {
  issueType: 'notInProject',
  fields: 'notInProject',
  screens: 'notOnScreen',
  workflow: 'otherWorkflow',
  settings: 'missing',
};

/** Projects that Shift-Up was not added to have no health yet. */
export function projectsHealth(found: FoundProjects): readonly HealthItem[] {
  const added = found.projects.filter(({ setup }) => setup !== undefined);
  const { items } = projectItems({ ...found, projects: added }, { decisions: {}, jiraAdmin: false, siteFirst: false });
  const company = items.flatMap(({ step, kind, name, projectId, action }): HealthItem[] => {
    const named = stepNamed(step);
    const isTeamManaged = added.some(({ project, team }) => project.id === projectId && team !== undefined);
    if (named?.part !== 'project' || projectId === undefined || isTeamManaged) return [];
    const base = { step, kind, name, projectId };
    if (action === 'alreadyRight') return [{ ...base, state: 'right' }];
    return [{ ...base, state: LACKS[named.projectPart], fix: step }];
  });
  return [...company, ...added.flatMap(teamItems)];
}

/** What an admin does by hand can only be mended by hand. */
function teamItems({ project, team }: FoundProject): readonly HealthItem[] {
  if (team === undefined) return [];
  const base = {
    step: `project:${project.id}:settings`,
    kind: 'project',
    name: project.name,
    projectId: project.id,
  } as const;
  const faults = team.steps.flatMap(({ task, state, missing, optional }): HealthItem[] => {
    if (state === 'done' || optional) return [];
    if (state === 'missingOptions')
      return [{ ...base, state: 'missingOption', details: [task.name, ...(missing ?? [])] }];
    return [{ ...base, state: 'notInProject', details: [task.name] }];
  });
  return faults.length === 0 ? [{ ...base, state: 'right' }] : faults;
}

/** `undefined` where the project does not block and nothing of ours is left. */
export function gateHealth(
  project: { readonly id: string; readonly name: string },
  blocks: boolean,
  { transitions }: GatePlan,
): HealthItem | undefined {
  const base = { step: `gate:${project.id}`, kind: 'gate', name: project.name, projectId: project.id } as const;
  const names = (validator: 'none' | 'broken') =>
    transitions.filter((transition) => transition.validator === validator).map(({ name }) => name);
  const broken = names('broken');
  if (broken.length > 0) return { ...base, state: 'validatorForeign', details: broken };
  const attached = transitions.some(({ validator }) => validator === 'ours');
  if (!blocks) return attached ? { ...base, state: 'validatorForeign' } : undefined;
  return attached ? { ...base, state: 'right' } : { ...base, state: 'validatorMissing', details: names('none') };
}
