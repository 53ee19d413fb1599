import { statusCategoryJson } from '../config/wire';
import { adfText } from '../adf/text';
import type { Project, Status, Workflow, WorkflowTransition } from '../state/config-entities';
import type { AdfDocument } from '../state/issue-entities';
import type { User } from '../state/people-entities';
import type { SiteState } from '../state/site-state';
import { argumentCount, textArgument, type MethodCall } from './methods';
import { bean, expensive, free, fromJson, isBean, isMap, toJson, typeName, type Bean, type Value } from './values';

/** A row that is only shown: id (a Number, as all ids of Jira's own types), name, description. */
export function named(
  type: string,
  row: { readonly id: string; readonly name: string; readonly description?: string },
  more: Readonly<Record<string, Value>> = {},
): Bean {
  const values: Record<string, Value> = {
    id: Number(row.id),
    name: row.name,
    ...(row.description === undefined ? {} : { description: row.description }),
    ...more,
  };
  return bean(type, row.id, {
    properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, free(() => value)])),
  });
}

export function statusBean(state: SiteState, status: Status): Bean {
  const { id, key, name, colorName } = statusCategoryJson(state, status.category) as Record<string, string | number>;
  const category = named(
    'StatusCategory',
    { id: String(id), name: String(name) },
    {
      key: String(key),
      colorName: String(colorName),
    },
  );
  return named('IssueStatus', status, { category });
}

export function richText(document: AdfDocument | null): Value {
  if (document === null) return null;
  return bean('RichText', JSON.stringify(document), { properties: { plainText: free(() => adfText(document)) } });
}

/** `new RichText(issue.customfield_10010)`: paragraph fields are Maps, as in REST. */
export function newRichText(args: readonly Value[], fail: (reason: string) => Error): Value {
  const [document = null, ...others] = args;
  if (!isMap(document) || others.length > 0) throw fail(`RichText is made of one Map, not ${typeName(document)}.`);
  return richText(toJson(document) as AdfDocument);
}

/** The properties of an entity; reading one that is not there gives null, and each reading costs. */
export function entityProperties(state: SiteState, owner: string): Bean {
  const values = (): Readonly<Record<string, unknown>> => state.properties.get(owner) ?? {};
  const valueOf = (key: string): Value => fromJson(Object.hasOwn(values(), key) ? values()[key] : null);
  return bean('EntityProperties', owner, {
    property: (name) => expensive(() => valueOf(name)),
    methods: {
      get: (args, call) => {
        argumentCount(args, 1, 1, call);
        call.meter.expensive();
        return valueOf(textArgument(args, 0, call));
      },
      keys: (args, call) => {
        argumentCount(args, 0, 0, call);
        call.meter.expensive();
        return Object.keys(values());
      },
    },
    notServed: ['updated'],
  });
}

export function projectBean(state: SiteState, project: Project): Bean {
  return bean('Project', project.id, {
    properties: {
      id: free(() => Number(project.id)),
      key: free(() => project.key),
      name: free(() => project.name),
      style: free(() => project.style),
      projectTypeKey: free(() => project.projectTypeKey),
      lead: free(() => userBean(state, project.leadAccountId)),
      properties: free(() => entityProperties(state, `project:${project.id}`)),
    },
    notServed: ['projectCategory', 'avatarUrls'],
  });
}

/** A person, or null for nobody and for accounts the site has lost. */
export function userBean(state: SiteState, accountId: string | null): Value {
  const user = accountId === null ? undefined : state.users.get(accountId);
  if (user === undefined) return null;
  return bean('User', user.id, {
    properties: {
      accountId: free(() => user.id),
      displayName: expensive(() => user.displayName),
      active: expensive(() => user.active),
      locale: expensive(() => user.locale),
      timeZone: expensive(() => user.timeZone),
      groups: expensive(() => user.groups),
      groupIds: expensive(() => state.groups.filter(({ name }) => user.groups.includes(name)).map(({ id }) => id)),
    },
    methods: { getProjectRoles: (args, call) => projectRoles(state, user, args, call) },
    notServed: ['avatarUrls', 'permissions', 'properties'],
  });
}

function projectRoles(state: SiteState, user: User, args: readonly Value[], call: MethodCall): Value {
  argumentCount(args, 1, 1, call);
  call.meter.expensive();
  const [target = null] = args;
  if (!isBean(target) || target.type !== 'Project')
    throw call.fail(`Argument 1 must be a Project, not ${typeName(target)}.`);
  const { roleActors } = state.projects.require(target.identity);
  return state.roles
    .filter(({ id }) =>
      (roleActors[id] ?? []).some((actor) =>
        actor.type === 'user' ? actor.accountId === user.id : user.groups.includes(actor.name),
      ),
    )
    .map((role) => named('ProjectRole', role));
}

/** `from` is null on the way into the workflow. */
export function transitionBean(state: SiteState, transition: WorkflowTransition, from: Status | undefined): Bean {
  return bean('Transition', transition.id, {
    properties: {
      id: free(() => Number(transition.id)),
      name: free(() => transition.name),
      from: free(() => (from === undefined ? null : statusBean(state, from))),
      to: free(() => statusBean(state, state.statuses.require(transition.toStatusId))),
      hasScreen: free(() => transition.screenId !== undefined),
    },
  });
}

export function workflowBean({ id, name }: Workflow): Bean {
  return bean('Workflow', id, { properties: { id: free(() => id), name: free(() => name) } });
}
