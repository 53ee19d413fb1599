/**
 * A block that the team types in, or has counted. Pure.
 */
import { teamNumber, type ReportEntry, type TeamBlock, type TypedBlock } from '../../../../../../../src/domain/report';
import { daysUntil, shortDay } from '../../../../shared/days';
import { report as words } from '../../../../shared/strings/en-report';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import type { BlockContent } from './block-of';
import type { Chart } from './slide';
import type { SlideFacts } from './slide-of';

/** Bars that fit, this report's included. */
const BARS = 6;

export function teamBlock(block: TeamBlock, facts: SlideFacts): BlockContent {
  const content = facts.text.blocks[block];
  if (content.kind === 'typed') return typedBlock(block, content, facts);
  const count = facts.numbers.counted[block];
  const jql = facts.links === undefined ? undefined : content.jql;
  if (count === undefined) return { sentence: words.refused, chart: undefined, source: words.countedSource, jql };
  const sentence =
    content.text === ''
      ? plural(words.countedNoText, count)
      : fill(words.countedText, { count: formatCount(count), text: content.text });
  return { sentence, chart: barsOf(block, facts), source: words.countedSource, jql };
}

function typedBlock(block: TeamBlock, { entries, number }: TypedBlock, facts: SlideFacts): BlockContent {
  const [latest] = entries;
  if (latest === undefined && number === undefined) {
    return { sentence: words.nothingTyped, chart: undefined, source: words.nothingTypedSource, jql: undefined };
  }
  const rest = entries.length - 1;
  const sentence =
    latest === undefined
      ? plural(words.numberAlone, number ?? 0)
      : [latest.text, ...(rest > 0 ? [plural(words.moreEntries, rest)] : [])].join(' ');
  const source = latest === undefined || latest.source === '' ? words.typedSourceNone : fill(words.typedSource, latest);
  return { sentence, chart: barsOf(block, facts) ?? timelineOf(entries, facts), source, jql: undefined };
}

/** How many there were by report; two make a comparison. */
function barsOf(block: TeamBlock, { text, numbers, earlier }: SlideFacts): Chart | undefined {
  const now = teamNumber(text, numbers, block);
  if (now === undefined) return undefined;
  const before = earlier.flatMap(({ number, day, team }) => {
    const count = team[block];
    return count === undefined ? [] : [{ id: String(number), day: shortDay(day, numbers.day), count, isNow: false }];
  });
  if (before.length === 0) return undefined;
  const bars = [
    ...before.slice(0, BARS - 1).reverse(),
    { id: 'now', day: shortDay(numbers.day, numbers.day), count: now, isNow: true },
  ];
  const values = bars.map(({ day, count }) => fill(words.barsValue, { day, count: formatCount(count) })).join(', ');
  return { kind: 'bars', label: fill(words.bars, { values }), bars };
}

/** When it happened, between the last report and this one. What lies outside is drawn at that end. */
function timelineOf(entries: readonly ReportEntry[], { numbers }: SlideFacts): Chart | undefined {
  if (entries.length === 0) return undefined;
  const { from, day: to } = numbers;
  const length = Math.max(1, daysUntil(to, from));
  const events = entries.map(({ day, closed }) => ({
    share: Math.min(1, Math.max(0, daysUntil(day, from) / length)),
    day: fill(closed ? words.event.closed : words.event.open, { day: shortDay(day, to) }),
    closed,
  }));
  const ends = { from: shortDay(from, to), to: shortDay(to, to) };
  const label = fill(words.timeline, { ...ends, events: events.map(({ day }) => day).join('; ') });
  return { kind: 'timeline', label, ...ends, events };
}
