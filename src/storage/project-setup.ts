/**
 * The settings of each project that Shift-Up was added to.
 */
import * as v from 'valibot';
import type { ProjectSetup } from '../domain/site-setup';
import { keyOfId, readValue, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

const schema: v.GenericSchema<unknown, ProjectSetup> = v.object({
  version: v.literal(1),
  projectId: id,
  storyTypeIds: v.pipe(v.array(id), v.minLength(1)),
});

function entry(projectId: string): Entry<ProjectSetup> {
  return { key: keyOfId('project-setup', projectId), schema };
}

/** `undefined` for a project that Shift-Up was not added to. */
export async function readProjectSetup(projectId: string): Promise<ProjectSetup | undefined> {
  return readValue(entry(projectId));
}

export async function writeProjectSetup(setup: ProjectSetup): Promise<void> {
  return writeValue(entry(setup.projectId), setup);
}
