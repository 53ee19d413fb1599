/** The reconcile repairs what events missed, and writes nothing where nothing was. */
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { rest, valueOf, type Key } from '../fixtures/site';
import { tickingDate, type TickingDate } from '../fixtures/ticking-date';
import { ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import {
  deliverAll,
  knowProject,
  loseAll,
  marksOn,
  missingOn,
  pointsDuring,
  reconcileAll,
  writesDuring,
} from './marks';

const log = capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
let site: SettingsSite;
let date: TickingDate;
let setup: SiteSetup;

beforeEach(async () => {
  date = tickingDate();
  site = await settingsSite();
  setup = await site.setup();
});
afterEach(() => {
  site.close();
  date.restore();
});

const edit = (issue: Key, fields: object) =>
  rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${issue.id}`, { fields });
const remove = (issue: Key) => rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${issue.id}`);

async function begunStory(fields = {}): Promise<Key> {
  const story = await site.story('Change e-mail address', fields);
  await site.moveTo(story, 'In Progress');
  return story;
}

/** For Jira and for the functions: changes of before are no recent ones any more. */
function hoursPass(hours: number): void {
  site.clock.advance(hours * 3_600_000);
  date.pass(hours * 3_600_000);
}

/** No event of what was done up to now arrives. */
async function unheard(): Promise<void> {
  await loseAll(site);
  await reconcileAll(site);
  await loseAll(site);
}

describe('finds what no event told', () => {
  test('a bypass, and that it is none any more', async () => {
    const story = await begunStory();
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
    await edit(story, relevant(setup));
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
    await edit(story, notRelevant(setup, 'wording'));
    await unheard();
    expect(missingOn(site)).toEqual({});
  });

  test('a story that was taken back, done, or turned into a task', async () => {
    const stories = [await begunStory(), await begunStory(), await begunStory()];
    await unheard();
    expect(Object.keys(marksOn(site))).toHaveLength(3);
    const [back, done, task] = stories as [Key, Key, Key];
    await site.moveTo(back, 'To Do');
    await site.moveTo(done, 'Done');
    await edit(task, { issuetype: { id: ISSUE_TYPE.task } });
    await unheard();
    expect(missingOn(site)).toEqual({});
  });

  test('a risk that was deleted: Jira tells of no link that went with it', async () => {
    const story = await begunStory(relevant(setup));
    const risk = await site.risk('Account takeover');
    await site.link('threatens', risk, story);
    await unheard();
    expect(missingOn(site)).toEqual({});
    hoursPass(2);
    await unheard();
    hoursPass(2);
    await remove(risk);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
  });

  test('owners and levels of risks, for all of their stories', async () => {
    const risk = await site.risk('Account takeover', riskFields(setup, { likelihood: 5, impact: 5 }));
    const stories: Key[] = [];
    for (let number = 0; number < 60; number += 1) {
      const story = await begunStory(relevant(setup));
      await site.link('threatens', risk, story);
      stories.push(story);
    }
    await unheard();
    expect(Object.values(missingOn(site))).toEqual(stories.map(() => ['riskOwner']));
    await edit(risk, { [setup.fields.riskOwner]: { accountId: site.people.mara } });
    // An event has no time for all of them.
    await deliverAll(site);
    expect(Object.keys(marksOn(site))).toHaveLength(10);
    await unheard();
    expect(missingOn(site)).toEqual({});
  });

  test('an owner who was taken away: only the risk changed', async () => {
    const story = await begunStory(relevant(setup));
    const risk = await site.risk('Account takeover', riskFields(setup, { likelihood: 5, impact: 5, owner: site.pia }));
    await site.link('mitigates', story, risk);
    await unheard();
    hoursPass(2);
    await unheard();
    hoursPass(2);
    await edit(risk, { [setup.fields.riskOwner]: null });
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['riskOwner'] });
  });

  test('a level whose score was emptied, a month after the last look', async () => {
    const fields = riskFields(setup, { likelihood: 5, impact: 5 });
    const [emptied, typed] = [await site.risk('Emptied', fields), await site.risk('Typed')];
    await unheard();
    await edit(emptied, { [setup.fields.likelihood]: null });
    await edit(typed, { [setup.fields.riskLevel]: { id: setup.options.riskLevel.High } });
    await loseAll(site);
    hoursPass(31 * 24);
    await reconcileAll(site);
    const levelOf = ({ id }: Key) => site.jira.state.issues.require(id).custom[setup.fields.riskLevel];
    expect([levelOf(emptied), levelOf(typed)]).toEqual([undefined, setup.options.riskLevel.High]);
  });

  test('a forged reason on a true bypass, within a day', async () => {
    const story = await begunStory();
    await unheard();
    hoursPass(2);
    await unheard();
    hoursPass(2);
    const forged = { version: 1, state: 'bypass', missing: ['answer'], since: '2026-01-01T00:00:00.000Z' };
    const property = path`/rest/api/3/issue/${story.id}/properties/shift-up.readiness`;
    await rest(site.as(site.people.deniz), 'PUT', property, forged);
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
    hoursPass(20);
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  });

  test('an assessment that was replaced by none', async () => {
    const story = await begunStory(relevant(setup));
    await unheard();
    await edit(story, { [setup.fields.securityRelevance]: null });
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  });

  test('marks that somebody else wrote, or took away', async () => {
    const [ready, bypass] = [await begunStory(notRelevant(setup, 'wording')), await begunStory()];
    await unheard();
    const property = (story: Key) => path`/rest/api/3/issue/${story.id}/properties/shift-up.readiness`;
    const forged = { version: 1, state: 'bypass', missing: ['answer'], since: '2026-01-01T00:00:00.000Z' };
    await rest(site.as(site.people.deniz), 'PUT', property(ready), forged);
    await rest(site.as(site.people.deniz), 'DELETE', property(bypass));
    await unheard();
    expect(missingOn(site)).toEqual({ [bypass.key]: ['assessment'] });
  });

  test('in a team-managed project', async () => {
    const part = await addTeamProject(site);
    knowProject(site, part.id);
    const own = setupOf(setup, part.setup);
    const fields = { project: { id: part.id }, issuetype: { id: part.storyTypeId }, summary: 'Story' };
    const [first, second] = [await site.issue(fields), await site.issue({ ...fields, ...relevant(own) })];
    for (const story of [first, second]) await site.moveTo(story, 'In Progress');
    await unheard();
    expect(missingOn(site)).toEqual({ [first.key]: ['assessment'], [second.key]: ['answer'] });
    await edit(first, notRelevant(own, 'wording'));
    await unheard();
    expect(missingOn(site)).toEqual({ [second.key]: ['answer'] });
  });
});

