/**
 * The pictures in README and docs, taken from the running product: UPDATE_SCREENSHOTS=1 npm test -- --selectProjects
 * browser --testPathPatterns screenshots. Without that, only whether every picture named in a document is there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { PEOPLE, type PersonName } from '../demo/people';
import { ADMIN_GROUP, addProject, addUser, USERS_GROUP } from '../local-jira/seed';
import { appFrame, dialogFrame, Stage, TEST_MS, type Look } from './stage';

jest.setTimeout(TEST_MS);

const ROOT = path.resolve(__dirname, '..', '..');
const IMAGES = path.join(ROOT, 'docs', 'images');
/** A picture is looked at on a slow line too. */
const LARGEST = 450_000;

interface Picture {
  readonly file: string;
  readonly person: PersonName;
  readonly path: string;
  readonly look?: Look;
  /** Waits until everything is there; answers what to cut out, or nothing for the whole window. */
  readonly frame: (page: Page) => Promise<Locator | undefined>;
}

const securityPanel = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('button', { name: /^Security/ }) });
const panel = (page: Page) => appFrame(page, 'Security');

async function gadget(page: Page, nth: number): Promise<Locator> {
  await appFrame(page, 'Security risks', nth).getByText('Updated just now').waitFor();
  return page
    .locator('section')
    .filter({ has: page.locator('iframe[title="Security risks"]') })
    .nth(nth);
}

const PICTURES: readonly Picture[] = [
  {
    file: 'story-panel-unassessed.png',
    person: 'mara',
    path: '/browse/SHOP-428',
    frame: async (page) => {
      await panel(page).getByText('Is this story security relevant?').waitFor();
      await page
        .getByRole('button', { name: /^Security/ })
        .getByText('Unassessed')
        .waitFor();
      return securityPanel(page);
    },
  },
  {
    file: 'story-panel.png',
    person: 'mara',
    path: '/browse/SHOP-428',
    frame: async (page) => {
      await panel(page)
        .getByRole('button', { name: /^Relevant/ })
        .click();
      await page
        .getByRole('button', { name: /^Security/ })
        .getByText('Relevant, 1 missing')
        .waitFor();
      await page.reload();
      await panel(page).getByText('Missing for Ready').waitFor();
      await page
        .getByRole('button', { name: /^Security/ })
        .getByText('Relevant, 1 missing')
        .waitFor();
      return securityPanel(page);
    },
  },
  {
    file: 'link-dialog.png',
    person: 'deniz',
    path: '/browse/SHOP-428',
    look: { height: 1000 },
    frame: async (page) => {
      await panel(page).getByRole('button', { name: 'Link a risk' }).click();
      await dialogFrame(page)
        .getByRole('checkbox', { name: /SHOP-412/ })
        .check();
      await dialogFrame(page).getByText('SHOP-428 is exposed to SHOP-412').waitFor();
      return page.locator('dialog[open]');
    },
  },
  {
    file: 'risk-panel.png',
    person: 'deniz',
    path: '/browse/SHOP-412',
    look: { height: 1900 },
    frame: async (page) => {
      await panel(page).getByText('2 of 5 done').waitFor();
      await page
        .getByRole('button', { name: /^Security/ })
        .getByText('Critical 25')
        .waitFor();
      return securityPanel(page);
    },
  },
  {
    file: 'gadget.png',
    person: 'priya',
    path: '/dashboard',
    look: { width: 1280, height: 1200 },
    frame: (page) => gadget(page, 0),
  },
  {
    file: 'gadget-dark.png',
    person: 'priya',
    path: '/dashboard',
    look: { width: 1280, height: 1200, theme: 'dark' },
    frame: (page) => gadget(page, 0),
  },
  {
    file: 'gadget-narrow.png',
    person: 'priya',
    path: '/dashboard',
    look: { width: 400, height: 1600 },
    frame: (page) => gadget(page, 0),
  },
  {
    file: 'gadget-narrow-dark.png',
    person: 'priya',
    path: '/dashboard',
    look: { width: 400, height: 1600, theme: 'dark' },
    frame: (page) => gadget(page, 0),
  },
  {
    file: 'board-action.png',
    person: 'jonas',
    path: '/board/SHOP',
    look: { height: 1100 },
    frame: async (page) => {
      await page.getByRole('button', { name: 'Security', exact: true }).click();
      await dialogFrame(page).getByText('Updated just now').waitFor();
      await dialogFrame(page).getByRole('button', { name: 'Close' }).blur();
      return page.locator('dialog[open]');
    },
  },
  {
    file: 'board.png',
    person: 'mara',
    path: '/board/SHOP',
    frame: async (page) => {
      await page.getByRole('link', { name: /SHOP-428/ }).waitFor();
      return undefined;
    },
  },
];

/** Pixels of `cut`, or of the whole window. */
async function take(page: Page, file: string, cut: Locator | undefined): Promise<void> {
  const target = { path: path.join(IMAGES, file), animations: 'disabled', caret: 'hide' } as const;
  if (cut === undefined) await page.screenshot(target);
  else await cut.screenshot(target);
  expect(statSync(target.path).size).toBeLessThan(LARGEST);
}

if (process.env['UPDATE_SCREENSHOTS'] === '1') {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    mkdirSync(IMAGES, { recursive: true });
  });
  afterEach(async () => {
    await stage.leaveAll();
    await stage.startOver();
  });
  afterAll(() => stage.close());

  test.each(PICTURES)('$file', async ({ file, person, path: where, look, frame }) => {
    const { page } = await stage.visit(person, where, { scale: 2, height: 860, ...look });
    await take(page, file, await frame(page));
  });

  test('set-up.png', async () => {
    const bare = await Stage.open('empty');
    const { state } = bare.server.jira;
    addUser(state, { ...PEOPLE.tomasz, groups: [ADMIN_GROUP, USERS_GROUP] });
    addProject(state, { key: 'SHOP', name: 'Web Shop', leadAccountId: PEOPLE.tomasz.accountId });
    const { page } = await bare.visit('tomasz', '/admin/shift-up', { scale: 2, width: 1500, height: 1000 });
    const setUp = appFrame(page, 'Shift-Up');
    await setUp.getByRole('combobox').first().click();
    await setUp.getByRole('option', { name: /Web Shop/ }).click();
    await setUp.getByText(/^29 objects/).waitFor();
    await setUp.getByRole('button', { name: /^Set up: \d+ changes/ }).waitFor();
    await setUp.getByRole('heading', { name: 'Set up Shift-Up' }).click();
    await take(page, 'set-up.png', page.locator('iframe[title="Shift-Up"]'));
    await bare.close();
  });
}

test('every picture that README or a document shows is there', () => {
  const documents = [
    'README.md',
    ...readdirSync(path.join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const shown = documents.flatMap((document) => {
    const text = readFileSync(path.join(ROOT, document), 'utf8');
    return [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => ({
      document,
      file: path.resolve(ROOT, path.dirname(document), target ?? ''),
    }));
  });
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter(({ file }) => !existsSync(file))).toEqual([]);
});
