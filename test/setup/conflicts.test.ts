/** Objects of other people under the names that ours would have: never taken over, and always asked about. */
import type { PlanItem } from '../../src/contract/set-up';
import { capturedLog } from '../fixtures/captured-log';
import { itemOf, planFor, run, runStep, startFor, stepOf } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { ISSUE_TYPE, STATUS } from '../local-jira/seed';

capturedLog();

const SELECT = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

let theirIds = 10_900;

/** Makes things as an admin who knows nothing of Shift-Up does. */
function others(site: TestSite) {
  const { state } = site.jira;
  const id = () => String((theirIds += 1));
  const field = (name: string, customType: string, kind: string) => {
    const [any] = state.fields.filter((row) => row.id.startsWith('customfield_'));
    if (!any) throw new Error('no custom field to go by');
    const made = { ...any, id: `customfield_${id()}`, name, description: 'Theirs.', customType, kind } as typeof any;
    state.fields.put(made);
    return made.id;
  };
  return {
    issueType: (name: string, hierarchyLevel = 0) =>
      state.issueTypes.put({ ...state.issueTypes.require(ISSUE_TYPE.task), id: id(), name, hierarchyLevel }).id,
    linkType: (name: string, outward = 'mitigates', inward = 'is mitigated by') =>
      state.linkTypes.put({ id: id(), name, outward, inward }).id,
    status: (name: string, category: 'TODO' | 'IN_PROGRESS' | 'DONE') =>
      state.statuses.put({ ...state.statuses.require(STATUS.done), id: id(), name, category }).id,
    workflow: (name: string) => {
      const [any] = state.workflows.all();
      if (!any) throw new Error('no workflow to go by');
      return state.workflows.put({ ...any, id: `0000-${id()}`, name }).id;
    },
    screen: (name: string) => {
      const [any] = state.screens.all();
      if (!any) throw new Error('no screen to go by');
      return state.screens.put({ ...any, id: id(), name, description: '' }).id;
    },
    field,
    select: async (name: string, values: readonly string[]) => {
      const made = await post(site, '/rest/api/3/field', {
        name,
        type: SELECT,
        searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher',
      });
      const contexts = await get(site, `/rest/api/3/field/${made.id}/context`);
      const context = (contexts as { values: { id: string }[] }).values[0]?.id;
      await post(site, `/rest/api/3/field/${made.id}/context/${context}/option`, {
        options: values.map((value) => ({ value })),
      });
      return made.id;
    },
  };
}

