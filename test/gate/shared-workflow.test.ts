/** A workflow that several projects use: each blocks for itself, and nobody hears of projects that they may not see. */
import type { GateFollowUp } from '../../src/contract/settings';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { valueOf } from '../fixtures/site';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { attach, named, PASSED, planOf, tryTo, validatorsOn } from './gate-site';

const log = capturedLog();

describe('two projects share a workflow', () => {
  let site: SettingsSite;
  let bank: { id: string; key: string };
  let rita: string;
  beforeEach(async () => {
    site = await settingsSite();
    const { state } = site.jira;
    rita = site.olaf;
    const project = addProject(state, { key: 'BANK', name: 'canary bank', leadAccountId: rita });
    grant(state, project, rita, 'administrators');
    grant(state, project, site.people.mara, 'member');
    grant(state, project, site.people.deniz, 'member');
    const { workflowSchemeId } = state.projects.require(site.project.id);
    state.projects.put({ ...state.projects.require(project.id), workflowSchemeId });
    bank = project;
    await site.runSetup([project.id]);
  });
  afterEach(() => site.close());

  const bankStory = async (summary: string) => {
    return site.issue({ project: { id: bank.id }, issuetype: { id: ISSUE_TYPE.story }, summary });
  };
  const as = () => site.as(site.people.mara);

  test('only a Jira admin attaches; others are named only to those who may see them', async () => {
    await save(site, site.pia, { gate: 'block' });
    const plan = await planOf(site, site.pia);
    expect(plan).toMatchObject({ others: [], hidden: 1, mayAttach: false });
    expect(JSON.stringify(plan)).not.toMatch(/canary|BANK/);
    const transitions = named(plan, ['In Progress']);
    const payload = { projectId: site.project.id, transitions, digest: plan.digest };
    expect(await site.invoke(site.pia, 'attachGate', payload)).toEqual(refused('no-permission'));
    expect(await planOf(site, site.people.admin)).toMatchObject({
      others: [{ id: bank.id, key: 'BANK', name: 'canary bank' }],
      hidden: 0,
      mayAttach: true,
    });
    expect(log.lines().join()).not.toMatch(/canary/);
  });

  test('one blocks, the other is not stopped', async () => {
    await attach(site, site.people.admin, ['In Progress']);
    expect((await tryTo(as(), await site.story('Save card'), 'In Progress')).status).toBe(400);
    expect(await tryTo(as(), await bankStory('Pay'), 'In Progress')).toEqual(PASSED);
  });

  test('both block, each on its own transitions; one rule a transition', async () => {
    await attach(site, site.people.admin, ['In Progress', 'Done']);
    await attach(site, site.people.admin, ['In Progress', 'Review'], bank.id);
    expect(['In Progress', 'Review', 'Done'].map((name) => validatorsOn(site, name).length)).toEqual([1, 1, 1]);
    const status = async (story: { id: string; key: string }, name: string) => (await tryTo(as(), story, name)).status;
    expect(await status(await site.story('A'), 'In Progress')).toBe(400);
    expect(await status(await bankStory('B'), 'In Progress')).toBe(400);
    expect(await status(await site.story('C'), 'Review')).toBe(204);
    expect(await status(await bankStory('D'), 'Review')).toBe(400);
    expect(await status(await site.story('E'), 'Done')).toBe(400);
    expect(await status(await bankStory('F'), 'Done')).toBe(204);
  });

  test('one detaches, and the other goes on blocking', async () => {
    await attach(site, site.people.admin, ['In Progress', 'Done']);
    await attach(site, site.people.admin, ['In Progress'], bank.id);
    const gone: GateFollowUp['failed'] = valueOf(
      await site.invoke(site.pia, 'detachGate', { projectId: site.project.id }),
    ).failed;
    expect(gone).toEqual([]);
    expect(['In Progress', 'Done'].map((name) => validatorsOn(site, name).length)).toEqual([1, 0]);
    expect(await tryTo(as(), await site.story('A'), 'In Progress')).toEqual(PASSED);
    expect((await tryTo(as(), await bankStory('B'), 'In Progress')).status).toBe(400);
  });

  test('when one stops blocking, the rule of the other is written without it', async () => {
    await attach(site, site.people.admin, ['In Progress']);
    await attach(site, site.people.admin, ['In Progress'], bank.id);
    await save(site, site.pia, { gate: 'flag' });
    expect(validatorsOn(site, 'In Progress')[0]?.parameters['config']).not.toContain(`"id":${site.project.id},`);
    expect(named(await planOf(site, site.people.admin, bank.id), ['In Progress'])[0]?.validator).toBe('ours');
  });
});
