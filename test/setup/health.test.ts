/** The health check: each object has one line, each fault its own state, and its fix opens a plan that mends it. */
import type { HealthItem } from '../../src/contract/set-up';
import { capturedLog } from '../fixtures/captured-log';
import { itemOf, planFor, runStep } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';

capturedLog();

let site: TestSite;
beforeEach(async () => {
  site = await setUpSite();
});
afterEach(() => site.close());

const healthOf = async (): Promise<readonly HealthItem[]> =>
  valueOf(await site.invoke(site.people.admin, 'checkHealth', { projectIds: [site.project.id] })).items;
const faults = async () => (await healthOf()).filter(({ state }) => state !== 'right');
const part = (name: string) => `project:${site.project.id}:${name}`;

test('after set-up every object has one line, and all are right', async () => {
  const items = await healthOf();
  const { items: planned } = await planFor(site);
  expect(items.map(({ step }) => step)).toEqual(
    planned.map(({ step }) => step).filter((step) => step !== 'status:dropped'),
  );
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['right']));
});

const BREAK: Readonly<Record<string, readonly [step: string, state: string, what: () => Promise<void>]>> = {
  'a deleted link type': [
    'linkType:secures',
    'missing',
    async () => {
      site.jira.state.linkTypes.delete((await site.setup()).linkTypes.secures.id);
    },
  ],
  'a renamed issue type': [
    'issueType:securityRisk',
    'renamed',
    async () => {
      const { issueTypes } = site.jira.state;
      issueTypes.put({ ...issueTypes.require((await site.setup()).riskTypeId), name: 'Sicherheitsrisiko' });
    },
  ],
  'an option of somebody else': [
    'field:likelihood',
    'extraOption',
    async () => {
      const { fieldOptions } = site.jira.state;
      const ours = fieldOptions.require((await site.setup()).options.likelihood['5']);
      fieldOptions.put({ ...ours, id: '19006', value: '6', position: ours.position + 1 });
    },
  ],
  'a deleted option': [
    'field:riskLevel',
    'missingOption',
    async () => {
      site.jira.state.fieldOptions.delete((await site.setup()).options.riskLevel.High);
    },
  ],
  "a field that was taken off the risk's screen": [
    'screen:risk',
    'notOnScreen',
    async () => {
      const { screens } = site.jira.state;
      const { treatment } = (await site.setup()).fields;
      const screen = screens.find(({ name }) => name === 'Shift-Up: Security Risk');
      if (!screen) throw new Error('no screen of risks');
      const tabs = screen.tabs.map((tab) => ({ ...tab, fieldIds: tab.fieldIds.filter((id) => id !== treatment) }));
      screens.put({ ...screen, tabs });
    },
  ],
  "a type that was taken out of the project's scheme": [
    'issueType',
    'notInProject',
    async () => {
      const { issueTypeSchemes, projects } = site.jira.state;
      const { riskTypeId } = await site.setup();
      const scheme = issueTypeSchemes.require(projects.require(site.project.id).issueTypeSchemeId);
      issueTypeSchemes.put({ ...scheme, issueTypeIds: scheme.issueTypeIds.filter((id) => id !== riskTypeId) });
    },
  ],
  "a story field that was taken off the stories' screens": [
    'screens',
    'notOnScreen',
    async () => {
      const { screens } = site.jira.state;
      const { securityRelevance } = (await site.setup()).fields;
      for (const screen of screens.all()) {
        const tabs = screen.tabs.map((tab) => {
          return { ...tab, fieldIds: tab.fieldIds.filter((id) => id !== securityRelevance) };
        });
        screens.put({ ...screen, tabs });
      }
    },
  ],
};

test.each(Object.entries(BREAK))('%s is one fault, and its fix mends it', async (_name, [name, state, breakIt]) => {
  const step = name.includes(':') ? name : part(name);
  await breakIt();
  const [fault, ...others] = await faults();
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ step, state, fix: step });
  const projectIds = name.includes(':') ? [] : [site.project.id];
  expect((await itemOf(site, step, { projectIds, only: [step] })).action).not.toBe('alreadyRight');
  expect(await runStep(site, step, { projectIds })).toMatchObject({ state: 'done' });
  expect(await faults()).toEqual([]);
});

test('a workflow that somebody edited is said, and left to them', async () => {
  const { workflows } = site.jira.state;
  const ours = workflows.find(({ name }) => name === 'Shift-Up: Security Risk workflow');
  if (!ours) throw new Error('no workflow of risks');
  workflows.put({ ...ours, version: { ...ours.version, versionNumber: ours.version.versionNumber + 1 } });
  const [fault, ...others] = await faults();
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ step: 'workflow:risk', state: 'changed' });
  expect(fault).not.toHaveProperty('fix');
});

test('a project that is not added has no health yet, and nobody but admins may ask', async () => {
  const refused = await site.invoke(site.people.mara, 'checkHealth', { projectIds: [site.project.id] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'no-permission' } });
  const bare = await setUpSite({ setUp: false, siteName: 'bare' });
  const { items } = valueOf(await bare.invoke(bare.people.admin, 'checkHealth', { projectIds: [bare.project.id] }));
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['missing']));
  expect(items.filter(({ projectId }) => projectId !== undefined)).toEqual([]);
  bare.close();
});
