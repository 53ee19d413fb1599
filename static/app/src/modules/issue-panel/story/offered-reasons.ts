/**
 * The reasons that a project offers for “not relevant”. Pure.
 */
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import { panel } from '../../../shared/strings/en-panel';

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
      return panel.reasons[reason.reason];
    case 'own':
      return reason.text;
    case 'other':
      return panel.reasons.otherAsks;
  }
}
