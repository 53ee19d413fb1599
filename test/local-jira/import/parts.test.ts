import fc from 'fast-check';
import { adfProblems } from '../adf/check';
import { expectLinear } from '../../fixtures/growth';
import { plainText } from './adf-plain-text';
import { columnMeaning } from './columns';
import { readDate } from './dates';
import { statusCategoryOf } from './site-names';
import { textToAdf } from './text-to-adf';

describe('dates of an export', () => {
  test.each([
    ['24/May/22 6:37 AM', '2022-05-24T06:37:00.000Z'],
    ['24/May/22 12:05 AM', '2022-05-24T00:05:00.000Z'],
    ['24/May/22 12:05 PM', '2022-05-24T12:05:00.000Z'],
    ['4/may/2022 16:37', '2022-05-04T16:37:00.000Z'],
    ['01/Jan/70', '1970-01-01T00:00:00.000Z'],
    ['2022-05-24', '2022-05-24T00:00:00.000Z'],
    ['2022-05-24 06:37', '2022-05-24T06:37:00.000Z'],
    ['2022-05-24T06:37:01.5Z', '2022-05-24T06:37:01.500Z'],
    ['2022-05-24T06:37:00.000+0200', '2022-05-24T04:37:00.000Z'],
    ['2022-05-24T06:37:00-05:30', '2022-05-24T12:07:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)?.toISOString()).toBe(iso);
  });

  test.each([
    '',
    'yesterday',
    '31/Feb/22',
    '24/Foo/22',
    '24/May/22 13:00 PM',
    '0/Jan/22',
    '2022-13-01',
    '1/2/2022',
    '24/May/22 24:01',
  ])('%j is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  test('every instant survives as Jira writes it, to the minute', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31T23:59:00Z'), noInvalidDate: true }),
        (date) => {
          date.setUTCSeconds(0, 0);
          expect(readDate(jiraDate(date))?.getTime()).toBe(date.getTime());
        },
      ),
    );
  });
});

describe('text to document', () => {
  test('headings, code and lists of Markdown and wiki text become blocks', () => {
    const text = '# Title\nintro\n* one\n* two\n\n3. c\n4. d\n{noformat}\n# raw\n{noformat}\n~~~\n\n~~~\nh3. End';
    expect(textToAdf(text).content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'orderedList',
      'codeBlock',
      'codeBlock',
      'heading',
    ]);
  });

  test('a code block that never ends is ordinary text', () => {
    expect(plainText(textToAdf('```js\nlet a;\nlet b;'))).toBe('```js\nlet a;\nlet b;');
  });

  test('inline marks and HTML stay as they are', () => {
    const text = '**bold** <script>alert(1)</script> [link](javascript:alert(1)) {color:red}x{color}';
    expect(textToAdf(text).content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text }] }]);
  });

  test('every text gives a valid document and loses no word', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const marks = [
      '',
      '  ',
      '```',
      '~~~',
      '{code}',
      '{code:java}',
      '{noformat}',
      '# a',
      '## b',
      'h2. c',
      '* d',
      '1. e',
    ];
    const line = fc.oneof(word, fc.constantFrom(...marks), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const document = textToAdf(lines.join('\n'));
        expect(adfProblems(document)).toEqual([]);
        const kept = plainText(document);
        for (const text of lines.filter((candidate) => /^[a-z]{2,9}$/.test(candidate))) expect(kept).toContain(text);
      }),
    );
  });

  test('text without marks at the start of lines comes back exactly', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^[^\s#*+~`{}h\d-]/.test(text) && !/[\r\n]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (blocks) => {
          const text = blocks.map((lines) => lines.join('\n')).join('\n\n');
          expect(plainText(textToAdf(text))).toBe(text);
        },
      ),
    );
  });

  test.each(['```js\n', '{code:x}\n', '# ', '* '.repeat(50), '\n\n', '1. '])(
    'the time grows with the text, also where %j is repeated',
    (part) => {
      const text = part.repeat(50_000 / part.length);
      expectLinear((size) => textToAdf(text.slice(0, size)), 50_000);
    },
  );
});

describe('columns and categories', () => {
  test('links and custom fields are told by their words, in either naming of Jira', () => {
    expect(columnMeaning('Outward issue link (Mitigates)')).toEqual({
      kind: 'link',
      direction: 'outward',
      linkType: 'Mitigates',
    });
    expect(columnMeaning('Inward work item link (Blocks)')).toMatchObject({ kind: 'link', direction: 'inward' });
    expect(columnMeaning('Custom field (Story Points)')).toEqual({ kind: 'customField', name: 'Story Points' });
    expect(columnMeaning('  WORK TYPE ')).toEqual({ kind: 'field', field: 'issueType' });
    expect(columnMeaning('constructor')).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['Closed', 'DONE'],
    ["Won't fix", 'DONE'],
    ['Resolved', 'DONE'],
    ['Backlog', 'TODO'],
    ['Open', 'TODO'],
    ['In Review', 'IN_PROGRESS'],
    ['Doing', 'IN_PROGRESS'],
    ['Undone', 'IN_PROGRESS'],
  ])('a status named %s is %s', (name, category) => {
    expect(statusCategoryOf(name, undefined)).toBe(category);
    expect(statusCategoryOf(name, 'To Do')).toBe('TODO');
  });
});

function jiraDate(date: Date): string {
  const [, month = ''] = date.toUTCString().split(' ').slice(1, 3);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = date.getUTCHours();
  const half = hours < 12 ? 'AM' : 'PM';
  const year = pad(date.getUTCFullYear() % 100);
  return `${pad(date.getUTCDate())}/${month}/${year} ${hours % 12 === 0 ? 12 : hours % 12}:${pad(date.getUTCMinutes())} ${half}`;
}
