/**
 * One site the app was installed on, and what the local Forge needs of the Jira behind it.
 */
import type { KvsStore } from './kvs/store';

/** The part of the local Jira that the local Forge uses (test/local-jira; any Jira-like double can stand in). */
export interface JiraHost {
  readonly cloudId: string;
  fetch(request: Request): Promise<Response>;
  issueToken(principal: JiraPrincipal, scopes: readonly string[] | 'all'): string;
  readonly events?: { onEvent(listener: (event: JiraProductEvent) => void): () => void };
  /** From now on Jira knows the app's validators; again with the same id = an upgrade. */
  installApp?(app: InstalledApp): void;
  /** From now on the app's validators refuse every transition they stand on. */
  uninstallApp?(appId: string): void;
}

/** What Jira learns of an app. */
export interface InstalledApp {
  /** The bare UUID. */
  readonly appId: string;
  readonly environmentId: string;
  readonly workflowValidators: readonly WorkflowValidator[];
  readonly entityProperties: readonly EntityProperty[];
}

/** Values of an issue property that JQL can be asked for. */
export interface EntityProperty {
  readonly propertyKey: string;
  readonly values: readonly {
    readonly path: string;
    readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
    readonly searchAlias?: string;
  }[];
}

/** A validator that Jira evaluates by itself; what its expression means is the local Jira's business. */
export interface WorkflowValidator {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly expression: string;
  readonly errorMessage?: string | { readonly expression: string };
  readonly projectTypes: readonly ('company-managed' | 'team-managed')[];
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
  readonly environmentId: string;
  /** The ARI that `installContext` carries. */
  readonly installContext: string;
  readonly jira: JiraHost;
  /** False from `forge.uninstall` until `forge.installAgain`. */
  readonly installed: boolean;
  /** Of the present installation; while the app is not installed, of the last one. */
  readonly installationId: string;
  readonly kvs: KvsStore;
  license: License | undefined;
  /** A bearer token limited to the manifest's scopes. */
  token(principal: JiraPrincipal): string;
}

/**
 * What stays of an installation that ended. Forge keeps it for 28 days and shows it to nobody: installing again is a new
 * installation, and only Atlassian's support can put the two together.
 */
export interface FormerInstallation {
  readonly installationId: string;
  readonly kvs: KvsStore;
}
