import type { Field } from '../state/config-entities';
import type { AdfDocument, Issue } from '../state/issue-entities';
import { idField, type ClauseField } from './clause-field';
import { dayField, instantField, numberField, textField } from './scalar-fields';
import { byNumber, byText } from './order';
import { jqlNotServed, type Environment } from './environment';
import { personField } from './system-fields';

/** A custom field in JQL, by its kind. */
export function customClause(field: Field): ClauseField {
  const raw = (issue: Issue) => issue.custom[field.id];
  const text = (issue: Issue) => raw(issue) as string | undefined;
  const list = (issue: Issue) => raw(issue) as readonly string[] | undefined;
  switch (field.kind) {
    case 'select':
      return selectClause(field, text);
    case 'multiselect':
      return selectClause(field, list);
    case 'user':
      return personField(text);
    case 'users':
      return personField(list);
    case 'number':
      return numberField((issue) => raw(issue) as number | undefined);
    case 'date':
      return dayField(text);
    case 'datetime':
      return instantField((issue) => {
        const value = text(issue);
        return value === undefined ? undefined : Date.parse(value);
      });
    case 'labels':
      return idField({ get: list, resolve: (_env, value) => [value] });
    case 'text':
      return textField((issue) => [text(issue)], byText(text));
    case 'paragraph':
      return textField((issue) => [raw(issue) as AdfDocument | undefined]);
    case 'url':
      return idField({ get: text, resolve: (_env, value) => [value] });
    case 'sprint':
      return sprintClause(list);
    case 'rank':
      return {
        test: (env, shown, operator) => env.noOperator(operator, shown),
        compare: () => byText((issue) => text(issue) ?? issue.id.padStart(12, '0')),
      };
    case 'system':
      throw jqlNotServed(`field '${field.name}'`);
  }
}

/** By option id or value, over all contexts; ordered by the options' own order, as Jira does. */
function selectClause(field: Field, get: (issue: Issue) => string | undefined | readonly string[]): ClauseField {
  const options = (env: Environment) => env.state.fieldOptions.filter((option) => option.fieldId === field.id);
  return idField({
    get,
    resolve: (env, text) => {
      const lower = text.toLowerCase();
      const found = options(env).filter((option) => option.value.toLowerCase() === lower);
      if (found.length > 0) return found.map((option) => option.id);
      const byId = options(env).find((option) => option.id === text);
      return byId === undefined ? undefined : [byId.id];
    },
    missing: (value, shown) => `The option '${value}' for field '${shown}' does not exist.`,
    rank: (env) => {
      const places = new Map(options(env).map((option) => [option.id, option.position]));
      return (id) => places.get(id) ?? -1;
    },
  });
}

function sprintClause(get: (issue: Issue) => readonly string[] | undefined): ClauseField {
  const states: Readonly<Record<string, string>> = {
    opensprints: 'active',
    closedsprints: 'closed',
    futuresprints: 'future',
  };
  return {
    ...idField({
      get,
      resolve: ({ state }, text) => {
        const found = state.sprints.filter(
          (sprint) => sprint.id === text || sprint.name.toLowerCase() === text.toLowerCase(),
        );
        return found.length === 0 ? undefined : found.map((sprint) => sprint.id);
      },
      call: ({ state }, name) => {
        const wanted = states[name.toLowerCase()];
        return wanted === undefined
          ? undefined
          : state.sprints.filter((sprint) => sprint.state === wanted).map((sprint) => sprint.id);
      },
    }),
    compare: () =>
      byNumber((issue) => {
        const last = get(issue)?.at(-1);
        return last === undefined ? undefined : Number(last);
      }),
  };
}
