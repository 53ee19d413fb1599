/**
 * Looks at everything that leaves the app for what must not be in it: words of another site, and words or keys of issues
 * that whoever reads it may not see. Each text in Jira carries a word that is nowhere else.
 */
import { Access } from '../local-jira/access/access';
import type { LocalJira } from '../local-jira/index';
import type { Issue } from '../local-jira/state/issue-entities';

const WORD = /zq([a-z])(\d+)zq/g;
const KEY = /\b[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,5}\b/g;

/** A word for one text of one site. */
export function canary(tenant: string, number: number): string {
  return `zq${tenant}${number}zq`;
}

/** Who sees which issue at one moment. */
export type Sight = ReadonlyMap<string, ReadonlySet<string>>;

export class Watch {
  /** The issues that were ever seen with a word: one edit may write the same text to several. */
  readonly #owners = new Map<string, Set<string>>();
  readonly #keys = new Map<string, string>();

  constructor(
    private readonly tenant: string,
    private readonly jira: LocalJira,
  ) {}

  forget(): void {
    this.#owners.clear();
    this.#keys.clear();
  }

  /** Learns whose the words are that stand in Jira now. */
  learn(): void {
    const { state } = this.jira;
    for (const issue of state.issues.values()) {
      this.#keys.set(issue.key, issue.id);
      this.#learnFrom(issue.id, [issue.summary, issue.description, issue.custom]);
    }
    for (const { issueId, body } of state.comments.values()) this.#learnFrom(issueId, body);
  }

  #learnFrom(issueId: string, texts: unknown): void {
    for (const [word] of JSON.stringify(texts).matchAll(WORD)) {
      this.#owners.set(word, (this.#owners.get(word) ?? new Set()).add(issueId));
    }
  }

  /**
   * What each of these people may see now, or search still shows them: Jira's index decides by what it knows of an issue.
   * @param regressed search showed issues as they were before their latest change.
   */
  sight(accountIds: readonly string[], regressed: boolean): Sight {
    const { state } = this.jira;
    const former = regressed ? state.index.regression() : undefined;
    const known = ({ id }: Issue) => [state.index.get(id), former?.get(id)].filter((issue) => issue !== undefined);
    return new Map(
      accountIds.map((accountId) => {
        const access = new Access(state, { type: 'user', accountId, scopes: 'all' });
        const seen = [...state.issues.values()]
          .filter((issue) => [issue, ...known(issue)].some((version) => access.maySee(version)))
          .map(({ id }) => id);
        return [accountId, new Set(seen)];
      }),
    );
  }

  /**
   * What is in an answer to this person that must not be.
   * @param sights what they could see before and after; one of them is enough.
   */
  leaksIn(answer: unknown, accountId: string, sights: readonly Sight[]): readonly string[] {
    const text = JSON.stringify(answer ?? null);
    const mayKnow = (issueId: string) =>
      sights.some((sight) => sight.get(accountId)?.has(issueId)) || this.jira.state.issues.get(issueId) === undefined;
    const words = [...text.matchAll(WORD)].flatMap(([word, tenant]) => {
      if (tenant !== this.tenant) return [`${word} of another site`];
      const owners = [...(this.#owners.get(word) ?? [])];
      return owners.length === 0 || owners.some(mayKnow) ? [] : [`${word} of issue ${owners.join(', ')}`];
    });
    const keys = [...new Set(text.match(KEY))].filter((key) => {
      const owner = this.#keys.get(key);
      return owner !== undefined && !mayKnow(owner);
    });
    return [...new Set(words), ...keys];
  }

  /** What of people or issues stands where nothing of either may stand: in logs and storage. */
  namesIn(text: string): readonly string[] {
    const people = this.jira.state.users
      .all()
      .flatMap(({ id, displayName, accountType }) => (accountType === 'app' ? [id] : [id, displayName]))
      .filter((name) => text.includes(name));
    return [...new Set([...[...text.matchAll(WORD)].map(([word]) => word), ...people])];
  }
}
