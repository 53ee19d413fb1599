/** Fields of one or several risks, through the manifest's resolver function. */
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { readRisk } from '../../src/reads/risk';
import { addProject } from '../local-jira/seed';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { NOW, rest, TODAY, valueOf, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
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
  risk = await site.risk('Account takeover');
  site.jira.costs.reset();
});
afterEach(() => {
  site.close();
  date.restore();
});

const edit = (issueIds: readonly string[], changes: object, who = site.people.deniz) =>
  site.invokeRaw(who, 'editRisks', { issueIds, changes });
const view = (of: Key = risk, ids = setup) => readRisk(site.as(site.people.deniz), ids, of.id, TODAY);
const ok = (done: readonly string[], failed: readonly unknown[] = []) => ({ ok: true, value: { done, failed } });

test('every field, in one write, and emptied again', async () => {
  const { mara } = site.people;
  const changes = {
    owner: mara,
    treatment: 'Transfer',
    nextReview: '2027-01-31',
    businessImpact: 'Refunds.\n\nAnd a report.',
    inherent: { likelihood: 4, impact: 5 },
    residual: { likelihood: 1, impact: 5 },
  };
  expect(await edit([risk.id], changes)).toEqual(ok([risk.id]));
  expect(writesOf(site)).toEqual(['PUT /rest/api/3/issue/{issueIdOrKey}']);
  expect(await view()).toMatchObject({
    owner: { name: 'Mara Lindqvist' },
    treatment: 'Transfer',
    nextReview: '2027-01-31',
    businessImpact: 'Refunds.\n\nAnd a report.',
    inherent: { likelihood: 4, impact: 5 },
    level: 'Critical',
    residual: { likelihood: 1, impact: 5 },
    residualLevel: 'Medium',
  });
  await edit([risk.id], { owner: null, treatment: null, nextReview: null, businessImpact: '  ' });
  const { owner, treatment, nextReview, businessImpact } = await view();
  expect([owner, treatment, nextReview, businessImpact]).toEqual([undefined, undefined, undefined, undefined]);
});

describe('the next review', () => {
  const score = (likelihood: number, impact: number) => ({ inherent: { likelihood, impact } });
  const nextReview = async () => (await view()).nextReview;

  test('is set by the first score, comes nearer when the level gets worse, and stays when it gets better', async () => {
    await edit([risk.id], score(3, 3));
    expect(await nextReview()).toBe('2027-02-18');
    await edit([risk.id], score(5, 5));
    expect(await nextReview()).toBe('2026-12-20');
    await edit([risk.id], score(1, 1));
    expect(await nextReview()).toBe('2026-12-20');
  });

  test('goes by the intervals and bands of the project', async () => {
    await save(site, site.pia, {
      bands: { Medium: 2, High: 3, Critical: 4 },
      reviewDays: { Low: 9, Medium: 8, High: 7, Critical: 3 },
    });
    await edit([risk.id], score(2, 2));
    expect([await nextReview(), (await view()).level]).toEqual(['2026-11-23', 'Critical']);
  });

  test('that somebody gives goes before the one that would follow; so does none', async () => {
    await edit([risk.id], { ...score(5, 5), nextReview: '2027-03-01' });
    expect(await nextReview()).toBe('2027-03-01');
    await edit([risk.id], { ...score(1, 1), nextReview: null });
    expect(await nextReview()).toBeUndefined();
  });

  test('of a risk that is closed is nobody’s business', async () => {
    await site.moveTo(risk, 'Closed');
    await edit([risk.id], score(5, 5));
    expect([await nextReview(), (await view()).level]).toEqual([undefined, 'Critical']);
  });

  test('a residual score moves nothing', async () => {
    await edit([risk.id], { residual: { likelihood: 5, impact: 5 } });
    expect(await nextReview()).toBeUndefined();
  });

  test('follows what is set in the panel as well', async () => {
    const given = { issueId: risk.id, kind: 'inherent', likelihood: 5, impact: 5 } as const;
    valueOf(await site.invoke(site.people.deniz, 'scoreRisk', given));
    expect(await nextReview()).toBe('2026-12-20');
  });
});

