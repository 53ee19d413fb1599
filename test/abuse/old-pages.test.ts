/** Pages that were open when the app changed, or went away. Rows 103 and 104. */
import type { Result } from '../../src/contract/result';
import { capturedLog } from '../fixtures/captured-log';
import {
  ON_ISSUE,
  ON_ISSUES,
  ON_PROJECT,
  OPERATIONS,
  payloadsOf,
  refused,
  SEEING_ISSUE,
  SEEING_PROJECT,
} from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';

capturedLog();
let site: TestSite;
let story: Key;
let risk: Key;
let start: { readonly jira: ReturnType<TestSite['jira']['snapshot']>; readonly forge: unknown };
beforeAll(async () => {
  site = await setUpSite();
  story = await site.story('Save card');
  risk = await site.risk('Card data in logs');
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
  site.jira.costs.reset();
});
afterAll(() => site.close());

const payloadOf = (operation: (typeof OPERATIONS)[number]) =>
  payloadsOf(site, story.id, risk.id)[operation] as Record<string, unknown>;

test.each(OPERATIONS)(
  '%s of a page that does not know one of its parts yet is refused whole, or is done without that part',
  async (operation) => {
    const whole = payloadOf(operation);
    for (const name of Object.keys(whole)) {
      const { [name]: _unknown, ...older } = whole;
      const answer = (await site.invokeRaw(site.people.admin, operation, older)) as Result<unknown>;
      if (answer.ok || answer.error.code !== 'invalid-input') {
        const again = (await site.invokeRaw(site.people.admin, operation, {
          ...older,
          partOfTheNextVersion: { of: 'canary' },
        })) as Result<unknown>;
        expect([
          operation,
          name,
          answer.ok || answer.error.code !== 'internal',
          again.ok || again.error.code !== 'internal',
        ]).toEqual([operation, name, true, true]);
      } else {
        expect([operation, name, writesOf(site)]).toEqual([operation, name, []]);
      }
      site.jira.restore(start.jira);
      site.forge.restore(site.site, start.forge);
      site.jira.costs.reset();
    }
  },
);

test('settings of a page that does not know of a part of them keep that part', async () => {
  const { admin } = site.people;
  const { storyTypeIds, revision, settings } = await site.projectSetup();
  const own = { ...settings, hintWords: ['tresor'], checks: { ...settings.checks, riskOwner: 'off' as const } };
  const payload = { projectId: site.project.id, revision, settings: own, storyTypeIds };
  expect(await site.invokeRaw(admin, 'saveProjectSettings', payload)).toMatchObject({
    ok: true,
    value: { saved: true },
  });
  for (const part of ['hintWords', 'checks', 'closeDays'] as const) {
    const { [part]: _unknown, ...older } = { ...own, gate: 'off' as const };
    const answer = await site.invokeRaw(admin, 'saveProjectSettings', {
      ...payload,
      revision: revision + 1,
      settings: older,
    });
    expect(answer).toEqual(refused('invalid-input'));
  }
  expect((await site.projectSetup()).settings).toMatchObject({
    gate: own.gate,
    hintWords: ['tresor'],
    checks: { riskOwner: 'off' },
  });
});

test.each(['readGlance', 'assessRelevance2', 'saveSettings', ''])(
  'the operation %j of another version is said to be unknown',
  async (operation) => {
    expect(await site.invokeRaw(site.people.admin, operation, {})).toEqual(refused('unknown-operation'));
  },
);

test('the app was taken from the site and came back: pages that stayed open are told, and change nothing', async () => {
  await site.forge.uninstall(site.site);
  site.forge.installAgain(site.site);
  site.jira.costs.reset();
  for (const operation of [...ON_ISSUE, ...SEEING_ISSUE, ...ON_ISSUES, ...ON_PROJECT, ...SEEING_PROJECT]) {
    expect([operation, await site.invokeRaw(site.people.mara, operation, payloadOf(operation))]).toEqual([
      operation,
      refused('not-set-up'),
    ]);
  }
  expect(writesOf(site)).toEqual([]);
});
