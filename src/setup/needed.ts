/**
 * What Shift-Up needs on a site: names, descriptions and options. Pure data; looked up by id once it is made.
 */
import { LEVELS, SCALE } from '../domain/level';
import type { StatusCategory } from '../domain/progress';
import { NOT_RELEVANT_REASONS, REASON_OPTION, RELEVANCE_OPTION } from '../domain/relevance';
import { TREATMENTS, type FieldName, type LinkType, type LinkTypeName } from '../domain/site-setup';

export const RISK_TYPE = {
  name: 'Security Risk',
  description:
    'What could happen to the product, how likely and how bad. Its level, owner and enablers are kept by Shift-Up.',
} as const;

/** Kinds of custom fields, as Jira names type and searcher. */
const JIRA_FIELD = 'com.atlassian.jira.plugin.system.customfieldtypes:';
export const FIELD_KINDS = {
  select: { type: `${JIRA_FIELD}select`, searcherKey: `${JIRA_FIELD}multiselectsearcher` },
  user: { type: `${JIRA_FIELD}userpicker`, searcherKey: `${JIRA_FIELD}userpickergroupsearcher` },
  date: { type: `${JIRA_FIELD}datepicker`, searcherKey: `${JIRA_FIELD}daterange` },
  paragraph: { type: `${JIRA_FIELD}textarea`, searcherKey: `${JIRA_FIELD}textsearcher` },
  labels: { type: `${JIRA_FIELD}labels`, searcherKey: `${JIRA_FIELD}labelsearcher` },
  url: { type: `${JIRA_FIELD}url`, searcherKey: `${JIRA_FIELD}exacttextsearcher` },
} as const;

/** An option: what it means in the code, and what it is called in Jira. */
export interface NeededOption {
  readonly meaning: string;
  readonly value: string;
}

export interface NeededField {
  readonly name: string;
  readonly description: string;
  readonly kind: keyof typeof FIELD_KINDS;
  /** In the order in which Jira lists and sorts them. */
  readonly options?: readonly NeededOption[];
}

const ratings = SCALE.map((rating) => ({ meaning: String(rating), value: String(rating) }));
/** Low to Critical, so that sorting a list by level descending begins with Critical. */
const levels = LEVELS.map((level) => ({ meaning: level, value: level }));

export const NEEDED_FIELDS: Readonly<Record<FieldName, NeededField>> = {
  securityRelevance: {
    name: 'Security relevance',
    description: 'Whether this story matters for security. Empty: nobody has assessed it yet.',
    kind: 'select',
    options: (['relevant', 'notRelevant'] as const).map((meaning) => ({ meaning, value: RELEVANCE_OPTION[meaning] })),
  },
  relevanceReason: {
    name: 'Relevance reason',
    description: 'Why the story is not relevant for security.',
    kind: 'select',
    options: NOT_RELEVANT_REASONS.map((meaning) => ({ meaning, value: REASON_OPTION[meaning] })),
  },
  likelihood: {
    name: 'Likelihood',
    description: 'How likely the risk is before mitigation: 1 rare to 5 almost certain.',
    kind: 'select',
    options: ratings,
  },
  impact: {
    name: 'Impact',
    description: 'How bad it would be before mitigation: 1 negligible to 5 severe.',
    kind: 'select',
    options: ratings,
  },
  residualLikelihood: {
    name: 'Residual likelihood',
    description: 'How likely the risk is after mitigation: 1 rare to 5 almost certain.',
    kind: 'select',
    options: ratings,
  },
  residualImpact: {
    name: 'Residual impact',
    description: 'How bad it would be after mitigation: 1 negligible to 5 severe.',
    kind: 'select',
    options: ratings,
  },
  riskLevel: {
    name: 'Risk level',
    description: 'Follows from likelihood and impact; written by Shift-Up.',
    kind: 'select',
    options: levels,
  },
  residualLevel: {
    name: 'Residual level',
    description: 'Follows from residual likelihood and impact; written by Shift-Up.',
    kind: 'select',
    options: levels,
  },
  treatment: {
    name: 'Treatment',
    description: 'What is done about the risk.',
    kind: 'select',
    options: TREATMENTS.map((treatment) => ({ meaning: treatment, value: treatment })),
  },
  riskOwner: { name: 'Risk owner', description: 'Who answers for the risk.', kind: 'user' },
  nextReview: { name: 'Next review', description: 'When the owner looks at the risk again.', kind: 'date' },
  acceptanceExpires: {
    name: 'Acceptance expires',
    description: 'Until when the decision to live with the risk holds.',
    kind: 'date',
  },
  businessImpact: {
    name: 'Business impact',
    description: 'What it would mean for the business, in words that anybody understands.',
    kind: 'paragraph',
  },
  abuseCase: { name: 'Abuse case', description: 'How somebody would go about it.', kind: 'paragraph' },
  asset: { name: 'Asset', description: 'What is worth protecting here.', kind: 'labels' },
  infoSecReference: {
    name: 'InfoSec reference',
    description: 'Address of the same risk in the register of the security office.',
    kind: 'url',
  },
};

