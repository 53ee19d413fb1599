/**
 * The words of a digest. Keys and days only: what a risk is about stays in Jira.
 */
import type { DueRisk } from '../domain/digest';

/** More than that nobody reads in a message; the register has them all. */
const LINES_MOST = 50;

export interface DigestMail {
  readonly subject: string;
  readonly text: string;
}

/** @param risks at least one. */
export function digestMail(risks: readonly DueRisk[]): DigestMail {
  const overdue = risks.filter(({ reviewWas }) => reviewWas !== undefined).length;
  const ending = risks.filter(({ acceptanceEnds }) => acceptanceEnds !== undefined).length;
  const unowned = risks.filter((risk) => risk.unowned).length;
  const parts = [
    counted(overdue, 'review overdue', 'reviews overdue'),
    counted(ending, 'acceptance ends soon', 'acceptances end soon'),
    counted(unowned, 'risk without an owner', 'risks without an owner'),
  ].filter((part) => part !== undefined);
  const left = risks.length - LINES_MOST;
  return {
    subject: `Security risks: ${parts.join(', ')}`,
    text: [
      'These security risks wait for you.',
      '',
      ...risks.slice(0, LINES_MOST).map(lineOf),
      ...(left > 0 ? [`And ${left} more.`] : []),
      '',
      'Review them, or choose who does, in the panel Security of each one. Shift-Up sends at most one such message a day.',
    ].join('\n'),
  };
}

function lineOf({ key, reviewWas, acceptanceEnds, unowned }: DueRisk): string {
  const said = [
    ...(unowned ? ['nobody answers for it'] : []),
    ...(reviewWas === undefined ? [] : [`its review was due on ${reviewWas}`]),
    ...(acceptanceEnds === undefined ? [] : [`its acceptance ends on ${acceptanceEnds}`]),
  ];
  return `${key}: ${said.join('; ')}.`;
}

function counted(count: number, one: string, several: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `1 ${one}` : `${count} ${several}`;
}
