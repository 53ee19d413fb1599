/** Set-up from the outside: through the resolver as an admin, judged by what is on the site afterwards. */
import { LEVELS, SCALE } from '../../src/domain/level';
import { FIELDS } from '../../src/domain/site-setup';
import { NEEDED_FIELDS, RISK_STATUSES } from '../../src/setup/needed';
import { realClock } from '../local-jira/index';
import { addProject, ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';

capturedLog();

const planFor = async (site: TestSite, projectIds = [site.project.id]) =>
  valueOf(await site.invoke(site.people.admin, 'planSetup', { projectIds }));
const actionsOf = async (site: TestSite) => new Set((await planFor(site)).items.map(({ action }) => action));
const runStep = async (site: TestSite, step: string, projectIds = [site.project.id]) =>
  valueOf(await site.invoke(site.people.admin, 'runSetupStep', { step, projectIds }));
const writes = (site: TestSite) =>
  site.jira.costs.entries.filter(({ method, route, status }) => {
    return status < 300 && (method === 'PUT' || (method === 'POST' && !/read$|workflows$|search/.test(route)));
  });

describe('set-up', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await setUpSite({ setUp: false });
  });
  afterEach(() => site.close());

  test('before, everything is to be made and nobody is set up; after, everything is right', async () => {
    expect(await actionsOf(site)).toEqual(new Set(['create']));
    expect(valueOf(await site.invoke(site.people.mara, 'getSetup', { projectIds: [site.project.id] }))).toEqual({
      projects: [],
    });
    await site.runSetup([site.project.id]);
    expect(await planFor(site)).toMatchObject({ complete: true });
    expect(await actionsOf(site)).toEqual(new Set(['alreadyRight']));
    expect((await site.projectSetup()).storyTypeIds).toEqual([ISSUE_TYPE.story]);
  });

  test('the plan writes nothing', async () => {
    await planFor(site);
    expect(writes(site)).toEqual([]);
  });

  test('makes every field with its options in order, so that Jira sorts Critical above Low', async () => {
    await site.runSetup([]);
    const setup = await site.setup();
    const optionsOf = (fieldId: string) => {
      return [...site.jira.state.fieldOptions.values()].filter((option) => option.fieldId === fieldId);
    };
    for (const field of FIELDS) {
      const made = site.jira.state.fields.require(setup.fields[field]);
      expect([made.name, made.description]).toEqual([NEEDED_FIELDS[field].name, NEEDED_FIELDS[field].description]);
      expect(optionsOf(made.id).map(({ value }) => value)).toEqual(
        (NEEDED_FIELDS[field].options ?? []).map(({ value }) => value),
      );
    }
    expect(Object.keys(setup.options.riskLevel)).toEqual([...LEVELS]);
    expect(Object.keys(setup.options.likelihood)).toEqual(SCALE.map(String));
  });

  test('does every step again without changing anything', async () => {
    await site.runSetup([site.project.id]);
    const before = site.jira.snapshot();
    site.jira.costs.reset();
    const { items } = await planFor(site);
    for (const { step } of items) expect(await runStep(site, step)).toEqual({ step, state: 'done' });
    // Associating fields is the one write that Jira itself ignores where there is nothing to do.
    expect(writes(site).map(({ route }) => route)).toEqual(['/rest/api/3/field/association']);
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('a risk begins as Identified, on its own workflow, and can be closed and accepted', async () => {
    await site.runSetup([site.project.id]);
    const risk = await site.risk('Account takeover');
    const statusOf = () => site.jira.state.statuses.require(site.jira.state.issues.require(risk.id).statusId);
    expect(statusOf().name).toBe('Identified');
    for (const name of [
      'Assessed',
      'In treatment',
      'Verification',
      'Closed',
      'Assessed',
      'Awaiting acceptance',
      'Accepted',
    ]) {
      await site.moveTo(risk, name);
      expect(statusOf().name).toBe(name);
    }
    const category = { TODO: 'toDo', IN_PROGRESS: 'inProgress', DONE: 'done' } as const;
    for (const needed of RISK_STATUSES) {
      const made = [...site.jira.state.statuses.values()].filter(({ name }) => name === needed.name);
      expect(made.map((status) => category[status.category])).toEqual([needed.category]);
    }
  });

  test('stories keep their workflow and get the two story fields on their screen, risks get a screen of their own', async () => {
    await site.runSetup([site.project.id]);
    const setup = await site.setup();
    const story = await site.story('Save card', {
      [setup.fields.securityRelevance]: { id: setup.options.securityRelevance.relevant },
    });
    expect(site.jira.state.issues.require(story.id).statusId).toBe(STATUS.toDo);
    await expect(
      site.story('Save card', { [setup.fields.likelihood]: { id: setup.options.likelihood[5] } }),
    ).rejects.toThrow('400');
    await expect(
      site.risk('Save card', { [setup.fields.likelihood]: { id: setup.options.likelihood[5] } }),
    ).resolves.toBeDefined();
  });

  test("takes Won't do and Duplicate for dropped, by the ids they have here", async () => {
    await site.runSetup([]);
    const { droppedStatusIds, droppedResolutionIds } = await site.setup();
    expect(droppedStatusIds).toEqual([STATUS.wontDo]);
    expect(droppedResolutionIds.map((id) => site.jira.state.resolutions.require(id).name)).toEqual([
      "Won't Do",
      'Duplicate',
    ]);
  });

  test('uses a status that other workflows have, and refuses one that means another stage', async () => {
    const { statuses } = site.jira.state;
    const base = statuses.require(STATUS.done);
    statuses.put({ ...base, id: '10500', name: 'Closed' });
    await site.runSetup([site.project.id]);
    expect([...statuses.values()].filter(({ name }) => name === 'Closed')).toHaveLength(1);

    const other = await setUpSite({ setUp: false, siteName: 'other' });
    other.jira.state.statuses.put({ ...base, id: '10500', name: 'Accepted' });
    const item = (await planFor(other)).items.find(({ step }) => step === 'status:risk');
    expect(item).toMatchObject({ action: 'conflict', reason: expect.stringContaining('"Accepted"') as string });
    expect(await runStep(other, 'status:risk')).toMatchObject({ state: 'failed', error: { code: 'conflict' } });
    other.close();
  });

  test('a site with the newer field schemes is set up as well', async () => {
    const newer = await setUpSite({ fieldSchemes: true, siteName: 'newer' });
    const setup = await newer.setup();
    const risk = await newer.risk('Weak reset', { [setup.fields.impact]: { id: setup.options.impact[4] } });
    expect(newer.jira.state.issues.require(risk.id).custom).not.toEqual({});
    newer.close();
  });
});

