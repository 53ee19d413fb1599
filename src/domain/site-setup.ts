/**
 * What set-up recorded: the ids through which everything Shift-Up made is found, never by display name.
 */
import type { Level, Rating } from './level';
import type { NotRelevantReason } from './relevance';

/** The custom fields Shift-Up makes. */
export const FIELDS = [
  'securityRelevance',
  'relevanceReason',
  'likelihood',
  'impact',
  'residualLikelihood',
  'residualImpact',
  'riskLevel',
  'residualLevel',
  'treatment',
  'riskOwner',
  'nextReview',
  'acceptanceExpires',
  'businessImpact',
  'abuseCase',
  'asset',
  'infoSecReference',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** The link types Shift-Up makes. Outward: "A mitigates B", "A threatens B", "A secures B". */
export const LINK_TYPES = ['mitigates', 'threatens', 'secures'] as const;
export type LinkTypeName = (typeof LINK_TYPES)[number];

export interface LinkType {
  readonly id: string;
  readonly name: string;
  /** "is mitigated by" */
  readonly inward: string;
  /** "mitigates" */
  readonly outward: string;
}

/** The option ids of one single select, by what the option means. */
export interface OptionIds {
  readonly securityRelevance: Readonly<Record<'relevant' | 'notRelevant', string>>;
  readonly relevanceReason: Readonly<Record<NotRelevantReason, string>>;
  readonly likelihood: Readonly<Record<Rating, string>>;
  readonly impact: Readonly<Record<Rating, string>>;
  readonly residualLikelihood: Readonly<Record<Rating, string>>;
  readonly residualImpact: Readonly<Record<Rating, string>>;
  readonly riskLevel: Readonly<Record<Level, string>>;
  readonly residualLevel: Readonly<Record<Level, string>>;
  readonly treatment: Readonly<Record<Treatment, string>>;
}

export const TREATMENTS = ['Mitigate', 'Accept', 'Transfer', 'Avoid'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** The ids of one site. Complete: a site is set up or it is not. */
export interface SiteSetup {
  readonly version: 1;
  readonly riskTypeId: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly options: OptionIds;
  readonly linkTypes: Readonly<Record<LinkTypeName, LinkType>>;
  /** Statuses and resolutions that end an enabler without doing it. */
  readonly droppedStatusIds: readonly string[];
  readonly droppedResolutionIds: readonly string[];
}

/** The settings of one project that Shift-Up was added to. */
export interface ProjectSetup {
  readonly version: 1;
  readonly projectId: string;
  /** Issue types whose relevance is assessed. At least one. */
  readonly storyTypeIds: readonly string[];
}
