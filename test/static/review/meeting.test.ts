import fc from 'fast-check';
import {
  again,
  begin,
  current,
  enter,
  goBack,
  goOn,
  goTo,
  NO_DRAFT,
  stillDue,
  stop,
  tallyOf,
  unsaved,
} from '../../../static/app/src/modules/project-page/risks/review/meeting';
import type { Meeting, Outcome } from '../../../static/app/src/modules/project-page/risks/review/meeting';

const risks = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: String(place + 1),
    key: `SHOP-${place + 1}`,
    summary: `Risk ${place + 1}`,
    level: undefined,
  }));
const REVIEWED: Outcome = { kind: 'reviewed', nextReview: '2027-01-19' };
const SKIPPED: Outcome = { kind: 'skipped' };

test('goes through the risks in their order, and is over after the last', () => {
  let meeting = begin(risks(3));
  expect(current(meeting)?.key).toBe('SHOP-1');
  meeting = goOn(goOn(goOn(meeting, REVIEWED), SKIPPED), { kind: 'gone' });
  expect(current(meeting)).toBeUndefined();
  expect(tallyOf(meeting)).toEqual({ reviewed: 1, skipped: 1, untouched: 0 });
  expect(stillDue(meeting).map(({ key }) => key)).toEqual(['SHOP-2']);
});

test('who comes back to a reviewed risk and skips it leaves it reviewed', () => {
  const back = goBack(goOn(begin(risks(2)), REVIEWED));
  expect(current(back)?.key).toBe('SHOP-1');
  const skipped = goOn(back, SKIPPED);
  expect(skipped.outcomes.get('1')).toEqual(REVIEWED);
  expect(skipped.last?.outcome).toEqual(REVIEWED);
});

test('there is nothing before the first risk', () => {
  expect(goBack(begin(risks(2))).at).toBe(0);
});

test('what was entered stays when its risk is skipped, and goes when it is saved', () => {
  const draft = { ...NO_DRAFT, note: 'Ask Jonas.' };
  const entered = enter(begin(risks(2)), '1', draft);
  const skipped = goOn(entered, SKIPPED);
  expect(unsaved(skipped).map(({ key }) => key)).toEqual(['SHOP-1']);
  expect(goTo(skipped, '1').drafts.get('1')).toEqual(draft);
  expect(unsaved(goOn(entered, REVIEWED))).toEqual([]);
});

test('spaces alone, or what was taken back, are no entry', () => {
  const meeting = enter(begin(risks(1)), '1', { ...NO_DRAFT, note: '  ' });
  expect(unsaved(meeting)).toEqual([]);
  const scored = enter(meeting, '1', { ...NO_DRAFT, residual: { likelihood: 1, impact: 2 } });
  expect(unsaved(scored)).toHaveLength(1);
  expect(unsaved(enter(scored, '1', NO_DRAFT))).toEqual([]);
});

test('once more goes through what was skipped or not reached, with what was entered there', () => {
  const entered = enter(goOn(begin(risks(4)), REVIEWED), '2', { ...NO_DRAFT, day: '2026-12-01' });
  const second = again(stop(goOn(entered, SKIPPED)));
  expect(second.queue.map(({ key }) => key)).toEqual(['SHOP-2', 'SHOP-3', 'SHOP-4']);
  expect(second.at).toBe(0);
  expect(tallyOf(second)).toEqual({ reviewed: 0, skipped: 0, untouched: 3 });
  expect(second.drafts.get('2')?.day).toBe('2026-12-01');
});

type Act = 'review' | 'skip' | 'gone' | 'back' | 'stop' | 'again';
const acts: Readonly<Record<Act, (meeting: Meeting) => Meeting>> = {
  review: (meeting) => goOn(meeting, REVIEWED),
  skip: (meeting) => goOn(meeting, SKIPPED),
  gone: (meeting) => goOn(meeting, { kind: 'gone' }),
  back: goBack,
  stop,
  again,
};

test('whatever is done, no review is forgotten, and every risk is counted once', () => {
  const someActs = fc.array(fc.constantFrom(...(Object.keys(acts) as Act[])), { maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), someActs, (count, deeds) => {
      let meeting = begin(risks(count));
      const reviewed = new Set<string>();
      for (const deed of deeds) {
        const on = current(meeting);
        if (deed === 'review' && on !== undefined) reviewed.add(on.id);
        meeting = acts[deed](meeting);
        expect(meeting.at).toBeLessThanOrEqual(meeting.queue.length);
        const { reviewed: done, skipped, untouched } = tallyOf(meeting);
        const gone = meeting.queue.filter(({ id }) => meeting.outcomes.get(id)?.kind === 'gone').length;
        expect(done + skipped + untouched + gone).toBe(meeting.queue.length);
        for (const { id } of stillDue(meeting)) expect(reviewed.has(id)).toBe(false);
      }
    }),
  );
});
