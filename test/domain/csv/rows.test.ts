/** Rows of a file, read into risks or refused with what is wrong. */
import { portionsOf } from '../../../src/domain/csv/portions';
import { dayOrderOf, ownersIn, readRows, wordsOfScale, type Table } from '../../../src/domain/csv/read-file';
import { readRow, type OwnerAnswer, type Reading } from '../../../src/domain/csv/read-row';
import type { ColumnMeaning } from '../../../src/domain/csv/columns';

type Cells = Readonly<Partial<Record<ColumnMeaning, string>>>;

const OWNERS = new Map<string, OwnerAnswer>([
  ['words Mara', { state: 'found', accountId: 'acc-mara' }],
  ['words Jonas', { state: 'several' }],
  ['words Nobody', { state: 'nobody' }],
  ['words Left', { state: 'left' }],
  ['id acc-7', { state: 'found', accountId: 'acc-7' }],
]);

function readingOf(meanings: Reading['meanings'], more: Partial<Reading> = {}): Reading {
  return {
    headers: meanings.map((meaning) => meaning ?? ''),
    meanings,
    ratingWords: new Map([['high', 4]]),
    dayOrder: undefined,
    owners: OWNERS,
    ...more,
  };
}

const read = (cells: Cells) => readRow(Object.values(cells), readingOf(Object.keys(cells) as ColumnMeaning[]));
const rowOf = (cells: Cells) => read({ summary: 'Title', ...cells }).row;
const problemsOf = (cells: Cells) =>
  read({ summary: 'Title', ...cells }).problems.map(({ code, meaning }) => [code, meaning]);

test('a whole row', () => {
  expect(
    rowOf({
      key: 'shop-12',
      externalId: ' R-7 ',
      summary: '  Card data\nin   logs ',
      description: 'One.\r\n\r\nTwo.',
      likelihood: 'High',
      impact: '5',
      residualLikelihood: '1',
      residualImpact: '2',
      treatment: 'reduce',
      owner: 'Mara',
      nextReview: '31.01.2027',
      businessImpact: 'A letter.',
      abuseCase: 'Somebody reads.',
      asset: 'logs; check out,logs',
      infoSecReference: 'https://grc.example.com/R-7',
    }),
  ).toEqual({
    key: 'SHOP-12',
    externalId: 'R-7',
    summary: 'Card data in logs',
    description: 'One.\n\nTwo.',
    inherent: { likelihood: 4, impact: 5 },
    residual: { likelihood: 1, impact: 2 },
    treatment: 'Mitigate',
    owner: 'acc-mara',
    nextReview: '2027-01-31',
    businessImpact: 'A letter.',
    abuseCase: 'Somebody reads.',
    assets: ['logs', 'check-out'],
    infoSecReference: 'https://grc.example.com/R-7',
  });
});

test('empty cells say nothing', () => {
  expect(
    rowOf({ key: '', description: ' ', likelihood: '', impact: '', owner: '', nextReview: '', asset: ' ; ' }),
  ).toEqual({
    summary: 'Title',
  });
});

test('an account goes before a name; an owner that was left alone is not said', () => {
  expect(rowOf({ owner: 'Nobody', ownerId: 'acc-7' })?.owner).toBe('acc-7');
  expect(rowOf({ owner: 'Left' })).toEqual({ summary: 'Title' });
});

test('columns that are added stand below the description, each under its header', () => {
  const meanings = ['summary', 'description', 'addToDescription', 'addToDescription'] as const;
  const reading = readingOf(meanings, { headers: ['Title', 'Text', 'Mitigation', 'Notes'] });
  expect(readRow(['T', 'First.', 'Second factor', ''], reading).row?.description).toBe(
    'First.\n\nMitigation:\nSecond factor',
  );
  expect(readRow(['T', '', 'a', 'b'], reading).row?.description).toBe('Mitigation:\na\n\nNotes:\nb');
});

test.each<readonly [string, Cells, readonly (readonly [string, ColumnMeaning])[]]>([
  ['no title', { summary: ' ' }, [['noTitle', 'summary']]],
  ['a title too long', { summary: 'x'.repeat(256) }, [['tooLong', 'summary']]],
  ['a text too long', { abuseCase: 'x'.repeat(32_001) }, [['tooLong', 'abuseCase']]],
  ['a key that is none', { key: 'SHOP 12' }, [['notKey', 'key']]],
  ['a word without a figure', { likelihood: 'Purple', impact: '4' }, [['notRating', 'likelihood']]],
  ['half a score', { likelihood: '3', impact: '' }, [['halfScore', 'impact']]],
  ['the other half', { residualImpact: '3' }, [['halfScore', 'residualLikelihood']]],
  ['no treatment', { treatment: 'Pray' }, [['notTreatment', 'treatment']]],
  ['no day', { nextReview: 'soon' }, [['notDay', 'nextReview']]],
  ['a day that can be two', { nextReview: '3/4/2026' }, [['unclearDay', 'nextReview']]],
  ['nobody of that name', { owner: 'Nobody' }, [['ownerUnknown', 'owner']]],
  ['nobody looked up', { owner: 'Somebody' }, [['ownerUnknown', 'owner']]],
  ['several of that name', { owner: 'Jonas' }, [['ownerAmbiguous', 'owner']]],
  ['an account that is none', { ownerId: 'x' }, [['ownerUnknown', 'ownerId']]],
  ['no web address', { infoSecReference: 'javascript:alert(1)' }, [['notAddress', 'infoSecReference']]],
  ['too many assets', { asset: Array.from({ length: 51 }, (_, i) => `a${i}`).join() }, [['tooMany', 'asset']]],
  ['everything at once', { summary: '', treatment: 'x', nextReview: 'y' }, [['noTitle', 'summary'], ['notTreatment', 'treatment'], ['notDay', 'nextReview']]], // prettier-ignore
])('%s is refused, and said of its cell', (_, cells, problems) => {
  expect(rowOf(cells)).toBeUndefined();
  expect(problemsOf(cells)).toEqual(problems);
});

