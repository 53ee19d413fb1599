/** Where the router's targets lead. The bridge itself is tested in a browser. */
import { readNavigation, urlOfTarget, type ModulePath } from './browser/navigation';

const modulePath: ModulePath = (key, projectKey) =>
  key === 'project-settings' && projectKey !== undefined ? `/project/${projectKey}/settings/apps/${key}` : undefined;
const base = { siteUrl: 'http://localhost:3000', modulePath };

test.each([
  [{ target: 'issue', issueKey: 'SEC-1' }, '/browse/SEC-1'],
  [{ target: 'projectSettingsDetails', projectKey: 'SEC' }, '/jira/software/projects/SEC/settings/details'],
  [
    { target: 'module', moduleKey: 'project-settings', projectKey: 'SEC' },
    '/project/SEC/settings/apps/project-settings',
  ],
])('%j leads to %s', (target, path) => {
  expect(urlOfTarget(base, target)).toBe(`http://localhost:3000${path}`);
});

test.each([
  { target: 'module', moduleKey: 'project-settings' },
  { target: 'module', moduleKey: 'unknown', projectKey: 'SEC' },
  { target: 'module', moduleKey: 'project-settings', projectKey: 'SEC', path: '/x' },
  { target: 'spaceView', spaceKey: 'S' },
])('%j is refused by name', (target) => {
  expect(() => urlOfTarget(base, target)).toThrow(`The local Forge cannot navigate to ${JSON.stringify(target)}.`);
});

test('another site needs consent, and opens a tab', () => {
  const leave = { type: 'same-tab', url: 'https://example.test/x' };
  expect(readNavigation(base, leave, () => true)).toEqual({ url: 'https://example.test/x', newTab: true });
  expect(() => readNavigation(base, leave, () => false)).toThrow('did not want to leave');
});
