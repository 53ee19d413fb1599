// What each built page loads before it can paint: its entry chunk, everything that chunk imports statically, and
// their style sheets. Dynamic imports are not counted; they arrive when somebody asks for them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** The entries of the manifest's resource `app`; each has an HTML file of that name here. */
export const PAGES = [
  'issue-panel',
  'gadget',
  'gadget-edit',
  'board-action',
  'set-up',
  'project-settings',
  'project-page',
];

/** Most a page may load, in bytes after gzip. The gadget shares a dashboard with others, so it must be light. */
export const BUDGETS = Object.fromEntries(PAGES.map((page) => [page, (page === 'gadget' ? 120 : 250) * 1024]));

/**
 * Gzip size of each page's initial scripts and styles.
 * Throws when `directory` does not hold a build.
 */
export async function measurePages(directory) {
  const manifest = JSON.parse(await readFile(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const sizes = new Map();
  const sizeOf = async (file) => {
    if (!sizes.has(file)) sizes.set(file, (await compress(await readFile(join(directory, file)))).length);
    return sizes.get(file);
  };
  const pages = [];
  for (const page of PAGES) {
    const files = initialFiles(manifest, `${page}.html`);
    const [scripts, styles] = [
      files.filter((file) => file.endsWith('.js')),
      files.filter((file) => file.endsWith('.css')),
    ];
    const sum = async (list) => (await Promise.all(list.map(sizeOf))).reduce((total, size) => total + size, 0);
    const [scriptBytes, styleBytes] = [await sum(scripts), await sum(styles)];
    pages.push({ page, files, scriptBytes, styleBytes, bytes: scriptBytes + styleBytes, budget: BUDGETS[page] });
  }
  return pages;
}

function initialFiles(manifest, entry) {
  const files = new Set();
  const visited = new Set();
  const visit = (name) => {
    if (visited.has(name)) return;
    visited.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build holds no entry ${name}`);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(entry);
  return [...files].sort();
}

/** A table for people: one line a page. */
export function weightTable(pages) {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const rows = [
    ['page', 'scripts', 'styles', 'together', 'budget'],
    ...pages.map((page) => [
      page.page,
      kilobytes(page.scriptBytes),
      kilobytes(page.styleBytes),
      kilobytes(page.bytes),
      `${kilobytes(page.budget)}${page.bytes > page.budget ? '  over budget' : ''}`,
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');
  return ['Initial scripts and styles of each page, gzip:', ...rows.map(line)].join('\n');
}