test('what a problem repeats of a cell is short', () => {
  const [problem] = read({ summary: 'x'.repeat(5000) }).problems;
  expect(problem?.says).toHaveLength(80);
});

describe('a whole file', () => {
  const table = (rows: readonly (readonly string[])[]): Table => ({ headers: ['ID', 'Title'], rows });
  const byId = readingOf(['externalId', 'summary']);

  test('rows are numbered as in the file, and empty ones left out', () => {
    const rows = readRows(
      table([
        ['1', 'One'],
        ['', ' '],
        ['3', 'Three'],
        ['4', ''],
      ]),
      byId,
    );
    expect(rows.map(({ number, title }) => [number, title])).toEqual([
      [2, 'One'],
      [4, 'Three'],
      [5, ''],
    ]);
  });

  test('the second row of one id is refused, and says where the first is', () => {
    const rows = readRows(
      table([
        ['1', 'One'],
        ['2', 'Two'],
        ['1', 'Other'],
      ]),
      byId,
    );
    expect(rows.map(({ row, problems }) => [row !== undefined, problems])).toEqual([
      [true, []],
      [true, []],
      [false, [{ code: 'repeated', meaning: 'externalId', says: '1', first: 2 }]],
    ]);
  });

  test('also where the first one is refused for something else', () => {
    const reading = readingOf(['externalId', 'summary', 'treatment']);
    const rows = [
      ['1', 'One', 'Pray'],
      ['1', 'Other', 'Avoid'],
    ];
    const read = readRows({ headers: ['ID', 'Title', 'T'], rows }, reading);
    expect(read.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
      [undefined, ['notTreatment']],
      [undefined, ['repeated']],
    ]);
  });

  test('without ids the title tells, and an id never means a title', () => {
    const titles = readRows({ headers: ['Title'], rows: [['A'], ['B'], [' A ']] }, readingOf(['summary']));
    expect(titles.map(({ problems }) => problems.length)).toEqual([0, 0, 1]);
    expect(
      readRows(
        table([
          ['A', 'X'],
          ['', 'A'],
        ]),
        byId,
      ).map(({ problems }) => problems.length),
    ).toEqual([0, 0]);
  });

  test('the words of a scale, with how often they stand there', () => {
    const words = wordsOfScale(
      {
        headers: ['L', 'I'],
        rows: [
          ['High', '3'],
          ['high', 'Awful'],
          ['4', 'HIGH'],
        ],
      },
      ['likelihood', 'impact'],
    );
    expect(words).toEqual([
      { word: 'High', key: 'high', guess: 4, cells: 3 },
      { word: 'Awful', key: 'awful', guess: undefined, cells: 1 },
    ]);
  });

  test('owners, each once', () => {
    const owners = ownersIn(
      {
        headers: ['O', 'I'],
        rows: [
          ['Mara', ''],
          [' Mara ', ''],
          ['', ''],
          ['Mara', 'acc-7'],
        ],
      },
      ['owner', 'ownerId'],
    );
    expect(owners).toEqual([
      { by: 'words', text: 'Mara', rows: 2 },
      { by: 'id', text: 'acc-7', rows: 1 },
    ]);
  });

  test('the order of day and month is asked of the review days alone', () => {
    const rows = [['03/04/2026', '20/04/2026']];
    expect(dayOrderOf({ headers: ['R', 'X'], rows }, ['nextReview', undefined])).toBe('unclear');
    expect(dayOrderOf({ headers: ['R', 'X'], rows }, [undefined, 'nextReview'])).toBeUndefined();
  });
});

test('portions hold at most twenty rows and 150,000 characters, and every row once', () => {
  const rows = Array.from({ length: 45 }, (_, index) => ({ row: { summary: `Row ${index}` } }));
  expect(portionsOf(rows).map(({ length }) => length)).toEqual([20, 20, 5]);
  const large = Array.from({ length: 5 }, (_, index) => ({
    row: { summary: `${index}`, description: 'x'.repeat(70_000) },
  }));
  expect(portionsOf(large).map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(portionsOf(large).flat()).toEqual(large);
});
