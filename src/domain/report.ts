/**
 * The report of one project for management: six blocks on one slide, what a team types into it, and what is kept of it
 * when it is frozen. Pure; JSON-safe.
 *
 * What is kept holds numbers, days, ids of issues and versions, and what the author typed: never the text of an issue, a
 * name or an account (docs/decisions/0011-what-a-report-keeps.md).
 */
import type { Level } from './level';
import type { LightState } from './light';

/** In the order of the slide. */
export const REPORT_BLOCKS = ['events', 'attempts', 'vulnerabilities', 'openRisks', 'goLive', 'requirements'] as const;
export type ReportBlock = (typeof REPORT_BLOCKS)[number];

/** Blocks that Jira does not know by itself: typed in, or counted by a query that the team chooses. */
export const TEAM_BLOCKS = ['events', 'attempts', 'vulnerabilities'] as const satisfies readonly ReportBlock[];
export type TeamBlock = (typeof TEAM_BLOCKS)[number];

/** What somebody typed about one thing that happened. */
export interface ReportEntry {
  /** ISO day on which it happened, or to which the number belongs. */
  readonly day: string;
  readonly text: string;
  /** Where it comes from ("Firewall report"). */
  readonly source: string;
  /** It is dealt with. */
  readonly closed: boolean;
}

/** A block that was typed in. `entries` empty and no `number`: no data, whatever the light says. */
export interface TypedBlock {
  readonly kind: 'typed';
  /** The author's own judgement; it has no other rule. */
  readonly light: Exclude<LightState, 'noData'>;
  /** How many there were since the last report, where somebody counted. */
  readonly number?: number;
  /** The latest first. */
  readonly entries: readonly ReportEntry[];
}

/** A block that is counted by a query of the team's own, as whoever looks at it. */
export interface CountedBlock {
  readonly kind: 'counted';
  readonly jql: string;
  /** What is counted, in the words of the team ("known weak spots in our software"). */
  readonly text: string;
  /** From how many on it is Watch, and Act now; watch < act. */
  readonly watch: number;
  readonly act: number;
}

export type TeamBlockContent = TypedBlock | CountedBlock;

/** A decision that somebody asks for, beside those that follow from the numbers. */
export interface TypedDecision {
  readonly text: string;
  /** Whose decision it is ("Steering group"). */
  readonly who: string;
  /** ISO day. */
  readonly by?: string;
}

/** What the author typed: the part of a report that no query can tell. */
export interface ReportText {
  /** One sentence; empty: it is put together from the numbers. */
  readonly headline: string;
  readonly blocks: Readonly<Record<TeamBlock, TeamBlockContent>>;
  readonly decisions: readonly TypedDecision[];
}

/** What is being written, until it is frozen. */
export interface ReportDraft extends ReportText {
  /** Counts up with every save; 0: nobody saved one yet. */
  readonly revision: number;
  /** ISO day from which a first report looks back; later ones begin where the last one was frozen. */
  readonly from?: string;
}

/** Relevant stories of one version that is not released. */
export interface VersionNumbers {
  readonly versionId: string;
  /** ISO day of the planned release. */
  readonly due?: string;
  readonly relevant: number;
  /** Those of them that an enabler secures, or whose work on a risk is linked, and that are done or in hand. */
  readonly protected: number;
}

export interface WorseRisk {
  readonly issueId: string;
  readonly level: Level;
  /** The level when the last report was frozen; missing for a risk that is new since. */
  readonly before?: Level;
}

/** A decision that follows from the numbers. */
export type ComputedDecision =
  /** A Critical or High risk that nobody owns. */
  | { readonly kind: 'owner'; readonly issueId: string }
  /** Somebody asks to live with a risk. */
  | { readonly kind: 'accept'; readonly issueId: string }
  /** An acceptance ends soon. ISO day. */
  | { readonly kind: 'keepAccepting'; readonly issueId: string; readonly until: string }
  /** A version goes live soon and stories of it are not protected. */
  | { readonly kind: 'ship'; readonly versionId: string; readonly unprotected: number };

