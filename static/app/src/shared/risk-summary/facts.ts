/**
 * The numbers of a summary as sentences: for a table that is read out, and for text that is copied. Pure.
 */
import { LEVELS } from '../../../../../src/domain/level';
import { percentDone, progressTotal } from '../../../../../src/domain/progress';
import type { TopRisk } from '../../../../../src/reads/gadget-view';
import { shortDay } from '../days';
import { common } from '../strings/en-common';
import { facts as words } from '../strings/en-facts';
import { gadget } from '../strings/en-gadget';
import { light as lightWords } from '../strings/en-light';
import { fill, formatCount, plural, pluralForm } from '../strings/fill';
import { trendPicture } from '../trend/trend-picture';
import { trendInWords } from '../trend/trend-words';
import type { BlockName } from './blocks';
import { shownLights } from './lights';
import type { ShownLight } from './lights';
import type { SummaryState } from './summary-state';

export interface Fact {
  readonly name: string;
  readonly text: string;
}

/** One line a group that is shown and has its numbers, in reading order. */
export function factsOf(summary: SummaryState, blocks: readonly BlockName[], today: string): readonly Fact[] {
  const { parts } = summary;
  const lights = shownLights(summary);
  const lines: Readonly<Record<BlockName, Fact | undefined>> = {
    open: part(parts.risks, (risks) => {
      const { open, byLevel, unscored } = risks;
      const levels = [...LEVELS].reverse().map((level) => ({ name: common.level[level], count: byLevel[level].count }));
      const all = unscored.count === 0 ? levels : [...levels, { name: common.level.none, count: unscored.count }];
      const named = all.filter(({ count }) => count > 0).map(({ name, count }) => `${formatCount(count)} ${name}`);
      const spread = open.count === 0 ? '' : `: ${named.join(', ')}`;
      return {
        name: words.open,
        text: `${formatCount(open.count)}${spread}${inBrackets(lights.openRisks)}`,
      };
    }),
    trend: part(parts.trend, (series) => {
      const picture = series === undefined ? undefined : trendPicture(series, today);
      return picture === undefined ? undefined : { name: words.trend, text: withoutStop(trendInWords(picture, today)) };
    }),
    attention: part(parts.attention, (attention) => {
      const tiles = (['overdueReview', 'unowned', 'withoutEnabler', 'acceptanceExpiring'] as const).map((tile) => {
        const { count } = attention[tile];
        return `${formatCount(count)} ${pluralForm(gadget.attention[tile], count)}`;
      });
      return { name: words.attention, text: `${tiles.join(', ')}${inBrackets(lights.reviews)}` };
    }),
    enablers: part(parts.enablers, ({ all, done, inProgress, toDo }) => {
      const percent = percentDone({ done: done.count, inProgress: inProgress.count, toDo: toDo.count });
      const text =
        percent === undefined
          ? words.noEnabler
          : fill(words.enablerCounts, {
              done: formatCount(done.count),
              all: formatCount(all.count),
              percent,
              inProgress: formatCount(inProgress.count),
              toDo: formatCount(toDo.count),
            });
      return { name: words.enablers, text: `${text}${inBrackets(lights.enablers)}` };
    }),
    ready: part(parts.stories, ({ all, assessed, relevant, notRelevant, unassessed, bypasses }) => {
      const counts = fill(words.storyCounts, {
        assessed: formatCount(assessed.count),
        all: formatCount(all.count),
        relevant: formatCount(relevant.count),
        notRelevant: formatCount(notRelevant.count),
        unassessed: formatCount(unassessed.count),
      });
      const text = all.count === 0 ? words.noStory : counts;
      const past = bypasses === undefined ? '' : `, ${plural(words.bypasses, bypasses.count)}`;
      return { name: words.ready, text: `${text}${past}${inBrackets(lights.readiness)}` };
    }),
    top: part(parts.topRisks, (risks) =>
      risks.length === 0 ? undefined : { name: words.top, text: risks.map((risk) => riskLine(risk, today)).join('; ') },
    ),
  };
  return blocks.flatMap((block) => lines[block] ?? []);
}

/** As one piece of text for a chat: where, when, then a line each; every top risk on its own. */
export function factsAsText(
  place: string,
  moment: string,
  summary: SummaryState,
  blocks: readonly BlockName[],
  today: string,
): string {
  const { topRisks } = summary.parts;
  const top = blocks.includes('top') && topRisks.status === 'here' ? topRisks.value : [];
  const others = factsOf(
    summary,
    blocks.filter((block) => block !== 'top'),
    today,
  );
  return [
    fill(words.title, { place, moment }),
    ...others.map(({ name, text }) => `${name}: ${text}`),
    ...(top.length === 0 ? [] : [`${words.top}:`, ...top.map((risk) => `- ${riskLine(risk, today)}`)]),
  ].join('\n');
}

function riskLine({ key, summary, level, owner, due, progress }: TopRisk, today: string): string {
  const total = progressTotal(progress);
  return [
    `${key} ${summary} (${level === undefined ? common.level.none : common.level[level]})`,
    owner ?? common.person.nobody,
    due === undefined ? words.noDue : fill(words.due, { day: shortDay(due, today) }),
    total === 0 ? words.noEnablerOf : fill(words.enablersOf, { done: progress.done, total }),
  ].join(', ');
}

function inBrackets(light: ShownLight | undefined): string {
  return light === undefined ? '' : ` (${lightWords.states[light.state]})`;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function part<Value, Result>(
  from: { readonly status: 'awaited' | 'failed' } | { readonly status: 'here'; readonly value: Value },
  make: (value: Value) => Result,
): Result | undefined {
  return from.status === 'here' ? make(from.value) : undefined;
}
