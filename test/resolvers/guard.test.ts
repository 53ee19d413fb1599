/**
 * What a hostile or careless user could try. Everything goes through the manifest's resolver function, as a page's
 * `invoke` does; the unmodified @forge packages and a Jira with several people stand behind it.
 */
import { addProject } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import {
  ADMIN_ONLY,
  ON_ISSUE,
  OPERATIONS,
  payloadsOf,
  ON_PROJECT,
  SEEING_PROJECT,
  PROJECT_ADMIN,
  refused,
  SEEING_ISSUE,
} from '../fixtures/operations';
import { requestsOf, writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';

const log = capturedLog();

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

  const payloads = (issueId: string) => payloadsOf(site, issueId, risk.id);

  describe('who may', () => {
    test.each([...ON_ISSUE, ...SEEING_ISSUE])(
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

    test.each(PROJECT_ADMIN)('%s is for those who administer the project', async (operation) => {
      // A project lead administers the project in this world; members and viewers do not.
      for (const [person, code] of [
        [site.people.deniz, 'no-permission'],
        [site.people.priya, 'no-permission'],
        [site.people.guest, 'not-found'],
      ] as const) {
        expect(await site.invokeRaw(person, operation, payloads(story.id)[operation])).toEqual(refused(code));
      }
      expect(writesOf(site)).toEqual([]);
    });

    test.each(PROJECT_ADMIN)("%s on a project's page is about that project alone", async (operation) => {
      const payload = { ...(payloads(story.id)[operation] as object), projectId: '987654321' };
      for (const person of [site.people.admin, site.people.mara]) {
        expect(await site.invokeRaw(person, operation, payload)).toEqual(refused('no-permission'));
      }
      expect(requestsOf(site)).toEqual([]);
    });

    test.each([...ON_PROJECT, ...SEEING_PROJECT])(
      '%s of a project out of sight answers like of one that does not exist',
      async (operation) => {
        const there = payloads(story.id)[operation] as object;
        const missing = { ...there, projectId: '987654321' };
        for (const payload of [there, missing]) {
          expect(await site.invokeRaw(site.people.guest, operation, payload)).toEqual(refused('not-found'));
        }
        expect(writesOf(site)).toEqual([]);
      },
    );

    test.each(ON_PROJECT)('%s without the rights in the project changes nothing', async (operation) => {
      const before = site.jira.snapshot();
      const answer = await site.invokeRaw(site.people.priya, operation, payloads(story.id)[operation]);
      expect(answer).toEqual(refused('no-permission'));
      expect(site.jira.snapshot()).toEqual(before);
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
      for (const operation of ['assessRelevance', 'startSetup', 'saveProjectSettings'] as const) {
        const payload = { ...(payloads(story.id)[operation] as object), ...more };
        expect(await site.invokeRaw(priya, operation, payload)).toEqual(refused('no-permission'));
      }
    });

    test('a step of set-up belongs to the projects that were chosen, whatever its name says', async () => {
      const { admin } = site.people;
      const step = `project:${site.project.id}:settings`;
      for (const [projectIds, only] of [
        [[], [step]],
        [
          [site.project.id],
          ['project:10999:settings', 'project:constructor:settings', 'field:constructor', 'toString'],
        ],
        [[site.project.id], [`${step}:more`]],
      ] as const) {
        const answer = await site.invokeRaw(admin, 'planSetup', { projectIds, decisions: {}, only });
        expect(answer).toMatchObject({ ok: true, value: { items: [] } });
      }
      for (const wrong of [[''], ['a'.repeat(81)], ['field: impact'], 'field:impact']) {
        const payload = { projectIds: [], decisions: {}, only: wrong };
        expect(await site.invokeRaw(admin, 'planSetup', payload)).toEqual(refused('invalid-input'));
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
      for (const operation of [...ON_ISSUE, ...SEEING_ISSUE]) {
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
      const other = await site.story('Not assessed yet');
      await site.invokeRaw(site.people.mara, 'assessRelevance', payloads(other.id).assessRelevance);
      expect(log.lines()).toEqual([
        JSON.stringify({ operation: 'assessRelevance', code: 'jira-unavailable', call: 'issue.edit', status: 500 }),
      ]);
    });
  });
});
