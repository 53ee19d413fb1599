/**
 * The pictures in README and docs, taken from the running product: UPDATE_SCREENSHOTS=1 npm test -- --selectProjects
 * browser --testPathPatterns screenshots. Without that, only whether every picture named in a document is there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { makeBareSite, visitSetUp, type BareSite, type SetUpVisit } from './set-up-site';
import { makeTrouble } from './support-site';
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
  /** What happens on the site before. */
  readonly before?: (stage: Stage) => Promise<void>;
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
    look: { width: 400, height: 2400 },
    frame: (page) => gadget(page, 0),
  },
  {
    file: 'gadget-narrow-dark.png',
    person: 'priya',
    path: '/dashboard',
    look: { width: 400, height: 2400, theme: 'dark' },
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
      await dialogFrame(page).getByRole('button', { name: 'Close', exact: true }).blur();
      return page.locator('dialog[open]');
    },
  },
  {
    file: 'project-settings.png',
    person: 'deniz',
    path: '/project/SHOP/settings/apps/project-settings',
    look: { width: 1440, height: 2800, scale: 1 },
    frame: async (page) => {
      const settings = appFrame(page, 'Security');
      await settings.getByText('In Progress', { exact: true }).first().waitFor();
      await settings.getByText('Who may approve').first().waitFor();
      return page.locator('iframe[title="Security"]');
    },
  },
  {
    file: 'refinement.png',
    person: 'mara',
    path: '/project/SHOP/apps/security/refinement',
    look: { width: 1440, height: 1500, scale: 1.25 },
    frame: async (page) => {
      const meeting = appFrame(page, 'Security');
      await meeting.getByText('83 of 120 assessed').waitFor();
      await meeting.getByRole('button', { name: /^Not relevant/ }).waitFor();
      return page.locator('iframe[title="Security"]');
    },
  },
  {
    file: 'changed-since.png',
    person: 'mara',
    path: '/browse/SHOP-303',
    look: { height: 1100 },
    frame: async (page) => {
      await panel(page).getByText('The text changed since').waitFor();
      await page
        .getByRole('button', { name: /^Security/ })
        .getByText('Changed since')
        .waitFor();
      return securityPanel(page);
    },
  },
  {
    file: 'risk-board.png',
    person: 'deniz',
    path: '/project/SHOP/apps/security/risks',
    look: { width: 1440, height: 1900, scale: 1.25 },
    frame: async (page) => {
      const board = appFrame(page, 'Security');
      await board.getByText('Account takeover through password reset').first().waitFor();
      await board.getByRole('button', { name: 'Review 3 due' }).waitFor();
      return page.locator('iframe[title="Security"]');
    },
  },
  {
    file: 'risk-review.png',
    person: 'deniz',
    path: '/project/SHOP/apps/security/risks/review',
    look: { width: 1440, height: 1500, scale: 1.25 },
    frame: async (page) => {
      const review = appFrame(page, 'Security');
      await review.getByRole('button', { name: /^Still true/ }).waitFor();
      return page.locator('iframe[title="Security"]');
    },
  },
  {
    file: 'hygiene.png',
    person: 'deniz',
    path: '/project/SHOP/apps/security/hygiene',
    look: { width: 1440, height: 1200, scale: 1.25 },
    frame: async (page) => {
      const hygiene = appFrame(page, 'Security');
      await hygiene.getByRole('button', { name: 'Choose owner' }).waitFor();
      return page.locator('iframe[title="Security"]');
    },
  },
  {
    file: 'report.png',
    person: 'deniz',
    path: '/project/SHOP/apps/security/report',
    look: { width: 1500, height: 1300, scale: 1.25 },
    frame: async (page) => {
      const report = appFrame(page, 'Security');
      await report.getByText('Version 8.4').first().waitFor();
      await report.getByRole('button', { name: 'Freeze' }).waitFor();
      return page.locator('iframe[title="Security"]');
    },
  },
  {
    file: 'support.png',
    person: 'tomasz',
    path: '/admin/shift-up',
    look: { width: 1440, height: 1600, scale: 1.25 },
    before: makeTrouble,
    frame: async (page) => {
      const support = appFrame(page, 'Shift-Up');
      await support.getByRole('tab', { name: 'Support' }).click();
      await support.getByRole('button', { name: 'What it means: rate-limited' }).click();
      await support.getByRole('row', { name: /^Web Shop \(SHOP\)/ }).waitFor();
      // Without the ring of the button that was pressed.
      await support.getByRole('heading', { name: 'Projects' }).click();
      return page.locator('iframe[title="Shift-Up"]');
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

  test.each(PICTURES)('$file', async ({ file, person, path: where, look, before, frame }) => {
    if (before !== undefined) {
      // The app logs each failure, as it should; here every one is meant.
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      await before(stage);
    }
    const { page } = await stage.visit(person, where, { scale: 2, height: 860, ...look });
    await take(page, file, await frame(page));
  });

  describe('set-up, on a site where nothing is set up', () => {
    let bare: Stage;
    let site: BareSite;
    beforeAll(async () => {
      bare = await Stage.open('empty');
    });
    beforeEach(async () => {
      site = await makeBareSite(bare);
    });
    afterEach(() => bare.leaveAll());
    afterAll(() => bare.close());

    const applied = async (look: Look): Promise<SetUpVisit> => {
      const visit = await visitSetUp(bare, 'tomasz', { scale: 1.5, width: 1440, ...look });
      await visit.choose('Web Shop', 'Payments');
      await visit.apply();
      return visit;
    };
    const page = ({ page: whole }: SetUpVisit) => whole.locator('iframe[title="Shift-Up"]');

    test('set-up.png', async () => {
      const visit = await visitSetUp(bare, 'tomasz', { scale: 1.25, width: 1440, height: 2200 });
      await visit.choose('Payments', 'Partner app');
      await visit.setUp.getByRole('button', { name: /^Apply \d+ changes$/ }).waitFor();
      // Without the ring of the field that had the focus.
      await visit.setUp.getByRole('heading', { name: 'Set up Shift-Up' }).click();
      await take(visit.page, 'set-up.png', page(visit));
    });

    test('set-up-running.png', async () => {
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const said = 'The workflow could not be created: another change of workflows is under way.';
      bare.server.forge.disturb(bare.server.site, {
        atCall: 1,
        by: { status: 409, body: { errorMessages: [said], errors: {} } },
        counts: ({ to, path: called }) => to === 'jira' && called.endsWith('/workflows/create'),
      });
      const visit = await applied({ height: 1500 });
      await visit.setUp.getByRole('button', { name: 'Resume' }).waitFor();
      await take(visit.page, 'set-up-running.png', page(visit));
    });

    test('health.png', async () => {
      const visit = await applied({ height: 1500 });
      await visit.setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor({ timeout: TEST_MS });
      await spoil(site);
      await visit.setUp.getByRole('button', { name: 'Run the health check' }).click();
      await visit.setUp.getByRole('row', { name: /Link Mitigates Renamed/ }).waitFor();
      await take(visit.page, 'health.png', page(visit));
    });
  });
}

/** Three faults, as people make them. */
async function spoil({ rest, jira }: BareSite): Promise<void> {
  const { state } = jira;
  const mitigates = state.linkTypes.find(({ name }) => name === 'Mitigates');
  await rest('PUT', `/issueLinkType/${mitigates?.id ?? ''}`, { name: 'Reduces' });
  const secures = state.linkTypes.find(({ name }) => name === 'Secures');
  await rest('DELETE', `/issueLinkType/${secures?.id ?? ''}`);
  const likelihood = state.fields.find(({ name }) => name === 'Likelihood')?.id ?? '';
  const context = state.fieldContexts.find(({ fieldId }) => fieldId === likelihood)?.id ?? '';
  await rest('POST', `/field/${likelihood}/context/${context}/option`, { options: [{ value: '6' }] });
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
