import * as v from 'valibot';
import { createLocalJira, type LocalJira } from '../local-jira';
import { ADMIN_ACCOUNT_ID, addUser } from '../local-jira/seed';
import { newProject, NewProjectBody } from './new-project';
import { peopleOf } from './people';

const MARA = { accountId: 'mara', displayName: 'Mara Lindqvist' };

function site(): { jira: LocalJira; make: (wanted: unknown, as?: string) => ReturnType<typeof rowOf> } {
  const jira = createLocalJira();
  addUser(jira.state, MARA);
  const make = (wanted: unknown, as: string = ADMIN_ACCOUNT_ID) => {
    const person = peopleOf(jira.state).find(({ accountId }) => accountId === as)!;
    const { key } = newProject(jira, person, v.parse(NewProjectBody, wanted));
    return rowOf(jira, key);
  };
  return { jira, make };
}

function rowOf({ state }: LocalJira, key: string) {
  return state.projects.find((project) => project.key === key)!;
}

it('makes a company-managed project with schemes of its own, or another one’s', () => {
  const { make } = site();
  const first = make({ name: 'First', key: 'ONE', managed: 'company' });
  const second = make({ name: 'Second', key: 'TWO', managed: 'company' });
  const third = make({ name: 'Third', key: 'TRI', managed: 'company', sharesSchemesWith: 'ONE' });
  expect(second.issueTypeSchemeId).not.toBe(first.issueTypeSchemeId);
  expect([third.style, third.issueTypeSchemeId, third.workflowSchemeId]).toEqual([
    'classic',
    first.issueTypeSchemeId,
    first.workflowSchemeId,
  ]);
});

it('makes a team-managed project in which everybody can work', async () => {
  const { jira, make } = site();
  const project = make({ name: 'Partner', key: 'PART', managed: 'team' });
  expect(project.style).toBe('next-gen');
  const answer = await jira.fetch(
    new Request('http://jira/rest/api/3/issue', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${jira.issueToken({ type: 'user', accountId: MARA.accountId }, 'all')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ fields: { project: { key: 'PART' }, issuetype: { name: 'Story' }, summary: 'First' } }),
    }),
  );
  expect(answer.status).toBe(201);
});

it.each([
  ['a taken key', { name: 'Other', key: 'ONE', managed: 'company' }, 'the key ONE exists'],
  ['a taken name', { name: 'first', key: 'TWO', managed: 'company' }, 'called first exists'],
  ['a key of no shape', { name: 'Other', key: 'no key', managed: 'company' }, 'two to ten capital letters'],
  ['no name', { name: ' ', key: 'TWO', managed: 'company' }, 'needs a name'],
  [
    'schemes of a team-managed project',
    { name: 'Other', key: 'TWO', managed: 'company', sharesSchemesWith: 'PART' },
    'PART is no company-managed project',
  ],
])('refuses %s', (_what, wanted, sentence) => {
  const { make } = site();
  make({ name: 'First', key: 'ONE', managed: 'company' });
  make({ name: 'Partner', key: 'PART', managed: 'team' });
  expect(() => make(wanted)).toThrow(sentence);
});

it('is for Jira admins', () => {
  const { make } = site();
  expect(() => make({ name: 'First', key: 'ONE', managed: 'company' }, MARA.accountId)).toThrow('Only Jira admins');
});
