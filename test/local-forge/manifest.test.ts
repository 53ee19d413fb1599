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
  const { pages, functions, scopes, resources, workflowValidators, entityProperties, preUninstalls } =
    readManifest(FIXTURE_APP);
  expect(pages.map(({ type, key, resource, editResource }) => [type, key, resource, editResource])).toEqual([
    ['jira:issueContext', 'panel', 'pages/panel', undefined],
    ['jira:dashboardGadget', 'gadget', 'pages/panel', 'pages/gadget-edit'],
    ['jira:projectSettingsPage', 'project-settings', 'pages/panel', undefined],
    ['jira:projectPage', 'project-page', 'pages/panel', undefined],
  ]);
  expect(functions.find(({ key }) => key === 'long-worker')?.timeoutSeconds).toBe(600);
  expect(scopes).toEqual(['read:jira-work', 'storage:app']);
  expect(resources[0]?.folder).toBe(path.join(FIXTURE_APP, 'static/page'));
  expect(preUninstalls).toEqual([{ key: 'last-words', function: 'before-uninstall' }]);
  expect(entityProperties).toMatchObject([
    { propertyKey: 'note', values: [{ path: 'state', type: 'string', searchAlias: 'noteState' }] },
  ]);
  expect(workflowValidators).toEqual([
    {
      key: 'assigned',
      name: 'Work item is assigned',
      description: 'Lets work items pass that have an assignee.',
      expression: 'issue.assignee != null',
      errorMessage: 'Assign it first.',
      projectTypes: ['company-managed'],
    },
  ]);
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
  [
    'subpages',
    '{ jira:projectPage: [{ key: p, resource: main, title: P, pages: [{ title: A, route: a }] }] }',
    '',
    'pages of jira:projectPage (p)',
  ],
  [
    'sections',
    '{ jira:projectSettingsPage: [{ key: p, resource: main, title: P, sections: [] }] }',
    '',
    'sections of jira:projectSettingsPage (p)',
  ],
  [
    'display conditions',
    '{ jira:projectSettingsPage: [{ key: p, resource: main, title: P, displayConditions: { isAdmin: true } }] }',
    '',
    'displayConditions of jira:projectSettingsPage (p)',
  ],
  [
    'the old layout',
    '{ jira:projectSettingsPage: [{ key: p, resource: main, title: P, layout: basic }] }',
    '',
    'the layout "basic" of jira:projectSettingsPage (p)',
  ],
  [
    'a validator that is a function',
    '{ jira:workflowValidator: [{ key: v, name: V, description: D, function: f }] }',
    '',
    'function of jira:workflowValidator (v)',
  ],
  [
    'a validator with pages of its own',
    '{ jira:workflowValidator: [{ key: v, name: V, description: D, expression: "true", edit: { resource: main } }] }',
    '',
    'edit of jira:workflowValidator (v)',
  ],
  [
    'a validator that checks nothing',
    '{ jira:workflowValidator: [{ key: v, name: V, description: D }] }',
    '',
    'expression',
  ],
  [
    'an indexed property of projects',
    '{ jira:entityProperty: [{ key: p, entityType: project, propertyKey: n, values: [{ path: a, type: string }] }] }',
    '',
    'entityType',
  ],
  [
    'a property indexed as something else',
    '{ jira:entityProperty: [{ key: p, propertyKey: n, values: [{ path: a, type: boolean }] }] }',
    '',
    'type',
  ],
  [
    'more indexed values than Forge allows',
    `{ jira:entityProperty: [{ key: p, propertyKey: n, values: [${Array.from({ length: 101 }, (_, n) => `{ path: a${n}, type: string }`).join()}] }] }`,
    '',
    '101 values',
  ],
  ['preUninstall at a remote', '{ preUninstall: [{ key: u, endpoint: e }] }', '', 'function'],
  ['preUninstall of no function', '{ preUninstall: [{ key: u, function: f }] }', '', 'refers to the function f'],
  ['a handler of no shape', '{ function: [{ key: f, handler: index }] }', '', 'file.export'],
  ['1000 seconds', '{ function: [{ key: f, handler: a.b, timeoutSeconds: 1000 }] }', '', 'timeoutSeconds'],
  ['egress', '{}', 'permissions: { external: { fetch: { backend: [example.com] } } }', 'permissions.external'],
  ['a looser content policy', '{}', 'permissions: { content: { styles: [unsafe-inline] } }', 'permissions.content'],
  ['remotes', '{}', 'remotes: [{ key: r, baseUrl: https://example.com }]', 'remotes'],
])('%s is refused', (_what, modules, rest, name) => {
  expect(() => manifest(modules, rest)).toThrow(name);
});
