/**
 * The register out of Jira and into it, in the running product: export, import from a foreign file, and what goes wrong.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import type { Fault } from '../local-jira/http/faults';
import { examineAndPutBack, NOTHING_FOUND } from './examine';
import { appFrame, Stage, TEST_MS, type Visit } from './stage';
import { eventually } from './eventually';
import { tabTo } from './tab-to';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => stage.startOver());
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const RISKS = '/project/SHOP/apps/security/risks';
const app = (page: Page): FrameLocator => appFrame(page, 'Security');

async function fine(page: Page): Promise<void> {
  expect(await examineAndPutBack(page)).toEqual(NOTHING_FOUND);
}

interface ExportedRow {
  readonly [column: string]: string;
}

async function exported(page: Page, choice: string | RegExp): Promise<{ text: string; rows: ExportedRow[] }> {
  await app(page).getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app(page).getByRole('menuitem', { name: choice }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('SHOP-risks-2026-11-20.csv');
  return downloaded(await download.path());
}

async function downloaded(path: string): Promise<{ text: string; rows: ExportedRow[] }> {
  const text = await readFile(path, 'utf8');
  return { text, rows: parse(text, { bom: true, columns: true }) };
}

async function openBoard(person: PersonName): Promise<Visit> {
  const visit = await stage.visit(person, RISKS);
  await app(visit.page).getByText('SHOP-412').first().waitFor();
  return visit;
}

async function openImport(person: PersonName = 'deniz'): Promise<Visit> {
  const visit = await stage.visit(person, `${RISKS}/import`);
  await app(visit.page).getByRole('heading', { name: 'Choose a CSV file' }).waitFor();
  return visit;
}

async function choose(page: Page, text: string, name = 'register.csv'): Promise<void> {
  await app(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Opens the file dialog, which somebody waits for already. */
async function askForFileByKeyboard(page: Page): Promise<void> {
  await button(page, 'Choose a file').focus();
  // The browser's driver takes the dialog over only once it heard that somebody waits for it: before what is asked later.
  for (let asks = 0; asks < 3; asks += 1) await app(page).locator('body').innerText();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
}

const button = (page: Page, name: string | RegExp) => app(page).getByRole('button', { name });
const heading = (page: Page, name: string) => app(page).getByRole('heading', { name }).waitFor();
/** "2 New" and so on, as the figures stand on the page. */
const counts = (page: Page) => app(page).getByRole('group', { name: 'Show only' }).getByRole('button').allInnerTexts();
const rowOf = (page: Page, number: number) =>
  app(page).locator('tbody tr', { has: app(page).locator('td', { hasText: new RegExp(`^(Row )?${number}$`) }) });

/** Checks the rows, and waits until the figures begin with these. */
async function check(page: Page, ...expected: readonly string[]): Promise<void> {
  await button(page, /^Check \d+ rows?$/).click();
  await heading(page, 'What would happen');
  await app(page)
    .getByText(/^Checking:/)
    .first()
    .waitFor({ state: 'detached' });
  await figuresAre(page, ...expected);
}

/** Waits until the figures on the page begin with these. */
async function figuresAre(page: Page, ...expected: readonly string[]): Promise<void> {
  await eventually(async () => expect((await figures(page)).slice(0, expected.length)).toEqual(expected));
}

async function figures(page: Page): Promise<readonly string[]> {
  return (await counts(page)).map((text) => text.replace(/\s+/g, ' '));
}

/** Waits until the import is finished and its figures begin with these. */
async function finished(page: Page, ...expected: readonly string[]): Promise<void> {
  await heading(page, 'Import finished');
  await figuresAre(page, ...expected);
}

function trouble(kind: Fault['kind'], method: string, path: string, more: Partial<Fault> = {}): void {
  stage.server.jira.faults.add({ kind, match: { method, path }, ...more });
}

