/** What somebody changed of ours: seen, and put right by the plan for just that step. */
import { capturedLog } from '../fixtures/captured-log';
import { itemOf, planFor, runStep, startFor } from '../fixtures/set-up-run';
import { setUpSite, type TestSite } from '../fixtures/site';
import { writesOf } from '../fixtures/probe';

capturedLog();

let site: TestSite;
beforeEach(async () => {
  site = await setUpSite({ setUp: false });
  await site.runSetup([]);
});
afterEach(() => site.close());

const asked = { projectIds: [] } as const;
const justThis = (step: string) => ({ ...asked, only: [step] });

describe('names', () => {
  const rename = async (step: string, name: string): Promise<() => string> => {
    const setup = await site.setup();
    const { state } = site.jira;
    const of = <R extends { readonly id: string; readonly name: string }>(
      table: { find(test: (row: R) => boolean): R | undefined; put(row: R): R; require(id: string): R },
      isIt: (row: R) => boolean,
    ) => {
      const row = table.find(isIt);
      if (!row) throw new Error(`no ${step}`);
      table.put({ ...row, name });
      return () => table.require(row.id).name;
    };
    switch (step) {
      case 'issueType:securityRisk':
        return of(state.issueTypes, ({ id }) => id === setup.riskTypeId);
      case 'field:impact':
        return of(state.fields, ({ id }) => id === setup.fields.impact);
      case 'linkType:secures':
        return of(state.linkTypes, ({ id }) => id === setup.linkTypes.secures.id);
      case 'status:accepted':
        return of(state.statuses, (row) => row.name === 'Accepted');
      case 'screen:risk':
        return of(state.screens, (row) => row.name === 'Shift-Up: Security Risk');
      default:
        return of(state.screenSchemes, (row) => row.name === 'Shift-Up: Security Risk');
    }
  };

  test.each([
    ['issueType:securityRisk', 'Security Risk'],
    ['field:impact', 'Impact'],
    ['linkType:secures', 'Secures'],
    ['status:accepted', 'Accepted'],
    ['screen:risk', 'Shift-Up: Security Risk'],
    ['screenScheme:risk', 'Shift-Up: Security Risk'],
  ])('%s was renamed: everything works, and the plan for just that gives the name back', async (step, name) => {
    const nameNow = await rename(step, 'Umbenannt');
    expect(await planFor(site, asked)).toMatchObject({ complete: true });
    expect(await itemOf(site, step, justThis(step))).toMatchObject({ action: 'repair', name });
    expect(await runStep(site, step)).toMatchObject({ state: 'done', result: 'repaired' });
    expect(nameNow()).toBe(name);
    expect(await planFor(site, justThis(step))).toMatchObject({ complete: true });
  });

  test('a name that an admin chose beside another one is the name that is given back', async () => {
    const other = await setUpSite({ setUp: false, siteName: 'other' });
    const { fields } = other.jira.state;
    const [any] = fields.filter(({ id }) => id.startsWith('customfield_'));
    if (!any) throw new Error('no custom field to copy');
    fields.put({ ...any, id: 'customfield_10900', name: 'Impact' });
    await other.runSetup([]);
    const { impact } = (await other.setup()).fields;
    fields.put({ ...fields.require(impact), name: 'Auswirkung' });
    expect(await runStep(other, 'field:impact')).toMatchObject({ result: 'repaired' });
    expect(fields.require(impact).name).toBe('Impact (risk)');
    other.close();
  });
});

