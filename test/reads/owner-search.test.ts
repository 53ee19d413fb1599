/** Whom the owners of a file mean, by Jira's own search, and never by a guess. */
import { findOwner } from '../../src/reads/owner-search';
import { addUser } from '../local-jira/seed';
import { setUpSite, type TestSite } from '../fixtures/site';

let site: TestSite;
beforeAll(async () => {
  site = await setUpSite();
});
afterAll(() => site.close());

const find = (text: string, by: 'id' | 'words' = 'words') => findOwner(site.as(site.people.deniz), { by, text });
const idsOf = async (text: string) => {
  const found = await find(text);
  return found.state === 'several' ? found.people.map(({ accountId }) => accountId) : found.state;
};

test('a whole name that one person has', async () => {
  expect(await find('Mara Lindqvist')).toMatchObject({ state: 'found', person: { accountId: site.people.mara } });
  expect(await find('  mara   lindqvist ')).toMatchObject({ state: 'found', person: { accountId: site.people.mara } });
});

test('a part of a name is nobody for certain, also where only one person has it', async () => {
  expect(await idsOf('Mara')).toEqual([site.people.mara]);
});

test('two people of one name are never told apart by chance', async () => {
  const [one, other] = ['Alex Kim', 'Alex Kim'].map((displayName) => addUser(site.jira.state, { displayName }).id);
  expect(await idsOf('Alex Kim')).toEqual([one, other]);
});

test('an address that Jira shows is certain; one that it hides is for a person to confirm', async () => {
  const emailOf = (id: string) => site.jira.state.users.require(id).emailAddress;
  // One's own address is the only one that Jira shows here.
  expect(await find(emailOf(site.people.deniz).toUpperCase())).toMatchObject({
    state: 'found',
    person: { accountId: site.people.deniz },
  });
  expect(await idsOf(emailOf(site.people.mara))).toEqual([site.people.mara]);
});

test('nobody', async () => {
  expect(await find('Zoe Unknown')).toEqual({ state: 'nobody' });
});

test('an account by its id, also a closed one, which no name leads to; not what is no id', async () => {
  expect(await find(site.people.mara, 'id')).toMatchObject({ state: 'found', person: { name: 'Mara Lindqvist' } });
  const left = addUser(site.jira.state, { displayName: 'Left Long Ago' });
  site.jira.state.users.put({ ...left, active: false });
  expect(await find(left.id, 'id')).toMatchObject({ state: 'found', person: { active: false } });
  expect(await find('Left Long Ago')).toEqual({ state: 'nobody' });
  for (const wrong of ['nobody-at-all', '../me', 'a b', 'x&accountId=y']) {
    expect(await find(wrong, 'id')).toEqual({ state: 'nobody' });
  }
});
