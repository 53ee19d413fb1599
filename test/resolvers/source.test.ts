/** What the source itself must not hold: ways round the guard, and memory that one tenant could leave to the next. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const src = path.resolve(__dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(src, file), 'utf8') }));
const holding = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the source', () => {
  test("uses neither Forge's authorize(), which takes an empty list for a yes, nor a route that it did not escape", () => {
    expect(holding(/\bauthorize\(|assumeTrustedRoute|routeFromAbsolute/)).toEqual([]);
  });

  test('acts as the user and as the app in one file only', () => {
    expect(holding(/\basApp\(/)).toEqual(['resolvers/jira-request.ts']);
    expect(holding(/\basUser\(/)).toEqual(['resolvers/jira-request.ts']);
  });

  test('hands out the app behind the check of an admin, and where Forge runs the app without a person', () => {
    const users = holding(/\bjiraAsApp\b/).filter((file) => file !== 'resolvers/jira-request.ts');
    expect(users.filter((file) => file !== 'resolvers/define.ts' && !file.startsWith('events/'))).toEqual([]);
  });

  test('defines resolver functions in the guard and nowhere else', () => {
    expect(holding(/@forge\/resolver/)).toEqual(['resolvers/define.ts']);
  });

  test('keeps nothing between invocations: no variable outside a function', () => {
    expect(holding(/^(export )?(let|var) /m)).toEqual([]);
  });

  test('writes to the log in one file only', () => {
    expect(holding(/\bconsole\./)).toEqual(['resolvers/log.ts']);
  });
});
