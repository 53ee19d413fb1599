/** One page of the build and what it loads before it can paint; sizes in bytes after gzip. */
export interface PageWeight {
  readonly page: string;
  readonly files: readonly string[];
  readonly scriptBytes: number;
  readonly styleBytes: number;
  readonly bytes: number;
  readonly budget: number;
}

export const PAGES: readonly string[];
export const BUDGETS: Readonly<Record<string, number>>;
export function measurePages(directory: string): Promise<readonly PageWeight[]>;
export function weightTable(pages: readonly PageWeight[]): string;
