/** Own reasons: made as options when they are saved, offered, taken, and kept in Jira when they are no longer offered. */
import type { ReasonChoice } from '../../src/domain/project-settings';
import { REASON_OPTION } from '../../src/domain/relevance';
import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { valueOf, type Key } from '../fixtures/site';
import { payloadWith, readView, save, settingsSite, type SettingsSite } from './settings-site';

capturedLog();

describe('own reasons', () => {
  let site: SettingsSite;
  let story: Key;
  beforeEach(async () => {
    site = await settingsSite();
    story = await site.story('New logo');
  });
  afterEach(() => site.close());

  const own = (text: string, optionId = ''): ReasonChoice => ({ kind: 'own', optionId, text });
  const standard = (reason: 'wording' | 'research'): ReasonChoice => ({ kind: 'standard', reason });
  /** Texts of the options of Relevance reason, in their order. */
  async function options(): Promise<readonly string[]> {
    const { fields } = await site.setup();
    return site.jira.state.fieldOptions
      .filter(({ fieldId }) => fieldId === fields.relevanceReason)
      .sort((a, b) => a.position - b.position)
      .map(({ value }) => value);
  }
  const readMine = async () =>
    readStory(site.as(site.people.mara), await site.setup(), await site.projectSetup(), story.id);

  test('a new one becomes an option behind the others, by an admin of the project alone', async () => {
    const { settings } = await save(site, site.pia, { reasons: [standard('wording'), own('  Pilot only ')] });
    expect(await options()).toEqual([...Object.values(REASON_OPTION), 'Pilot only']);
    const [, mine] = settings.reasons;
    expect(mine).toMatchObject({ kind: 'own', text: 'Pilot only' });
    expect(mine?.kind === 'own' && mine.optionId).toMatch(/^\d+$/);
    expect((await site.projectSetup()).settings.reasons).toEqual(settings.reasons);
  });

  test('the same words again are the same option, whatever the case', async () => {
    await save(site, site.pia, { reasons: [own('Pilot only')] });
    const before = await options();
    const { settings } = await save(site, site.pia, { reasons: [own('pilot ONLY'), standard('wording')] });
    expect(await options()).toEqual(before);
    expect(settings.reasons[0]).toMatchObject({ text: 'Pilot only' });
  });

  test('an answer that was lost makes nothing twice', async () => {
    site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path: '*/option' }, times: 1 });
    const { settings } = await save(site, site.pia, { reasons: [own('Pilot only')] });
    expect(await options()).toEqual([...Object.values(REASON_OPTION), 'Pilot only']);
    expect(settings.reasons).toHaveLength(1);
  });

  test('two admins who add the same one at once make one option', async () => {
    const payload = await payloadWith(site, site.pia, { reasons: [own('Pilot only')] });
    await Promise.all([site.pia, site.people.admin].map((who) => site.invoke(who, 'saveProjectSettings', payload)));
    expect(await options()).toEqual([...Object.values(REASON_OPTION), 'Pilot only']);
  });

  test('with any mistake, no option is made', async () => {
    const payload = await payloadWith(site, site.pia, { reasons: [own('Pilot only'), own('Gone', '999999')] });
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', payload))).toEqual({
      saved: false,
      mistakes: [{ at: 'reasons', mistake: 'noOption', index: 1 }],
    });
    expect(await options()).toEqual(Object.values(REASON_OPTION));
  });

  test('an option of our own cannot pass as one', async () => {
    const { options: ids } = await site.setup();
    const payload = await payloadWith(site, site.pia, { reasons: [own('Mine', ids.relevanceReason.other)] });
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', payload))).toMatchObject({
      mistakes: [{ at: 'reasons', mistake: 'reserved', index: 0 }],
    });
  });

  test('is offered, taken and shown', async () => {
    const { settings } = await save(site, site.pia, { reasons: [own('Pilot only'), standard('research')] });
    const [mine] = settings.reasons;
    const optionId = mine?.kind === 'own' ? mine.optionId : '';
    const assessment = { relevance: 'notRelevant', reason: 'own', optionId } as const;
    valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: story.id, assessment }));
    expect(await readMine()).toMatchObject({
      relevance: 'notRelevant',
      reason: undefined,
      ownReason: { optionId, text: 'Pilot only' },
      readiness: { ready: true },
    });
  });

  test('no longer offered, it cannot be taken; where it was, it stays and is shown; the option stays in Jira', async () => {
    const { settings } = await save(site, site.pia, { reasons: [own('Pilot only')] });
    const [mine] = settings.reasons;
    const optionId = mine?.kind === 'own' ? mine.optionId : '';
    const assessment = { relevance: 'notRelevant', reason: 'own', optionId } as const;
    valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: story.id, assessment }));
    await save(site, site.pia, { reasons: [standard('wording')] });
    expect(await options()).toContain('Pilot only');
    expect((await readMine()).ownReason?.text).toBe('Pilot only');
    const other = await site.story('Another');
    expect(await site.invoke(site.people.mara, 'assessRelevance', { issueId: other.id, assessment })).toEqual(
      refused('invalid-input'),
    );
  });

  test.each([['100000'], ['1'], ['relevant']])(
    'an option that is none of the project (%s) is refused',
    async (optionId) => {
      const payload = { issueId: story.id, assessment: { relevance: 'notRelevant', reason: 'own', optionId } };
      expect(await site.invokeRaw(site.people.mara, 'assessRelevance', payload)).toEqual(refused('invalid-input'));
    },
  );

  test('one that was renamed in Jira has its new words', async () => {
    const { settings } = await save(site, site.pia, { reasons: [own('Pilot only')] });
    const [mine] = settings.reasons;
    const option = site.jira.state.fieldOptions.require(mine?.kind === 'own' ? mine.optionId : '');
    site.jira.state.fieldOptions.put({ ...option, value: 'Pilot' });
    const again = await save(site, site.pia, { gate: 'off' });
    expect(again.settings.reasons).toEqual([{ kind: 'own', optionId: option.id, text: 'Pilot' }]);
    expect((await readView(site, site.pia)).newReasons).toBe('everyProject');
  });
});
