import fc from 'fast-check';
import { daysAfter } from '../../../src/domain/day';
import { trendPicture } from '../../../static/app/src/shared/trend/trend-picture';
import { beginning, changeSince, gapsInWords, spokenTrend } from '../../../static/app/src/shared/trend/trend-words';

const TODAY = '2026-11-20';
const series = (counts: Readonly<Record<string, number>>, since: string | undefined = Object.keys(counts)[0]) => ({
  since,
  days: Object.entries(counts).map(([day, open]) => ({ day, open })),
});
/** A picture of these days; there is at least one. */
function pictureOf(counts: Readonly<Record<string, number>>) {
  const picture = trendPicture(series(counts), TODAY);
  if (picture === undefined) throw new Error('no picture');
  return picture;
}

test('without a day there is no picture', () => {
  expect(trendPicture({ since: undefined, days: [] }, TODAY)).toBeUndefined();
});

test('a day that was missed is a gap, named, and no line goes over it', () => {
  const picture = pictureOf({
    '2026-11-03': 17,
    '2026-11-04': 16,
    '2026-11-07': 16,
    '2026-11-08': 15,
    '2026-11-10': 14,
    '2026-11-19': 14,
    '2026-11-20': 14,
  });
  expect(picture.lines.map((line) => line.map(({ day }) => day))).toEqual([
    ['2026-11-03', '2026-11-04'],
    ['2026-11-07', '2026-11-08'],
    ['2026-11-10'],
    ['2026-11-19', '2026-11-20'],
  ]);
  expect(picture.gaps.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
    ['2026-11-05', '2026-11-06'],
    ['2026-11-09', '2026-11-09'],
    ['2026-11-11', '2026-11-18'],
  ]);
  expect(gapsInWords(picture, TODAY)).toEqual(['3 times without data']);
  expect(changeSince(picture, TODAY)).toBe('3 fewer since 3 Nov');
});

test('gaps in words', () => {
  const picture = pictureOf({
    '2026-11-10': 17,
    '2026-11-13': 16,
    '2026-11-14': 16,
    '2026-11-16': 17,
    '2026-11-20': 18,
  });
  expect(gapsInWords({ ...picture, gaps: picture.gaps.slice(0, 2) }, TODAY)).toEqual([
    'no data 11 Nov to 12 Nov',
    'no data 15 Nov',
  ]);
  expect(spokenTrend({ ...picture, gaps: picture.gaps.slice(0, 1) }, TODAY)).toBe(
    'Open risks: 17 on 10 Nov, 18 on 20 Nov; at most 18, at least 16. No data 11 Nov to 12 Nov.',
  );
  expect(changeSince(picture, TODAY)).toBe('1 more since 10 Nov');
});

test('a history that stopped some days ago ends in a gap; today may still be counted', () => {
  expect(pictureOf({ '2026-11-15': 3, '2026-11-16': 3 }).gaps).toMatchObject([
    { fromDay: '2026-11-17', toDay: '2026-11-19', toX: 1 },
  ]);
  expect(pictureOf({ '2026-11-18': 3, '2026-11-19': 3 }).gaps).toEqual([]);
});

test('what comes before the first count is said to be from the dates in Jira', () => {
  const rebuilt = series({ '2026-10-01': 3, '2026-11-03': 4 }, '2026-11-03');
  const picture = pictureOf({ '2026-10-01': 3, '2026-11-03': 4 });
  expect(beginning(rebuilt, picture, TODAY)).toBe('Before 3 Nov from the dates in Jira');
  expect(beginning(series({ '2026-11-03': 4 }), pictureOf({ '2026-11-03': 4 }), TODAY)).toBe('History starts 3 Nov');
});

test('whatever was counted: every day once, inside the box, in order, and days and gaps cover the whole time', () => {
  const days = fc
    .uniqueArray(fc.nat({ max: 120 }), { minLength: 1, maxLength: 60 })
    .chain((offsets) =>
      fc.tuple(
        fc.constant([...offsets].sort((a, b) => b - a)),
        fc.array(fc.nat({ max: 500 }), { minLength: offsets.length, maxLength: offsets.length }),
      ),
    );
  fc.assert(
    fc.property(days, ([offsets, counts]) => {
      const all = Object.fromEntries(offsets.map((offset, at) => [daysAfter(TODAY, -offset), counts[at] ?? 0]));
      const picture = pictureOf(all);
      const points = picture.lines.flat();
      expect(Object.fromEntries(points.map(({ day, open }) => [day, open]))).toEqual(all);
      for (const { x, y } of points) {
        expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
      }
      expect(points.map(({ x }) => x)).toEqual([...points.map(({ x }) => x)].sort((a, b) => a - b));
      const missed = picture.gaps.reduce((sum, gap) => sum + lengthOf(gap.fromDay, gap.toDay), 0);
      const lastDay = points.at(-1)?.day === TODAY ? TODAY : daysAfter(TODAY, -1);
      expect(missed + points.length).toBe(lengthOf(points[0]?.day ?? TODAY, lastDay));
    }),
  );
});

function lengthOf(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
