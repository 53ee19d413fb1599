import type { SinceLastLook } from '../../../src/reads/review-view';
import type { EnablerView, LastReview } from '../../../src/reads/risk-view';
import { sinceHeading, sinceLines } from '../../../static/app/src/modules/project-page/risks/review/since-lines';

const TODAY = '2026-11-20';
const NOTHING: SinceLastLook = {
  from: '2026-10-14T09:00:00.000Z',
  identified: '2026-10-13T09:00:00.000Z',
  reviewed: true,
  partial: false,
  enablers: { done: [], started: [], reopened: [], dropped: [], linked: [] },
  threatened: [],
  scores: [],
  owner: undefined,
  status: undefined,
  treatment: undefined,
  rewritten: [],
};
const LAST: LastReview = { at: NOTHING.from, by: { name: 'Priya Nair', avatarUrl: undefined }, note: '', since: {} };
const issue = (key: string, summary: string): EnablerView => ({
  id: key.slice(5),
  key,
  summary,
  status: { name: 'Done', category: 'done' },
  dropped: false,
  assignee: undefined,
  points: undefined,
  sprint: undefined,
  categorySince: undefined,
  created: undefined,
  linkId: key,
});
const by = { name: 'Priya Nair', avatarUrl: undefined };
const told = (since: Partial<SinceLastLook>, last: LastReview | undefined = LAST) =>
  sinceLines({ ...NOTHING, ...since }, last, TODAY).map(({ kind, text, detail }) => [kind, text, detail]);

test('enablers are named, three of them at most', () => {
  const done = ['An export asks for a reason', 'Every export is logged', 'Limits', 'Alarms'].map((summary, place) =>
    issue(`SHOP-${String(380 + place)}`, summary),
  );
  expect(told({ enablers: { ...NOTHING.enablers, done, reopened: done.slice(0, 1) } })).toEqual([
    [
      'done',
      '4 enablers done',
      'SHOP-380 An export asks for a reason, SHOP-381 Every export is logged, SHOP-382 Limits, and 1 more',
    ],
    ['worse', '1 enabler back to to-do', 'SHOP-380 An export asks for a reason'],
  ]);
});

test('a changed score says from what to what, by whom and when', () => {
  const score = { part: 'residualImpact', was: 5, is: 4, by, at: '2026-10-30T10:00:00.000Z' } as const;
  expect(told({ scores: [score] })).toEqual([['changed', 'Residual impact 5 → 4', 'by Priya Nair, 30 Oct']]);
  expect(told({ scores: [{ ...score, was: undefined, by: undefined }] })).toEqual([
    ['changed', 'Residual impact none → 4', '30 Oct'],
  ]);
});

test('a level that changed without a score is told by the record of the review, and only then', () => {
  const last: LastReview = { ...LAST, since: { level: { was: 'High', is: 'Critical' } } };
  expect(told({}, last)).toEqual([['changed', 'Level High → Critical', '']]);
  const score = { part: 'impact', was: 4, is: 5, by, at: '2026-10-30T10:00:00.000Z' } as const;
  expect(told({ scores: [score] }, last)).toEqual([['changed', 'Impact 4 → 5', 'by Priya Nair, 30 Oct']]);
});

test('nothing happened: no line', () => {
  expect(told({})).toEqual([]);
});

test('the heading says since when, and whether anybody looked before', () => {
  expect(sinceHeading(NOTHING, LAST, TODAY)).toBe('Since the last review, 14 Oct by Priya Nair');
  expect(sinceHeading(NOTHING, { ...LAST, by: undefined }, TODAY)).toBe('Since the last review, 14 Oct');
  const made = { ...NOTHING, reviewed: false, from: NOTHING.identified };
  expect(sinceHeading(made, undefined, TODAY)).toBe('Not reviewed in Shift-Up before. Since it was identified, 13 Oct');
  expect(sinceHeading({ ...made, from: undefined }, undefined, TODAY)).toBe('Not reviewed in Shift-Up before. So far');
});
