/**
 * What ran, for tests and benchmarks: function invocations cost money and time on Forge, bridge calls do not.
 */

export type InvocationKind = 'resolver' | 'dynamicProperties' | 'consumer' | 'schedule' | 'trigger' | 'preUninstall';

export interface InvocationEntry {
  readonly cloudId: string;
  readonly kind: InvocationKind;
  /** Key of the function module. */
  readonly functionKey: string;
  /** Of a resolver: the operation the page named. Else the module's key. */
  readonly operation: string;
  readonly milliseconds: number;
  /** `stopped`: its process was killed, or the app uninstalled, while it ran. */
  readonly outcome: 'answered' | 'failed' | 'timed out' | 'stopped';
  /** Real time of its end, ISO. */
  readonly endedAt: string;
  /** What was thrown, in words; absent where it answered. */
  readonly problem?: string;
}

export class InvocationLedger {
  #entries: InvocationEntry[] = [];

  get entries(): readonly InvocationEntry[] {
    return this.#entries;
  }

  record(entry: InvocationEntry): void {
    this.#entries.push(entry);
  }

  count(matching: Partial<InvocationEntry> = {}): number {
    const wanted = Object.entries(matching);
    return this.#entries.filter((entry) =>
      wanted.every(([field, value]) => entry[field as keyof InvocationEntry] === value),
    ).length;
  }

  reset(): void {
    this.#entries = [];
  }
}
