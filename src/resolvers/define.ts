/**
 * The guard: nothing reaches a command but a known operation, with a valid payload, from a person who may do it.
 * What comes out is a value or a closed code; whatever else happened stays inside.
 */
import Resolver from '@forge/resolver';
import * as v from 'valibot';
import { appErrorOf, Refusal } from '../commands/refusal';
import type { Defs } from '../contract/defs';
import { failure, success, type ErrorCode, type Result } from '../contract/result';
import { JiraError } from '../jira/errors';
import {
  hasGlobalPermission,
  permissionsOnIssue,
  permissionsOnIssues,
  permissionsOnProject,
  type ProjectPermission,
} from '../jira/permission';
import type { JiraRequest } from '../jira/request';
import { jiraAsApp, jiraAsUser } from './jira-request';
import { noteError } from './log';

export type OperationName = keyof Defs;
export type PayloadOf<K extends OperationName> = Parameters<Defs[K]>[0];
export type ValueOf<K extends OperationName> = ReturnType<Defs[K]> extends Result<infer Value> ? Value : never;

/** What an operation demands of the caller, besides being signed in. */
export type Demand =
  /** Anybody signed in: the operation shows nothing that is not for everybody on the site. */
  | { readonly demand: 'signedIn' }
  | { readonly demand: 'jiraAdmin' }
  /** Administer projects on this project, or Jira admin; the project must be visible. */
  | { readonly demand: 'projectAdmin'; readonly projectId: string }
  /** All of these on one project, which must be visible. None: whoever may browse it. */
  | { readonly demand: 'onProject'; readonly projectId: string; readonly permissions: readonly ProjectPermission[] }
  /**
   * All of these on one issue, which must be visible. At least one. `andTheApp`: the operation does a part of it as the
   * app, because Jira lets no person of these rights do it, and itself checks what that part demands beyond.
   */
  | {
      readonly demand: 'onIssue';
      readonly issueId: string;
      readonly permissions: readonly [ProjectPermission, ...ProjectPermission[]];
      readonly andTheApp?: true;
    }
  /**
   * All of these on each of several issues; at least one issue. The operation runs for those that are granted, and names
   * the others (`refusedOf`).
   */
  | {
      readonly demand: 'onIssues';
      readonly issueIds: readonly string[];
      readonly permissions: readonly [ProjectPermission, ...ProjectPermission[]];
    };

export type IssueRefusal = Extract<ErrorCode, 'not-found' | 'no-permission'>;

export interface Caller {
  readonly jira: JiraRequest;
  /** Who asks, as Forge says; never from a payload. */
  readonly accountId: string;
  readonly now: Date;
  /** Only where the operation demands an admin, and the person is one. */
  readonly admin?: AdminRights;
  /** Jira as the app: only where the operation says `andTheApp`, and the person passed its demand. */
  readonly app?: JiraRequest;
  /** Only where the operation is about several issues: those that the person may not change, and why. */
  readonly refused?: ReadonlyMap<string, IssueRefusal>;
}

/** What a passed check of an admin hands out. */
export interface AdminRights {
  /** As the app: for what is the admin's own to decide although Jira would ask for more. */
  readonly asApp: JiraRequest;
  readonly jiraAdmin: boolean;
}

/** Jira as the app. @throws Error where the operation does not say `andTheApp`. */
export function appOf({ app }: Caller): JiraRequest {
  if (app === undefined) throw new Error('the operation was not handed the app');
  return app;
}

/** @throws Error in an operation that does not demand an admin. */
export function adminOf({ admin }: Caller): AdminRights {
  if (admin === undefined) throw new Error('the operation does not demand an admin');
  return admin;
}

/** @throws Error in an operation that is not about several issues. */
export function refusedOf({ refused }: Caller): ReadonlyMap<string, IssueRefusal> {
  if (refused === undefined) throw new Error('the operation is not about several issues');
  return refused;
}

