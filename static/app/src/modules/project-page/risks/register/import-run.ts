/**
 * Sends the rows of a file in portions, for a dry run or for the import itself; can be stopped, resumed, and repeated for
 * what failed. The same row again does no harm, so that whatever is unsure is sent again.
 */
import type { ImportedRow, ImportOutcome } from '../../../../../../../src/contract/risks';
import type { ErrorCode, Result } from '../../../../../../../src/contract/result';
import type { AppError } from '../../../../../../../src/contract/result';
import type { ImportRow } from '../../../../../../../src/domain/csv/import-row';
import { portionsOf } from '../../../../../../../src/domain/csv/portions';
import { isUncertain } from '../../../../shared/failure-words';

export interface ReadyRow {
  /** In the file. */
  readonly number: number;
  readonly row: ImportRow;
}

export interface RunPorts {
  readonly importRisks: (rows: readonly ImportRow[], dryRun: boolean) => Promise<Result<ImportOutcome>>;
  readonly wait: (seconds: number) => Promise<void>;
}

export interface RunState {
  readonly phase: 'running' | 'stopping' | 'stopped' | 'done';
  /** By the number of the row. */
  readonly outcomes: ReadonlyMap<number, ImportedRow>;
  /** While Jira asked for a pause. */
  readonly waitSeconds: number | undefined;
  /** Why it stopped by itself: the same would be said of every row. */
  readonly error: AppError | undefined;
}

/** Portions under way at the same time: a dry run only reads. */
const AT_ONCE = { dryRun: 3, import: 1 } as const;
/** How often a portion is tried again after Jira asked for a pause. */
const PAUSES = 5;
/** Where Jira does not say how long. */
const PAUSE_SECONDS = 10;

/** Refusals of the person or the project, not of a row. */
const FOR_ALL: ReadonlySet<ErrorCode> = new Set([
  'not-signed-in',
  'licence-inactive',
  'not-set-up',
  'no-permission',
  'not-found',
  'could-not-verify',
  'unknown-operation',
]);

export class ImportRun {
  readonly #ports: RunPorts;
  readonly #rows: readonly ReadyRow[];
  readonly #dryRun: boolean;
  readonly #listeners = new Set<() => void>();
  #state: RunState = { phase: 'stopped', outcomes: new Map(), waitSeconds: undefined, error: undefined };

  constructor(ports: RunPorts, rows: readonly ReadyRow[], dryRun: boolean) {
    this.#ports = ports;
    this.#rows = rows;
    this.#dryRun = dryRun;
  }

  readonly state = (): RunState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Sends what has no outcome yet. Does nothing while it runs. */
  async goOn(): Promise<void> {
    if (this.#state.phase === 'running' || this.#state.phase === 'stopping') return;
    this.#set({ phase: 'running', error: undefined });
    const open = this.#rows.filter(({ number }) => !this.#state.outcomes.has(number));
    const portions = portionsOf(open).values();
    const worker = async () => {
      for (const portion of portions) {
        if (!this.#isRunning()) return;
        await this.#send(portion);
      }
    };
    await Promise.all(Array.from({ length: this.#dryRun ? AT_ONCE.dryRun : AT_ONCE.import }, worker));
    const complete = this.#rows.every(({ number }) => this.#state.outcomes.has(number));
    this.#set({ phase: complete ? 'done' : 'stopped', waitSeconds: undefined });
  }

  /** After the portion that is under way. */
  stop(): void {
    if (this.#state.phase === 'running') this.#set({ phase: 'stopping' });
  }

  /** Sends again what failed. */
  async retry(): Promise<void> {
    const outcomes = new Map([...this.#state.outcomes].filter(([, { outcome }]) => outcome !== 'failed'));
    this.#set({ outcomes });
    await this.goOn();
  }

  async #send(portion: readonly ReadyRow[]): Promise<void> {
    let open = portion;
    let lost = false;
    for (let pauses = 0; ; pauses += 1) {
      const answer = await this.#ports.importRisks(
        open.map(({ row }) => row),
        this.#dryRun,
      );
      if (!answer.ok && isUncertain(answer.error) && !lost) {
        lost = true;
        continue;
      }
      if (!answer.ok && FOR_ALL.has(answer.error.code)) {
        this.#set({ phase: 'stopping', error: answer.error });
        return;
      }
      const rows = answer.ok ? answer.value.rows : [];
      const outcomes = open.map((_, index): ImportedRow => {
        return rows[index] ?? { outcome: 'failed', error: answer.ok ? { code: 'unexpected-answer' } : answer.error };
      });
      const limited = new Set(outcomes.flatMap((one, index) => (isLimited(one) ? open[index] : undefined) ?? []));
      if (limited.size === 0 || pauses === PAUSES || !this.#isRunning()) {
        this.#answer(open, outcomes);
        return;
      }
      this.#answer(open, outcomes, limited);
      open = open.filter((row) => limited.has(row));
      const seconds = outcomes.map(waitOf).find((wait) => wait !== undefined) ?? PAUSE_SECONDS;
      this.#set({ waitSeconds: seconds });
      await this.#ports.wait(seconds);
      this.#set({ waitSeconds: undefined });
      // Stopped meanwhile: these rows stay open.
      if (!this.#isRunning()) return;
    }
  }

  /** `without`: rows that are asked for again. */
  #answer(
    rows: readonly ReadyRow[],
    outcomes: readonly ImportedRow[],
    without: ReadonlySet<ReadyRow> = new Set(),
  ): void {
    const all = new Map(this.#state.outcomes);
    rows.forEach((row, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined && !without.has(row)) all.set(row.number, outcome);
    });
    this.#set({ outcomes: all });
  }

  #isRunning(): boolean {
    return this.#state.phase === 'running';
  }

  #set(change: Partial<RunState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function isLimited(row: ImportedRow): boolean {
  return row.outcome === 'failed' && row.error.code === 'rate-limited';
}

function waitOf(row: ImportedRow): number | undefined {
  return row.outcome === 'failed' ? row.error.retryAfterSeconds : undefined;
}
