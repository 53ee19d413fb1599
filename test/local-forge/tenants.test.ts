/** Two sites in one warm process, on two local Jiras, with the same issue key. */
import { createLocalJira } from '../local-jira';
import { fixedClock } from '../local-jira/clock';
import { ADMIN_ACCOUNT_ID, addProject } from '../local-jira/seed';
import { createLocalForge, type LocalForge } from './local-forge';
import { FIXTURE_APP, ISSUE_EXTENSION } from './probe';
import type { Site } from './site';

const clock = fixedClock('2026-11-20T13:00:00Z');

async function tenant(forge: LocalForge, name: string, summary: string): Promise<Site & { admin: string }> {
  const jira = createLocalJira({ clock, siteName: name, cloudId: `cloud-${name}` });
  const admin = ADMIN_ACCOUNT_ID;
  addProject(jira.state, { key: 'SEC', name: 'Security', leadAccountId: admin });
  const issue = await jira.fetch(
    new Request(`https://${name}.atlassian.net/rest/api/3/issue`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${jira.issueToken({ type: 'user', accountId: admin }, 'all')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ fields: { project: { key: 'SEC' }, issuetype: { name: 'Story' }, summary } }),
    }),
  );
  expect([await issue.clone().text(), issue.status]).toEqual([expect.anything(), 201]);
  return Object.assign(forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: `https://${name}.atlassian.net` }), {
    admin,
  });
}

test('interleaved invocations see only their own Jira and storage', async () => {
  const forge = createLocalForge({ appRoot: FIXTURE_APP, clock });
  const a = await tenant(forge, 'alpha', 'of alpha');
  const b = await tenant(forge, 'beta', 'of beta');
  const remember = async (site: Site & { admin: string }) =>
    forge.invokeResolver(site, {
      moduleKey: 'panel',
      accountId: site.admin,
      extension: ISSUE_EXTENSION,
      functionKey: 'remember',
      payload: { key: 'SEC-1' },
    });
  const answers = await Promise.all(Array.from({ length: 20 }, async (_, i) => remember(i % 2 === 0 ? a : b)));
  expect(answers.filter((_, i) => i % 2 === 0)).toEqual(Array(10).fill({ stored: 'of alpha' }));
  expect(answers.filter((_, i) => i % 2 === 1)).toEqual(Array(10).fill({ stored: 'of beta' }));
  expect(forge.kvs(a).values()).toEqual({ 'seen:SEC-1': 'of alpha' });
  expect(forge.kvs(b).values()).toEqual({ 'seen:SEC-1': 'of beta' });
  expect(forge.invocations.count({ cloudId: 'cloud-alpha' })).toBe(10);
});

test('a request whose scope the manifest lacks is refused by Jira', async () => {
  const forge = createLocalForge({ appRoot: FIXTURE_APP, clock });
  const site = await tenant(forge, 'gamma', 'of gamma');
  const page = { moduleKey: 'panel', accountId: site.admin, extension: ISSUE_EXTENSION };
  const request = (restPath: string, method: string, body: string | null) =>
    forge.bridge(site, page, 'fetchProduct', {
      product: 'jira',
      restPath,
      fetchRequestInit: { method, body, headers: [['content-type', 'application/json']] },
    });
  expect(await request('/rest/api/3/issue/SEC-1', 'GET', null)).toMatchObject({ status: 200 });
  // The fixture app has read:jira-work only.
  const refused = await request('/rest/api/3/issue/SEC-1', 'PUT', JSON.stringify({ fields: { summary: 'new' } }));
  expect(refused).toMatchObject({ status: 401, body: expect.stringContaining('write:jira-work') as unknown });
});
