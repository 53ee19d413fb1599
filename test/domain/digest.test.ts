import fc from 'fast-check';
import { daysAfter } from '../../src/domain/day';
import { digestsOf, dueOf, type DueRisk } from '../../src/domain/digest';

const TODAY = '2026-11-20';

describe('what somebody has to hear of', () => {
  const fine = { owned: true, nextReview: '2026-11-20', acceptanceExpires: undefined };

  test('a review from the day after it was due', () => {
    expect(dueOf(fine, TODAY)).toBeUndefined();
    expect(dueOf(fine, '2026-11-21')).toEqual({ unowned: false, reviewWas: '2026-11-20' });
  });

  test('an acceptance from two weeks before its end to its last day', () => {
    const ends = (day: string) => dueOf({ ...fine, acceptanceExpires: day }, TODAY)?.acceptanceEnds;
    expect(['2026-11-19', '2026-11-20', '2026-12-04', '2026-12-05'].map(ends)).toEqual([
      undefined,
      '2026-11-20',
      '2026-12-04',
      undefined,
    ]);
  });

  test('that nobody owns it', () => {
    expect(dueOf({ ...fine, owned: false }, TODAY)).toEqual({ unowned: true });
  });

  test('of any risk on any two days: what is overdue stays so until it is reviewed', () => {
    const day = fc.integer({ min: -60, max: 60 }).map((days) => daysAfter(TODAY, days));
    fc.assert(
      fc.property(day, day, day, (nextReview, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const isDue = (today: string) => dueOf({ ...fine, nextReview }, today) !== undefined;
        expect(isDue(earlier) && !isDue(later)).toBe(false);
      }),
    );
  });
});

test('each risk is in one digest, by rising number', () => {
  const risk = fc.record({
    id: fc.integer({ min: 1, max: 200_000 }).map(String),
    key: fc.constant('SHOP-1'),
    recipient: fc.constantFrom('a', 'b', 'c'),
    unowned: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(risk, { selector: ({ id }) => id }), (risks: readonly DueRisk[]) => {
      const digests = digestsOf(risks);
      const recipients = digests.map(({ recipient }) => recipient);
      expect(new Set(recipients).size).toBe(recipients.length);
      expect(digests.flatMap((digest) => digest.risks).length).toBe(risks.length);
      for (const { recipient, risks: its } of digests) {
        expect(rising(its.map(({ id }) => Number(id)))).toBe(true);
        expect(new Set(its.map((each) => each.recipient))).toEqual(new Set([recipient]));
      }
      expect(rising(digests.map((digest) => Number(digest.risks[0].id)))).toBe(true);
      // Whoever goes on behind any of them sees to exactly the others.
      digests.forEach(({ risks: [first] }, place) => {
        expect(digestsOf(risks, first.id)).toEqual(digests.slice(place + 1));
      });
    }),
  );
});

function rising(numbers: readonly number[]): boolean {
  return numbers.every((number, place) => place === 0 || number > (numbers[place - 1] ?? 0));
}
