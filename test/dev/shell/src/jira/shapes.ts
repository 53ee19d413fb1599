import * as v from 'valibot';

const Named = v.object({ id: v.string(), name: v.string() });

export const UserShape = v.object({ accountId: v.string(), displayName: v.string() });
export type User = v.InferOutput<typeof UserShape>;

export const StatusShape = v.object({
  id: v.string(),
  name: v.string(),
  statusCategory: v.object({ key: v.picklist(['new', 'indeterminate', 'done', 'undefined']) }),
});
export type Status = v.InferOutput<typeof StatusShape>;

export const IssueTypeShape = v.object({
  id: v.string(),
  name: v.string(),
  subtask: v.optional(v.boolean(), false),
  hierarchyLevel: v.optional(v.number(), 0),
  avatarId: v.optional(v.number()),
});
export type IssueType = v.InferOutput<typeof IssueTypeShape>;

/** The other end of a link or a parent: only what Jira embeds. */
const EmbeddedIssueShape = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.object({ summary: v.string(), status: StatusShape, issuetype: IssueTypeShape }),
});
export type EmbeddedIssue = v.InferOutput<typeof EmbeddedIssueShape>;

export const IssueLinkShape = v.object({
  id: v.string(),
  type: v.object({ id: v.string(), name: v.string(), inward: v.string(), outward: v.string() }),
  inwardIssue: v.optional(EmbeddedIssueShape),
  outwardIssue: v.optional(EmbeddedIssueShape),
});
export type IssueLink = v.InferOutput<typeof IssueLinkShape>;

/** Every field stays reachable as unknown beside the ones the shell knows. */
export const FieldsShape = v.looseObject({
  summary: v.optional(v.string(), ''),
  status: v.optional(StatusShape),
  issuetype: v.optional(IssueTypeShape),
  project: v.optional(v.object({ id: v.string(), key: v.string(), name: v.optional(v.string(), '') })),
  assignee: v.optional(v.nullable(UserShape)),
  reporter: v.optional(v.nullable(UserShape)),
  priority: v.optional(v.nullable(Named)),
  resolution: v.optional(v.nullable(Named)),
  labels: v.optional(v.array(v.string()), []),
  duedate: v.optional(v.nullable(v.string())),
  created: v.optional(v.string()),
  parent: v.optional(v.nullable(EmbeddedIssueShape)),
  issuelinks: v.optional(v.array(IssueLinkShape), []),
});

export const IssueShape = v.object({ id: v.string(), key: v.string(), fields: FieldsShape });
export type Issue = v.InferOutput<typeof IssueShape>;

export const SearchShape = v.object({
  issues: v.array(IssueShape),
  nextPageToken: v.optional(v.nullable(v.string())),
  isLast: v.optional(v.boolean()),
});
export const CountShape = v.object({ count: v.number() });

export const FieldListShape = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    custom: v.optional(v.boolean(), false),
    schema: v.optional(v.object({ type: v.string(), items: v.optional(v.string()), custom: v.optional(v.string()) })),
  }),
);
export type Field = v.InferOutput<typeof FieldListShape>[number];

export const TransitionsShape = v.object({
  transitions: v.array(v.object({ id: v.string(), name: v.string(), to: StatusShape })),
});
export type Transition = v.InferOutput<typeof TransitionsShape>['transitions'][number];

export const CommentsShape = v.object({
  comments: v.array(
    v.object({ id: v.string(), author: v.optional(UserShape), body: v.unknown(), created: v.string() }),
  ),
});
export type Comment = v.InferOutput<typeof CommentsShape>['comments'][number];

export const ChangelogShape = v.object({
  values: v.array(
    v.object({
      id: v.string(),
      author: v.optional(UserShape),
      created: v.string(),
      items: v.array(
        v.object({
          field: v.string(),
          fieldId: v.optional(v.string()),
          fromString: v.optional(v.nullable(v.string())),
          toString: v.optional(v.nullable(v.string())),
        }),
      ),
    }),
  ),
  total: v.optional(v.number()),
});
export type Change = v.InferOutput<typeof ChangelogShape>['values'][number];

export const ProjectStatusesShape = v.array(
  v.object({ id: v.string(), name: v.string(), statuses: v.array(StatusShape) }),
);

export const ProjectShape = v.object({ issueTypes: v.array(IssueTypeShape) });
export const CreateTypesShape = v.object({ issueTypes: v.array(IssueTypeShape) });
export const CreatedShape = v.object({ id: v.string(), key: v.string() });
export const UsersShape = v.array(UserShape);
export const PermissionsShape = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});
