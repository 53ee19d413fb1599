import type { ProductEvent } from '../state/events';
import type { InstalledApp } from '../index';
import { paragraph, shop, type Answer, type Shop } from '../testing/shop';

const APP: InstalledApp = {
  appId: '7d0c1f5e-3a52-4c1e-9a0a-51f7a9d2c6b4',
  environmentId: '00000000-0000-4000-9000-000000000001',
  workflowValidators: [],
};
const IN_PROGRESS = '21';
const CREATE = '1';

function ari(moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${APP.appId}/${APP.environmentId}/static/${moduleKey}`;
}

interface Guarded extends Shop {
  readonly events: ProductEvent[];
  /** Makes the transition as Mara. */
  go(key: string, body?: Record<string, unknown>): Promise<Answer>;
}

/** SHOP with one validator of an installed app on a transition. */
function guarded(
  expression: string,
  rule: { config?: unknown; on?: string; errorMessage?: string | { expression: string } } = {},
): Guarded {
  const site = shop();
  const { config, on = IN_PROGRESS, errorMessage } = rule;
  site.jira.installApp({
    ...APP,
    workflowValidators: [{ key: 'gate', name: 'Gate', description: 'Guards', expression, errorMessage }],
  });
  change(site, on, {
    validators: [
      {
        id: 'rule-1',
        ruleKey: 'forge:expression-validator',
        parameters: { key: ari('gate'), ...(config === undefined ? {} : { config: JSON.stringify(config) }) },
      },
    ],
  });
  const events: ProductEvent[] = [];
  site.jira.onEvent((event) => {
    if (event.eventType === 'avi:jira:failed:expression') events.push(event);
  });
  const go: Guarded['go'] = (key, body = {}) =>
    site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: on }, ...body });
  return { ...site, events, go };
}

function change({ jira, project }: Shop, transitionId: string, more: Record<string, unknown>): void {
  const scheme = jira.state.workflowSchemes.require(project.workflowSchemeId);
  const workflow = jira.state.workflows.require(scheme.defaultWorkflowId);
  const transitions = workflow.transitions.map((it) => (it.id === transitionId ? { ...it, ...more } : it));
  jira.state.workflows.put({ ...workflow, transitions });
}

describe('a validator by expression', () => {
  it('lets pass what is true and refuses what is false with the message of its module', async () => {
    const site = guarded("issue.summary.includes('ready')", { errorMessage: 'Not ready.' });
    const yes = await site.create({ summary: 'Pay, ready' });
    const no = await site.create({ summary: 'Pay' });
    expect((await site.go(yes.key)).status).toBe(204);
    const refused = await site.go(no.key);
    expect(refused).toMatchObject({ status: 400, body: { errorMessages: ['Not ready.'], errors: {} } });
    expect(site.jira.state.issues.require(no.id).statusId).not.toBe(site.jira.state.issues.require(yes.id).statusId);
    expect(site.jira.state.history.get(no.id)).toBeUndefined();
    expect(site.events).toEqual([]);
  });

  it('shows a text that the expression gives instead of its verdict', async () => {
    const site = guarded("issue.labels.length > 0 ? true : 'Label ' + issue.key + ' first'", { errorMessage: 'No.' });
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).body.errorMessages).toEqual([`Label ${key} first`]);
    expect(site.events).toEqual([]);
  });

  it('has a standard message, and one that is an expression itself', async () => {
    const plain = guarded('false');
    expect((await plain.go((await plain.create({ summary: 'a' })).key)).body.errorMessages).toEqual([
      "Validation failed for validator 'Gate'",
    ]);
    const spoken = guarded('false', { errorMessage: { expression: "'Not to ' + transition.to.name" } });
    expect((await spoken.go((await spoken.create({ summary: 'a' })).key)).body.errorMessages).toEqual([
      'Not to In Progress',
    ]);
    const broken = guarded('false', { errorMessage: { expression: 'issue.nothing' } });
    expect((await broken.go((await broken.create({ summary: 'a' })).key)).body.errorMessages).toEqual([
      "Validation failed for validator 'Gate'",
    ]);
  });

  it('judges what is typed on the transition screen; originalIssue is the issue before', async () => {
    const site = guarded("issue.labels.includes('assessed') && !originalIssue.labels.includes('assessed')");
    change(site, IN_PROGRESS, { screenId: '1' });
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).status).toBe(400);
    expect((await site.go(key, { fields: { labels: ['assessed'] } })).status).toBe(204);
    expect((await site.go(key, { fields: { labels: ['assessed'] } })).status).toBe(400);
  });

  it('counts links that come with the transition', async () => {
    const site = guarded("issue.links.some(l => l.direction == 'outward' && l.type.outward == 'blocks')");
    change(site, IN_PROGRESS, { screenId: '1' });
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    expect((await site.go(a.key)).status).toBe(400);
    const update = { issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: b.key } } }] };
    const linked = await site.go(a.key, { update });
    expect(linked.status).toBe(204);
    expect((await site.go(b.key)).status).toBe(400);
  });

  it('knows who, where, which way and its configuration', async () => {
    const site = guarded(
      'user.accountId == config.who && project.key == "SHOP" && project.id == config.project && ' +
        'transition.from.name == "To Do" && transition.to.category.key == "indeterminate" && !transition.hasScreen && ' +
        'workflow.name.includes("SHOP") && user.getProjectRoles(project).map(r => r.name).includes("Member") && ' +
        'issue.issueType.name == "Story" && issue.status.name == "To Do" && issue.reporter.accountId == config.who',
      { config: { who: 'mara', project: 0 } },
    );
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).status).toBe(400);
    change(site, IN_PROGRESS, {
      validators: [
        {
          ruleKey: 'forge:expression-validator',
          parameters: {
            key: ari('gate'),
            config: JSON.stringify({ who: site.mara.id, project: Number(site.project.id) }),
          },
        },
      ],
    });
    expect((await site.go(key)).status).toBe(204);
    expect(site.events).toEqual([]);
  });

  it('reads fields as REST shows them and descriptions as text', async () => {
    const site = guarded(
      "issue.description.plainText.includes('card') && issue.priority.name == 'Medium' && " +
        'issue?.customfield_10016 == 3 && issue?.customfield_10020 == null && issue.resolution == null && issue.parent == null',
    );
    const { key } = await site.create({
      summary: 'a',
      description: paragraph('Pay by card'),
      customfield_10016: 3,
    });
    expect(await site.go(key)).toMatchObject({ status: 204 });
  });

  it('reads issue properties, which anybody who may edit can set', async () => {
    const site = guarded("issue.properties['shift-up']?.passed == true && issue.properties.keys().length == 1");
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).status).toBe(400);
    await site.as(site.mara).put(`/rest/api/3/issue/${key}/properties/shift-up`, { passed: true });
    expect((await site.go(key)).status).toBe(204);
  });

  it('leaves out links to issues that the person may not see', async () => {
    const site = guarded('issue.links.length == config', { config: 0 });
    const { jira } = site;
    const [a, b] = [await site.create({ summary: 'a' }), await site.create({ summary: 'b' })];
    const link = { type: { name: 'Blocks' }, inwardIssue: { key: a.key }, outwardIssue: { key: b.key } };
    expect((await site.as(site.mara).post('/rest/api/3/issueLink', link)).status).toBe(201);
    expect((await site.go(a.key)).status).toBe(400);
    const scheme = jira.state.issueSecuritySchemes.put({
      id: '1',
      name: 'Hidden',
      description: '',
      levels: [{ id: '7', name: 'Nobody', description: '', members: [] }],
    });
    jira.state.projects.put({ ...jira.state.projects.require(site.project.id), issueSecuritySchemeId: scheme.id });
    jira.state.issues.put({ ...jira.state.issues.require(b.id), securityLevelId: '7' });
    expect((await site.go(a.key)).status).toBe(204);
  });

  describe('on the way into the workflow', () => {
    const create = (site: Shop): Promise<Answer> =>
      site.as(site.mara).post('/rest/api/3/issue', {
        fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'a' },
      });

    it('sees an issue without id, key and status, and no originalIssue', async () => {
      const site = guarded(
        "issue.id == null && issue.key == null && issue.status == null && transition.from == null && typeof originalIssue == 'undefined' && issue.summary == 'a' && issue.links == []",
        { on: CREATE },
      );
      expect((await create(site)).status).toBe(201);
    });

    it('fails closed where the expression needs what is not there', async () => {
      for (const expression of ["issue.key.includes('SHOP')", 'originalIssue.summary == issue.summary']) {
        const site = guarded(expression, { on: CREATE, errorMessage: 'No.' });
        expect(await create(site)).toMatchObject({ status: 400, body: { errorMessages: ['No.'] } });
        expect(site.jira.state.issues.size).toBe(0);
        expect(site.events).toMatchObject([{ context: { project: { id: site.project.id } } }]);
        expect(site.events[0]?.['context']).not.toHaveProperty('issue');
      }
    });
  });

  describe('fails closed and tells the app', () => {
    it.each([
      ['an error', 'issue.assignee.displayName == null', 'Type null does not have any properties.'],
      ['an unknown property', 'issue.storyPoints > 1', 'Unrecognized property of `issue`: "storyPoints"'],
      ['another kind of value', 'issue.summary.length', 'must give a Boolean or a String, not Number'],
      ['null', 'issue.assignee', 'not null'],
      ['too many steps', "'a,'.repeat(100).repeat(100).split(',').length > 1", '10000 steps'],
      ['too many expensive operations', '[1,2,3,4,5,6].every(n => issue.labels == issue.labels)', '10 expensive'],
    ])('on %s', async (_name, expression, reason) => {
      const site = guarded(expression, { errorMessage: 'No.' });
      const { id, key } = await site.create({ summary: 'a' });
      expect(await site.go(key)).toMatchObject({ status: 400, body: { errorMessages: ['No.'] } });
      expect(site.events).toEqual([
        {
          eventType: 'avi:jira:failed:expression',
          timestamp: String(site.jira.clock.now().getTime()),
          selfGenerated: false,
          extensionId: ari('gate'),
          workflowId: expect.any(String) as string,
          workflowName: 'Software Simplified Workflow for Project SHOP',
          validatorId: 'rule-1',
          expression,
          errorMessages: [expect.stringContaining(reason) as string],
          context: { issue: { id, key }, project: { id: site.project.id } },
        },
      ]);
    });

    it('on a configuration that is not JSON', async () => {
      const site = guarded('true');
      const parameters = { key: ari('gate'), config: '{"broken' };
      change(site, IN_PROGRESS, { validators: [{ ruleKey: 'forge:expression-validator', parameters }] });
      const { key } = await site.create({ summary: 'a' });
      expect((await site.go(key)).status).toBe(400);
      expect(site.events).toMatchObject([{ errorMessages: ['The configuration of the rule is not JSON.'] }]);
    });
  });

  it.each([
    ['none', undefined],
    ['an empty object', {}],
    ['a list', [1]],
    ['another shape', { projects: 'all', expression: 7, deep: [[[[{}]]]] }],
  ])('lives with a configuration that is %s', async (_name, config) => {
    const site = guarded("typeof config?.projects != 'List' ? 'No configuration.' : true", { config });
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).body.errorMessages).toEqual(['No configuration.']);
    expect(site.events).toEqual([]);
  });

  it('takes an expression of the configuration in place of its own, as Forge documents', async () => {
    const site = guarded('false', { config: { expression: "issue.summary == 'a'" } });
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).status).toBe(204);
    const hostile = guarded('true', { config: { expression: '['.repeat(5_000) } });
    expect((await hostile.go((await hostile.create({ summary: 'a' })).key)).status).toBe(400);
    expect(hostile.events[0]?.['errorMessages']).toEqual([expect.stringContaining('cannot be parsed')]);
  });

  it('reads a megabyte of text in a handful of steps', async () => {
    const site = guarded(
      "issue.description.plainText.toLowerCase().includes('needle') || issue.description.plainText.length > 1000000",
    );
    const { id, key } = await site.create({ summary: 'a' });
    const text = 'Straw '.repeat(180_000);
    site.jira.state.issues.put({
      ...site.jira.state.issues.require(id),
      description: { ...paragraph(text), type: 'doc', version: 1 },
    });
    expect((await site.go(key)).status).toBe(204);
    expect(site.events).toEqual([]);
  });

  it('refuses every transition when its app is uninstalled, and works again when it is back', async () => {
    const site = guarded('true');
    const { key } = await site.create({ summary: 'a' });
    site.jira.uninstallApp(APP.appId);
    const refused = await site.go(key);
    expect(refused.status).toBe(400);
    expect(refused.body.errorMessages[0]).toContain('an app that is not installed');
    expect(site.events).toEqual([]);
    const other = await site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '31' } });
    expect(other.status).toBe(204);
    site.jira.installApp({
      ...APP,
      workflowValidators: [{ key: 'gate', name: 'Gate', description: '', expression: 'true' }],
    });
    expect((await site.go(key)).status).toBe(204);
  });

  it('survives resetting and restoring the site: installing is no matter of its data', async () => {
    const site = guarded('true');
    const snapshot = JSON.parse(JSON.stringify(site.jira.snapshot())) as unknown;
    expect(JSON.stringify(snapshot)).not.toContain('Guards');
    site.jira.reset();
    site.jira.restore(snapshot);
    const { key } = await site.create({ summary: 'a' });
    expect((await site.go(key)).status).toBe(204);
  });

  it('is refused at installation when its expression cannot be read', () => {
    const install = (expression: string) => () =>
      shop().jira.installApp({ ...APP, workflowValidators: [{ key: 'gate', name: '', description: '', expression }] });
    expect(install('issue.key === 1')).toThrow('===');
    expect(install('issue.comments.length > 0')).not.toThrow();
  });

  it('answers 501 by name for what only the local Jira lacks', async () => {
    const site = guarded('issue.comments.length > 0');
    const { key } = await site.create({ summary: 'a' });
    expect(await site.go(key)).toMatchObject({
      status: 501,
      body: { errorMessages: ['local Jira does not serve Issue.comments in Jira expressions'] },
    });
  });
});

describe('validators of Jira itself', () => {
  it('check the permission they name', async () => {
    const site = shop();
    const rule = (permissionKey: string) => ({
      validators: [{ ruleKey: 'system:check-permission-validator', parameters: { permissionKey } }],
    });
    const { key } = await site.create({ summary: 'a' });
    const go = () => site.as(site.mara).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '21' } });
    change(site, IN_PROGRESS, rule('ADMINISTER_PROJECTS'));
    expect((await go()).status).toBe(400);
    change(site, IN_PROGRESS, rule('EDIT_ISSUES'));
    expect((await go()).status).toBe(204);
  });
});
