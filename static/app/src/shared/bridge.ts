/**
 * The page's side of Forge. The only module that imports @forge/bridge: pages and components see the functions below.
 */
import {
  events,
  invoke as invokeResolver,
  Modal,
  requestJira,
  router,
  showFlag as showHostFlag,
  view,
} from '@forge/bridge';
import * as v from 'valibot';
import type { Defs } from '../../../../src/contract/defs';
import { ERROR_CODES, failure } from '../../../../src/contract/result';
import type { AppError, ErrorCode, Result } from '../../../../src/contract/result';
import type { JiraPath, JiraRequest } from '../../../../src/jira/request';
import { issuePath, issuesPath } from './links';

// --- Jira, as the viewer ---------------------------------------------------------------------------------------------

/** Jira's REST API as the person looking at the page. The parts of the path are escaped one by one. */
export const jiraAsViewer: JiraRequest = (path, init) =>
  requestJira(escapedPath(path), {
    method: init.method,
    headers: { ...init.headers },
    ...(init.body === undefined ? {} : { body: init.body }),
  });

function escapedPath({ strings, values }: JiraPath): string {
  return strings.reduce((path, text, index) => `${path}${encodeURIComponent(String(values[index - 1]))}${text}`);
}

// --- Functions -------------------------------------------------------------------------------------------------------

const appErrorSchema: v.GenericSchema<unknown, AppError> = v.pipe(
  v.object({
    code: v.picklist(ERROR_CODES),
    retryAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
    message: v.optional(v.string()),
  }),
  v.transform(({ code, retryAfterSeconds, message }) => ({
    code,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(message === undefined ? {} : { message }),
  })),
);

const resultSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: appErrorSchema }),
]);

/** What an operation answers on success. */
export type ValueOf<K extends keyof Defs> = Extract<ReturnType<Defs[K]>, { ok: true }>['value'];

/**
 * Calls an operation of the app's functions. Never throws: a host that does not answer is `jira-unavailable`,
 * an answer that is no Result is `unexpected-answer`.
 */
export async function invoke<K extends keyof Defs>(
  operation: K,
  payload: Parameters<Defs[K]>[0],
): Promise<Result<ValueOf<K>>> {
  let answer: unknown;
  try {
    answer = await invokeResolver<unknown>(operation, payload);
  } catch {
    return failure('jira-unavailable');
  }
  const parsed = v.safeParse(resultSchema, answer);
  if (!parsed.success) return failure('unexpected-answer');
  // The value's own shape is the contract of src/contract/defs.ts, which both sides are compiled against.
  return parsed.output as Result<ValueOf<K>>;
}

// --- Where the page stands -------------------------------------------------------------------------------------------

/** The host's facts about this page. `extension` differs by module: each module parses its own. */
export interface PageContext {
  readonly moduleKey: string;
  readonly siteUrl: string;
  /** What the viewer set in Jira, for example `en_GB`. */
  readonly locale: string;
  readonly timezone: string;
  /** Who looks; empty where the host does not say. For the page's own comparisons; it is sent nowhere, and kept only in a hash. */
  readonly accountId: string;
  readonly extension: unknown;
}

const contextSchema = v.object({
  moduleKey: v.fallback(v.string(), ''),
  siteUrl: v.fallback(v.string(), ''),
  locale: v.fallback(v.string(), 'en_GB'),
  timezone: v.fallback(v.string(), 'UTC'),
  accountId: v.fallback(v.string(), ''),
  extension: v.unknown(),
});

/** Throws when the host gives no context at all. */
export async function getContext(): Promise<PageContext> {
  return v.parse(contextSchema, await view.getContext());
}

/** Follows Jira's light, dark and contrast themes from now on. A host without themes leaves the page as it is. */
export async function enableTheme(): Promise<void> {
  try {
    await view.theme.enable();
  } catch {
    // Without a theme the page is still readable; nothing else depends on it.
  }
}

// --- Going somewhere -------------------------------------------------------------------------------------------------

/** Opens the list of exactly these issues in a new tab. */
export function openIssues(jql: string): Promise<void> {
  return router.open(issuesPath(jql));
}

/** Opens one issue in a new tab. */
export function openIssue(key: string): Promise<void> {
  return router.open(issuePath(key));
}

/** Opens one issue in this tab. */
export function goToIssue(key: string): Promise<void> {
  return router.navigate(issuePath(key));
}

/** Opens another page of Jira by its path, in this tab. */
export function goToPath(path: string): Promise<void> {
  return router.navigate(path);
}

/** Opens the app's own set-up page among Jira's admin pages, in this tab. Jira admins only. */
export function openSetUp(): Promise<void> {
  return router.navigate({ target: 'module', moduleKey: 'set-up' });
}

