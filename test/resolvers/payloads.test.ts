/** What a hostile or careless user could send, through the manifest's resolver function. */
import { capturedLog } from '../fixtures/captured-log';
import { ON_ISSUE, type Operation, OPERATIONS, payloadsOf, refused, SEEING_ISSUE } from '../fixtures/operations';
import { requestsOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';

capturedLog();

describe('what may come in', () => {
  let site: TestSite;
  let story: Key;
  let risk: Key;
  beforeAll(async () => {
    site = await setUpSite();
    story = await site.story('Save card');
    risk = await site.risk('Card data in logs');
  });
  beforeEach(() => site.jira.costs.reset());
  afterAll(() => site.close());
  const payloads = (issueId: string) => payloadsOf(site, issueId, risk.id);

  test.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    '',
    'getSetup ',
    'GETSETUP',
  ])('%j is no operation, and the answer tells nothing', async (name) => {
    const answer = await site.invokeRaw(site.people.mara, name, {});
    expect(answer).toEqual(refused('unknown-operation'));
    expect(JSON.stringify(answer)).not.toMatch(/installContext|license|accountId/);
  });

  const BAD_IDS: readonly unknown[] = [
    'SHOP-1',
    '1e4',
    '-1',
    'NaN',
    '10001 OR 1=1',
    '10000%2fcomment',
    '../10000',
    '10000/../10001',
    'A-1;x=1',
    '0',
    '',
    ' 10000',
    '10000\n',
    10000,
    ['10000'],
    { toString: '10000' },
    null,
    true,
  ];

  /** What the issue is called in a payload, where it is not `issueId`. */
  const SUBJECT: Partial<Record<Operation, string>> = { createRisk: 'storyId', createEnablers: 'subjectId' };

  test.each([...ON_ISSUE, ...SEEING_ISSUE])('%s takes nothing but a numeric id', async (operation) => {
    for (const id of BAD_IDS) {
      const payload = {
        ...(payloads(story.id)[operation] as object),
        [SUBJECT[operation] ?? 'issueId']: id,
      };
      expect(await site.invokeRaw(site.people.mara, operation, payload)).toEqual(refused('invalid-input'));
    }
    expect(requestsOf(site)).toEqual([]);
  });

  test('lists: none, too many, wrong ones', async () => {
    const ids = (many: number) => Array.from({ length: many }, (_, index) => String(10_000 + index));
    for (const otherIssueIds of [[], ids(26), ids(10_000), [risk.id, 'x'], 'x', null, { 0: risk.id, length: 1 }]) {
      const payload = { issueId: story.id, verb: 'reduces', otherIssueIds };
      expect(await site.invokeRaw(site.people.mara, 'linkIssues', payload)).toEqual(refused('invalid-input'));
    }
    for (const projectIds of [ids(51), ['SHOP'], [`${site.project.id}#admin`], 'x', undefined]) {
      expect(await site.invokeRaw(site.people.mara, 'getSetup', { projectIds })).toEqual(refused('invalid-input'));
    }
    expect(requestsOf(site)).toEqual([]);
  });

  test.each(OPERATIONS)('%s: wrong types, nothing, and a thousand levels are refused', async (operation) => {
    let deep: unknown = 'x';
    for (let level = 0; level < 1000; level += 1) deep = { issueId: deep };
    // What an operation does not take is dropped, so that anything may be in a payload of which it takes nothing.
    const takesNothing = Object.keys(payloads(story.id)[operation] as object).length === 0;
    const anything = [undefined, null, [], deep, { issueId: {} }];
    for (const payload of [7, 'x', true, ...(takesNothing ? [] : anything)]) {
      expect(await site.invokeRaw(site.people.mara, operation, payload)).toEqual(refused('invalid-input'));
    }
    expect(requestsOf(site)).toEqual([]);
  });

  test('more than Forge takes never arrives', async () => {
    const payload = { ...(payloads(story.id).createRisk as object), summary: 'x'.repeat(600_000) };
    await expect(site.invokeRaw(site.people.mara, 'createRisk', payload)).rejects.toThrow('Forge allows');
  });

  test("keys that nobody asked for reach neither Jira nor an object's prototype", async () => {
    const payload = JSON.parse(
      `{"issueId":"${story.id}","assessment":{"relevance":"relevant","__proto__":{"polluted":true}},"fields":{"summary":"x"},"__proto__":{"polluted":true},"customfield_10010":1}`,
    ) as unknown;
    expect(await site.invokeRaw(site.people.mara, 'assessRelevance', payload)).toMatchObject({ ok: true });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(site.jira.state.issues.require(story.id).summary).toBe('Save card');
  });
});
