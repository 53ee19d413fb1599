/** What attaching and detaching do to workflows: nothing but our own rule, under the version that was read, or not at all. */
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { requestsOf, writesOf } from '../fixtures/probe';
import { rest, valueOf } from '../fixtures/site';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { attach, named, planOf, validatorsOn, workflowOf } from './gate-site';

capturedLog();

/** A workflow as Jira's REST tells it. */
async function wire(site: SettingsSite, workflowId: string): Promise<Record<string, unknown>> {
  const answer = await rest(site.as(site.people.admin), 'POST', path`/rest/api/3/workflows`, {
    workflowIds: [workflowId],
  });
  const { workflows } = answer as { workflows: Record<string, unknown>[] };
  const [workflow] = workflows;
  if (workflow === undefined) throw new Error('no such workflow');
  return workflow;
}

/** Without what Jira itself counts up. */
const content = (workflow: Record<string, unknown>): Record<string, unknown> => ({
  ...workflow,
  version: undefined,
  updated: undefined,
});

describe('workflows under the gate', () => {
  let site: SettingsSite;
  beforeEach(async () => {
    site = await settingsSite();
  });
  afterEach(() => site.close());

  const workflowId = () => workflowOf(site).id;

  /** Somebody's own rules, forms, layout and properties, through Jira's REST. */
  async function decorate(): Promise<void> {
    const asAdmin = site.as(site.people.admin);
    // Another app may call its module as ours.
    site.jira.installApp({
      appId: 'other-app',
      environmentId: 'env',
      workflowValidators: [{ key: 'security-gate', name: 'Other', description: 'Other', expression: 'true' }],
    });
    const { statuses, workflows } = (await rest(asAdmin, 'POST', path`/rest/api/3/workflows`, {
      workflowIds: [workflowId()],
    })) as { statuses: Record<string, unknown>[]; workflows: Record<string, unknown>[] };
    const workflow = workflows[0]!;
    const transitions = (workflow['transitions'] as Record<string, unknown>[]).map((transition, index) => ({
      ...transition,
      description: `Described ${index}`,
      properties: { 'jira.issue.editable': 'true' },
      triggers: [],
      validators:
        transition['type'] === 'INITIAL'
          ? []
          : [
              {
                ruleKey: 'system:validate-field-value',
                parameters: {
                  ruleType: 'fieldRequired',
                  fieldsRequired: 'summary',
                  ignoreContext: 'true',
                  errorMessage: '',
                },
              },
              {
                ruleKey: 'forge:expression-validator',
                parameters: { key: 'ari:cloud:ecosystem::extension/other-app/env/static/security-gate', config: '{}' },
              },
            ],
    }));
    await rest(asAdmin, 'POST', path`/rest/api/3/workflows/update`, {
      statuses: statuses.map(({ id, name, statusCategory, statusReference, description }) => ({
        id,
        name,
        statusCategory,
        statusReference,
        description,
      })),
      workflows: [
        {
          id: workflow['id'],
          version: workflow['version'],
          description: 'Kept by somebody',
          statuses: (workflow['statuses'] as { statusReference: string }[]).map(({ statusReference }, index) => ({
            statusReference,
            properties: { 'jira.issue.editable': String(index % 2 === 0) },
            layout: { x: 100 * index, y: 20 },
          })),
          transitions,
          startPointLayout: { x: -100, y: -50 },
        },
      ],
    });
  }

  test('attached and detached again, a workflow of somebody else is exactly as it was', async () => {
    await decorate();
    const before = content(await wire(site, workflowId()));
    await attach(site, site.pia, ['In Progress', 'Done']);
    expect(content(await wire(site, workflowId()))).not.toEqual(before);
    valueOf(await site.invoke(site.pia, 'detachGate', { projectId: site.project.id }));
    expect(content(await wire(site, workflowId()))).toEqual(before);
  });

  test('only the chosen transitions are touched, and rules of others keep their place', async () => {
    await decorate();
    const before = content(await wire(site, workflowId())) as {
      transitions: { name: string; validators: unknown[] }[];
    };
    await attach(site, site.pia, ['In Progress']);
    const after = content(await wire(site, workflowId())) as typeof before;
    after.transitions.forEach((transition, index) => {
      if (transition.name !== 'In Progress') expect(transition).toEqual(before.transitions[index]);
      else expect(transition.validators.slice(0, 2)).toEqual(before.transitions[index]?.validators);
    });
  });

  test('the rule that is attached holds ids and our own words, and nothing of a person', async () => {
    await attach(site, site.pia, ['In Progress']);
    const [rule] = validatorsOn(site, 'In Progress');
    const config = JSON.parse(rule?.parameters['config'] ?? '') as Record<string, unknown>;
    expect(Object.keys(config).sort()).toEqual([
      'inward',
      'outward',
      'projects',
      'unanswered',
      'unassessed',
      'version',
    ]);
    expect(config).not.toHaveProperty('expression');
    expect(rule?.parameters['key']).toMatch(/^ari:cloud:ecosystem::extension\/[^/]+\/[^/]+\/static\/security-gate$/);
    expect(rule?.parameters['id']).toBe(rule?.id);
  });

  describe('somebody changes the workflow', () => {
    const rename = async () => {
      const workflow = workflowOf(site);
      site.jira.state.workflows.put({
        ...workflow,
        version: { ...workflow.version, versionNumber: workflow.version.versionNumber + 1 },
        transitions: workflow.transitions.map((transition) =>
          transition.name === 'Review' ? { ...transition, name: 'Look at it' } : transition,
        ),
      });
    };

    test('after the plan: attaching says so and writes nothing', async () => {
      await save(site, site.pia, { gate: 'block' });
      const plan = await planOf(site, site.pia);
      await rename();
      const before = await wire(site, workflowId());
      site.jira.costs.reset();
      const transitions = named(plan, ['In Progress']);
      const payload = { projectId: site.project.id, transitions, digest: plan.digest };
      expect(await site.invoke(site.pia, 'attachGate', payload)).toEqual(refused('conflict'));
      expect(writesOf(site)).toEqual([]);
      expect(await wire(site, workflowId())).toEqual(before);
    });

    test('between our read and our write: Jira refuses, we say so, and their change stands', async () => {
      await save(site, site.pia, { gate: 'block' });
      const plan = await planOf(site, site.pia);
      const transitions = named(plan, ['In Progress']);
      const payload = { projectId: site.project.id, transitions, digest: plan.digest };
      const disturbed = site.forge.disturb(site.site, {
        atCall: 1,
        by: { status: 409, body: { errorMessages: ['The workflow was changed.'] } },
        counts: ({ path: where }: { path: string }) => where.includes('/workflows/update'),
      }) as { hit: unknown };
      expect(await site.invoke(site.pia, 'attachGate', payload)).toEqual(refused('conflict'));
      expect(disturbed.hit).toBeDefined();
      expect(validatorsOn(site, 'In Progress')).toEqual([]);
    });

    test('while we detach: it is read again, and only our rule goes', async () => {
      await attach(site, site.pia, ['In Progress']);
      site.forge.disturb(site.site, {
        atCall: 1,
        by: { status: 409, body: { errorMessages: ['The workflow was changed.'] } },
        counts: ({ path: where }: { path: string }) => where.includes('/workflows/update'),
      });
      const plan = valueOf(await site.invoke(site.pia, 'detachGate', { projectId: site.project.id }));
      expect(plan.failed).toEqual([]);
      expect(validatorsOn(site, 'In Progress')).toEqual([]);
    });
  });

  test('a transition that the plan does not have, or of another workflow, is not taken', async () => {
    await save(site, site.pia, { gate: 'block' });
    const { digest } = await planOf(site, site.pia);
    const foreign = site.jira.state.workflows.find(({ id }) => id !== workflowId());
    for (const ref of [
      { workflowId: workflowId(), transitionId: '999' },
      { workflowId: foreign?.id ?? '', transitionId: foreign?.transitions[0]?.id ?? '' },
    ]) {
      const payload = { projectId: site.project.id, transitions: [ref], digest };
      expect(await site.invoke(site.pia, 'attachGate', payload)).toEqual(refused('conflict'));
    }
  });

  test.each(['there', 'deleted for good'])(
    'undoing the set-up of a project that is %s takes the rule out',
    async (is) => {
      await attach(site, site.pia, ['In Progress']);
      const id = workflowId();
      const { projects, workflows } = site.jira.state;
      if (is !== 'there') projects.delete(site.project.id);
      const projectIds = [site.project.id];
      const { digest } = valueOf(await site.invoke(site.people.admin, 'planUndo', { projectIds }));
      valueOf(await site.invoke(site.people.admin, 'startUndo', { projectIds, digest }));
      await site.forge.queue.drain(site.site);
      expect(valueOf(await site.invoke(site.people.admin, 'readSetupRun', {})).run?.state).toBe('done');
      expect(JSON.stringify(workflows.require(id))).not.toContain('security-gate');
      expect(site.forge.kvs(site.site).values()).not.toHaveProperty(`project-setup:${site.project.id}`);
    },
  );

  describe('everywhere', () => {
    test('detached from every workflow of the site, published or not used', async () => {
      await attach(site, site.pia, ['In Progress']);
      const rule = validatorsOn(site, 'In Progress')[0]!;
      const { state } = site.jira;
      const other = state.workflows.find(({ id, isEditable }) => id !== workflowId() && isEditable)!;
      state.workflows.put({
        ...other,
        transitions: other.transitions.map((transition) => ({
          ...transition,
          validators: [...transition.validators, { ...rule, id: `copy-${transition.id}` }],
        })),
      });
      const answer = valueOf(await site.invoke(site.people.admin, 'detachEveryGate', {}));
      expect(answer.failed).toEqual([]);
      expect([...answer.workflows].sort()).toEqual([other.name, workflowOf(site).name].sort());
      expect(JSON.stringify(state.workflows.all())).not.toContain('security-gate');
      expect(valueOf(await site.invoke(site.people.admin, 'detachEveryGate', {}))).toEqual({
        workflows: [],
        failed: [],
      });
    });

    test('one that cannot be changed is named, and the others are done', async () => {
      await attach(site, site.pia, ['In Progress']);
      site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '*/workflows/update' }, times: 1 });
      const { name } = workflowOf(site);
      expect(valueOf(await site.invoke(site.people.admin, 'detachEveryGate', {}))).toEqual({
        workflows: [],
        failed: [{ workflow: name, error: { code: 'jira-unavailable' } }],
      });
    });
  });

  test('planning reads and writes nothing', async () => {
    site.jira.costs.reset();
    await planOf(site, site.pia);
    expect(writesOf(site)).toEqual([]);
    expect(requestsOf(site).length).toBeLessThanOrEqual(8);
  });
});
