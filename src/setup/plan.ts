/**
 * The difference between what is needed and what is there. Pure: nothing is read and nothing is written here.
 */
import type { PlanItem, SetupPlan } from '../contract/defs';
import type { SetupRecord } from '../storage/setup-record';
import type { Found, FoundProject } from './found';
import {
  FIELD_KINDS,
  NEEDED_FIELDS,
  NEEDED_LINK_TYPES,
  RISK_SCREEN,
  RISK_STATUSES,
  RISK_TYPE,
  RISK_WORKFLOW,
  sameName,
} from './needed';
import { isFieldComplete } from './site-setup-from';
import { standingOf, type Standing } from './standing';
import { PROJECT_PARTS, SITE_STEPS, stepName, type ProjectPart, type SiteStep } from './step-name';

export function planOf(found: Found, record: SetupRecord): SetupPlan {
  const items = [
    ...SITE_STEPS.map((step) => siteItem(step, found, record)),
    ...found.projects.flatMap((project) => projectItems(project, record)),
  ];
  return { items, complete: items.every(({ action }) => action === 'alreadyRight') };
}

function siteItem(step: SiteStep, found: Found, record: SetupRecord): PlanItem {
  const name = stepName(step);
  switch (step.part) {
    case 'issueType':
      return item(name, 'issueType', RISK_TYPE.name, issueTypeStanding(found.issueTypes, record));
    case 'field': {
      const needed = NEEDED_FIELDS[step.field];
      const standing = fieldStanding(step.field, found.fields, record);
      // The field is there and its options are not: the step goes on where it stopped.
      const unfinished = standing.action === 'alreadyRight' && !isFieldComplete(record, step.field);
      return item(name, 'field', needed.name, unfinished ? { action: 'create' } : standing);
    }
    case 'linkType':
      return item(
        name,
        'linkType',
        NEEDED_LINK_TYPES[step.linkType].name,
        linkTypeStanding(step.linkType, found.linkTypes, record, isReinstallation(found.issueTypes, record)),
      );
    case 'dropped':
      return {
        step: name,
        kind: 'status',
        name: "Statuses and resolutions that drop an enabler (Won't do, Duplicate …)",
        action: record.dropped === undefined ? 'create' : 'alreadyRight',
      };
    case 'statuses':
      return statusesItem(name, found, record);
    case 'workflow':
      return {
        step: name,
        kind: 'workflow',
        name: RISK_WORKFLOW.name,
        action: record.workflow === undefined ? 'create' : 'alreadyRight',
      };
    case 'screen': {
      const standing = screenStanding(found.screens, record);
      const unfinished = standing.action === 'alreadyRight' && record.screenSchemeId === undefined;
      return item(name, 'screen', RISK_SCREEN.name, unfinished ? { action: 'create' } : standing);
    }
  }
}

/** Our descriptions are nobody else's words; where they stand, an earlier installation wrote them. */
export function issueTypeStanding(there: Found['issueTypes'], record: SetupRecord) {
  return standingOf({
    name: RISK_TYPE.name,
    recordedId: record.riskTypeId,
    there,
    isOurs: ({ description }) => isBegun(record, { part: 'issueType' }) || description === RISK_TYPE.description,
  });
}

export function fieldStanding(field: keyof typeof NEEDED_FIELDS, there: Found['fields'], record: SetupRecord) {
  const needed = NEEDED_FIELDS[field];
  return standingOf({
    name: needed.name,
    recordedId: record.fields[field]?.id,
    there,
    isOurs: ({ customType, description }) =>
      customType === FIELD_KINDS[needed.kind].type &&
      (isBegun(record, { part: 'field', field }) || description === needed.description),
  });
}

