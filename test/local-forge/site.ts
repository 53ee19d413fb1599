/**
 * One installation of the app on one site, and what the local Forge needs of the Jira behind it.
 */
import type { KvsStore } from './kvs/store';

/** The part of the local Jira that the local Forge uses (test/local-jira; any Jira-like double can stand in). */
export interface JiraHost {
  readonly cloudId: string;
  fetch(request: Request): Promise<Response>;
  issueToken(principal: JiraPrincipal, scopes: readonly string[] | 'all'): string;
  readonly events?: { onEvent(listener: (event: JiraProductEvent) => void): () => void };
}

export type JiraPrincipal = { readonly type: 'user'; readonly accountId: string } | { readonly type: 'app' };

/** What Jira tells apps: `eventType` such as `avi:jira:updated:issue`, and the event's own fields. */
export interface JiraProductEvent {
  readonly eventType: string;
  /** The change was made by the app itself (as app or as user). */
  readonly selfGenerated?: boolean;
  readonly [field: string]: unknown;
}

/** As in `context.license`; absent for an app that is not sold. */
export interface License {
  readonly active: boolean;
}

export interface Site {
  readonly cloudId: string;
  /** Without a slash at the end. */
  readonly siteUrl: string;
  readonly installationId: string;
  readonly environmentId: string;
  /** The ARI that `installContext` carries. */
  readonly installContext: string;
  readonly jira: JiraHost;
  readonly kvs: KvsStore;
  license: License | undefined;
  /** A bearer token limited to the manifest's scopes. */
  token(principal: JiraPrincipal): string;
}
