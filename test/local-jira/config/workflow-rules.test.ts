import type { InstalledApp } from '../index';
import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE } from '../seed';
import { messageOf, testSite, valueAt, type Answer, type TestSite } from './test-site';

const OURS: InstalledApp = {
  appId: '7d0c1f5e-3a52-4c1e-9a0a-51f7a9d2c6b4',
  environmentId: '00000000-0000-4000-9000-000000000001',
  workflowValidators: [
    {
      key: 'gate',
      name: 'Assessed',
      description: 'Stories are assessed first.',
      expression: 'true',
      projectTypes: ['company-managed', 'team-managed'],
    },
    { key: 'classic', name: 'Classic', description: 'In company-managed projects only.', expression: 'true' },
  ],
};
const FOREIGN: InstalledApp = {
  appId: '11111111-2222-4333-8444-555555555555',
  environmentId: '66666666-7777-4888-9999-000000000000',
  workflowValidators: [{ key: 'signed', name: 'Signed', description: 'Somebody signed.', expression: 'true' }],
};

function ari({ appId, environmentId }: InstalledApp, key: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${key}`;
}

interface Rule {
  readonly ruleKey: string;
  readonly id?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface WorkflowBody {
  readonly id: string;
  readonly version: { readonly id: string; readonly versionNumber: number };
  readonly statuses: readonly unknown[];
  readonly transitions: readonly (Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly validators: readonly Rule[];
  })[];
}

function rule(app: InstalledApp, key: string, parameters: Readonly<Record<string, string>> = {}): Rule {
  return { ruleKey: 'forge:expression-validator', parameters: { key: ari(app, key), ...parameters } };
}

const PARAMETER = 'INVALID_RULE_PARAMETER';

function required(fieldsRequired: string): Rule {
  return { ruleKey: 'system:validate-field-value', parameters: { ruleType: 'fieldRequired', fieldsRequired } };
}

const NAME = 'Software Simplified Workflow for Project SHOP';

async function read({ call }: TestSite, name = NAME): Promise<{ statuses: unknown; workflow: WorkflowBody }> {
  const answer = await call('POST', '/workflows', { workflowNames: [name] });
  return { statuses: valueAt(answer, 'statuses'), workflow: valueAt(answer, 'workflows', 0) as WorkflowBody };
}

/** The whole workflow as it was read, with other validators on one transition. */
function payload(
  { statuses, workflow }: { statuses: unknown; workflow: WorkflowBody },
  transitionId: string,
  validators: readonly Rule[],
): unknown {
  const transitions = workflow.transitions.map((it) => (it.id === transitionId ? { ...it, validators } : it));
  const { id, version, statuses: used } = workflow;
  return { statuses, workflows: [{ id, version, statuses: used, transitions }] };
}

async function update(site: TestSite, transitionId: string, validators: readonly Rule[]): Promise<Answer> {
  return site.call('POST', '/workflows/update', payload(await read(site), transitionId, validators));
}

async function validatorsOf(site: TestSite, transitionId: string): Promise<readonly Rule[]> {
  const { workflow } = await read(site);
  return workflow.transitions.find(({ id }) => id === transitionId)?.validators ?? [];
}

function withApps(): TestSite {
  const site = testSite();
  site.jira.installApp(OURS);
  site.jira.installApp(FOREIGN);
  return site;
}

describe('workflow capabilities', () => {
  test('name the rules of installed apps by the ARI of their extension', async () => {
    const site = withApps();
    const path = `/workflows/capabilities?projectId=${site.project.id}&issueTypeId=${ISSUE_TYPE.story}`;
    const answer = await site.call('GET', path);
    expect(answer).toMatchObject({ status: 200, body: { editorScope: 'GLOBAL' } });
    expect(valueAt(answer, 'forgeRules')).toEqual([
      {
        id: ari(OURS, 'gate'),
        name: 'Assessed',
        description: 'Stories are assessed first.',
        ruleKey: 'forge:expression-validator',
        ruleType: 'Validator',
      },
      expect.objectContaining({ id: ari(OURS, 'classic') }),
      expect.objectContaining({ id: ari(FOREIGN, 'signed') }),
    ]);
    site.jira.uninstallApp(OURS.appId);
    expect(valueAt(await site.call('GET', path), 'forgeRules')).toMatchObject([{ id: ari(FOREIGN, 'signed') }]);
  });

  test('of a team-managed project name only rules that are for it', async () => {
    const site = withApps();
    const { jira, call } = site;
    const team = addProject(jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: ADMIN_ACCOUNT_ID,
      style: 'next-gen',
    });
    const { workflow } = await read(site, `Software workflow for project ${team.id}`);
    const answer = await call('GET', `/workflows/capabilities?workflowId=${workflow.id}`);
    expect(answer).toMatchObject({
      status: 200,
      body: { editorScope: 'PROJECT', forgeRules: [{ id: ari(OURS, 'gate') }] },
    });
  });

  test('are for administrators', async () => {
    const site = withApps();
    const { workflow } = await read(site);
    const path = `/workflows/capabilities?workflowId=${workflow.id}`;
    expect((await site.call('GET', path, undefined, 'member')).status).toBe(401);
    expect((await site.call('GET', path, undefined, 'nobody')).status).toBe(401);
    expect((await site.call('GET', '/workflows/capabilities?workflowId=nothing')).status).toBe(400);
  });
});

describe('rules in an update of a workflow', () => {
  test('are kept exactly as they came, with their ids, and the version counts up', async () => {
    const site = withApps();
    const config = JSON.stringify({ projects: [{ id: 10_000 }], text: 'a "quoted" word' });
    const ours = { ...rule(OURS, 'gate', { config, id: 'our-uuid', disabled: 'false', tag: '' }), id: 'our-uuid' };
    const theirs = { ...rule(FOREIGN, 'signed', { config: '{}' }), id: 'their-uuid' };
    const required = {
      ruleKey: 'system:validate-field-value',
      parameters: { ruleType: 'fieldRequired', fieldsRequired: 'assignee', ignoreContext: 'true', errorMessage: '' },
    };
    const before = (await read(site)).workflow.version;
    const answer = await update(site, '21', [theirs, required, ours]);
    expect(answer.status).toBe(200);
    const [first, second, third] = await validatorsOf(site, '21');
    expect([first, third]).toEqual([theirs, ours]);
    expect(second).toEqual({ ...required, id: expect.any(String) as string });
    const after = (await read(site)).workflow.version;
    expect(after.versionNumber).toBe(before.versionNumber + 1);
    expect(after.id).not.toBe(before.id);
    // Ours goes, the others stay what they were.
    expect((await update(site, '21', [theirs, second!])).status).toBe(200);
    expect(await validatorsOf(site, '21')).toEqual([theirs, second]);
  });

  test('somebody else was faster: 409, and nothing changes', async () => {
    const site = withApps();
    const stale = await read(site);
    expect((await update(site, '31', [{ ...rule(FOREIGN, 'signed'), id: 'theirs' }])).status).toBe(200);
    const answer = await site.call('POST', '/workflows/update', payload(stale, '21', [rule(OURS, 'gate')]));
    expect(answer.status).toBe(409);
    expect(await validatorsOf(site, '21')).toEqual([]);
    expect(await validatorsOf(site, '31')).toMatchObject([{ id: 'theirs' }]);
  });

  test.each<readonly [string, Rule, string]>([
    ['an unknown rule', { ruleKey: 'system:fly', parameters: {} }, 'RULE_NOT_FOUND'],
    ['an extension of an app that is not there', rule(FOREIGN, 'other'), 'RULE_EXTENSION_NOT_FOUND'],
    ['no extension', { ruleKey: 'forge:expression-validator', parameters: {} }, 'RULE_WITHOUT_EXTENSION'],
    ['a rule of another kind', { ruleKey: 'system:update-field', parameters: {} }, 'RULE_IN_WRONG_PLACE'],
    ['a configuration above 32,768 bytes', rule(OURS, 'gate', { config: `"${'ä'.repeat(16_400)}"` }), PARAMETER],
    ['a configuration that is not JSON', rule(OURS, 'gate', { config: '{' }), PARAMETER],
    ['an unknown parameter', rule(OURS, 'gate', { configuration: '{}' }), PARAMETER],
    ['an unknown permission', { ruleKey: 'system:check-permission-validator', parameters: {} }, PARAMETER],
    ['an unknown field', required('customfield_9'), PARAMETER],
    ['an unknown type of field rule', { ruleKey: 'system:validate-field-value', parameters: {} }, PARAMETER],
  ])('%s is a mistake: 200 with it from validation, 400 from the update', async (_name, mistaken, code) => {
    const site = withApps();
    const body = payload(await read(site), '21', [{ ...mistaken, id: 'r' }]);
    const validated = await site.call('POST', '/workflows/update/validation', { payload: body });
    expect(validated).toMatchObject({
      status: 200,
      body: {
        errors: [{ code, level: 'ERROR', type: 'RULE', elementReference: { transitionId: '21', ruleId: 'r' } }],
      },
    });
    const before = JSON.stringify(site.jira.snapshot());
    const refused = await site.call('POST', '/workflows/update', body);
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toBe(valueAt(validated, 'errors', 0, 'message'));
    expect(JSON.stringify(site.jira.snapshot())).toBe(before);
  });

  test('rules of an app that has gone stay when the rest of the workflow changes, and cannot be added', async () => {
    const site = withApps();
    const theirs = { ...rule(FOREIGN, 'signed', { config: '{"by":"all"}' }), id: 'theirs' };
    expect((await update(site, '31', [theirs])).status).toBe(200);
    site.jira.uninstallApp(FOREIGN.appId);
    expect((await update(site, '21', [{ ...rule(OURS, 'gate'), id: 'ours' }])).status).toBe(200);
    expect(await validatorsOf(site, '31')).toEqual([theirs]);
    expect((await update(site, '41', [{ ...theirs, id: 'again' }])).status).toBe(400);
    expect((await update(site, '31', [])).status).toBe(200);
    expect(await validatorsOf(site, '31')).toEqual([]);
  });

  test('a rule for company-managed projects does not go into a team-managed workflow; project admins may write there', async () => {
    const site = withApps();
    const { jira, call } = site;
    const team = addProject(jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: ADMIN_ACCOUNT_ID,
      style: 'next-gen',
    });
    const name = `Software workflow for project ${team.id}`;
    const body = async (key: string): Promise<unknown> => {
      const found = await read(site, name);
      return payload(found, found.workflow.transitions[1]?.id ?? '', [rule(OURS, key)]);
    };
    const refused = await call('POST', '/workflows/update', await body('classic'));
    expect(refused.status).toBe(400);
    expect(messageOf(refused)).toContain('not available in team-managed projects');
    expect((await call('POST', '/workflows/update', await body('gate'), 'member')).status).toBe(401);
    const { id: memberId } = jira.state.users.find(({ displayName }) => displayName === 'Jonas Weber')!;
    const roles = Object.fromEntries(
      Object.keys(team.roleActors).map((roleId) => [roleId, [{ type: 'user' as const, accountId: memberId }]]),
    );
    jira.state.projects.put({ ...team, roleActors: roles });
    expect((await call('POST', '/workflows/update', await body('gate'), 'member')).status).toBe(200);
    const shop = await read(site);
    expect((await call('POST', '/workflows/update', payload(shop, '21', []), 'member')).status).toBe(401);
  });
});
