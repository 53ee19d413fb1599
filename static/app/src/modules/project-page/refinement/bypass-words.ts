/**
 * How a story came past Ready, in a sentence. Pure but for the day it is.
 */
import type { BypassView } from '../../../../../../src/reads/story-view';
import { isoToday, shortDay } from '../../../shared/days';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill } from '../../../shared/strings/fill';

export function bypassWords({ how, at, by }: BypassView, timezone: string): string {
  const words = refinement.bypass;
  if (at === undefined) return words.undated;
  const day = shortDay(isoToday(timezone, new Date(at)), isoToday(timezone));
  if (by === undefined) return fill(how === 'moved' ? words.movedNobody : words.createdNobody, { day });
  return fill(how === 'moved' ? words.moved : words.created, { name: by.name, day });
}
