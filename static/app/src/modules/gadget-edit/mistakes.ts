/**
 * What keeps the form from being saved. Pure.
 */
import { PROJECTS_MAX, TITLE_MAX } from '../../shared/gadget-configuration';
import type { GadgetConfiguration } from '../../shared/gadget-configuration';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { fill } from '../../shared/strings/fill';

export type FieldOfForm = 'title' | 'projects' | 'blocks';
/** A sentence for each field that is wrong. */
export type Mistakes = Readonly<Partial<Record<FieldOfForm, string>>>;

export function mistakesIn({ title, projects, blocks }: GadgetConfiguration): Mistakes {
  return {
    ...(title.length > TITLE_MAX
      ? { title: fill(gadgetEdit.title.tooLong, { most: TITLE_MAX, count: title.length }) }
      : {}),
    ...(projects.length === 0 ? { projects: gadgetEdit.projects.missing } : {}),
    ...(projects.length > PROJECTS_MAX
      ? { projects: fill(gadgetEdit.projects.tooMany, { most: PROJECTS_MAX, over: projects.length - PROJECTS_MAX }) }
      : {}),
    ...(blocks.length === 0 ? { blocks: gadgetEdit.blocks.missing } : {}),
  };
}
