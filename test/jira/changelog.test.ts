import { fetchStatusChanges } from '../../src/jira/changelog';
import type { JiraRequest } from '../../src/jira/request';

const item = (from: string, to: string, field = 'status') => ({
  field,
  fieldId: field,
  from,
  fromString: `Status ${from}`,
  to,
  toString: `Status ${to}`,
});

/** Answers with these pages, one after the other, and keeps what it was asked. */
function jiraWith(...pages: readonly unknown[]): { readonly jira: JiraRequest; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const jira: JiraRequest = (_path, init) => {
    const page = pages[asked.length];
    if (typeof init.body === 'string') asked.push(JSON.parse(init.body));
    return Promise.resolve(new Response(JSON.stringify(page)));
  };
  return { jira, asked };
}

describe('changes of status', () => {
  test.each([
    ['milliseconds', 1_795_168_800_000],
    ['seconds, as in Atlassian’s example', 1_795_168_800],
    ['a date', '2026-11-20T11:00:00.000+0100'],
  ])('are told in %s', async (_, created) => {
    const { jira } = jiraWith({
      issueChangeLogs: [{ issueId: '10', changeHistories: [{ created, items: [item('1', '2')] }] }],
    });
    const [change] = (await fetchStatusChanges(jira, ['10'])).get('10') ?? [];
    expect(change).toEqual({
      at: '2026-11-20T10:00:00.000Z',
      by: undefined,
      from: { id: '1', name: 'Status 1' },
      to: { id: '2', name: 'Status 2' },
    });
  });

  test('come newest first, over pages that cut a history in two', async () => {
    const page = (issueId: string, created: number, token?: string) => ({
      issueChangeLogs: [{ issueId, changeHistories: [{ created, items: [item('1', String(created))] }] }],
      nextPageToken: token ?? null,
    });
    const { jira, asked } = jiraWith(page('10', 2000, 'a'), page('10', 9000, 'b'), page('11', 5000));
    const changes = await fetchStatusChanges(jira, ['10', '11', '10']);
    expect(changes.get('10')?.map(({ to }) => to.id)).toEqual(['9000', '2000']);
    expect(changes.get('11')).toHaveLength(1);
    expect(asked).toEqual([
      { issueIdsOrKeys: ['10', '11'], fieldIds: ['status'] },
      { issueIdsOrKeys: ['10', '11'], fieldIds: ['status'], nextPageToken: 'a' },
      { issueIdsOrKeys: ['10', '11'], fieldIds: ['status'], nextPageToken: 'b' },
    ]);
  });

  test('other fields, and a change without words, are no trouble', async () => {
    const items = [item('a', 'b', 'summary'), { fieldId: 'status', from: '1', to: '2' }];
    const { jira } = jiraWith({ issueChangeLogs: [{ issueId: '10', changeHistories: [{ created: 5, items }] }] });
    expect((await fetchStatusChanges(jira, ['10'])).get('10')?.map(({ from, to }) => [from, to])).toEqual([
      [
        { id: '1', name: '' },
        { id: '2', name: '' },
      ],
    ]);
  });

  test('a token that repeats itself ends the reading', async () => {
    const page = { issueChangeLogs: [], nextPageToken: 'same' };
    const { jira, asked } = jiraWith(page, page, page);
    expect((await fetchStatusChanges(jira, ['10'])).size).toBe(0);
    expect(asked).toHaveLength(2);
  });

  test('an id that is none never reaches Jira', async () => {
    const { jira, asked } = jiraWith({});
    await expect(fetchStatusChanges(jira, ['10/../11'])).rejects.toMatchObject({ kind: 'refused' });
    expect(asked).toEqual([]);
  });
});
