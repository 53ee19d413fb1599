/** The mark says of every story what its panel says: one rule, read by the app and by a viewer who sees everything. */
import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { relevant, riskFields } from '../fixtures/fields';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { makeWorld } from '../fixtures/world';
import { deliverAll, missingOn } from './marks';

capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
let site: TestSite;

beforeEach(async () => {
  site = await setUpSite();
});
afterEach(() => site.close());

test('in a world with every case', async () => {
  const { setup, stories, webhook } = await makeWorld(site);
  const more: Key[] = [];
  const risks = [
    undefined,
    webhook,
    await site.risk('Low and nobody’s', riskFields(setup, { likelihood: 1, impact: 1 })),
    await site.risk('Somebody’s', riskFields(setup, { likelihood: 5, impact: 5, owner: site.people.mara })),
  ];
  for (const risk of risks) {
    const story = await site.story('Pay by invoice', relevant(setup));
    if (risk !== undefined) await site.link('mitigates', story, risk);
    more.push(story);
  }
  const all = [...Object.values(stories), ...more];
  for (const story of all) if (story !== stories.doneUnassessed) await site.moveTo(story, 'In Progress');
  await deliverAll(site);
  const project = await site.projectSetup();
  const shown = await Promise.all(
    all.map(async ({ id, key }) => {
      const { bypass, readiness } = await readStory(site.as(site.people.deniz), setup, project, id);
      return bypass === undefined ? [] : [[key, readiness.missing] as const];
    }),
  );
  expect(Object.keys(missingOn(site)).length).toBeGreaterThan(2);
  expect(missingOn(site)).toEqual(Object.fromEntries(shown.flat()));
});