/** Opens Jira's own settings of a project in a new tab, so that this page stays and sees what is done there. */
export function openProjectSettings(projectKey: string): Promise<void> {
  return router.open({ target: 'projectSettingsDetails', projectKey });
}

/** Opens this app's page among the settings of a project, in this tab. Project admins only. */
export function openSecuritySettings(projectKey: string): Promise<void> {
  return router.navigate({ target: 'module', moduleKey: 'project-settings', projectKey });
}

/** Opens a project in this tab: Jira chooses which of its pages. */
export function openProject(projectKey: string): Promise<void> {
  return router.navigate(`/browse/${encodeURIComponent(projectKey)}`);
}

/**
 * Asks Jira to show the issue around this page, and the panel's badge, as they are now: after a change through the API it
 * would otherwise show the old fields. A host that cannot leaves them as they are.
 */
export async function refreshHost(): Promise<void> {
  try {
    await view.refresh();
  } catch {
    // The change itself is saved; only what stands around the page is older.
  }
}

/** Draws the module anew, for example after a gadget was configured. */
export function reloadPage(): Promise<void> {
  return router.reload();
}

/** The part of a full page's address that is the app's own, for example `/refinement`; `/` where it is none. */
export interface PageAddress {
  readonly path: string;
  /** A new step in the browser's history. */
  readonly go: (path: string) => void;
  /** Calls back when the browser's buttons led elsewhere. The answer ends it. */
  readonly onMoved: (callback: (path: string) => void) => () => void;
}

/**
 * Full page modules only. `undefined` where the host gives no history: the page then works without an address.
 * https://developer.atlassian.com/platform/forge/apis-reference/custom-ui-api-bridge/view/#createhistory
 */
export async function pageAddress(): Promise<PageAddress | undefined> {
  try {
    const history = await view.createHistory();
    return {
      path: history.location.pathname,
      go: (path) => history.push(path),
      onMoved: (callback) => history.listen(({ pathname }) => callback(pathname)),
    };
  } catch {
    return undefined;
  }
}

// --- Dialogs, settings, messages -------------------------------------------------------------------------------------

export interface ModalRequest {
  /** The manifest's resource, for example `app/issue-panel`; the module's own when left out. */
  readonly resource?: string;
  readonly size?: 'small' | 'medium' | 'large' | 'xlarge' | 'max';
  readonly title?: string;
  /** What the page in the dialog finds as `extension.modal`. JSON-safe. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Opens a dialog of Jira's around a page of this app; answers what that page closed with. */
export function openModal(request: ModalRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const modal = new Modal({
      resource: request.resource ?? null,
      size: request.size ?? 'medium',
      context: request.context ?? {},
      ...(request.title === undefined ? {} : { title: request.title }),
      onClose: (payload: unknown) => resolve(payload),
    });
    modal
      .open()
      .catch((error: unknown) => reject(error instanceof Error ? error : new Error('the dialog did not open')));
  });
}

/** Closes the dialog or edit form this page stands in. */
export function closeModal(payload?: unknown): Promise<void> {
  return view.close(payload);
}

/** Saves a gadget's settings and leaves its edit form. */
export function submitConfiguration(configuration: Readonly<Record<string, unknown>>): Promise<void> {
  return view.submit(configuration);
}

export interface FlagRequest {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
  readonly autoDismiss?: boolean;
}

/** A message in Jira's corner. The answer takes it away again. */
export function showFlag(flag: FlagRequest): () => void {
  const shown = showHostFlag({
    id: flag.id,
    title: flag.title,
    type: flag.type ?? 'info',
    isAutoDismiss: flag.autoDismiss ?? true,
    ...(flag.description === undefined ? {} : { description: flag.description }),
    ...(flag.actions === undefined ? {} : { actions: flag.actions.map((action) => ({ ...action })) }),
  });
  return () => void shown.close().catch(() => undefined);
}

// --- What happens around the page ------------------------------------------------------------------------------------

/** Calls back when the issue this page stands on was changed elsewhere. The answer ends it. */
export function onIssueChanged(callback: () => void): () => void {
  return subscribe('JIRA_ISSUE_CHANGED', callback);
}

/** Calls back when the dashboard asks its gadgets to refresh. The answer ends it. */
export function onGadgetRefresh(callback: () => void): () => void {
  return subscribe('JIRA_DASHBOARD_GADGET_REFRESH', callback);
}

function subscribe(event: string, callback: () => void): () => void {
  let ended = false;
  const subscription = events.on(event, () => {
    if (!ended) callback();
  });
  // A host that does not know the event leaves the page without live updates, which every page can do without.
  subscription.catch(() => undefined);
  return () => {
    ended = true;
    void subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
  };
}

export type { AppError, ErrorCode, Result };
