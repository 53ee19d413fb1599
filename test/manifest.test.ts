/**
 * manifest.yml under Atlassian's own full validation, offline, and under assertions for what that one misses.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FullValidationProcessor } from '@forge/manifest';
import { parse } from 'yaml';
import { IMPORT_PATH, IMPORT_PROPERTY } from '../src/domain/csv/import-mark';
import { MARK_PATH, READINESS_PROPERTY } from '../src/domain/readiness-mark';
import { LONGEST_REST_EXPRESSION, parseExpression } from './local-jira/expressions/parse';

const root = path.resolve(__dirname, '..');

type Module = Readonly<Record<string, unknown>>;

interface Manifest {
  readonly app: { readonly runtime: { readonly name: string } };
  readonly modules: Readonly<Record<string, readonly Module[]>>;
  readonly resources: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry: Readonly<Record<string, string>>;
  }[];
  readonly permissions: Readonly<Record<string, unknown>> & { readonly scopes: readonly string[] };
}

const text = readFileSync(path.join(root, 'manifest.yml'), 'utf8');
const manifest = parse(text) as Manifest;
const of = (type: string): readonly Module[] => manifest.modules[type] ?? [];
/** Modules that show no page: a function runs, or Jira itself evaluates an expression or indexes a property. */
const WITHOUT_PAGE = [
  'function',
  'consumer',
  'scheduledTrigger',
  'trigger',
  'preUninstall',
  'jira:workflowValidator',
  'jira:entityProperty',
];
const uiModules = Object.entries(manifest.modules).filter(([type]) => !WITHOUT_PAGE.includes(type));
/** Who waits for an answer waits 25 seconds; a longer timeoutSeconds would only promise what Forge does not keep. */
const AWAITED = new Set(
  uiModules
    .flatMap(([, modules]) =>
      modules.flatMap((module) => [functionOf(module['resolver']), functionOf(module['dynamicProperties'])]),
    )
    .filter((key) => key !== undefined),
);

test("Atlassian's full validation finds nothing", async () => {
  const before = process.cwd();
  process.chdir(root);
  try {
    const result = await new FullValidationProcessor({}).process('manifest.yml');
    expect({ success: result.success, errors: result.errors ?? [] }).toEqual({ success: true, errors: [] });
  } finally {
    process.chdir(before);
  }
});

