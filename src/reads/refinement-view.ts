/**
 * What the page Refinement shows, as the viewer may see it. Types only; the reads are in refinement.ts.
 */
import type { Level } from '../domain/level';
import type { Missing } from '../domain/readiness';
import type { Relevance } from '../domain/relevance';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { PersonView, RiskStatus } from './risk-view';
import type { BypassView, StoryHint, StoryText } from './story-view';

/**
 * The lists of the meeting, in their order; all of open stories, by rank.
 * - `unassessed`: nobody decided yet;
 * - `unanswered`: relevant, without an enabler or a risk (criteria are seen once the row is read);
 * - `enablersNotReady`: stories that mitigate a risk or secure a story, and are not ready themselves;
 * - `bypasses`: not ready, and in a status where they should be.
 */
export const REFINEMENT_LISTS = ['unassessed', 'unanswered', 'enablersNotReady', 'bypasses'] as const;
export type RefinementList = (typeof REFINEMENT_LISTS)[number];

/** What the lists of one project are read by; found once, when the page opens. */
export interface RefinementBasis {
  /** The site's ids, and those that hold in this project. */
  readonly site: SiteSetup;
  readonly setup: SiteSetup;
  readonly project: ProjectSetup;
  /** Statuses in which a story should be ready: as chosen, or the project's default. */
  readonly readyStatusIds: readonly string[];
  /** Open Critical and High risks that nobody owns, the most severe ones; empty where the project does not ask for owners. */
  readonly unownedRiskKeys: readonly string[];
  /** Fields of Jira Software; without a rank the lists go by priority. */
  readonly rankField: string | undefined;
  readonly pointsFields: readonly string[];
  /** What the viewer may do in the project. Single issues may differ; Jira says so when it is tried. */
  readonly may: { readonly edit: boolean; readonly link: boolean; readonly move: boolean; readonly create: boolean };
}

/** Counts of the whole project's open stories; one request each, side by side. */
export interface RefinementCounts {
  readonly relevant: number;
  readonly notRelevant: number;
  readonly unassessed: number;
  /** What Jira's search finds by native facts; a list may show fewer once rows are read, and then says so. */
  readonly lists: Readonly<Record<RefinementList, number>>;
  /** The query of each list, for "Open in Jira". */
  readonly jql: Readonly<Record<RefinementList, string>>;
}

/** A security risk on a row. */
export interface RowRisk {
  readonly key: string;
  readonly summary: string;
  readonly level: Level | undefined;
  readonly relation: 'mitigates' | 'threatened';
}

export interface RefinementRow {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly typeName: string;
  readonly status: RiskStatus;
  /** Story points, where the site has the field and it has a value. */
  readonly points: number | undefined;
  readonly parent: { readonly key: string; readonly summary: string } | undefined;
  readonly assignee: PersonView | undefined;
  readonly relevance: Relevance;
  /** The story's words, with or without a hint in them. */
  readonly text: StoryText;
  readonly hint: StoryHint | undefined;
  /** What readiness misses, as far as the row tells it. */
  readonly missing: readonly Missing[];
  readonly risks: readonly RowRisk[];
  /** When (ISO instant) and by whom the story was created. */
  readonly made: { readonly at: string | undefined; readonly by: PersonView | undefined };
  /** The lists it belongs to now; empty when there is nothing to do about it. */
  readonly lists: readonly RefinementList[];
  /** Only in `bypasses`, once the history was read (readBypasses). */
  readonly bypass: BypassView | undefined;
}

/** Where a list goes on: handed back as it came. */
export interface RefinementNext {
  readonly jql: string;
  readonly token: string;
  /** Tokens of the pages before: one that comes again leads round. */
  readonly asked: readonly string[];
  readonly changedIds: readonly string[];
}

/**
 * One page of a list. Rows that are no part of it, seen with everything, are left out and counted: a page may be short
 * or empty although there is a next one.
 */
export interface RefinementPage {
  readonly rows: readonly RefinementRow[];
  /** Read, but not part of the list on a closer look (for example answered by criteria). */
  readonly leftOut: number;
  /** For the next page; missing after the last one. */
  readonly next?: RefinementNext;
}
