/**
 * Which key does what in the meeting. Pure.
 */
import { REFINEMENT_LISTS } from '../../../../../../src/reads/refinement-view';
import type { RefinementList } from '../../../../../../src/reads/refinement-view';

export type Command =
  | { readonly do: 'next' | 'previous' | 'first' | 'last' | 'open' }
  | { readonly do: 'relevant' | 'notRelevant' | 'skip' | 'undo' }
  | { readonly do: 'select' | 'selectUpTo' | 'escape' }
  | { readonly do: 'link' | 'enabler' | 'help' }
  | { readonly do: 'reason'; readonly number: number }
  | { readonly do: 'list'; readonly list: RefinementList }
  /** The first key of two. */
  | { readonly do: 'wait' };

export interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  /** Where the focus is: on the list (or nowhere), on something that has a use for Enter, Space and arrows, or in a text. */
  readonly focus: 'list' | 'control' | 'text';
}

export interface KeyState {
  readonly singleKeys: boolean;
  readonly choosingReason: boolean;
  /** “g” was pressed just before. */
  readonly afterG: boolean;
}

const SINGLE: Readonly<Record<string, Command>> = {
  j: { do: 'next' },
  k: { do: 'previous' },
  r: { do: 'relevant' },
  n: { do: 'notRelevant' },
  s: { do: 'skip' },
  u: { do: 'undo' },
  x: { do: 'select' },
  l: { do: 'link' },
  e: { do: 'enabler' },
  g: { do: 'wait' },
  '?': { do: 'help' },
};

const ON_THE_LIST: Readonly<Record<string, Command>> = {
  ArrowDown: { do: 'next' },
  ArrowUp: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  Enter: { do: 'open' },
  ' ': { do: 'select' },
};

/** `undefined`: the key is left to the browser. Keys with Ctrl, Alt or Meta never come here. */
export function commandOf({ key, shift, focus }: Pressed, state: KeyState): Command | undefined {
  if (key === 'Escape') return { do: 'escape' };
  if (focus === 'text') return undefined;
  if (focus === 'list' && Object.hasOwn(ON_THE_LIST, key)) {
    return key === ' ' && shift ? { do: 'selectUpTo' } : ON_THE_LIST[key];
  }
  // Letters, digits and signs can be switched off (WCAG 2.1.4); what is above works all the same.
  if (!state.singleKeys) return undefined;
  if (/^[1-9]$/.test(key)) {
    const number = Number(key);
    if (state.afterG) {
      const list = REFINEMENT_LISTS[number - 1];
      return list === undefined ? undefined : { do: 'list', list };
    }
    return state.choosingReason ? { do: 'reason', number } : undefined;
  }
  const name = key.toLowerCase();
  if (name === 'x' && shift) return { do: 'selectUpTo' };
  return Object.hasOwn(SINGLE, name) ? SINGLE[name] : undefined;
}
