/**
 * manifest.yml under Atlassian's own full validation, offline, and under assertions for what that one misses.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FullValidationProcessor } from '@forge/manifest';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..');

interface Manifest {
  readonly app: { readonly runtime: { readonly name: string } };
  readonly modules: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly resources: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry: Readonly<Record<string, string>>;
  }[];
  readonly permissions: Readonly<Record<string, unknown>> & { readonly scopes: readonly string[] };
}

const text = readFileSync(path.join(root, 'manifest.yml'), 'utf8');
const manifest = parse(text) as Manifest;
const uiModules = Object.entries(manifest.modules).filter(([type]) => type !== 'function');

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
    const handlers = (manifest.modules['function'] ?? []).map((module) => String(module['handler']));
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

  test('at most five schedules, and no resolver asks for more than its 25 seconds', () => {
    expect((manifest.modules['scheduledTrigger'] ?? []).length).toBeLessThanOrEqual(5);
    for (const module of manifest.modules['function'] ?? []) {
      if (module['key'] === 'resolver' || module['key'] === 'badge') expect(module['timeoutSeconds']).toBeUndefined();
    }
  });
});