async function call(site: TestSite, method: string, path: string, body?: unknown): Promise<unknown> {
  const token = site.jira.issueToken({ type: 'user', accountId: site.people.admin }, 'all');
  const answer = await site.jira.fetch(
    new Request(`https://local.test${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    }),
  );
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
const get = (site: TestSite, path: string) => call(site, 'GET', path);
const post = async (site: TestSite, path: string, body: unknown) =>
  (await call(site, 'POST', path, body)) as { id: string };

const conflictOf = (item: PlanItem) => {
  if (!item.conflict) throw new Error(`${item.step} is in no conflict`);
  return item.conflict;
};

let site: TestSite;
beforeEach(async () => {
  site = await setUpSite({ setUp: false });
});
afterEach(() => site.close());

const RATINGS = ['1', '2', '3', '4', '5'];

describe('the plan shows what is in the way, and what it would do beside it', () => {
  test.each([
    ['field:impact', 'Impact', async () => others(site).select('Impact', RATINGS), 'Impact (risk)'],
    ['field:impact', 'Impact', async () => others(site).select(' iMPACT ', RATINGS), 'Impact (risk)'],
    [
      'field:relevanceReason',
      'Relevance reason',
      async () => others(site).field('Relevance reason', SELECT, 'select'),
      'Relevance reason (security)',
    ],
    ['issueType:securityRisk', 'Security Risk', () => others(site).issueType('SECURITY RISK '), 'Security Risk (risk)'],
    ['linkType:mitigates', 'Mitigates', () => others(site).linkType('mitigates'), 'Mitigates (risk)'],
    ['status:accepted', 'Accepted', () => others(site).status('Accepted', 'DONE'), 'Accepted (risk)'],
    [
      'workflow:risk',
      'Shift-Up: Security Risk workflow',
      () => others(site).workflow('shift-up: Security Risk Workflow'),
      'Shift-Up: Security Risk workflow (risk)',
    ],
    [
      'screen:risk',
      'Shift-Up: Security Risk',
      () => others(site).screen('Shift-Up: Security Risk'),
      'Shift-Up: Security Risk (risk)',
    ],
  ] as const)('%s', async (step, name, makeTheirs, otherName) => {
    const theirs = await makeTheirs();
    const item = await itemOf(site, step);
    expect(item).toMatchObject({ action: 'conflict', name, conflict: { their: { id: theirs }, otherName } });
    expect(await planFor(site)).toMatchObject({ complete: false });
  });

  test('a field: its kind, its options, and the issues that use it', async () => {
    const field = await others(site).select('Impact', ['Extensive', 'Significant', 'Moderate', 'Minor']);
    const { state } = site.jira;
    const story = await site.story('Save card');
    const [option] = state.fieldOptions.filter(({ fieldId }) => fieldId === field);
    const issue = state.issues.require(story.id);
    state.issues.put({ ...issue, custom: { ...issue.custom, [field]: option?.id ?? '' } });
    expect(conflictOf(await itemOf(site, 'field:impact'))).toEqual({
      their: {
        id: field,
        name: 'Impact',
        fieldKind: 'select',
        options: ['Extensive', 'Significant', 'Moderate', 'Minor'],
        optionCount: 4,
        issues: 1,
      },
      otherName: 'Impact (risk)',
      unsuitable: 'otherOptions',
      chosen: 'otherName',
    });
  });

  test('many options are counted, and ten of them shown', async () => {
    await others(site).select(
      'Impact',
      Array.from({ length: 12 }, (_, index) => `Area ${index}`),
    );
    const { their } = conflictOf(await itemOf(site, 'field:impact'));
    expect([their.options?.length, their.optionCount]).toEqual([10, 12]);
  });

  test('the other name is one that nobody has', async () => {
    await others(site).select('Impact', RATINGS);
    await others(site).select('IMPACT (Risk)', RATINGS);
    expect(conflictOf(await itemOf(site, 'field:impact')).otherName).toBe('Impact (risk 2)');
  });
});

describe('theirs can serve only where it is what we need', () => {
  const unsuitable = async (step: string) => conflictOf(await itemOf(site, step)).unsuitable;

  test('a select with every option, in any order and with more of them', async () => {
    await others(site).select('Impact', ['5', '4', '3', '2', '1', 'Unknown']);
    expect(await unsuitable('field:impact')).toBeUndefined();
  });
  test('not a field of another kind', async () => {
    others(site).field('Impact', 'com.atlassian.jira.plugin.system.customfieldtypes:textfield', 'text');
    expect(await unsuitable('field:impact')).toBe('otherKind');
  });
  test('not one of several of that name', async () => {
    await others(site).select('Impact', RATINGS);
    await others(site).select('Impact', RATINGS);
    expect(await unsuitable('field:impact')).toBe('severalOfThatName');
  });
  test('not a select whose options each group of projects has its own', async () => {
    const field = await others(site).select('Impact', RATINGS);
    const { fieldContexts } = site.jira.state;
    for (const context of fieldContexts.filter(({ fieldId }) => fieldId === field)) {
      fieldContexts.put({ ...context, projectIds: [site.project.id] });
    }
    expect(await unsuitable('field:impact')).toBe('otherOptions');
  });
  test.each([
    [0, undefined],
    [-1, 'otherKind'],
    [1, 'otherKind'],
  ])('an issue type on level %d: %s', async (level, expected) => {
    others(site).issueType('Security Risk', level);
    expect(await unsuitable('issueType:securityRisk')).toBe(expected);
  });
  test.each([
    ['mitigates', 'is mitigated by', undefined],
    ['reduces', 'is reduced by', 'otherWords'],
    ['is mitigated by', 'mitigates', 'otherWords'],
  ])('a link type that reads %s: %s', async (outward, inward, expected) => {
    others(site).linkType('Mitigates', outward, inward);
    expect(await unsuitable('linkType:mitigates')).toBe(expected);
  });
  test.each([
    ['IN_PROGRESS', undefined],
    ['DONE', 'otherCategory'],
  ] as const)('a status in %s: %s', async (category, expected) => {
    others(site).status('Accepted', category);
    expect(await unsuitable('status:accepted')).toBe(expected);
  });
  test.each(['workflow:risk', 'screen:risk'])('never for %s', async (step) => {
    others(site).workflow('Shift-Up: Security Risk workflow');
    others(site).screen('Shift-Up: Security Risk');
    expect(await unsuitable(step)).toBe('notEditable');
    const decided = await itemOf(site, step, { decisions: { [step]: 'useTheirs' } });
    expect(conflictOf(decided).chosen).toBe('otherName');
  });
});

describe('what the admin decides is what happens', () => {
  /** Everything of one kind that was there before, as it was. */
  const rowsOf = (ids: readonly string[]) => {
    const { issueTypes, fields, fieldOptions, linkTypes, statuses, workflows, screens } = site.jira.state;
    return [issueTypes, fields, linkTypes, statuses, workflows, screens]
      .flatMap((table): readonly { id: string }[] => table.all())
      .filter(({ id }) => ids.includes(id))
      .concat(fieldOptions.filter(({ fieldId }) => ids.includes(fieldId)));
  };

  test('ours beside theirs: everything works, nothing of theirs changes', async () => {
    const made = others(site);
    const theirs = [
      await made.select('Impact', RATINGS),
      made.field('Relevance reason', SELECT, 'select'),
      made.issueType('Security Risk'),
      made.linkType('Mitigates'),
      made.status('Accepted', 'DONE'),
      made.workflow('Shift-Up: Security Risk workflow'),
      made.screen('Shift-Up: Security Risk'),
    ];
    const before = rowsOf(theirs);
    await site.runSetup([site.project.id]);
    const setup = await site.setup();
    expect(rowsOf(theirs)).toEqual(before);
    const { state } = site.jira;
    expect(state.fields.require(setup.fields.impact).name).toBe('Impact (risk)');
    expect(state.fields.require(setup.fields.relevanceReason).name).toBe('Relevance reason (security)');
    expect(state.issueTypes.require(setup.riskTypeId).name).toBe('Security Risk (risk)');
    // Queries know links by their words, so ours must not read like theirs.
    expect(setup.linkTypes.mitigates).toMatchObject({
      name: 'Mitigates (risk)',
      outward: 'mitigates (risk)',
      inward: 'is mitigated by (risk)',
    });
    expect(await planFor(site)).toMatchObject({ complete: true });
    const risk = await site.risk('Account takeover', { [setup.fields.impact]: { id: setup.options.impact[4] } });
    for (const status of ['Awaiting acceptance', 'Accepted (risk)', 'Assessed']) await site.moveTo(risk, status);
    expect(state.issues.require(risk.id).custom[setup.fields.impact]).toBe(setup.options.impact[4]);
  });

  test('theirs in the place of ours: recorded by id, changed in nothing', async () => {
    const made = others(site);
    const impact = await made.select('Impact', ['5', '4', '3', '2', '1', 'Unknown']);
    const theirs = [
      impact,
      made.issueType('Security Risk'),
      made.linkType('Mitigates'),
      made.status('Accepted', 'IN_PROGRESS'),
    ];
    const before = rowsOf(theirs);
    const steps = ['field:impact', 'issueType:securityRisk', 'linkType:mitigates', 'status:accepted'];
    await site.runSetup([], Object.fromEntries(steps.map((step) => [step, 'useTheirs'])));
    const setup = await site.setup();
    expect([setup.fields.impact, setup.riskTypeId, setup.linkTypes.mitigates.id]).toEqual(theirs.slice(0, 3));
    expect(rowsOf(theirs)).toEqual(before);
    const values = Object.entries(setup.options.impact).map(([rating, id]) => {
      return [rating, site.jira.state.fieldOptions.require(id).value];
    });
    expect(values).toEqual(RATINGS.map((rating) => [rating, rating]));
    expect(await planFor(site, { projectIds: [] })).toMatchObject({ complete: true });
    // Nothing that only differs from ours is put right either.
    const thorough = await planFor(site, { projectIds: [], only: steps });
    expect(new Set(thorough.items.map(({ action }) => action))).toEqual(new Set(['alreadyRight']));
  });

  test('a status of the same name and category is used without being asked, one of another category is not', async () => {
    const closed = others(site).status('Closed', 'DONE');
    others(site).status('Accepted', 'DONE');
    expect(conflictOf(await itemOf(site, 'status:closed')).chosen).toBe('useTheirs');
    expect(conflictOf(await itemOf(site, 'status:accepted')).chosen).toBe('otherName');
    await site.runSetup([]);
    expect(site.jira.state.statuses.filter(({ name }) => name === 'Closed').map(({ id }) => id)).toEqual([closed]);
    expect(site.jira.state.statuses.filter(({ name }) => name === 'Accepted (risk)')).toHaveLength(1);
  });

  test('and a status of ours beside one that could serve, where the admin wants it', async () => {
    const closed = others(site).status('Closed', 'DONE');
    await site.runSetup([], { 'status:closed': 'otherName' });
    const names = site.jira.state.statuses
      .filter(({ name }) => name.startsWith('Closed'))
      .map(({ id, name }) => [id, name]);
    expect(names).toContainEqual([closed, 'Closed']);
    expect(names.map(([, name]) => name)).toContain('Closed (risk)');
  });
});

describe('between the plan and the deed', () => {
  test('what is no longer as the plan saw it is not started', async () => {
    const { digest } = await planFor(site);
    others(site).issueType('Security Risk');
    const request = { projectIds: [site.project.id], decisions: {}, digest };
    expect(await site.invoke(site.people.admin, 'startSetup', request)).toEqual({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(site.forge.queue.pending(site.site)).toEqual([]);
  });

  test('the number of issues that use something changes no plan', async () => {
    others(site).issueType('Security Risk');
    const { digest } = await planFor(site);
    const { state } = site.jira;
    const story = await site.story('Save card');
    const [theirs] = state.issueTypes.filter(({ name }) => name === 'Security Risk');
    state.issues.put({ ...state.issues.require(story.id), typeId: theirs?.id ?? '' });
    expect((await planFor(site)).digest).toBe(digest);
  });

  test.each([
    ['field:impact', () => void others(site).field('Impact', SELECT, 'select')],
    ['linkType:secures', () => void others(site).linkType('Secures')],
    ['status:verification', () => void others(site).status('Verification', 'IN_PROGRESS')],
    ['workflow:risk', () => void others(site).workflow('Shift-Up: Security Risk workflow')],
  ])('%s: somebody makes one of that name after the start; the run stops there and asks', async (step, makeTheirs) => {
    await startFor(site);
    makeTheirs();
    await site.forge.queue.drain(site.site);
    const { run: stopped } = valueOf(await site.invoke(site.people.admin, 'readSetupRun', {}));
    expect(stopped).toMatchObject({ state: 'failed' });
    if (!stopped) return;
    expect(stepOf(stopped, step)).toMatchObject({ state: 'failed', error: { code: 'conflict' } });
    expect(await itemOf(site, step)).toMatchObject({ action: 'conflict' });
    expect(await run(site)).toMatchObject({ state: 'done' });
    expect(await planFor(site)).toMatchObject({ complete: true });
  });

  test('the object that the admin chose is gone: the step stops and makes nothing of its own', async () => {
    const theirs = others(site).issueType('Security Risk');
    await startFor(site, { decisions: { 'issueType:securityRisk': 'useTheirs' } });
    site.jira.state.issueTypes.delete(theirs);
    await site.forge.queue.drain(site.site);
    expect(await runStepOf('issueType:securityRisk')).toMatchObject({ error: { code: 'conflict' } });
    expect(site.jira.state.issueTypes.filter(({ name }) => name === 'Security Risk')).toEqual([]);
  });

  const runStepOf = async (step: string) => {
    const { run: last } = valueOf(await site.invoke(site.people.admin, 'readSetupRun', {}));
    if (!last) throw new Error('there is no run');
    return stepOf(last, step);
  };
});

test('an object that was begun by us and is found later is ours, one that others made meanwhile is not', async () => {
  const { state } = site.jira;
  site.jira.faults.add({
    kind: 'timeout-after',
    match: { method: 'POST', path: '/rest/api/3/issueLinkType' },
    times: 1,
  });
  expect(await runStep(site, 'linkType:mitigates')).toMatchObject({ state: 'failed' });
  const ours = state.linkTypes.filter(({ name }) => name === 'Mitigates');
  expect(ours).toHaveLength(1);
  expect(await itemOf(site, 'linkType:mitigates', { projectIds: [] })).toMatchObject({ action: 'adopt' });
  await site.runSetup([]);
  expect((await site.setup()).linkTypes.mitigates.id).toBe(ours[0]?.id);
  // Recorded by now: what was begun does not speak for another one that comes after it.
  state.linkTypes.delete(ours[0]?.id ?? '');
  others(site).linkType('Mitigates');
  expect(await itemOf(site, 'linkType:mitigates', { projectIds: [] })).toMatchObject({ action: 'conflict' });
});
