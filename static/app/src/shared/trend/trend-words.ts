/**
 * A trend in words. Pure.
 */
import { shortDay } from '../days';
import { trend as words } from '../strings/en-trend';
import { fill, formatCount, plural } from '../strings/fill';
import type { TrendPicture, TrendSeries } from './trend-picture';

/** Gaps named one by one; more are counted. */
const NAMED_GAPS = 2;

/** "3 fewer since 3 Nov". */
export function changeSince({ first, last }: TrendPicture, today: string): string {
  const day = shortDay(first.day, today);
  const change = last.open - first.open;
  if (change === 0) return fill(words.same, { day });
  return plural(change < 0 ? words.fewer : words.more, Math.abs(change), { day });
}

/** "no data 11 Nov to 12 Nov"; nothing where no day was missed. */
export function gapsInWords({ gaps }: TrendPicture, today: string): readonly string[] {
  if (gaps.length > NAMED_GAPS) return [plural(words.gapsMany, gaps.length)];
  return gaps.map(({ fromDay, toDay }) =>
    fromDay === toDay
      ? fill(words.gapDay, { day: shortDay(fromDay, today) })
      : fill(words.gapDays, { from: shortDay(fromDay, today), to: shortDay(toDay, today) }),
  );
}

/** Since when there is history, and where it comes from before that. */
export function beginning({ since }: TrendSeries, picture: TrendPicture, today: string): string {
  if (since === undefined || since <= picture.first.day) {
    return fill(words.starts, { day: shortDay(picture.first.day, today) });
  }
  return fill(words.rebuiltUntil, { day: shortDay(since, today) });
}

/** What somebody hears who does not see the line. */
export function spokenTrend(picture: TrendPicture, today: string): string {
  return fill(words.spoken, { line: trendInWords(picture, today) });
}

/** The whole line in a sentence or two. */
export function trendInWords(picture: TrendPicture, today: string): string {
  const { first, last, most, least } = picture;
  const line = fill(words.line, {
    first: formatCount(first.open),
    firstDay: shortDay(first.day, today),
    last: formatCount(last.open),
    lastDay: shortDay(last.day, today),
    most: formatCount(most),
    least: formatCount(least),
  });
  const gaps = gapsInWords(picture, today).join(', ');
  return gaps === '' ? line : `${line} ${gaps.charAt(0).toUpperCase()}${gaps.slice(1)}.`;
}
