import type { ClauseField } from './clause-field';
import { customClause } from './custom-fields';
import { aliasField } from './property-fields';
import { jqlNotServed, type Environment } from './environment';
import { SYSTEM_CLAUSES, UNSERVED_CLAUSES } from './system-fields';

/**
 * The field a query names: a system field, `cf[10010]`, or a custom field's name (all fields of that name). Nothing
 * else names a custom field, not even its id. Notes a problem and gives `undefined` when there is none.
 */
export function findField(env: Environment, name: string): readonly ClauseField[] | undefined {
  const lower = name.toLowerCase();
  const system = SYSTEM_CLAUSES[lower];
  if (system !== undefined) return [system];
  if (UNSERVED_CLAUSES.has(lower)) throw jqlNotServed(`field '${name}'`);
  const number = /^cf\[(\d+)\]$/i.exec(name)?.[1];
  // Jira itself writes "Name[Dropdown]" to tell fields of one name apart.
  const plain = lower.replace(/\[[^\]]+\]$/, '');
  const found =
    number === undefined
      ? env.state.fields.filter(
          ({ custom, name: own }) => custom && (own.toLowerCase() === lower || own.toLowerCase() === plain),
        )
      : env.state.fields.filter(({ id }) => id === `customfield_${number}`);
  const usable = found.filter((field) => field.trash === undefined && field.searchable);
  if (usable.length > 0) return usable.map(customClause);
  const alias = aliasField(env, name);
  if (alias !== undefined) return [alias];
  env.problem(`Field '${name}' does not exist or you do not have permission to view it.`);
  return undefined;
}