const FOREIGN = [
  'Risk ID;Risk title;Category;Probability;Severity;Owner;Mitigation;Response;Review date;Affected systems',
  'R-001;Passwords can be guessed;Access;High;Critical;Mara Lindqvist;Lock after ten tries;Mitigate;03/04/2027;login, accounts',
  'R-002;Exports are not logged;Data;Medium;High;Deniz;Log every export;Mitigate;05/06/2027;support desk',
  'R-003;"=HYPERLINK(""http://evil.example"")";Access;Low;Low;nobody@example.com;;Accept;;',
  'R-004;Old TLS;Transport;Somewhat;High;Jonas Weber;;Transfer;2027-01-31;warehouse',
  'R-005;;Data;High;High;Priya Nair;;Pray;soon;',
  'R-001;Passwords once more;Access;High;High;Mara Lindqvist;;Mitigate;;',
].join('\r\n');

describe('export', () => {
  test('exactly the risks shown, in their order; or all, closed ones too', async () => {
    const { page } = await openBoard('deniz');
    const shown = await exported(page, 'The 14 risks shown');
    expect(shown.rows.slice(0, 2).map(({ Key, Level, Owner }) => [Key, Level, Owner])).toEqual([
      ['SHOP-412', 'Critical', 'Mara Lindqvist'],
      ['SHOP-398', 'Critical', 'Deniz Aydin'],
    ]);
    expect(shown.rows).toHaveLength(14);
    await app(page).getByLabel('Search risks').fill('password');
    const filtered = await exported(page, /^The \d risks? shown$/);
    expect(filtered.rows.length).toBeLessThan(14);
    expect(filtered.rows.length).toBeGreaterThan(0);
    for (const row of filtered.rows) expect(row['Title']?.toLowerCase()).toContain('password');
    const all = await exported(page, 'All risks, closed ones too');
    expect(all.rows.length).toBeGreaterThan(14);
    expect(all.rows.map(({ Status }) => Status)).toContain('Closed');
  });

  test('holds only what the person may see, and runs nothing in a spreadsheet', async () => {
    const { page } = await openBoard('priya');
    const { text, rows } = await exported(page, 'All risks, closed ones too');
    expect(text.startsWith('\ufeffKey,Title,')).toBe(true);
    expect(text.replace(/"[^"]*"/g, '')).not.toMatch(/[^\r]\n/);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  });

  test('the file again changes nothing: every risk is known by its key', async () => {
    const { page } = await openBoard('deniz');
    const { text, rows } = await exported(page, 'All risks, closed ones too');
    await button(page, 'Import').click();
    await choose(page, text);
    await heading(page, 'What each column means');
    const before = stage.server.jira.snapshot();
    await check(page, '0 New', '0 Changed', `${rows.length} Unchanged`, '0 Refused');
    await app(page).getByText('The register says the same already.').waitFor();
    expect(await button(page, /^Import \d/).count()).toBe(0);
    expect(stage.server.jira.snapshot()).toEqual(before);
    await button(page, 'Back to the risks').click();
    const again = await exported(page, 'All risks, closed ones too');
    expect(again.text).toBe(text);
  });

  test('says so when it did not work', async () => {
    const visit = await openBoard('deniz');
    trouble('error-500', 'POST', '/rest/api/3/issue/bulkfetch');
    await button(visit.page, 'Export').click();
    await app(visit.page).getByRole('menuitem', { name: 'The 14 risks shown' }).click();
    await visit.page.getByText('The export did not work').waitFor();
    visit.forgive();
  });
});

describe('a foreign register', () => {
  test('from its headers to risks on the board; again, nothing is made twice', async () => {
    const { page } = await openImport();
    await fine(page);
    await choose(page, FOREIGN);
    await heading(page, 'What each column means');
    await app(page).getByText('Rows are known again by the column “Risk ID”').waitFor();
    for (const [column, meaning] of [
      ['Risk ID', 'externalId'],
      ['Risk title', 'summary'],
      ['Category', ''],
      ['Probability', 'likelihood'],
      ['Severity', 'impact'],
      ['Owner', 'owner'],
      ['Mitigation', 'addToDescription'],
      ['Response', 'treatment'],
      ['Review date', 'nextReview'],
      ['Affected systems', 'asset'],
    ] as const) {
      expect([column, await app(page).getByLabel(`${column} is imported as`).inputValue()]).toEqual([column, meaning]);
    }
    await app(page).getByText('3 owners found').last().waitFor();
    await fine(page);
    await check(page, '0 New', '0 Changed', '0 Unchanged', '6 Refused');

    // What only a person can say.
    await button(page, 'Back to the columns').click();
    await app(page).getByLabel('“Somewhat” stands for').selectOption('3');
    await app(page).getByLabel('03/04/2027 is 3 Apr 2027').check();
    await app(page).getByLabel('Who is “Deniz”?').selectOption('Deniz Aydin');
    await app(page).getByLabel('Who is “nobody@example.com”?').selectOption('leave');
    await check(page, '4 New', '0 Changed', '0 Unchanged', '2 Refused');
    await rowOf(page, 6).getByText('The title is missing. Treatment “Pray” is none of').waitFor();
    await rowOf(page, 7).getByText('Row 2 says the same id: “R-001”.').waitFor();
    await fine(page);

    const [refused] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download the 2 refused rows').click(),
    ]);
    const mend = await downloaded(await refused.path());
    expect(mend.rows.map((row) => [row['Risk ID'], row['Owner']])).toEqual([
      ['R-005', 'Priya Nair'],
      ['R-001', 'Mara Lindqvist'],
    ]);
    expect(mend.rows[0]?.['Problem']).toContain('The title is missing.');

    await button(page, 'Import 4 risks').click();
    await finished(page, '4 Created', '0 Changed', '0 Unchanged', '0 Failed', '2 Refused');
    await fine(page);
    const [result] = await Promise.all([page.waitForEvent('download'), button(page, 'Download the result').click()]);
    const results = (await downloaded(await result.path())).rows;
    expect(results.map(({ Row, Outcome }) => `${Row} ${Outcome}`)).toEqual([
      '2 Created',
      '3 Created',
      '4 Created',
      '5 Created',
      '6 Refused',
      '7 Refused',
    ]);
    expect(results[0]?.['Key']).toMatch(/^SHOP-\d+$/);

    // On the board at once, with level, owner and review.
    await button(page, 'Back to the risks').last().click();
    const { rows } = await exported(page, 'The 18 risks shown');
    const made: Readonly<Record<string, ExportedRow>> = Object.fromEntries(
      rows.map((row) => [row['Title'] ?? '', row] as const),
    );
    expect(made['Passwords can be guessed']).toMatchObject({
      Description: 'Mitigation:\nLock after ten tries',
      Likelihood: '4',
      Impact: '5',
      Level: 'Critical',
      Treatment: 'Mitigate',
      Owner: 'Mara Lindqvist',
      'Next review': '2027-04-03',
      Assets: 'login, accounts',
      Status: 'Identified',
    });
    expect(made['Old TLS']).toMatchObject({ Likelihood: '3', 'Next review': '2027-01-31' });
    expect(made['Exports are not logged']).toMatchObject({ Owner: 'Deniz Aydin', Assets: 'support-desk' });
    expect(made[`'=HYPERLINK("http://evil.example")`]).toMatchObject({ Owner: '', Level: 'Low' });

    // The same file once more.
    await button(page, 'Import').click();
    await choose(page, FOREIGN);
    await app(page).getByText('3 owners found').last().waitFor();
    await app(page).getByLabel('“Somewhat” stands for').selectOption('3');
    await app(page).getByLabel('03/04/2027 is 3 Apr 2027').check();
    await app(page).getByLabel('Who is “Deniz”?').selectOption('Deniz Aydin');
    await app(page).getByLabel('Who is “nobody@example.com”?').selectOption('leave');
    await check(page, '0 New', '0 Changed', '4 Unchanged', '2 Refused');
  });

  test('a cell that changed changes its risk, and says which part', async () => {
    const { page } = await openImport();
    await choose(page, 'Risk ID,Title,Likelihood,Impact\nA,One,3,3\nB,Two,4,4\n');
    await check(page);
    await button(page, 'Import 2 risks').click();
    await finished(page);
    await button(page, 'Import another file').click();
    await choose(page, 'Risk ID,Title,Likelihood,Impact,Treatment\nA,One,3,3,\nB,Two,5,5,Avoid\nC,Three,,,\n');
    await check(page, '1 New', '1 Changed', '1 Unchanged', '0 Refused');
    await rowOf(page, 3).getByText('Changes: likelihood × impact, treatment').waitFor();
    await button(page, /^1 Changed$/).click();
    await eventually(async () => expect(await app(page).locator('tbody tr').count()).toBe(1));
  });

  test('by keyboard alone', async () => {
    const { page } = await openImport();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), askForFileByKeyboard(page)]);
    await chooser.setFiles({
      name: 'r.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Name of it,Who\nKeyboard risk,\n'),
    });
    await heading(page, 'What each column means');
    await app(page).getByText('Say which column holds the title.').waitFor();
    // The step has the focus; what follows it is reached by Tab.
    await tabTo(page, /Name of it is imported as/);
    await page.keyboard.type('Title');
    await button(page, 'Check 1 row').waitFor();
    await tabTo(page, /Check 1 row/);
    await page.keyboard.press('Enter');
    await button(page, 'Import 1 risk').waitFor();
    await tabTo(page, /Import 1 risk/);
    await page.keyboard.press('Enter');
    await finished(page, '1 Created');
  });
});

