/**
 * Which stories of a list are shown. Pure.
 */
import type { Topic } from '../../../../../../src/domain/hints/topics';
import type { RefinementRow } from '../../../../../../src/reads/refinement-view';

export interface Filter {
  /** Each word has to occur in key, summary, text or epic. */
  readonly words: string;
  /** `hinted`: any hint; `none`: without. */
  readonly hint: 'all' | 'hinted' | 'none' | Topic;
  /** Key of an epic; empty: all. */
  readonly epic: string;
}

export const NO_FILTER: Filter = { words: '', hint: 'all', epic: '' };

export function isFiltering({ words, hint, epic }: Filter): boolean {
  return words.trim() !== '' || hint !== 'all' || epic !== '';
}

export function filtered(rows: readonly RefinementRow[], filter: Filter): readonly RefinementRow[] {
  if (!isFiltering(filter)) return rows;
  const words = folded(filter.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => hintFits(row, filter.hint) && epicFits(row, filter.epic) && wordsFit(row, words));
}

function hintFits({ hint }: RefinementRow, wanted: Filter['hint']): boolean {
  switch (wanted) {
    case 'all':
      return true;
    case 'hinted':
      return hint !== undefined;
    case 'none':
      return hint === undefined;
    default:
      return hint?.hint.topics.includes(wanted) ?? false;
  }
}

function epicFits({ parent }: RefinementRow, epic: string): boolean {
  return epic === '' || parent?.key === epic;
}

function wordsFit({ key, text, parent }: RefinementRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = folded(`${key}\n${text.summary}\n${text.description}\n${parent?.summary ?? ''}`);
  return words.every((word) => all.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** What the filters can be set to: what occurs in these stories, the most frequent first. */
export function choicesIn(rows: readonly RefinementRow[]): {
  readonly hinted: number;
  readonly topics: readonly { readonly topic: Topic; readonly count: number }[];
  readonly epics: readonly { readonly key: string; readonly summary: string; readonly count: number }[];
} {
  const topics = new Map<Topic, number>();
  const epics = new Map<string, { key: string; summary: string; count: number }>();
  let hinted = 0;
  for (const { hint, parent } of rows) {
    if (hint !== undefined) hinted += 1;
    for (const topic of hint?.hint.topics ?? []) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    if (parent !== undefined) {
      const known = epics.get(parent.key);
      if (known === undefined) epics.set(parent.key, { ...parent, count: 1 });
      else known.count += 1;
    }
  }
  const mostFirst = (a: { readonly count: number }, b: { readonly count: number }) => b.count - a.count;
  return {
    hinted,
    topics: [...topics].map(([topic, count]) => ({ topic, count })).sort(mostFirst),
    epics: [...epics.values()].sort(mostFirst),
  };
}
