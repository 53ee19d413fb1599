/**
 * What stands on the slide, in words and shares, with nothing left to decide. Types only.
 */
import type { Level } from '../../../../../../../src/domain/level';
import type { LightState } from '../../../../../../../src/domain/light';
import type { ReportBlock } from '../../../../../../../src/domain/report';
import type { TrendPicture } from '../../../../shared/trend/trend-picture';

export interface Slide {
  readonly kind: 'draft' | 'frozen';
  readonly label: string;
  /** What it is about, and from when to when. */
  readonly what: string;
  readonly headline: string;
  readonly open: Linked & { readonly words: string; readonly change: Change | undefined };
  /** Open risks day by day; missing where there is no line to draw. */
  readonly history: { readonly picture: TrendPicture; readonly today: string; readonly caption: string } | undefined;
  /** In their order. */
  readonly blocks: readonly BlockOnSlide[];
  readonly closed: LinesOnSlide;
  readonly worse: LinesOnSlide;
  readonly decisions: LinesOnSlide;
  readonly foot: { readonly state: string; readonly note: string };
}

/** A number and, in a draft, the query that opens exactly the issues behind it. */
export interface Linked {
  readonly count: number;
  readonly jql: string | undefined;
}

export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  readonly text: string;
}

export interface BlockOnSlide {
  readonly block: ReportBlock;
  readonly name: string;
  readonly light: LightState;
  readonly rule: string;
  readonly sentence: string;
  readonly chart: Chart | undefined;
  readonly source: string;
  /** Opens what the team's query counts. */
  readonly jql: string | undefined;
}

export type Chart =
  | {
      readonly kind: 'timeline';
      readonly label: string;
      readonly from: string;
      readonly to: string;
      readonly events: readonly { readonly share: number; readonly day: string; readonly closed: boolean }[];
    }
  | {
      readonly kind: 'bars';
      readonly label: string;
      readonly bars: readonly {
        readonly id: string;
        readonly day: string;
        readonly count: number;
        readonly isNow: boolean;
      }[];
    }
  | {
      readonly kind: 'levels';
      readonly label: string;
      readonly levels: readonly (Linked & { readonly level: Level; readonly change: string })[];
      readonly unscored: number;
    }
  | {
      readonly kind: 'versions';
      readonly rows: readonly (Linked & {
        readonly id: string;
        readonly name: string;
        readonly when: string;
        readonly done: number;
        readonly change: string;
        readonly label: string;
      })[];
    }
  | {
      readonly kind: 'parts';
      readonly label: string;
      readonly parts: readonly (Linked & { readonly look: 'done' | 'inProgress' | 'toDo'; readonly name: string })[];
    };

export interface LinesOnSlide {
  readonly heading: string;
  /** Said where there are no lines. */
  readonly none: string;
  readonly lines: readonly LineOnSlide[];
  /** What did not fit, and what this viewer may not see. */
  readonly rest: readonly string[];
}

export interface LineOnSlide {
  readonly id: string;
  readonly lead: string;
  readonly text: string;
  readonly sub: string;
  readonly issueKey: string | undefined;
}
