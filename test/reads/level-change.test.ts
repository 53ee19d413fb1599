/** Which open risks carry another level than some bands would give them, counted by Jira itself. */
import fc from 'fast-check';
import { LEVELS, SCALE, type LevelBands, type Rating } from '../../src/domain/level';
import { countIssues } from '../../src/jira/search';
import { otherLevelQuery } from '../../src/reads/level-change';
import { riskFields } from '../fixtures/fields';
import { setUpSite, type TestSite } from '../fixtures/site';

const SCORED: readonly (readonly [Rating, Rating])[] = [
  [1, 1],
  [2, 2],
  [1, 5],
  [3, 3],
  [2, 5],
  [4, 4],
  [5, 4],
  [5, 5],
];

describe('risks with another level', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await setUpSite();
    const setup = await site.setup();
    for (const [likelihood, impact] of SCORED) {
      await site.risk(`Scored ${likelihood} × ${impact}`, riskFields(setup, { likelihood, impact }));
    }
    await site.risk('Never scored');
    await site.story('No risk at all');
  });
  afterAll(() => site.close());

  async function counted(bands: LevelBands): Promise<number> {
    const query = otherLevelQuery(await site.setup(), await site.projectSetup(), bands);
    if (query === undefined) throw new Error('nothing to ask');
    return countIssues(site.as(site.people.mara), query);
  }

  /** The rule once more, without the app's: the name of the level by the highest border that the product reaches. */
  function levelBy(product: number, { Medium, High, Critical }: LevelBands): string {
    return product >= Critical ? 'Critical' : product >= High ? 'High' : product >= Medium ? 'Medium' : 'Low';
  }

  test('none, while the bands are those that the risks were scored by', async () => {
    expect(await counted({ Medium: 5, High: 10, Critical: 17 })).toBe(0);
  });

  test('for any bands as many as a count by hand finds; unscored ones never', async () => {
    const rising = fc
      .uniqueArray(fc.integer({ min: 2, max: 25 }), { minLength: 3, maxLength: 3 })
      .map((borders) => borders.sort((a, b) => a - b) as [number, number, number])
      .map(([Medium, High, Critical]) => ({ Medium, High, Critical }));
    await fc.assert(
      fc.asyncProperty(rising, async (bands) => {
        const byHand = SCORED.map(([likelihood, impact]) => likelihood * impact).filter(
          (product) => levelBy(product, bands) !== levelBy(product, { Medium: 5, High: 10, Critical: 17 }),
        );
        expect(await counted(bands)).toBe(byHand.length);
      }),
      { numRuns: 25 },
    );
  });

  test('a residual score counts as well', async () => {
    const setup = await site.setup();
    await site.risk('Mitigated', riskFields(setup, { likelihood: 1, impact: 1, residual: [1, 2] }));
    expect(await counted({ Medium: 2, High: 10, Critical: 17 })).toBe(2);
  });

  test('a project without any field for scores has nothing to ask', async () => {
    const project = await site.projectSetup();
    const own = { riskTypeId: '10100', fields: {}, options: {} };
    expect(
      otherLevelQuery(await site.setup(), { ...project, own }, { Medium: 5, High: 10, Critical: 17 }),
    ).toBeUndefined();
  });

  test('every score that there is has a clause', async () => {
    const query = otherLevelQuery(await site.setup(), await site.projectSetup(), { Medium: 5, High: 10, Critical: 17 });
    const { options } = await site.setup();
    for (const rating of SCALE) expect(query).toContain(options.likelihood[rating]);
    for (const level of LEVELS) expect(query).toContain(options.residualLevel[level]);
  });
});
