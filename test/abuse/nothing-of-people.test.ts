/** Everything that the app keeps, after all kinds of work, good and bad: numbers, ids and days. Rows 44 and 52. */
import { randomUUID } from 'node:crypto';
import { emptyText } from '../../src/domain/report';
import { path } from '../../src/jira/request';
import { acceptanceSite, DAY_MS, type AcceptanceSite } from '../acceptance/acceptance-site';
import { deliverAll, reconcileAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { OPERATIONS, payloadsOf } from '../fixtures/operations';
import { reportNumbers } from '../fixtures/report';
import { rest, valueOf, type Key } from '../fixtures/site';
import { ISSUE_TYPE } from '../local-jira/seed';
import { save } from '../settings/settings-site';

const log = capturedLog();
let site: AcceptanceSite;
beforeAll(async () => {
  site = await acceptanceSite();
});
afterAll(() => site.close());

const CANARY = 'canary';
const says = (what: string) => `${CANARY} ${what}`;
/** In every key: what it is about, ids, versions and days. */
const KEY_PATTERN = /^[a-z]+(-[a-z]+)*(:[A-Za-z][A-Za-z-]*|:[0-9a-f-]{4,64}|:\d+|:\d{4}-\d{2}-\d{2})*$/;

async function work(): Promise<void> {
  const { mara, deniz, priya, guest, admin } = site.people;
  const setup = await site.setup();
  const projectId = site.project.id;
  const description = {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: says('description') }] }],
  };
  const story: Key = await site.story(says('story'), { description });
  const other = await site.story(says('other story'));
  const meaning = { likelihood: 4, impact: 4, owner: deniz, nextReview: '2026-11-01' } as const;
  const risk = await site.risk(says('risk'), { ...riskFields(setup, meaning), description });
  const call = async (who: string, operation: Parameters<typeof site.invokeRaw>[1], payload: object) => {
    const answer = (await site.invokeRaw(who, operation, payload)) as { ok: boolean };
    expect([operation, answer.ok]).toEqual([operation, true]);
  };

  await call(mara, 'assessRelevance', {
    issueId: story.id,
    assessment: { relevance: 'notRelevant', reason: 'other', text: says('reason') },
  });
  await call(mara, 'assessRelevance', { issueId: story.id, assessment: { relevance: 'relevant' } });
  await call(mara, 'addCriteria', { issueId: story.id, criteria: [says('criterion')] });
  await call(deniz, 'linkIssues', { issueId: story.id, verb: 'isExposedTo', otherIssueIds: [risk.id] });
  await call(deniz, 'createRisk', {
    storyId: other.id,
    verb: 'isExposedTo',
    summary: says('made risk'),
    idempotencyKey: randomUUID(),
  });
  await call(deniz, 'createEnablers', {
    subjectId: risk.id,
    projectId,
    issueTypeId: ISSUE_TYPE.task,
    summaries: [says('enabler')],
    idempotencyKey: randomUUID(),
  });
  await call(deniz, 'editRisks', { issueIds: [risk.id], changes: { owner: mara, businessImpact: says('impact') } });
  await call(deniz, 'reviewRisk', { issueId: risk.id, note: says('note'), idempotencyKey: randomUUID() });
  await call(deniz, 'importRisks', {
    projectId,
    rows: [{ externalId: says('id'), summary: says('row'), owner: mara, assets: [CANARY] }],
    dryRun: false,
  });
  await call(deniz, 'moveRisk', {
    issueId: (await site.risk(says('closed'))).id,
    to: 'closed',
    residual: { likelihood: 1, impact: 1 },
    note: says('gone'),
  });
  const asked = { idempotencyKey: randomUUID(), justification: says('justification'), approver: site.aino };
  expect((await site.ask(risk, deniz, asked)).ok).toBe(true);
  expect((await site.decide(risk, site.aino, 1, { note: says('verdict') })).ok).toBe(true);
  await save(site, site.pia, { bands: { Medium: 2, High: 3, Critical: 4 } });
  await call(mara, 'freezeReport', {
    projectId,
    revision: valueOf(await site.invoke(mara, 'saveReportDraft', { projectId, revision: 0, draft: emptyText() }))
      .revision,
    numbers: reportNumbers(),
    idempotencyKey: randomUUID(),
  });
  await call(site.pia, 'rebuildTrend', { projectId });

  // What fails, and what nobody may: each operation, by everybody, with something in trouble.
  site.jira.faults.add({ kind: 'error-500', match: { method: 'PUT' }, times: 3 });
  site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path: '/rest/api/3/issue' }, times: 2 });
  for (const who of [mara, priya, guest, admin]) {
    const payloads = payloadsOf(site, story.id, risk.id);
    for (const operation of OPERATIONS.filter((name) => !/Undo|detach/.test(name))) {
      await site.invokeRaw(who, operation, payloads[operation]).catch(() => undefined);
    }
  }
  site.jira.faults.clear();

  // What the app does by itself, over some days.
  await site.moveTo(other, 'In Progress');
  for (let day = 0; day < 2; day += 1) {
    await deliverAll(site);
    for (const key of ['daily-digest', 'daily-snapshot']) await site.forge.schedules.run(site.site, key);
    await site.forge.queue.drain(site.site);
    await reconcileAll(site);
    site.pass(DAY_MS);
  }
  await rest(site.as(admin), 'DELETE', path`/rest/api/3/issue/${other.id}`);
  await deliverAll(site);
  expect(site.jira.state.sentMails.all().length).toBeGreaterThan(0);
}

test('after all kinds of work, what is kept and what waits names nobody, and quotes nothing; nor does the log', async () => {
  await work();
  const { kvs, ...waiting } = site.forge.snapshot(site.site) as { kvs: Readonly<Record<string, unknown>> };
  const kept = JSON.stringify([kvs, site.forge.kvs(site.site).values(), waiting]);
  const keys = Object.keys(site.forge.kvs(site.site).values());
  // All kinds: the work did leave something.
  const kinds = [...new Set(keys.map((key) => key.split(':')[0]))];
  for (const kind of [
    'decision',
    'digest',
    'import',
    'levels-run',
    'once',
    'project-setup',
    'rebuild-run',
    'report',
    'site-setup',
    'trend',
  ]) {
    expect(kinds).toContain(kind);
  }
  const { users } = site.jira.state;
  const people = users
    .all()
    .flatMap(({ id, displayName, accountType }) =>
      accountType === 'app' ? [id] : [id, displayName, ...displayName.split(' ').filter((part) => /^[A-Z]/.test(part))],
    );
  expect(people.length).toBeGreaterThan(20);
  for (const text of [kept, log.lines().join('\n')]) {
    expect(people.filter((name) => name.length > 3 && text.includes(name))).toEqual([]);
    expect(text).not.toContain(CANARY);
  }
  expect(keys.filter((key) => !KEY_PATTERN.test(key))).toEqual([]);
});

test('of an account that is closed nothing has to be forgotten, and the pages stand without it', async () => {
  const { state } = site.jira;
  const before = JSON.stringify(site.forge.kvs(site.site).values());
  const deniz = state.users.require(site.people.deniz);
  state.users.put({ ...deniz, active: false, displayName: 'Former user' });
  for (const { id, typeId } of state.issues.values()) {
    if (typeId !== site.setupIds.riskTypeId) continue;
    const answer = await site.invokeRaw(site.people.mara, 'readDecisions', { issueId: id });
    expect(answer).toMatchObject({ ok: true });
  }
  await reconcileAll(site);
  expect(before).not.toContain(deniz.id);
  expect(JSON.stringify(site.forge.kvs(site.site).values())).not.toContain(deniz.id);
});
