/**
 * Security relevance of a story, and the reasons a "not relevant" may be given. Pure.
 */

/** What the Security relevance field says; an empty field is `unassessed`. */
export const RELEVANCES = ['unassessed', 'relevant', 'notRelevant'] as const;
export type Relevance = (typeof RELEVANCES)[number];

/** Names of the two options of the Security relevance field, as set-up makes them. */
export const RELEVANCE_OPTION = { relevant: 'Relevant', notRelevant: 'Not relevant' } as const;

/**
 * Reasons offered for "not relevant", in the order they are shown (keys 1 to 6).
 * `other` alone asks for a sentence.
 */
export const NOT_RELEVANT_REASONS = [
  'wording',
  'noSensitivePart',
  'coveredElsewhere',
  'internalTool',
  'research',
  'other',
] as const;
export type NotRelevantReason = (typeof NOT_RELEVANT_REASONS)[number];

/** Names of the options of the Relevance reason field, as set-up makes them. */
export const REASON_OPTION: Readonly<Record<NotRelevantReason, string>> = {
  wording: 'Wording or layout only',
  noSensitivePart: 'No data, login or interface touched',
  coveredElsewhere: 'Covered by another story',
  internalTool: 'Internal tool without customer data',
  research: 'Research or documentation',
  other: 'Other',
};

/** Longest sentence accepted for the reason `other`, in characters. */
export const OTHER_REASON_MAX = 255;

/** A decision about a story, as a person makes it. Impossible mixtures cannot be written down. */
export type Assessment =
  | { readonly relevance: 'relevant' }
  | { readonly relevance: 'unassessed' }
  | { readonly relevance: 'notRelevant'; readonly reason: Exclude<NotRelevantReason, 'other'> }
  /** An own reason of the project's settings, by its option in the field Relevance reason. */
  | { readonly relevance: 'notRelevant'; readonly reason: 'own'; readonly optionId: string }
  | { readonly relevance: 'notRelevant'; readonly reason: 'other'; readonly text: string };
