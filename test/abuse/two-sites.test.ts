/**
 * Two sites on one warm process, whose people, issues, fields and projects have the very same ids and keys: whatever is
 * done on both at the same time, nothing of one is shown, allowed or kept on the other. Row 12.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { openRisksOn } from '../../src/domain/trend';
import { deliverAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { hurryPauses } from '../fixtures/hurried-pauses';
import { ON_ISSUE, OPERATIONS, payloadsOf, refused, type Operation } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { setUpSite, valueOf, type Key, type People, type TestSite } from '../fixtures/site';
import { wordedPayload } from '../fixtures/worded-payload';
import { grant } from '../local-jira/seed';

capturedLog();
hurryPauses();
/** A word that nothing but this site knows. */
interface Tenant {
  readonly word: string;
  readonly site: TestSite;
  readonly story: Key;
  readonly risk: Key;
}

let north: Tenant;
let south: Tenant;

beforeAll(async () => {
  const first = await setUpSite({ siteName: 'north', cloudId: 'cloud-north' });
  const second = await setUpSite({ siteName: 'south', cloudId: 'cloud-south', forge: first.forge });
  north = await tenant(first, 'Polarlicht', 1);
  south = await tenant(second, 'Mangrove', 3);
});
afterAll(() => {
  north.site.close();
  south.site.close();
});

async function tenant(site: TestSite, word: string, risks: 1 | 3): Promise<Tenant> {
  const story = await site.story(`Save card, ${word}`);
  const fields = riskFields(await site.setup(), { likelihood: risks, impact: risks, owner: site.people.deniz });
  const made: Key[] = [];
  for (let nth = 0; nth < risks; nth += 1) made.push(await site.risk(`Card data in logs, ${word}`, fields));
  return { word, site, story, risk: made[0] as Key };
}

/** At the same time, so that one is in the middle of its work while the other begins. */
const onBoth = <T>(work: (one: Tenant) => Promise<T>) => Promise.all([north, south].map(work));

/** A valid payload of an operation, with the site's own word in every text. */
function payloadOf({ site, word, story, risk }: Tenant, operation: Operation, about = story): unknown {
  return wordedPayload(payloadsOf(site, about.id, risk.id)[operation], word);
}

test('the two cannot be told apart by an id or a key', async () => {
  const idsOf = ({ site, story, risk }: Tenant) => [
    site.people,
    site.project,
    [story.id, story.key, risk.id, risk.key],
  ];
  expect(idsOf(south)).toEqual(idsOf(north));
  expect(await south.site.setup()).toEqual(await north.site.setup());
});

test('what a person may do on one is nothing that the person of the same id may do on the other', async () => {
  const { deniz } = south.site.people;
  const { projects } = south.site.jira.state;
  const project = projects.require(south.site.project.id);
  projects.put({ ...project, roleActors: {} });
  grant(south.site.jira.state, project, deniz, 'viewer');
  for (const operation of ON_ISSUE) {
    south.site.jira.costs.reset();
    const [, other] = await onBoth((one) => one.site.invokeRaw(deniz, operation, payloadOf(one, operation)));
    expect([operation, other]).toEqual([operation, refused('no-permission')]);
    expect(writesOf(south.site)).toEqual([]);
  }
  projects.put(project);
});

