/** The report of a project through the real door: its draft, freezing, and what is kept. */
import type { ReportNumbers, ReportText } from '../../src/domain/report';
import { emptyText } from '../../src/domain/report';
import { reportNumbers } from '../fixtures/report';
import { setUpSite, TODAY, valueOf, type TestSite } from '../fixtures/site';

let site: TestSite;
let projectId: string;
beforeAll(async () => {
  site = await setUpSite();
});
afterAll(() => site.close());

let count = 0;
beforeEach(async () => {
  // Every test has a project of its own.
  count += 1;
  const made = await newProject(`P${String(count)}X`);
  projectId = made;
});

async function newProject(key: string): Promise<string> {
  const { addProject, grant } = await import('../local-jira/seed');
  const { state } = site.jira;
  const project = addProject(state, { key, name: `Project ${key}`, leadAccountId: site.people.mara });
  grant(state, project, site.people.mara, 'member');
  grant(state, project, site.people.deniz, 'member');
  grant(state, project, site.people.priya, 'viewer');
  await site.runSetup([project.id]);
  return project.id;
}

/** As another page of the project asks: the fixture's own context names SHOP, which only admins' operations look at. */
const read = async (who = site.people.mara) => valueOf(await site.invoke(who, 'readReports', { projectId }));
const save = (revision: number, text: Partial<ReportText>, who = site.people.mara) =>
  site.invoke(who, 'saveReportDraft', { projectId, revision, draft: { ...emptyText(), ...text } });
const freeze = (
  revision: number,
  idempotencyKey: string,
  changes: Partial<ReportNumbers> = {},
  who = site.people.mara,
) => site.invoke(who, 'freezeReport', { projectId, revision, numbers: { ...NUMBERS, ...changes }, idempotencyKey });

const KEY = 'report-test-key-0001';
const NUMBERS = reportNumbers();

const ENTRY = {
  day: '2026-11-16',
  text: 'An order export went to the wrong partner.',
  source: 'Support',
  closed: true,
};

describe('the draft', () => {
  test('is empty at first', async () => {
    expect(await read()).toEqual({ draft: { revision: 0, ...emptyText() }, frozen: [] });
  });

  test('is what was saved last, for everybody who may browse the project', async () => {
    const blocks = {
      ...emptyText().blocks,
      events: { kind: 'typed', light: 'watch', number: 1, entries: [ENTRY] },
      vulnerabilities: { kind: 'counted', jql: 'labels = cve', text: 'weak spots', watch: 1, act: 10 },
    } as const;
    const saved = valueOf(await save(0, { headline: '  All quiet.  ', blocks }));
    expect(saved).toEqual({ revision: 1, headline: 'All quiet.', blocks, decisions: [] });
    expect((await read(site.people.priya)).draft).toEqual(saved);
  });

  test('keeps the day from which a first report looks back', async () => {
    const draft = { ...emptyText(), from: '2026-10-01' };
    valueOf(await site.invoke(site.people.mara, 'saveReportDraft', { projectId, revision: 0, draft }));
    expect((await read()).draft.from).toBe('2026-10-01');
  });

  test('of two saves of one revision, the second is a conflict and writes nothing', async () => {
    valueOf(await save(0, { headline: 'Mine' }));
    expect(await save(0, { headline: 'Yours' }, site.people.deniz)).toEqual({ ok: false, error: { code: 'conflict' } });
    expect((await read()).draft.headline).toBe('Mine');
  });

  test('two saves at the same moment: exactly one wins', async () => {
    const answers = await Promise.all(['One', 'Two', 'Three'].map((headline) => save(0, { headline })));
    const [won, ...more] = answers.filter((answer) => answer.ok);
    expect(more).toEqual([]);
    expect((await read()).draft).toEqual(won && valueOf(won));
  });

  test('a save whose answer was lost can be sent again', async () => {
    const first = valueOf(await save(0, { headline: 'Once' }));
    expect(valueOf(await save(0, { headline: 'Once' }))).toEqual(first);
  });

  test.each<[string, unknown]>([
    ['a headline of more than 100 characters', { ...emptyText(), headline: 'x'.repeat(101) }],
    ['a line break in a text', { ...emptyText(), headline: 'a\nb' }],
    ['a day that does not exist', withEvents({ entries: [{ ...ENTRY, day: '2026-02-30' }] })],
    ['an entry without a word', withEvents({ entries: [{ ...ENTRY, text: ' ' }] })],
    ['seven entries', withEvents({ entries: Array.from({ length: 7 }, () => ENTRY) })],
    ['a negative number', withEvents({ number: -1 })],
    ['a light that nobody can choose', withEvents({ light: 'noData' })],
    [
      'thresholds that do not rise',
      {
        ...emptyText(),
        blocks: { ...emptyText().blocks, events: { kind: 'counted', jql: 'a = 1', text: '', watch: 5, act: 5 } },
      },
    ],
    ['no blocks', { headline: '', decisions: [] }],
  ])('%s is refused', async (_what, draft) => {
    const answer = await site.invokeRaw(site.people.mara, 'saveReportDraft', { projectId, revision: 0, draft });
    expect(answer).toEqual({ ok: false, error: { code: 'invalid-input' } });
    expect((await read()).draft.revision).toBe(0);
  });

  function withEvents(changes: object) {
    const text = emptyText();
    return { ...text, blocks: { ...text.blocks, events: { ...text.blocks.events, ...changes } } };
  }
});

