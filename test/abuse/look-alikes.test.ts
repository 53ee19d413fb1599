/** Names that look like ours, or like somebody's. Row 112. */
import { findOwner } from '../../src/reads/owner-search';
import { readRisk } from '../../src/reads/risk';
import { counts, numbers, readGadget } from '../fixtures/gadget';
import { rest, setUpSite, TODAY, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';
import { path } from '../../src/jira/request';
import { addUser, ISSUE_TYPE } from '../local-jira/seed';

let site: TestSite;
let world: World;
beforeAll(async () => {
  site = await setUpSite();
  world = await makeWorld(site);
});
afterAll(() => site.close());

/** With letters of another alphabet that look the same. */
const disguised = (text: string) =>
  text.replace(/[aeiopc]/g, (letter) => ({ a: 'а', e: 'е', i: 'і', o: 'о', p: 'р', c: 'с' })[letter] ?? letter);
const gadget = async () => numbers(counts(await readGadget(site, site.people.mara, [await site.projectSetup()])));

test('links of a type that reads like ours to people count as nothing', async () => {
  const { mitigates } = world.setup.linkTypes;
  const { linkTypes } = site.jira.state;
  const ours = linkTypes.require(mitigates.id);
  const theirs = linkTypes.put({
    id: '10950',
    name: disguised(ours.name),
    inward: disguised(ours.inward),
    outward: disguised(ours.outward),
  });
  expect(theirs.inward).not.toBe(ours.inward);
  const before = [
    await gadget(),
    (await readRisk(site.as(site.people.mara), world.setup, world.webhook.id, TODAY)).progress,
  ];
  await rest(site.as(site.people.deniz), 'POST', path`/rest/api/3/issueLink`, {
    type: { id: theirs.id },
    inwardIssue: { id: world.enablers.done.id },
    outwardIssue: { id: world.webhook.id },
  });
  const after = [
    await gadget(),
    (await readRisk(site.as(site.people.mara), world.setup, world.webhook.id, TODAY)).progress,
  ];
  expect(after).toEqual(before);
});

test('issues of a type that is called like ours are no risks', async () => {
  const { issueTypes } = site.jira.state;
  const before = await gadget();
  const ours = issueTypes.require(world.setup.riskTypeId);
  for (const [place, name] of [disguised(ours.name), `${ours.name} `, ours.name.toUpperCase()].entries()) {
    const theirs = issueTypes.put({ ...issueTypes.require(ISSUE_TYPE.task), id: String(10_960 + place), name });
    site.jira.bulkLoad([{ projectId: site.project.id, typeId: theirs.id, summary: 'Free of risk' }]);
  }
  expect(await gadget()).toEqual(before);
});

test('an owner whose name looks like another’s is whoever is spelt like that, letter by letter', async () => {
  const impostor = addUser(site.jira.state, { displayName: disguised('Mara Lindqvist') }).id;
  const find = async (text: string) => {
    const found = await findOwner(site.as(site.people.deniz), { by: 'words', text });
    return found.state === 'found' ? found.person.accountId : found.state;
  };
  expect(await find('Mara Lindqvist')).toBe(site.people.mara);
  expect(await find(disguised('Mara Lindqvist'))).toBe(impostor);
});
