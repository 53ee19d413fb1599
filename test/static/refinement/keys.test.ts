import fc from 'fast-check';
import { commandOf } from '../../../static/app/src/modules/project-page/refinement/keys';
import type { KeyState, Pressed } from '../../../static/app/src/modules/project-page/refinement/keys';

const ON: KeyState = { singleKeys: true, choosingReason: false, afterG: false };
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({ key, shift: false, focus: 'list', ...more });

test.each([
  ['j', 'next'],
  ['k', 'previous'],
  ['R', 'relevant'],
  ['n', 'notRelevant'],
  ['s', 'skip'],
  ['u', 'undo'],
  ['x', 'select'],
  ['l', 'link'],
  ['e', 'enabler'],
  ['?', 'help'],
  ['g', 'wait'],
  ['ArrowDown', 'next'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Enter', 'open'],
  [' ', 'select'],
  ['Escape', 'escape'],
] as const)('%s on the list: %s', (key, does) => {
  expect(commandOf(press(key), ON)).toEqual({ do: does });
});

test('Shift makes it “up to here”', () => {
  expect(commandOf(press('X', { shift: true }), ON)).toEqual({ do: 'selectUpTo' });
  expect(commandOf(press(' ', { shift: true }), ON)).toEqual({ do: 'selectUpTo' });
});

test('digits are reasons while reasons are open, and lists after g', () => {
  expect(commandOf(press('2'), ON)).toBeUndefined();
  expect(commandOf(press('2'), { ...ON, choosingReason: true })).toEqual({ do: 'reason', number: 2 });
  expect(commandOf(press('2'), { ...ON, choosingReason: true, afterG: true })).toEqual({
    do: 'list',
    list: 'unanswered',
  });
  expect(commandOf(press('5'), { ...ON, afterG: true })).toBeUndefined();
});

test('a button keeps its Enter, Space and arrows; letters work beside it', () => {
  for (const key of ['Enter', ' ', 'ArrowDown', 'Home'])
    expect(commandOf(press(key, { focus: 'control' }), ON)).toBeUndefined();
  expect(commandOf(press('r', { focus: 'control' }), ON)).toEqual({ do: 'relevant' });
});

test('in a text every key but Escape is the text’s', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.boolean(), (key, shift) => {
      expect(commandOf(press(key, { shift, focus: 'text' }), { ...ON, choosingReason: true })).toBeUndefined();
    }),
  );
  expect(commandOf(press('Escape', { focus: 'text' }), ON)).toEqual({ do: 'escape' });
});

/** WCAG 2.1.4: keys of one printable character. */
test('switched off, no printable key but Space on the list does anything', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 1 }).filter((key) => key !== ' '),
      fc.constantFrom('list', 'control'),
      fc.boolean(),
      (key, focus, afterG) => {
        const state = { singleKeys: false, choosingReason: true, afterG };
        expect(commandOf(press(key, { focus }), state)).toBeUndefined();
      },
    ),
  );
  expect(commandOf(press('ArrowDown'), { ...ON, singleKeys: false })).toEqual({ do: 'next' });
  expect(commandOf(press('Enter'), { ...ON, singleKeys: false })).toEqual({ do: 'open' });
});
