import type { Issue } from './issue-entities';

export type IssueListener = (id: string, after: Issue | undefined) => void;

/** The current state of every issue; what GET /issue answers from. */
export class IssueStore {
  readonly #issues = new Map<string, Issue>();
  readonly #idByKey = new Map<string, string>();
  readonly #children = new Map<string, Set<string>>();
  readonly #listener: IssueListener;

  constructor(listener: IssueListener) {
    this.#listener = listener;
  }

  get size(): number {
    return this.#issues.size;
  }

  get(id: string): Issue | undefined {
    return this.#issues.get(id);
  }

  require(id: string): Issue {
    const issue = this.#issues.get(id);
    if (issue === undefined) throw new Error(`the local Jira's state names issue ${id}, which does not exist`);
    return issue;
  }

  /** Keys are found in any case, and also under the key an issue had before it was moved. */
  byKey(key: string): Issue | undefined {
    const id = this.#idByKey.get(key.toUpperCase());
    return id === undefined ? undefined : this.#issues.get(id);
  }

  byIdOrKey(idOrKey: string): Issue | undefined {
    return /^\d+$/.test(idOrKey) ? this.get(idOrKey) : this.byKey(idOrKey);
  }

  childrenOf(id: string): readonly string[] {
    return [...(this.#children.get(id) ?? [])];
  }

  values(): IterableIterator<Issue> {
    return this.#issues.values();
  }

  put(issue: Issue): Issue {
    const before = this.#issues.get(issue.id);
    this.#issues.set(issue.id, issue);
    if (before?.key !== issue.key) this.#idByKey.set(issue.key.toUpperCase(), issue.id);
    if (before?.parentId !== issue.parentId) {
      if (before?.parentId) this.#children.get(before.parentId)?.delete(issue.id);
      if (issue.parentId) this.#childSet(issue.parentId).add(issue.id);
    }
    this.#listener(issue.id, issue);
    return issue;
  }

  delete(id: string): void {
    const before = this.#issues.get(id);
    if (before === undefined) return;
    this.#issues.delete(id);
    this.#idByKey.delete(before.key.toUpperCase());
    if (before.parentId) this.#children.get(before.parentId)?.delete(id);
    this.#children.delete(id);
    this.#listener(id, undefined);
  }

  clear(): void {
    this.#issues.clear();
    this.#idByKey.clear();
    this.#children.clear();
  }

  #childSet(parentId: string): Set<string> {
    let children = this.#children.get(parentId);
    if (children === undefined) this.#children.set(parentId, (children = new Set()));
    return children;
  }
}
