/**
 * What a hostile or careless user could try. Everything goes through the manifest's resolver function, as a page's
 * `invoke` does; the unmodified @forge packages and a Jira with several people stand behind it.
 */
import { randomUUID } from 'node:crypto';
import type { Defs } from '../../src/contract/defs';
import { addProject } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { requestsOf, writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';

const log = capturedLog();
const refused = (code: string) => ({ ok: false, error: { code } });

describe('the guard', () => {
  let site: TestSite;
  let story: Key;
  let risk: Key;
  let secret: Key;
  beforeAll(async () => {
    site = await setUpSite();
    story = await site.story('Save card');
    risk = await site.risk('Card data in logs');
    const hidden = addProject(site.jira.state, {
      key: 'HIDE',
      name: 'canary project',
      leadAccountId: site.people.admin,
    });
    await site.runSetup([hidden.id]);
    const { riskTypeId } = await site.setup();
    const { rest } = await import('../fixtures/site');
    const { path } = await import('../../src/jira/request');
    secret = (await rest(site.as(site.people.admin), 'POST', path`/rest/api/3/issue`, {
      fields: { project: { id: hidden.id }, issuetype: { id: riskTypeId }, summary: 'canary summary' },
    })) as Key;
  });
  beforeEach(() => {
    site.jira.faults.clear();
    site.jira.costs.reset();
  });
  afterAll(() => site.close());

  type Operation = keyof Defs;
  /** A valid payload of every operation, about one issue. */
  const payloads = (issueId: string): Record<Operation, unknown> => ({
    getSetup: { projectIds: [site.project.id] },
    assessRelevance: { issueId, assessment: { relevance: 'relevant' } },
    linkIssues: { issueId, verb: 'reduces', otherIssueIds: [risk.id] },
    unlinkIssues: { issueId, linkId: '10000' },
    createRisk: { storyId: issueId, verb: 'reduces', summary: 'A risk', idempotencyKey: randomUUID() },
    scoreRisk: { issueId, kind: 'inherent', likelihood: 5, impact: 5 },
    planSetup: { projectIds: [site.project.id] },
    runSetupStep: { step: 'status:dropped', projectIds: [] },
  });
  const OPERATIONS: readonly Operation[] = [
    'getSetup',
    'assessRelevance',
    'linkIssues',
    'unlinkIssues',
    'createRisk',
    'scoreRisk',
    'planSetup',
    'runSetupStep',
  ];
  const ON_ISSUE = ['assessRelevance', 'linkIssues', 'unlinkIssues', 'createRisk', 'scoreRisk'] as const;
  const ADMIN_ONLY = ['planSetup', 'runSetupStep'] as const;

  describe('who may', () => {
    test.each(ON_ISSUE)(
      '%s on an issue that one may not see answers like on one that does not exist',
      async (operation) => {
        const unseen = await site.invokeRaw(site.people.mara, operation, payloads(secret.id)[operation]);
        const missing = await site.invokeRaw(site.people.mara, operation, payloads('987654321')[operation]);
        expect(unseen).toEqual(refused('not-found'));
        expect(JSON.stringify(unseen)).toBe(JSON.stringify(missing));
        expect(writesOf(site)).toEqual([]);
        expect(log.lines().join()).not.toMatch(/canary|HIDE/);
      },
    );

    test.each(ON_ISSUE)('%s without the right changes nothing', async (operation) => {
      const before = site.jira.snapshot();
      expect(await site.invokeRaw(site.people.priya, operation, payloads(story.id)[operation])).toEqual(
        refused('no-permission'),
      );
      expect(writesOf(site)).toEqual([]);
      expect(site.jira.snapshot()).toEqual(before);
    });

    test.each(ADMIN_ONLY)('%s is for Jira admins, whether or not a page hides it', async (operation) => {
      for (const person of [site.people.mara, site.people.priya, site.people.guest]) {
        expect(await site.invokeRaw(person, operation, payloads(story.id)[operation])).toEqual(
          refused('no-permission'),
        );
      }
      expect(writesOf(site)).toEqual([]);
    });

    test.each(OPERATIONS)('%s refuses nobody in particular', async (operation) => {
      for (const nobody of [undefined, 'unidentified', '']) {
        expect(await site.invokeRaw(nobody, operation, payloads(story.id)[operation])).toEqual(
          refused('not-signed-in'),
        );
      }
      expect(requestsOf(site)).toEqual([]);
    });

    test('an account id in the payload is nobody', async () => {
      const { admin, priya } = site.people;
      const more = {
        accountId: admin,
        account: { id: admin },
        principal: { accountId: admin },
        context: { accountId: admin },
      };
      for (const operation of ['assessRelevance', 'runSetupStep'] as const) {
        const payload = { ...(payloads(story.id)[operation] as object), ...more };
        expect(await site.invokeRaw(priya, operation, payload)).toEqual(refused('no-permission'));
      }
    });

    test('a step of set-up belongs to the projects that were chosen, whatever its name says', async () => {
      const { admin } = site.people;
      const step = `project:${site.project.id}:settings`;
      expect(await site.invokeRaw(admin, 'runSetupStep', { step, projectIds: [] })).toEqual(refused('invalid-input'));
      expect(await site.invokeRaw(admin, 'runSetupStep', { step, projectIds: ['10999'] })).toEqual(
        refused('invalid-input'),
      );
      for (const wrong of [
        'project:constructor:settings',
        'field:constructor',
        'toString',
        `${step}:more`,
        '',
        'a'.repeat(81),
      ]) {
        expect(await site.invokeRaw(admin, 'runSetupStep', { step: wrong, projectIds: [] })).toEqual(
          refused('invalid-input'),
        );
      }
      expect(writesOf(site)).toEqual([]);
    });

    test('a right that was taken away after the page was loaded is gone at the click', async () => {
      const assess = () => site.invokeRaw(site.people.deniz, 'assessRelevance', payloads(story.id).assessRelevance);
      expect(await assess()).toMatchObject({ ok: true });
      const project = site.jira.state.projects.require(site.project.id);
      const without = Object.fromEntries(
        Object.entries(project.roleActors).map(([role, actors]) => [
          role,
          actors.filter((actor) => actor.type !== 'user' || actor.accountId !== site.people.deniz),
        ]),
      );
      site.jira.state.projects.put({ ...project, roleActors: without });
      expect(await assess()).toEqual(refused('not-found'));
      site.jira.state.projects.put(project);
    });

    test('every change is made as the person who asked', async () => {
      await site.invokeRaw(site.people.deniz, 'assessRelevance', payloads(story.id).assessRelevance);
      const answer = await site.as(site.people.mara)(
        (await import('../../src/jira/request')).path`/rest/api/3/issue/${story.id}?fields=summary&expand=changelog`,
        { method: 'GET' },
      );
      const { changelog } = JSON.parse(await answer.text()) as {
        changelog: { histories: { author: { accountId: string } }[] };
      };
      expect(new Set(changelog.histories.map(({ author }) => author.accountId))).toEqual(new Set([site.people.deniz]));
    });
  });

  describe('when the right cannot be checked', () => {
    const FAULTS = [
      ['error-500', undefined],
      ['error-503', undefined],
      ['timeout-before', undefined],
      ['rate-limit', 60],
    ] as const;

    test.each(FAULTS)('%s means no', async (kind, retryAfter) => {
      site.jira.faults.add({
        kind,
        match: { path: '/rest/api/3/mypermissions' },
        ...(retryAfter ? { retryAfter } : {}),
      });
      for (const operation of ['assessRelevance', 'planSetup'] as const) {
        const answer = await site.invokeRaw(site.people.admin, operation, payloads(story.id)[operation]);
        expect(answer).toEqual(refused('could-not-verify'));
      }
      expect(writesOf(site)).toEqual([]);
      expect(log.lines().length).toBeGreaterThan(0);
    });

    test.each([
      [400, '{"errorMessages":["canary"]}'],
      [401, ''],
      [403, '{}'],
      [200, '<html>canary</html>'],
      [200, '{"permissions":{}}'],
      [200, '{"permissions":{"EDIT_ISSUES":{"havePermission":true}}}'],
      [200, '{"permissions":{"BROWSE_PROJECTS":{"havePermission":"yes"},"EDIT_ISSUES":{"havePermission":"yes"}}}'],
      [200, '[]'],
    ])('an answer %d %s means no', async (status, body) => {
      const real = site.jira.fetch.bind(site.jira);
      const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
        return request.url.includes('mypermissions') ? new Response(body, { status }) : real(request);
      });
      const answer = await site.invokeRaw(site.people.mara, 'assessRelevance', payloads(story.id).assessRelevance);
      spy.mockRestore();
      expect(answer).toMatchObject({ ok: false });
      expect(['could-not-verify', 'not-found', 'no-permission']).toContain(
        (answer as { error: { code: string } }).error.code,
      );
      expect(JSON.stringify(answer)).not.toContain('canary');
      expect(requestsOf(site)).toEqual([]);
    });
  });

  describe('what may come in', () => {
    test.each([
      'constructor',
      'toString',
      '__proto__',
      'hasOwnProperty',
      'valueOf',
      '__defineGetter__',
      '',
      'getSetup ',
      'GETSETUP',
    ])('%j is no operation, and the answer tells nothing', async (name) => {
      const answer = await site.invokeRaw(site.people.mara, name, {});
      expect(answer).toEqual(refused('unknown-operation'));
      expect(JSON.stringify(answer)).not.toMatch(/installContext|license|accountId/);
    });

    const BAD_IDS: readonly unknown[] = [
      'SHOP-1',
      '1e4',
      '-1',
      'NaN',
      '10001 OR 1=1',
      '10000%2fcomment',
      '../10000',
      '10000/../10001',
      'A-1;x=1',
      '0',
      '',
      ' 10000',
      '10000\n',
      10000,
      ['10000'],
      { toString: '10000' },
      null,
      true,
    ];

    test.each(ON_ISSUE)('%s takes nothing but a numeric id', async (operation) => {
      for (const id of BAD_IDS) {
        const payload = {
          ...(payloads(story.id)[operation] as object),
          [operation === 'createRisk' ? 'storyId' : 'issueId']: id,
        };
        expect(await site.invokeRaw(site.people.mara, operation, payload)).toEqual(refused('invalid-input'));
      }
      expect(requestsOf(site)).toEqual([]);
    });

    test('lists: none, too many, wrong ones', async () => {
      const ids = (many: number) => Array.from({ length: many }, (_, index) => String(10_000 + index));
      for (const otherIssueIds of [[], ids(26), ids(10_000), [risk.id, 'x'], 'x', null, { 0: risk.id, length: 1 }]) {
        const payload = { issueId: story.id, verb: 'reduces', otherIssueIds };
        expect(await site.invokeRaw(site.people.mara, 'linkIssues', payload)).toEqual(refused('invalid-input'));
      }
      for (const projectIds of [ids(51), ['SHOP'], [`${site.project.id}#admin`], 'x', undefined]) {
        expect(await site.invokeRaw(site.people.mara, 'getSetup', { projectIds })).toEqual(refused('invalid-input'));
      }
      expect(requestsOf(site)).toEqual([]);
    });

    test.each(OPERATIONS)('%s: wrong types, nothing, and a thousand levels are refused', async (operation) => {
      let deep: unknown = 'x';
      for (let level = 0; level < 1000; level += 1) deep = { issueId: deep };
      for (const payload of [undefined, null, 7, 'x', [], true, deep, { issueId: {} }]) {
        expect(await site.invokeRaw(site.people.mara, operation, payload)).toEqual(refused('invalid-input'));
      }
      expect(requestsOf(site)).toEqual([]);
    });

    test('more than Forge takes never arrives', async () => {
      const payload = { ...(payloads(story.id).createRisk as object), summary: 'x'.repeat(600_000) };
      await expect(site.invokeRaw(site.people.mara, 'createRisk', payload)).rejects.toThrow('Forge allows');
    });

    test("keys that nobody asked for reach neither Jira nor an object's prototype", async () => {
      const payload = JSON.parse(
        `{"issueId":"${story.id}","assessment":{"relevance":"relevant","__proto__":{"polluted":true}},"fields":{"summary":"x"},"__proto__":{"polluted":true},"customfield_10010":1}`,
      ) as unknown;
      expect(await site.invokeRaw(site.people.mara, 'assessRelevance', payload)).toMatchObject({ ok: true });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(site.jira.state.issues.require(story.id).summary).toBe('Save card');
    });
  });

  describe('licence and set-up', () => {
    test('an inactive licence is refused politely, data untouched', async () => {
      site.site.license = { active: false };
      for (const operation of OPERATIONS) {
        expect(await site.invokeRaw(site.people.admin, operation, payloads(story.id)[operation])).toEqual(
          refused('licence-inactive'),
        );
      }
      site.site.license = { active: true };
      expect(await site.invokeRaw(site.people.mara, 'getSetup', payloads(story.id).getSetup)).toMatchObject({
        ok: true,
      });
      site.site.license = undefined;
    });

    test('before set-up every change says so', async () => {
      const bare = await setUpSite({ setUp: false, siteName: 'bare' });
      const bareStory = await bare.story('Save card');
      for (const operation of ON_ISSUE) {
        expect(await bare.invokeRaw(bare.people.mara, operation, payloads(bareStory.id)[operation])).toEqual(
          refused('not-set-up'),
        );
      }
      bare.close();
    });
  });

  describe('what goes out', () => {
    test('an error that nobody foresaw is "internal", and its words stay inside', async () => {
      site.forge.kvs(site.site).failNext({ status: 500, code: 'INTERNAL', message: 'canary' });
      expect(await site.invokeRaw(site.people.mara, 'getSetup', { projectIds: [] })).toEqual(refused('internal'));
      expect(log.lines().join()).not.toContain('canary');
    });

    test('the log holds operations, codes and names of calls, and nothing of the issue or of Jira', async () => {
      site.jira.faults.add({ kind: 'error-500', match: { method: 'PUT' }, times: 1 });
      await site.invokeRaw(site.people.mara, 'assessRelevance', payloads(story.id).assessRelevance);
      expect(log.lines()).toEqual([
        JSON.stringify({ operation: 'assessRelevance', code: 'jira-unavailable', call: 'issue.edit', status: 500 }),
      ]);
    });
  });
});

