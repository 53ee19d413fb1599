/**
 * Carries a change out on one risk or many: a few at a time, saying how far it is, and naming what was refused.
 */
import type { ManyOutcome, RiskChanges } from '../../../../../../src/contract/risks';
import type { AppError, Result } from '../../../../../../src/contract/result';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import { isUncertain } from '../../../shared/failure-words';
import { changesOf, partsBack, sameValue, valueIn } from './edit-value';
import type { EditPart, NewValue } from './edit-value';

/** Risks a call: far from a function's limit, and often enough for a bar that moves. */
const AT_ONCE = 25;
/** How often a call is sent again that Jira put off. */
const PUT_OFF_MOST = 5;
const WAIT_SECONDS = 30;

export interface EditPorts {
  readonly editRisks: (issueIds: readonly string[], changes: RiskChanges) => Promise<Result<ManyOutcome>>;
  /** The risks as they are now; `undefined` where they could not be read. */
  readonly lookAgain: (ids: readonly string[]) => Promise<readonly RiskRow[] | undefined>;
  readonly wait: (seconds: number) => Promise<void>;
}

export interface Refused {
  readonly row: RiskRow;
  readonly error: AppError;
}

export interface EditRun {
  /** `undo`: puts back what an earlier run wrote. */
  readonly kind: 'change' | 'undo';
  /** What was asked for; of an undo, what it takes back. */
  readonly value: NewValue;
  /** The risks as they were before. */
  readonly rows: readonly RiskRow[];
  readonly done: readonly RiskRow[];
  readonly refused: readonly Refused[];
  readonly phase: 'saving' | 'stopping' | 'stopped' | 'finished';
  /** Jira asked for a pause; seconds. */
  readonly waitSeconds: number | undefined;
}

export class EditRunner {
  #run: EditRun | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: EditPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly run = (): EditRun | undefined => this.#run;

  /** Does nothing while another change is being saved, so that a double click is one change. */
  readonly start = async (value: NewValue, rows: readonly RiskRow[]): Promise<void> => {
    await this.#carryOut('change', value, [{ value, rows }]);
  };

  /** The refused ones once more. */
  readonly retry = async (): Promise<void> => {
    const run = this.#run;
    if (run === undefined || isUnderWay(run)) return;
    const again = run.refused.map(({ row }) => row);
    const parts = run.kind === 'undo' ? partsBack(again, run.value.field) : [{ value: run.value, rows: again }];
    await this.#carryOut(run.kind, run.value, parts, run.done);
  };

  /** Puts back what stood there before, in those that were changed. */
  readonly undo = async (): Promise<void> => {
    const run = this.#run;
    if (run === undefined || isUnderWay(run) || run.kind === 'undo') return;
    await this.#carryOut('undo', run.value, partsBack(run.done, run.value.field));
  };

  /** After the call that is on its way. */
  readonly stop = (): void => {
    if (this.#run?.phase === 'saving') this.#show({ phase: 'stopping' });
  };

  readonly dismiss = (): void => {
    if (this.#run === undefined || isUnderWay(this.#run)) return;
    this.#run = undefined;
    this.#tell();
  };

  /** `before`: what an earlier try of the same saved, so that one undo takes all of it back. */
  async #carryOut(
    kind: EditRun['kind'],
    value: NewValue,
    parts: readonly EditPart[],
    before: readonly RiskRow[] = [],
  ): Promise<void> {
    if (this.#run !== undefined && isUnderWay(this.#run)) return;
    const wanted = parts.flatMap((part) => part.rows);
    if (wanted.length === 0) return;
    const rows = [...before, ...wanted];
    this.#run = { kind, value, rows, done: before, refused: [], phase: 'saving', waitSeconds: undefined };
    this.#tell();
    for (const part of parts) {
      for (let from = 0; from < part.rows.length && this.#goesOn(); from += AT_ONCE) {
        await this.#portion(part.value, part.rows.slice(from, from + AT_ONCE), 0);
      }
    }
    const { done, refused } = this.#run;
    this.#show({ phase: done.length + refused.length < rows.length ? 'stopped' : 'finished' });
  }

  #goesOn(): boolean {
    return this.#run?.phase === 'saving';
  }

  async #portion(value: NewValue, rows: readonly RiskRow[], putOff: number): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const answer = await this.ports.editRisks(ids, changesOf(value));
    const failed = answer.ok
      ? new Map(answer.value.failed.map(({ issueId, error }) => [issueId, error]))
      : new Map(ids.map((id) => [id, answer.error]));
    const fresh = await this.ports.lookAgain(ids);
    // Where the answer was lost, the risk itself says whether it was saved.
    const isSaved = (row: RiskRow, error: AppError) =>
      isUncertain(error) && fresh?.some((now) => now.id === row.id && sameValue(valueIn(now, value.field), value));
    const done: RiskRow[] = [];
    const refused: Refused[] = [];
    const later: RiskRow[] = [];
    let pause = 0;
    for (const row of rows) {
      const error = failed.get(row.id);
      if (error === undefined || isSaved(row, error)) done.push(row);
      else if (error.code === 'rate-limited' && putOff < PUT_OFF_MOST) {
        later.push(row);
        pause = Math.max(pause, error.retryAfterSeconds ?? WAIT_SECONDS);
      } else refused.push({ row, error });
    }
    this.#add(done, refused);
    if (later.length === 0) return;
    this.#show({ waitSeconds: pause });
    await this.ports.wait(pause);
    this.#show({ waitSeconds: undefined });
    if (this.#goesOn()) await this.#portion(value, later, putOff + 1);
  }

  #add(done: readonly RiskRow[], refused: readonly Refused[]): void {
    const run = this.#run;
    if (run === undefined) return;
    this.#show({ done: [...run.done, ...done], refused: [...run.refused, ...refused] });
  }

  #show(change: Partial<EditRun>): void {
    if (this.#run === undefined) return;
    this.#run = { ...this.#run, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export function isUnderWay({ phase }: EditRun): boolean {
  return phase === 'saving' || phase === 'stopping';
}
