/**
 * What reaches the validator that Jira evaluates, and what reaches the rule that holds it: nothing, something else, and too
 * much. Rows 38, 40 and 41. The answer is documented: without our configuration everything passes; with ours, what cannot be
 * evaluated is refused.
 */
import { readFileSync } from 'node:fs';
import pathOf from 'node:path';
import { GATE_MESSAGE } from '../../src/domain/gate-message';
import { attach, named, PASSED, planOf, tryTo, validatorsOn, workflowOf } from '../gate/gate-site';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { valueOf, type Key } from '../fixtures/site';
import { ISSUE_TYPE } from '../local-jira/seed';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';

capturedLog();

const UNASSESSED = { status: 400, messages: [GATE_MESSAGE.unassessed] };
const UNANSWERED = { status: 400, messages: [GATE_MESSAGE.unanswered] };
/** The manifest's own words for what could not be evaluated. */
const COULD_NOT = {
  status: 400,
  messages: ['This story is not ready. Its security relevance could not be checked; ask a Jira admin.'],
};

interface Config {
  readonly projects: readonly Readonly<Record<string, unknown>>[];
  readonly [name: string]: unknown;
}

let site: SettingsSite;
let start: { readonly jira: unknown; readonly forge: unknown };
let ours: Config;

beforeAll(async () => {
  site = await settingsSite();
  await attach(site, site.pia, ['In Progress']);
  ours = JSON.parse(parametersNow()['config'] ?? '') as Config;
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
});
afterAll(() => site.close());

const as = () => site.as(site.people.mara);
const parametersNow = () => validatorsOn(site, 'In Progress')[0]?.parameters as Record<string, string>;

/** As an admin or another app could leave the rule, past us. */
function leave(change: (parameters: Record<string, string>) => Record<string, string | undefined>): void {
  const workflow = workflowOf(site);
  const left = (rule: (typeof workflow.transitions)[number]['validators'][number]) => ({
    ...rule,
    parameters: Object.fromEntries(
      Object.entries(change({ ...rule.parameters })).filter(([, value]) => value !== undefined),
    ) as Record<string, string>,
  });
  site.jira.state.workflows.put({
    ...workflow,
    transitions: workflow.transitions.map((each) =>
      each.name === 'In Progress' ? { ...each, validators: each.validators.map(left) } : each,
    ),
  });
}

/** Unassessed, relevant without an answer, not relevant: what happens to each. */
async function threeTry() {
  const setup = await site.setup();
  const stories = [
    await site.story('Save card'),
    await site.story('Save card', relevant(setup)),
    await site.story('New logo', notRelevant(setup, 'wording')),
  ];
  return Promise.all(stories.map((story) => tryTo(as(), story, 'In Progress')));
}

const AS_MEANT = [UNASSESSED, UNANSWERED, PASSED];
const EVERYTHING = [PASSED, PASSED, PASSED];
const NOTHING = [COULD_NOT, COULD_NOT, COULD_NOT];

describe('whatever the configuration is, the answer is the same each time', () => {
  const withProject = (change: object): Config => ({ ...ours, projects: [{ ...ours.projects[0], ...change }] });
  const thousands = () => Array.from({ length: 100 }, (_, place) => ({ ...ours.projects[0], id: 9_000_000 + place }));

  test.each<readonly [string, () => unknown, readonly unknown[]]>([
    ['not there', () => undefined, EVERYTHING],
    ['null', () => null, EVERYTHING],
    ['an empty one', () => ({}), EVERYTHING],
    ['for no project', () => ({ ...ours, projects: [] }), EVERYTHING],
    ['for another project', () => withProject({ id: 424242 }), EVERYTHING],
    [
      'of another version, with more in it',
      () => ({ ...withProject({ more: { of: [1, null] } }), version: 99, later: {} }),
      AS_MEANT,
    ],
    ['for a hundred projects before ours', () => ({ ...ours, projects: [...thousands(), ...ours.projects] }), AS_MEANT],
    ['about a field that is gone', () => withProject({ field: 'customfield_99999' }), NOTHING],
    [
      'without words',
      () => ({ projects: ours.projects, inward: ours['inward'], outward: ours['outward'] }),
      [COULD_NOT, COULD_NOT, PASSED],
    ],
    [
      'without link types',
      () => ({ ...ours, inward: undefined, outward: undefined }),
      [UNASSESSED, UNANSWERED, PASSED],
    ],
    ['for projects that are none', () => ({ ...ours, projects: 'all' }), NOTHING],
    ['for a project without types', () => withProject({ types: undefined }), NOTHING],
    ['about a field that is no name', () => withProject({ field: null }), NOTHING],
  ])('a configuration that is %s', async (_name, config, expected) => {
    leave((parameters) => ({ ...parameters, config: config() === undefined ? undefined : JSON.stringify(config()) }));
    expect(await threeTry()).toEqual(expected);
  });

  test('a configuration that is no JSON is refused, and says whom to ask', async () => {
    leave((parameters) => ({ ...parameters, config: '{"projects":' }));
    expect(await threeTry()).toEqual(NOTHING);
  });
});

