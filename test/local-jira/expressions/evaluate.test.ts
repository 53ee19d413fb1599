import * as fc from 'fast-check';
import { JiraProblem } from '../http/problem';
import { evaluate } from './evaluate';
import { ExpressionError } from './errors';
import { EXPRESSION_LIMITS, LONGEST_BUILT_TEXT, Meter } from './meter';
import { LONGEST_RULE_EXPRESSION, parseExpression } from './parse';
import { bean, expensive, free, fromJson, toJson, type Value } from './values';

const issue = bean('Issue', '10001', {
  properties: {
    key: free(() => 'SHOP-1'),
    summary: free(() => 'Pay by card'),
    assignee: expensive(() => null),
    labels: expensive(() => ['a', 'b']),
  },
  property: (name) => (name === 'customfield_10001' ? expensive(() => fromJson({ id: '10020' })) : undefined),
  notServed: ['comments'],
});
const VARIABLES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['issue', issue],
  ['config', fromJson({ ids: ['10020', '10021'], text: 'why', nothing: null })],
  ['numbers', [3, 1, 2]],
]);

function run(source: string, meter = new Meter()): Value {
  return evaluate(parseExpression(source), VARIABLES, {}, meter).value;
}

/** What evaluating ends in: a value, Jira's own error, or the local Jira's 501. Anything else is a defect. */
function outcome(source: string, meter = new Meter()): 'value' | 'error' | 'not-served' {
  try {
    run(source, meter);
    return 'value';
  } catch (error) {
    if (error instanceof ExpressionError) return 'error';
    if (error instanceof JiraProblem && error.status === 501) return 'not-served';
    throw error;
  }
}

/** Lists that hold the same list twice, twenty-six times over: 2^26 items for few steps. */
const SHARED =
  "let letters = 'abcdefghijklmnopqrstuvwxyz'.split(''); let twice = x => letters.reduce((l, c) => [l, l], [x])";

