import { randomUUID } from 'node:crypto';
import type { Defs } from '../../src/contract/defs';
import type { SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';

const log = capturedLog();
type Payload = Parameters<Defs['createEnablers']>[0];

describe('creating enablers from a list', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let risk: Key;
  let pay: Key;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
    const added = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: site.people.admin });
    grant(site.jira.state, added, site.people.mara, 'member');
    pay = { id: added.id, key: added.key };
  });
  beforeEach(async () => {
    risk = await site.risk('Weak reset');
    site.jira.faults.clear();
  });
  afterAll(() => site.close());

  const payload = (more: Partial<Payload> = {}): Payload => ({
    subjectId: risk.id,
    projectId: site.project.id,
    issueTypeId: ISSUE_TYPE.story,
    summaries: ['Links expire', 'Second factor', 'Notify by e-mail'],
    idempotencyKey: randomUUID(),
    ...more,
  });
  const create = (given: Payload, who = site.people.mara) => site.invoke(who, 'createEnablers', given);
  const issues = () => [...site.jira.state.issues.values()];
  const named = (summary: string) => issues().filter((issue) => issue.summary === summary);
  const summariesTo = (typeId: string, issueId: string) =>
    [...site.jira.state.links.values()]
      .filter((link) => link.typeId === typeId && link.destinationId === issueId)
      .map(({ sourceId }) => site.jira.state.issues.require(sourceId).summary);
  const fails = (kind: 'timeout-after' | 'timeout-before' | 'error-500', where: string, times = 1) =>
    site.jira.faults.add({ kind, match: { method: 'POST', path: where }, times });

  test('one issue for each line, relevant, and each reduces the risk', async () => {
    const { created, failed } = valueOf(await create(payload()));
    expect(failed).toEqual([]);
    expect(created.map(({ summary, linked }) => [summary, linked])).toEqual([
      ['Links expire', true],
      ['Second factor', true],
      ['Notify by e-mail', true],
    ]);
    expect(new Set(summariesTo(setup.linkTypes.mitigates.id, risk.id))).toEqual(new Set(payload().summaries));
    for (const { id } of created) {
      const issue = site.jira.state.issues.require(id);
      expect([issue.projectId, issue.typeId, issue.reporterId]).toEqual([
        site.project.id,
        ISSUE_TYPE.story,
        site.people.mara,
      ]);
      expect(issue.custom[setup.fields.securityRelevance]).toBe(setup.options.securityRelevance.relevant);
    }
  });

  test('from a story they secure the story', async () => {
    const story = await site.story('Save card');
    valueOf(await create(payload({ subjectId: story.id, summaries: ['Encrypt the cards'] })));
    expect(summariesTo(setup.linkTypes.secures.id, story.id)).toEqual(['Encrypt the cards']);
    expect(summariesTo(setup.linkTypes.mitigates.id, story.id)).toEqual([]);
  });

  test('in another project, where nothing is assessed, under an epic', async () => {
    const epic = (await rest(site.as(site.people.mara), 'POST', path`/rest/api/3/issue`, {
      fields: { project: { id: pay.id }, issuetype: { id: ISSUE_TYPE.epic }, summary: 'Hardening' },
    })) as Key;
    const { created } = valueOf(
      await create(payload({ projectId: pay.id, parentId: epic.id, summaries: ['Rotate the keys'] })),
    );
    const issue = site.jira.state.issues.require(created[0]?.id ?? '');
    expect([issue.projectId, issue.parentId]).toEqual([pay.id, epic.id]);
    expect(issue.custom[setup.fields.securityRelevance]).toBeUndefined();
    expect(summariesTo(setup.linkTypes.mitigates.id, risk.id)).toEqual(['Rotate the keys']);
  });

  test('a type that nobody assesses stays without a relevance', async () => {
    const { created } = valueOf(await create(payload({ issueTypeId: ISSUE_TYPE.task, summaries: ['Patch'] })));
    const issue = site.jira.state.issues.require(created[0]?.id ?? '');
    expect(issue.custom[setup.fields.securityRelevance]).toBeUndefined();
  });

  test('a double click, two tabs and a later repeat make one set; a line written twice is one issue', async () => {
    const summaries = ['Once only', 'Once only', 'And this'];
    const given = payload({ summaries });
    const answers = await Promise.all([create(given), create(given)]);
    answers.push(await create(given));
    for (const answer of answers) {
      const { created, failed } = valueOf(answer);
      expect(failed).toEqual([]);
      expect(created.map(({ summary }) => summary)).toEqual(['Once only', 'And this']);
    }
    expect(new Set(answers.flatMap((answer) => valueOf(answer).created.map(({ key }) => key))).size).toBe(2);
    expect([named('Once only'), named('And this')].map(({ length }) => length)).toEqual([1, 1]);
    expect(summariesTo(setup.linkTypes.mitigates.id, risk.id)).toHaveLength(2);
  });

  test('a line added to the list is made, the others are found', async () => {
    const given = payload({ summaries: ['First of all'] });
    const [first] = valueOf(await create(given)).created;
    const more = valueOf(await create({ ...given, summaries: ['First of all', 'One more'] }));
    expect(more.created[0]?.key).toBe(first?.key);
    expect([named('First of all'), named('One more')].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('one answer is lost on the way: it is found, and nothing is made twice', async () => {
    site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
    fails('timeout-after', '/rest/api/3/issue');
    const given = payload({ summaries: ['Lost one', 'Lost two', 'Lost three'] });
    const { created, failed } = valueOf(await create(given));
    expect([created.length, failed]).toEqual([3, []]);
    for (const summary of given.summaries) expect(named(summary)).toHaveLength(1);
  });

  test('partly refused: what was made is named and linked, and the same call makes only what is missing', async () => {
    site.jira.faults.add({
      kind: 'rate-limit',
      match: { method: 'POST', path: '/rest/api/3/issue' },
      times: 1,
      retryAfter: 3,
    });
    const given = payload({ summaries: ['Part one', 'Part two', 'Part three'] });
    const first = valueOf(await create(given));
    expect(first.created).toHaveLength(2);
    expect(first.failed).toMatchObject([{ error: { code: 'rate-limited' } }]);
    const second = valueOf(await create(given));
    expect([second.created.length, second.failed]).toEqual([3, []]);
    for (const summary of given.summaries) expect(named(summary)).toHaveLength(1);
  });

  test('made but not linked: said, and the same call links it', async () => {
    fails('error-500', '/rest/api/3/issueLink');
    const given = payload({ summaries: ['Loose end'] });
    expect(valueOf(await create(given)).created).toMatchObject([{ linked: false }]);
    expect(valueOf(await create(given)).created).toMatchObject([{ linked: true }]);
    expect(named('Loose end')).toHaveLength(1);
    expect(summariesTo(setup.linkTypes.mitigates.id, risk.id)).toEqual(['Loose end']);
  });

  test('nobody knows whether a line was made: it is not made again, the others are', async () => {
    fails('timeout-before', '/rest/api/3/issue');
    const given = payload({ summaries: ['Unknown fate', 'Clear fate'] });
    const first = valueOf(await create(given));
    expect([first.created.length, first.failed.length]).toEqual([1, 1]);
    const second = valueOf(await create(given));
    expect(second.failed.map(({ error }) => error.code)).toEqual(['conflict']);
    expect(issues().filter(({ summary }) => given.summaries.includes(summary))).toHaveLength(1);
  });

  test('Jira’s own words when it refuses a field', async () => {
    const { failed, created } = valueOf(await create(payload({ parentId: risk.id, summaries: ['Under a risk'] })));
    expect(created).toEqual([]);
    expect(failed).toEqual([
      { summary: 'Under a risk', error: { code: 'jira-refused', message: expect.any(String) as string } },
    ]);
    expect(named('Under a risk')).toEqual([]);
  });

  test('twenty lines stay within one call', async () => {
    const summaries = Array.from({ length: 20 }, (_, index) => `Line ${index + 1}`);
    expect(valueOf(await create(payload({ summaries }))).created).toHaveLength(20);
    expect(summariesTo(setup.linkTypes.mitigates.id, risk.id)).toHaveLength(20);
    const tooMany = payload({ summaries: [...summaries, 'Line 21'] });
    expect(await create(tooMany)).toEqual({ ok: false, error: { code: 'invalid-input' } });
  });

  describe('who may', () => {
    const refused = (code: string) => ({ ok: false, error: { code } });

    test('nobody without Link issues on the subject', async () => {
      const before = issues().length;
      expect(await create(payload(), site.people.priya)).toEqual(refused('no-permission'));
      expect(await create(payload(), site.people.guest)).toEqual(refused('not-found'));
      expect(issues()).toHaveLength(before);
    });

    test('nobody without Create issues in the project', async () => {
      const before = issues().length;
      // Deniz does not see PAY at all; Priya sees SHOP and creates nothing there.
      expect(await create(payload({ projectId: pay.id }), site.people.deniz)).toEqual(refused('not-found'));
      const view = addProject(site.jira.state, { key: 'VIEW', name: 'To look at', leadAccountId: site.people.admin });
      grant(site.jira.state, view, site.people.mara, 'viewer');
      expect(await create(payload({ projectId: view.id }))).toEqual(refused('no-permission'));
      expect(issues()).toHaveLength(before);
    });

    test('no security risk is made as an enabler', async () => {
      expect(await create(payload({ issueTypeId: setup.riskTypeId }))).toEqual(refused('invalid-input'));
    });

    test('a key belongs to one issue', async () => {
      const given = payload({ summaries: ['Mine'] });
      valueOf(await create(given));
      const other = await site.risk('Other');
      const { created, failed } = valueOf(await create({ ...given, subjectId: other.id }));
      expect([created, failed.map(({ error }) => error.code)]).toEqual([[], ['invalid-input']]);
    });

    test('only allow-listed fields reach Jira', async () => {
      const greedy = {
        ...payload({ summaries: ['Greedy'] }),
        status: 'Done',
        reporter: { id: site.people.admin },
        labels: ['x'],
        [setup.fields.riskOwner]: { accountId: site.people.admin },
      };
      valueOf((await site.invokeRaw(site.people.mara, 'createEnablers', greedy)) as Awaited<ReturnType<typeof create>>);
      const [issue] = named('Greedy');
      expect([issue?.reporterId, issue?.labels]).toEqual([site.people.mara, []]);
    });

    test.each([
      ['no lines', { summaries: [] }],
      ['an empty line', { summaries: ['  '] }],
      ['a line too long', { summaries: ['x'.repeat(256)] }],
      ['two lines in one', { summaries: ['a\nb'] }],
      ['a project that would change a path', { projectId: '1/../2' }],
      ['a type that is none', { issueTypeId: 'story' }],
      ['a key too long to be told apart', { idempotencyKey: 'a'.repeat(49) }],
    ])('%s is refused', async (_, wrong) => {
      expect(await site.invokeRaw(site.people.mara, 'createEnablers', { ...payload(), ...wrong })).toEqual(
        refused('invalid-input'),
      );
    });
  });

  test('what is stored names nobody and quotes nothing, nor does the log', async () => {
    fails('error-500', '/rest/api/3/issue', 2);
    const given = payload({ summaries: ['canary-line', 'canary-other'] });
    await create(given);
    await create(given);
    const { kvs, queue } = site.forge.snapshot(site.site) as Record<'kvs' | 'queue', unknown>;
    const kept = JSON.stringify({ kvs, queue }) + log.lines().join('\n');
    for (const secret of ['canary', ...(Object.values(site.people) as string[]), 'Mara', 'Weak reset']) {
      expect(kept).not.toContain(secret);
    }
  });

  test('settings decide which types are assessed', async () => {
    const { saved } = valueOf(
      await site.invoke(site.people.admin, 'readProjectSettings', { projectId: site.project.id }),
    );
    if (saved === undefined) throw new Error('the project was not added');
    const { settings, revision } = saved;
    const change = { projectId: site.project.id, revision, settings, storyTypeIds: [ISSUE_TYPE.task] };
    expect(valueOf(await site.invoke(site.people.admin, 'saveProjectSettings', change)).saved).toBe(true);
    const { created } = valueOf(await create(payload({ summaries: ['Not a story any more'] })));
    const issue = site.jira.state.issues.require(created[0]?.id ?? '');
    expect(issue.custom[setup.fields.securityRelevance]).toBeUndefined();
  });
});
