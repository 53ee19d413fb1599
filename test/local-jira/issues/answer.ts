import { notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Issue } from '../state/issue-entities';
import { changeGroupJson } from '../wire/history';
import { statusJson } from '../config/wire';
import { FieldView } from './field-view';
import { propertiesOf } from './properties';
import { openTransitions } from './transition';

/** What an answer about issues should hold. */
export interface IssueSelection {
  /** Empty = all; `undefined` = no `fields` at all. */
  readonly fields: readonly string[] | undefined;
  readonly expand: readonly string[];
  readonly properties: readonly string[];
}

const EXPAND = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';
const SERVED = new Set(['changelog', 'names', 'schema', 'transitions']);
const REFUSED = new Set(['renderedFields', 'operations', 'editmeta', 'versionedRepresentations']);

/** Issues as `GET /issue`, search and bulk fetch give them. Unknown expansions are ignored, as in Jira. */
export class IssueAnswer {
  readonly #context: RouteContext;
  readonly #view: FieldView;
  readonly #selection: IssueSelection;

  constructor(context: RouteContext, selection: IssueSelection) {
    const refused = selection.expand.find((name) => REFUSED.has(name));
    if (refused !== undefined) throw notServed(`expand=${refused}`);
    this.#context = context;
    this.#view = new FieldView(context.state, context.access);
    this.#selection = { ...selection, expand: selection.expand.filter((name) => SERVED.has(name)) };
  }

  issue(issue: Issue): Record<string, unknown> {
    const { state, baseUrl } = this.#context;
    const { fields, expand, properties } = this.#selection;
    return {
      expand: EXPAND,
      id: issue.id,
      self: `${baseUrl}/rest/api/3/issue/${issue.id}`,
      key: issue.key,
      ...(fields === undefined ? {} : { fields: this.#view.fields(issue, fields) }),
      ...(properties.length === 0 ? {} : { properties: pick(propertiesOf(state, `issue:${issue.id}`), properties) }),
      ...(expand.includes('changelog') ? { changelog: this.#changelog(issue) } : {}),
      ...(expand.includes('transitions') ? { transitions: transitionsJson(this.#context, issue) } : {}),
    };
  }

  /** `names` and `schema`, where asked for: about the fields of these issues. */
  aboutFields(issues: readonly Issue[]): Record<string, unknown> {
    const { expand } = this.#selection;
    const fields = new Map(issues.flatMap((issue) => this.#view.available(issue).map((field) => [field.id, field])));
    const entries = [...fields.values()];
    return {
      ...(expand.includes('names') ? { names: Object.fromEntries(entries.map((it) => [it.id, it.name])) } : {}),
      ...(expand.includes('schema') ? { schema: Object.fromEntries(entries.map((it) => [it.id, it.schema])) } : {}),
    };
  }

  /** Newest first and at most 40 entries: the rest is only in `GET /issue/{key}/changelog`. */
  #changelog(issue: Issue): Record<string, unknown> {
    const { state, access } = this.#context;
    const groups = state.history.get(issue.id) ?? [];
    const shown = [...groups].reverse().slice(0, 40);
    return {
      startAt: 0,
      maxResults: shown.length,
      total: groups.length,
      histories: shown.map((group) => changeGroupJson(state, group, access)),
    };
  }
}

export function transitionsJson(context: RouteContext, issue: Issue): Record<string, unknown>[] {
  const { state } = context;
  return openTransitions(context, issue).map((transition) => ({
    id: transition.id,
    name: transition.name,
    to: statusJson(state, state.statuses.require(transition.toStatusId)),
    hasScreen: transition.screenId !== undefined,
    isGlobal: transition.type === 'GLOBAL',
    isInitial: transition.type === 'INITIAL',
    isAvailable: true,
    isConditional: transition.conditions !== undefined && transition.conditions !== null,
    isLooped: transition.toStatusId === issue.statusId,
  }));
}

function pick(values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  if (keys.includes('*all')) return { ...values };
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(values, key)).map((key) => [key, values[key]]));
}
