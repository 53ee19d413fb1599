import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { idField, type ClauseField, type Resolve } from './clause-field';
import { dayField, instantField, textField } from './scalar-fields';
import { byNumber, byText } from './order';
import { linkTypeField, linkedIssueIds } from './link-fields';
import { lastViewed, viewedIssueIds } from './viewed-fields';
import type { Environment } from './environment';

/** By id, or by name in any case (names need not be unique). */
function named(rows: (env: Environment) => Iterable<{ readonly id: string; readonly name: string }>): Resolve {
  return (env, text) => {
    const lower = text.toLowerCase();
    const byName: string[] = [];
    for (const row of rows(env)) {
      if (row.name.toLowerCase() === lower) byName.push(row.id);
    }
    if (byName.length > 0) return byName;
    for (const row of rows(env)) if (row.id === text) return [row.id];
    return undefined;
  };
}

/** Position of an id in its table. */
function position(
  rows: (state: SiteState) => readonly { readonly id: string }[],
): (env: Environment) => (id: string) => number {
  return (env) => {
    const places = new Map(rows(env.state).map((row, at) => [row.id, at]));
    return (id) => places.get(id) ?? -1;
  };
}

/** A person by account id, or by exact name or e-mail. */
export const resolvePerson: Resolve = ({ state }, text) => {
  if (state.users.get(text) !== undefined) return [text];
  const lower = text.toLowerCase();
  const found = state.users.filter(
    (user) => user.displayName.toLowerCase() === lower || user.emailAddress.toLowerCase() === lower,
  );
  return found.length === 0 ? undefined : found.map((user) => user.id);
};

export function personField(get: (issue: Issue) => string | null | undefined | readonly string[]): ClauseField {
  return {
    ...idField({
      get,
      resolve: resolvePerson,
      call: (env, name, args) => {
        if (name.toLowerCase() === 'currentuser')
          return env.access.accountId === undefined ? [] : [env.access.accountId];
        if (name.toLowerCase() !== 'membersof') return undefined;
        const group = env.state.groups.find((candidate) => candidate.name.toLowerCase() === args[0]?.toLowerCase());
        if (group !== undefined)
          return env.state.users.filter((user) => user.groups.includes(group.name)).map((user) => user.id);
        env.problem(
          `Function 'membersOf' can not generate a list of usernames for group '${args[0] ?? ''}'; the group does not exist.`,
        );
        return undefined;
      },
    }),
    compare: (env) =>
      byText((issue) => {
        const value = get(issue);
        const id = typeof value === 'string' ? value : value?.[0];
        return id === undefined ? undefined : env.state.users.get(id)?.displayName.toLowerCase();
      }),
  };
}

