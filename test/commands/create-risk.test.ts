import { randomUUID } from 'node:crypto';
import type { Defs } from '../../src/contract/defs';
import type { SiteSetup } from '../../src/domain/site-setup';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';

const log = capturedLog();
type Payload = Parameters<Defs['createRisk']>[0];

describe('creating a risk from a story', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let story: Key;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
  });
  beforeEach(async () => {
    story = await site.story('Save card');
    site.jira.faults.clear();
  });
  afterAll(() => site.close());

  const payload = (more: Partial<Payload> = {}): Payload => ({
    storyId: story.id,
    verb: 'isExposedTo',
    summary: 'Card numbers in the logs',
    idempotencyKey: randomUUID(),
    ...more,
  });
  const create = (given: Payload, who = site.people.mara) => site.invoke(who, 'createRisk', given);
  const risks = () => [...site.jira.state.issues.values()].filter(({ typeId }) => typeId === setup.riskTypeId);
  const linksTo = (riskId: string) =>
    [...site.jira.state.links.values()].filter(
      ({ sourceId, destinationId }) => sourceId === riskId || destinationId === riskId,
    );
  const createFails = (kind: 'timeout-after' | 'timeout-before' | 'error-500' | 'rate-limit', times = 1) =>
    site.jira.faults.add({ kind, match: { method: 'POST', path: '/rest/api/3/issue' }, times });

  test('makes it in the same project, scored, linked the right way round', async () => {
    const made = valueOf(await create(payload({ likelihood: 3, impact: 4 })));
    expect(made).toEqual({
      id: expect.any(String) as string,
      key: expect.stringMatching(/^SHOP-/) as string,
      linked: true,
    });
    const risk = site.jira.state.issues.require(made.id);
    expect([risk.projectId, risk.typeId, risk.summary, risk.reporterId]).toEqual([
      site.project.id,
      setup.riskTypeId,
      'Card numbers in the logs',
      site.people.mara,
    ]);
    expect(JSON.stringify(risk.custom[setup.fields.riskLevel])).toContain(setup.options.riskLevel.High);
    expect(linksTo(made.id)).toMatchObject([
      { sourceId: made.id, destinationId: story.id, typeId: setup.linkTypes.threatens.id },
    ]);
    const reduced = valueOf(await create(payload({ verb: 'reduces' })));
    expect(linksTo(reduced.id)).toMatchObject([{ sourceId: story.id, typeId: setup.linkTypes.mitigates.id }]);
  });

  test('a score needs both halves', async () => {
    const made = valueOf(await create(payload({ likelihood: 3 })));
    expect(site.jira.state.issues.require(made.id).custom[setup.fields.riskLevel] ?? null).toBeNull();
  });

  test('a double click, two tabs and a later repeat make one issue and one link, and all get its key', async () => {
    const before = risks().length;
    const given = payload();
    const answers = await Promise.all([create(given), create(given), create(given)]);
    answers.push(await create(given));
    expect(new Set(answers.map((answer) => valueOf(answer).key)).size).toBe(1);
    expect(answers.every((answer) => valueOf(answer).linked)).toBe(true);
    expect(risks()).toHaveLength(before + 1);
    expect(linksTo(valueOf(answers[0]).id)).toHaveLength(1);
  });

  test('the answer of the create is lost: the same call finds what was made', async () => {
    const before = risks().length;
    createFails('timeout-after');
    expect(valueOf(await create(payload()))).toMatchObject({ linked: true });
    expect(risks()).toHaveLength(before + 1);
  });

  test.each([0, 40])(
    'the answer is lost and search lags, %d issues later: the retry finds the first',
    async (later) => {
      site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
      const before = risks().length;
      const given = payload();
      createFails('timeout-after');
      // The look-up after the lost answer is lost as well.
      site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '/rest/api/3/search/jql' }, times: 3 });
      expect(await create(given)).toEqual({ ok: false, error: { code: 'jira-unavailable' } });
      for (let made = 0; made < later; made += 1) await site.story(`Meanwhile ${made}`);
      const found = valueOf(await create(given));
      expect(found.linked).toBe(true);
      expect(risks()).toHaveLength(before + 1);
      expect(valueOf(await create(given)).key).toBe(found.key);
    },
  );

  test('nobody knows whether it was made: it is not made again, and a new key makes a new one', async () => {
    const before = risks().length;
    const given = payload();
    createFails('timeout-before');
    expect(await create(given)).toEqual({ ok: false, error: { code: 'jira-unavailable' } });
    expect(await create(given)).toEqual({ ok: false, error: { code: 'conflict' } });
    expect(risks()).toHaveLength(before);
    expect(valueOf(await create(payload())).linked).toBe(true);
  });

  test('Jira said no: the same key may be used again', async () => {
    const given = payload();
    createFails('rate-limit');
    expect(await create(given)).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    expect(valueOf(await create(given)).linked).toBe(true);
  });

  test('the link fails: the risk is there, and the same call links it', async () => {
    const given = payload();
    site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '/rest/api/3/issueLink' }, times: 1 });
    const first = valueOf(await create(given));
    expect(first.linked).toBe(false);
    expect(valueOf(await create(given))).toEqual({ ...first, linked: true });
    expect(linksTo(first.id)).toHaveLength(1);
  });

  test('a key belongs to one story', async () => {
    const given = payload();
    await create(given);
    const other = await site.story('Other');
    expect(await create({ ...given, storyId: other.id })).toEqual({ ok: false, error: { code: 'invalid-input' } });
  });

  test('the mark of somebody else on another type of issue is not believed', async () => {
    const given = payload();
    createFails('timeout-before');
    await create(given);
    const forged = await site.story('Forged');
    const { rest } = await import('../fixtures/site');
    const { path } = await import('../../src/jira/request');
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${forged.id}/properties/${'shift-up.once'}`, {
      version: 1,
      key: given.idempotencyKey,
    });
    expect(await create(given)).toEqual({ ok: false, error: { code: 'conflict' } });
  });

  test('without the right to create nothing is made; only allow-listed fields reach Jira', async () => {
    const before = risks().length;
    expect(await create(payload(), site.people.priya)).toEqual({ ok: false, error: { code: 'no-permission' } });
    expect(risks()).toHaveLength(before);
    const greedy = {
      ...payload(),
      status: 'Closed',
      reporter: { id: site.people.admin },
      security: { id: '1' },
      labels: ['x'],
      [setup.fields.riskOwner]: { accountId: site.people.admin },
      fields: { summary: 'other' },
    };
    const made = valueOf(
      (await site.invokeRaw(site.people.mara, 'createRisk', greedy)) as Awaited<ReturnType<typeof create>>,
    );
    const risk = site.jira.state.issues.require(made.id);
    expect([risk.summary, risk.reporterId, risk.labels]).toEqual(['Card numbers in the logs', site.people.mara, []]);
    expect(risk.custom[setup.fields.riskOwner] ?? null).toBeNull();
  });

  test.each(['', '   ', 'x'.repeat(256), 'two\nlines', 7, null])('the summary %j is refused', async (summary) => {
    expect(await site.invokeRaw(site.people.mara, 'createRisk', { ...payload(), summary })).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  test('what is stored names nobody and quotes nothing, nor does the log', async () => {
    const summary = 'canary-summary';
    createFails('error-500');
    await create(payload({ summary }));
    await create(payload({ summary }));
    // What Jira told the platform of its own events is not the app's to keep.
    const { kvs, queue } = site.forge.snapshot(site.site) as Record<'kvs' | 'queue', unknown>;
    const kept = JSON.stringify({ kvs, queue });
    for (const secret of [summary, ...(Object.values(site.people) as string[]), 'Mara', 'Save card']) {
      expect(kept).not.toContain(secret);
      expect(log.lines().join('\n')).not.toContain(secret);
    }
  });
});