describe('what full validation misses', () => {
  test('the runtime is one that can still be deployed', () => {
    expect(manifest.app.runtime.name).toBe('nodejs22.x');
  });

  test('no user interface module is UI Kit 1 or unlicensed', () => {
    for (const [type, modules] of uiModules) {
      for (const module of modules) {
        expect([type, 'function' in module]).toEqual([type, false]);
        expect([type, 'unlicensedAccess' in module]).toEqual([type, false]);
        expect([type, typeof module['resource']]).toEqual([type, 'string']);
      }
    }
  });

  test('every module opens an entry that the build makes, and every entry is opened by a module', () => {
    const opened = uiModules.flatMap(([, modules]) =>
      modules.flatMap((module) => [
        module['resource'],
        (module['edit'] as { resource?: unknown } | undefined)?.resource,
      ]),
    );
    const entries = manifest.resources.flatMap(({ key, entry }) => Object.keys(entry).map((name) => `${key}/${name}`));
    expect(new Set(opened.filter((name) => name !== undefined))).toEqual(new Set(entries));
    for (const resource of manifest.resources) {
      for (const html of Object.values(resource.entry)) {
        expect([html, existsSync(path.join(root, resource.path, '..', html))]).toEqual([html, true]);
      }
    }
  });

  test('every function is exported by src/index.ts', async () => {
    const exported = Object.keys(await import('../src/index'));
    const handlers = of('function').map((module) => String(module['handler']));
    expect(handlers.map((handler) => handler.replace(/^index\./, '')).sort()).toEqual(exported.sort());
  });

  test('nothing leaves Jira: no egress, no remotes, no relaxed content policy', () => {
    expect(manifest.permissions['external']).toBeUndefined();
    expect(manifest.permissions['content']).toBeUndefined();
    expect(Object.keys(parse(text) as object).sort()).toEqual(['app', 'modules', 'permissions', 'resources']);
  });

  test('storage is used, so its scope is declared; every scope is a classic one', () => {
    expect(manifest.permissions.scopes).toContain('storage:app');
    expect(manifest.permissions.scopes.filter((scope) => /^(read|write|delete):[a-z-]+:jira/.test(scope))).toEqual([]);
  });

  test('a gadget and every other page module shows a resource of its own kind, and asks for nothing the host lacks', () => {
    for (const [type, modules] of uiModules) {
      for (const module of modules) {
        expect([type, module['render'], module['layout'] ?? 'native']).toEqual([
          type,
          undefined,
          expect.stringMatching(/^(native|blank)$/),
        ]);
        if (type !== 'jira:dashboardGadget') continue;
        expect(typeof functionOf(module['resolver'])).toBe('string');
        expect(typeof (module['edit'] as { resource?: unknown } | undefined)?.resource).toBe('string');
      }
    }
  });

  test('exactly one page is where an admin starts, and it is an admin page', () => {
    const marked = uiModules.flatMap(([type, modules]) =>
      modules
        .filter((module) => 'useAsGetStarted' in module || 'useAsConfig' in module)
        .map((module) => ({ type, module })),
    );
    expect(marked).toEqual([
      {
        type: 'jira:adminPage',
        module: expect.objectContaining({ useAsGetStarted: true, useAsConfig: true }) as Module,
      },
    ]);
  });

  test('every function that a module names is declared, and every one declared is named', () => {
    const named = Object.values(manifest.modules).flatMap((modules) =>
      modules.flatMap((module) => [
        module['function'],
        functionOf(module['resolver']),
        functionOf(module['dynamicProperties']),
      ]),
    );
    const declared = of('function').map(({ key }) => key);
    expect(new Set(named.filter((key) => key !== undefined))).toEqual(new Set(declared));
  });

  test('every queue has one consumer, and every push goes to one that is there', () => {
    const queues = of('consumer').map(({ queue }) => String(queue));
    expect(new Set(queues).size).toBe(queues.length);
    const pushing = sources(path.join(root, 'src')).filter((source) => source.includes('new Queue('));
    for (const source of pushing) {
      expect(queues.filter((queue) => source.includes(`'${queue}'`))).toHaveLength(1);
    }
    expect(queues.filter((queue) => !pushing.some((source) => source.includes(`'${queue}'`)))).toEqual([]);
  });

  test('at most five schedules, and nobody promises more time than Forge gives', () => {
    expect(of('scheduledTrigger').length).toBeLessThanOrEqual(5);
    const background = new Set(
      [...of('consumer'), ...of('scheduledTrigger')].map((module) => String(module['function'])),
    );
    for (const { key, timeoutSeconds } of of('function')) {
      if (timeoutSeconds === undefined) continue;
      // Product events, preUninstall and everything a page waits for have a fixed time.
      expect([key, background.has(String(key)), AWAITED.has(String(key))]).toEqual([key, true, false]);
      expect(Number(timeoutSeconds)).toBeLessThanOrEqual(900);
    }
  });

  test('every event has a name that Jira knows, and none is left out because the app itself may have caused it', () => {
    const known = [
      'avi:jira:created:issue',
      'avi:jira:updated:issue',
      'avi:jira:deleted:issue',
      'avi:jira:created:issuelink',
      'avi:jira:deleted:issuelink',
    ];
    const triggers = of('trigger');
    expect(triggers.flatMap(({ events }) => events)).toEqual(known);
    expect(triggers.filter((trigger) => 'filter' in trigger)).toEqual([]);
  });

  test('Jira indexes the marks by the keys and paths under which the app writes them', () => {
    expect(of('jira:entityProperty')).toEqual([
      {
        key: 'readiness-mark',
        entityType: 'issue',
        propertyKey: READINESS_PROPERTY,
        values: [{ path: MARK_PATH, type: 'string', searchAlias: 'securityReadiness' }],
      },
      {
        key: 'import-mark',
        entityType: 'issue',
        propertyKey: IMPORT_PROPERTY,
        values: [{ path: IMPORT_PATH, type: 'string' }],
      },
    ]);
  });

  test('a workflow validator is a Jira expression that Jira takes, with words for whoever it stops', () => {
    for (const module of of('jira:workflowValidator')) {
      expect([module['key'], 'function' in module]).toEqual([module['key'], false]);
      const expression = String(module['expression']);
      // The lower of Jira's two limits, so that its analysis by REST takes it too; the linter looks at its type only.
      expect(expression.length).toBeLessThanOrEqual(LONGEST_REST_EXPRESSION);
      expect(() => parseExpression(expression)).not.toThrow();
      // Without, people would read "validator failed".
      expect(module['errorMessage']).toBeDefined();
    }
  });
});

/** `{ function: 'resolver' }` of a module. */
function functionOf(reference: unknown): string | undefined {
  const key = (reference as { function?: unknown } | undefined)?.function;
  return typeof key === 'string' ? key : undefined;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
