/**
 * What somebody else's object with our name is, in words. Pure.
 */
import type { NameConflict, PlanItem } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { fieldKindWord, optionWords, wordKind } from './happens';

const words = setUp.conflict;

/** What is there already: by whom it is used, of which kind it is, and how it differs. */
export function aboutConflict(item: PlanItem, { their, unsuitable }: NameConflict): string {
  const use = their.issues === undefined || their.issues === 0 ? '' : plural(words.use, their.issues);
  const about = fill(words.about[wordKind(item.kind)], { name: their.name, use });
  const kind =
    their.fieldKind !== undefined && unsuitable === 'otherKind'
      ? fill(words.kind, { kind: fieldKindWord(their.fieldKind) })
      : '';
  return [about, kind, optionsOf(item, their)].filter((sentence) => sentence !== '').join(' ');
}

function optionsOf({ facts }: PlanItem, { options = [], optionCount }: NameConflict['their']): string {
  if (options.length === 0) return '';
  const more = (optionCount ?? options.length) - options.length;
  const listed = optionWords(options);
  const theirs = more > 0 ? plural(words.moreOptions, more, { options: listed }) : listed;
  const needed = facts?.options ?? [];
  return needed.length === 0
    ? fill(words.optionsOnly, { options: theirs })
    : fill(words.options, { options: theirs, needed: optionWords(needed) });
}