describe('whatever the issue holds', () => {
  const document = (text: string) => ({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });

  test('a description of a megabyte is not looked at', async () => {
    const story = await site.story('Save card', relevant(await site.setup()));
    const issue = site.jira.state.issues.require(story.id);
    site.jira.state.issues.put({ ...issue, description: document('x'.repeat(1024 * 1024)) as never });
    expect(await tryTo(as(), story, 'In Progress')).toEqual(UNANSWERED);
  });

  // Where Jira gives up, nobody can say; that is said, and an admin can detach.
  test.each([
    [700, UNANSWERED, PASSED],
    [1999, COULD_NOT, COULD_NOT],
  ])('%d links, of which none answers, and of which the last one does', async (count, without, answered) => {
    const story = await site.story('Save card', relevant(await site.setup()));
    const other = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Other' });
    const blocks = site.jira.state.linkTypes.find(({ name }) => name === 'Blocks');
    linkMany(story, other, blocks?.id ?? '', count);
    for (let time = 0; time < 2; time += 1) expect(await tryTo(as(), story, 'In Progress')).toEqual(without);
    await site.link('secures', other, story);
    expect(await tryTo(as(), story, 'In Progress')).toEqual(answered);
    const irrelevant = await site.story('New logo', notRelevant(await site.setup(), 'wording'));
    linkMany(irrelevant, other, blocks?.id ?? '', count);
    expect(await tryTo(as(), irrelevant, 'In Progress')).toEqual(PASSED);
  });

  function linkMany(story: Key, other: Key, typeId: string, count: number): void {
    const { issues } = site.jira.state;
    const issue = issues.require(story.id);
    const links = Array.from({ length: count }, (_, place) => ({
      linkId: String(5_000_000 + place),
      typeId,
      direction: 'outward' as const,
      otherId: other.id,
    }));
    issues.put({ ...issue, links: [...issue.links, ...links] });
  }

  test('made with nothing but a summary, or with a value that is no option', async () => {
    await save(site, site.pia, { readyStatusIds: ['10000'] });
    await attach(site, site.pia, ['Create']);
    await expect(site.story('Save card')).rejects.toThrow(GATE_MESSAGE.unassessed);
    const { fields } = await site.setup();
    await expect(site.story('Save card', { [fields.securityRelevance]: null })).rejects.toThrow(
      GATE_MESSAGE.unassessed,
    );
    await expect(site.story('Save card', { [fields.securityRelevance]: { id: '1' } })).rejects.toThrow('400');
  });
});