describe('options', () => {
  const optionsOf = async (field: 'impact' | 'relevanceReason') => {
    const { fields } = await site.setup();
    const { fieldOptions } = site.jira.state;
    return fieldOptions
      .filter(({ fieldId }) => fieldId === fields[field])
      .sort((one, other) => one.position - other.position);
  };
  const choosable = async (field: 'impact' | 'relevanceReason') =>
    (await optionsOf(field)).filter(({ disabled }) => !disabled).map(({ value }) => value);
  const add = async (field: 'impact' | 'relevanceReason', value: string) => {
    const [any] = await optionsOf(field);
    if (!any) throw new Error('no option');
    site.jira.state.fieldOptions.put({ ...any, id: '19000', value, position: 99 });
  };

  test('a deleted one is missed by every plan, and comes back with a new id that is recorded', async () => {
    const before = await site.setup();
    site.jira.state.fieldOptions.delete(before.options.impact[3]);
    expect(await itemOf(site, 'field:impact', asked)).toMatchObject({ action: 'repair', facts: { options: ['3'] } });
    await site.runSetup([]);
    const after = await site.setup();
    expect(site.jira.state.fieldOptions.require(after.options.impact[3]).value).toBe('3');
    expect({ ...after.options.impact, 3: '' }).toEqual({ ...before.options.impact, 3: '' });
  });

  test('a disabled one can be chosen again', async () => {
    const { options } = await site.setup();
    const { fieldOptions } = site.jira.state;
    fieldOptions.put({ ...fieldOptions.require(options.impact[5]), disabled: true });
    expect(await itemOf(site, 'field:impact', asked)).toMatchObject({ action: 'repair' });
    expect(await runStep(site, 'field:impact')).toMatchObject({ result: 'repaired' });
    expect(await choosable('impact')).toEqual(['1', '2', '3', '4', '5']);
  });

  test('a renamed one keeps its meaning', async () => {
    const { options } = await site.setup();
    const { fieldOptions } = site.jira.state;
    fieldOptions.put({ ...fieldOptions.require(options.impact[5]), value: '5 (severe)' });
    expect(await planFor(site, asked)).toMatchObject({ complete: true });
    await site.runSetup([]);
    expect((await site.setup()).options).toEqual(options);
  });

  test('one too many stays until the plan for just that field switches it off', async () => {
    await add('impact', '6');
    expect(await planFor(site, asked)).toMatchObject({ complete: true });
    expect(await itemOf(site, 'field:impact', justThis('field:impact'))).toMatchObject({ action: 'repair' });
    expect(await runStep(site, 'field:impact')).toMatchObject({ result: 'repaired' });
    expect(await choosable('impact')).toEqual(['1', '2', '3', '4', '5']);
    expect((await optionsOf('impact')).map(({ value }) => value)).toContain('6');
  });

  test("a project's own reason is no option too many", async () => {
    await add('relevanceReason', 'Covered by the platform team');
    expect(await planFor(site, justThis('field:relevanceReason'))).toMatchObject({ complete: true });
  });

  test('the whole list was deleted: it is made again', async () => {
    const { fields } = await site.setup();
    const { fieldContexts, fieldOptions } = site.jira.state;
    for (const { id } of fieldContexts.filter(({ fieldId }) => fieldId === fields.impact)) fieldContexts.delete(id);
    for (const { id } of fieldOptions.filter(({ fieldId }) => fieldId === fields.impact)) fieldOptions.delete(id);
    expect(await itemOf(site, 'field:impact', asked)).toMatchObject({ action: 'repair' });
    await site.runSetup([]);
    expect(await choosable('impact')).toEqual(['1', '2', '3', '4', '5']);
    expect(await planFor(site, asked)).toMatchObject({ complete: true });
  });
});

describe('the screen', () => {
  const onScreen = () => {
    const screen = site.jira.state.screens.find(({ name }) => name === 'Shift-Up: Security Risk');
    if (!screen) throw new Error('no screen');
    return { screen, fields: screen.tabs.flatMap(({ fieldIds }) => fieldIds) };
  };
  const takeOff = (taken: readonly string[]) => {
    const { screen } = onScreen();
    const tabs = screen.tabs.map((tab) => ({ ...tab, fieldIds: tab.fieldIds.filter((id) => !taken.includes(id)) }));
    site.jira.state.screens.put({ ...screen, tabs });
  };

  test('one of our fields that was taken off is put back; one of Jira’s stays off', async () => {
    const { fields } = await site.setup();
    takeOff([fields.impact, 'priority']);
    expect(await itemOf(site, 'screen:risk', asked)).toMatchObject({ action: 'repair' });
    expect(await runStep(site, 'screen:risk')).toMatchObject({ result: 'repaired' });
    expect(onScreen().fields).toContain(fields.impact);
    expect(onScreen().fields).not.toContain('priority');
    expect(await planFor(site, asked)).toMatchObject({ complete: true });
  });
});

