/** A risk on its way through the workflow, through the manifest's resolver function. */
import type { SiteSetup } from '../../src/domain/site-setup';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { NOW, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { settingsSite, type SettingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';

capturedLog();
let site: SettingsSite;
let setup: SiteSetup;
let risk: Key;
let date: TickingDate;

beforeEach(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
  setup = await site.setup();
  risk = await site.risk('Account takeover', riskFields(setup, { likelihood: 4, impact: 4 }));
  site.jira.costs.reset();
});
afterEach(() => {
  site.close();
  date.restore();
});

const move = (to: string, more: object = {}, who = site.people.deniz) =>
  site.invokeRaw(who, 'moveRisk', { issueId: risk.id, to, ...more });
const ok = (statusName: string, more: object = {}) => ({ ok: true, value: { statusName, ...more } });
const status = () => site.jira.state.statuses.require(site.jira.state.issues.require(risk.id).statusId).name;
const comments = () => site.jira.state.comments.filter(({ issueId }) => issueId === risk.id);
const residual = { likelihood: 1, impact: 2 } as const;
const closing = { residual, note: 'Tokens are signed; tried it on staging.' };

test('the whole way, as the person who asks', async () => {
  expect(await move('assessed')).toEqual(ok('Assessed'));
  expect(await move('inTreatment')).toEqual(ok('In treatment'));
  expect(await move('verification')).toEqual(ok('Verification'));
  expect(await move('inTreatment', { note: 'One token was still guessable.' })).toEqual(ok('In treatment'));
  expect(await move('verification')).toEqual(ok('Verification'));
  expect(await move('closed', closing)).toEqual(ok('Closed', { level: 'Low' }));
  expect(await move('assessed', { note: 'It is back.' })).toEqual(ok('Assessed'));
  const authors = (site.jira.state.history.get(risk.id) ?? []).map(({ authorId }) => authorId);
  expect(new Set(authors)).toEqual(new Set([site.people.deniz]));
  expect(comments().map(({ authorId }) => authorId)).toEqual(Array(3).fill(site.people.deniz));
});

describe('closing', () => {
  test.each([
    ['no residual score', { note: 'Done.' }],
    ['no note', { residual }],
    ['an empty note', { residual, note: '  ' }],
  ])('with %s is refused', async (_name, more) => {
    expect(await move('closed', more)).toEqual(refused('invalid-input'));
    expect([status(), writesOf(site)]).toEqual(['Identified', []]);
  });

  test('takes the residual score that the risk has', async () => {
    risk = await site.risk('Card data in logs', riskFields(setup, { likelihood: 4, impact: 4, residual: [1, 1] }));
    expect(await move('closed', { note: 'Masked.' })).toEqual(ok('Closed'));
  });

  test('is one score, one transition, one comment', async () => {
    await move('closed', closing);
    expect(writesOf(site)).toEqual([
      'PUT /rest/api/3/issue/{issueIdOrKey}',
      'POST /rest/api/3/issue/{issueIdOrKey}/transitions',
      'POST /rest/api/3/issue/{issueIdOrKey}/comment',
    ]);
    expect(site.jira.state.issues.require(risk.id).custom[setup.fields.residualLevel]).toBe(
      setup.options.residualLevel.Low,
    );
  });
});

test('where the workflow offers no way there, nothing changes', async () => {
  await site.moveTo(risk, 'Closed');
  site.jira.costs.reset();
  expect(await move('verification', { residual, note: 'x' })).toEqual(refused('conflict'));
  expect([status(), writesOf(site)]).toEqual(['Closed', []]);
});

test.each(['accepted', 'awaitingAcceptance', 'identified', 'constructor', ''])(
  'nobody moves a risk to %j by it',
  async (to) => {
    expect(await move(to)).toEqual(refused('invalid-input'));
  },
);

test('a story has no such way', async () => {
  const story = await site.story('Save card');
  expect(await move('assessed', { issueId: story.id })).toEqual(refused('invalid-input'));
});

test('in a team-managed project, whose statuses are its own, it is refused by name', async () => {
  const part = await addTeamProject(site);
  const fields = { project: { id: part.id }, issuetype: { id: part.own.riskTypeId }, summary: 'Card data in logs' };
  const theirs = await site.issue(fields);
  expect(await move('assessed', { issueId: theirs.id })).toEqual(refused('not-set-up'));
});

describe('a call that was cut off', () => {
  test.each([
    ['the score', 'PUT', '*/issue/*'],
    ['the transition', 'POST', '*/transitions'],
    ['the comment', 'POST', '*/comment'],
  ])('at %s is completed by the same call, and nothing is there twice', async (_what, method, path) => {
    for (const kind of ['timeout-before', 'timeout-after', 'error-500'] as const) {
      risk = await site.risk('One of many', riskFields(setup, { likelihood: 4, impact: 4 }));
      site.jira.faults.add({ kind, match: { method, path }, times: 1 });
      await move('closed', closing);
      expect(await move('closed', closing)).toEqual(ok('Closed', { level: 'Low' }));
      expect([kind, status(), comments().length]).toEqual([kind, 'Closed', 1]);
    }
  });

  test('the same words a day later are another note', async () => {
    await move('closed', closing);
    await move('assessed');
    date.pass(86_400_000);
    await move('closed', closing);
    expect(comments()).toHaveLength(2);
  });
});

test('a validator that says no is Jira’s own words', async () => {
  const real = site.jira.fetch.bind(site.jira);
  const spy = jest
    .spyOn(site.jira, 'fetch')
    .mockImplementation(async (request) =>
      request.method === 'POST' && request.url.endsWith('/transitions')
        ? new Response('{"errorMessages":["Ask Mara first."],"errors":{}}', { status: 400 })
        : real(request),
    );
  expect(await move('assessed', { note: 'x' })).toEqual({
    ok: false,
    error: { code: 'jira-refused', message: 'Ask Mara first.' },
  });
  spy.mockRestore();
  expect(comments()).toEqual([]);
});
