/**
 * Who may, at the moment of the click: not whoever a page let in, and not whoever might have a moment ago. Rows 9, 10
 * and 11.
 */
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import {
  ADMIN_ONLY,
  ON_ISSUE,
  ON_ISSUES,
  ON_PROJECT,
  OPERATIONS,
  payloadsOf,
  PROJECT_ADMIN,
  refused,
  SEEING_ISSUE,
  SEEING_PROJECT,
  type Operation,
} from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { addUser, grant } from '../local-jira/seed';
import { ADMIN_GROUP, USERS_GROUP } from '../local-jira/seed/roles';

capturedLog();
let site: TestSite;
let story: Key;
let risk: Key;
/** Administers Jira, until somebody thinks better of it. */
let boss: string;

beforeAll(async () => {
  site = await setUpSite();
  story = await site.story('Save card');
  risk = await site.risk('Card data in logs', riskFields(await site.setup(), { likelihood: 4, impact: 5 }));
  const { state } = site.jira;
  grant(state, site.project, site.people.mara, 'administrators');
  boss = addUser(state, { displayName: 'Boris Jiraadmin' }).id;
  state.users.put({ ...state.users.require(boss), groups: [USERS_GROUP, ADMIN_GROUP] });
});
beforeEach(() => site.jira.costs.reset());
afterAll(() => site.close());

/** About a risk; all others are about the story. */
const OF_RISK: ReadonlySet<Operation> = new Set([
  ...SEEING_ISSUE,
  'scoreRisk',
  'reviewRisk',
  'moveRisk',
  'listApprovers',
  'askAcceptance',
]);
const payload = (operation: Operation) =>
  payloadsOf(site, OF_RISK.has(operation) ? risk.id : story.id, risk.id)[operation];
const codeOf = (answer: unknown) => (answer as { error?: { code: string } }).error?.code;
/** What the site and the app's storage hold. */
const everything = () => JSON.stringify([site.jira.snapshot(), site.forge.snapshot(site.site)]);

test('every operation there is belongs to one group of those who may', () => {
  expect([...OPERATIONS].sort()).toEqual(Object.keys(payloadsOf(site, story.id, risk.id)).sort());
});

test('the admins’ work is refused from every page that there is, also from those that Jira hides', async () => {
  const before = everything();
  const pages = site.forge.manifest.pages.filter(({ resolverFunction }) => resolverFunction !== undefined);
  expect(pages.map(({ key }) => key)).toEqual(expect.arrayContaining(['set-up', 'project-settings', 'security-panel']));
  for (const { key: moduleKey } of pages) {
    for (const functionKey of [
      'startSetup',
      'startUndo',
      'saveProjectSettings',
      'detachGate',
      'detachEveryGate',
    ] as const) {
      const answer = await site.forge.invokeResolver(site.site, {
        moduleKey,
        accountId: site.people.deniz,
        extension: { project: { id: site.project.id, key: site.project.key, type: 'software' } },
        functionKey,
        payload: payload(functionKey),
      });
      expect([moduleKey, functionKey, answer]).toEqual([moduleKey, functionKey, refused('no-permission')]);
    }
  }
  expect(everything()).toBe(before);
});

describe('a right that was taken away since the page was loaded', () => {
  /** Takes the person out of every role of the project, or makes a viewer of them. */
  function leaveRoles(who: string, stays: 'viewer' | 'nobody'): void {
    const { projects } = site.jira.state;
    const project = projects.require(site.project.id);
    const roleActors = Object.fromEntries(
      Object.entries(project.roleActors).map(([role, actors]) => [
        role,
        actors.filter((actor) => actor.type !== 'user' || actor.accountId !== who),
      ]),
    );
    projects.put({ ...project, roleActors, leadAccountId: site.people.deniz });
    if (stays === 'viewer') grant(site.jira.state, site.project, who, 'viewer');
  }

  const each = (operations: readonly Operation[], who: () => string, code: string, take: (who: string) => void) =>
    operations.map((operation) => [operation, code, who, take] as const);
  const mara = () => site.people.mara;
  const deniz = () => site.people.deniz;
  const toViewer = (who: string) => leaveRoles(who, 'viewer');
  const toNobody = (who: string) => leaveRoles(who, 'nobody');

  test.each([
    ...each(ON_ISSUE, deniz, 'no-permission', toViewer),
    ...each([...ON_ISSUE, ...SEEING_ISSUE, ...SEEING_PROJECT, ...ON_PROJECT], deniz, 'not-found', toNobody),
    ...each(ON_PROJECT, deniz, 'no-permission', toViewer),
    ...each(PROJECT_ADMIN, mara, 'no-permission', toViewer),
    ...each(
      ADMIN_ONLY,
      () => boss,
      'no-permission',
      (who) => {
        const { users } = site.jira.state;
        users.put({ ...users.require(who), groups: [USERS_GROUP] });
      },
    ),
  ])('%s is refused at the click: %s', async (operation, code, who, take) => {
    const start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
    // The same person, in the same process, a moment ago: allowed, whatever came of it.
    const allowed = codeOf(await site.invokeRaw(who(), operation, payload(operation)));
    expect(['no-permission', 'could-not-verify', 'invalid-input', 'internal']).not.toContain(allowed);
    site.jira.restore(start.jira);
    site.forge.restore(site.site, start.forge);
    take(who());
    site.jira.costs.reset();
    const before = everything();
    expect(await site.invokeRaw(who(), operation, payload(operation))).toEqual(refused(code));
    expect(writesOf(site)).toEqual([]);
    expect(everything()).toBe(before);
    site.jira.restore(start.jira);
  });

  test.each(ON_ISSUES)('%s names each issue that one may no longer change', async (operation) => {
    const start = site.jira.snapshot();
    const ask = () => site.invokeRaw(deniz(), operation, payload(operation));
    expect(await ask()).toMatchObject({ ok: true });
    site.jira.restore(start);
    toViewer(deniz());
    site.jira.costs.reset();
    expect(await ask()).toEqual({
      ok: true,
      value: { done: [], failed: [{ issueId: story.id, error: { code: 'no-permission' } }] },
    });
    expect(writesOf(site)).toEqual([]);
    site.jira.restore(start);
  });
});