describe('what goes wrong', () => {
  const many = (count: number) =>
    ['ID,Title', ...Array.from({ length: count }, (_, index) => `N-${index},Risk ${index}`)].join('\n');

  test('files that are none are refused in words', async () => {
    const { page } = await openImport();
    await choose(page, 'Title\n');
    await app(page).getByText('This file has headers and no rows').waitFor();
    await choose(page, 'PK\u0003\u0004\u0000\u0000\u0000', 'book.xlsx');
    await app(page).getByText('This is no CSV file').waitFor();
    await choose(page, `Title\n${'x'.repeat(5_000_001)}`);
    await app(page).getByText('This file is larger than 5 MB').waitFor();
    await choose(page, many(5001));
    await app(page).getByText('This file has more than 5,000 rows').waitFor();
    await choose(page, many(3));
    await heading(page, 'What each column means');
  });

  test('a row that fails can be tried again; the others are not sent twice', async () => {
    const visit = await openImport();
    const { page } = visit;
    await choose(page, many(3));
    await check(page);
    trouble('error-500', 'POST', '/rest/api/3/issue', { times: 1 });
    await button(page, 'Import 3 risks').click();
    // Jira made nothing and said nothing of use: whether it did is known later.
    await finished(page, '2 Created', '0 Changed', '0 Unchanged', '1 Failed', '0 Refused');
    stage.server.jira.clock.advance(11 * 60_000);
    await button(page, 'Try the 1 failed row again').click();
    await app(page).getByText('3 Created').waitFor();
    await finished(page, '3 Created', '0 Changed', '0 Unchanged', '0 Failed', '0 Refused');
    visit.forgive();
  });

  test('stopped in the middle and resumed, it goes on where it was', async () => {
    const { page } = await openImport();
    await choose(page, many(60));
    await check(page, '60 New');
    trouble('delay', 'POST', '/rest/api/3/issue', { delayMs: 1_500 });
    await button(page, 'Import 60 risks').click();
    await button(page, 'Stop').click();
    await app(page)
      .getByText(/^Stopped: \d+ of 60 done$/)
      .first()
      .waitFor();
    expect(await figures(page)).not.toContain('60 Created');
    stage.server.jira.faults.clear();
    await button(page, 'Go on').click();
    await finished(page, '60 Created');
    const titles = [...stage.server.jira.state.issues.values()].map(({ summary }) => summary);
    expect(titles.filter((title) => /^Risk \d+$/.test(title))).toHaveLength(60);
  });

  test('while Jira limits us it waits and goes on by itself', async () => {
    const { page } = await openImport();
    await choose(page, many(2));
    await check(page);
    trouble('rate-limit', 'POST', '/rest/api/3/issue', { times: 2, retryAfter: 5 });
    await button(page, 'Import 2 risks').click();
    await app(page)
      .getByText(/Jira asked us to wait \d s/)
      .waitFor();
    await finished(page, '2 Created');
  });

  test('without the permissions there is a sentence instead of a way in', async () => {
    const visit = await stage.visit('priya', `${RISKS}/import`);
    await app(visit.page).getByText('Importing needs the permissions Create issues and Edit issues in SHOP.').waitFor();
    expect(await app(visit.page).locator('input[type=file]').count()).toBe(0);
    await fine(visit.page);
  });
});
