/** What becomes of an attached gate when the app is uninstalled. */
import { capturedLog } from '../fixtures/captured-log';
import { relevant } from '../fixtures/fields';
import { settingsSite, type SettingsSite } from '../settings/settings-site';
import { attach, PASSED, tryTo, validatorsOn } from './gate-site';

const log = capturedLog();

describe('uninstalling', () => {
  let site: SettingsSite;
  beforeEach(async () => {
    site = await settingsSite();
    await attach(site, site.pia, ['In Progress']);
  });
  afterEach(() => site.close());

  const uninstall = () => (site.forge as unknown as { uninstall(of: unknown): Promise<void> }).uninstall(site.site);
  const as = () => site.as(site.people.mara);

  test('with the rule still attached, Jira refuses the transition for everybody: what the page warns of', async () => {
    const story = await site.story('Save card', relevant(await site.setup()));
    const task = await site.issue({ issuetype: { id: '10002' }, summary: 'Task' });
    // The app goes without being asked, as when its clean-up fails.
    const [, appId] = /extension\/([^/]+)\//.exec(validatorsOn(site, 'In Progress')[0]?.parameters['key'] ?? '') ?? [];
    site.jira.uninstallApp(appId ?? '');
    for (const issue of [story, task]) expect((await tryTo(as(), issue, 'In Progress')).status).toBe(400);
  });

  test('the app takes its rule out before it goes, so that nothing is frozen', async () => {
    const story = await site.story('Save card');
    await uninstall();
    expect(validatorsOn(site, 'In Progress')).toEqual([]);
    expect(await tryTo(as(), story, 'In Progress')).toEqual(PASSED);
  });

  test.each(['error-500', 'rate-limit', 'timeout-before'] as const)(
    'its failing (%s) keeps nobody from uninstalling',
    async (kind) => {
      site.jira.faults.add({ kind, match: { path: '*/workflows*' }, retryAfter: 60 });
      await expect(uninstall()).resolves.not.toThrow();
      expect(validatorsOn(site, 'In Progress')).toHaveLength(1);
      expect(log.lines().join('\n')).toMatch(/beforeUninstall/);
    },
  );
});
