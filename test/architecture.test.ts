/**
 * The house rules of the layout, held by a test: who may import whom, and that nothing of test/ is shipped.
 * A rule that has to change is changed here, in the same commit as the code that needs it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

const root = path.resolve(__dirname, '..');

interface Import {
  readonly from: string;
  /** A path below the project ("src/domain/level") or a package name ("@forge/api"). */
  readonly to: string;
  readonly typeOnly: boolean;
}

interface Rule {
  readonly folder: string;
  /** Folders of the project and packages that may be imported; a prefix stands for all below it. */
  readonly may: readonly string[];
  /** May be imported as types only. */
  readonly mayAsType?: readonly string[];
}

const PAGE_PACKAGES = [
  'react',
  'react-dom',
  '@atlaskit/',
  'date-fns',
  'valibot',
  'diff',
  'papaparse',
  'html-to-image',
  '@tanstack/react-virtual',
];

/** DESIGN: folders and what they may import. Everything not named is refused. */
const RULES: readonly Rule[] = [
  { folder: 'src/contract', may: ['src/contract'], mayAsType: ['src/domain'] },
  { folder: 'src/domain', may: ['src/domain', 'date-fns'] },
  { folder: 'src/jira', may: ['src/jira', 'src/domain', 'valibot'] },
  { folder: 'src/reads', may: ['src/reads', 'src/domain', 'src/jira', 'date-fns'] },
  { folder: 'src/storage', may: ['src/storage', '@forge/kvs', 'valibot', 'src/domain'], mayAsType: ['src/contract'] },
  {
    folder: 'src/commands',
    // A command judges an issue by the same reading as a page.
    may: ['src/commands', 'src/domain', 'src/jira', 'src/reads', 'src/storage', 'date-fns'],
    mayAsType: ['src/contract'],
  },
  {
    folder: 'src/setup',
    // Set-up says no in the same way as a command.
    may: ['src/setup', 'src/commands/refusal', 'src/domain', 'src/jira', 'src/storage', 'valibot'],
    mayAsType: ['src/contract'],
  },
  {
    // A job does what a resolver does, without a person: it shares how a function reaches Jira and writes to the log.
    folder: 'src/events',
    may: [
      'src/events',
      'src/resolvers/jira-request',
      'src/resolvers/log',
      'src/resolvers/this-app',
      'src/commands',
      // A job judges an issue by the same reading as a page, as the app.
      'src/reads',
      'src/setup',
      'src/contract',
      'src/domain',
      'src/jira',
      'src/storage',
      '@forge/events',
      '@forge/api',
      'valibot',
    ],
  },
  {
    folder: 'src/resolvers',
    may: [
      'src/resolvers',
      // Starting a run sends its first job.
      'src/events/set-up-job',
      'src/events/levels-job',
      'src/events/rebuild-job',
      'src/commands',
      'src/setup',
      'src/contract',
      'src/domain',
      'src/reads',
      'src/jira',
      'src/storage',
      '@forge/resolver',
      '@forge/api',
      'valibot',
    ],
  },
  {
    folder: 'static/app/src/shared',
    may: ['static/app/src/shared', 'src/domain', 'src/jira', 'src/contract', ...PAGE_PACKAGES],
    mayAsType: ['src/reads'],
  },
  { folder: 'test/local-jira', may: ['test/local-jira', '*'] },
];