describe('a configuration with an expression of its own would replace the rule', () => {
  const KEYS = ['inward', 'outward', 'projects', 'unanswered', 'unassessed', 'version'];
  const PROJECT_KEYS = ['answer', 'field', 'id', 'notRelevant', 'relevant', 'types'];

  test('sent along when the gate is attached or saved, nothing of it is kept', async () => {
    const more = { expression: 'true', config: { expression: 'true' }, key: 'ari:else', disabled: 'true' };
    const plan = await planOf(site, site.pia);
    const transitions = named(plan, ['In Progress', 'Done']).map((each) => ({ ...each, ...more }));
    const asked = { projectId: site.project.id, transitions, digest: plan.digest, ...more };
    expect(await site.invokeRaw(site.pia, 'attachGate', asked)).toMatchObject({ ok: true });
    await save(site, site.pia, {
      ...more,
      checks: { answer: 'required', criteria: 'accepted', riskOwner: 'required', changed: 'warn', ...more },
    } as never);
    for (const name of ['In Progress', 'Done']) {
      const [{ parameters } = { parameters: {} }, ...others] = validatorsOn(site, name);
      expect(others).toEqual([]);
      expect(Object.keys(parameters).sort()).toEqual(['config', 'disabled', 'id', 'key']);
      const config = JSON.parse((parameters as Record<string, string>)['config'] ?? '') as Config;
      expect(Object.keys(config).sort()).toEqual(KEYS);
      expect(config.projects.map((project) => Object.keys(project).sort())).toEqual([PROJECT_KEYS]);
    }
    expect(JSON.stringify(site.forge.kvs(site.site).values())).not.toContain('expression');
    expect(await threeTry()).toEqual(AS_MEANT);
  });

  test('written into the rule past us, it is seen as broken, and attaching puts it right', async () => {
    const parameters = { ...parametersNow() };
    leave((standing) => ({
      ...standing,
      config: JSON.stringify({ ...ours, expression: 'true' }),
      expression: 'true',
      more: 'x',
    }));
    // What Jira does with it until then.
    expect(await threeTry()).toEqual(EVERYTHING);
    expect(named(await planOf(site, site.pia), ['In Progress'])[0]?.validator).toBe('broken');
    await attach(site, site.pia, ['In Progress']);
    expect(parametersNow()).toEqual(parameters);
    expect(await threeTry()).toEqual(AS_MEANT);
  });
});

describe('somebody changes the workflow between our read and our write', () => {
  /** Their change comes in the moment before ours would be carried out, through Jira itself. */
  function theirsFirst(times: number): { readonly changes: () => number; readonly end: () => void } {
    const real = site.jira.fetch.bind(site.jira);
    let changes = 0;
    const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      if (request.method === 'POST' && request.url.endsWith('/workflows/update') && changes < times) {
        changes += 1;
        const workflow = workflowOf(site);
        site.jira.state.workflows.put({
          ...workflow,
          version: { ...workflow.version, versionNumber: workflow.version.versionNumber + 1 },
          transitions: workflow.transitions.map((each) =>
            each.name === 'Review' ? { ...each, description: `Theirs ${changes}` } : each,
          ),
        });
      }
      return real(request);
    });
    return { changes: () => changes, end: () => spy.mockRestore() };
  }
  const theirs = () => workflowOf(site).transitions.find(({ name }) => name === 'Review')?.description;

  test('attaching is refused with nothing written; from a new look it goes', async () => {
    const plan = await planOf(site, site.pia);
    const transitions = named(plan, ['In Progress', 'Done']);
    const asked = { projectId: site.project.id, transitions, digest: plan.digest };
    const meanwhile = theirsFirst(1);
    expect(await site.invoke(site.pia, 'attachGate', asked)).toEqual(refused('conflict'));
    meanwhile.end();
    expect([meanwhile.changes(), theirs(), validatorsOn(site, 'Done')]).toEqual([1, 'Theirs 1', []]);
    await attach(site, site.pia, ['In Progress', 'Done']);
    expect([theirs(), validatorsOn(site, 'Done').length]).toEqual(['Theirs 1', 1]);
  });

  test('detaching reads again and takes only our rule; saving too, and names what it could not change', async () => {
    const first = theirsFirst(1);
    expect(valueOf(await site.invoke(site.pia, 'detachGate', { projectId: site.project.id })).failed).toEqual([]);
    first.end();
    expect([theirs(), validatorsOn(site, 'In Progress')]).toEqual(['Theirs 1', []]);
    await attach(site, site.pia, ['In Progress']);
    const always = theirsFirst(20);
    const { gate } = await save(site, site.pia, { gate: 'flag' });
    always.end();
    expect(gate.failed).toEqual([{ workflow: workflowOf(site).name, error: { code: 'conflict' } }]);
    expect([theirs(), validatorsOn(site, 'In Progress').length]).toEqual([`Theirs ${always.changes()}`, 1]);
  });
});

test('whoever reads how to uninstall reads first that the gate is detached before', () => {
  const admin = readFileSync(pathOf.resolve(__dirname, '../../docs/admin.md'), 'utf8');
  const said = admin.split('\n').find((line) => line.includes('uninstall Shift-Up'));
  expect(said).toContain('**Before you uninstall Shift-Up, detach the gate.**');
  expect(said).toContain('refuses those transitions for everybody');
});
