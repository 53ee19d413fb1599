/**
 * What is kept beside an assessment, in an issue property: the sentence of the reason `other`, and evidence of the text
 * that was assessed. Anybody who may edit the issue may also write it, so it informs and is never trusted. Pure.
 */
import { OTHER_REASON_MAX, RELEVANCES, type Assessment, type NotRelevantReason, type Relevance } from './relevance';
import { TEXT_HASH } from './text-hash';

/** Key of the issue property. */
export const ASSESSMENT_PROPERTY = 'shift-up.assessment';

export interface AssessmentRecord {
  readonly version: 1;
  readonly relevance: Relevance;
  /** The option of an own reason is in the field alone. */
  readonly reason?: NotRelevantReason | 'own';
  readonly text?: string;
  /** See text-hash.ts. */
  readonly textHash: string;
  /** When the text was as the hash has it: at the assessment, at a confirmation, or at an edit of our own. ISO instant. */
  readonly textAt: string;
  /** Of the last "still holds". ISO instant. */
  readonly confirmedAt?: string;
}

export function assessmentRecord(assessment: Assessment, textHash: string, textAt: string): AssessmentRecord {
  const base = { version: 1, relevance: assessment.relevance, textHash, textAt } as const;
  if (assessment.relevance !== 'notRelevant') return base;
  if (assessment.reason !== 'other') return { ...base, reason: assessment.reason };
  return { ...base, reason: assessment.reason, text: assessment.text };
}

/** The evidence in a stored record; `undefined` for anything that this app did not write like this. */
export function evidenceIn(
  record: unknown,
): Pick<AssessmentRecord, 'relevance' | 'textHash' | 'textAt' | 'confirmedAt'> | undefined {
  if (!isRecord(record) || record.version !== 1) return undefined;
  const { relevance, textHash, textAt, confirmedAt } = record;
  const known = RELEVANCES.find((each) => each === relevance);
  if (known === undefined || typeof textHash !== 'string' || !TEXT_HASH.test(textHash)) return undefined;
  if (!isInstant(textAt)) return undefined;
  return { relevance: known, textHash, textAt, ...(isInstant(confirmedAt) ? { confirmedAt } : {}) };
}

/** The same record with the text of now as evidence: the reason stays, where it is of the same relevance. */
export function withEvidence(
  record: unknown,
  evidence: Pick<AssessmentRecord, 'relevance' | 'textHash' | 'textAt' | 'confirmedAt'>,
): Readonly<Record<string, unknown>> {
  const same = isRecord(record) && record.relevance === evidence.relevance ? record : {};
  const text = reasonTextIn(same);
  return {
    version: 1,
    ...(typeof same.reason === 'string' ? { reason: same.reason } : {}),
    ...(text === undefined ? {} : { text }),
    ...(isInstant(same.confirmedAt) ? { confirmedAt: same.confirmedAt } : {}),
    ...evidence,
  };
}

/** The sentence in a stored record, whatever else it holds; `undefined` where there is none. */
export function reasonTextIn(record: unknown): string | undefined {
  if (!isRecord(record)) return undefined;
  const { text } = record;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, OTHER_REASON_MAX) : undefined;
}

/** As this app writes instants; anything else could not be compared as text. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
