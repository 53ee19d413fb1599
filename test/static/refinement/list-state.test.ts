import fc from 'fast-check';
import * as list from '../../../static/app/src/modules/project-page/refinement/list-state';
import type { ListState } from '../../../static/app/src/modules/project-page/refinement/list-state';
import { pageOf, rowOf, rowsOf } from './rows';

const AT = 1_000;
const read = (count: number, more = false): ListState =>
  list.pageRead(list.begunReading(list.UNREAD, 'first'), pageOf(rowsOf(count), more), AT);
const id = (number: number) => rowOf(number).id;
const ids = (state: ListState) => list.standing(state).map((row) => row.id);

test('the first story is current, and moving stops at both ends', () => {
  const state = read(3);
  const to = (from: ListState, step: list.Step) => list.moved(from, list.standing(from), step);
  expect(state.currentId).toBe(id(1));
  expect(to(state, 'previous').currentId).toBe(id(1));
  expect(to(to(state, 'next'), 'next').currentId).toBe(id(3));
  expect(to(to(state, 'last'), 'next').currentId).toBe(id(3));
});

test('what leaves makes the next story current; the last one the one before', () => {
  const state = list.madeCurrent(read(3), id(2));
  const leave = (from: ListState, number: number) =>
    list.left(from, list.standing(from), new Set([id(number)]), 'gone');
  const without2 = leave(state, 2);
  expect(without2.currentId).toBe(id(3));
  const without3 = leave(without2, 3);
  expect(without3.currentId).toBe(id(1));
  expect(leave(without3, 1).currentId).toBeUndefined();
});

test('a page that comes later adds what is new, and keeps the place and what was decided', () => {
  const first = list.left(read(3, true), rowsOf(3), new Set([id(1)]), 'gone');
  const more = list.pageRead(list.begunReading(first, 'more'), pageOf([rowOf(3), rowOf(4)]), AT);
  expect(ids(more)).toEqual([id(2), id(3), id(4)]);
  expect(more.currentId).toBe(id(2));
  expect(more.next).toBeUndefined();
});

test('reading anew keeps what was put aside', () => {
  const skipped = list.left(read(3), rowsOf(3), new Set([id(1)]), 'skipped');
  const again = list.pageRead(list.begunReading(skipped, 'first'), pageOf(rowsOf(3)), AT);
  expect(ids(again)).toEqual([id(2), id(3)]);
  expect(list.skippedCount(again)).toBe(1);
});

test('selecting up to here takes everything between, both ways', () => {
  const state = list.toggled(read(6), id(5));
  const upTo = list.selectedUpTo(state, list.standing(state), id(2));
  expect([...upTo.selected].sort()).toEqual([id(2), id(3), id(4), id(5)].sort());
  // Without a beginning it is that one story.
  expect([...list.selectedUpTo(read(3), rowsOf(3), id(2)).selected]).toEqual([id(2)]);
});

test('a story that belongs and was never read makes the list stale, not longer', () => {
  const changed = (state: ListState) =>
    list.rowsChanged(state, list.standing(state), new Map([[id(9), rowOf(9)]]), () => true, AT);
  expect(changed(read(2)).stale).toBe(true);
  expect(ids(changed(read(2)))).toEqual([id(1), id(2)]);
  expect(changed(list.UNREAD).stale).toBe(false);
});

/** Anything that can happen to a list, in any order. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), step: fc.constantFrom('next', 'previous', 'first', 'last') }),
  fc.record({
    kind: fc.constantFrom('gone', 'skipped', 'back', 'toggle', 'upTo', 'stays'),
    number: fc.integer({ min: 1, max: 8 }),
  }),
);

test('whatever happens: the current story stands, only standing ones are selected or current, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (all) => {
      let state = read(8);
      for (const each of all) {
        const visible = list.standing(state);
        if (each.kind === 'move') state = list.moved(state, visible, each.step);
        else state = after(state, each.kind, id(each.number));
        const standing = ids(state);
        if (standing.length === 0) expect(state.currentId).toBeUndefined();
        else expect(standing).toContain(state.currentId);
        expect([...state.selected].filter((selected) => !standing.includes(selected))).toEqual([]);
        expect(state.rows).toHaveLength(8);
      }
      const everything = list.cameBack(
        state,
        rowsOf(8).map((row) => row.id),
      );
      expect(ids(everything)).toEqual(rowsOf(8).map((row) => row.id));
    }),
  );
});

function after(
  state: ListState,
  kind: 'gone' | 'skipped' | 'back' | 'toggle' | 'upTo' | 'stays',
  storyId: string,
): ListState {
  const visible = list.standing(state);
  const stands = visible.some((row) => row.id === storyId);
  switch (kind) {
    case 'gone':
    case 'skipped':
      return stands ? list.left(state, visible, new Set([storyId]), kind) : state;
    case 'back':
      return list.cameBack(state, [storyId]);
    case 'toggle':
      return stands ? list.toggled(state, storyId) : state;
    case 'upTo':
      return list.selectedUpTo(state, visible, storyId);
    case 'stays': {
      const row = state.rows.find((known) => known.id === storyId);
      const changed = new Map(row === undefined ? [] : [[storyId, { ...row, summary: 'new' }]]);
      return list.rowsChanged(state, visible, changed, () => true, AT);
    }
  }
}