/** A link type has no description, so the issue type speaks for it: see `isReinstallation`. */
export function linkTypeStanding(
  linkType: keyof typeof NEEDED_LINK_TYPES,
  there: Found['linkTypes'],
  record: SetupRecord,
  reinstallation: boolean,
) {
  const { name, inward, outward } = NEEDED_LINK_TYPES[linkType];
  return standingOf({
    name,
    recordedId: record.linkTypes[linkType]?.id,
    there,
    isOurs: (found) =>
      found.inward === inward &&
      found.outward === outward &&
      (isBegun(record, { part: 'linkType', linkType }) || reinstallation),
  });
}

export function screenStanding(there: Found['screens'], record: SetupRecord) {
  return standingOf({
    name: RISK_SCREEN.name,
    recordedId: record.screenId,
    there,
    isOurs: ({ description }) => isBegun(record, { part: 'screen' }) || description === RISK_SCREEN.description,
  });
}

/** The site has our issue type although this installation did not make it: the app was here before. */
export function isReinstallation(issueTypes: Found['issueTypes'], record: SetupRecord): boolean {
  if (record.reinstallation === true) return true;
  return issueTypeStanding(issueTypes, record).action === 'adopt' && !isBegun(record, { part: 'issueType' });
}

function isBegun(record: SetupRecord, step: SiteStep): boolean {
  return record.begun.includes(stepName(step));
}

/** Statuses are a vocabulary that all workflows of a site share, so one of the right category is simply used. */
function statusesItem(step: string, found: Found, record: SetupRecord): PlanItem {
  const base = {
    step,
    kind: 'status',
    name: `Statuses of a risk: ${RISK_STATUSES.map(({ name }) => name).join(', ')}`,
  } as const;
  const inTheWay = RISK_STATUSES.flatMap(({ name, category }) =>
    found.statuses.filter((status) => sameName(status.name, name) && status.category !== category),
  );
  const [first] = inTheWay;
  if (first && record.riskStatusIds === undefined) {
    return {
      ...base,
      action: 'conflict',
      reason: `The status "${first.name}" exists and stands for another stage of work. Rename it, then check again.`,
    };
  }
  return { ...base, action: record.riskStatusIds === undefined ? 'create' : 'alreadyRight' };
}

function item(
  step: string,
  kind: PlanItem['kind'],
  name: string,
  standing: Standing<{ readonly name: string }> | { readonly action: 'create' },
): PlanItem {
  if (standing.action !== 'conflict') return { step, kind, name, action: standing.action };
  return {
    step,
    kind,
    name,
    action: 'conflict',
    reason: `"${standing.object.name}" exists and was not made by Shift-Up, so it stays as it is. Rename it, then check again.`,
  };
}

const PART_NAME: Readonly<Record<ProjectPart, string>> = {
  issueType: 'offers the type Security Risk',
  fields: 'may use the fields',
  screens: 'shows the fields on its screens',
  workflow: 'uses the risk workflow',
  settings: 'is added to Shift-Up',
};

const PART_KIND: Readonly<Record<ProjectPart, PlanItem['kind']>> = {
  issueType: 'project',
  fields: 'project',
  screens: 'screen',
  workflow: 'workflow',
  settings: 'project',
};

function projectItems({ project, settings }: FoundProject, record: SetupRecord): readonly PlanItem[] {
  return PROJECT_PARTS.map((projectPart) => {
    const step = stepName({ part: 'project', projectId: project.id, projectPart });
    const base = {
      step,
      kind: PART_KIND[projectPart],
      name: `${project.name} (${project.key}) ${PART_NAME[projectPart]}`,
    };
    if (project.teamManaged) {
      return {
        ...base,
        action: 'conflict',
        reason:
          'This project is team-managed: Jira lets nobody but its administrators add a type or field to it, by hand in the project settings.',
      };
    }
    const done =
      projectPart === 'issueType'
        ? project.issueTypes.some(({ id }) => id === record.riskTypeId)
        : projectPart === 'settings'
          ? settings !== undefined
          : record.finished.includes(step);
    return { ...base, action: done ? 'alreadyRight' : 'create' };
  });
}
