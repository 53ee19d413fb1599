import type { Value } from './values';

/** Names that an expression may use: the context variables, and inside a function its parameters. */
export class Scope {
  readonly #names: ReadonlyMap<string, Value>;
  readonly #outer: Scope | undefined;

  constructor(names: ReadonlyMap<string, Value>, outer?: Scope) {
    this.#names = names;
    this.#outer = outer;
  }

  has(name: string): boolean {
    return this.#names.has(name) || (this.#outer?.has(name) ?? false);
  }

  /** Only for names it has. */
  get(name: string): Value {
    const value = this.#names.get(name);
    if (value !== undefined) return value;
    if (this.#outer === undefined) throw new Error(`no variable ${name}`);
    return this.#outer.get(name);
  }

  with(names: ReadonlyMap<string, Value>): Scope {
    return new Scope(names, this);
  }
}
