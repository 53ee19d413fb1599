/** CSV files as spreadsheets and people write them, and such as nobody should. */
import fc from 'fast-check';
import { csvText } from '../../static/app/src/shared/csv/write-csv';
import { register } from '../../static/app/src/shared/strings/en-register';

const header = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...register.template,
      ...Object.values(register.columns),
      'Titel',
      'Mitigation',
      'Notes',
      'ID',
    ),
  },
  fc.constantFrom('__proto__', 'constructor', 'toString', '', ' ', '=cmd', 'Title', 'Title'),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
);
export const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '1',
      '5',
      '3 - Possible',
      'High',
      'low',
      '6',
      '-1',
      '4/5',
      'Mitigate',
      'accept',
      '2027-01-31',
      '3/4/2027',
      '31.12.27',
      '31.02.2027',
      'SHOP-1',
      'shop-99',
      'HIDE-1',
      'Mara Lindqvist',
      'https://grc.example/1',
      'javascript:alert(1)',
      'logs; checkout',
      '',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '=HYPERLINK("x")',
      "'=1",
      '+1',
      '@x',
      '\t=1',
      'two\nlines',
      'two\r\nlines',
      'a\u2028b',
      '\u202eabc',
      'a\u0007b',
      '__proto__',
      '\ufeff',
      '😀',
      '\ud83d',
      'e\u0301',
      ' padded ',
      '"quoted"',
      "it's",
      'x'.repeat(300),
      'y '.repeat(20_000),
    ),
  },
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const grid = fc.integer({ min: 1, max: 8 }).chain((columns) =>
  fc.record({
    headers: fc.array(header, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(cell, { minLength: 0, maxLength: columns + 2 }), { minLength: 1, maxLength: 6 }),
  }),
);

/** A register that is mostly in order: cells that fit their column, and some that do not. */
const orderly = (() => {
  const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'Risk ID': fc.oneof(
      fc.nat(9).map((number) => `R-${number}`),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    Title: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom('Weak reset', '=1+1', '\u202eabc', 'e\u0301', '😀', "it's"),
    ),
    Description: fc.string({ unit: 'grapheme', maxLength: 60 }),
    Likelihood: fc.constantFrom('1', '2', 'High', '4/5'),
    Impact: fc.constantFrom('5', 'low', '3 - Possible'),
    Treatment: fc.constantFrom('Avoid', 'accept', ''),
    Owner: fc.constantFrom('Mara Lindqvist', 'Nobody', ''),
    'Next review': fc.constantFrom('2027-01-31', '31.12.2027', ''),
    'Business impact': cell,
    'Abuse case': fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\u0000', '')),
    Assets: fc.oneof(fc.constantFrom('logs; checkout', 'a,b', ''), fc.string({ unit: 'grapheme', maxLength: 12 })),
    Reference: fc.constantFrom('https://grc.example/1', ''),
    Mitigation: cell,
  };
  return fc.shuffledSubarray(Object.keys(cells), { minLength: 4 }).chain((names) => {
    const headers = [...new Set(['Title', ...names])];
    return fc.record({
      headers: fc.constant(headers),
      rows: fc.array(fc.tuple(...headers.map((name) => cells[name] ?? cell)), { minLength: 1, maxLength: 6 }),
    });
  });
})();

/** As a spreadsheet, or a person with an editor, would write it. */
export const file = fc
  .tuple(
    grid,
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\r\n', '\n'),
    fc.boolean(),
    fc.constantFrom('utf8', 'bom', 'utf16le', 'latin1'),
  )
  .map(([{ headers, rows }, separator, newline, quoted, encoding]) => {
    const written = (text: string) => (quoted || /["\n\r,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const text = [headers, ...rows].map((row) => row.map(written).join(separator)).join(newline);
    if (encoding === 'utf16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    if (encoding === 'latin1') return new Uint8Array(Buffer.from(text, 'latin1'));
    return new Uint8Array(Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text, 'utf8'));
  });
/** An orderly register as we would write it ourselves. */
export const orderlyFile = orderly.map(({ headers, rows }) => new TextEncoder().encode(csvText(headers, rows)));
/** The same with some bytes of it otherwise, cut off, or no file of this kind at all. */
export const brokenFile = fc.oneof(
  file,
  fc
    .tuple(file, fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 5 }), fc.nat(4_000))
    .map(([bytes, changes, end]) => {
      const copy = bytes.slice(0, Math.max(0, bytes.length - (end % 50)));
      for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
      return copy;
    }),
  fc.uint8Array({ maxLength: 400 }),
);
