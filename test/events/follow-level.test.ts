/** The level of a risk follows its score, wherever that is edited. */
import type { Level, Rating } from '../../src/domain/level';
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { relevant } from '../fixtures/fields';
import { rest, valueOf, type Key } from '../fixtures/site';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';
import type { PlatformCall } from '../local-forge/platform-calls';
import type { ChangeItem } from '../local-jira/state/issue-entities';
import { deliverAll, knowProject, loseAll, missingOn, reconcileAll, writesDuring } from './marks';

capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
let site: SettingsSite;
let setup: SiteSetup;

beforeEach(async () => {
  site = await settingsSite();
  setup = await site.setup();
  await loseAll(site);
});
afterEach(() => site.close());

const edit = (risk: Key, fields: object) =>
  rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${risk.id}`, { fields });

const scored = (likelihood: Rating | null, impact: Rating | null, ids = setup) => ({
  [ids.fields.likelihood]: likelihood && { id: ids.options.likelihood[likelihood] },
  [ids.fields.impact]: impact && { id: ids.options.impact[impact] },
});

const levelled = (level: Level) => ({ [setup.fields.riskLevel]: { id: setup.options.riskLevel[level] } });

/** As Jira has it. */
function levelOf(risk: Key, ids = setup, field: 'riskLevel' | 'residualLevel' = 'riskLevel'): string | undefined {
  const option = site.jira.state.issues.require(risk.id).custom[ids.fields[field]];
  return site.jira.state.fieldOptions.all().find(({ id }) => id === option)?.value;
}

/** Both ways in which the app may hear of it. */
const WAYS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['by event', () => deliverAll(site)],
  ['by the reconcile', () => loseAll(site).then(() => reconcileAll(site))],
];

describe.each(WAYS)('%s', (_name, hear) => {
  test('a score that was set where there was no level', async () => {
    const risk = await site.risk('Account takeover', scored(4, 4));
    await hear();
    expect(levelOf(risk)).toBe('High');
  });

  test('an edited score, by the project’s own bands, and the residual one by itself', async () => {
    await save(site, site.pia, { bands: { Medium: 2, High: 3, Critical: 4 } });
    const risk = await site.risk('Account takeover', scored(5, 5));
    await hear();
    await edit(risk, {
      ...scored(1, 2),
      [setup.fields.residualLikelihood]: { id: setup.options.residualLikelihood[1] },
      [setup.fields.residualImpact]: { id: setup.options.residualImpact[1] },
    });
    await hear();
    expect([levelOf(risk), levelOf(risk, setup, 'residualLevel')]).toEqual(['Medium', 'Low']);
  });

  test('half a score is no score: the level goes', async () => {
    const risk = await site.risk('Account takeover', scored(4, 4));
    await hear();
    await edit(risk, scored(4, null));
    await hear();
    expect(levelOf(risk)).toBeUndefined();
  });

  test('what was scored in the panel, and what follows already, is not written again', async () => {
    const risk = await site.risk('Account takeover');
    const score = { issueId: risk.id, kind: 'inherent', likelihood: 5, impact: 5 } as const;
    valueOf(await site.invoke(site.people.mara, 'scoreRisk', score));
    expect(await writesDuring(site, hear)).toEqual([]);
    await edit(risk, scored(1, 1));
    await hear();
    expect(levelOf(risk)).toBe('Low');
    expect(await writesDuring(site, hear)).toEqual([]);
  });

  test('a level that somebody typed after the score stays until the next score', async () => {
    const risk = await site.risk('Account takeover', scored(5, 5));
    await hear();
    await edit(risk, levelled('Low'));
    await hear();
    expect(levelOf(risk)).toBe('Low');
    await edit(risk, scored(5, 4));
    await hear();
    expect(levelOf(risk)).toBe('Critical');
  });

  test('new bands alone change no level', async () => {
    const risk = await site.risk('Account takeover', scored(2, 2));
    await hear();
    await save(site, site.pia, { bands: { Medium: 2, High: 3, Critical: 4 } });
    await edit(risk, { summary: 'Account takeover by phone' });
    expect(await writesDuring(site, hear)).toEqual([]);
    expect(levelOf(risk)).toBe('Low');
  });

  test('and from the level follows what its stories miss', async () => {
    const story = await site.story('Change e-mail address', relevant(setup));
    await site.moveTo(story, 'In Progress');
    const risk = await site.risk('Account takeover', scored(1, 1));
    await site.link('threatens', risk, story);
    await hear();
    expect(missingOn(site)).toEqual({});
    await edit(risk, scored(5, 5));
    await hear();
    expect(missingOn(site)).toEqual({ [story.key]: ['riskOwner'] });
  });

  test('in a team-managed project by its own ids, and only for the fields that it has', async () => {
    const part = await addTeamProject(site);
    knowProject(site, part.id);
    const own = setupOf(setup, part.setup);
    const fields = { project: { id: part.id }, issuetype: { id: own.riskTypeId }, summary: 'Card data in logs' };
    const risk = await site.issue({ ...fields, ...scored(3, 4, own) });
    await hear();
    expect(levelOf(risk, own)).toBe('High');
  });
});

test('a score that somebody changes while the level is written is looked at once more', async () => {
  const risk = await site.risk('Account takeover', scored(5, 5));
  const stop = site.jira.onEvent((event) => {
    if (event.selfGenerated && event.eventType === 'avi:jira:updated:issue') {
      stop();
      const { state } = site.jira;
      const now = state.issues.require(risk.id);
      const custom = { ...now.custom, [setup.fields.impact]: setup.options.impact[1] };
      state.issues.put({ ...now, custom });
      state.history.get(risk.id)?.push({
        id: state.nextId('changegroup'),
        issueId: risk.id,
        authorId: site.people.deniz,
        created: site.clock.now().getTime(),
        items: [
          {
            field: 'Impact',
            fieldtype: 'custom',
            fieldId: setup.fields.impact,
            from: '5',
            fromString: '5',
            to: '1',
            toString: '1',
          },
        ],
      });
    }
  });
  await deliverAll(site);
  expect(levelOf(risk)).toBe('Medium');
});

const HISTORY_ITEM = { fieldtype: 'custom', from: '5', fromString: '5', to: '1', toString: '1' } as const;

/** Somebody scores Impact 1 and the level that goes with it, before the app's next write of an issue arrives. */
async function scoredMeanwhile(risk: Key, withLevel: boolean): Promise<void> {
  const { state } = site.jira;
  const now = state.issues.require(risk.id);
  const { fields, options } = setup;
  const custom = { ...now.custom, [fields.impact]: options.impact[1] };
  if (withLevel) custom[fields.riskLevel] = options.riskLevel.Medium;
  state.issues.put({ ...now, custom });
  const changed = (field: string, fieldId: string): ChangeItem => ({ ...HISTORY_ITEM, field, fieldId });
  state.history.get(risk.id)?.push({
    id: state.nextId('changegroup'),
    issueId: risk.id,
    authorId: site.people.deniz,
    created: site.clock.now().getTime(),
    items: [changed('Impact', fields.impact), ...(withLevel ? [changed('Risk level', fields.riskLevel)] : [])],
  });
}

describe.each([true, false])(
  'a score that somebody sets between our look and our write (with its level: %s)',
  (withLevel) => {
    let meanwhile: (() => Promise<void>) | undefined;
    let risk: Key;
    const isWrite = (method: string, asked: string) => method === 'PUT' && /\/issue\/\d+$/.test(asked);

    beforeEach(async () => {
      site.close();
      site = await settingsSite({
        onRequest: ({ method, path: asked }) => {
          if (!isWrite(method, asked)) return;
          void meanwhile?.();
          meanwhile = undefined;
        },
      });
      setup = await site.setup();
      await loseAll(site);
      risk = await site.risk('Account takeover', scored(5, 5));
      meanwhile = () => scoredMeanwhile(risk, withLevel);
    });

    test('is the last word', async () => {
      await deliverAll(site);
      expect(meanwhile).toBeUndefined();
      expect(levelOf(risk)).toBe('Medium');
    });

    test.each(WAYS)('is the last word %s, when we die before our second look', async (_name, hear) => {
      const counts = ({ method, path: asked }: PlatformCall) => isWrite(method, asked);
      const armed = site.forge.disturb(site.site, { atCall: 1, by: 'kill after', counts });
      await site.forge.events.deliver(site.site, { early: true });
      armed.disarm();
      expect([meanwhile, armed.hit === undefined, levelOf(risk)]).toEqual([undefined, false, 'Critical']);
      await hear();
      expect(levelOf(risk)).toBe('Medium');
      expect(await writesDuring(site, hear)).toEqual([]);
    });
  },
);

test('an emptied score takes the level along, also while the levels are about to follow new bands', async () => {
  const risk = await site.risk('Account takeover', scored(5, 5));
  await deliverAll(site);
  const { state } = site.jira;
  const emptied = state.issues.require(risk.id).custom;
  await edit(risk, scored(5, null));
  await save(site, site.pia, { bands: { Medium: 2, High: 3, Critical: 4 } });
  // A job that read the score before writes its level after, and dies.
  const now = state.issues.require(risk.id);
  const level = { [setup.fields.riskLevel]: emptied[setup.fields.riskLevel]! };
  state.issues.put({ ...now, custom: { ...now.custom, ...level } });
  state.history.get(risk.id)?.push({
    id: state.nextId('changegroup'),
    issueId: risk.id,
    authorId: state.site.appAccountId,
    created: site.clock.now().getTime(),
    items: [{ ...HISTORY_ITEM, field: 'Risk level', fieldId: setup.fields.riskLevel }],
  });
  await deliverAll(site);
  expect(levelOf(risk)).toBeUndefined();
});

test('who the app is, is asked once, and only where a level was written after the score', async () => {
  const risks = [await site.risk('Account takeover', scored(5, 5)), await site.risk('Card data in logs', scored(4, 4))];
  await deliverAll(site);
  const asked = () => site.jira.costs.entries.filter(({ route }) => route.endsWith('/myself')).length;
  expect(asked()).toBe(0);
  for (const risk of risks) await edit(risk, levelled('Low'));
  await loseAll(site);
  await reconcileAll(site);
  expect([asked(), risks.map((risk) => levelOf(risk))]).toEqual([1, ['Low', 'Low']]);
});
