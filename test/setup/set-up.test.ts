/** Set-up from the outside: through the resolver as an admin, judged by what is on the site afterwards. */
import { LEVELS, SCALE } from '../../src/domain/level';
import { FIELDS } from '../../src/domain/site-setup';
import { NEEDED_FIELDS, RISK_STATUSES } from '../../src/setup/needed';
import { grant, ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { writesOf } from '../fixtures/probe';
import { itemOf, planFor, runStep, startFor } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';

capturedLog();

const actionsOf = async (site: TestSite) => new Set((await planFor(site)).items.map(({ action }) => action));

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
    expect(writesOf(site)).toEqual([]);
    expect(site.forge.kvs(site.site).values()).toEqual({});
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
    const again = await startFor(site, { only: items.map(({ step }) => step) });
    expect(again).toMatchObject({ state: 'done', steps: [] });
    expect(writesOf(site)).toEqual([]);
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

  test('a site with the newer field schemes is set up as well', async () => {
    const newer = await setUpSite({ fieldSchemes: true, siteName: 'newer' });
    const setup = await newer.setup();
    const risk = await newer.risk('Weak reset', { [setup.fields.impact]: { id: setup.options.impact[4] } });
    expect(newer.jira.state.issues.require(risk.id).custom).not.toEqual({});
    newer.close();
  });
});

describe('what became of our objects', () => {
  test('what we made stays ours when somebody renames it, and is made again when somebody deletes it', async () => {
    const site = await setUpSite({ setUp: false });
    await site.runSetup([]);
    const { riskTypeId } = await site.setup();
    const { issueTypes } = site.jira.state;
    issueTypes.put({ ...issueTypes.require(riskTypeId), name: 'Sicherheitsrisiko' });
    expect(await planFor(site, { projectIds: [] })).toMatchObject({ complete: true });
    issueTypes.delete(riskTypeId);
    expect(await runStep(site, 'issueType:securityRisk')).toMatchObject({ state: 'done', result: 'created' });
    expect((await site.setup()).riskTypeId).not.toBe(riskTypeId);
    site.close();
  });

  test('a project cannot be added before the site', async () => {
    const site = await setUpSite({ setUp: false });
    const { mara } = site.people;
    const projectId = site.project.id;
    grant(site.jira.state, site.project, mara, 'administrators');
    const plan = valueOf(await site.invoke(mara, 'planProjectSetup', { projectId, decisions: {} }));
    expect(new Set(plan.items.map(({ blocked }) => blocked))).toEqual(new Set(['siteFirst']));
    const { digest } = plan;
    expect(await site.invoke(mara, 'startProjectSetup', { projectId, decisions: {}, digest })).toEqual({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(site.forge.queue.pending(site.site)).toEqual([]);
    site.close();
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
    for (const kind of ['issueType', 'riskField', 'storyField', 'linkType', 'workflow', 'screen']) {
      expect([kind, ofKind(kind)]).toEqual([kind, new Set(['adopt'])]);
    }
    const statuses = items.filter(({ step }) => /^status:(?!dropped)/.test(step));
    expect(new Set(statuses.map(({ action }) => action))).toEqual(new Set(['adopt']));
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
    expect(await itemOf(site, 'linkType:mitigates', { projectIds: [] })).toMatchObject({ action: 'conflict' });
    site.close();
  });
});
