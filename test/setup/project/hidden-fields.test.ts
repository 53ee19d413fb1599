/** The older field model where somebody hid a field that Shift-Up needs. */
import { addProject } from '../../local-jira/seed';
import { configurationOf } from './configuration';
import { capturedLog } from '../../fixtures/captured-log';
import { projectSite, type ProjectSite } from './door';

capturedLog();

describe('a field configuration that hides a field', () => {
  let site: ProjectSite;
  let step: string;
  const hide = (configurationId: string, fieldId: string) => {
    const { fieldConfigurations } = site.jira.state;
    const configuration = fieldConfigurations.require(configurationId);
    const items = { ...configuration.items, [fieldId]: { isHidden: true, isRequired: false } };
    fieldConfigurations.put({ ...configuration, items });
  };
  beforeEach(async () => {
    site = await projectSite();
    step = `project:${site.project.id}:fields`;
    await site.step(`project:${site.project.id}:issueType`);
  });
  afterEach(() => site.close());
  const itemOfStep = async (decisions = {}) =>
    (await site.items([site.project.id], decisions)).find((item) => item.step === step);
  const fieldModel = () => {
    const { fieldConfigurations, fieldConfigurationSchemes, projects } = configurationOf(site.jira);
    const assigned = projects.map(({ id, fieldConfigurationSchemeId }) => [id, fieldConfigurationSchemeId]);
    return { fieldConfigurations, fieldConfigurationSchemes, assigned };
  };
  const configurationsNow = () => {
    const { state } = site.jira;
    const scheme = state.fieldConfigurationSchemes.require(
      state.projects.require(site.project.id).fieldConfigurationSchemeId,
    );
    return Object.values(scheme.fieldConfigurationIds).map((id) => state.fieldConfigurations.require(id));
  };

  test('nothing is hidden: nothing is to be done, and nobody is asked about', async () => {
    addProject(site.jira.state, { key: 'BETA', name: 'Beta', leadAccountId: site.projectAdmin });
    expect(await itemOfStep()).toMatchObject({ action: 'alreadyRight' });
  });

  test('used by nobody else: it is shown in place, and hidden again by undo', async () => {
    hide('10000', site.ids.fields.likelihood);
    const before = fieldModel();
    expect(await itemOfStep()).toMatchObject({ action: 'create' });
    expect(await itemOfStep()).not.toHaveProperty('sharing');
    expect(await site.step(step)).toMatchObject({ result: 'created' });
    expect(configurationsNow().map(({ items }) => items[site.ids.fields.likelihood]?.isHidden)).toEqual([false]);
    await site.undo([site.project.id]);
    expect(fieldModel()).toEqual(before);
  });

  test('used by others: named, and copied with everything else that it says', async () => {
    hide('10000', site.ids.fields.likelihood);
    hide('10000', 'environment');
    const { state } = site.jira;
    const standard = state.fieldConfigurations.require('10000');
    state.fieldConfigurations.put({
      ...standard,
      items: { ...standard.items, duedate: { isHidden: false, isRequired: true } },
    });
    addProject(state, { key: 'BETA', name: 'Beta', leadAccountId: site.projectAdmin });
    const before = fieldModel();
    expect(await itemOfStep()).toMatchObject({
      sharing: [
        { scheme: 'fieldConfiguration', schemeName: standard.name, others: [{ name: 'Beta' }], chosen: 'copy' },
      ],
    });
    await site.step(step);
    expect(state.fieldConfigurations.require('10000').items).toMatchObject({
      [site.ids.fields.likelihood]: { isHidden: true },
    });
    expect(configurationsNow()).toHaveLength(1);
    expect(configurationsNow()[0]?.items).toMatchObject({
      [site.ids.fields.likelihood]: { isHidden: false },
      environment: { isHidden: true },
      duedate: { isRequired: true },
    });
    expect(await itemOfStep()).toMatchObject({ action: 'alreadyRight' });
    await site.undo([site.project.id]);
    expect(fieldModel()).toEqual(before);
  });

  test('changeAll shows it to everybody, undo hides it again', async () => {
    hide('10000', site.ids.fields.securityRelevance);
    addProject(site.jira.state, { key: 'BETA', name: 'Beta', leadAccountId: site.projectAdmin });
    const before = fieldModel();
    await site.step(step, { [step]: 'changeAll' });
    expect(site.jira.state.fieldConfigurations.require('10000').items).toMatchObject({
      [site.ids.fields.securityRelevance]: { isHidden: false },
    });
    await site.undo([site.project.id]);
    expect(fieldModel()).toEqual(before);
  });

  test.each(['/rest/api/3/fieldconfiguration', '/rest/api/3/fieldconfigurationscheme'])(
    'the answer of POST %s is lost: one copy all the same',
    async (path) => {
      hide('10000', site.ids.fields.likelihood);
      addProject(site.jira.state, { key: 'BETA', name: 'Beta', leadAccountId: site.projectAdmin });
      const { fieldConfigurations, fieldConfigurationSchemes } = site.jira.state;
      const counts = () => [[...fieldConfigurations.values()].length, [...fieldConfigurationSchemes.values()].length];
      const [configurations = 0, schemes = 0] = counts();
      site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path }, times: 1 });
      expect(await site.step(step)).toMatchObject({ state: 'failed', error: { code: 'jira-unavailable' } });
      await site.step(step);
      expect(counts()).toEqual([configurations + 1, schemes + 1]);
    },
  );
});
