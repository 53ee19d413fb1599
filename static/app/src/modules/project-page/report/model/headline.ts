/**
 * The sentence at the top where nobody wrote one: what was closed, then what got worse. Pure.
 */
import type { ReportNumbers } from '../../../../../../../src/domain/report';
import { report } from '../../../../shared/strings/en-report';
import { formatCount, pluralForm } from '../../../../shared/strings/fill';

const words = report.headlineSuggested;

export function suggestedHeadline({ closedCount, worse, worseCount }: ReportNumbers): string {
  if (closedCount === 0 && worseCount === 0) return words.none;
  const added = (level: 'Critical' | 'High') =>
    worse.filter((risk) => risk.before === undefined && risk.level === level).length;
  const [critical, high] = [added('Critical'), added('High')];
  const sentences = [
    closedCount === 0 ? words.closedNone : sentence(words.closed, closedCount),
    critical > 0 ? sentence(words.critical, critical) : undefined,
    critical === 0 && high > 0 ? sentence(words.high, high) : undefined,
    critical + high === 0 && worseCount > 0 ? sentence(words.worse, worseCount) : undefined,
  ];
  return sentences.filter((text) => text !== undefined).join(' ');
}

function sentence(forms: { readonly one: string; readonly other: string }, count: number): string {
  return pluralForm(forms, count).replace('{number}', inWords(count));
}

function inWords(count: number): string {
  return report.numbers[count] ?? formatCount(count);
}