export interface Operation<K extends OperationName> {
  readonly payload: v.GenericSchema<unknown, PayloadOf<K>>;
  readonly demands: (payload: PayloadOf<K>) => Demand;
  readonly run: (caller: Caller, payload: PayloadOf<K>) => Promise<ValueOf<K>>;
}

export type Operations = { readonly [K in OperationName]: Operation<K> };

/** The part of an invocation that the guard looks at. Only Forge itself fills in the context. */
const requestSchema = v.object({
  payload: v.optional(v.unknown()),
  context: v.object({
    accountId: v.optional(v.unknown()),
    license: v.optional(v.unknown()),
    /** The project whose page asks, where it is a project's page. */
    extension: v.optional(v.object({ project: v.optional(v.object({ id: v.optional(v.unknown()) })) })),
  }),
});

const invocationSchema = v.object({ call: v.object({ functionKey: v.string() }) });

/** What Forge gives as account id where nobody is signed in. */
const NOBODY: ReadonlySet<unknown> = new Set([undefined, null, '', 'unidentified']);

type Handler = (invocation: unknown, runtime?: unknown) => Promise<unknown>;

/** The manifest's resolver function. */
export function guarded(operations: Operations): Handler {
  const known = new Map(Object.entries(operations) as [OperationName, Operation<OperationName>][]);
  const resolver = new Resolver();
  for (const [name, operation] of known) {
    resolver.define(name, (request: unknown) => answer(name, operation, request));
  }
  const definitions = resolver.getDefinitions();
  return async (invocation, runtime) => {
    // @forge/resolver looks names up with `in`, so that "constructor" would answer with the server's own context.
    const parsed = v.safeParse(invocationSchema, invocation);
    if (!parsed.success || !known.has(parsed.output.call.functionKey as OperationName))
      return failure('unknown-operation');
    return definitions(invocation as Parameters<typeof definitions>[0], runtime as Parameters<typeof definitions>[1]);
  };
}

async function answer<K extends OperationName>(
  name: K,
  operation: Operation<K>,
  request: unknown,
): Promise<Result<ValueOf<K>>> {
  try {
    const parsed = v.safeParse(requestSchema, request);
    if (!parsed.success) return failure('invalid-input');
    const { context } = parsed.output;
    const { accountId } = context;
    if (typeof accountId !== 'string' || NOBODY.has(accountId)) return failure('not-signed-in');
    if (isInactive(context.license)) return failure('licence-inactive');
    const payload = v.safeParse(operation.payload, parsed.output.payload, { abortEarly: true });
    if (!payload.success) return failure('invalid-input');
    const demand = operation.demands(payload.output);
    // What a project's page asks is about that project; anything else was not typed by a person.
    const pageProject = context.extension?.project?.id;
    if (demand.demand === 'projectAdmin' && pageProject !== undefined && pageProject !== demand.projectId) {
      return failure('no-permission');
    }
    const checked = await checkedCaller(name, accountId, demand);
    return checked.ok ? success(await operation.run(checked.value, payload.output)) : checked;
  } catch (error) {
    return await failed(name, error);
  }
}

/** There is a licence only where the app is paid for; where there is one, it says whether it is active. */
function isInactive(license: unknown): boolean {
  if (typeof license !== 'object' || license === null) return false;
  const { active, isActive } = license as { active?: unknown; isActive?: unknown };
  return active === false || isActive === false;
}