describe('links', () => {
  test('that read differently are put right, because queries know them by their words', async () => {
    const { linkTypes } = await site.setup();
    const table = site.jira.state.linkTypes;
    table.put({ ...table.require(linkTypes.mitigates.id), outward: 'reduces', inward: 'is reduced by' });
    expect(await itemOf(site, 'linkType:mitigates', asked)).toMatchObject({ action: 'repair' });
    await site.runSetup([]);
    expect(table.require(linkTypes.mitigates.id)).toMatchObject({ outward: 'mitigates', inward: 'is mitigated by' });
    expect(await site.setup()).toMatchObject({ linkTypes: { mitigates: linkTypes.mitigates } });
  });
});

test('the statuses that drop an enabler are looked for again when that is asked for', async () => {
  const { statuses } = site.jira.state;
  const [done] = statuses.filter(({ category }) => category === 'DONE');
  if (!done) throw new Error('no status that ends work');
  statuses.put({ ...done, id: '10960', name: 'Cancelled' });
  expect(await planFor(site, asked)).toMatchObject({ complete: true });
  const item = await itemOf(site, 'status:dropped', justThis('status:dropped'));
  expect(item).toMatchObject({ action: 'repair' });
  expect(item.facts?.names).toContain('Cancelled');
  expect(await runStep(site, 'status:dropped')).toMatchObject({ result: 'repaired' });
  expect((await site.setup()).droppedStatusIds).toContain('10960');
});

describe('the picture of the type', () => {
  const pictureOf = async (where: TestSite) => {
    const { issueTypes, avatars } = where.jira.state;
    return avatars.get(String(issueTypes.require((await where.setup()).riskTypeId).avatarId));
  };

  test('is there, and doing the step again uploads no other', async () => {
    expect(await pictureOf(site)).toMatchObject({ issueTypeId: (await site.setup()).riskTypeId });
    const before = site.jira.snapshot();
    site.jira.costs.reset();
    expect(await startFor(site, justThis('issueType:securityRisk'))).toMatchObject({ state: 'done', steps: [] });
    expect(writesOf(site)).toEqual([]);
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('that Jira refuses at first is tried once more at the end', async () => {
    const other = await setUpSite({ setUp: false, siteName: 'other' });
    const match = { method: 'POST', path: '/rest/api/3/universal_avatar/*' };
    other.jira.faults.add({ kind: 'error-500', match, times: 1 });
    await other.runSetup([]);
    expect(await pictureOf(other)).toMatchObject({ issueTypeId: (await other.setup()).riskTypeId });
    other.close();
  });

  test('that Jira does not take at all comes with the plan for just the type, later', async () => {
    const other = await setUpSite({ setUp: false, siteName: 'other' });
    other.jira.faults.add({
      kind: 'error-500',
      match: { method: 'POST', path: '/rest/api/3/universal_avatar/*' },
      times: 2,
    });
    await other.runSetup([]);
    expect(await planFor(other, asked)).toMatchObject({ complete: true });
    const step = 'issueType:securityRisk';
    expect(await itemOf(other, step, justThis(step))).toMatchObject({ action: 'repair' });
    expect(await runStep(other, step)).toMatchObject({ result: 'repaired' });
    expect(await pictureOf(other)).toMatchObject({ issueTypeId: (await other.setup()).riskTypeId });
    other.close();
  });
});
