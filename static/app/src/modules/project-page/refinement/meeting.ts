/**
 * What the keys and buttons of the meeting do. What is decided is shown at once and saved behind it; what Jira refuses
 * comes back and is named. Knows no browser: everything outside comes through the store's ports.
 */
import type { Result } from '../../../../../../src/contract/result';
import { checksInForce } from '../../../../../../src/domain/readiness';
import type { ProjectSettings } from '../../../../../../src/domain/project-settings';
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';
import type { LinkAnswer } from '../../../shared/link/context';
import { assessAll } from './assess-all';
import { manyUnderWay, revertible, undoable } from './deeds';
import type { Assessed, Deed, Linked, Refused, Skipped } from './deeds';
import { expectedRow } from './expected-row';
import { ListReader } from './list-reader';
import { visibleIn } from './meeting-state';
import type { MeetingStore } from './meeting-store';

/** Stories whose new state is read one by one after a conflict. */
const READ_AFTER_CONFLICT = 10;

export class Meeting {
  readonly reader: ListReader;
  #deeds = 0;
  readonly #saving = new Map<number, Promise<void>>();

  constructor(
    readonly store: MeetingStore,
    private readonly settings: ProjectSettings,
  ) {
    this.reader = new ListReader(store);
  }

  /** The selected stories on screen, or else the current one. */
  targets(): readonly RefinementRow[] {
    const { state, openList } = this.store;
    const visible = visibleIn(state, state.open);
    const chosen = visible.filter(({ id }) => openList.selected.has(id));
    return chosen.length > 0 ? chosen : visible.filter(({ id }) => id === openList.currentId);
  }

  /** Saves one assessment for all targets that do not say the same already. */
  async assess(assessment: Assessment): Promise<void> {
    const { store } = this;
    const rows = this.targets().filter((row) => row.relevance !== 'relevant' || assessment.relevance !== 'relevant');
    if (rows.length === 0 || manyUnderWay(store.state.deeds) !== undefined) return;
    const deed: Assessed = {
      ...this.#newDeed(),
      kind: 'assessed',
      phase: 'underWay',
      assessment,
      rows,
      saved: [],
      refused: [],
    };
    const inForce = checksInForce(this.settings);
    store.show({ note: undefined });
    store.tell({ type: 'did', deed, expected: rows.map((row) => expectedRow(row, assessment.relevance, inForce)) });
    const saving = this.#save(deed);
    this.#saving.set(deed.id, saving);
    await saving;
    this.#saving.delete(deed.id);
    await this.reader.readOn();
  }

