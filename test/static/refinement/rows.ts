/** Rows of the page Refinement for tests that need no Jira. */
import type { Topic } from '../../../src/domain/hints/topics';
import type { RefinementList, RefinementPage, RefinementRow } from '../../../src/reads/refinement-view';

export function rowOf(
  number: number,
  change: Partial<RefinementRow> & { readonly topics?: readonly Topic[] } = {},
): RefinementRow {
  const { topics, ...fields } = change;
  const text = fields.text ?? { summary: `Story ${number}`, description: '' };
  return {
    id: String(10_000 + number),
    key: `SHOP-${number}`,
    summary: text.summary,
    typeName: 'Story',
    status: { name: 'To Do', category: 'toDo' },
    points: undefined,
    parent: undefined,
    assignee: undefined,
    relevance: 'unassessed',
    text,
    hint: topics && { hint: { topics, evidence: [], against: [], total: 4, threshold: 4 }, text },
    missing: ['assessment'],
    risks: [],
    made: { at: undefined, by: undefined },
    lists: ['unassessed'],
    bypass: undefined,
    ...fields,
  };
}

export function rowsOf(count: number): readonly RefinementRow[] {
  return Array.from({ length: count }, (_, index) => rowOf(index + 1));
}

export function pageOf(rows: readonly RefinementRow[], more = false): RefinementPage {
  return { rows, leftOut: 0, ...(more ? { next: { jql: 'x', token: 't', asked: [], changedIds: [] } } : {}) };
}

export type { RefinementList };
