/**
 * What set-up recorded: the ids through which everything Shift-Up made is found, never by display name.
 */
import type { Level, Rating } from './level';
import type { ProjectSettings } from './project-settings';
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

/** The statuses of the risk workflow, in its order. */
export const RISK_STATUS_KEYS = [
  'identified',
  'assessed',
  'inTreatment',
  'verification',
  'closed',
  'awaitingAcceptance',
  'accepted',
] as const;
export type RiskStatusKey = (typeof RISK_STATUS_KEYS)[number];

/** The ids of one site. Complete: a site is set up or it is not. */
export interface SiteSetup {
  readonly version: 1;
  readonly riskTypeId: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly options: OptionIds;
  readonly linkTypes: Readonly<Record<LinkTypeName, LinkType>>;
  /**
   * Missing where set-up ran before these ids were kept here (running it again adds them), and in team-managed projects,
   * whose statuses are their own: nothing can be moved by these then.
   */
  readonly riskStatusIds?: Readonly<Record<RiskStatusKey, string>>;
  /** Statuses and resolutions that end an enabler without doing it. */
  readonly droppedStatusIds: readonly string[];
  readonly droppedResolutionIds: readonly string[];
  /** Only from `setupOf`: fields that a team-managed project does not have. Nothing can be written to them. */
  readonly missingFields?: readonly FieldName[];
}

/** Ids of what an admin made by hand in a team-managed project; they stand in the place of the site's. */
export interface OwnIds {
  readonly riskTypeId: string;
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** Option ids of the project's own selects, by what the option means. */
  readonly options: Readonly<Partial<Record<FieldName, Readonly<Record<string, string>>>>>;
}

/** What is kept of one project that Shift-Up was added to. */
export interface ProjectSetup {
  readonly version: 2;
  readonly projectId: string;
  /** Issue types whose relevance is assessed. At least one. */
  readonly storyTypeIds: readonly string[];
  /** Counts up with every save. */
  readonly revision: number;
  readonly settings: ProjectSettings;
  /** Only in team-managed projects. */
  readonly own?: OwnIds;
}

/**
 * The ids that hold in one project: the site's, or its own where it is team-managed. Use it wherever something is about
 * one issue or one project.
 */
export function setupOf(site: SiteSetup, project: Pick<ProjectSetup, 'own'> | undefined): SiteSetup {
  const own = project?.own;
  if (own === undefined) return site;
  const missingFields = FIELDS.filter((field) => own.fields[field] === undefined);
  const { riskStatusIds, ...shared } = site;
  return {
    ...shared,
    riskTypeId: own.riskTypeId,
    fields: { ...site.fields, ...own.fields },
    options: overlaid(site.options, own.options),
    ...(missingFields.length === 0 ? {} : { missingFields }),
  };
}

/** An option that the project's own field lacks keeps the site's id, which nothing in this project has. */
function overlaid(options: OptionIds, own: OwnIds['options']): OptionIds {
  return {
    securityRelevance: { ...options.securityRelevance, ...own.securityRelevance },
    relevanceReason: { ...options.relevanceReason, ...own.relevanceReason },
    likelihood: { ...options.likelihood, ...own.likelihood },
    impact: { ...options.impact, ...own.impact },
    residualLikelihood: { ...options.residualLikelihood, ...own.residualLikelihood },
    residualImpact: { ...options.residualImpact, ...own.residualImpact },
    riskLevel: { ...options.riskLevel, ...own.riskLevel },
    residualLevel: { ...options.residualLevel, ...own.residualLevel },
    treatment: { ...options.treatment, ...own.treatment },
  };
}
