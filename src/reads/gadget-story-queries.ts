/**
 * The gadget's queries about stories. Pure.
 */
import { BYPASS_STATE, MARK_PATH, READINESS_PROPERTY } from '../domain/readiness-mark';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import { allOf, anyOf, customField, hasProperty, isEmptyOrNoneOf, isOneOf, isOpen, type JqlClause } from '../jira/jql';
import type { GadgetQueries } from './gadget-queries';
import { inAny, inProjects, type IdSet, type Within } from './gadget-sets';
import { isNotReady } from './story-clauses';

/**
 * The same clauses as the list of bypasses on the page Refinement: not ready by native facts, or marked by the app. Both
 * find candidates; whether criteria in the description answer a story, a count cannot see.
 */
export interface BypassQuery {
  readonly jql: string;
  /** Where Jira has not indexed the mark, it refuses the query that asks for it. */
  readonly withoutMark: string;
}

export function storyQueries(sets: readonly IdSet[], within: Within): GadgetQueries['stories'] {
  const open = (clauses: (setup: SiteSetup) => readonly JqlClause[]) =>
    within(inAny(sets, ({ setup, projects }) => allOf(storiesOf(projects), isOpen(), ...clauses(setup))));
  const having = (...chosen: readonly ('relevant' | 'notRelevant')[]) =>
    open(({ fields, options }) => [
      isOneOf(
        customField(fields.securityRelevance),
        chosen.map((meaning) => options.securityRelevance[meaning]),
      ),
    ]);
  return {
    all: open(() => []),
    assessed: having('relevant', 'notRelevant'),
    relevant: having('relevant'),
    notRelevant: having('notRelevant'),
    unassessed: open(({ fields, options }) => {
      const { relevant, notRelevant } = options.securityRelevance;
      return [isEmptyOrNoneOf(customField(fields.securityRelevance), [relevant, notRelevant])];
    }),
    bypasses: bypassQuery(sets, within),
  };
}

function bypassQuery(sets: readonly IdSet[], within: Within): BypassQuery | undefined {
  const gated = sets.flatMap(({ setup, projects }) =>
    projects
      .filter(({ settings }) => settings.gate !== 'off' && settings.readyStatusIds.length > 0)
      .map((project) => ({ setup, project })),
  );
  if (gated.length === 0) return undefined;
  const query = (withMark: boolean) => {
    const groups = new Map<string, { readonly projects: ProjectSetup[]; readonly rest: JqlClause }>();
    for (const { setup, project } of gated) {
      const { readyStatusIds, checks } = project.settings;
      const notReady = isNotReady(setup, checks);
      const rest = allOf(
        isOneOf('issuetype', [...new Set(project.storyTypeIds)].sort()),
        isOpen(),
        isOneOf('status', [...new Set(readyStatusIds)].sort()),
        withMark ? anyOf(notReady, hasProperty(READINESS_PROPERTY, MARK_PATH, BYPASS_STATE)) : notReady,
      );
      // Projects that ask for the same share one clause.
      const group = groups.get(rest);
      if (group) group.projects.push(project);
      else groups.set(rest, { projects: [project], rest });
    }
    return within(anyOf(...[...groups.values()].map(({ projects, rest }) => allOf(inProjects(projects), rest))));
  };
  return { jql: query(true), withoutMark: query(false) };
}

/** Each project says for itself which types are stories; projects that agree share one clause. */
function storiesOf(projects: readonly ProjectSetup[]): JqlClause {
  const groups = new Map<string, { readonly types: readonly string[]; readonly projects: ProjectSetup[] }>();
  for (const project of projects) {
    const types = [...new Set(project.storyTypeIds)].sort();
    const name = types.join();
    const group = groups.get(name);
    if (group) group.projects.push(project);
    else groups.set(name, { types, projects: [project] });
  }
  const clauses = [...groups.values()].map((group) => {
    return allOf(inProjects(group.projects), isOneOf('issuetype', group.types));
  });
  // AND binds closer than OR, so that the alternatives need no parentheses of their own.
  return anyOf(...clauses);
}
