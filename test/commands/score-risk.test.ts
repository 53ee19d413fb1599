import { levelOf, SCALE } from '../../src/domain/level';
import type { SiteSetup } from '../../src/domain/site-setup';
import { readRisk } from '../../src/reads/risk';
import { capturedLog } from '../fixtures/captured-log';
import { writesOf } from '../fixtures/probe';
import { setUpSite, TODAY, type Key, type TestSite } from '../fixtures/site';

capturedLog();

describe('scoring a risk', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let risk: Key;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
    risk = await site.risk('Account takeover');
  });
  afterAll(() => site.close());

  test('every cell of the matrix: likelihood, impact and level agree, inherent and residual apart', async () => {
    for (const likelihood of SCALE) {
      for (const impact of SCALE) {
        const score = { likelihood, impact };
        const mirrored = { likelihood: impact, impact: likelihood };
        const level = levelOf(score);
        expect(
          await site.invoke(site.people.deniz, 'scoreRisk', { issueId: risk.id, kind: 'inherent', ...score }),
        ).toEqual({ ok: true, value: { level } });
        await site.invoke(site.people.deniz, 'scoreRisk', { issueId: risk.id, kind: 'residual', ...mirrored });
        expect(await readRisk(site.as(site.people.deniz), setup, risk.id, TODAY)).toMatchObject({
          inherent: score,
          residual: mirrored,
          level,
          residualLevel: level,
        });
      }
    }
  });

  test('one write', async () => {
    site.jira.costs.reset();
    await site.invoke(site.people.deniz, 'scoreRisk', { issueId: risk.id, kind: 'inherent', likelihood: 5, impact: 5 });
    expect(writesOf(site)).toEqual(['PUT /rest/api/3/issue/{issueIdOrKey}']);
  });

  test('a story has no score, a viewer no say', async () => {
    const story = await site.story('Save card');
    const score = { kind: 'inherent', likelihood: 5, impact: 5 } as const;
    expect(await site.invoke(site.people.deniz, 'scoreRisk', { issueId: story.id, ...score })).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(await site.invoke(site.people.priya, 'scoreRisk', { issueId: risk.id, ...score })).toEqual({
      ok: false,
      error: { code: 'no-permission' },
    });
  });

  test.each([0, 6, 2.5, '3', NaN, null])('%j is no rating', async (likelihood) => {
    const given = { issueId: risk.id, kind: 'inherent', likelihood, impact: 3 };
    expect(await site.invokeRaw(site.people.deniz, 'scoreRisk', given)).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });
});
