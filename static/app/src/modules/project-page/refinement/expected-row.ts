/**
 * A story as it will probably stand after a decision, so that the meeting need not wait for Jira. What it cannot know
 * (enablers that secure the story, criteria) is corrected when the story or its list is read again. Pure.
 */
import { MISSING } from '../../../../../../src/domain/readiness';
import type { Missing } from '../../../../../../src/domain/readiness';
import type { ReadinessChecks } from '../../../../../../src/domain/project-settings';
import type { Relevance } from '../../../../../../src/domain/relevance';
import type { RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';

export function expectedRow(row: RefinementRow, relevance: Relevance, inForce: ReadinessChecks): RefinementRow {
  const missing = expectedMissing(row, relevance, inForce);
  const stays: Readonly<Record<RefinementList, boolean>> = {
    unassessed: relevance === 'unassessed',
    unanswered: missing.includes('answer'),
    enablersNotReady: missing.length > 0 && row.lists.includes('enablersNotReady'),
    bypasses: missing.length > 0 && row.lists.includes('bypasses'),
  };
  const lists = (Object.keys(stays) as RefinementList[]).filter((list) => stays[list]);
  return { ...row, relevance, missing, lists };
}

function expectedMissing(row: RefinementRow, relevance: Relevance, inForce: ReadinessChecks): readonly Missing[] {
  if (relevance === 'unassessed') return ['assessment'];
  if (relevance === 'notRelevant') return [];
  const unanswered = inForce.answer === 'required' && row.risks.length === 0;
  return MISSING.filter(
    (check) => (check === 'answer' && unanswered) || (check === 'riskOwner' && row.missing.includes('riskOwner')),
  );
}
