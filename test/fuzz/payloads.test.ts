/**
 * Every operation, through the manifest's resolver function, with payloads that were valid and then broken: the answer
 * is always a value or a closed code, never ours or Forge's fault, and without rights nothing is ever written.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { ERROR_CODES } from '../../src/contract/result';
import { capturedLog } from '../fixtures/captured-log';
import { OPERATIONS, payloadsOf } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { brokenFrom } from './broken-value';

const RUNS = 60;
const Answer = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    error: v.strictObject({
      code: v.picklist(ERROR_CODES),
      retryAfterSeconds: v.optional(v.number()),
      message: v.optional(v.string()),
    }),
  }),
]);

const log = capturedLog();
let site: TestSite;
let story: Key;
let risk: Key;
beforeAll(async () => {
  site = await setUpSite();
  story = await site.story('Save card, canary of a story');
  risk = await site.risk('Card data in logs, canary of a risk');
});
afterAll(() => site.close());

test.each(OPERATIONS)('%s', async (operation) => {
  const valid = payloadsOf(site, story.id, risk.id)[operation];
  await fc.assert(
    fc.asyncProperty(brokenFrom(valid), async (payload) => {
      site.jira.costs.reset();
      const stranger = v.parse(Answer, await site.invokeRaw(site.people.guest, operation, payload));
      expect(writesOf(site)).toEqual([]);
      if (!stranger.ok) expect(stranger.error.code).not.toMatch(/^(internal|unexpected-answer)$/);
      const insider = v.parse(Answer, await site.invokeRaw(site.people.mara, operation, payload));
      if (!insider.ok) expect([operation, insider.error.code]).not.toEqual([operation, 'internal']);
    }),
    { numRuns: RUNS },
  );
  expect(log.lines().join('\n')).not.toMatch(/canary|HYPERLINK|onerror|SECRET/);
});
