/**
 * What is kept beside an assessment, in an issue property: the sentence of the reason `other`, and evidence of the text
 * that was assessed. Anybody who may edit the issue may also write it, so it informs and is never trusted. Pure.
 */
import { OTHER_REASON_MAX, type Assessment, type NotRelevantReason, type Relevance } from './relevance';

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
  /** ISO instant. */
  readonly assessedAt: string;
}

export function assessmentRecord(assessment: Assessment, textHash: string, assessedAt: string): AssessmentRecord {
  const base = { version: 1, relevance: assessment.relevance, textHash, assessedAt } as const;
  if (assessment.relevance !== 'notRelevant') return base;
  if (assessment.reason !== 'other') return { ...base, reason: assessment.reason };
  return { ...base, reason: assessment.reason, text: assessment.text };
}

/** The sentence in a stored record, whatever else it holds; `undefined` where there is none. */
export function reasonTextIn(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null || !('text' in record)) return undefined;
  const { text } = record;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, OTHER_REASON_MAX) : undefined;
}
