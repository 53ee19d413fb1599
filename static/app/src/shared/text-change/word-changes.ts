/**
 * Which words of a text are other words now. Compared are words alone, as domain/changed-text.ts does: markup, white
 * space, punctuation and case are no difference. Pure.
 */
import { diffArrays } from 'diff';
import { wordsIn } from '../../../../../src/domain/words-in';

/** A word and where it stands, in UTF-16 units. */
export interface TextWord {
  /** As it is compared (domain/words-in.ts). */
  readonly same: string;
  readonly start: number;
  readonly end: number;
}

/** Words that stand on both sides, or words of one side in the place of words of the other. `to` is behind the last. */
export interface WordRun {
  readonly changed: boolean;
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** Beyond so many words taken away and added, the text is simply another one: the search for words kept ends. */
const EDITS_AT_MOST = 1_000;
/** A few words kept within a larger change say nothing: "the" stands in every sentence. */
const KEPT_BY_CHANCE = 3;

export function textWords(text: string): readonly TextWord[] {
  // Invisible signs within a word, such as a soft hyphen, belong to it.
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*/gu)].map(({ 0: word, index }) => {
    return { same: wordsIn(word).join(' '), start: index, end: index + word.length };
  });
}

/** All words of both sides in their order, in runs of which no two neighbours are alike. */
export function wordChanges(before: readonly TextWord[], after: readonly TextWord[]): readonly WordRun[] {
  const first = commonStart(before, after);
  const last = commonEnd(before, after, first);
  const [oldWords, newWords] = [before.slice(first, before.length - last), after.slice(first, after.length - last)];
  const same = (words: readonly TextWord[]) => words.map((word) => word.same);
  const parts = diffArrays(same(oldWords), same(newWords), { maxEditLength: EDITS_AT_MOST }) ?? [
    { removed: true, added: false, count: oldWords.length },
    { removed: false, added: true, count: newWords.length },
  ];
  return withoutChance(
    runsOf([{ removed: false, added: false, count: first }, ...parts, { removed: false, added: false, count: last }]),
  );
}

interface Part {
  readonly removed: boolean;
  readonly added: boolean;
  readonly count: number;
}

function runsOf(parts: readonly Part[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [before, after] = [0, 0];
  for (const { removed, added, count } of parts) {
    const next = { before: before + (added ? 0 : count), after: after + (removed ? 0 : count) };
    if (count > 0) {
      addRun(runs, {
        changed: removed || added,
        beforeFrom: before,
        beforeTo: next.before,
        afterFrom: after,
        afterTo: next.after,
      });
    }
    ({ before, after } = next);
  }
  return runs;
}

/** What is taken away and what is added in the same place is one change. */
function addRun(runs: WordRun[], run: WordRun): void {
  const previous = runs.at(-1);
  if (previous?.changed !== run.changed) runs.push(run);
  else runs[runs.length - 1] = joined(previous, run);
}

function withoutChance(runs: readonly WordRun[]): readonly WordRun[] {
  const kept: WordRun[] = [];
  runs.forEach((run, index) => {
    const [left, right] = [kept.at(-1), runs[index + 1]];
    const length = run.afterTo - run.afterFrom;
    const byChance =
      !run.changed &&
      left !== undefined &&
      right !== undefined &&
      length <= KEPT_BY_CHANCE &&
      length < sizeOf(left) &&
      length < sizeOf(right);
    addRun(kept, byChance ? { ...run, changed: true } : run);
  });
  return kept;
}

/** The longer of the two sides. */
function sizeOf({ beforeFrom, beforeTo, afterFrom, afterTo }: WordRun): number {
  return Math.max(beforeTo - beforeFrom, afterTo - afterFrom);
}

function joined(one: WordRun, next: WordRun): WordRun {
  return { ...one, beforeTo: next.beforeTo, afterTo: next.afterTo };
}

function commonStart(before: readonly TextWord[], after: readonly TextWord[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count]?.same === after[count]?.same) count += 1;
  return count;
}

function commonEnd(before: readonly TextWord[], after: readonly TextWord[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before.at(-1 - count)?.same === after.at(-1 - count)?.same) count += 1;
  return count;
}
