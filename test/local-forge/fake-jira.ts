/** A Jira of a few lines, for what needs to look at the request itself. Everything else runs on the local Jira. */
import type { InstalledApp, JiraHost, JiraProductEvent } from './site';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export class FakeJira implements JiraHost {
  readonly seen: SeenRequest[] = [];
  readonly tokensFor: unknown[] = [];
  /** The apps Jira knows now. */
  readonly apps = new Map<string, InstalledApp>();
  answer: () => Response = () => Response.json({});
  readonly #listeners = new Set<(event: JiraProductEvent) => void>();
  readonly events = {
    onEvent: (listener: (event: JiraProductEvent) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  constructor(readonly cloudId: string) {}

  async fetch(request: Request): Promise<Response> {
    const { method, url, headers } = request;
    this.seen.push({ method, url, headers, body: await request.text() });
    return this.answer();
  }

  installApp(app: InstalledApp): void {
    this.apps.set(app.appId, app);
  }

  uninstallApp(appId: string): void {
    this.apps.delete(appId);
  }

  issueToken(principal: unknown, scopes: readonly string[] | 'all'): string {
    this.tokensFor.push({ principal, scopes });
    return `token-${this.tokensFor.length}`;
  }

  emit(event: JiraProductEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