describe('several', () => {
  test('of several projects, each named that cannot be changed', async () => {
    const hidden = addProject(site.jira.state, { key: 'HIDE', name: 'canary', leadAccountId: site.people.admin });
    await site.runSetup([hidden.id]);
    const fields = { project: { id: hidden.id }, issuetype: { id: setup.riskTypeId }, summary: 'canary' };
    const secret = (await rest(site.as(site.people.admin), 'POST', path`/rest/api/3/issue`, { fields })) as Key;
    const story = await site.story('Save card');
    const other = await site.risk('Card data in logs');
    const answer = await edit([risk.id, secret.id, story.id, '987654321', other.id, risk.id], { treatment: 'Avoid' });
    expect(answer).toEqual(
      ok(
        [risk.id, other.id],
        [
          { issueId: secret.id, error: { code: 'not-found' } },
          { issueId: story.id, error: { code: 'invalid-input' } },
          { issueId: '987654321', error: { code: 'not-found' } },
        ],
      ),
    );
    expect(JSON.stringify(answer)).not.toContain('canary');
    expect((await view(other)).treatment).toBe('Avoid');
  });

  test('without the right to edit none is written, and each is named', async () => {
    const before = site.jira.snapshot();
    expect(await edit([risk.id], { treatment: 'Avoid' }, site.people.priya)).toEqual(
      ok([], [{ issueId: risk.id, error: { code: 'no-permission' } }]),
    );
    expect(site.jira.snapshot()).toEqual(before);
    expect(await edit([risk.id], { treatment: 'Avoid' }, site.people.guest)).toEqual(
      ok([], [{ issueId: risk.id, error: { code: 'not-found' } }]),
    );
  });

  test('where the right cannot be checked, nobody has it', async () => {
    site.jira.faults.add({ kind: 'error-500', match: { path: '/rest/api/3/permissions/check' } });
    expect(await edit([risk.id], { treatment: 'Avoid' })).toEqual(refused('could-not-verify'));
    const real = site.jira.fetch.bind(site.jira);
    site.jira.faults.clear();
    for (const body of ['{}', '[]', '<html>', '{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":["x"]}]}']) {
      const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
        return request.url.includes('permissions/check') ? new Response(body, { status: 200 }) : real(request);
      });
      expect(await edit([risk.id], { treatment: 'Avoid' })).toEqual(refused('could-not-verify'));
      spy.mockRestore();
    }
    expect((await view()).treatment).toBeUndefined();
  });

  test('one that Jira refuses stops none of the others', async () => {
    const other = await site.risk('Card data in logs');
    site.jira.faults.add({ kind: 'error-500', match: { method: 'PUT', path: `/rest/api/3/issue/${risk.id}` } });
    expect(await edit([risk.id, other.id], { treatment: 'Avoid' })).toEqual(
      ok([other.id], [{ issueId: risk.id, error: { code: 'jira-unavailable' } }]),
    );
    site.jira.faults.clear();
    expect(await edit([risk.id, other.id], { treatment: 'Avoid' })).toEqual(ok([risk.id, other.id]));
  });
});

describe('what comes in', () => {
  test.each([
    ['no risk', [], { treatment: 'Avoid' }],
    ['51 risks', Array.from({ length: 51 }, (_, at) => String(10_001 + at)), { treatment: 'Avoid' }],
    ['no change', ['10001'], {}],
    ['only what is not on the list', ['10001'], { status: '3', reporter: 'x', customfield_10000: 'x' }],
    ['a key', ['SHOP-1'], { treatment: 'Avoid' }],
    ['an exponent', ['1e4'], { treatment: 'Avoid' }],
    ['a query', ['10001 OR 1=1'], { treatment: 'Avoid' }],
    ['another treatment', ['10001'], { treatment: 'Ignore' }],
    ['a day that is none', ['10001'], { nextReview: '2026-02-30' }],
    ['a rating that is none', ['10001'], { inherent: { likelihood: 6, impact: 1 } }],
    ['half a score', ['10001'], { inherent: { likelihood: 5 } }],
    ['a person that is none', ['10001'], { owner: '../admin' }],
    ['too long a text', ['10001'], { businessImpact: 'a'.repeat(10_001) }],
    ['a null character', ['10001'], { businessImpact: 'a\u0000b' }],
  ])('%s is refused before anything is asked', async (_name, issueIds, changes) => {
    expect(await edit(issueIds, changes)).toEqual(refused('invalid-input'));
    expect(site.jira.costs.entries).toEqual([]);
  });

  test('only listed fields reach Jira', async () => {
    const before = site.jira.state.issues.require(risk.id);
    const more = {
      status: { id: '3' },
      reporter: { accountId: site.people.priya },
      security: { id: '1' },
      summary: 'x',
    };
    expect(await edit([risk.id], { ...more, treatment: 'Avoid', customfield_10000: 'x' })).toEqual(ok([risk.id]));
    const after = site.jira.state.issues.require(risk.id);
    const changed = Object.keys(after.custom).filter((id) => after.custom[id] !== before.custom[id]);
    expect(changed).toEqual([setup.fields.treatment]);
    expect({ ...after, custom: before.custom, updated: before.updated }).toEqual(before);
  });
});

test('in a team-managed project by its own ids; a field that it lacks is named', async () => {
  const part = await addTeamProject(site);
  const own = setupOf(setup, part.setup);
  const theirs = await site.issue({
    project: { id: part.id },
    issuetype: { id: own.riskTypeId },
    summary: 'Card data in logs',
  });
  const changes = { owner: site.people.mara, inherent: { likelihood: 5, impact: 5 } };
  expect(await edit([theirs.id, risk.id], changes)).toEqual(ok([theirs.id, risk.id]));
  for (const [one, ids] of [
    [theirs, own],
    [risk, setup],
  ] as const) {
    expect(await view(one, ids)).toMatchObject({
      owner: { name: 'Mara Lindqvist' },
      level: 'Critical',
      nextReview: '2026-12-20',
    });
  }
  expect(await edit([theirs.id], { treatment: 'Avoid' })).toEqual(
    ok([], [{ issueId: theirs.id, error: { code: 'not-set-up' } }]),
  );
  await edit([theirs.id], { owner: null });
  expect((await view(theirs, own)).owner).toBeUndefined();
});

test('fifty at once take few round trips', async () => {
  const risks = await Promise.all(Array.from({ length: 50 }, () => site.risk('One of many', riskFields(setup, {}))));
  site.jira.costs.reset();
  const ids = risks.map(({ id }) => id);
  expect(await edit(ids, { treatment: 'Mitigate' })).toEqual(ok(ids));
  const { requests, roundTrips } = site.jira.costs.totals();
  expect(requests).toBe(52);
  expect(roundTrips).toBeLessThanOrEqual(2 + Math.ceil(50 / 6));
});
