/**
 * What no test of behaviour can show: that there is no second door. Read from the syntax tree of every file that ships.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '..', '..');

interface Source {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dist'))
    .map((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
    });
}

const functions = sourcesIn('src');
const pages = sourcesIn('static/app/src');

/** Each node of these sources for which `is` holds, as "file: text". */
function found(sources: readonly Source[], is: (node: ts.Node) => boolean): string[] {
  const hits: string[] = [];
  for (const { file, tree } of sources) {
    const look = (node: ts.Node): void => {
      if (is(node)) hits.push(`${file}: ${node.getText(tree).slice(0, 100)}`);
      ts.forEachChild(node, look);
    };
    look(tree);
  }
  return hits;
}
const filesOf = (hits: readonly string[]) => [...new Set(hits.map((hit) => hit.slice(0, hit.indexOf(':'))))].sort();

const named = (...names: readonly string[]) => {
  return (node: ts.Node): boolean => ts.isIdentifier(node) && names.includes(node.text);
};

/** Text that is part of the program: strings and the fixed parts of templates. */
function writtenText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return undefined;
}

test('the rules find what they look for', () => {
  const text =
    'let a; const m = new Map(); m.set(1, 2); const s = new Set([1]); const b: any = `project = ${a} AND status = 1`; el.innerHTML = b;';
  const sample = [{ file: 'sample.ts', tree: ts.createSourceFile('sample.ts', text, ts.ScriptTarget.Latest, true) }];
  expect(found(sample, isAny)).toHaveLength(1);
  expect(found(sample, isMutableOfModule)).toEqual(['sample.ts: let a;', 'sample.ts: const m = new Map();']);
  expect(found(sample, isQueryText)).not.toHaveLength(0);
  expect(found(sample, named('innerHTML'))).toHaveLength(1);
});

describe('resolvers', () => {
  test('are made by the guard and given to Forge by one file', () => {
    expect(filesOf(found(functions, named('Resolver')))).toEqual(['src/resolvers/define.ts']);
    expect(filesOf(found(functions, isCallOf('guarded')))).toEqual(['src/resolvers/resolver.ts']);
  });

  test('each name their demand, and nothing else runs', () => {
    const operations = functions
      .filter(({ file }) => file.startsWith('src/resolvers/'))
      .flatMap(({ tree }) => objectsWith(tree, 'run', 'payload'));
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.filter((operation) => !hasProperty(operation, 'demands')).map((o) => o.getText())).toEqual([]);
  });

  test('are asked only for what every signed-in person may know, where they demand nothing more', () => {
    const free = functions.flatMap(({ tree }) =>
      objectsWith(tree, 'run', 'payload')
        .filter((operation) => /demand: 'signedIn'/.test(operation.getText(tree)))
        .map((operation) => (ts.isPropertyAssignment(operation.parent) ? operation.parent.name.getText(tree) : '?')),
    );
    // Ids of set-up; and ids and history of those projects alone that Jira shows this person at that moment.
    expect(free.sort()).toEqual(FREE_OPERATIONS);
  });
});

/** Each has its reason beside its definition. */
const FREE_OPERATIONS = ['getSetup', 'getSetupInSight', 'readTrends'];

describe('the app', () => {
  test('acts as itself only in the guard and in jobs, which have no person', () => {
    const users = filesOf(found(functions, named('jiraAsApp'))).filter(
      (file) => file !== 'src/resolvers/jira-request.ts',
    );
    expect(users).toEqual([
      'src/events/before-uninstall.ts',
      'src/events/levels-job.ts',
      'src/events/rebuild-job.ts',
      'src/events/scene.ts',
      'src/events/set-up-job.ts',
      'src/resolvers/define.ts',
    ]);
  });

  test('gets Jira from the platform in one file', () => {
    expect(filesOf(found(functions, named('asApp', 'asUser')))).toContain('src/resolvers/jira-request.ts');
    const calls = found(
      functions,
      (node) => ts.isCallExpression(node) && /\.as(App|User)$/.test(node.expression.getText()),
    );
    expect(filesOf(calls)).toEqual(['src/resolvers/jira-request.ts']);
  });
});

describe('no way round', () => {
  test('a route is always escaped', () => {
    const ways = named('assumeTrustedRoute', 'routeFromAbsolute', 'authorize');
    expect([...found(functions, ways), ...found(pages, ways)]).toEqual([]);
  });

  test('markup is never made of text', () => {
    const ways = named('dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'eval', 'Function');
    expect(found(pages, (node) => ways(node) && !ts.isTypeReferenceNode(node.parent))).toEqual([]);
    expect(found(functions, named('eval'))).toEqual([]);
  });

  test('queries are made by the escaping builder alone', () => {
    const outside = functions.concat(pages).filter(({ file }) => file !== 'src/jira/jql.ts');
    expect(found(outside, isQueryText)).toEqual([]);
  });

  test('no value is of any type', () => {
    expect([...found(functions, isAny), ...found(pages, isAny)]).toEqual([]);
  });

  test('nothing is kept between two calls of a function', () => {
    expect(found(functions, isMutableOfModule)).toEqual([]);
  });
});

function isAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword;
}

/** JQL as text: a field and its operator, or an order. The escaping builder of paths has its own. */
function isQueryText(node: ts.Node): boolean {
  const text = writtenText(node);
  if (text === undefined || isInPath(node)) return false;
  return (
    /\b(project|issuetype|status(Category)?|filter|issuekey|key|fixVersion)\s*(=|!=|\b(not )?in\b\s*\()/i.test(text) ||
    /\bORDER BY\b/.test(text)
  );
}

function isInPath(node: ts.Node): boolean {
  for (let at = node; !ts.isStatement(at); at = at.parent) {
    if (ts.isTaggedTemplateExpression(at)) return at.tag.getText() === 'path';
  }
  return false;
}

const CHANGING = /^(set|add|push|unshift|pop|shift|splice|delete|clear)$/;

/** A variable outside every function, or a collection there that something is put into. */
function isMutableOfModule(node: ts.Node): boolean {
  if (!ts.isVariableStatement(node) || !ts.isSourceFile(node.parent)) return false;
  if ((node.declarationList.flags & ts.NodeFlags.Const) === 0) return true;
  const tree = node.parent;
  return node.declarationList.declarations.some(({ name }) => {
    const changes = (at: ts.Node): boolean =>
      (ts.isPropertyAccessExpression(at) &&
        at.expression.getText() === name.getText() &&
        CHANGING.test(at.name.text)) ||
      (ts.forEachChild(at, (child) => changes(child) || undefined) ?? false);
    return changes(tree);
  });
}

function isCallOf(name: string) {
  return (node: ts.Node): boolean =>
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;
}

function objectsWith(tree: ts.SourceFile, ...names: readonly string[]): readonly ts.ObjectLiteralExpression[] {
  const objects: ts.ObjectLiteralExpression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && names.every((name) => hasProperty(node, name))) objects.push(node);
    ts.forEachChild(node, look);
  };
  look(tree);
  return objects;
}

function hasProperty(object: ts.ObjectLiteralExpression, name: string): boolean {
  return object.properties.some((property) => property.name?.getText() === name);
}
