/**
 * What is written as comments about acceptances. Comments are for everybody who sees the risk, so they are in English, like
 * the names of the fields.
 */
import type { Accepted } from '../domain/acceptance';
import { documentOf, type AdfDocument, type AdfInline } from '../jira/document';

/** @param approver account id of the person who is told. */
export function askingWords(until: string, justification: string, approver: string | undefined): AdfDocument {
  const told: readonly AdfInline[] =
    approver === undefined
      ? []
      : [
          { type: 'mention', attrs: { id: approver } },
          { type: 'text', text: ': please decide. ' },
        ];
  const text = `I ask to live with this risk until ${until}.`;
  return under([...told, { type: 'text', text }], justification);
}

export function decidingWords(
  verdict: 'accept' | 'decline',
  until: string,
  request: number,
  note: string | undefined,
): AdfDocument {
  const text =
    verdict === 'accept'
      ? `Accepted until ${until} (request ${request}).`
      : `Not accepted (request ${request}, until ${until}).`;
  return under([{ type: 'text', text }], note);
}

function under(first: readonly AdfInline[], text: string | undefined): AdfDocument {
  const more = text === undefined ? [] : documentOf(text).content;
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content: first }, ...more] };
}

/** Why the app brings a risk back. @param accepted the acceptance that is over; `undefined` where there was none. */
export function bringingBackWords(accepted: Accepted | undefined): string {
  const next = 'Treat it, or ask for acceptance in the panel Security.';
  return accepted === undefined
    ? `This risk stood in Accepted without a decision of a second person, so it was brought back. ${next}`
    : `The acceptance of decision ${accepted.number} ended on ${accepted.until}. ${next}`;
}
