/**
 * The health of an object in words: its name, what is wrong with it, what its button says. Pure.
 */
import type { HealthItem, HealthState } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import { isScreenScheme } from './happens';
import { partOf } from './run-lines';

const words = setUp.health;

export type HealthLook = 'right' | 'missing' | 'changed';

/** What is not there at all is worse than what differs. */
export function lookOf(state: HealthState): HealthLook {
  if (state === 'right') return 'right';
  return state === 'missing' || state === 'validatorMissing' ? 'missing' : 'changed';
}

export interface HealthSums {
  readonly missing: number;
  readonly changed: number;
  readonly right: number;
}

export function healthSums(items: readonly HealthItem[]): HealthSums {
  const count = (look: HealthLook) => items.filter(({ state }) => lookOf(state) === look).length;
  return { missing: count('missing'), changed: count('changed'), right: count('right') };
}

const LOOKS: readonly HealthLook[] = ['missing', 'changed', 'right'];

/** What is missing first, then what changed, then what is right; otherwise in the order of set-up. */
export function healthOrder(items: readonly HealthItem[]): readonly HealthItem[] {
  return [...items].sort((a, b) => LOOKS.indexOf(lookOf(a.state)) - LOOKS.indexOf(lookOf(b.state)));
}

/** "Field Likelihood", "Screens of Web Shop" */
export function objectName({ kind, name, step }: Pick<HealthItem, 'kind' | 'name' | 'step'>): string {
  if (isScreenScheme(step)) return fill(words.objects.screenScheme, { name });
  if (kind !== 'project') return fill(words.objects[kind], { name });
  const part = partOf(step);
  return part === undefined ? name : fill(words.objects.project, { part: setUp.projects.parts[part], name });
}

/** What is wrong, with the names of what it is about where they are known. */
export function healthDetail({ state, kind, details = [] }: HealthItem): string {
  if (state === 'right') return '';
  const named = details.map((detail) => `“${detail}”`).join(', ');
  if (named === '' || !Object.hasOwn(words.details, state)) return words.plain[state];
  // A screen lacks fields; anything else is missing on screens.
  if (state === 'notOnScreen' && kind === 'screen') return fill(words.lacks, { details: named });
  const sentences: Readonly<Record<string, string>> = words.details;
  return fill<string>(sentences[state] ?? words.plain[state], { details: named });
}

export function fixWords(state: Exclude<HealthState, 'right'>): string {
  return words.fixes[state];
}
