/**
 * Which traces in a project's record belong to which part. Pure.
 */
import type { Addition, AssignedKind, CopyKind, ProjectRecord } from '../../storage/project-record';
import type { SchemePart } from './read-projects';

/** In the order in which they can be deleted: what uses goes before what is used. */
export const COPIES_OF: Readonly<Record<SchemePart, readonly CopyKind[]>> = {
  issueType: ['issueTypeScheme'],
  fields: ['fieldScheme', 'fieldConfigurationScheme', 'fieldConfiguration'],
  screens: ['typeScreenScheme', 'screenScheme', 'screen'],
  workflow: ['workflowScheme'],
};

export const ASSIGNED_OF: Readonly<Record<SchemePart, readonly AssignedKind[]>> = {
  issueType: ['issueTypeScheme'],
  fields: ['fieldScheme', 'fieldConfigurationScheme'],
  screens: ['typeScreenScheme'],
  workflow: ['workflowScheme'],
};

const ADDITIONS_OF: Readonly<Record<SchemePart, readonly Addition['what'][]>> = {
  issueType: ['riskType'],
  fields: ['field', 'shownField'],
  screens: ['screenField', 'riskScreens'],
  workflow: ['riskWorkflow'],
};

export function additionsOf({ additions }: ProjectRecord, part: SchemePart): readonly Addition[] {
  return additions.filter(({ what }) => ADDITIONS_OF[part].includes(what));
}

/** Something was made or changed for this part. */
export function hasTraces(record: ProjectRecord, part: SchemePart): boolean {
  return additionsOf(record, part).length > 0 || record.copies.some(({ kind }) => COPIES_OF[part].includes(kind));
}
