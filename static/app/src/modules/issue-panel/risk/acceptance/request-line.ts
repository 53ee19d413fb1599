/**
 * The request that waits on a risk, as a line at the top of its panel: what an approver opened it for. Pure.
 */
import type { DecisionsView } from '../../../../../../../src/contract/risks';
import type { Asked } from '../../../../../../../src/domain/acceptance';
import { shortDay } from '../../../../shared/days';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';
import type { ProblemLine } from '../problem-lines';
import type { Decisions } from './use-decisions';

/** The request that nobody has decided yet. */
export function openRequest({ decisions, open }: DecisionsView): Asked | undefined {
  return decisions.find((decision): decision is Asked => decision.kind === 'asked' && decision.number === open);
}

/** @returns a line only for whoever may decide. @param today in UTC, where an acceptance ends. */
export function requestLine({ view, told }: Decisions, today: string): ProblemLine | undefined {
  const request = openRequest(view);
  if (request === undefined || !view.mayDecide) return undefined;
  const words = acceptance.decide;
  const name = request.commentId === undefined ? undefined : told.get(request.commentId)?.name;
  return {
    id: 'request',
    title: name === undefined ? words.headingUnknown : fill(words.heading, { name }),
    why: fill(words.waits, { day: shortDay(request.until, today) }),
    fix: { kind: 'decide', label: words.go },
  };
}
