import * as v from 'valibot';
import type { LocalJira } from '../local-jira';
import { addProject, grant } from '../local-jira/seed';
import { peopleOf } from './people';
import type { NewProject, Person } from './shell/src/site/contract';

export const NewProjectBody: v.GenericSchema<unknown, NewProject> = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'A project needs a name.'), v.maxLength(80)),
  key: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{1,9}$/, 'A key has two to ten capital letters and digits.')),
  managed: v.picklist(['company', 'team']),
  sharesSchemesWith: v.optional(v.string()),
});

/**
 * Makes a project as Jira's own "Create project" does, led by the person who asks; everybody of the user menu but the
 * guest works in it.
 * @throws Error with one sentence where the person may not, the name or key is taken, or there is nothing to share with.
 */
export function newProject({ state }: LocalJira, person: Person, wanted: NewProject): { readonly key: string } {
  if (!person.isAdmin) throw new Error('Only Jira admins create projects.');
  const { name, key, managed, sharesSchemesWith } = wanted;
  if (state.projects.find((project) => project.key === key) !== undefined) {
    throw new Error(`A project with the key ${key} exists already.`);
  }
  if (state.projects.find((project) => project.name.toLowerCase() === name.toLowerCase()) !== undefined) {
    throw new Error(`A project called ${name} exists already.`);
  }
  const other = state.projects.find((project) => project.key === sharesSchemesWith && project.style === 'classic');
  if (sharesSchemesWith !== undefined && other === undefined) {
    throw new Error(`${sharesSchemesWith} is no company-managed project.`);
  }
  const project = addProject(state, {
    key,
    name,
    leadAccountId: person.accountId,
    style: managed === 'team' ? 'next-gen' : 'classic',
    ...(other === undefined ? {} : { sharesSchemesWith: other }),
  });
  for (const { accountId, shortName } of peopleOf(state)) {
    if (shortName !== 'guest') grant(state, project, accountId, 'member');
  }
  return { key };
}