/** Fields on stories; all others are on security risks. */
export const STORY_FIELDS = ['securityRelevance', 'relevanceReason'] as const satisfies readonly FieldName[];

export function isStoryField(field: FieldName): boolean {
  return STORY_FIELDS.some((storyField) => storyField === field);
}

export const NEEDED_LINK_TYPES: Readonly<Record<LinkTypeName, Omit<LinkType, 'id'>>> = {
  mitigates: { name: 'Mitigates', outward: 'mitigates', inward: 'is mitigated by' },
  threatens: { name: 'Threatens', outward: 'threatens', inward: 'is threatened by' },
  secures: { name: 'Secures', outward: 'secures', inward: 'is secured by' },
};

/** Fields of Jira itself on the screen of a security risk; ours stand between `description` and the rest. */
export const RISK_SCREEN = {
  name: 'Shift-Up: Security Risk',
  description: 'For creating, viewing and editing a security risk.',
  before: ['summary', 'issuetype', 'description'],
  after: ['duedate', 'priority', 'assignee', 'reporter', 'labels', 'security', 'attachment', 'issuelinks'],
} as const;

export interface NeededStatus {
  /** Its part of the step's name. */
  readonly key: string;
  readonly name: string;
  readonly category: StatusCategory;
  readonly description: string;
}

/** The first one is where a new risk begins. */
export const RISK_STATUSES = [
  {
    key: 'identified',
    name: 'Identified',
    category: 'toDo',
    description: 'A security risk that somebody saw; nobody has set its level.',
  },
  {
    key: 'assessed',
    name: 'Assessed',
    category: 'toDo',
    description: 'The level of the security risk is set; nothing is done about it yet.',
  },
  {
    key: 'inTreatment',
    name: 'In treatment',
    category: 'inProgress',
    description: 'Enablers that reduce the security risk are being done.',
  },
  {
    key: 'verification',
    name: 'Verification',
    category: 'inProgress',
    description: 'The enablers are done; somebody looks whether the security risk is smaller now.',
  },
  { key: 'closed', name: 'Closed', category: 'done', description: 'The security risk is treated or gone.' },
  {
    key: 'awaitingAcceptance',
    name: 'Awaiting acceptance',
    category: 'inProgress',
    description: 'Somebody asked to live with the security risk; nobody has decided.',
  },
  {
    key: 'accepted',
    name: 'Accepted',
    category: 'inProgress',
    description: 'The product lives with the security risk until a day.',
  },
] as const satisfies readonly NeededStatus[];
export type RiskStatus = (typeof RISK_STATUSES)[number];
export type RiskStatusName = RiskStatus['name'];

export interface NeededTransition {
  readonly name: string;
  readonly from: readonly RiskStatusName[];
  readonly to: RiskStatusName;
}

/** Named in plain words, as they stand on the button. */
export const RISK_TRANSITIONS: readonly NeededTransition[] = [
  { name: 'Set the level', from: ['Identified'], to: 'Assessed' },
  { name: 'Start treatment', from: ['Identified', 'Assessed'], to: 'In treatment' },
  { name: 'Verify', from: ['In treatment'], to: 'Verification' },
  { name: 'Not good enough yet', from: ['Verification'], to: 'In treatment' },
  { name: 'Close', from: ['Identified', 'Assessed', 'In treatment', 'Verification'], to: 'Closed' },
  {
    name: 'Ask for acceptance',
    from: ['Identified', 'Assessed', 'In treatment', 'Verification'],
    to: 'Awaiting acceptance',
  },
  { name: 'Accept', from: ['Awaiting acceptance'], to: 'Accepted' },
  { name: 'Assess again', from: ['In treatment', 'Awaiting acceptance', 'Accepted', 'Closed'], to: 'Assessed' },
];

export const RISK_WORKFLOW = {
  name: 'Shift-Up: Security Risk workflow',
  description: 'From identified to closed, or accepted until a day.',
} as const;

/** Written without case and apostrophes. Statuses and resolutions by these names end an enabler that was not done. */
const DROPPED_NAMES: ReadonlySet<string> = new Set([
  'wont do',
  'wont fix',
  'will not do',
  'duplicate',
  'declined',
  'rejected',
  'cancelled',
  'canceled',
  'obsolete',
  'abandoned',
  'invalid',
  'cannot reproduce',
  'verworfen',
  'abgelehnt',
  'abgebrochen',
  'duplikat',
]);

export function meansDropped(name: string): boolean {
  return DROPPED_NAMES.has(name.trim().toLowerCase().replace(/['’]/g, ''));
}

/** A name as Jira compares it: without case and outer white space. */
export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
