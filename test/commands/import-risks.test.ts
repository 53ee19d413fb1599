/** A register from a file, through the manifest's resolver function. */
import type { ImportedRow } from '../../src/contract/risks';
import type { ImportRow } from '../../src/domain/csv/import-row';
import { registerCells } from '../../src/domain/csv/register-row';
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { readWholeRegister } from '../../src/reads/register';
import { addProject, grant } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { NOW, rest, valueOf, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { settingsSite, type SettingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';

const log = capturedLog();
let site: SettingsSite;
let setup: SiteSetup;
let date: TickingDate;

beforeEach(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
  setup = await site.setup();
  site.jira.costs.reset();
});
afterEach(() => {
  site.close();
  date.restore();
});

interface Options {
  readonly who?: string;
  readonly dryRun?: boolean;
  readonly projectId?: string;
}

const send = (rows: readonly object[], { who, dryRun = false, projectId = site.project.id }: Options = {}) =>
  site.invokeRaw(who ?? site.people.deniz, 'importRisks', { projectId, rows, dryRun });
async function bring(rows: readonly ImportRow[], options: Options = {}): Promise<readonly ImportedRow[]> {
  type Answer = Awaited<ReturnType<typeof site.invoke<'importRisks'>>>;
  return valueOf((await send(rows, options)) as Answer).rows;
}
const outcomes = (rows: readonly ImportedRow[]) => rows.map(({ outcome }) => outcome);
const codes = (rows: readonly ImportedRow[]) =>
  rows.map((row) => (row.outcome === 'failed' ? row.error.code : row.outcome));
const keyOf = (row: ImportedRow | undefined) =>
  row === undefined || row.outcome === 'failed' ? undefined : row.issue?.key;
const risks = () => [...site.jira.state.issues.values()].filter(({ typeId }) => typeId === setup.riskTypeId);
/** Time for functions and for Jira. */
const pass = (milliseconds: number) => {
  date.pass(milliseconds);
  site.clock.advance(milliseconds);
};
const stored = () => JSON.stringify(site.forge.kvs(site.site).values());
const register = async (who = site.people.deniz) =>
  (await readWholeRegister(site.as(who), setup, site.project.id)).map((risk) => registerCells(risk));

const WHOLE: ImportRow = {
  externalId: 'R-7',
  summary: 'Card data in debug logs',
  description: 'Seen in the logs of May.\n\nStill there.',
  inherent: { likelihood: 4, impact: 5 },
  residual: { likelihood: 1, impact: 5 },
  treatment: 'Transfer',
  nextReview: '2027-01-31',
  businessImpact: 'A report to the bank.',
  abuseCase: 'An operator reads the logs.',
  assets: ['logs', 'checkout'],
  infoSecReference: 'https://grc.example.com/R-7',
};

describe('a new risk', () => {
  test('has everything that the row says, its levels, and the person as its reporter', async () => {
    const [row] = await bring([{ ...WHOLE, owner: site.people.mara }]);
    expect(row).toMatchObject({ outcome: 'created', issue: { key: expect.stringMatching(/^SHOP-\d+$/) as string } });
    expect(await readWholeRegister(site.as(site.people.deniz), setup, site.project.id)).toEqual([
      {
        key: keyOf(row),
        summary: WHOLE.summary,
        description: WHOLE.description,
        status: 'Identified',
        inherent: WHOLE.inherent,
        level: 'Critical',
        residual: WHOLE.residual,
        residualLevel: 'Medium',
        treatment: 'Transfer',
        owner: { name: 'Mara Lindqvist', accountId: site.people.mara },
        nextReview: '2027-01-31',
        acceptanceExpires: undefined,
        businessImpact: WHOLE.businessImpact,
        abuseCase: WHOLE.abuseCase,
        assets: ['logs', 'checkout'],
        infoSecReference: WHOLE.infoSecReference,
        progress: { done: 0, inProgress: 0, toDo: 0 },
        dropped: 0,
        created: '2026-11-20',
      },
    ]);
    expect(risks()[0]?.reporterId).toBe(site.people.deniz);
  });

  test('is looked at for the first time by its level, unless the row says when', async () => {
    await bring([
      { summary: 'Scored', inherent: { likelihood: 5, impact: 5 } },
      { summary: 'Not scored' },
      { summary: 'Scored, with a day', inherent: { likelihood: 5, impact: 5 }, nextReview: '2027-05-05' },
    ]);
    const read = await readWholeRegister(site.as(site.people.deniz), setup, site.project.id);
    expect(Object.fromEntries(read.map(({ summary, nextReview }) => [summary, nextReview]))).toEqual({
      Scored: '2026-12-20',
      'Not scored': undefined,
      'Scored, with a day': '2027-05-05',
    });
  });

  test('has also what the form of the project does not show', async () => {
    const { screens } = site.jira.state;
    const screen = screens.find(({ name }) => name === 'Shift-Up: Security Risk')!;
    const tabs = screen.tabs.map((tab) => ({
      ...tab,
      fieldIds: tab.fieldIds.filter((id) => id !== setup.fields.treatment && id !== setup.fields.abuseCase),
    }));
    screens.put({ ...screen, tabs });
    expect(outcomes(await bring([WHOLE]))).toEqual(['created']);
    const [read] = await readWholeRegister(site.as(site.people.deniz), setup, site.project.id);
    expect([read?.treatment, read?.abuseCase]).toEqual(['Transfer', WHOLE.abuseCase]);
  });
});

describe('the same row again', () => {
  test.each([
    ['by the id of the file', { externalId: 'R-1', summary: 'Weak reset' }],
    ['by its title', { summary: 'Weak reset' }],
  ])('is known %s and changes nothing', async (_, row: ImportRow) => {
    const [first] = await bring([row]);
    const before = site.jira.snapshot();
    const [second] = await bring([row]);
    expect(second).toEqual({ outcome: 'unchanged', issue: first?.outcome === 'created' ? first.issue : undefined });
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('changes only what it says otherwise, and says which', async () => {
    const [created] = await bring([WHOLE]);
    site.jira.costs.reset();
    const changed: ImportRow = {
      externalId: 'R-7',
      summary: 'Card data in logs',
      residual: { likelihood: 1, impact: 1 },
      treatment: 'Transfer',
    };
    expect(await bring([changed])).toEqual([
      {
        outcome: 'updated',
        issue: { id: expect.any(String) as string, key: keyOf(created) },
        changed: ['summary', 'residual'],
      },
    ]);
    expect(writesOf(site)).toEqual(['PUT /rest/api/3/issue/{issueIdOrKey}']);
    const [read] = await readWholeRegister(site.as(site.people.deniz), setup, site.project.id);
    expect(read).toMatchObject({
      summary: 'Card data in logs',
      residualLevel: 'Low',
      description: WHOLE.description,
      abuseCase: WHOLE.abuseCase,
    });
  });

  test('is known while Jira’s search does not know the risk yet', async () => {
    site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
    const [first] = await bring([WHOLE]);
    const [second] = await bring([WHOLE]);
    expect([second?.outcome, keyOf(second)]).toEqual(['unchanged', keyOf(first)]);
    expect(risks()).toHaveLength(1);
  });

  test('is known long after the app forgot it', async () => {
    const [first] = await bring([WHOLE]);
    await site.forge.uninstall(site.site);
    site.forge.installAgain(site.site);
    await site.runSetup([site.project.id]);
    const [second] = await bring([WHOLE]);
    expect([second?.outcome, keyOf(second)]).toEqual(['unchanged', keyOf(first)]);
  });

  test('keeps the formatting of a text that says the same', async () => {
    const [created] = await bring([{ summary: 'Formatted', description: 'One thing and another' }]);
    const document = {
      version: 1,
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'One thing ' },
            { type: 'text', text: 'and another', marks: [{ type: 'strong' }] },
          ],
        },
      ],
    };
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${keyOf(created) ?? ''}`, {
      fields: { description: document },
    });
    expect(outcomes(await bring([{ summary: 'Formatted', description: 'One thing\nand another' }]))).toEqual([
      'unchanged',
    ]);
  });

  test('makes the risk anew when somebody deleted it', async () => {
    const [first] = await bring([WHOLE]);
    await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${keyOf(first) ?? ''}`);
    const [second] = await bring([WHOLE]);
    expect(second?.outcome).toBe('created');
    expect(keyOf(second)).not.toBe(keyOf(first));
    expect(outcomes(await bring([WHOLE]))).toEqual(['unchanged']);
  });

  test('in another project is another risk', async () => {
    await bring([WHOLE]);
    const other = addProject(site.jira.state, { key: 'LOY', name: 'Loyalty', leadAccountId: site.people.mara });
    grant(site.jira.state, other, site.people.deniz, 'member');
    await site.runSetup([other.id]);
    const [there] = await bring([WHOLE], { projectId: other.id });
    expect([there?.outcome, keyOf(there)]).toEqual(['created', 'LOY-1']);
  });

  test('two at the same moment make one', async () => {
    const both = await Promise.all([bring([WHOLE]), bring([WHOLE])]);
    expect(risks()).toHaveLength(1);
    expect(both.flatMap(codes).sort()).toEqual(['conflict', 'created']);
    expect(outcomes(await bring([WHOLE]))).toEqual(['unchanged']);
  });

  test('a copy of the risk, marks and all, is not taken for it', async () => {
    const [first] = await bring([WHOLE]);
    const copy = await site.risk('A copy');
    const mark = (await rest(
      site.as(site.people.deniz),
      'GET',
      path`/rest/api/3/issue/${keyOf(first) ?? ''}/properties/${'shift-up.import'}`,
    )) as { value: unknown };
    await rest(
      site.as(site.people.deniz),
      'PUT',
      path`/rest/api/3/issue/${copy.id}/properties/${'shift-up.import'}`,
      mark.value,
    );
    expect(keyOf((await bring([WHOLE]))[0])).toBe(keyOf(first));
  });
});