/** Asks Jira, as the caller, before anything else happens. Whatever goes wrong here means "no". */
async function checkedCaller(name: string, accountId: string, demand: Demand): Promise<Result<Caller>> {
  const caller: Caller = { jira: jiraAsUser, accountId, now: new Date() };
  try {
    switch (demand.demand) {
      case 'signedIn':
        return success(caller);
      case 'jiraAdmin': {
        const jiraAdmin = await hasGlobalPermission(caller.jira, 'ADMINISTER');
        return jiraAdmin ? success({ ...caller, admin: { asApp: jiraAsApp, jiraAdmin } }) : failure('no-permission');
      }
      case 'projectAdmin':
        return await checkedProjectAdmin(caller, demand.projectId);
      case 'onProject':
        return await checkedOnProject(caller, demand.projectId, demand.permissions);
      case 'onIssue':
        return (
          (await refusedOnIssue(caller.jira, demand.issueId, demand.permissions)) ??
          success(demand.andTheApp === true ? { ...caller, app: jiraAsApp } : caller)
        );
      case 'onIssues':
        if (demand.issueIds.length === 0) return failure('invalid-input');
        return success({ ...caller, refused: await refusedOnIssues(caller.jira, demand.issueIds, demand.permissions) });
    }
  } catch (error) {
    await noteOf(name, 'could-not-verify', error);
    return failure('could-not-verify');
  }
}

async function checkedProjectAdmin(caller: Caller, projectId: string): Promise<Result<Caller>> {
  try {
    const asked = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'] as const;
    const granted = await permissionsOnProject(caller.jira, projectId, asked);
    const jiraAdmin = granted.has('ADMINISTER');
    if (jiraAdmin || (granted.has('BROWSE_PROJECTS') && granted.has('ADMINISTER_PROJECTS'))) {
      return success({ ...caller, admin: { asApp: jiraAsApp, jiraAdmin } });
    }
    // A project that may not be seen is answered exactly like one that does not exist.
    return failure(granted.has('BROWSE_PROJECTS') ? 'no-permission' : 'not-found');
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return failure('not-found');
    throw error;
  }
}

async function refusedOnIssue(
  jira: JiraRequest,
  issueId: string,
  permissions: readonly [ProjectPermission, ...ProjectPermission[]],
): Promise<Result<never> | undefined> {
  try {
    const granted = await permissionsOnIssue(jira, issueId, ['BROWSE_PROJECTS', ...permissions]);
    // An issue that may not be seen is answered exactly like one that does not exist.
    if (!granted.has('BROWSE_PROJECTS')) return failure('not-found');
    return permissions.every((permission) => granted.has(permission)) ? undefined : failure('no-permission');
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return failure('not-found');
    throw error;
  }
}

async function checkedOnProject(
  caller: Caller,
  projectId: string,
  permissions: readonly ProjectPermission[],
): Promise<Result<Caller>> {
  try {
    const granted = await permissionsOnProject(caller.jira, projectId, ['BROWSE_PROJECTS', ...permissions]);
    if (!granted.has('BROWSE_PROJECTS')) return failure('not-found');
    return permissions.every((permission) => granted.has(permission)) ? success(caller) : failure('no-permission');
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return failure('not-found');
    throw error;
  }
}

async function refusedOnIssues(
  jira: JiraRequest,
  issueIds: readonly string[],
  permissions: readonly [ProjectPermission, ...ProjectPermission[]],
): Promise<ReadonlyMap<string, IssueRefusal>> {
  const granted = await permissionsOnIssues(jira, issueIds, ['BROWSE_PROJECTS', ...permissions]);
  const refused = new Map<string, IssueRefusal>();
  for (const id of issueIds) {
    const has = granted.get(id);
    if (!has?.has('BROWSE_PROJECTS')) refused.set(id, 'not-found');
    else if (!permissions.every((permission) => has.has(permission))) refused.set(id, 'no-permission');
  }
  return refused;
}

async function failed(name: string, error: unknown): Promise<Result<never>> {
  const known = appErrorOf(error);
  if (known === undefined) {
    await noteOf(name, 'internal', error);
    return failure('internal');
  }
  // A refusal of our own is an ordinary answer; what Jira did is worth a line.
  if (!(error instanceof Refusal)) await noteOf(name, known.code, error);
  return { ok: false, error: known };
}

async function noteOf(operation: string, code: ErrorCode, error: unknown): Promise<void> {
  await noteError(operation, error, { code, workOf: 'person' });
}
