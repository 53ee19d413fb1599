/** On whose behalf a request is made, and what its token allows. */
export interface Principal {
  /** `anonymous` has no account. */
  readonly type: 'user' | 'app' | 'anonymous';
  readonly accountId: string | undefined;
  /** OAuth scopes, or no limit (Basic authentication, the shell's own calls). */
  readonly scopes: ReadonlySet<string> | 'all';
}

export const ANONYMOUS: Principal = { type: 'anonymous', accountId: undefined, scopes: 'all' };

export type TokenSubject = { readonly type: 'user'; readonly accountId: string } | { readonly type: 'app' };

/** Bearer tokens given out in this process. */
export class Tokens {
  readonly #byToken = new Map<string, Principal>();
  readonly #byMeaning = new Map<string, string>();

  /** The same subject and scopes get the same token. */
  issue(subject: TokenSubject, scopes: readonly string[] | 'all', appAccountId: string): string {
    const accountId = subject.type === 'app' ? appAccountId : subject.accountId;
    const meaning = JSON.stringify([subject.type, accountId, scopes === 'all' ? scopes : [...scopes].sort()]);
    const known = this.#byMeaning.get(meaning);
    if (known !== undefined) return known;
    const token = `local-jira-${this.#byToken.size + 1}`;
    this.#byMeaning.set(meaning, token);
    this.#byToken.set(token, {
      type: subject.type,
      accountId,
      scopes: scopes === 'all' ? 'all' : new Set(scopes),
    });
    return token;
  }

  find(token: string): Principal | undefined {
    return this.#byToken.get(token);
  }
}
