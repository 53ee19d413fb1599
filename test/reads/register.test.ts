/** What an export reads: exactly what was asked for, as far as the person may see it. */
import type { SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { readRegisterOf, readWholeRegister } from '../../src/reads/register';
import { addSecurityLevel } from '../local-jira/seed';
import { requestsOf } from '../fixtures/probe';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';

let site: TestSite;
let setup: SiteSetup;
let deniz: ReturnType<TestSite['as']>;
let mara: ReturnType<TestSite['as']>;

beforeEach(async () => {
  site = await setUpSite();
  setup = await site.setup();
  [deniz, mara] = [site.as(site.people.deniz), site.as(site.people.mara)];
});
afterEach(() => site.close());

const keysOf = (risks: readonly { readonly key: string }[]) => risks.map(({ key }) => key);

async function risks(count: number): Promise<readonly Key[]> {
  const made: Key[] = [];
  for (let index = 0; index < count; index += 1) made.push(await site.risk(`Risk ${index}`));
  return made;
}

test('the risks asked for, in the order asked for; no story among them', async () => {
  const [first, second, third] = await risks(3);
  const story = await site.story('No risk');
  const asked = [third, story, first].map((one) => one!.id);
  expect(keysOf(await readRegisterOf(mara, setup, asked))).toEqual([third!.key, first!.key]);
  expect(keysOf(await readWholeRegister(mara, setup, site.project.id)).sort()).toEqual(
    [first, second, third].map((one) => one!.key).sort(),
  );
});

test('a risk that issue security hides, or that is gone, is not in the file', async () => {
  const [seen, gone] = await risks(2);
  const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
    { type: 'user', accountId: site.people.deniz },
  ]);
  const hidden = await site.risk('canary', { security: { id: level } });
  await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${gone!.id}`);
  const asked = [seen!.id, hidden.id, gone!.id];
  expect(keysOf(await readRegisterOf(mara, setup, asked))).toEqual([seen!.key]);
  expect(JSON.stringify(await readWholeRegister(mara, setup, site.project.id))).not.toContain('canary');
  expect(keysOf(await readRegisterOf(deniz, setup, asked))).toEqual([seen!.key, hidden.key]);
});

test('enablers are counted as far as they are seen, those that were dropped apart', async () => {
  const [risk] = await risks(1);
  for (const status of ['Done', 'In Progress', undefined]) {
    const enabler = await site.story(`Enabler ${status}`);
    if (status !== undefined) await site.moveTo(enabler, status);
    await site.link('mitigates', enabler, risk!);
  }
  const [read] = await readWholeRegister(mara, setup, site.project.id);
  expect([read?.progress, read?.dropped]).toEqual([{ done: 1, inProgress: 1, toDo: 1 }, 0]);
});

test('a hundred in one request, and how far it is after each', async () => {
  const made = await risks(205);
  const ids = made.map(({ id }) => id);
  for (const read of [
    (onRead: (count: number) => void) => readRegisterOf(mara, setup, ids, { onRead }),
    (onRead: (count: number) => void) => readWholeRegister(mara, setup, site.project.id, { onRead }),
  ]) {
    site.jira.costs.reset();
    const told: number[] = [];
    expect(await read((count) => told.push(count))).toHaveLength(205);
    expect([told, requestsOf(site).length]).toEqual([[100, 200, 205], 3]);
  }
});

test('stops when nobody wants it any more', async () => {
  const ids = (await risks(101)).map(({ id }) => id);
  site.jira.costs.reset();
  const left = new Error('left');
  await expect(
    readRegisterOf(mara, setup, ids, {
      onRead: () => {
        throw left;
      },
    }),
  ).rejects.toBe(left);
  expect(requestsOf(site)).toHaveLength(1);
});