describe('a Jira expression', () => {
  test.each<readonly [string, unknown]>([
    ['1 + 2 * 3 - 4 / 2 % 3', 5],
    ["'a' + 1 + null + true", 'a1nulltrue'],
    ['`${issue.key}: ${1 + 1}`', 'SHOP-1: 2'],
    ["issue['key']", 'SHOP-1'],
    ['!issue.assignee', true],
    ['issue.assignee == null', true],
    ['issue.assignee?.displayName', null],
    ['config.missing', null],
    ['config.nothing ?? config.text', 'why'],
    ["'' || 'b'", 'b'],
    ["'a' && 0", 0],
    ['config.ids.includes(issue.customfield_10001.id)', true],
    ['config.ids.includes(10020)', false],
    ['issue?.customfield_99999', null],
    ['issue?.customfield_99999?.id', null],
    ['numbers.map(n => n * 2).filter(n => n > 2)', [6, 4]],
    ['numbers.every(n => n > 0) && numbers.some(n => n == 2)', true],
    ['[].every(n => n) == true && [].some(n => n) == false', true],
    ['numbers.reduce((sum, n) => sum + n, 10)', 16],
    ['numbers.sort((a, b) => a - b).slice(-2)', [2, 3]],
    ['[[1], [2, 3]].flatten().concat([4]).concat(5)', [1, 2, 3, 4, 5]],
    ["numbers.flatMap(n => [n, n]).indexOf(1) + numbers.join('-').length", 7],
    ['numbers[0] + numbers.length', 6],
    ['numbers?.[7]', null],
    ["' Ab '.trim().toLowerCase().split('').length", 2],
    ["issue.summary.indexOf('card') > 0 && issue.summary.includes('Pay')", true],
    ["'7'.padStart(3, '0') + '7'.padEnd(2) + 'ab'.repeat(2).slice(1, 3)", '0077 ba'],
    ["({ a: 1 }).set('b', 2).entries().map(e => e[0])", ['a', 'b']],
    ["new Map().set('x', 1).get('x')", 1],
    ["typeof issue + typeof nowhere + typeof 'a' + typeof [] + typeof null", 'IssueundefinedStringListnull'],
    ["Number('12') + -1", 11],
    ['let two = 2; let twice = n => n * two; twice(21)', 42],
    ['(1 == 1) ? "yes" : "no"', 'yes'],
    ['{ a: { b: [1] } }.a.b == [1]', true],
    ['(a => (b => a + b))(1)(2)', 3],
  ])('%s', (source, expected) => {
    expect(toJson(run(source))).toEqual(expected);
  });

  test.each([
    ['issue.sumary', 'Unrecognized property of `issue`: "sumary". Available properties of type \'Issue\' are:'],
    ['issue.customfield_99999', 'Unrecognized property'],
    ['issue.assignee.displayName', 'Type null does not have any properties.'],
    ['issue.assignee?.a.b', 'Type null does not have any properties.'],
    ['nowhere', 'Unrecognized variable: "nowhere"'],
    ["'abc'.startsWith('a')", 'Unrecognized method: "startsWith"'],
    ['numbers.find(n => n)', 'Unrecognized method: "find"'],
    ['numbers.constructor', 'The list has no item constructor.'],
    ['true.length', 'Unrecognized property'],
    ["config.get('a').__proto__", 'Type null does not have any properties.'],
    ['issue.hasOwnProperty("key")', 'Unrecognized method: "hasOwnProperty"'],
    ["1 == '1'", "Can't compare Number to String."],
    ["issue != 'SHOP-1'", "Can't compare Issue to String."],
    ["1 < '2'", "Can't compare Number to String."],
    ['null > 1', "Can't compare null to Number."],
    ["'a' - 1", 'needs two Numbers'],
    ['true + 1', "Can't add Number to Boolean."],
    ["'a' + numbers", "Can't convert List to String."],
    ['numbers[7]', 'The list has no item 7.'],
    ['[].reduce((a, b) => a)', 'needs an initial value'],
    ['numbers.map((a, b) => a)', 'takes 2 argument(s), it is given 1'],
    ["'ab'.repeat(101)", 'repeated 0 to 100 times'],
    ["'ab'.includes(1)", 'must be a String, not Number'],
    ["'ab'.trim(1)", 'Expected 0 argument(s), got 1.'],
    ['new Risk(1)', 'Unrecognized type: "Risk"'],
    ['1(2)', 'Number is no function'],
  ])('%s fails and says why', (source, reason) => {
    const message = errorOf(source);
    expect(message).toContain('Evaluation failed: "');
    expect(message).toContain(reason);
  });

  test.each([
    '1 === 1',
    'this',
    'a = 1; b',
    'function () { return 1 }',
    'async x => x',
    '[...numbers]',
    '{ ...config }',
    '[,1]',
    'issue?.key?.()',
    'delete issue.key',
    'x++',
    '1; 2',
    'let a; a',
    'const a = 1; a',
    'for (;;) 1',
    '({ x })',
    '10n',
    '',
    ')',
    'eval`1`',
    'import("fs")',
    '(1, 2)',
    '(a = 1) => a',
    '~1',
    "'a' in config",
  ])('%s is no expression', (source) => {
    expect(() => parseExpression(source)).toThrow(ExpressionError);
  });

  test.each([
    ['issue.comments', 'Issue.comments'],
    ['numbers.map(n => { return n })', 'body in braces'],
    ["'a'.match('b')", 'String.match()'],
    ['/a+$/', 'regular expressions'],
    ['new Date()', 'new Date'],
    ['JSON.stringify(config)', 'JSON'],
  ])('%s is what the local Jira lacks, by name', (source, name) => {
    expect(outcome(source)).toBe('not-served');
    expect(() => run(source)).toThrow(name);
  });

  test('an error in a branch that is not taken is none, a mistake in its syntax is', () => {
    expect(run('true ? 1 : nowhere')).toBe(1);
    expect(() => parseExpression('true ? 1 : 2 === 2')).toThrow('===');
  });

  test('properties cost: every reading of an expensive one counts', () => {
    const meter = new Meter();
    run('issue.labels.length + issue.labels.length', meter);
    expect(meter.expensiveOperations).toBe(2);
    const ten = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]';
    expect(outcome(`${ten}.every(n => issue.labels.length == 2)`)).toBe('value');
    expect(errorOf(`${ten}.concat(11).every(n => issue.labels.length == 2)`)).toContain('10 expensive operations');
  });

  test.each([
    'let a = [1,2,3,4,5,6,7,8,9,10]; let b = a.flatMap(x => a.flatMap(y => a.flatMap(z => a))); b.length',
    'let f = (g, n) => n == 0 ? 0 : g(g, n - 1) + g(g, n - 1); f(f, 40)',
    "'a,'.repeat(100).repeat(100).split(',').length",
    `${SHARED}; twice(0) == twice(0)`,
    `${SHARED}; [twice(0)].includes(twice(0))`,
  ])('ends at the limit of steps: %s', (source) => {
    const meter = new Meter();
    expect(outcome(source, meter)).toBe('error');
    expect(meter.steps).toBeGreaterThan(EXPRESSION_LIMITS.steps);
    // A method that makes a list adds the list's length at once.
    expect(meter.steps).toBeLessThanOrEqual(EXPRESSION_LIMITS.steps + 10_001);
  });

  test('ends when functions call themselves for ever', () => {
    expect(errorOf('let f = g => g(g); f(f)')).toContain('nests too deeply');
    expect(errorOf('let f = g => [1].map(n => g(g)); f(f)')).toContain('nests too deeply');
  });

  test('has no result of endless size', () => {
    expect(() => toJson(run(`${SHARED}; twice(0)`))).toThrow('more than 10000 values');
  });

  test('builds no text without end', () => {
    const doubling = "'abcdefghijklmnopqrstuvwxyz'.split('').reduce((text, c) => text + text, 'a')";
    expect(errorOf(doubling)).toContain(`more than ${LONGEST_BUILT_TEXT} characters`);
    expect(errorOf("let h = 'a'.repeat(100).repeat(100).repeat(100); `${h}${h}${h}`")).toContain('characters');
  });

  test('is refused when it is too long or too deep', () => {
    expect(() => parseExpression(`1${' + 1'.repeat(LONGEST_RULE_EXPRESSION / 4)}`)).toThrow('is too long (10001)');
    expect(() => parseExpression(`${'('.repeat(4_000)}1${')'.repeat(4_000)}`)).toThrow(ExpressionError);
    expect(() => parseExpression(`${'!'.repeat(500)}1`)).toThrow('nested too deeply');
  });
});

