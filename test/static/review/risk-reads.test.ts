import type { RiskInReview } from '../../../src/reads/review-view';
import { riskReads } from '../../../static/app/src/modules/project-page/risks/review/risk-reads';

/** Answers with a new object each time; fails while `broken`. */
function source() {
  const asked: string[] = [];
  const state = { broken: false, now: 0 };
  const reads = riskReads(
    (id) => {
      asked.push(id);
      return state.broken ? Promise.reject(new Error('no answer')) : Promise.resolve({ id } as unknown as RiskInReview);
    },
    () => state.now,
  );
  return { asked, state, reads };
}

test('what was read ahead is there at once, and asked for once', async () => {
  const { asked, reads } = source();
  reads.ahead('1');
  const [first, second] = await Promise.all([reads.first('1'), reads.first('1')]);
  expect(first).toBe(second);
  expect(asked).toEqual(['1']);
});

test('after a while it is old; reading again makes it new', async () => {
  const { state, reads } = source();
  await reads.first('1');
  expect(reads.isOld('1')).toBe(false);
  state.now = 60_000;
  expect(reads.isOld('1')).toBe(true);
  const before = await reads.first('1');
  expect(await reads.again('1')).not.toBe(before);
  expect(reads.isOld('1')).toBe(false);
});

test('a failure is not kept, and reading ahead in vain disturbs nobody', async () => {
  const { asked, state, reads } = source();
  state.broken = true;
  reads.ahead('1');
  await expect(reads.first('1')).rejects.toThrow('no answer');
  state.broken = false;
  await expect(reads.first('1')).resolves.toBeDefined();
  expect(asked).toEqual(['1', '1']);
});