describe("a project on Jira's built-in workflow scheme, which nobody can change", () => {
  test.each([0, 2])(
    'with %d issues gets a scheme of its own; its stories keep their workflow',
    async (issues) => {
      const site = await setUpSite({ setUp: false, clock: realClock() });
      const { state } = site.jira;
      state.projects.put({ ...state.projects.require(site.project.id), workflowSchemeId: '10000' });
      const built = structuredClone(state.workflowSchemes.require('10000'));
      // The built-in scheme has no id in Jira's answer.
      const real = site.jira.fetch.bind(site.jira);
      jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
        const answer = await real(request);
        if (!request.url.includes('/workflowscheme/project?')) return answer;
        return new Response((await answer.text()).replace('"id":10000,', ''), { status: answer.status });
      });
      for (let made = 0; made < issues; made += 1) await site.story('Before');
      await site.runSetup([site.project.id]);
      const { riskTypeId } = await site.setup();
      const scheme = state.workflowSchemes.require(state.projects.require(site.project.id).workflowSchemeId);
      expect(scheme.id).not.toBe('10000');
      expect(scheme.defaultWorkflowId).toBe(built.defaultWorkflowId);
      expect(Object.keys(scheme.workflowIds)).toEqual([riskTypeId]);
      expect(state.workflowSchemes.require('10000')).toEqual(built);
      const risk = await site.risk('New');
      expect(state.statuses.require(state.issues.require(risk.id).statusId).name).toBe('Identified');
      site.close();
    },
    20_000,
  );
});

