import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ABUSE_ROWS } from './rows';

/** The list that the project began with. */
const FIRST_LIST = Array.from({ length: 54 }, (_, index) => index + 1);
/** The project's own rows begin here. */
const OWN_FROM = 101;

test('every row of the first list is there, and more than ten of our own, each once', () => {
  const rows = ABUSE_ROWS.map(({ row }) => row);
  expect(rows.slice(0, FIRST_LIST.length)).toEqual(FIRST_LIST);
  const own = rows.slice(FIRST_LIST.length);
  expect(own).toEqual(own.map((_, index) => OWN_FROM + index));
  expect(own.length).toBeGreaterThan(10);
});

test('every row has its tests, or a reason why it cannot apply', () => {
  expect(ABUSE_ROWS.filter(({ tests, why }) => tests.length === 0 && why === undefined)).toEqual([]);
});

test.each(ABUSE_ROWS.flatMap(({ row, tests }) => tests.map(([file, name]) => [row, file, name] as const)))(
  'row %d: %s, “%s”',
  (_row, file, name) => {
    expect(testNamesIn(file)).toContain(name);
  },
);

/** Of tests that run: one that is skipped shows nothing. */
function testNamesIn(file: string): readonly string[] {
  const where = path.resolve(__dirname, '..', file);
  const source = ts.createSourceFile(where, readFileSync(where, 'utf8'), ts.ScriptTarget.ES2022, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteralLike(name) && isTest(node.expression)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** `test(…)` or `test.each(…)(…)`, and nothing else. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'test';
  if (!ts.isCallExpression(callee) || !ts.isPropertyAccessExpression(callee.expression)) return false;
  const { expression, name } = callee.expression;
  return ts.isIdentifier(expression) && expression.text === 'test' && name.text === 'each';
}
