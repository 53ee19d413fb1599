/**
 * Asking, deciding and taking back, as changes that say what became of them.
 */
import { invoke } from '../../../../shared/bridge';
import { shortDay } from '../../../../shared/days';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';
import type { Change } from '../../../../shared/panel/use-change';

const place = 'acceptance';

export function askChange(
  asked: Parameters<typeof sendAsk>[0],
  approver: string | undefined,
  onSaved: () => void,
): Change {
  const words = acceptance.ask;
  return {
    control: 'acceptance:ask',
    place,
    save: () => sendAsk(asked),
    saved: approver === undefined ? words.savedAny : fill(words.saved, { name: approver }),
    onSaved,
    refused: { conflict: words.waits },
  };
}

function sendAsk(asked: {
  readonly issueId: string;
  readonly justification: string;
  readonly until: string;
  readonly approver?: string;
  readonly idempotencyKey: string;
}) {
  return invoke('askAcceptance', asked);
}

export function decideChange(
  decided: Parameters<typeof sendDecision>[0],
  until: string,
  today: string,
  onSaved: () => void,
): Change {
  const words = acceptance.decide;
  return {
    control: decideControl(decided.verdict),
    place,
    save: () => sendDecision(decided),
    saved: decided.verdict === 'accept' ? fill(words.accepted, { day: shortDay(until, today) }) : words.declined,
    onSaved,
    refused: { conflict: words.over },
  };
}

function sendDecision(decided: {
  readonly issueId: string;
  readonly request: number;
  readonly verdict: 'accept' | 'decline';
  readonly note?: string;
  readonly idempotencyKey: string;
}) {
  return invoke('decideAcceptance', decided);
}

export function decideControl(verdict: 'accept' | 'decline'): string {
  return `acceptance:${verdict}`;
}

export function withdrawChange(issueId: string, request: number): Change {
  return {
    control: 'acceptance:withdraw',
    place,
    save: () => invoke('withdrawAcceptance', { issueId, request }),
    saved: acceptance.withdrawn,
    refused: { conflict: acceptance.decide.over },
  };
}
