import { findAssignable, getPeople } from '../../src/jira/people';
import { jiraAs } from '../fixtures/jira-request';
import { settingsSite, type SettingsSite } from '../settings/settings-site';

let site: SettingsSite;
beforeAll(async () => {
  site = await settingsSite();
});

const asMara = () => jiraAs(site.jira, site.people.mara);

test('people who can be given an issue are found by the beginning of a name', async () => {
  const { id } = await site.risk('Account takeover', {});
  const everybody = await findAssignable(asMara(), id, '', 50);
  expect(everybody.map(({ accountId }) => accountId)).toContain(site.people.mara);
  const mara = everybody.find(({ accountId }) => accountId === site.people.mara);
  const found = await findAssignable(asMara(), id, ` ${mara?.name.slice(0, 3) ?? ''} `, 50);
  expect(found.map(({ accountId }) => accountId)).toContain(site.people.mara);
  expect(await findAssignable(asMara(), id, 'nobody at all', 50)).toEqual([]);
  expect(await findAssignable(asMara(), id, '', 1)).toHaveLength(1);
});

test('text that looks like another parameter stays text', async () => {
  const { id } = await site.risk('Account takeover', {});
  expect(await findAssignable(asMara(), id, '&issueId=1&query=', 50)).toEqual([]);
});

test('an issue is named by its id or key, never by a path', async () => {
  await expect(findAssignable(asMara(), '../user', 'a', 5)).rejects.toThrow();
});

test('people by their ids; nobody is asked for nobody', async () => {
  const people = await getPeople(asMara(), [site.people.mara, 'who-is-gone']);
  expect(people.map(({ accountId }) => accountId)).toEqual([site.people.mara]);
  const never = () => Promise.reject(new Error('asked'));
  expect(await getPeople(never, [])).toEqual([]);
});
