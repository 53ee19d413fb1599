/** The gate as people meet it: attached by the app, decided by Jira over HTTP. */
import { GATE_MESSAGE } from '../../src/domain/gate-message';
import { DEFAULT_CHECKS } from '../../src/domain/project-settings';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { valueOf } from '../fixtures/site';
import { ISSUE_TYPE } from '../local-jira/seed';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { attach, named, PASSED, planOf, tryTo, validatorsOn, workflowOf } from './gate-site';

capturedLog();

const UNASSESSED = { status: 400, messages: [GATE_MESSAGE.unassessed] };
const UNANSWERED = { status: 400, messages: [GATE_MESSAGE.unanswered] };

describe('the gate', () => {
  let site: SettingsSite;
  beforeEach(async () => {
    site = await settingsSite();
  });
  afterEach(() => site.close());

  const as = () => site.as(site.people.mara);

  describe('where the project blocks', () => {
    beforeEach(() => attach(site, site.pia, ['In Progress']));

    test('an unassessed story stays where it is, and the message says what to do', async () => {
      const story = await site.story('Save card');
      expect(await tryTo(as(), story, 'In Progress')).toEqual(UNASSESSED);
      expect(GATE_MESSAGE.unassessed).toMatch(/Relevant or Not relevant/);
    });

    test('a not relevant story passes', async () => {
      const story = await site.story('New logo', notRelevant(await site.setup(), 'wording'));
      expect(await tryTo(as(), story, 'In Progress')).toEqual(PASSED);
    });

    test('a relevant story passes once something answers it', async () => {
      const story = await site.story('Save card', relevant(await site.setup()));
      expect(await tryTo(as(), story, 'In Progress')).toEqual(UNANSWERED);
      const risk = await site.risk('Card data in logs');
      await site.link('threatens', risk, story);
      expect(await tryTo(as(), story, 'In Progress')).toEqual(PASSED);
    });

    test.each([
      ['an enabler secures it', 'secures', 'inward', true],
      ['it mitigates a risk', 'mitigates', 'outward', true],
      ['it secures another story, which is no answer for itself', 'secures', 'outward', false],
      ['it is mitigated by something, as only a risk is', 'mitigates', 'inward', false],
    ] as const)('%s', async (_name, type, direction, passes) => {
      const story = await site.story('Save card', relevant(await site.setup()));
      const other = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Other' });
      await (direction === 'inward' ? site.link(type, other, story) : site.link(type, story, other));
      expect(await tryTo(as(), story, 'In Progress')).toEqual(passes ? PASSED : UNANSWERED);
    });

    test('where the project does not ask for an answer, only the assessment is asked for', async () => {
      const story = await site.story('Save card', relevant(await site.setup()));
      expect(await tryTo(as(), story, 'In Progress')).toEqual(UNANSWERED);
      const { gate } = await save(site, site.pia, { checks: { ...DEFAULT_CHECKS, answer: 'off' } });
      expect(gate.rewritten).toHaveLength(1);
      expect(await tryTo(as(), story, 'In Progress')).toEqual(PASSED);
      expect(await tryTo(as(), await site.story('Not assessed'), 'In Progress')).toEqual(UNASSESSED);
    });

    test('a rule that was attached before this could be chosen asks for an answer', async () => {
      const story = await site.story('Save card', relevant(await site.setup()));
      const parameters = validatorsOn(site, 'In Progress')[0]?.parameters as Record<string, string>;
      const config = JSON.parse(parameters.config ?? '') as { projects: { answer?: boolean }[]; unanswered: string };
      for (const project of config.projects) delete project.answer;
      parameters.config = JSON.stringify({ ...config, unanswered: 'As it was attached' });
      expect(await tryTo(as(), story, 'In Progress')).toEqual({ status: 400, messages: ['As it was attached'] });
    });

    test('a link of another kind is no answer', async () => {
      const story = await site.story('Save card', relevant(await site.setup()));
      const other = await site.story('Other');
      const [foreign] = site.jira.state.linkTypes.filter(({ name }) => name === 'Blocks');
      const { rest } = await import('../fixtures/site');
      const { path } = await import('../../src/jira/request');
      await rest(as(), 'POST', path`/rest/api/3/issueLink`, {
        type: { id: foreign?.id },
        inwardIssue: { id: story.id },
        outwardIssue: { id: other.id },
      });
      expect(await tryTo(as(), story, 'In Progress')).toEqual(UNANSWERED);
    });

    test('what is no story is never stopped', async () => {
      for (const type of [ISSUE_TYPE.task, ISSUE_TYPE.bug, ISSUE_TYPE.epic]) {
        const issue = await site.issue({ issuetype: { id: type }, summary: 'Not a story' });
        expect(await tryTo(as(), issue, 'In Progress')).toEqual(PASSED);
      }
    });

    test('other transitions are free', async () => {
      const story = await site.story('Save card');
      expect(await tryTo(as(), story, 'Done')).toEqual(PASSED);
    });

    test('an issue property opens nothing', async () => {
      const { rest } = await import('../fixtures/site');
      const { path } = await import('../../src/jira/request');
      const story = await site.story('Save card');
      await rest(as(), 'PUT', path`/rest/api/3/issue/${story.id}/properties/shift-up.assessment`, {
        version: 1,
        relevance: 'notRelevant',
      });
      expect(await tryTo(as(), story, 'In Progress')).toEqual(UNASSESSED);
    });

    test('what is typed on the form of the transition counts', async () => {
      const { fields, options } = await site.setup();
      const { state } = site.jira;
      const screen = state.screens.put({
        id: state.nextId('screen'),
        name: 'On the way',
        description: '',
        tabs: [{ id: state.nextId('screentab'), name: 'Field Tab', fieldIds: [fields.securityRelevance] }],
      });
      const workflow = workflowOf(site);
      state.workflows.put({
        ...workflow,
        transitions: workflow.transitions.map((transition) =>
          transition.name === 'In Progress' ? { ...transition, screenId: screen.id } : transition,
        ),
      });
      const story = await site.story('New logo');
      const typed = (meaning: 'relevant' | 'notRelevant') => ({
        [fields.securityRelevance]: { id: options.securityRelevance[meaning] },
      });
      expect(await tryTo(as(), story, 'In Progress', typed('relevant'))).toEqual(UNANSWERED);
      expect(await tryTo(as(), story, 'In Progress', typed('notRelevant'))).toEqual(PASSED);
    });
  });

  test('flag and off stop nobody, and nothing is attached for them', async () => {
    for (const gate of ['flag', 'off'] as const) {
      await save(site, site.pia, { gate });
      const plan = await planOf(site, site.pia);
      const transitions = named(plan, ['In Progress']);
      const payload = { projectId: site.project.id, transitions, digest: plan.digest };
      expect(await site.invoke(site.pia, 'attachGate', payload)).toEqual(refused('conflict'));
      expect(await tryTo(as(), await site.story('Save card'), 'In Progress')).toEqual(PASSED);
    }
    expect(validatorsOn(site, 'In Progress')).toEqual([]);
  });

  test('the plan shows the transitions into readiness statuses, and where the rule is', async () => {
    const before = await planOf(site, site.pia);
    expect(before).toMatchObject({ others: [], hidden: 0, mayAttach: true });
    expect(before.transitions.map(({ name, validator, drops }) => [name, validator, drops])).toEqual([
      ['In Progress', 'none', false],
      ['Review', 'none', false],
      ['Done', 'none', false],
    ]);
    const after = await attach(site, site.pia, ['In Progress', 'Review']);
    expect(after.transitions.map(({ validator }) => validator)).toEqual(['ours', 'ours', 'none']);
    expect(after.digest).toBe(before.digest);
  });

  test('the plan can be had for a choice that is not saved yet', async () => {
    const projectId = site.project.id;
    const plan = valueOf(await site.invoke(site.pia, 'planGate', { projectId, readyStatusIds: ['3'] }));
    expect(plan.transitions.map(({ name }) => name)).toEqual(['In Progress']);
    const { droppedStatusIds } = await site.setup();
    const dropping = valueOf(await site.invoke(site.pia, 'planGate', { projectId, readyStatusIds: droppedStatusIds }));
    expect(dropping.transitions).toMatchObject([{ name: "Won't do", drops: true }]);
    const none = valueOf(await site.invoke(site.pia, 'planGate', { projectId, readyStatusIds: ['98765'] }));
    expect(none).toMatchObject({ transitions: [], impossible: 'noTransition' });
  });

  test('attaching is exact: the rule leaves transitions that are no longer chosen', async () => {
    await attach(site, site.pia, ['In Progress', 'Done']);
    await attach(site, site.pia, ['Done', 'Review']);
    expect(['In Progress', 'Review', 'Done'].map((name) => validatorsOn(site, name).length)).toEqual([0, 1, 1]);
  });

  test('the create transition asks for the assessment alone: a new story cannot have a link yet', async () => {
    await save(site, site.pia, { readyStatusIds: ['10000'] });
    const plan = await attach(site, site.pia, ['Create']);
    expect(named(plan, ['Create'])[0]).toMatchObject({ isCreate: true, validator: 'ours' });
    await expect(site.story('Save card')).rejects.toThrow(GATE_MESSAGE.unassessed);
    await expect(site.story('Save card', relevant(await site.setup()))).resolves.toHaveProperty('id');
    await expect(site.story('New logo', notRelevant(await site.setup(), 'wording'))).resolves.toHaveProperty('id');
    await expect(site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Task' })).resolves.toHaveProperty('id');
  });

  describe('saving follows', () => {
    beforeEach(() => attach(site, site.pia, ['In Progress', 'Done']));

    test.each(['flag', 'off'] as const)('%s detaches in the same action', async (gate) => {
      const { gate: done } = await save(site, site.pia, { gate });
      expect(done).toEqual({ rewritten: [], detached: [workflowOf(site).name], failed: [] });
      expect(validatorsOn(site, 'In Progress')).toEqual([]);
      expect(await tryTo(as(), await site.story('Save card'), 'In Progress')).toEqual(PASSED);
    });

    test('other story types are stopped, and those that are none any more pass', async () => {
      const { gate } = await save(site, site.pia, {}, { storyTypeIds: [ISSUE_TYPE.task] });
      expect(gate).toMatchObject({ rewritten: [workflowOf(site).name], failed: [] });
      expect(await tryTo(as(), await site.story('Save card'), 'In Progress')).toEqual(PASSED);
      const task = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Task' });
      expect(await tryTo(as(), task, 'In Progress')).toEqual(UNASSESSED);
    });

    test('a status that is no readiness status any more is free', async () => {
      await save(site, site.pia, { readyStatusIds: ['10001', '10002', '10003'] });
      expect(['In Progress', 'Done'].map((name) => validatorsOn(site, name).length)).toEqual([0, 1]);
    });

    test('what cannot be changed in Jira is named; the settings are saved all the same, and detaching is tried again', async () => {
      site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '*/workflows/update' }, times: 1 });
      const { gate } = await save(site, site.pia, { gate: 'flag' });
      expect(gate).toEqual({
        rewritten: [],
        detached: [],
        failed: [{ workflow: workflowOf(site).name, error: { code: 'jira-unavailable' } }],
      });
      expect((await site.projectSetup()).settings.gate).toBe('flag');
      expect((await planOf(site, site.pia)).transitions.map(({ validator }) => validator)).toContain('broken');
      const after = valueOf(await site.invoke(site.pia, 'detachGate', { projectId: site.project.id }));
      expect(after.failed).toEqual([]);
      expect(validatorsOn(site, 'In Progress')).toEqual([]);
    });
  });

  describe('a rule that is not as it should be', () => {
    const inProgress = 'In Progress';
    const put = (change: (rule: { id: string; ruleKey: string; parameters: Record<string, string> }) => unknown[]) => {
      const workflow = workflowOf(site);
      site.jira.state.workflows.put({
        ...workflow,
        transitions: workflow.transitions.map((transition) =>
          transition.name === inProgress
            ? { ...transition, validators: transition.validators.flatMap((rule) => change(rule as never)) as never }
            : transition,
        ),
      });
    };
    beforeEach(() => attach(site, site.pia, [inProgress]));

    test.each([
      [
        'of another environment',
        (rule: { parameters: Record<string, string> }) => [
          {
            ...rule,
            parameters: {
              ...rule.parameters,
              key: rule.parameters['key']?.replace(/extension\/([^/]+)\/[^/]+/, 'extension/$1/another-environment'),
            },
          },
        ],
      ],
      [
        'with another configuration',
        (rule: { parameters: Record<string, string> }) => [
          {
            ...rule,
            parameters: {
              ...rule.parameters,
              config: rule.parameters['config']?.replace('"version":1', '"version":0'),
            },
          },
        ],
      ],
      [
        'switched off',
        (rule: { parameters: Record<string, string> }) => [
          { ...rule, parameters: { ...rule.parameters, disabled: 'true' } },
        ],
      ],
      ['there twice', (rule: object) => [rule, { ...rule, id: 'again' }]],
      [
        'without a configuration',
        (rule: { parameters: Record<string, string> }) => [{ ...rule, parameters: { key: rule.parameters['key'] } }],
      ],
    ])('%s is shown as broken, and attaching again mends it', async (_name, change) => {
      put(change);
      expect(named(await planOf(site, site.pia), [inProgress])[0]?.validator).toBe('broken');
      const plan = await attach(site, site.pia, [inProgress]);
      expect(named(plan, [inProgress])[0]?.validator).toBe('ours');
      expect(validatorsOn(site, inProgress)).toHaveLength(1);
    });
  });
});
