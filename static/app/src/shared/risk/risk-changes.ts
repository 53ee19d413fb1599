/**
 * What can be changed about a risk in its panel, as changes that say what became of them.
 */
import type { RiskChanges, RiskMove } from '../../../../../src/contract/risks';
import type { Result } from '../../../../../src/contract/result';
import type { Rating } from '../../../../../src/domain/level';
import type { Treatment } from '../../../../../src/domain/site-setup';
import type { RiskView } from '../../../../../src/reads/risk-view';
import { invoke } from '../bridge';
import { shortDay } from '../days';
import { panel } from '../strings/en-panel';
import { risk as words } from '../strings/en-risk';
import { fill } from '../strings/fill';
import type { Change, NoticePlace } from '../panel/use-change';

export interface PersonChoice {
  readonly accountId: string;
  readonly name: string;
}

/** Undo only where nobody owned it before: who did is not told to the page by account. */
export function ownerChange(
  risk: RiskView,
  person: PersonChoice | undefined,
  place: NoticePlace,
  onSaved: () => void,
): Change {
  const control = 'save:owner';
  const saved = person === undefined ? words.owner.emptied : fill(words.owner.saved, { name: person.name });
  const change: Change = { ...edit(risk.id, { owner: person?.accountId ?? null }, { control, place, saved }), onSaved };
  if (risk.owner !== undefined) return change;
  return { ...change, undo: edit(risk.id, { owner: null }, { control, place, saved: words.owner.emptied }) };
}

export function treatmentChange(risk: RiskView, treatment: Treatment | undefined, onSaved: () => void): Change {
  const to = (value: Treatment | undefined) =>
    edit(
      risk.id,
      { treatment: value ?? null },
      {
        control: 'save:treatment',
        place: 'facts',
        saved:
          value === undefined
            ? words.treatment.emptied
            : fill(words.treatment.saved, { treatment: panel.risk.treatments[value] }),
      },
    );
  return { ...to(treatment), onSaved, undo: to(risk.treatment) };
}

/** Only the day, by somebody who may not comment. */
export function nextReviewChange(
  risk: RiskView,
  day: string,
  place: NoticePlace,
  today: string,
  onSaved: () => void,
): Change {
  const to = (nextReview: string | undefined) =>
    edit(
      risk.id,
      { nextReview: nextReview ?? null },
      { control: 'save:review', place, saved: savedDay(nextReview, today) },
    );
  return { ...to(day), onSaved, undo: to(risk.nextReview) };
}

export function reviewChange(
  risk: RiskView,
  review: { readonly note: string; readonly nextReview?: string; readonly idempotencyKey: string },
  place: NoticePlace,
  today: string,
  onSaved: () => void,
): Change {
  let next: string | undefined;
  return {
    control: 'save:review',
    place,
    save: async () => {
      const answer = await invoke('reviewRisk', { issueId: risk.id, ...review });
      if (answer.ok) next = answer.value.nextReview;
      return answer;
    },
    saved: () => savedDay(next, today),
    onSaved,
    refused: { conflict: words.review.closed },
  };
}

function savedDay(day: string | undefined, today: string): string {
  return fill(words.review.saved, { day: day === undefined ? words.review.nothing : shortDay(day, today) });
}

export interface Moving {
  readonly residual?: { readonly likelihood: Rating; readonly impact: Rating };
  readonly note?: string;
}

/** Moving has no undo: the workflow's own ways back are offered instead. */
export function moveChange(
  risk: Pick<RiskView, 'id'>,
  to: RiskMove,
  at: { readonly control: string; readonly place: NoticePlace },
  { residual, note }: Moving,
  onSaved?: () => void,
): Change {
  let status = '';
  return {
    ...at,
    save: async () => {
      const answer = await invoke('moveRisk', {
        issueId: risk.id,
        to,
        ...(residual === undefined ? {} : { residual }),
        ...(note === undefined ? {} : { note }),
      });
      if (answer.ok) status = answer.value.statusName;
      return answer;
    },
    saved: () => (to === 'verification' ? words.status.verifying : fill(words.status.saved, { status })),
    refused: { conflict: words.status.noWay },
    ...(onSaved === undefined ? {} : { onSaved }),
  };
}

function edit(issueId: string, changes: RiskChanges, said: Pick<Change, 'control' | 'place' | 'saved'>): Change {
  return { ...said, save: () => editOne(issueId, changes) };
}

/** One risk: what failed for it is the answer. */
async function editOne(issueId: string, changes: RiskChanges): Promise<Result<unknown>> {
  const answer = await invoke('editRisks', { issueIds: [issueId], changes });
  const failed = answer.ok ? answer.value.failed[0] : undefined;
  return failed === undefined ? answer : { ok: false, error: failed.error };
}
