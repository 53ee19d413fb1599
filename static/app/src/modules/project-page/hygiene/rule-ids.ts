import type { HygieneRule } from '../../../../../../src/domain/hygiene';

/** The button that opens a rule; the focus goes there when a row has left the list. */
export function headingId(rule: HygieneRule): string {
  return `hygiene-${rule}-heading`;
}
