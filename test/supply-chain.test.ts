/**
 * What ships: every package with a licence that fits ours, at a version that does not move by itself, and in a bill of
 * materials (`npm run sbom`).
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const root = path.resolve(__dirname, '..');
const PERMISSIVE: ReadonlySet<string> = new Set(['MIT', 'Apache-2.0', 'BSD-3-Clause', 'BSD-2-Clause', 'ISC', '0BSD']);
/** Atlassian's own, under its developer terms: without them there is no Forge app. */
const PLATFORM = '@forge';

const Bill = v.object({
  bomFormat: v.literal('CycloneDX'),
  components: v.array(
    v.object({
      name: v.string(),
      version: v.string(),
      purl: v.string(),
      hashes: v.optional(v.array(v.object({ alg: v.string(), content: v.string() })), []),
      licenses: v.optional(
        v.array(v.union([v.object({ license: v.object({ id: v.string() }) }), v.object({ expression: v.string() })])),
        [],
      ),
    }),
  ),
});
const Manifest = v.object({
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
});

const manifest = v.parse(Manifest, JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
let components: v.InferOutput<typeof Bill>['components'];

beforeAll(() => {
  const script = ['run', '--silent', 'sbom'];
  const printed = execFileSync('npm', script, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  ({ components } = v.parse(Bill, JSON.parse(printed)));
});

test('the bill of materials lists everything that ships, each with its hash', () => {
  const listed = new Map(components.map(({ name, version }) => [`${name}@${version}`, true]));
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect([name, listed.get(`${name}@${version}`)]).toEqual([name, true]);
  }
  expect(components.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
});

test('every package that ships has a permissive licence, or is the platform itself', () => {
  const others = components
    .filter(({ purl }) => !decodeURIComponent(purl).startsWith(`pkg:npm/${PLATFORM}/`))
    .map(({ name, licenses }) => ({
      name,
      licences: licenses.map((entry) => ('license' in entry ? entry.license.id : entry.expression)),
    }))
    .filter(({ licences }) => licences.length === 0 || licences.some((licence) => !PERMISSIVE.has(licence)));
  expect(others).toEqual([]);
});

test('every direct dependency is pinned to one version', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('every package that ships is used', () => {
  const folders = ['src', 'static/app/src'].map((folder) => path.join(root, folder));
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
  const isUsed = (name: string) =>
    sources.some((source) => source.includes(`'${name}'`) || source.includes(`'${name}/`));
  expect(Object.keys(manifest.dependencies).filter((name) => !isUsed(name))).toEqual([]);
});