  async #save({ id, assessment, rows }: Assessed): Promise<void> {
    const { store } = this;
    const orders = rows.map((row) => ({ issueId: row.id, assessment, expected: row.relevance }));
    await assessAll(store.ports, orders, {
      answered: (saved, refused) => store.tell({ type: 'answered', deedId: id, saved, refused, at: store.ports.now() }),
      waiting: (waitSeconds) => store.show({ waitSeconds }),
    });
    store.tell({ type: 'phase', deedId: id, phase: 'done' });
    const deed = store.state.deeds.find((known) => known.id === id);
    if (deed?.kind !== 'assessed') return;
    if (deed.refused.length > 0) store.show({ note: { kind: 'refused', deedId: id } });
    const changed = deed.refused.filter(({ error }) => error.code === 'conflict' || error.code === 'not-found');
    await Promise.all(changed.slice(0, READ_AFTER_CONFLICT).map(({ issueId }) => this.reader.readAgain(issueId)));
    // Which enablers secure it the row does not tell: whether a relevant story is answered, Jira knows.
    const [only] = rows.length === 1 && assessment.relevance === 'relevant' ? deed.saved : [];
    if (only !== undefined) await this.reader.readAgain(only.issueId);
  }

  /** Puts the targets aside for this meeting. */
  skip(): void {
    const rows = this.targets();
    if (rows.length === 0) return;
    this.store.tell({ type: 'did', deed: { ...this.#newDeed(), kind: 'skipped', phase: 'done', rows }, expected: [] });
    void this.reader.readOn();
  }

  /** Shows what was put aside in the open list again. */
  unskip(): void {
    const { deeds, open } = this.store.state;
    for (const deed of deeds) {
      if (deed.kind === 'skipped' && deed.list === open && deed.phase === 'done') this.#bringBack(deed);
    }
  }

  #bringBack({ id, rows }: Skipped): void {
    this.store.tell({ type: 'tookBack', deedId: id, rows, phase: 'takenBack', at: this.store.ports.now() });
  }

  /** A dialog about this story closed; without an answer it may have changed something all the same. */
  async linked(row: RefinementRow, answer: LinkAnswer | undefined): Promise<void> {
    if (answer !== undefined) {
      const deed: Linked = { ...this.#newDeed(), kind: 'linked', phase: 'done', row, answer };
      this.store.tell({ type: 'did', deed, expected: [] });
    }
    await this.reader.readAgain(row.id);
  }

  /** Moves a bypass back to where it came from. */
  async moveBack(row: RefinementRow): Promise<void> {
    const { store } = this;
    const result = await store.ports.moveBack(row.id);
    if (!result.ok) store.show({ note: { kind: 'failed', row, error: result.error } });
    else {
      const { statusName } = result.value;
      const deed: Deed = { ...this.#newDeed(), kind: 'movedBack', phase: 'done', row, statusName };
      store.tell({ type: 'did', deed, expected: [] });
    }
    await this.reader.readAgain(row.id);
  }

  /** Takes back the last thing done, also while it is still being saved. */
  async undo(): Promise<void> {
    const last = undoable(this.store.state.deeds);
    if (last === undefined) return;
    await this.#saving.get(last.id);
    const deed = undoable(this.store.state.deeds);
    // It was refused meanwhile, or somebody pressed twice.
    if (deed?.id !== last.id) return;
    if (deed.kind === 'skipped') this.#bringBack(deed);
    if (deed.kind === 'assessed') await this.#takeBackAssessment(deed);
    if (deed.kind === 'linked') await this.#takeBackLinks(deed);
  }

  async #takeBackAssessment(deed: Assessed): Promise<void> {
    const { store } = this;
    const expected = deed.assessment.relevance;
    store.tell({ type: 'phase', deedId: deed.id, phase: 'takingBack' });
    const orders = revertible(deed).map(({ issueId, previous }) => ({ issueId, assessment: previous, expected }));
    const back = new Set<string>();
    const refused: Refused[] = [];
    await assessAll(store.ports, orders, {
      answered: (saved, refusedNow) => {
        for (const { issueId } of saved) back.add(issueId);
        refused.push(...refusedNow);
      },
      waiting: (waitSeconds) => store.show({ waitSeconds }),
    });
    const rows = deed.rows.filter(({ id }) => back.has(id));
    const phase = rows.length === 0 ? 'done' : 'takenBack';
    store.tell({ type: 'tookBack', deedId: deed.id, rows, phase, at: store.ports.now() });
    store.show({ note: refused.length === 0 ? undefined : { kind: 'notTakenBack', rows: deed.rows, refused } });
  }

  async #takeBackLinks({ id, row, answer }: Linked): Promise<void> {
    const { store } = this;
    store.tell({ type: 'phase', deedId: id, phase: 'takingBack' });
    const result = await this.#attempt(() => store.ports.takeBackLinks(answer));
    store.tell({ type: 'phase', deedId: id, phase: result.ok ? 'takenBack' : 'done' });
    if (!result.ok) store.show({ note: { kind: 'failed', row, error: result.error } });
    await this.reader.readAgain(row.id);
  }

  async #attempt<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await act();
    } catch (error) {
      return { ok: false, error: this.store.ports.errorOf(error) };
    }
  }

  #newDeed(): { readonly id: number; readonly list: RefinementList; readonly at: number } {
    this.#deeds += 1;
    return { id: this.#deeds, list: this.store.state.open, at: this.store.ports.now() };
  }
}
