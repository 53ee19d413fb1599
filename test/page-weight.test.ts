/**
 * Each page stays within its budget for what it loads before it can paint. Runs on the build in static/app/dist, which
 * `npm test` makes first.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BUDGETS, measurePages, PAGES, weightTable } from '../static/app/page-weight.mjs';
import type { PageWeight } from '../static/app/page-weight.mjs';

const root = path.join(__dirname, '..');
const app = path.join(root, 'static', 'app');
const dist = path.join(app, 'dist');

let pages: readonly PageWeight[];

beforeAll(async () => {
  refuseOldBuild();
  pages = await measurePages(dist);
});

test.each(PAGES.map((page) => [page]))('%s is within its budget', (name) => {
  const page = pages.find((measured) => measured.page === name);
  if (page === undefined) throw new Error(`${name} was not measured`);
  if (page.bytes > page.budget) throw new Error(`${name} is over its budget.\n${weightTable(pages)}`);
  // A page that loads next to nothing was not measured at all.
  expect(page.bytes).toBeGreaterThan(40 * 1024);
});

test('the budgets are those of the design', () => {
  expect(BUDGETS).toEqual({
    gadget: 120 * 1024,
    'gadget-edit': 250 * 1024,
    'issue-panel': 250 * 1024,
    'board-action': 250 * 1024,
    'set-up': 250 * 1024,
    'project-settings': 250 * 1024,
    'project-page': 250 * 1024,
  });
});

test.each(PAGES.map((page) => [page]))('%s loads at once what was measured and nothing else', (name) => {
  const html = readFileSync(path.join(dist, `${name}.html`), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file).sort();
  expect(named).toEqual(pages.find((page) => page.page === name)?.files);
});

test.each(PAGES.map((page) => [page]))('%s fits a policy without inline scripts and styles', (name) => {
  const html = readFileSync(path.join(dist, `${name}.html`), 'utf8');
  expect(html).not.toMatch(/<style/i);
  expect(html).not.toMatch(/\sstyle=/i);
  expect(html).not.toMatch(/\son[a-z]+=/i);
  for (const [, attributes = '', body = ''] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    expect(attributes).toMatch(/\ssrc="\.\//);
    expect(body).toBe('');
  }
});

/** A measurement of an older build says nothing about these sources. */
function refuseOldBuild(): void {
  const built = path.join(dist, '.vite', 'manifest.json');
  if (!existsSync(built))
    throw new Error('static/app/dist holds no build. Run `npm run build` first; `npm test` does.');
  const builtAt = statSync(built).mtimeMs;
  const newer = sources().find((file) => statSync(file).mtimeMs > builtAt);
  if (newer !== undefined) {
    throw new Error(
      `static/app/dist is older than ${path.relative(root, newer)}. Run \`npm run build\` first; \`npm test\` does.`,
    );
  }
}

/** What the pages are made of. */
function sources(): readonly string[] {
  const inFolder = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:tsx?|css)$/.test(file))
      .map((file) => path.join(folder, file));
  const shared = ['contract', 'domain', 'jira', 'reads'].map((folder) => path.join(root, 'src', folder));
  return [
    path.join(app, 'vite.config.mjs'),
    ...PAGES.map((page) => path.join(app, `${page}.html`)),
    ...inFolder(path.join(app, 'src')),
    ...shared.flatMap(inFolder),
  ];
}
