/**
 * The table "Why this hint", and which topics are named. Pure.
 */
import type { Hint, HintAgainst } from '../../../../../src/domain/hints/hint';
import type { Topic } from '../../../../../src/domain/hints/topics';

export interface EvidenceLine {
  readonly words: string;
  readonly topic: Topic;
  readonly source: string;
  /** At most one digit behind the point. */
  readonly counts: string;
}

/** Words that take something away, because they say what the story is about instead. */
export interface AgainstLine {
  readonly words: string;
  readonly about: HintAgainst['about'];
  readonly counts: string;
}

export interface EvidenceSum {
  readonly lines: readonly EvidenceLine[];
  readonly against: readonly AgainstLine[];
  readonly total: string;
  readonly threshold: string;
}

/** The strongest line first. */
export function evidenceSum({ evidence, against, total, threshold }: Hint): EvidenceSum {
  return {
    lines: evidence.map(({ words, topic, source, weight }) => ({
      words: onOneLine(words),
      topic,
      source,
      counts: rounded(weight),
    })),
    against: against.map(({ words, about, weight }) => ({ words: onOneLine(words), about, counts: rounded(weight) })),
    total: rounded(total),
    threshold: rounded(threshold),
  };
}

/** The words that speak for one topic, the strongest first. */
export function quotedWordsOf(hint: Hint, topic: Topic, atMost: number): readonly string[] {
  return quotedWords({ ...hint, evidence: hint.evidence.filter((one) => one.topic === topic) }, atMost);
}

/** The words that speak for the hint, the strongest first; each once, whatever its case. */
export function quotedWords({ evidence }: Hint, atMost: number): readonly string[] {
  const seen = new Map<string, string>();
  for (const { words } of evidence) {
    const plain = onOneLine(words);
    const key = plain.toLowerCase();
    if (!seen.has(key)) seen.set(key, plain);
  }
  return [...seen.values()].slice(0, atMost);
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}

function rounded(weight: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(weight);
}
