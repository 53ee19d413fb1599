/**
 * From the numbers of a report, the author's text and the names that this viewer may see to the slide. Pure.
 */
import type { Light, Thresholds } from '../../../../../../../src/domain/project-settings';
import {
  openTotal,
  REPORT_BLOCKS,
  type Report,
  type ReportListed,
  type ReportNumbers,
  type ReportText,
} from '../../../../../../../src/domain/report';
import type { ReportLinks, ReportNames } from '../../../../../../../src/reads/report-view';
import { clockTime, shortDay } from '../../../../shared/days';
import { report as words } from '../../../../shared/strings/en-report';
import { fill, formatCount, pluralForm } from '../../../../shared/strings/fill';
import { trendPicture } from '../../../../shared/trend/trend-picture';
import { gapsInWords } from '../../../../shared/trend/trend-words';
import { blockOf } from './block-of';
import { longDay } from './long-day';
import { closedLines, decisionLines, worseLines } from './lines-of';
import { suggestedHeadline } from './headline';
import type { Change, Slide } from './slide';

export interface SlideFacts {
  readonly projectName: string;
  readonly numbers: ReportNumbers;
  readonly text: ReportText;
  readonly names: ReportNames;
  /** Only of what is counted now. */
  readonly links: ReportLinks | undefined;
  /** The report before this one. */
  readonly before: Report | undefined;
  /** Reports before this one, the latest first. */
  readonly earlier: readonly ReportListed[];
  readonly thresholds: Readonly<Record<Light, Thresholds>>;
  /** Missing for a draft. */
  readonly frozenAt: string | undefined;
  readonly timezone: string;
}

export function slideOf(facts: SlideFacts): Slide {
  const { projectName, numbers, text, before, frozenAt, timezone, links } = facts;
  const { day, from } = numbers;
  const total = openTotal(numbers);
  return {
    kind: frozenAt === undefined ? 'draft' : 'frozen',
    label: fill(words.paper, { project: projectName }),
    what: fill(words.what, { project: projectName, from: fromDay(from, day), to: longDay(day) }),
    headline: text.headline === '' ? suggestedHeadline(numbers) : text.headline,
    open: {
      count: total,
      jql: links?.open,
      words: pluralForm(words.open, total),
      change: before && changeOf(total, openTotal(before.numbers), shortDay(before.numbers.day, day)),
    },
    history: historyOf(numbers),
    blocks: REPORT_BLOCKS.map((block) => blockOf(block, facts)),
    closed: closedLines(facts),
    worse: worseLines(facts),
    decisions: decisionLines(facts),
    foot: {
      state:
        frozenAt === undefined
          ? fill(words.foot.draft, { day: longDay(day) })
          : fill(words.foot.frozen, { day: longDay(day), time: clockTime(new Date(frozenAt), timezone) }),
      note: [
        before === undefined ? words.foot.first : fill(words.foot.compared, { day: longDay(before.numbers.day) }),
        frozenAt === undefined ? words.foot.yours : words.foot.authors,
      ].join(' '),
    },
  };
}

/** The year only where it is another one than at the end. */
function fromDay(from: string, to: string): string {
  const whole = longDay(from);
  return from.slice(0, 4) === to.slice(0, 4) ? whole.replace(/ \d{4}$/, '') : whole;
}

function changeOf(now: number, then: number, day: string): Change {
  const by = Math.abs(now - then);
  if (by === 0) return { direction: 'same', text: fill(words.same, { day }) };
  return now < then
    ? { direction: 'down', text: fill(words.fewer, { count: formatCount(by), day }) }
    : { direction: 'up', text: fill(words.more, { count: formatCount(by), day }) };
}

/** A line needs two points. */
function historyOf({ history, day }: ReportNumbers): Slide['history'] {
  const picture = history.length < 2 ? undefined : trendPicture({ since: undefined, days: history }, day);
  if (picture === undefined) return undefined;
  const starts = fill(words.trendStarts, { day: shortDay(picture.first.day, day) });
  return { picture, today: day, caption: [starts, ...gapsInWords(picture, day)].join(' · ') };
}