describe('what others have made', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await setUpSite({ setUp: false });
  });
  afterEach(() => site.close());

  const fieldNamed = (name: string) => {
    const { fields } = site.jira.state;
    const [any] = [...fields.values()].filter(({ id }) => id.startsWith('customfield_'));
    if (!any) throw new Error('no custom field to copy');
    fields.put({ ...any, id: 'customfield_10900', name });
  };
  const typeNamed = (name: string) => {
    const { issueTypes } = site.jira.state;
    issueTypes.put({ ...issueTypes.require(ISSUE_TYPE.task), id: '10900', name });
  };
  const linkTypeNamed = (name: string) => {
    site.jira.state.linkTypes.put({ id: '10900', name, inward: 'is mitigated by', outward: 'mitigates' });
  };

  test.each([
    ['field:impact', () => fieldNamed('Impact')],
    ['field:impact', () => fieldNamed(' impact ')],
    ['issueType:securityRisk', () => typeNamed('Security Risk')],
    ['issueType:securityRisk', () => typeNamed('SECURITY RISK ')],
    ['linkType:mitigates', () => linkTypeNamed('Mitigates')],
  ])('%s is a conflict and is never taken over', async (step, makeForeign) => {
    makeForeign();
    const item = (await planFor(site)).items.find((candidate) => candidate.step === step);
    expect(item).toMatchObject({ action: 'conflict', reason: expect.any(String) as string });
    const before = site.jira.snapshot();
    expect(await runStep(site, step)).toEqual({ step, state: 'failed', error: { code: 'conflict' } });
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('what we made stays ours when somebody renames it, and is made again when somebody deletes it', async () => {
    await site.runSetup([]);
    const { riskTypeId } = await site.setup();
    const { issueTypes } = site.jira.state;
    issueTypes.put({ ...issueTypes.require(riskTypeId), name: 'Sicherheitsrisiko' });
    expect(await planFor(site, [])).toMatchObject({ complete: true });
    issueTypes.delete(riskTypeId);
    await runStep(site, 'issueType:securityRisk');
    expect((await site.setup()).riskTypeId).not.toBe(riskTypeId);
  });

  test('a team-managed project is named as what it is, and stays untouched', async () => {
    await site.runSetup([]);
    const { id } = addProject(site.jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: site.people.mara,
      style: 'next-gen',
    });
    const items = (await planFor(site, [id])).items.filter(({ step }) => step.startsWith('project:'));
    expect(items.map(({ action }) => action)).toEqual(items.map(() => 'conflict'));
    expect(items[0]?.reason).toContain('team-managed');
    const before = site.jira.snapshot();
    for (const { step } of items) {
      expect(await runStep(site, step, [id])).toMatchObject({ state: 'failed', error: { code: 'conflict' } });
    }
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('a project cannot be added before the site', async () => {
    const step = `project:${site.project.id}:issueType`;
    expect(await runStep(site, step)).toEqual({ step, state: 'failed', error: { code: 'not-set-up' } });
  });
});

describe('the app comes back after an uninstallation', () => {
  test('finds what it made, adopts all of it, and makes nothing twice', async () => {
    const site = await setUpSite({ setUp: false });
    const nothingStored = site.forge.snapshot(site.site);
    await site.runSetup([site.project.id]);
    const [setup, settings] = [await site.setup(), await site.projectSetup()];
    const before = site.jira.snapshot();

    site.forge.restore(site.site, nothingStored);
    const { items } = await planFor(site);
    const ofKind = (kind: string) => new Set(items.filter((item) => item.kind === kind).map(({ action }) => action));
    expect([ofKind('issueType'), ofKind('field'), ofKind('linkType')]).toEqual([
      new Set(['adopt']),
      new Set(['adopt']),
      new Set(['adopt']),
    ]);
    await site.runSetup([site.project.id]);
    expect(await site.setup()).toEqual(setup);
    expect(await site.projectSetup()).toEqual(settings);
    expect(site.jira.snapshot()).toEqual(before);
    site.close();
  });

  test('on a fresh site our own issue type does not speak for a link type of somebody else', async () => {
    const site = await setUpSite({ setUp: false });
    site.jira.state.linkTypes.put({ id: '10900', name: 'Mitigates', inward: 'is mitigated by', outward: 'mitigates' });
    await runStep(site, 'issueType:securityRisk');
    expect(await runStep(site, 'linkType:mitigates')).toMatchObject({ state: 'failed', error: { code: 'conflict' } });
    site.close();
  });
});

describe('a set-up that was interrupted', () => {
  const MADE_ONCE = [
    ['issueType:securityRisk', '/rest/api/3/issuetype', 'issueTypes'],
    ['field:likelihood', '/rest/api/3/field', 'fields'],
    ['field:likelihood', '/rest/api/3/field/*/option', 'fieldOptions'],
    ['linkType:secures', '/rest/api/3/issueLinkType', 'linkTypes'],
    ['status:risk', '/rest/api/3/statuses', 'statuses'],
    ['workflow:risk', '/rest/api/3/workflows/create', 'workflows'],
    ['screen:risk', '/rest/api/3/screens', 'screens'],
    ['screen:risk', '/rest/api/3/screens/*/tabs/*/fields', 'screens'],
    ['screen:risk', '/rest/api/3/screenscheme', 'screenSchemes'],
  ] as const;

  test.each(MADE_ONCE)(
    '%s: the answer of POST %s is lost; trying again makes nothing twice',
    async (step, path, collection) => {
      const site = await setUpSite({ setUp: false });
      const count = () => [...site.jira.state[collection].values()].length;
      const steps = (await planFor(site, [])).items.map((item) => item.step);
      for (const before of steps.slice(0, steps.indexOf(step))) await runStep(site, before);
      const atFirst = count();
      site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path }, times: 1 });
      expect(await runStep(site, step)).toEqual({ step, state: 'failed', error: { code: 'jira-unavailable' } });
      expect(await runStep(site, step)).toEqual({ step, state: 'done' });
      const after = count();
      expect(await runStep(site, step)).toEqual({ step, state: 'done' });
      expect(count()).toBe(after);
      expect(after - atFirst).toBe({ fieldOptions: 5, statuses: 7 }[collection as string] ?? 1);
      site.close();
    },
  );

  test.each([
    ['rate-limit', 'rate-limited'],
    ['error-500', 'jira-unavailable'],
    ['timeout-before', 'jira-unavailable'],
  ] as const)('%s at a write is said, and the next try goes on', async (kind, code) => {
    const site = await setUpSite({ setUp: false });
    site.jira.faults.add({ kind, match: { method: 'POST', path: '/rest/api/3/field' }, times: 1 });
    expect(await runStep(site, 'field:asset')).toMatchObject({ state: 'failed', error: { code } });
    expect(await runStep(site, 'field:asset')).toMatchObject({ state: 'done' });
    expect([...site.jira.state.fields.values()].filter(({ name }) => name === 'Asset')).toHaveLength(1);
    site.close();
  });
});
