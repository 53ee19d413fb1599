import { badRequest } from '../http/problem';

const LIFETIME_MS = 7 * 24 * 3_600_000;
const MOST = 200;

/** The rest of a search that has more pages: ids in order, and where the next page starts. */
export interface Cursor {
  readonly jql: string;
  readonly ids: readonly string[];
  readonly madeAt: number;
}

/**
 * Remembers searches between pages, so that paging through 100,000 issues sorts them once. Tokens are opaque and live
 * for seven days; a later page shows what the issues are by then and leaves out what is gone.
 */
export class SearchCursors {
  readonly #cursors = new Map<string, Cursor>();
  #next = 0;

  /** A token for the issues from `start` on. */
  token(known: string | undefined, cursor: Cursor, start: number): string {
    let id = known;
    if (id === undefined) {
      this.#next += 1;
      id = String(this.#next);
      this.#cursors.set(id, cursor);
      if (this.#cursors.size > MOST) this.#cursors.delete(this.#cursors.keys().next().value!);
    }
    return Buffer.from(`local-jira:${id}:${start}`).toString('base64url');
  }

  /** The search a token belongs to; 400 for a foreign, outlived or forgotten one. */
  find(
    token: string,
    jql: string,
    now: number,
  ): { readonly id: string; readonly cursor: Cursor; readonly start: number } {
    const text = Buffer.from(token, 'base64url').toString('utf8');
    const [, id, start] = /^local-jira:(\d+):(\d+)$/.exec(text) ?? [];
    const cursor = id === undefined ? undefined : this.#cursors.get(id);
    if (cursor === undefined || now - cursor.madeAt > LIFETIME_MS || cursor.jql !== jql) {
      throw badRequest('The provided next page token is invalid or expired.');
    }
    return { id: id!, cursor, start: Number(start) };
  }
}
