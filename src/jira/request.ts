/**
 * How the gateway reaches Jira. The page gives it the bridge's requestJira (as the viewer), a function gives it
 * @forge/api's (as user or app); the gateway knows neither.
 */

/**
 * A path with its parts still apart, so that whoever sends it does the escaping:
 * the bridge by encodeURIComponent, a function by @forge/api's own `route`, which throws on a part that would
 * change the path.
 */
export interface JiraPath {
  readonly strings: TemplateStringsArray;
  readonly values: readonly (string | number)[];
}

/** `path\`/rest/api/3/issue/${id}\`` */
export function path(strings: TemplateStringsArray, ...values: readonly (string | number)[]): JiraPath {
  return { strings, values };
}

/** The part of a fetch Response the gateway needs. */
export interface JiraResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface JiraRequestInit {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** JSON, already stringified, or the bytes of a picture. */
  readonly body?: string | ArrayBuffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export type JiraRequest = (path: JiraPath, init: JiraRequestInit) => Promise<JiraResponse>;