const project = idField({
  get: (issue) => issue.projectId,
  resolve: ({ state, access }, text) => {
    const lower = text.toLowerCase();
    const visible = (it: { readonly id: string }) => access.searchableProjectIds().has(it.id);
    const byKey = state.projects.find((it) => it.key.toLowerCase() === lower && visible(it));
    const byName = state.projects.filter((it) => it.name.toLowerCase() === lower && visible(it));
    if (byKey !== undefined) return [byKey.id];
    if (byName.length > 0) return byName.map((it) => it.id);
    const byId = state.projects.get(text);
    return byId !== undefined && visible(byId) ? [byId.id] : undefined;
  },
  rank: ({ state }) => {
    const sorted = [...state.projects.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const places = new Map(sorted.map((row, at) => [row.id, at]));
    return (id) => places.get(id) ?? -1;
  },
});

const statusCategory: ClauseField = {
  test(env, shown, operator, values) {
    const categories: Readonly<Record<string, string>> = {
      'to do': 'TODO',
      new: 'TODO',
      '2': 'TODO',
      'in progress': 'IN_PROGRESS',
      indeterminate: 'IN_PROGRESS',
      '4': 'IN_PROGRESS',
      done: 'DONE',
      complete: 'DONE',
      '3': 'DONE',
      'no category': 'NONE',
      undefined: 'NONE',
      '1': 'NONE',
    };
    const byStatus = new Map(env.state.statuses.all().map((status) => [status.id, status.category]));
    return idField({
      get: (issue) => byStatus.get(issue.statusId),
      resolve: (_env, text) => {
        const category = categories[text.toLowerCase()];
        return category === undefined ? undefined : [category];
      },
    }).test(env, shown, operator, values);
  },
  compare: ({ state }) => {
    const order = { TODO: 0, IN_PROGRESS: 1, DONE: 2 };
    return byNumber((issue) => order[state.statuses.require(issue.statusId).category]);
  },
};

const resolution = idField({
  get: (issue) => issue.resolutionId,
  resolve: (env, text) =>
    // `Unresolved` is a word of JQL for "no resolution"; handled by the caller as EMPTY.
    named(({ state }) => state.resolutions.values())(env, text),
  rank: position((state) => state.resolutions.all()),
});

const resolutionOrUnresolved: ClauseField = {
  ...resolution,
  test: (env, shown, operator, values) =>
    resolution.test(
      env,
      shown,
      operator,
      values.map((value) =>
        value.type === 'text' && value.text.toLowerCase() === 'unresolved' ? { type: 'empty' } : value,
      ),
    ),
};

/** Key, then number: SHOP-2 before SHOP-10. */
const byKey = (a: Issue, b: Issue): number =>
  a.projectId === b.projectId ? a.number - b.number : a.key < b.key ? -1 : 1;

const issueKey: ClauseField = {
  compare: () => byKey,
  test(env, shown, operator, values) {
    if (operator === 'is' || operator === 'is not') return env.noOperator(operator, shown);
    if (['<', '<=', '>', '>='].includes(operator)) return keyRange(env, shown, operator, values);
    return idField({
      get: (issue) => issue.id,
      resolve: visibleIssueIds,
      missing: (value) => `An issue with key '${value}' does not exist for field '${shown}'.`,
      call: (callEnv, name, args) => {
        if (/^issueHistory$/i.test(name)) return viewedIssueIds(callEnv);
        return /^linkedIssues?$/i.test(name) ? linkedIssueIds(callEnv, name, args) : undefined;
      },
    }).test(env, shown, operator, values);
  },
};

const visibleIssueIds: Resolve = ({ state, access }, text) => {
  const issue = state.issues.byIdOrKey(text);
  return issue === undefined || !access.maySee(issue) ? undefined : [issue.id];
};

function keyRange(env: Environment, shown: string, operator: string, values: Parameters<ClauseField['test']>[3]) {
  const [value] = values;
  const limit = value?.type === 'text' ? env.state.issues.byIdOrKey(value.text) : undefined;
  if (limit === undefined) {
    const text = value?.type === 'text' ? value.text : '';
    return env.problem(`An issue with key '${text}' does not exist for field '${shown}'.`);
  }
  return (issue: Issue) => {
    if (issue.projectId !== limit.projectId) return false;
    const difference = issue.number - limit.number;
    if (difference === 0) return operator.endsWith('=');
    return operator.startsWith('<') ? difference < 0 : difference > 0;
  };
}

const securityLevel = idField({
  get: (issue) => issue.securityLevelId,
  resolve: named(({ state }) => state.issueSecuritySchemes.all().flatMap((scheme) => scheme.levels)),
});

const labels: ClauseField = {
  ...idField({ get: (issue) => issue.labels, resolve: (_env, text) => [text] }),
  compare: () => byText((issue) => issue.labels[0]),
};

/** Versions that the caller may see, by name in any case or by id; one name may belong to several projects. */
const visibleVersions = ({ state, access }: Environment) => {
  const projects = access.searchableProjectIds();
  return state.versions.filter((version) => projects.has(version.projectId));
};

const fixVersion: ClauseField = idField({
  get: (issue) => issue.fixVersionIds,
  resolve: (env, text) => named(visibleVersions)(env, text),
  // Of all projects, or of those named.
  call: (env, name, args) => {
    const wanted = { releasedversions: true, unreleasedversions: false }[name.toLowerCase()];
    if (wanted === undefined) return undefined;
    const projects = env.state.projects.filter(({ id, key }) => args.some((arg) => arg === id || arg === key));
    return visibleVersions(env)
      .filter(({ released, archived }) => released === wanted && !archived)
      .filter(({ projectId }) => args.length === 0 || projects.some(({ id }) => id === projectId))
      .map(({ id }) => id);
  },
});

const typeField = idField({
  get: (issue) => issue.typeId,
  resolve: named(({ state }) => state.issueTypes.values()),
  call: ({ state }, name) => {
    const sub = /^subtaskissuetypes$/i.test(name);
    if (!sub && !/^standardissuetypes$/i.test(name)) return undefined;
    return state.issueTypes.filter((type) => (type.hierarchyLevel === -1) === sub).map((type) => type.id);
  },
  rank: position((state) => state.issueTypes.all()),
});

const allText = textField((issue) => [
  issue.summary,
  issue.description,
  issue.environment,
  ...(Object.values(issue.custom).filter((value) => typeof value === 'object' && !Array.isArray(value)) as never[]),
]);

/** System fields by every name JQL has for them, in lower case. */
export const SYSTEM_CLAUSES: Readonly<Record<string, ClauseField>> = {
  project,
  issuetype: typeField,
  type: typeField,
  status: idField({
    get: (issue) => issue.statusId,
    resolve: named(({ state }) => state.statuses.values()),
    rank: position((state) => state.statuses.all()),
  }),
  statuscategory: statusCategory,
  resolution: resolutionOrUnresolved,
  priority: idField({
    get: (issue) => issue.priorityId,
    resolve: named(({ state }) => state.priorities.values()),
    // The table starts with the highest: more important is greater.
    rank: (env) => {
      const place = position((state) => state.priorities.all())(env);
      return (id) => -place(id);
    },
    ordered: true,
  }),
  key: issueKey,
  id: issueKey,
  issue: issueKey,
  issuekey: issueKey,
  parent: idField({
    get: (issue) => issue.parentId,
    resolve: visibleIssueIds,
    missing: (value, shown) => `An issue with key '${value}' does not exist for field '${shown}'.`,
    rank: () => Number,
  }),
  summary: textField(
    (issue) => [issue.summary],
    byText((issue) => issue.summary.toLowerCase()),
  ),
  description: textField((issue) => [issue.description]),
  environment: textField((issue) => [issue.environment]),
  text: allText,
  labels,
  fixversion: fixVersion,
  assignee: personField((issue) => issue.assigneeId),
  reporter: personField((issue) => issue.reporterId),
  creator: personField((issue) => issue.creatorId),
  lastviewed: lastViewed,
  created: instantField((issue) => issue.created),
  createddate: instantField((issue) => issue.created),
  updated: instantField((issue) => issue.updated),
  updateddate: instantField((issue) => issue.updated),
  resolved: instantField((issue) => issue.resolved),
  resolutiondate: instantField((issue) => issue.resolved),
  statuscategorychangeddate: instantField((issue) => issue.statusCategoryChanged),
  due: dayField((issue) => issue.dueDate),
  duedate: dayField((issue) => issue.dueDate),
  issuelinktype: linkTypeField,
  level: securityLevel,
};

/** Fields that Jira's JQL has and the local Jira does not. */
export const UNSERVED_CLAUSES: ReadonlySet<string> = new Set(
  `affectedversion approvals approver attachments category comment component customerrequesttype development[pullrequests]
  epic goals hierarchylevel issue.property organizations originalestimate project.type
  remainingestimate sla team timeestimate timeoriginalestimate timespent voter votes watcher watchers
  worklogauthor worklogcomment worklogdate workratio`.split(/\s+/),
);
