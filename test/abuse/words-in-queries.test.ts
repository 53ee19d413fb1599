/**
 * Words of people where they might become a query or a pattern, and payloads too large for anybody. Rows 15, 16, 46 and
 * 48.
 */
import { JastBuilder } from '@atlaskit/jql-ast';
import { suggestRisks } from '../../src/reads/risk-suggestions';
import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { counts, numbers, readGadget } from '../fixtures/gadget';
import { OPERATIONS, payloadsOf, refused } from '../fixtures/operations';
import { requestsOf } from '../fixtures/probe';
import { makeWorld, type World } from '../fixtures/world';
import { addProject } from '../local-jira/seed';
import { documentOf } from '../../src/jira/document';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';

capturedLog();

const HOSTILE = [
  'X" OR project = SECRET OR "',
  'ends with \\',
  '\\" OR project = SECRET OR summary ~ "x',
  "it's) OR (project = SECRET",
  'a\u2028OR project = SECRET',
] as const;

let site: SettingsSite;
let world: World;
/** Every JQL that Jira was asked. */
let asked: string[];
beforeAll(async () => {
  asked = [];
  site = await settingsSite({
    onRequest: ({ body }) => {
      if (typeof body === 'object' && body !== null && 'jql' in body) asked.push(String(body.jql));
    },
  });
  world = await makeWorld(site);
  const secret = addProject(site.jira.state, { key: 'SECRET', name: 'Secret', leadAccountId: site.people.admin });
  await site.runSetup([site.project.id, secret.id]);
  const risk = await site.risk('Card data canary', riskFields(world.setup, { likelihood: 5, impact: 5 }));
  const issue = site.jira.state.issues.require(risk.id);
  site.jira.state.issues.put({ ...issue, projectId: secret.id });
});
beforeEach(() => {
  asked.length = 0;
  site.jira.costs.reset();
});
afterAll(() => site.close());

/** Only literals hold what people wrote: without them nothing of it is left, and Atlassian's parser takes the query. */
function expectSound(): void {
  expect(asked.length).toBeGreaterThan(0);
  for (const jql of asked) {
    expect([jql, new JastBuilder().build(jql).errors]).toEqual([jql, []]);
    expect(jql.replace(/"(?:\\.|[^"\\])*"/gs, '""')).not.toMatch(/SECRET|\\|'/);
  }
}

test.each(HOSTILE)('projects, labels and issues called %j: the same numbers, and not a clause more', async (name) => {
  const { state } = site.jira;
  const start = site.jira.snapshot();
  const setup = await site.projectSetup();
  const before = numbers(counts(await readGadget(site, site.people.admin, [setup])));
  const project = state.projects.require(site.project.id);
  state.projects.put({ ...project, name });
  for (const issue of [...state.issues.values()]) state.issues.put({ ...issue, summary: name, labels: [name] });
  asked.length = 0;
  expect(numbers(counts(await readGadget(site, site.people.admin, [setup])))).toEqual(before);
  expectSound();
  site.jira.restore(start);
});

test.each(HOSTILE)(
  '%j typed into a search is searched for as words, and finds nothing beyond the project',
  async (text) => {
    const query = { projectId: site.project.id, projectKey: site.project.key, excludeIssueIds: [], text };
    const found = await suggestRisks(site.as(site.people.admin), world.setup, await site.projectSetup(), query);
    expect(JSON.stringify(found)).not.toContain('canary');
    expectSound();
  },
);

/** Every place of a payload where a list or a text stands, with that in its place. */
function blownUp(value: unknown, list: (items: readonly unknown[]) => unknown, text: string): readonly unknown[] {
  if (typeof value === 'string') return [text];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return [list(items), ...blownUp(items[0], list, text).map((first) => [first, ...items.slice(1)])];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    blownUp(inner, list, text).map((large) => ({ ...value, [key]: large })),
  );
}

test.each(OPERATIONS)(
  '%s: thousands of items, and texts of 400,000 letters, are refused before anything is asked',
  async (operation) => {
    const valid = payloadsOf(site, world.stories.relevant.id, world.takeover.id)[operation];
    // No more than Forge takes at all.
    const many = (items: readonly unknown[]) => {
      const item = items[0] ?? '10000';
      const fit = Math.floor(480_000 / (JSON.stringify(item).length + 1));
      return Array.from({ length: Math.min(10_000, fit) }, () => item);
    };
    for (const payload of blownUp(valid, many, 'x'.repeat(400_000))) {
      expect([operation, await site.invokeRaw(site.people.mara, operation, payload)]).toEqual([
        operation,
        refused('invalid-input'),
      ]);
    }
    expect(requestsOf(site)).toEqual([]);
  },
);

test('an admin’s words that look like patterns are saved as words, and mean nothing else', async () => {
  const hintWords = ['(a+)+$', 'a|b', 'x.*y', '[a-z]{2,}'];
  await save(site, site.pia, { hintWords });
  const hostile = await site.story('Plain', { description: documentOf(`${'a'.repeat(30_000)}!`) });
  const read = async (id: string) =>
    (await readStory(site.as(site.people.mara), world.setup, await site.projectSetup(), id)).hint;
  expect(await read(hostile.id)).toBeUndefined();
  expect((await site.projectSetup()).settings.hintWords).toEqual(hintWords);
});
