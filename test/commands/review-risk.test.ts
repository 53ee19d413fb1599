/** "Looked at, still true", through the manifest's resolver function. */
import { randomUUID } from 'node:crypto';
import type { SiteSetup } from '../../src/domain/site-setup';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { NOW, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';

const log = capturedLog();
let site: TestSite;
let setup: SiteSetup;
let risk: Key;
let date: TickingDate;

beforeEach(async () => {
  date = dateAt(NOW);
  site = await setUpSite();
  setup = await site.setup();
  risk = await site.risk('Account takeover', riskFields(setup, { likelihood: 3, impact: 4, nextReview: '2026-11-18' }));
  site.jira.costs.reset();
});
afterEach(() => {
  site.close();
  date.restore();
});

const review = (more: object = {}, who = site.people.deniz) =>
  site.invokeRaw(who, 'reviewRisk', { issueId: risk.id, note: 'Still true.', idempotencyKey: randomUUID(), ...more });
const comments = () =>
  site.jira.state.comments
    .filter(({ issueId }) => issueId === risk.id)
    .map(({ authorId, body }) => [authorId, JSON.stringify(body.content)]);
const stored = () => site.jira.state.issues.require(risk.id);
const nextReview = () => stored().custom[setup.fields.nextReview];
const record = () => site.jira.state.properties.get(`issue:${risk.id}`)?.['shift-up.review'];
const said = (text: string) => JSON.stringify([{ type: 'paragraph', content: [{ type: 'text', text }] }]);
const ok = (day: string) => ({ ok: true, value: { nextReview: day } });

test('the note is a comment of the person, and the next review follows from the level', async () => {
  expect(await review()).toEqual(ok('2027-01-19'));
  expect(comments()).toEqual([[site.people.deniz, said('Still true.')]]);
  expect(nextReview()).toBe('2027-01-19');
});

test('the day and the residual score that were given', async () => {
  expect(await review({ nextReview: '2026-12-01', residual: { likelihood: 2, impact: 2 } })).toEqual(ok('2026-12-01'));
  expect([nextReview(), stored().custom[setup.fields.residualLevel]]).toEqual([
    '2026-12-01',
    setup.options.residualLevel.Low,
  ]);
});

test('kept are the number of the comment and the numbers of the moment, no names and no text', async () => {
  const enabler = await site.story('Links expire');
  await site.link('mitigates', enabler, risk);
  await site.moveTo(enabler, 'Done');
  await review();
  const [comment] = site.jira.state.comments.filter(({ issueId }) => issueId === risk.id);
  expect(record()).toEqual({
    version: 1,
    commentId: comment?.id,
    state: { level: 'High', enablers: { done: 1, total: 1 } },
  });
  const kept = JSON.stringify((site.forge.snapshot(site.site) as { kvs: unknown }).kvs);
  expect(kept).toContain('once:');
  expect(kept).not.toMatch(/Still true|Account takeover/);
  expect(kept).not.toContain(site.people.deniz);
});

test('an unscored risk is looked at again as soon as a Critical one', async () => {
  risk = await site.risk('Something new');
  expect(await review()).toEqual(ok('2026-12-20'));
});

test.each([
  ['yesterday', '2026-11-19'],
  ['in more than a year', '2027-11-21'],
  ['on no day', '2026-02-30'],
])('a review %s is refused, nothing is written', async (_name, day) => {
  expect(await review({ nextReview: day })).toEqual(refused('invalid-input'));
  expect([comments(), nextReview()]).toEqual([[], '2026-11-18']);
});

test.each(['', '   ', 'a'.repeat(10_001), 'a\u0000b', undefined, 7])('%# is no note', async (note) => {
  expect(await review({ note })).toEqual(refused('invalid-input'));
  expect(comments()).toEqual([]);
});

test('a closed risk and a story are not reviewed', async () => {
  await site.moveTo(risk, 'Closed');
  expect(await review()).toEqual(refused('conflict'));
  const story = await site.story('Save card');
  expect(await review({ issueId: story.id })).toEqual(refused('invalid-input'));
  expect(comments()).toEqual([]);
});

test('who may comment and not edit changes nothing', async () => {
  expect(await review({}, site.people.priya)).toEqual(refused('no-permission'));
  expect([comments(), nextReview()]).toEqual([[], '2026-11-18']);
});

describe('once', () => {
  test('a double click, and the same call again: one comment', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all([review({ idempotencyKey }), review({ idempotencyKey })]);
    expect([...answers, await review({ idempotencyKey })]).toEqual(Array(3).fill(ok('2027-01-19')));
    expect(comments()).toHaveLength(1);
  });

  test('two reviews with the same words are two comments', async () => {
    await review();
    await review();
    expect(comments()).toHaveLength(2);
  });

  test.each(['before', 'after'] as const)(
    'a comment whose answer was lost (%s): the next call completes it',
    async (when) => {
      const idempotencyKey = randomUUID();
      site.jira.faults.add({ kind: `timeout-${when}`, match: { method: 'POST', path: '*/comment' }, times: 1 });
      const first = await review({ idempotencyKey });
      // Jira did write it: then it is found at once.
      expect(first).toEqual(when === 'after' ? ok('2027-01-19') : refused('jira-unavailable'));
      const second = await review({ idempotencyKey: when === 'after' ? idempotencyKey : randomUUID() });
      expect([second, comments().length, nextReview()]).toEqual([ok('2027-01-19'), 1, '2027-01-19']);
    },
  );

  test('a call cut off between comment and fields', async () => {
    const idempotencyKey = randomUUID();
    site.jira.faults.add({ kind: 'error-500', match: { method: 'PUT' }, times: 1 });
    expect(await review({ idempotencyKey })).toEqual(refused('jira-unavailable'));
    expect(await review({ idempotencyKey })).toEqual(ok('2027-01-19'));
    expect([comments().length, nextReview()]).toEqual([1, '2027-01-19']);
    expect(log.lines().join()).not.toMatch(/Still true|takeover/);
  });

  test('a key is for one risk', async () => {
    const idempotencyKey = randomUUID();
    await review({ idempotencyKey });
    const other = await site.risk('Card data in logs');
    expect(await review({ idempotencyKey, issueId: other.id })).toEqual(refused('invalid-input'));
  });
});
