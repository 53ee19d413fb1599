import { badRequest, JiraProblem } from '../http/problem';
import type { SiteState } from '../state/site-state';
import { objectOf } from './body';

const LONGEST_KEY = 255;
const LONGEST_VALUE = 32_768;

/** Properties of any entity; `owner` is `issue:10001`, `project:10000`, `dashboardItem:10000:10001`. */
export function propertiesOf(state: SiteState, owner: string): Readonly<Record<string, unknown>> {
  return state.properties.get(owner) ?? {};
}

/** Replaces the value, never merges. True when the key is new. */
export function setProperty(state: SiteState, owner: string, key: string, value: unknown): boolean {
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw badRequest(`The property key length must be between 1 and ${LONGEST_KEY} characters.`);
  }
  if (value === undefined) throw badRequest('The property value cannot be empty.');
  if (JSON.stringify(value).length > LONGEST_VALUE) {
    throw badRequest(`The property value is too long. Max length is ${LONGEST_VALUE} characters.`);
  }
  const properties = propertiesOf(state, owner);
  store(state, owner, { ...properties, [key]: value });
  return !Object.hasOwn(properties, key);
}

export function property(state: SiteState, owner: string, key: string): unknown {
  const properties = propertiesOf(state, owner);
  if (!Object.hasOwn(properties, key)) throw new JiraProblem(404, [`The property with key '${key}' does not exist.`]);
  return properties[key];
}

export function deleteProperty(state: SiteState, owner: string, key: string): void {
  property(state, owner, key);
  const rest = Object.entries(propertiesOf(state, owner)).filter(([other]) => other !== key);
  store(state, owner, Object.fromEntries(rest));
}

/** An issue's properties are indexed with it; neither its date of change nor its history knows of them. */
function store(state: SiteState, owner: string, properties: Readonly<Record<string, unknown>>): void {
  state.properties.set(owner, { ...properties });
  const [kind, id = ''] = owner.split(':');
  const issue = kind === 'issue' ? state.issues.get(id) : undefined;
  if (issue !== undefined) state.issues.put({ ...issue, properties });
}

/** `properties: [{key, value}]` of a create or edit. */
export function readPropertyList(input: unknown): readonly { key: string; value: unknown }[] {
  if (input === undefined) return [];
  if (!Array.isArray(input)) throw badRequest('properties must be a list');
  return input.map((item) => {
    const { key, value } = objectOf(item);
    if (typeof key !== 'string') throw badRequest('The property key must be a string.');
    return { key, value };
  });
}
