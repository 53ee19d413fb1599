/**
 * The project in which the page stands, and which tab its address names. Pure.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-page/#extension-context
 */
import * as v from 'valibot';
import { NUMERIC_ID, PROJECT_KEY } from '../../../../../src/domain/identifiers';

const placeSchema = v.object({
  project: v.object({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(NUMERIC_ID)),
    key: v.pipe(v.string(), v.regex(PROJECT_KEY)),
  }),
});

export interface PagePlace {
  readonly projectId: string;
  readonly projectKey: string;
}

/** `undefined` outside a project. */
export function placeOf(extension: unknown): PagePlace | undefined {
  const parsed = v.safeParse(placeSchema, extension);
  return parsed.success ? { projectId: parsed.output.project.id, projectKey: parsed.output.project.key } : undefined;
}

/** The tabs, in their order; the first is the one of an address that names none. */
export const PAGE_TABS = ['overview', 'refinement', 'risks', 'hygiene', 'report'] as const;
export type PageTab = (typeof PAGE_TABS)[number];

/** Where a path of the page leads: a tab, and what the tab itself understands ("bypasses" of "/refinement/bypasses"). */
export interface Spot {
  readonly tab: PageTab;
  readonly within: string;
}

export function spotOf(path: string): Spot {
  const [, first = '', within = ''] = path.split('/');
  const tab = PAGE_TABS.find((name) => name === first);
  return tab === undefined ? { tab: PAGE_TABS[0], within: '' } : { tab, within };
}

export function pathOf({ tab, within }: Spot): string {
  if (within !== '') return `/${tab}/${within}`;
  return tab === PAGE_TABS[0] ? '/' : `/${tab}`;
}