describe('two sites in one process', () => {
  test('nothing of one appears in the other, however they alternate', async () => {
    const one = await setUpSite({ siteName: 'one', cloudId: 'cloud-one' });
    const two = await setUpSite({ siteName: 'two', cloudId: 'cloud-two', forge: one.forge, setUp: false });
    // Ids of the other site begin elsewhere, so that a mix-up cannot go unnoticed.
    for (let made = 0; made < 3; made += 1) await two.story('Filler');
    two.jira.state.linkTypes.put({ id: '10400', name: 'Filler', inward: 'x', outward: 'y' });
    await two.runSetup([two.project.id]);
    const storyOne = await one.story('only in one');
    const storyTwo = await two.story('only in two');
    const [setupOne, setupTwo] = await Promise.all([one.setup(), two.setup()]);

    const rounds = Array.from({ length: 10 }, (_, round) => round);
    const answers = await Promise.all(
      rounds.flatMap((round) => [
        one.invoke(one.people.mara, 'getSetup', { projectIds: [one.project.id] }),
        two.invoke(two.people.mara, 'getSetup', { projectIds: [two.project.id] }),
        one.invoke(one.people.mara, 'assessRelevance', {
          issueId: storyOne.id,
          assessment: { relevance: round % 2 === 0 ? 'relevant' : 'unassessed' },
        }),
        two.invoke(two.people.mara, 'assessRelevance', {
          issueId: storyTwo.id,
          assessment: { relevance: 'notRelevant', reason: 'wording' },
        }),
      ]),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await one.setup()).toEqual(setupOne);
    expect(await two.setup()).toEqual(setupTwo);
    expect(one.jira.state.issues.require(storyOne.id).custom[setupOne.fields.relevanceReason] ?? null).toBeNull();
    expect(two.jira.state.issues.require(storyTwo.id).custom[setupTwo.fields.relevanceReason] ?? null).not.toBeNull();
    one.close();
  });
});
