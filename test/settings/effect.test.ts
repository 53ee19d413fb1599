/** The settings of a project in what the app does there, and nowhere else. */
import { readRisk } from '../../src/reads/risk';
import { capturedLog } from '../fixtures/captured-log';
import { TODAY, valueOf } from '../fixtures/site';
import { randomUUID } from 'node:crypto';
import { readView, save, settingsSite, type SettingsSite } from './settings-site';

capturedLog();

describe('level bands', () => {
  let site: SettingsSite;
  beforeAll(async () => {
    site = await settingsSite();
    await save(site, site.pia, { bands: { Medium: 2, High: 4, Critical: 9 } });
  });
  afterAll(() => site.close());

  const levelOf = async (riskId: string) =>
    (await readRisk(site.as(site.people.mara), await site.setup(), riskId, TODAY)).level;

  test('decide the level of a risk that is scored', async () => {
    const risk = await site.risk('Guessable vouchers');
    const { level } = valueOf(
      await site.invoke(site.people.mara, 'scoreRisk', {
        issueId: risk.id,
        kind: 'inherent',
        likelihood: 3,
        impact: 3,
      }),
    );
    expect([level, await levelOf(risk.id)]).toEqual(['Critical', 'Critical']);
  });

  test('decide the level of a risk that is made with a first guess', async () => {
    const story = await site.story('Redeem vouchers');
    const made = valueOf(
      await site.invoke(site.people.mara, 'createRisk', {
        storyId: story.id,
        verb: 'isExposedTo',
        summary: 'Guessable',
        likelihood: 2,
        impact: 2,
        idempotencyKey: randomUUID(),
      }),
    );
    expect(await levelOf(made.id)).toBe('High');
  });

  test('of one project are not those of another', async () => {
    const other = site.jira.state.projects.find(({ key }) => key === 'OTH')?.id ?? '';
    await site.runSetup([other]);
    expect((await readView(site, site.people.admin, other)).saved?.settings.bands).toEqual({
      Medium: 5,
      High: 10,
      Critical: 17,
    });
  });
});