describe('any text', () => {
  test('is a value, an error or a 501, within the limits', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), endsWell), { numRuns: 500 });
  });

  test('that looks like an expression as well', () => {
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('1', '0', "'a'", 'null', 'true', 'issue', 'config', 'numbers', '[]', 'x', 'nowhere'),
        fc.tuple(tie('expression'), MEMBERS).map(([target, member]) => `${target}${member}`),
        fc.tuple(tie('expression'), METHODS, tie('expression')).map(([a, name, b]) => `${a}.${name}(x => ${b})`),
        fc.tuple(tie('expression'), METHODS, tie('expression')).map(([a, name, b]) => `${a}?.${name}(${b})`),
        fc.tuple(tie('expression'), OPERATORS, tie('expression')).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
        fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, ${b}]`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `({ k: ${a} })[${b}]`),
        tie('expression').map((a) => `(x => ${a})(numbers)`),
        tie('expression').map((a) => `typeof !${a}`),
      ),
    }));
    fc.assert(fc.property(expression, endsWell), { numRuns: 1_000 });
  });

  test('as the name of a property is refused by name, unless Jira has it', () => {
    const name = fc.stringMatching(/^[a-zA-Z_]{3,20}$/).filter((it) => !KNOWN.has(it));
    fc.assert(
      fc.property(fc.oneof(name, fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf')), (unknown) => {
        expect(errorOf(`issue.${unknown}`)).toContain(`"${unknown}"`);
        expect(run(`issue?.${unknown}`)).toBeNull();
        expect(errorOf(`issue.${unknown}()`)).toContain(`"${unknown}"`);
        expect(run(`config.${unknown}`)).toBeNull();
      }),
    );
  });

  function endsWell(source: string): void {
    const meter = new Meter({ steps: 500, expensiveOperations: 10 });
    expect(['value', 'error', 'not-served']).toContain(outcome(source, meter));
    // One more step than allowed ends it; methods that copy a list add its length at once.
    expect(meter.expensiveOperations).toBeLessThanOrEqual(11);
    expect(run(`typeof issue`)).toBe('Issue');
  }
});

const KNOWN = new Set(['key', 'summary', 'assignee', 'labels', 'comments', 'ids', 'text', 'nothing']);
const MEMBERS = fc.constantFrom('.key', '?.key', '.labels', '[0]', '?.[0]', '.length', '.ids', '.constructor', '["k"]');
const METHODS = fc.constantFrom('map', 'filter', 'some', 'includes', 'flatten', 'get', 'trim', 'split', 'toString');
const OPERATORS = fc.constantFrom('+', '-', '==', '!=', '<', '&&', '||', '??', '%');

function errorOf(source: string): string {
  try {
    run(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
  throw new Error(`${source} has a value`);
}
