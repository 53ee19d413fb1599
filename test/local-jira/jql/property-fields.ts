/**
 * Issue properties in JQL, as far as an installed app declares them (`jira:entityProperty`): by
 * `issue.property[key].path` and by the search alias.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 */
import type { Property } from '@atlaskit/jql-ast';
import type { IndexedValue } from '../state/installed-apps';
import type { Issue } from '../state/issue-entities';
import { idField, type ClauseField } from './clause-field';
import { jqlNotServed, NONE, type Environment } from './environment';
import { byText } from './order';
import { instantField, numberField } from './scalar-fields';

/** A property that nobody declared is no error and finds nothing; so it was seen on a live site. */
const UNINDEXED: ClauseField = {
  test(_env, shown, operator) {
    // Whether everything or nothing is then empty was not seen.
    if (operator === 'is' || operator === 'is not') throw jqlNotServed(`EMPTY of the unindexed ${shown}[…]`);
    return NONE;
  },
};

export function propertyField(env: Environment, name: string, { key, path }: Property): ClauseField {
  if (name.toLowerCase() !== 'issue.property') throw jqlNotServed(`entity properties (${name}[…])`);
  const wanted = (path ?? []).map((part) => part.value.replace(/^\./, '')).join('.');
  const declared = env.state.apps
    .indexedValues()
    .find((value) => value.propertyKey === key?.value && value.path === wanted);
  return declared === undefined ? UNINDEXED : fieldOf(declared, declared.propertyKey);
}

export function aliasField(env: Environment, name: string): ClauseField | undefined {
  const lower = name.toLowerCase();
  const declared = env.state.apps.indexedValues().find(({ searchAlias }) => searchAlias?.toLowerCase() === lower);
  return declared && fieldOf(declared, declared.propertyKey);
}

function fieldOf({ path, type }: IndexedValue, propertyKey: string): ClauseField {
  const read = (issue: Issue): unknown => valueAt(issue.properties?.[propertyKey], path.split('.'));
  switch (type) {
    case 'string':
      return stringField(read);
    case 'number':
      return numberField((issue) => {
        const value = read(issue);
        return typeof value === 'number' ? value : undefined;
      });
    case 'date':
      return instantField((issue) => {
        const at = Date.parse(textOf(read(issue)) ?? '');
        return Number.isNaN(at) ? undefined : at;
      });
    case 'text':
    case 'user':
      throw jqlNotServed(`a property indexed as ${type}`);
  }
}

/** As it is; of a list, each member. */
function stringField(read: (issue: Issue) => unknown): ClauseField {
  const get = (issue: Issue) => {
    const value = read(issue);
    return Array.isArray(value) ? value.flatMap((member: unknown) => textOf(member) ?? []) : textOf(value);
  };
  const field = idField({ get, resolve: (_env, text) => [text] });
  return { ...field, compare: () => byText((issue) => textOf(read(issue))) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
}
