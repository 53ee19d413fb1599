import { forbidden, notFound } from '../http/problem';
import { empty, json, type Route, type RouteContext, type RouteRegistrar } from '../http/router';
import { projectOf, refuseArchived, visibleIssue } from '../issues/find';
import { deleteProperty, propertiesOf, property, setProperty } from '../issues/properties';
import { visibleProject } from './project-find';

/** One kind of thing that holds properties: where, and who may read and write them. */
interface Kind {
  readonly path: string;
  readonly writeScopes: readonly string[];
  /** Checks the right to read; gives the owner's name in the state. */
  readonly reads: (context: RouteContext) => string;
  readonly writes: (context: RouteContext) => string;
}

const ISSUE: Kind = {
  path: '/rest/api/3/issue/{issueIdOrKey}/properties',
  writeScopes: ['write:jira-work'],
  reads: (context) => `issue:${visibleIssue(context, context.params['issueIdOrKey']!).id}`,
  writes: (context) => {
    const issue = visibleIssue(context, context.params['issueIdOrKey']!);
    refuseArchived(context, issue);
    if (!context.access.has('EDIT_ISSUES', projectOf(context, issue), issue)) {
      throw forbidden('You do not have permission to edit this issue.');
    }
    context.limits.issueWrite(issue.id);
    return `issue:${issue.id}`;
  },
};

const PROJECT: Kind = {
  path: '/rest/api/3/project/{projectIdOrKey}/properties',
  writeScopes: ['manage:jira-project'],
  reads: (context) => `project:${visibleProject(context).id}`,
  writes: (context) => {
    const project = visibleProject(context);
    if (!context.access.isAdmin() && !context.access.has('ADMINISTER_PROJECTS', project)) {
      throw forbidden('You do not have permission to edit this project.');
    }
    return `project:${project.id}`;
  },
};

const DASHBOARD_ITEM: Kind = {
  path: '/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties',
  writeScopes: ['write:jira-work'],
  reads: (context) => dashboardItem(context, false),
  writes: (context) => dashboardItem(context, true),
};

function dashboardItem({ state, access, params }: RouteContext, toWrite: boolean): string {
  const dashboard = state.dashboards.get(params['dashboardId']!);
  const owns = dashboard?.ownerAccountId === access.accountId;
  const gadget = dashboard?.gadgets.find((candidate) => candidate.id === params['itemId']);
  if (dashboard === undefined || gadget === undefined || !(dashboard.shared || owns)) {
    throw notFound('The dashboard item was not found.');
  }
  if (toWrite && !owns) throw forbidden('You do not have permission to edit this dashboard.');
  return `dashboardItem:${dashboard.id}:${gadget.id}`;
}

export function register(router: RouteRegistrar): void {
  for (const kind of [ISSUE, PROJECT, DASHBOARD_ITEM]) registerKind(router, kind);
}

function registerKind(router: RouteRegistrar, kind: Kind): void {
  const one = `${kind.path}/{propertyKey}`;
  const read: Pick<Route, 'method' | 'scopes' | 'cost'> = { method: 'GET', scopes: ['read:jira-work'], cost: 'read' };
  const write: Pick<Route, 'scopes' | 'cost'> = { scopes: kind.writeScopes, cost: 'write' };
  router.route({
    ...read,
    path: kind.path,
    handler: (context) => {
      const base = `${context.baseUrl}${concrete(kind.path, context)}`;
      const keys = Object.keys(propertiesOf(context.state, kind.reads(context)));
      return json({ keys: keys.map((key) => ({ self: `${base}/${encodeURIComponent(key)}`, key })) });
    },
  });
  router.route({
    ...read,
    path: one,
    handler: (context) => {
      const key = context.params['propertyKey']!;
      return json({ key, value: property(context.state, kind.reads(context), key) });
    },
  });
  router.route({
    ...write,
    method: 'PUT',
    path: one,
    handler: (context) => {
      const created = setProperty(context.state, kind.writes(context), context.params['propertyKey']!, context.body);
      return json({}, created ? 201 : 200);
    },
  });
  router.route({
    ...write,
    method: 'DELETE',
    path: one,
    handler: (context) => {
      deleteProperty(context.state, kind.writes(context), context.params['propertyKey']!);
      return empty();
    },
  });
}

function concrete(path: string, { params }: RouteContext): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
}
