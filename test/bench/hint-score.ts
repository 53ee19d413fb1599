/**
 * How well the hints agree with labelled stories.
 */
import * as v from 'valibot';
import { hintOf } from '../../src/domain/hints/hint';

const labelled = v.object({
  summary: v.string(),
  description: v.optional(v.nullable(v.string())),
  relevant: v.boolean(),
});
export type LabelledStory = v.InferOutput<typeof labelled>;

export interface HintScore {
  readonly n: number;
  /** Of the stories with a hint, the share that is relevant. 0 where no story has one. */
  readonly precision: number;
  /** Of the relevant stories, the share with a hint. 0 where none is relevant. */
  readonly recall: number;
  readonly f1: number;
}

/** One JSON object a line; empty lines are left out. @throws Error that names the line. */
export function parseLabelled(text: string): readonly LabelledStory[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = v.safeParse(labelled, parseJson(line));
    if (!parsed.success) {
      throw new Error(`Line ${index + 1} is not {"summary", "description"?, "relevant": true|false}.`);
    }
    return [parsed.output];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function hasHint({ summary, description }: LabelledStory): boolean {
  return hintOf(description == null ? { summary } : { summary, description }) !== undefined;
}

export function scoreOf(stories: readonly LabelledStory[]): HintScore {
  const hinted = stories.filter(hasHint);
  const found = hinted.filter(({ relevant }) => relevant).length;
  const all = stories.filter(({ relevant }) => relevant).length;
  const precision = ratio(found, hinted.length);
  const recall = ratio(found, all);
  return { n: stories.length, precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