export interface OpenOnDay {
  readonly day: string;
  readonly open: number;
}

/** Everything counted, as one person may see it. */
export interface ReportNumbers {
  /** ISO day on which it was counted. */
  readonly day: string;
  /** ISO day from which it looks back. */
  readonly from: string;
  readonly open: Readonly<Record<Level, number>>;
  readonly unscored: number;
  readonly overdueReview: number;
  readonly unowned: number;
  readonly withoutEnabler: number;
  readonly enablers: { readonly done: number; readonly inProgress: number; readonly toDo: number };
  /** By their release day; those without one last. */
  readonly versions: readonly VersionNumbers[];
  /** Relevant open stories in no version that is not released. */
  readonly unplanned: number;
  /** Counted by the team's query; missing where the block is typed, or Jira refused the query. */
  readonly counted: Readonly<Partial<Record<TeamBlock, number>>>;
  readonly lights: Readonly<Record<ReportBlock, LightState>>;
  /** Ids of risks closed since, the most severe first; at most REPORT_LIMITS.listed. */
  readonly closed: readonly string[];
  /** All of them. */
  readonly closedCount: number;
  readonly worse: readonly WorseRisk[];
  readonly worseCount: number;
  readonly decisions: readonly ComputedDecision[];
  readonly decisionCount: number;
  /** Open risks of the project by day, a missed day missing: the line as it was then. */
  readonly history: readonly OpenOnDay[];
}

/** A report that does not change any more. */
export interface Report {
  /** 1 for the first report of the project. */
  readonly number: number;
  /** ISO instant. */
  readonly frozenAt: string;
  readonly text: ReportText;
  readonly numbers: ReportNumbers;
}

/** What a list of reports, and a comparison over several of them, needs of each. */
export interface ReportListed {
  readonly number: number;
  readonly frozenAt: string;
  /** ISO day, in the time zone of the author. */
  readonly day: string;
  readonly open: number;
  /** The number of each of the team's blocks, typed or counted. */
  readonly team: Readonly<Partial<Record<TeamBlock, number>>>;
}

/** Limits of what is typed and kept. */
export const REPORT_LIMITS = {
  /** Characters: two lines on the slide. */
  headline: 100,
  text: 160,
  source: 60,
  who: 60,
  jql: 2000,
  entries: 6,
  decisions: 5,
  number: 1_000_000_000,
  versions: 10,
  /** Issues named in each list that is kept. */
  listed: 20,
  history: 100,
} as const;

export function emptyText(): ReportText {
  const typed: TypedBlock = { kind: 'typed', light: 'onTrack', entries: [] };
  return { headline: '', blocks: { events: typed, attempts: typed, vulnerabilities: typed }, decisions: [] };
}

/** What the next report begins with: the queries that the team chose, and no word of the last one. */
export function textAfter({ blocks }: ReportText): ReportText {
  const { blocks: empty } = emptyText();
  const kept = (block: TeamBlock) => (blocks[block].kind === 'counted' ? blocks[block] : empty[block]);
  return {
    headline: '',
    blocks: { events: kept('events'), attempts: kept('attempts'), vulnerabilities: kept('vulnerabilities') },
    decisions: [],
  };
}

/** The number of a team's block, however it came about. */
export function teamNumber(text: ReportText, numbers: Pick<ReportNumbers, 'counted'>, block: TeamBlock) {
  const content = text.blocks[block];
  return content.kind === 'counted' ? numbers.counted[block] : content.number;
}

export function openTotal({ open, unscored }: Pick<ReportNumbers, 'open' | 'unscored'>): number {
  return open.Low + open.Medium + open.High + open.Critical + unscored;
}

export function listedOf({ number, frozenAt, text, numbers }: Report): ReportListed {
  const team: Partial<Record<TeamBlock, number>> = {};
  for (const block of TEAM_BLOCKS) {
    const value = teamNumber(text, numbers, block);
    if (value !== undefined) team[block] = value;
  }
  return { number, frozenAt, day: numbers.day, open: openTotal(numbers), team };
}
