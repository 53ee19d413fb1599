/** What the manifest says is run, or refused by name. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readManifest } from './manifest';
import { FIXTURE_APP } from './probe';

function manifest(modules: string, rest = ''): ReturnType<typeof readManifest> {
  const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
  const head = 'app: { id: ari:cloud:ecosystem::app/1, runtime: { name: nodejs22.x } }';
  writeFileSync(path.join(folder, 'manifest.yml'), `${head}\nmodules: ${modules}\n${rest}`);
  return readManifest(folder);
}

test('the fixture is read whole', () => {
  const { pages, functions, scopes, resources } = readManifest(FIXTURE_APP);
  expect(pages.map(({ type, key, resource, editResource }) => [type, key, resource, editResource])).toEqual([
    ['jira:issueContext', 'panel', 'pages/panel', undefined],
    ['jira:dashboardGadget', 'gadget', 'pages/panel', 'pages/gadget-edit'],
  ]);
  expect(functions.find(({ key }) => key === 'long-worker')?.timeoutSeconds).toBe(600);
  expect(scopes).toEqual(['read:jira-work', 'storage:app']);
  expect(resources[0]?.folder).toBe(path.join(FIXTURE_APP, 'static/page'));
});

test.each([
  ['a web trigger', '{ webtrigger: [{ key: w, function: f }] }', '', 'modules of type webtrigger'],
  ['a function that is not there', '{ consumer: [{ key: c, queue: q, function: f }] }', '', 'refers to the function f'],
  [
    'a resource that is not there',
    '{ jira:globalPage: [{ key: p, resource: main }] }',
    '',
    'refers to the resource main',
  ],
  ['UI Kit', '{ jira:globalPage: [{ key: p, resource: main, render: native }] }', '', 'UI Kit'],
  ['a handler of no shape', '{ function: [{ key: f, handler: index }] }', '', 'file.export'],
  ['1000 seconds', '{ function: [{ key: f, handler: a.b, timeoutSeconds: 1000 }] }', '', 'timeoutSeconds'],
  ['egress', '{}', 'permissions: { external: { fetch: { backend: [example.com] } } }', 'permissions.external'],
  ['a looser content policy', '{}', 'permissions: { content: { styles: [unsafe-inline] } }', 'permissions.content'],
  ['remotes', '{}', 'remotes: [{ key: r, baseUrl: https://example.com }]', 'remotes'],
])('%s is refused', (_what, modules, rest, name) => {
  expect(() => manifest(modules, rest)).toThrow(name);
});
