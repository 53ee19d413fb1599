/**
 * What keeps the form from being saved. Pure.
 */
import { PROJECTS_MAX, TITLE_MAX } from '../../shared/gadget-configuration';
import type { GadgetConfiguration } from '../../shared/gadget-configuration';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { fill } from '../../shared/strings/fill';
import type { FilterChoice } from './filter-choice';

export type SourceKind = 'projects' | 'filter';

/** What stands in the form. Of projects and filter only the chosen kind counts. */
export interface Entered extends Omit<GadgetConfiguration, 'filter'> {
  readonly kind: SourceKind;
  readonly filter: FilterChoice | undefined;
}

export type FieldOfForm = 'title' | 'projects' | 'filter' | 'blocks';
/** A sentence for each field that is wrong. */
export type Mistakes = Readonly<Partial<Record<FieldOfForm, string>>>;

export function mistakesIn({ title, kind, projects, filter, blocks }: Entered): Mistakes {
  return {
    ...(title.length > TITLE_MAX
      ? { title: fill(gadgetEdit.title.tooLong, { most: TITLE_MAX, count: title.length }) }
      : {}),
    ...(kind === 'projects' && projects.length === 0 ? { projects: gadgetEdit.projects.missing } : {}),
    ...(kind === 'projects' && projects.length > PROJECTS_MAX
      ? { projects: fill(gadgetEdit.projects.tooMany, { most: PROJECTS_MAX, over: projects.length - PROJECTS_MAX }) }
      : {}),
    ...(kind === 'filter' && filter === undefined ? { filter: gadgetEdit.filter.missing } : {}),
    ...(kind === 'filter' && filter?.hidden === true ? { filter: gadgetEdit.filter.gone } : {}),
    ...(blocks.length === 0 ? { blocks: gadgetEdit.blocks.missing } : {}),
  };
}