test('every operation, event, job and schedule on both at once: each answers and keeps its own alone', async () => {
  const setups = await onBoth(({ site }) => site.setup());
  const answers: Record<string, string[]> = { [north.word]: [], [south.word]: [] };
  await onBoth(async ({ site, word }) => {
    const { admin } = site.people;
    const { saved } = valueOf(await site.invoke(admin, 'readProjectSettings', { projectId: site.project.id }));
    if (saved === undefined) throw new Error('the project was not added');
    const settings = { ...saved.settings, hintWords: [word] };
    valueOf(await site.invoke(admin, 'saveProjectSettings', { ...saved, projectId: site.project.id, settings }));
  });
  const rounds = [
    [({ story }: Tenant) => story, ({ admin }: People) => admin],
    [({ risk }: Tenant) => risk, ({ deniz }: People) => deniz],
  ] as const;
  for (const [about, who] of rounds) {
    for (const operation of OPERATIONS) {
      await onBoth(async (one) => {
        const payload = payloadOf(one, operation, about(one));
        answers[one.word]?.push(JSON.stringify(await one.site.invokeRaw(who(one.site.people), operation, payload)));
      });
    }
    await onBoth(async ({ site }) => {
      for (const schedule of ['hourly-reconcile', 'daily-digest', 'daily-snapshot']) {
        await site.forge.schedules.run(site.site, schedule);
      }
      await deliverAll(site);
      await site.forge.queue.drain(site.site);
    });
  }

  for (const [own, other] of [
    [north, south],
    [south, north],
  ] as const) {
    const heard = answers[own.word]?.join('\n') ?? '';
    const stored = JSON.stringify(own.site.forge.kvs(own.site.site).values());
    const inJira = JSON.stringify(own.site.jira.snapshot());
    // What is looked for is there to be found.
    for (const held of [heard, stored, inJira]) {
      expect(held).toContain(own.word);
      expect(held).not.toContain(other.word);
    }
    const log = own.site.forge.invocations.entries.filter(({ cloudId }) => cloudId === own.site.jira.cloudId);
    expect(log.length).toBeGreaterThan(OPERATIONS.length);
  }
  expect(await onBoth(({ site }) => site.setup())).toEqual(setups);
  const open = await onBoth(async ({ site }) => {
    const { trends } = valueOf(
      await site.invoke(site.people.deniz, 'readTrends', { projectIds: [site.project.id], days: 30 }),
    );
    return trends[0]?.days.map(openRisksOn);
  });
  expect(open[0]).not.toEqual(open[1]);
});

describe('the source', () => {
  const src = path.resolve(__dirname, '../../src');
  const trees = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file,
      tree: ts.createSourceFile(file, readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.ES2022, true),
    }));

  const CHANGING = /^(set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

  /** Names that live as long as the process: constants of a file and what it imports. */
  function lasting(tree: ts.SourceFile): ReadonlySet<string> {
    const names = new Set<string>(['globalThis', 'global', 'process']);
    for (const statement of tree.statements) {
      if (ts.isVariableStatement(statement)) {
        for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) names.add(name.text);
      } else if (ts.isClassDeclaration(statement) && statement.name) names.add(statement.name.text);
      // What a package keeps is its own; Forge's storage belongs to the installation that runs.
      else if (ts.isImportDeclaration(statement) && /^['"]\./.test(statement.moduleSpecifier.getText())) {
        const bindings = statement.importClause?.namedBindings;
        if (bindings && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) names.add(name.text);
      }
    }
    return names;
  }

  /** The name that an expression such as `a.b[c]` begins with. */
  function rootOf(node: ts.Expression): string | undefined {
    if (ts.isIdentifier(node)) return node.text;
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression);
    return ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
      ? rootOf(node.expression)
      : undefined;
  }

  /** What a node changes, where it changes something. */
  function changed(node: ts.Node): ts.Expression | undefined {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (CHANGING.test(name.text)) return expression;
      if (expression.getText() === 'Object' && /^(assign|defineProperty)$/.test(name.text)) return node.arguments[0];
    }
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
      if (assigns && !ts.isIdentifier(node.left)) return node.left;
    }
    if (ts.isDeleteExpression(node)) return node.expression;
    return ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)
      ? /^(\+\+|--)/.test(ts.tokenToString(node.operator) ?? '')
        ? node.operand
        : undefined
      : undefined;
  }

  function changesIn(file: string, tree: ts.SourceFile): readonly string[] {
    const names = lasting(tree);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const target = changed(node);
      const root = target === undefined ? undefined : rootOf(target);
      if (root !== undefined && names.has(root)) found.push(`${file}: ${node.getText().slice(0, 80)}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  }

  test('nothing that outlives an invocation is ever changed', () => {
    expect(trees.length).toBeGreaterThan(100);
    expect(trees.flatMap(({ file, tree }) => changesIn(file, tree))).toEqual([]);
  });

  test('the look at the source finds a cache, however it is written', () => {
    const caught = (code: string) =>
      changesIn('x.ts', ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2022, true)).length;
    expect(caught('const seen = new Map(); export function f(k, v) { seen.set(k, v); }')).toBe(1);
    expect(caught('const seen = {}; const f = (k, v) => { seen[k] = v; };')).toBe(1);
    expect(caught("import { seen } from './a'; function f() { seen.last.push(1); }")).toBe(1);
    expect(caught('class Cache { static last; } function f(v) { Cache.last ??= v; globalThis.x = v; }')).toBe(2);
    expect(caught('const count = { n: 0 }; function f() { count.n++; delete count.n; }')).toBe(2);
    expect(caught('function f() { const seen = new Map(); seen.set(1, 2); }')).toBe(0);
  });
});
