/**
 * How wide the columns are. Pure.
 */
import type { Column } from '../columns';

/** The first takes what is left. Status and age give way where there is little room; they then stand below the title. */
const WIDTH: Readonly<Record<Column, string>> = {
  risk: 'minmax(9rem, 1fr)',
  inherent: '6rem',
  residual: '6rem',
  owner: '8.5rem',
  treatment: '5rem',
  status: 'var(--status-width)',
  enablers: '7.25rem',
  nextReview: '7rem',
  age: 'var(--age-width)',
};

/** As `grid-template-columns` has it; the box to tick comes first. */
export function templateOf(columns: readonly Column[]): string {
  return ['1.5rem', ...columns.map((column) => WIDTH[column])].join(' ');
}