describe('freezing', () => {
  test('keeps the numbers and the text, and the next draft begins without its words', async () => {
    const blocks = {
      events: { kind: 'typed', light: 'watch', entries: [ENTRY] },
      attempts: { kind: 'typed', light: 'onTrack', number: 1240, entries: [] },
      vulnerabilities: { kind: 'counted', jql: 'labels = cve', text: 'weak spots', watch: 1, act: 10 },
    } as const;
    const text = { headline: 'Four risks closed.', blocks, decisions: [{ text: 'Ship 8.4?', who: 'Steering group' }] };
    valueOf(await save(0, text));
    const { report, draft } = valueOf(await freeze(1, KEY, { counted: { vulnerabilities: 9 } }));
    expect(report).toEqual({
      number: 1,
      frozenAt: report.frozenAt,
      text,
      numbers: { ...NUMBERS, counted: { vulnerabilities: 9 } },
    });
    expect(Math.abs(Date.parse(report.frozenAt) - Date.now())).toBeLessThan(60_000);
    expect(draft).toEqual({
      revision: 2,
      headline: '',
      blocks: { ...emptyText().blocks, vulnerabilities: blocks.vulnerabilities },
      decisions: [],
    });
    expect(await read(site.people.priya)).toEqual({
      draft,
      frozen: [
        { number: 1, frozenAt: report.frozenAt, day: TODAY, open: 14, team: { attempts: 1240, vulnerabilities: 9 } },
      ],
      last: report,
    });
  });

  test('each report comes with the one before it', async () => {
    const first = valueOf(await freeze(0, KEY)).report;
    const { revision } = (await read()).draft;
    const second = valueOf(await freeze(revision, `${KEY}b`, { closedCount: 9 })).report;
    const answer = await site.invoke(site.people.priya, 'readReport', { projectId, number: 2 });
    expect(valueOf(answer)).toEqual({ report: second, before: first });
    expect(valueOf(await site.invoke(site.people.mara, 'readReport', { projectId, number: 1 }))).toEqual({
      report: first,
    });
    expect((await read()).frozen.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('the same key twice freezes once, also at the same moment and after the next draft', async () => {
    const [one, two] = await Promise.all([freeze(0, KEY), freeze(0, KEY)]);
    expect(one.ok || two.ok).toBe(true);
    valueOf(await save((await read()).draft.revision, { headline: 'The next one' }));
    const again = valueOf(await freeze(0, KEY));
    expect(again.report.number).toBe(1);
    expect(again.draft.headline).toBe('The next one');
    expect((await read()).frozen).toHaveLength(1);
  });

  test('of two people at the same moment, one freezes and the other hears of it', async () => {
    const answers = await Promise.all([freeze(0, KEY), freeze(0, `${KEY}b`, {}, site.people.deniz)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'conflict' } });
    expect((await read()).frozen).toHaveLength(1);
  });

  test('a draft that somebody changed meanwhile is not frozen', async () => {
    valueOf(await save(0, { headline: 'New' }));
    expect(await freeze(0, KEY)).toEqual({ ok: false, error: { code: 'conflict' } });
    expect((await read()).frozen).toEqual([]);
  });

  test('a report that is not there is not found', async () => {
    expect(await site.invoke(site.people.mara, 'readReport', { projectId, number: 1 })).toEqual({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  test.each<[string, unknown]>([
    ['an id that is none', { ...NUMBERS, closed: ['10001/../x'] }],
    ['a number that is none', { ...NUMBERS, unowned: 1.5 }],
    ['more issues than are listed', { ...NUMBERS, closed: Array.from({ length: 21 }, () => '1') }],
    ['a light that does not exist', { ...NUMBERS, lights: { ...NUMBERS.lights, events: 'green' } }],
  ])('%s is refused', async (_what, numbers) => {
    const payload = { projectId, revision: 0, numbers, idempotencyKey: KEY };
    expect(await site.invokeRaw(site.people.mara, 'freezeReport', payload)).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  test('what is not a number of the report is dropped', async () => {
    const numbers = {
      ...NUMBERS,
      summary: 'Account takeover',
      worse: [{ ...NUMBERS.worse[0], title: 'Account takeover' }],
    };
    const payload = { projectId, revision: 0, numbers, idempotencyKey: KEY };
    await site.invokeRaw(site.people.mara, 'freezeReport', payload);
    expect(JSON.stringify(site.forge.kvs(site.site).values())).not.toContain('Account takeover');
  });
});

describe('who may', () => {
  test('a reader of the project reads, and neither saves nor freezes', async () => {
    const refused = { ok: false, error: { code: 'no-permission' } };
    expect(await save(0, {}, site.people.priya)).toEqual(refused);
    expect(await freeze(0, KEY, {}, site.people.priya)).toEqual(refused);
    expect((await read()).frozen).toEqual([]);
  });

  test('who may not see the project hears what is said of one that does not exist', async () => {
    valueOf(await freeze(0, KEY));
    const asked = (id: string) => [
      site.invoke(site.people.guest, 'readReports', { projectId: id }),
      site.invoke(site.people.guest, 'readReport', { projectId: id, number: 1 }),
    ];
    const answers = await Promise.all([...asked(projectId), ...asked('999999')]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  test('a project that Shift-Up was not added to has no report', async () => {
    const { addProject, grant } = await import('../local-jira/seed');
    const other = addProject(site.jira.state, {
      key: `N${String(count)}`,
      name: `N ${String(count)}`,
      leadAccountId: site.people.mara,
    });
    grant(site.jira.state, other, site.people.mara, 'member');
    expect(await site.invoke(site.people.mara, 'readReports', { projectId: other.id })).toEqual({
      ok: false,
      error: { code: 'not-set-up' },
    });
  });

  test('nobody who is not signed in', async () => {
    expect(await site.invoke(undefined, 'readReports', { projectId })).toEqual({
      ok: false,
      error: { code: 'not-signed-in' },
    });
  });
});

test('nothing of a person is stored: no account id, whoever wrote and froze', async () => {
  valueOf(await save(0, { headline: 'By Mara' }));
  valueOf(await freeze(1, KEY));
  const stored = JSON.stringify(
    Object.fromEntries(Object.entries(site.forge.kvs(site.site).values()).filter(([key]) => key.startsWith('report'))),
  );
  expect(stored).toContain('By Mara');
  for (const accountId of Object.values(site.people)) expect(stored).not.toContain(accountId);
});

// The last one: a disturbance that hit nothing waits for the next call.
describe('killed in the middle', () => {
  test('after any write, freezing again with the same key leaves one report and an empty draft', async () => {
    for (let atCall = 1; ; atCall += 1) {
      projectId = await newProject(`K${String(count)}A${String(atCall)}`);
      valueOf(await save(0, { headline: 'To be frozen' }));
      const armed = site.forge.disturb(site.site, {
        atCall,
        by: 'kill after',
        counts: ({ changes }) => changes,
      });
      await freeze(1, KEY).catch(() => undefined);
      if (armed.hit === undefined) break;
      const { report, draft } = valueOf(await freeze(1, KEY));
      expect([report.number, report.text.headline, draft.headline]).toEqual([1, 'To be frozen', '']);
      expect((await read()).frozen).toHaveLength(1);
    }
  });
});
