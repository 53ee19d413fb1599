/**
 * What set-up would do in each project. Pure.
 */
import type { Blocked, Decisions, PlanItem, ProjectPlan, Sharing } from '../../contract/set-up';
import { PROJECT_PARTS, stepName, type ProjectPart } from '../step-name';
import type { SharedObject } from './part';
import type { FoundProject, FoundProjects } from './read-projects';
import { storyTypesOf } from './story-types';
import { sameOwnIds } from './team-managed';

export interface PlanQuestion {
  readonly decisions: Decisions;
  /** Whether the person may change what other projects use. */
  readonly jiraAdmin: boolean;
  /** The site is not set up, and this plan does not set it up either. */
  readonly siteFirst: boolean;
}

/** What cannot work in a team-managed project: its workflows are its own. */
const TEAM_LIMITS = ['riskWorkflow', 'gate'] as const;

export function projectItems(
  found: FoundProjects,
  question: PlanQuestion,
): { readonly items: readonly PlanItem[]; readonly projects: readonly ProjectPlan[] } {
  return {
    items: found.projects.flatMap((project) =>
      project.team === undefined ? companyItems(project, found, question) : teamItems(project, question),
    ),
    projects: found.projects.map(({ project: { id, key, name, teamManaged }, team }) => ({
      project: { id, key, name },
      teamManaged,
      ...(team === undefined ? {} : { guide: team.steps, limits: TEAM_LIMITS }),
    })),
  };
}

/** A decision that only a Jira admin may make. */
export function changeAllRefused(decisions: Decisions, jiraAdmin: boolean): boolean {
  return !jiraAdmin && Object.values(decisions).includes('changeAll');
}

function companyItems(found: FoundProject, all: FoundProjects, question: PlanQuestion): readonly PlanItem[] {
  const { project, setup, parts } = found;
  return PROJECT_PARTS.flatMap((part): readonly PlanItem[] => {
    if (part === 'settings') {
      const noStories = setup === undefined && storyTypesOf(project, all.riskTypeId).length === 0;
      return [item(found, part, setup !== undefined, blockedBy(question, noStories ? 'noStoryType' : undefined))];
    }
    const ofPart = parts[part];
    if (ofPart === undefined) return [];
    const base = item(found, part, ofPart.right, blockedBy(question, undefined));
    if (ofPart.right || ofPart.shared.length === 0) return [base];
    return [{ ...base, sharing: ofPart.shared.map((shared) => sharingOf(shared, base.step, all, question)) }];
  });
}

function teamItems(found: FoundProject, question: PlanQuestion): readonly PlanItem[] {
  const { setup, team } = found;
  const right = sameOwnIds(setup?.own, team?.own);
  return [item(found, 'settings', right, blockedBy(question, team?.own === undefined ? 'guideFirst' : undefined))];
}

function blockedBy({ siteFirst }: PlanQuestion, otherwise: Blocked | undefined): Blocked | undefined {
  return siteFirst ? 'siteFirst' : otherwise;
}

function item(found: FoundProject, projectPart: ProjectPart, right: boolean, blocked: Blocked | undefined): PlanItem {
  const { project, setup } = found;
  return {
    step: stepName({ part: 'project', projectId: project.id, projectPart }),
    kind: 'project',
    name: project.name,
    projectId: project.id,
    // A project that was added before and lacks something now.
    action: right ? 'alreadyRight' : setup === undefined ? 'create' : 'repair',
    ...(blocked === undefined ? {} : { blocked }),
  };
}

function sharingOf(shared: SharedObject, step: string, all: FoundProjects, question: PlanQuestion): Sharing {
  const { others, scheme, name } = shared;
  const visible = others.projectIds.flatMap((id) => all.names.get(id) ?? []);
  const { jiraAdmin, decisions } = question;
  return {
    scheme,
    schemeName: name,
    others: [...visible].sort((one, other) => one.name.localeCompare(other.name)),
    hidden: others.projectIds.length - visible.length + others.more,
    mayChangeAll: jiraAdmin,
    mayCopy: true,
    chosen: jiraAdmin && decisions[step] === 'changeAll' ? 'changeAll' : 'copy',
  };
}
