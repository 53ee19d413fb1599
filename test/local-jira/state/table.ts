/** Rows by id, in the order they were first put. Rows are replaced, never changed in place. */
export class Table<T extends { readonly id: string }> {
  readonly #rows = new Map<string, T>();

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): T | undefined {
    return this.#rows.get(id);
  }

  /** The row, for ids the state itself holds. Throws when the state contradicts itself. */
  require(id: string): T {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error(`the local Jira's state names ${id}, which does not exist`);
    return row;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  put(row: T): T {
    this.#rows.set(row.id, row);
    return row;
  }

  delete(id: string): boolean {
    return this.#rows.delete(id);
  }

  values(): IterableIterator<T> {
    return this.#rows.values();
  }

  find(test: (row: T) => boolean): T | undefined {
    for (const row of this.#rows.values()) if (test(row)) return row;
    return undefined;
  }

  filter(test: (row: T) => boolean): T[] {
    const found: T[] = [];
    for (const row of this.#rows.values()) if (test(row)) found.push(row);
    return found;
  }

  all(): T[] {
    return [...this.#rows.values()];
  }

  /** For snapshots: replaces everything. */
  load(rows: readonly T[]): void {
    this.#rows.clear();
    for (const row of rows) this.#rows.set(row.id, row);
  }
}
