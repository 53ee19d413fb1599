/**
 * Stories that were refused, by why. Pure.
 */
import type { RefinementRow } from '../../../../../../src/reads/refinement-view';
import { isUncertain } from '../../../shared/failure-words';
import { common } from '../../../shared/strings/en-common';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill } from '../../../shared/strings/fill';
import type { Refused } from './deeds';

export interface RefusalGroup {
  readonly reason: string;
  readonly rows: readonly RefinementRow[];
}

/** The largest group first. A story that is not among `rows` is left out. */
export function refusalGroups(refused: readonly Refused[], rows: readonly RefinementRow[]): readonly RefusalGroup[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const groups = new Map<string, RefinementRow[]>();
  for (const refusal of refused) {
    const row = byId.get(refusal.issueId);
    const reason = reasonOf(refusal);
    if (row !== undefined) groups.set(reason, [...(groups.get(reason) ?? []), row]);
  }
  return [...groups].map(([reason, found]) => ({ reason, rows: found })).sort((a, b) => b.rows.length - a.rows.length);
}

/** Ends with a colon: the stories follow. */
function reasonOf({ error }: Refused): string {
  const words = refinement.note.reasons;
  if (isUncertain(error)) return words.uncertain;
  if (error.code === 'jira-refused' && error.message !== undefined) {
    return `${fill(common.jiraSaid, { message: error.message })}:`;
  }
  switch (error.code) {
    case 'no-permission':
    case 'conflict':
    case 'not-found':
    case 'could-not-verify':
    case 'rate-limited':
    case 'jira-refused':
    case 'not-set-up':
      return words[error.code];
    default:
      return words.other;
  }
}
