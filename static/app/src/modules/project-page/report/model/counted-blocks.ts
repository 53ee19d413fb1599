/**
 * The blocks Open security risks and Security requirements. Pure.
 */
import { LEVELS } from '../../../../../../../src/domain/level';
import { openTotal } from '../../../../../../../src/domain/report';
import { progressTotal } from '../../../../../../../src/domain/progress';
import { shortDay } from '../../../../shared/days';
import { common } from '../../../../shared/strings/en-common';
import { report } from '../../../../shared/strings/en-report';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import type { BlockContent } from './block-of';
import { changeWords } from './change-words';
import type { SlideFacts } from './slide-of';

const WORST_FIRST = [...LEVELS].reverse();

export function openRisksBlock({ numbers, before, links }: SlideFacts): BlockContent {
  const words = report.openRisks;
  const { open, unscored, unowned, withoutEnabler, overdueReview, day } = numbers;
  const total = openTotal(numbers);
  const attention =
    unowned > 0
      ? plural(words.unowned, unowned)
      : withoutEnabler > 0
        ? plural(words.withoutEnabler, withoutEnabler)
        : overdueReview > 0
          ? plural(words.overdue, overdueReview)
          : '';
  const sentence =
    total === 0
      ? words.none
      : `${open.Critical === 0 ? words.criticalNone : plural(words.critical, open.Critical)} ${attention}`.trim();
  const levels = WORST_FIRST.map((level) => ({
    level,
    count: open[level],
    jql: links?.byLevel[level],
    change: before === undefined ? '' : changeWords(open[level] - before.numbers.open[level]),
  }));
  return {
    sentence,
    chart: {
      kind: 'levels',
      label: fill(words.bar, {
        levels: levels.map(({ level, count }) => `${formatCount(count)} ${common.level[level]}`).join(', '),
      }),
      levels,
      unscored,
    },
    source: before === undefined ? words.source : fill(words.sourceSince, { day: shortDay(before.numbers.day, day) }),
    jql: undefined,
  };
}

export function requirementsBlock({ numbers, before, links }: SlideFacts): BlockContent {
  const words = report.requirements;
  const { enablers, day } = numbers;
  const all = progressTotal(enablers);
  const looks = ['done', 'inProgress', 'toDo'] as const;
  const more = before === undefined ? 0 : enablers.done - before.numbers.enablers.done;
  return {
    sentence: all === 0 ? words.none : plural(words.built, all, { done: formatCount(enablers.done) }),
    chart: {
      kind: 'parts',
      label: looks.map((look) => `${formatCount(enablers[look])} ${words[look]}`).join(', '),
      parts: looks.map((look) => ({ look, name: words[look], count: enablers[look], jql: links?.enablers[look] })),
    },
    source:
      before === undefined || more <= 0
        ? words.source
        : plural(words.sourceSince, more, { day: shortDay(before.numbers.day, day) }),
    jql: undefined,
  };
}