describe('follows the settings', () => {
  test('a gate that is switched off, and on again', async () => {
    const story = await begunStory();
    await unheard();
    await save(site, site.pia, { gate: 'off' });
    await unheard();
    expect(marksOn(site)).toEqual({});
    await save(site, site.pia, { gate: 'flag' });
    await unheard();
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  });

  test('other readiness statuses, and checks that are asked for no longer', async () => {
    const [begun, toDo] = [await begunStory(relevant(setup)), await site.story('Not begun')];
    await unheard();
    expect(missingOn(site)).toEqual({ [begun.key]: ['answer'] });
    await save(site, site.pia, { readyStatusIds: [STATUS.toDo] });
    await unheard();
    expect(missingOn(site)).toEqual({ [toDo.key]: ['assessment'] });
    const { checks } = (await site.projectSetup()).settings;
    await save(site, site.pia, {
      readyStatusIds: [STATUS.toDo, STATUS.inProgress],
      checks: { ...checks, answer: 'off' },
    });
    await unheard();
    expect(missingOn(site)).toEqual({ [toDo.key]: ['assessment'] });
  });

  test('a project that Shift-Up was taken away from keeps no mark', async () => {
    await begunStory();
    await unheard();
    const request = { projectIds: [site.project.id] };
    const { digest } = valueOf(await site.invoke(site.people.admin, 'planUndo', request));
    valueOf(await site.invoke(site.people.admin, 'startUndo', { ...request, digest }));
    await site.forge.queue.drain(site.site);
    await unheard();
    expect(marksOn(site)).toEqual({});
  });
});

describe('costs little where nothing is wrong', () => {
  test('a second one writes nothing, and reads only what changed', async () => {
    for (let number = 0; number < 5; number += 1) await begunStory();
    await begunStory(notRelevant(setup, 'wording'));
    await unheard();
    expect(Object.keys(marksOn(site))).toHaveLength(5);
    expect(await writesDuring(site, () => reconcileAll(site))).toEqual([]);
    // Two hours later nothing changed: four searches for what did, two counts, one search for marks, one for the site.
    hoursPass(1);
    await reconcileAll(site);
    hoursPass(1);
    expect(await pointsDuring(site, () => reconcileAll(site))).toBe(8);
  });

  test('nothing at all on a site that is not set up, or whose licence ended', async () => {
    await begunStory();
    site.site.license = { active: false };
    expect(await pointsDuring(site, () => reconcileAll(site))).toBe(0);
  });
});

test('a site whose index does not know the mark is marked all the same', async () => {
  const app = { appId: site.forge.manifest.appId.split('/').at(-1) ?? '', environmentId: site.site.environmentId };
  site.jira.installApp({ ...app, workflowValidators: [] });
  const story = await begunStory();
  await unheard();
  expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  await edit(story, notRelevant(setup, 'wording'));
  await unheard();
  expect(missingOn(site)).toEqual({});
});

test('what the index does not show yet is found the next time', async () => {
  await unheard();
  site.jira.faults.add({ kind: 'search-lag', lagMs: 5 * 60_000 });
  const story = await begunStory();
  await unheard();
  expect(marksOn(site)).toEqual({});
  site.clock.advance(5 * 60_000);
  await unheard();
  expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
});

test('what Jira refuses is said in the log, and stops nothing else', async () => {
  const story = await begunStory();
  const { state } = site.jira;
  const level = state.fields.require(setup.fields.riskLevel);
  state.fields.put({ ...level, trash: { at: site.clock.now().getTime(), byId: site.people.admin } } as never);
  await unheard();
  expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  expect(log.lines().join('\n')).toContain('"code":"refused"');
  expect(log.lines().join('\n')).not.toContain('customfield');
});
