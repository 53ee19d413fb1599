/** Every write that makes a copy, with its answer lost: it is found again and made once. */
import { configurationOf, configurationOfOthers } from './configuration';
import { capturedLog } from '../../fixtures/captured-log';
import { projectSite } from './door';

capturedLog();

const WRITES = [
  ['issueType', 'POST', '/rest/api/3/issuetypescheme', false],
  ['issueType', 'PUT', '/rest/api/3/issuetypescheme/project', false],
  ['fields', 'POST', '/rest/api/3/config/fieldschemes/*/clone', true],
  ['fields', 'PUT', '/rest/api/3/config/fieldschemes/fields', true],
  ['fields', 'PUT', '/rest/api/3/config/fieldschemes/projects', true],
  ['screens', 'POST', '/rest/api/3/screens', false],
  ['screens', 'POST', '/rest/api/3/screens/*/tabs', false],
  ['screens', 'PUT', '/rest/api/3/screens/*/tabs/*', false],
  ['screens', 'POST', '/rest/api/3/screens/*/tabs/*/fields', false],
  ['screens', 'POST', '/rest/api/3/screenscheme', false],
  ['screens', 'POST', '/rest/api/3/issuetypescreenscheme', false],
  ['screens', 'PUT', '/rest/api/3/issuetypescreenscheme/project', false],
  ['workflow', 'POST', '/rest/api/3/workflowscheme', false],
  ['workflow', 'PUT', '/rest/api/3/workflowscheme/project', false],
] as const;

/** Ids depend on how often something was tried; names do not. */
function withoutIds(value: unknown): string {
  return JSON.stringify(value)
    .replace(/"(\d+)"/g, '"n"')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid');
}

describe.each(WRITES)('%s: %s %s', (part, method, where, fieldSchemes) => {
  const prepared = async () => {
    const site = await projectSite({ fieldSchemes });
    site.addSharing('BETA', 'Beta');
    const { state } = site.jira;
    const screen = state.screens.require(site.storyScreenOf(site.project.id));
    const second = { id: '99001', name: 'More', fieldIds: ['environment'] };
    const tabs = screen.tabs.map((tab) => {
      return { ...tab, name: 'Main', fieldIds: tab.fieldIds.filter((id) => !second.fieldIds.includes(id)) };
    });
    state.screens.put({ ...screen, tabs: [...tabs, second] });
    return site;
  };
  const step = (site: { project: { id: string } }) => `project:${site.project.id}:${part}`;

  test.each(['timeout-after', 'timeout-before', 'error-500'] as const)(
    '%s: is said, and the next try ends as an undisturbed one',
    async (kind) => {
      const undisturbed = await prepared();
      await undisturbed.step(step(undisturbed));
      const expected = withoutIds(configurationOf(undisturbed.jira));
      undisturbed.close();

      const site = await prepared();
      const others = structuredClone(configurationOfOthers(site.jira, site.project.id));
      site.jira.faults.add({ kind, match: { method, path: where }, times: 1 });
      expect(await site.step(step(site))).toMatchObject({ state: 'failed', error: { code: 'jira-unavailable' } });
      await site.step(step(site));
      await site.step(step(site));
      expect(withoutIds(configurationOf(site.jira))).toBe(expected);
      expect(configurationOfOthers(site.jira, site.project.id)).toEqual(others);
      site.close();
    },
  );
});

describe('undo with lost answers', () => {
  const WHERE = [
    ['DELETE', '/rest/api/3/issuetypescheme/*'],
    ['PUT', '/rest/api/3/issuetypescheme/project'],
    ['DELETE', '/rest/api/3/screens/*'],
    ['DELETE', '/rest/api/3/screenscheme/*'],
    ['DELETE', '/rest/api/3/issuetypescreenscheme/*'],
    ['PUT', '/rest/api/3/issuetypescreenscheme/project'],
    ['DELETE', '/rest/api/3/workflowscheme/*'],
    ['PUT', '/rest/api/3/workflowscheme/project'],
  ] as const;

  test.each(WHERE)('%s %s: the next try ends with the configuration of before', async (method, path) => {
    const site = await projectSite();
    site.addSharing('BETA', 'Beta');
    const before = configurationOf(site.jira);
    await site.setUp([site.project.id]);
    site.jira.faults.add({ kind: 'timeout-after', match: { method, path }, times: 1 });
    expect(await site.undo([site.project.id])).toContainEqual(
      expect.objectContaining({ state: 'failed', error: { code: 'jira-unavailable' } }),
    );
    await site.undo([site.project.id]);
    expect(configurationOf(site.jira)).toEqual(before);
    site.close();
  });
});

test('a copy whose answer was lost, and that nobody went on with, is deleted by undo', async () => {
  const site = await projectSite();
  site.addSharing('BETA', 'Beta');
  const before = configurationOf(site.jira);
  site.jira.faults.add({
    kind: 'timeout-after',
    match: { method: 'POST', path: '/rest/api/3/issuetypescheme' },
    times: 1,
  });
  expect(await site.step(`project:${site.project.id}:issueType`)).toMatchObject({
    state: 'failed',
    error: { code: 'jira-unavailable' },
  });
  await site.undo([site.project.id]);
  expect(configurationOf(site.jira)).toEqual(before);
  site.close();
});

test('after a reinstallation that lost all records, a copy that nobody uses is found again', async () => {
  const site = await projectSite();
  site.addSharing('BETA', 'Beta');
  const { state } = site.jira;
  const project = state.projects.require(site.project.id);
  await site.step(`project:${project.id}:issueType`);
  const made = [...state.issueTypeSchemes.values()].length;
  state.projects.put(project);
  await site.reinstall();
  await site.step(`project:${project.id}:issueType`);
  expect([...state.issueTypeSchemes.values()]).toHaveLength(made);
  site.close();
});

test.each([false, true])(
  'after a reinstallation, undo still gives back what the project had before its copies (field schemes: %s)',
  async (fieldSchemes) => {
    const site = await projectSite({ fieldSchemes });
    site.addSharing('BETA', 'Beta');
    const before = configurationOf(site.jira);
    await site.setUp([site.project.id]);
    const after = configurationOf(site.jira);
    await site.reinstall();
    await site.setUp([site.project.id]);
    expect(configurationOf(site.jira)).toEqual(after);
    await site.undo([site.project.id]);
    expect(configurationOf(site.jira)).toEqual(before);
    site.close();
  },
);