describe('rows with keys', () => {
  let risk: Key;
  beforeEach(async () => {
    const { id, key } = await site.risk('Account takeover');
    risk = { id, key };
  });

  test('change the risk of that key', async () => {
    const [row] = await bring([{ key: risk.key, summary: 'Account takeover', treatment: 'Avoid' }]);
    expect(row).toEqual({ outcome: 'updated', issue: risk, changed: ['treatment'] });
  });

  test('of what is no risk of this project, or of what the person may not see, change nothing', async () => {
    const story = await site.story('Save card');
    const other = addProject(site.jira.state, { key: 'HIDE', name: 'Hidden', leadAccountId: site.people.admin });
    await site.runSetup([other.id]);
    const fields = { project: { id: other.id }, issuetype: { id: setup.riskTypeId }, summary: 'canary' };
    const hidden = (await rest(site.as(site.people.admin), 'POST', path`/rest/api/3/issue`, { fields })) as Key;
    const before = site.jira.snapshot();
    const keys = [story.key, hidden.key, 'SHOP-999'];
    expect(codes(await bring(keys.map((key) => ({ key, summary: 'Changed' }))))).toEqual(keys.map(() => 'not-found'));
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('twice in one call: the second is refused', async () => {
    const rows = ['Once', 'Twice'].map((summary) => ({ key: risk.key, summary }));
    expect(codes(await bring(rows))).toEqual(['updated', 'invalid-input']);
    expect(risks().map(({ summary }) => summary)).toEqual(['Once']);
  });
});

describe('a dry run', () => {
  test('says the same as the import, and writes nothing, neither to Jira nor to the app', async () => {
    const { id, key } = await site.risk('Known');
    const risk = { id, key };
    const [standing] = await bring([{ externalId: 'R-1', summary: 'Stands' }]);
    const rows: ImportRow[] = [
      { key: risk.key, summary: 'Known', treatment: 'Avoid' },
      { externalId: 'R-1', summary: 'Stands' },
      { externalId: 'R-2', summary: 'New' },
      { key: 'SHOP-999', summary: 'Nowhere' },
    ];
    const jira = site.jira.snapshot();
    const kept = stored();
    const would = await bring(rows, { dryRun: true });
    expect(would).toEqual([
      { outcome: 'updated', issue: risk, changed: ['treatment'] },
      { outcome: 'unchanged', issue: standing?.outcome === 'created' ? standing.issue : undefined },
      { outcome: 'created' },
      { outcome: 'failed', error: { code: 'not-found' } },
    ]);
    expect(site.jira.snapshot()).toEqual(jira);
    expect(stored()).toBe(kept);
    expect(outcomes(await bring(rows))).toEqual(outcomes(would));
  });
});

describe('trouble', () => {
  const create = { method: 'POST', path: '/rest/api/3/issue' } as const;

  test('a row that Jira refuses is named in Jira’s words; the others are imported; it can be repeated', async () => {
    const rows: ImportRow[] = [
      { summary: 'Good' },
      { summary: 'Bad owner', owner: 'nobody-at-all' },
      { summary: 'Good too' },
    ];
    const answer = await bring(rows);
    expect(codes(answer)).toEqual(['created', 'jira-refused', 'created']);
    expect(answer[1]).toMatchObject({ error: { message: expect.any(String) as string } });
    expect(codes(await bring([{ summary: 'Bad owner' }]))).toEqual(['created']);
  });

  test('the rate limit stops some rows; the same rows again import only those', async () => {
    site.jira.faults.add({ kind: 'rate-limit', match: create, times: 2, retryAfter: 3 });
    const rows = ['One', 'Two', 'Three'].map((summary) => ({ summary }));
    expect(codes(await bring(rows)).sort()).toEqual(['created', 'rate-limited', 'rate-limited']);
    expect(outcomes(await bring(rows)).sort()).toEqual(['created', 'created', 'unchanged']);
    expect(risks()).toHaveLength(3);
  });

  test('an answer is lost and the search lags: nothing is made twice, now or when the search has caught up', async () => {
    site.jira.faults.add({ kind: 'search-lag', lagMs: 120_000 });
    site.jira.faults.add({ kind: 'timeout-after', match: create, times: 1 });
    expect(codes(await bring([WHOLE]))).toEqual(['jira-unavailable']);
    expect(codes(await bring([WHOLE]))).toEqual(['conflict']);
    pass(180_000);
    expect(codes(await bring([WHOLE]))).toEqual(['unchanged']);
    expect(risks()).toHaveLength(1);
  });

  test('nothing was made and nobody heard so: it is made once the search would know of it', async () => {
    site.jira.faults.add({ kind: 'timeout-before', match: create, times: 1 });
    expect(codes(await bring([WHOLE]))).toEqual(['jira-unavailable']);
    expect(codes(await bring([WHOLE]))).toEqual(['conflict']);
    pass(11 * 60_000);
    expect(codes(await bring([WHOLE]))).toEqual(['created']);
    expect(risks()).toHaveLength(1);
  });
});

describe('who may', () => {
  const row = { summary: 'canary-row' };

  test('nobody without Create issues and Edit issues; for whoever may not see it there is no project', async () => {
    const before = site.jira.snapshot();
    for (const dryRun of [true, false]) {
      expect(await send([row], { who: site.people.priya, dryRun })).toEqual(refused('no-permission'));
      expect(await send([row], { who: site.people.guest, dryRun })).toEqual(refused('not-found'));
      expect(await send([row], { projectId: '987654', dryRun })).toEqual(refused('not-found'));
    }
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('not into a project that Shift-Up was not added to', async () => {
    const other = addProject(site.jira.state, { key: 'PLAIN', name: 'Plain', leadAccountId: site.people.mara });
    grant(site.jira.state, other, site.people.deniz, 'member');
    expect(await send([row], { projectId: other.id })).toEqual(refused('not-set-up'));
  });

  test('only what is listed reaches Jira', async () => {
    await send([
      { ...row, status: 'Closed', reporter: site.people.admin, level: 'Low', [setup.fields.riskLevel]: 'x' },
    ]);
    expect(risks()[0]).toMatchObject({ reporterId: site.people.deniz });
    expect(risks()[0]?.custom[setup.fields.riskLevel]).toBeUndefined();
  });

  test.each<readonly [string, object]>([
    ['no title', { summary: '  ' }],
    ['a title too long', { summary: 'x'.repeat(256) }],
    ['a key that would change a path', { key: 'SHOP-1/../2' }],
    ['a rating that is none', { inherent: { likelihood: 6, impact: 1 } }],
    ['half a score', { inherent: { likelihood: 5 } }],
    ['an account that would change a path', { owner: '../me' }],
    ['a day that does not exist', { nextReview: '2027-02-30' }],
    ['an address that a browser would run', { infoSecReference: 'javascript:alert(1)' }],
    ['an asset with a blank', { assets: ['two words'] }],
    ['a text too long', { description: 'x'.repeat(32_001) }],
    ['control characters', { businessImpact: 'a\u0007b' }],
  ])('%s is refused', async (_, wrong) => {
    expect(await send([{ ...row, ...wrong }])).toEqual(refused('invalid-input'));
  });

  test('no rows, and more than twenty, are refused', async () => {
    expect(await send([])).toEqual(refused('invalid-input'));
    const rows = Array.from({ length: 21 }, (_, index) => ({ summary: `Row ${index}` }));
    expect(await send(rows)).toEqual(refused('invalid-input'));
    expect(outcomes(await bring(rows.slice(1)))).toEqual(rows.slice(1).map(() => 'created'));
  });

  test('what is stored and logged names nobody and quotes nothing', async () => {
    site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '/rest/api/3/issue' }, times: 1 });
    await bring([{ externalId: 'canary-id', summary: 'canary-title', owner: site.people.mara }]);
    await bring([{ externalId: 'canary-other', summary: 'canary-title', owner: site.people.mara }]);
    const kept = stored();
    for (const secret of ['canary', site.people.mara, site.people.deniz]) {
      expect(kept).not.toContain(secret);
      expect(log.lines().join()).not.toContain(secret);
    }
  });
});

test('a team-managed project: what its fields can hold is imported, other parts are refused', async () => {
  const team = await addTeamProject(site);
  const own = setupOf(setup, team.setup);
  const projectId = team.id;
  const row: ImportRow = {
    externalId: 'T-1',
    summary: 'Team risk',
    inherent: { likelihood: 3, impact: 4 },
    owner: site.people.mara,
  };
  expect(outcomes(await bring([row], { projectId }))).toEqual(['created']);
  expect(outcomes(await bring([row], { projectId }))).toEqual(['unchanged']);
  const [read] = await readWholeRegister(site.as(site.people.deniz), own, projectId);
  expect(read).toMatchObject({ level: 'High', owner: { name: 'Mara Lindqvist' } });
  expect(codes(await bring([{ summary: 'More', treatment: 'Avoid' }], { projectId }))).toEqual(['not-set-up']);
});

test('export, import, export again: not one byte is another, and nothing is written', async () => {
  await bring([
    { ...WHOLE, owner: site.people.mara },
    { summary: '=HYPERLINK("http://evil.example")', description: '- one\n- two\n\n@three' },
    { summary: "'=quoted", businessImpact: 'tab\tinside "quotes", commas' },
    { summary: 'Nothing else' },
  ]);
  const exported = await register();
  const keys = (await readWholeRegister(site.as(site.people.deniz), setup, site.project.id)).map((risk): ImportRow => {
    const { key, summary, description, inherent, residual, treatment, owner, nextReview } = risk;
    const { businessImpact, abuseCase, assets, infoSecReference } = risk;
    return {
      key,
      summary,
      ...(description === '' ? {} : { description }),
      ...(inherent ? { inherent } : {}),
      ...(residual ? { residual } : {}),
      ...(treatment ? { treatment } : {}),
      ...(owner ? { owner: owner.accountId } : {}),
      ...(nextReview ? { nextReview } : {}),
      ...(businessImpact === '' ? {} : { businessImpact }),
      ...(abuseCase === '' ? {} : { abuseCase }),
      ...(assets.length === 0 ? {} : { assets }),
      ...(infoSecReference === '' ? {} : { infoSecReference }),
    };
  });
  const before = site.jira.snapshot();
  expect(outcomes(await bring(keys))).toEqual(keys.map(() => 'unchanged'));
  expect(site.jira.snapshot()).toEqual(before);
  expect(await register()).toEqual(exported);
});
