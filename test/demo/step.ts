/**
 * One thing that somebody did in the demo world. Types only.
 */
import type { ReportText } from '../../src/domain/report';
import type { Block } from './adf';
import type { PersonName } from './people';
import type { Position, RiskData } from './risk';
import type { Decision, SprintName, VersionName } from './stories';

export interface MadeIssue {
  readonly type: 'Epic' | 'Story' | 'Task' | 'Bug' | 'Security Risk';
  readonly summary: string;
  readonly text: readonly Block[];
  readonly criteria?: readonly string[];
  readonly points?: number;
  readonly labels?: readonly string[];
  /** Key of the epic. */
  readonly parent?: string;
  readonly sprint?: SprintName;
  readonly version?: VersionName;
  readonly assignee?: PersonName;
}

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What is written on a risk after it was made; what is undefined is left alone. */
export type RiskFacts = Optional<
  Pick<
    RiskData,
    | 'text'
    | 'treatment'
    | 'owner'
    | 'nextReview'
    | 'due'
    | 'businessImpact'
    | 'abuseCase'
    | 'asset'
    | 'infoSecReference'
  >
>;

export type Deed =
  | { readonly do: 'setUp' }
  /** The app's schedule that counts each day once comes, whoever is at work. */
  | { readonly do: 'count' }
  /** The key is the one that Jira must give. */
  | { readonly do: 'make'; readonly key: string; readonly issue: MadeIssue }
  /** Through the app: a security risk to which the story is exposed. */
  | { readonly do: 'makeFromStory'; readonly key: string; readonly story: string; readonly summary: string }
  | { readonly do: 'rewrite'; readonly key: string; readonly text: readonly Block[] }
  | { readonly do: 'edit'; readonly key: string; readonly facts: RiskFacts }
  /** Through the app. */
  | { readonly do: 'score'; readonly key: string; readonly kind: 'inherent' | 'residual'; readonly position: Position }
  /** Through the app, or as Jira's own bulk edit does it. */
  | { readonly do: 'assess'; readonly key: string; readonly decision: Decision; readonly through: 'app' | 'bulk edit' }
  | {
      readonly do: 'link';
      readonly type: 'mitigates' | 'threatens' | 'secures';
      readonly from: string;
      readonly to: string;
    }
  /** Through the app. `round` tells the requests on one risk apart. */
  | {
      readonly do: 'askAcceptance';
      readonly key: string;
      readonly round: number;
      readonly why: string;
      readonly until: string;
      readonly of: PersonName;
    }
  /** Through the app, on the request that waits. */
  | {
      readonly do: 'decideAcceptance';
      readonly key: string;
      readonly round: number;
      readonly verdict: 'accept' | 'decline';
      readonly note: string | undefined;
    }
  /** Through the app: what somebody types into the report of Web Shop; then it is frozen. */
  | { readonly do: 'writeReport'; readonly text: ReportText }
  | { readonly do: 'freezeReport' }
  /** Through the app: "looked at, still true". */
  | { readonly do: 'review'; readonly key: string; readonly note: string; readonly nextReview: string }
  | { readonly do: 'move'; readonly key: string; readonly to: string }
  | { readonly do: 'comment'; readonly key: string; readonly text: string };

/** `at` in epoch milliseconds. */
export type Step = { readonly at: number; readonly by: PersonName } & Deed;
