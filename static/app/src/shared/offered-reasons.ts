/**
 * The reasons that a project offers for “not relevant”. Pure.
 */
import type { ReasonChoice } from '../../../../src/domain/project-settings';
import type { Assessment } from '../../../../src/domain/relevance';
import { reasons as words } from './strings/en-reasons';

/** `other`, which asks for a sentence, always comes last. */
export type OfferedReason = ReasonChoice | { readonly kind: 'other' };

export function offeredReasons(reasons: readonly ReasonChoice[]): readonly OfferedReason[] {
  return [...reasons, { kind: 'other' }];
}

/** Tells the reasons of one list apart. */
export function reasonName(reason: OfferedReason): string {
  switch (reason.kind) {
    case 'standard':
      return reason.reason;
    case 'own':
      return `own-${reason.optionId}`;
    case 'other':
      return 'other';
  }
}

export function reasonWords(reason: OfferedReason): string {
  switch (reason.kind) {
    case 'standard':
      return words[reason.reason];
    case 'own':
      return reason.text;
    case 'other':
      return words.otherAsks;
  }
}

/** “Not relevant” with this reason; `undefined` for `other`, which needs a sentence first. */
export function assessmentOf(reason: OfferedReason): Assessment | undefined {
  switch (reason.kind) {
    case 'standard':
      return { relevance: 'notRelevant', reason: reason.reason };
    case 'own':
      return { relevance: 'notRelevant', reason: 'own', optionId: reason.optionId };
    case 'other':
      return undefined;
  }
}