/** A page's module may import itself, what is shared, and the pure and reading sides of src; never another module. */
function moduleRule(folder: string): Rule {
  return {
    folder,
    may: [folder, 'static/app/src/shared', 'src/domain', 'src/jira', 'src/reads', 'src/contract', ...PAGE_PACKAGES],
  };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : sourceFiles(below);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [below] : [];
  });
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    const to = specifier.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
      : specifier;
    found.push({ from: file, to, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const everyNameIsType =
        clause !== undefined &&
        clause.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier.text, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || everyNameIsType);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isBelow(target: string, allowed: string): boolean {
  return target === allowed || target.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`);
}

function violations(rule: Rule): string[] {
  return sourceFiles(rule.folder)
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => {
      const allowed = typeOnly ? [...rule.may, ...(rule.mayAsType ?? [])] : rule.may;
      return !allowed.some((entry) => isBelow(to, entry));
    })
    .map(({ from, to, typeOnly }) => `${from} imports ${to}${typeOnly ? ' (type)' : ''}`);
}

describe('who may import whom', () => {
  const modules = readdirSync(path.join(root, 'static/app/src/modules')).map(
    (name) => `static/app/src/modules/${name}`,
  );
  const rules = [...RULES.filter((rule) => rule.folder !== 'test/local-jira'), ...modules.map(moduleRule)];

  test.each(rules.map((rule) => [rule.folder, rule] as const))('%s imports only what it may', (_folder, rule) => {
    expect(
      violations({ ...rule, may: rule.folder === 'static/app/src/shared' ? [...rule.may, '@forge/bridge'] : rule.may }),
    ).toEqual([]);
  });

  test('the rules see an import that breaks them', () => {
    const strict: Rule = { folder: 'src/resolvers', may: [] };
    expect(violations(strict)).toContain('src/resolvers/define.ts imports @forge/resolver');
  });

  test('only shared/bridge.ts imports @forge/bridge', () => {
    const importers = sourceFiles('static/app/src')
      .flatMap(importsOf)
      .filter(({ to }) => isBelow(to, '@forge/bridge'))
      .map(({ from }) => from);
    expect([...new Set(importers)]).toEqual(['static/app/src/shared/bridge.ts']);
  });

  test('only the gateway names REST paths', () => {
    const named = [...sourceFiles('src'), ...sourceFiles('static/app/src')].filter(
      (file) =>
        !file.startsWith('src/jira/') &&
        /\/rest\/(api|agile|software)\//.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(named).toEqual([]);
  });

  test('the local Jira knows nothing of the app', () => {
    const fromApp = sourceFiles('test/local-jira')
      .flatMap(importsOf)
      .filter(({ to }) => isBelow(to, 'src') || isBelow(to, 'static'))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(fromApp).toEqual([]);
  });

  test('the rules of the domain are synchronous and have no clock', () => {
    const offenders = sourceFiles('src/domain').filter((file) =>
      /\basync\b|\bawait\b|new Date\(\)|Date\.now\(|Math\.random\(/.test(withoutComments(file)),
    );
    expect(offenders).toEqual([]);
  });

  test('index.ts is a table of contents', () => {
    const source = ts.createSourceFile(
      'index.ts',
      readFileSync(path.join(root, 'src/index.ts'), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    );
    const kinds = source.statements.map((statement) => ts.SyntaxKind[statement.kind]);
    expect(new Set(kinds)).toEqual(new Set(['ExportDeclaration']));
  });
});

describe('what is shipped', () => {
  test('the functions hold nothing of test/ and nothing of the page', async () => {
    const inputs = await bundledFiles('src/index.ts', 'node');
    expect(inputs).toContain('src/index.ts');
    expect(inputs.filter((file) => file.startsWith('test/') || file.startsWith('static/'))).toEqual([]);
    expect(inputs.filter((file) => /node_modules\/(react|@forge\/bridge|@atlaskit)\//.test(file))).toEqual([]);
  });

  const entries = readdirSync(path.join(root, 'static/app/src/modules'));
  test.each(entries)('the page %s holds nothing of test/ and nothing that only a function may do', async (entry) => {
    const inputs = await bundledFiles(`static/app/src/modules/${entry}/main.tsx`, 'browser');
    expect(inputs.filter((file) => file.startsWith('test/'))).toEqual([]);
    expect(inputs.filter((file) => /^src\/(commands|storage|setup|resolvers|events)\//.test(file))).toEqual([]);
    expect(inputs.filter((file) => /node_modules\/@forge\/(api|kvs|resolver|events)\//.test(file))).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
}

async function bundledFiles(entry: string, platform: 'node' | 'browser'): Promise<string[]> {
  const result = await build({
    entryPoints: [path.join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: path.join(root, '.local/unused'),
    metafile: true,
    platform,
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    logLevel: 'silent',
    loader: { '.svg': 'text', '.woff2': 'empty' },
  });
  return Object.keys(result.metafile.inputs);
}
