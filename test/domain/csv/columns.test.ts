/** What the columns of foreign registers mean. */
import { COLUMN_MEANINGS, guessColumns, withMeaning } from '../../../src/domain/csv/columns';
import { REGISTER_COLUMNS } from '../../../src/domain/csv/register-row';
import { register } from '../../../static/app/src/shared/strings/en-register';

const guess = (table: Readonly<Record<string, readonly string[]>>) => {
  const headers = Object.keys(table);
  const count = Math.max(...Object.values(table).map(({ length }) => length));
  const rows = Array.from({ length: count }, (_, row) => headers.map((header) => table[header]?.[row] ?? ''));
  return Object.fromEntries(
    guessColumns(headers, rows, 'SHOP').map((meaning, index) => [headers[index] ?? '', meaning] as const),
  );
};

test('a register as a spreadsheet has it', () => {
  expect(
    guess({
      'Risk ID': ['R-1', 'R-2'],
      Title: ['Weak reset', 'Logs'],
      Category: ['Access', 'Data'],
      Probability: ['High', 'Low'],
      Severity: ['4', '5'],
      Owner: ['Mara', 'Jonas'],
      Mitigation: ['Second factor', 'Mask the cards'],
      Status: ['Open', 'Open'],
    }),
  ).toEqual({
    'Risk ID': 'externalId',
    Title: 'summary',
    Category: undefined,
    Probability: 'likelihood',
    Severity: 'impact',
    Owner: 'owner',
    Mitigation: 'addToDescription',
    Status: undefined,
  });
});

test('case, marks and accents of a header do not matter; German ones are known', () => {
  expect(
    guess({ RISK_TITLE: [], 'likelihood (1-5)': [], Schadenshöhe: [], 'Nächste Überprüfung': [], Maßnahmen: [] }),
  ).toEqual({
    RISK_TITLE: 'summary',
    'likelihood (1-5)': 'likelihood',
    Schadenshöhe: 'impact',
    'Nächste Überprüfung': 'nextReview',
    Maßnahmen: 'addToDescription',
  });
});

test('the cells tell what a header leaves open', () => {
  expect(guess({ Key: ['SHOP-1', 'SHOP-22'] })).toEqual({ Key: 'key' });
  expect(guess({ Key: ['LOY-1', 'SHOP-22'] })).toEqual({ Key: 'externalId' });
  expect(guess({ ID: ['SHOP-1'] })).toEqual({ ID: 'key' });
  expect(guess({ Mitigation: ['Mitigate', 'accept', 'Transferred'] })).toEqual({ Mitigation: 'treatment' });
  expect(guess({ Mitigation: ['Mitigate', 'Ask the bank'] })).toEqual({ Mitigation: 'addToDescription' });
  expect(guess({ Reference: ['GRC 17'] })).toEqual({ Reference: undefined });
  expect(guess({ Reference: ['https://grc.example.com/17'] })).toEqual({ Reference: 'infoSecReference' });
});

test('of two columns with one meaning the first has it; several may be added to the description', () => {
  expect(guess({ Title: [], Name: [], Notes: [], Controls: [] })).toEqual({
    Title: 'summary',
    Name: undefined,
    Notes: 'addToDescription',
    Controls: 'addToDescription',
  });
});

test('what we export is known again, whole', () => {
  const headers = REGISTER_COLUMNS.map((column) => register.columns[column]);
  const row = REGISTER_COLUMNS.map((column) => (column === 'key' ? 'SHOP-1' : 'https://x.example'));
  const meanings = guessColumns(headers, [row], 'SHOP');
  const importable = new Set<string>(COLUMN_MEANINGS);
  expect(meanings).toEqual(REGISTER_COLUMNS.map((column) => (importable.has(column) ? column : undefined)));
  expect(meanings.filter(Boolean)).toHaveLength(COLUMN_MEANINGS.length - ['externalId', 'addToDescription'].length);
});

test('every header of the template is known', () => {
  expect(guessColumns(register.template, [], 'SHOP').filter((meaning) => meaning === undefined)).toEqual([]);
});

test('a meaning moves from one column to another', () => {
  expect(withMeaning(['summary', undefined, 'owner'], 1, 'summary')).toEqual([undefined, 'summary', 'owner']);
  expect(withMeaning(['addToDescription', undefined], 1, 'addToDescription')).toEqual([
    'addToDescription',
    'addToDescription',
  ]);
  expect(withMeaning(['summary', undefined], 0, undefined)).toEqual([undefined, undefined]);
});
