/** A team-managed project: the admin does it by hand, Shift-Up sees what is done and keeps the ids. */
import type { FieldName } from '../../../src/domain/site-setup';
import { FIELDS } from '../../../src/domain/site-setup';
import { NEEDED_FIELDS } from '../../../src/setup/needed';
import { teamManaged } from '../../local-jira/by-hand/index';
import { addProject } from '../../local-jira/seed';
import { configurationOf } from './configuration';
import { capturedLog } from '../../fixtures/captured-log';
import { projectSite, type ProjectSite } from './door';

capturedLog();

const KIND = {
  select: 'dropdown',
  user: 'people',
  date: 'date',
  paragraph: 'paragraph',
  labels: 'labels',
  url: 'url',
} as const;
const REQUIRED: readonly FieldName[] = ['securityRelevance', 'relevanceReason', 'likelihood', 'impact', 'riskLevel'];

describe('a team-managed project', () => {
  let site: ProjectSite;
  let team: string;
  let step: string;
  beforeEach(async () => {
    site = await projectSite();
    team = addProject(site.jira.state, {
      key: 'TEAM',
      name: 'Team',
      leadAccountId: site.projectAdmin,
      style: 'next-gen',
    }).id;
    step = `project:${team}:settings`;
  });
  afterEach(() => site.close());

  const hand = () => teamManaged(site.jira.state, team);
  const storyType = () =>
    hand()
      .types()
      .find(({ name }) => name === 'Story')!;
  const guide = async () => (await site.plan([team])).projects[0]?.guide ?? [];
  const stateOf = async (field: FieldName) =>
    (await guide()).find(({ task }) => task.kind === 'field' && task.field === field);
  const item = async () => (await site.items([team]))[0];
  const addByHand = (field: FieldName, riskTypeId: string) => {
    const { name, kind, options } = NEEDED_FIELDS[field];
    const onStory = field === 'securityRelevance' || field === 'relevanceReason';
    const values = (options ?? []).map(({ value }) => value);
    return hand().addField(onStory ? storyType().id : riskTypeId, { name, type: KIND[kind], options: values });
  };

  test('from nothing to mapped: each step is seen when it is done, then the ids are kept', async () => {
    expect(await site.items([team])).toEqual([
      { step, kind: 'project', name: 'Team', projectId: team, action: 'create', blocked: 'guideFirst' },
    ]);
    expect((await site.plan([team])).projects).toMatchObject([{ teamManaged: true, limits: ['riskWorkflow', 'gate'] }]);
    expect((await guide()).map(({ state }) => state)).toEqual(Array(FIELDS.length + 1).fill('toDo'));
    expect((await guide()).filter(({ optional }) => !optional)).toHaveLength(REQUIRED.length + 1);
    const risk = hand().addIssueType({ name: 'Security Risk' });
    expect((await guide())[0]).toMatchObject({ task: { kind: 'issueType' }, state: 'done' });
    const made = new Map<FieldName, string>();
    for (const field of REQUIRED) {
      expect(await item()).toMatchObject({ blocked: 'guideFirst' });
      expect(await stateOf(field)).toMatchObject({ state: 'toDo' });
      made.set(field, addByHand(field, risk.id).id);
      expect(await stateOf(field)).toMatchObject({ state: 'done' });
    }
    expect(await item()).not.toHaveProperty('blocked');
    const before = configurationOf(site.jira);
    expect(await site.step(step)).toMatchObject({ result: 'created' });
    expect(configurationOf(site.jira)).toEqual(before);
    expect(await item()).toMatchObject({ action: 'alreadyRight' });

    const { own, storyTypeIds } = await site.projectSetup(team);
    expect(storyTypeIds).toEqual([storyType().id]);
    expect(own?.riskTypeId).toBe(risk.id);
    expect(own?.fields).toEqual(Object.fromEntries(made));
    const relevance = [...site.jira.state.fieldOptions.values()].filter(
      ({ fieldId }) => fieldId === made.get('securityRelevance'),
    );
    expect(own?.options.securityRelevance).toEqual({
      relevant: relevance.find(({ value }) => value === 'Relevant')?.id,
      notRelevant: relevance.find(({ value }) => value === 'Not relevant')?.id,
    });
  });

  test("the site's own fields on the types do as well, with the site's options", async () => {
    const risk = hand().addIssueType({ name: 'security risk' });
    for (const field of FIELDS) {
      const onStory = field === 'securityRelevance' || field === 'relevanceReason';
      hand().useField(onStory ? storyType().id : risk.id, site.ids.fields[field]);
    }
    expect((await guide()).map(({ state }) => state)).toEqual(Array(FIELDS.length + 1).fill('done'));
    await site.step(step);
    const { own } = await site.projectSetup(team);
    expect(own).toEqual({ riskTypeId: risk.id, fields: site.ids.fields, options: {} });
  });

  test("a site's field of somebody else with our name is never taken for the project's own", async () => {
    const risk = hand().addIssueType({ name: 'Security Risk' });
    const { fields, fieldContexts, fieldOptions } = site.jira.state;
    const ours = fields.require(site.ids.fields.impact);
    const foreign = fields.put({ ...ours, id: 'customfield_19000', description: "Somebody else's" });
    const context = fieldContexts.put({
      ...[...fieldContexts.values()].find(({ fieldId }) => fieldId === ours.id)!,
      id: '19000',
      fieldId: foreign.id,
    });
    for (const option of [...fieldOptions.values()].filter(({ fieldId }) => fieldId === ours.id)) {
      fieldOptions.put({ ...option, id: `19${option.id}`, fieldId: foreign.id, contextId: context.id });
    }
    hand().useField(risk.id, foreign.id);
    expect(await stateOf('impact')).toMatchObject({ state: 'toDo' });
    hand().useField(risk.id, ours.id);
    expect(await stateOf('impact')).toMatchObject({ state: 'done' });
  });

  test('the wrong kind and missing options are named', async () => {
    const risk = hand().addIssueType({ name: 'Security Risk' });
    hand().addField(risk.id, { name: 'Likelihood', type: 'number' });
    const level = hand().addField(risk.id, {
      name: 'risk LEVEL',
      type: 'dropdown',
      options: ['Low', 'medium', 'High'],
    });
    expect(await stateOf('likelihood')).toMatchObject({ state: 'wrongKind' });
    expect(await stateOf('riskLevel')).toMatchObject({ state: 'missingOptions', missing: ['Critical'] });
    hand().changeField(level.id, { options: ['Low', 'Medium', 'High', 'Critical'].map((value) => ({ value })) });
    expect(await stateOf('riskLevel')).toMatchObject({ state: 'done' });
    hand().addField(risk.id, { name: 'Risk owner', type: 'people' });
    expect(await stateOf('riskOwner')).toMatchObject({ state: 'wrongKind', optional: true });
  });

  test('a type of that name on another level is no type of risks', async () => {
    hand().addIssueType({ name: 'Security Risk', level: 'subtask' });
    expect((await guide())[0]).toMatchObject({ state: 'wrongKind' });
  });

  test('no step changes schemes there, and nothing is mapped before the guide is done', async () => {
    const before = site.jira.snapshot();
    for (const part of ['issueType', 'fields', 'screens', 'workflow']) await site.step(`project:${team}:${part}`);
    await expect(site.step(step)).rejects.toThrow('conflict');
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('renamed objects stay known by id; a deleted one is asked for again and mapped anew', async () => {
    const risk = hand().addIssueType({ name: 'Security Risk' });
    const made = new Map(REQUIRED.map((field) => [field, addByHand(field, risk.id)]));
    await site.step(step);
    hand().changeIssueType(risk.id, { name: 'Gefahr' });
    hand().changeField(made.get('impact')!.id, { name: 'Auswirkung' });
    expect(await item()).toMatchObject({ action: 'alreadyRight' });
    hand().removeField(made.get('impact')!.id);
    expect(await item()).toMatchObject({ action: 'repair', blocked: 'guideFirst' });
    const again = addByHand('impact', risk.id);
    expect(await item()).toMatchObject({ action: 'repair' });
    await site.step(step);
    expect((await site.projectSetup(team)).own?.fields.impact).toBe(again.id);
  });

  test('undo forgets the project and leaves what the admin made', async () => {
    const risk = hand().addIssueType({ name: 'Security Risk' });
    for (const field of REQUIRED) addByHand(field, risk.id);
    const before = configurationOf(site.jira);
    await site.step(step);
    expect(await site.undo([team])).toMatchObject([{ step, result: 'removed' }]);
    expect(configurationOf(site.jira)).toEqual(before);
    expect(await item()).toMatchObject({ action: 'create' });
  });
});
