/**
 * How long a hint takes: on ordinary stories, and on texts made to be slow.
 */
import { hintOf } from '../../src/domain/hints/hint';
import type { LabelledStory } from './hint-score';

/** Size of a hostile text, in letters. */
export const HOSTILE_SIZE = 100_000;

/** Each is repeated up to the size. */
const HOSTILE = [
  'only ',
  'only user can access user can ',
  'not ',
  'password ',
  'colour only user can access ',
  'no changes to ',
  'data only other user prevent ',
  'prevent access deny ',
  'a',
  'berechtigung',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '`',
  '```',
  '{code',
  '<!--',
  '](http://',
  '<a ',
  '. ',
  '\n',
  '😀',
];

export interface HintSpeed {
  /** Milliseconds, median over the stories. */
  readonly medianMs: number;
  readonly slowest: { readonly text: string; readonly ms: number };
}

export function measureHintSpeed(stories: readonly LabelledStory[]): HintSpeed {
  for (const { summary } of stories) hintOf({ summary });
  const times = stories.map(({ summary, description }) => {
    return timed(() => hintOf(description == null ? { summary } : { summary, description }));
  });
  times.sort((a, b) => a - b);
  const hostile = HOSTILE.map((text) => {
    const description = text.repeat(Math.ceil(HOSTILE_SIZE / text.length)).slice(0, HOSTILE_SIZE);
    const runs = [0, 1, 2].map(() => timed(() => hintOf({ summary: '', description })));
    // The first runs pay for compiling; what a person waits for is the ordinary one.
    return { text: text.trim(), ms: Math.min(...runs) };
  });
  const [slowest = { text: '', ms: 0 }] = hostile.sort((a, b) => b.ms - a.ms);
  return { medianMs: times[Math.floor(times.length / 2)] ?? 0, slowest };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
