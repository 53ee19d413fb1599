import { JastBuilder, type Jast, type TerminalClause } from '@atlaskit/jql-ast';
import fc from 'fast-check';
import {
  allOf,
  anyOf,
  customField,
  day,
  hasLink,
  hasNoLink,
  hasNoProperty,
  hasProperty,
  isEmpty,
  isEmptyOrNoneOf,
  isNoneOf,
  isOneOf,
  isOpen,
  linkedTo,
  literal,
  ordered,
  statusCategoryIs,
  summaryHasWord,
  updatedWithin,
  type JqlClause,
} from '../../src/jira/jql';

const parse = (jql: string): Jast => new JastBuilder().build(jql);

/** The one clause of a query; fails when there is any other. */
function onlyClause(jql: string): TerminalClause {
  const { query, errors } = parse(jql);
  expect(errors).toEqual([]);
  const where = query?.where;
  if (where?.clauseType !== 'terminal') throw new Error('not exactly one clause');
  return where;
}

/** The one literal of a query, read as Jira reads it: Atlassian's parser keeps the backslash escapes undecoded. */
function valueIn(jql: string): string | undefined {
  const { operand } = onlyClause(jql);
  if (operand?.operandType !== 'value') return undefined;
  const { text } = operand;
  return text
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|.)/gs, (_, escape: string) =>
      escape.length === 5 ? String.fromCharCode(Number.parseInt(escape.slice(1), 16)) : escape,
    );
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\\', '"', "'", ' ', '\n', '\u0000', '\u2028', ')', 'OR', ' AND project = SECRET '),
  }),
);

describe('JQL', () => {
  test.each([
    'X" OR project = SECRET OR "',
    '\\',
    'ends with \\',
    '\\" OR project = SECRET',
    'line\nbreak',
    '\u0000\u0007\u001b',
    "it's",
    'ORDER BY created',
    '\u202Eright to left',
    'emoji 🔐 and 한국어',
  ])('%j stays one literal', (text) => {
    expect(valueIn(`summary ~ ${literal(text)}`)).toBe(text);
  });

  test('there is no character of the basic plane that a literal cannot hold', () => {
    const chunk = 1024;
    for (let first = 0; first <= 0xffff; first += chunk) {
      const codePoints = Array.from({ length: chunk }, (_, index) => first + index);
      const text = String.fromCodePoint(...codePoints.filter((code) => code < 0xd800 || code > 0xdfff));
      if (text !== '' && valueIn(`summary ~ ${literal(text)}`) !== text) throw new Error(`from ${first.toString(16)}`);
    }
  });

  test('whatever the text, it is exactly one clause whose one literal is that text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Half of a surrogate pair is no character; it is not promised to survive.
        fc.pre(text !== '' && !/\p{Surrogate}/u.test(text));
        expect(valueIn(`summary ~ ${literal(text)}`)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('half a character neither breaks out nor throws', () => {
    expect(onlyClause(`summary ~ ${literal('\ud800" OR 1 = 1')}`)).toBeDefined();
  });

  test('a link description can be anything', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        fc.pre(a !== '' && b !== '');
        const { operand } = onlyClause(hasLink([a, b]));
        expect(operand?.operandType === 'list' && operand.values).toHaveLength(2);
        expect(onlyClause(hasNoLink(a)).operator?.value).toBe('!=');
      }),
    );
  });

  test('a word keeps letters and digits of any script, and nothing that means something in a text search', () => {
    /** The word as it is, and what begins like it. */
    const looksFor = (word: string) => summaryHasWord(word).slice(1, -1).split(' OR ').map(valueIn);
    expect(looksFor('Käufer-42*')).toEqual(['Käufer42', 'Käufer42*']);
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        const [word, beginning, ...more] = looksFor(text);
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect([beginning, more]).toEqual([`${String(word)}*`, []]);
      }),
    );
    expect(() => summaryHasWord('*?')).toThrow(RangeError);
  });

  test.each(['', '0', '1e4', '10001 OR 1=1', '-1', 'SHOP', '10001)'])('%j never becomes an id', (wrong) => {
    expect(() => isOneOf('project', [wrong])).toThrow(RangeError);
    expect(() => isOneOf('project', ['10000', wrong])).toThrow(RangeError);
    expect(() => isNoneOf('status', [wrong])).toThrow(RangeError);
    expect(() => customField(`customfield_${wrong}`)).toThrow(RangeError);
  });

  test('days are days', () => {
    const due = customField('customfield_10020');
    expect(day(due, '<', '2026-11-20')).toBe('cf[10020] < "2026-11-20"');
    for (const wrong of ['now()', '2026-11-20" OR 1=1', '']) expect(() => day(due, '<', wrong)).toThrow(RangeError);
  });

  test('text in a property can be anything; its key and path cannot', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(valueIn(hasProperty('shift-up.readiness', 'state', text))).toBe(text);
      }),
    );
    for (const wrong of ['', 'a b', 'a"]', '1', 'a[b]']) {
      expect(() => hasProperty(wrong, 'state', 'x')).toThrow(RangeError);
      expect(() => hasNoProperty('key', `${wrong}.`)).toThrow(RangeError);
    }
  });

  test('a time span is whole minutes', () => {
    expect(updatedWithin(75)).toBe('updated >= "-75m"');
    for (const wrong of [0, -1, 1.5, Number.NaN, Infinity]) expect(() => updatedWithin(wrong)).toThrow(RangeError);
  });

  test.each(['', 'shop-1', 'SHOP-0', 'SHOP-1") OR issue in ("'])('%j never becomes an issue key', (wrong) => {
    expect(() => linkedTo(wrong, 'threatens')).toThrow(RangeError);
  });

  test('an empty list is refused before Jira sees it', () => {
    expect(() => isOneOf('project', [])).toThrow(RangeError);
    expect(() => allOf()).toThrow(RangeError);
  });

  test('clauses are joined with the parentheses they need', () => {
    const level = customField('customfield_10010');
    expect(isEmptyOrNoneOf(level, ['1', '2'])).toBe('(cf[10010] is EMPTY OR cf[10010] not in (1, 2))');
    expect(anyOf(isOpen())).toBe('statusCategory != Done');
    expect(
      ordered(allOf(isOneOf('project', ['10000']), isEmptyOrNoneOf(level, ['1']), statusCategoryIs('toDo')), {
        field: level,
        direction: 'DESC',
      }),
    ).toBe(
      'project = 10000 AND (cf[10010] is EMPTY OR cf[10010] != 1) AND statusCategory = "To Do" ORDER BY cf[10010] DESC',
    );
  });

  test("Atlassian's parser takes every kind of clause", () => {
    const clauses: JqlClause[] = [
      isOneOf('issuetype', ['1', '2']),
      isNoneOf('status', ['3']),
      isNoneOf('status', ['3', '4']),
      isEmpty('resolution'),
      isOpen(),
      statusCategoryIs('inProgress'),
      statusCategoryIs('done'),
      hasLink(['mitigates', 'secures']),
      hasNoLink('is mitigated by'),
      summaryHasWord('card'),
      hasProperty('shift-up.readiness', 'state', 'bypass'),
      hasNoProperty('shift-up.readiness', 'state'),
      updatedWithin(60),
      linkedTo('SHOP-1', 'threatens'),
    ];
    for (const clause of [...clauses, allOf(...clauses), anyOf(...clauses)]) expect(parse(clause).errors).toEqual([]);
  });
});
