/**
 * Every page of the app as it is on an ordinary day: accessible in light and dark, without sideways scrolling at 320 px,
 * and usable with the keyboard alone.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { violationsInShell } from './axe';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

const panel = (page: Page): FrameLocator => appFrame(page, 'Security');
const badge = (page: Page) => page.getByRole('button', { name: /^Security/ });

interface Scene {
  readonly name: string;
  readonly person: PersonName;
  readonly path: string;
  readonly arrive: (page: Page) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  {
    name: 'a story that nobody has assessed',
    person: 'mara',
    path: '/browse/SHOP-430',
    arrive: (page) => panel(page).getByText('Is this story security relevant?').waitFor(),
  },
  {
    name: 'the reasons for “not relevant”',
    person: 'mara',
    path: '/browse/SHOP-430',
    arrive: async (page) => {
      await panel(page)
        .getByRole('button', { name: /^Not relevant/ })
        .click();
      await panel(page).getByText('Why is it not relevant?').waitFor();
    },
  },
  {
    name: 'a reason in own words',
    person: 'mara',
    path: '/browse/SHOP-430',
    arrive: async (page) => {
      await panel(page)
        .getByRole('button', { name: /^Not relevant/ })
        .click();
      await panel(page)
        .getByRole('button', { name: /^Other/ })
        .click();
      await panel(page).getByRole('button', { name: 'Save', exact: true }).click();
      await panel(page).getByText('Write a sentence first.').waitFor();
    },
  },
  {
    name: 'a relevant story with something missing',
    person: 'mara',
    path: '/browse/SHOP-395',
    arrive: (page) => panel(page).getByText('Missing for Ready').waitFor(),
  },
  {
    name: 'a relevant story that is ready',
    person: 'jonas',
    path: '/browse/SHOP-415',
    arrive: (page) => panel(page).getByText('Relevant, ready').waitFor(),
  },
  {
    name: 'a story that is not relevant',
    person: 'mara',
    path: '/browse/SHOP-192',
    arrive: (page) => panel(page).getByText('Texts only, and the agency delivers them as a picture').waitFor(),
  },
  {
    name: 'a story exposed to a risk that nobody owns',
    person: 'mara',
    path: '/browse/SHOP-419',
    arrive: (page) =>
      panel(page)
        .getByText(/Nobody owns SHOP-421/)
        .waitFor(),
  },
  {
    name: 'an issue that is no story',
    person: 'mara',
    path: '/browse/SHOP-352',
    arrive: (page) =>
      panel(page)
        .getByText(/Shift-Up assesses stories/)
        .waitFor(),
  },
  {
    name: 'the worst risk',
    person: 'deniz',
    path: '/browse/SHOP-412',
    arrive: (page) => panel(page).getByText('2 of 5 done').waitFor(),
  },
  {
    name: 'a risk with a German summary of two lines',
    person: 'deniz',
    path: '/browse/SHOP-405',
    arrive: (page) => panel(page).getByText('1 of 4 done').waitFor(),
  },
  {
    name: 'a risk that is new and unowned',
    person: 'deniz',
    path: '/browse/SHOP-421',
    arrive: (page) => panel(page).getByText('Nobody owns it').waitFor(),
  },
  {
    name: 'a risk whose enablers are all done',
    person: 'deniz',
    path: '/browse/SHOP-398',
    arrive: (page) => panel(page).getByText('All 3 enablers are done').waitFor(),
  },
  {
    name: 'a risk with an overdue review',
    person: 'deniz',
    path: '/browse/SHOP-376',
    arrive: (page) => panel(page).getByText('Review overdue by 9 days').waitFor(),
  },
  {
    name: 'a risk that was accepted',
    person: 'deniz',
    path: '/browse/SHOP-331',
    arrive: (page) => panel(page).getByText('Accepted until').waitFor(),
  },
  {
    name: 'a closed risk',
    person: 'deniz',
    path: '/browse/SHOP-371',
    arrive: (page) => panel(page).getByRole('heading', { name: 'Level' }).waitFor(),
  },
  {
    name: 'the link dialog with risks to choose from',
    person: 'deniz',
    path: '/browse/SHOP-395',
    arrive: async (page) => {
      await panel(page).getByRole('button', { name: 'Link a risk' }).click();
      await dialogFrame(page)
        .getByRole('checkbox', { name: /SHOP-405/ })
        .check();
      await dialogFrame(page).getByText('SHOP-395 is exposed to SHOP-405').waitFor();
    },
  },
  {
    name: 'the link dialog without a match',
    person: 'deniz',
    path: '/browse/SHOP-395',
    arrive: async (page) => {
      await panel(page).getByRole('button', { name: 'Link a risk' }).click();
      await dialogFrame(page).getByLabel('Risks', { exact: true }).fill('tokenisation');
      await dialogFrame(page).getByText('No risk with “tokenisation”').first().waitFor();
    },
  },
  {
    name: 'a new risk that looks like an open one',
    person: 'deniz',
    path: '/browse/SHOP-395',
    arrive: async (page) => {
      await panel(page).getByRole('button', { name: 'New risk' }).click();
      await dialogFrame(page)
        .getByLabel(/Summary/)
        .fill('Card data in the logs');
      await dialogFrame(page).getByText('Looks like an open risk.').waitFor();
    },
  },
  {
    name: 'the dashboard with the gadget in both columns',
    person: 'priya',
    path: '/dashboard',
    arrive: async (page) => {
      await appFrame(page, 'Security risks')
        .getByText(/^Updated /)
        .waitFor();
      await appFrame(page, 'Security risks', 1)
        .getByText(/^Updated /)
        .waitFor();
    },
  },
  {
    name: 'the board action',
    person: 'priya',
    path: '/board/SHOP',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Security', exact: true }).click();
      await dialogFrame(page)
        .getByText(/^Updated /)
        .waitFor();
    },
  },
  {
    name: 'set-up',
    person: 'tomasz',
    path: '/admin/shift-up',
    arrive: (page) => appFrame(page, 'Shift-Up').getByText('Everything Shift-Up needs is there').waitFor(),
  },
];

describe('on an ordinary day', () => {
  test.each(SCENES)('$name', async ({ person, path, arrive }) => {
    const { page } = await stage.visit(person, path);
    await arrive(page);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('the shell around the app', () => {
  test.each([
    '/board/SHOP',
    '/backlog/SHOP',
    '/browse/SHOP-412',
    '/dashboard',
    '/issues/?jql=project%20%3D%20SHOP',
    '/lab',
  ])('%s is accessible', async (path) => {
    const { page } = await stage.visit('mara', path);
    await page.getByRole('main').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await violationsInShell(page)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  /** Presses Tab until the focus is on a control of this name, in whichever frame. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press('Tab');
      for (const frame of page.frames()) {
        const focused = await frame
          .evaluate(() => {
            const element = document.activeElement;
            if (element === null || element === document.body || element instanceof HTMLIFrameElement) return undefined;
            const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.innerText;
            return document.hasFocus() ? (label ?? (element as HTMLElement).innerText).replace(/\s+/g, ' ') : undefined;
          })
          .catch(() => undefined);
        if (focused !== undefined && name.test(focused)) return;
      }
    }
    throw new Error(`80 times Tab never reached ${String(name)}`);
  }

  test('a story is assessed, and the answer taken back', async () => {
    const { page } = await stage.visit('mara', '/browse/SHOP-431');
    await panel(page).getByText('Is this story security relevant?').waitFor();
    await tabTo(page, /^Relevant/);
    await page.keyboard.press('Enter');
    await badge(page).getByText('Relevant, 1 missing').waitFor();
    await page.keyboard.press('u');
    await badge(page).getByText('Unassessed', { exact: true }).waitFor();
    await panel(page).getByText('Is this story security relevant?').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await panel(page).getByText('Why is it not relevant?').waitFor({ state: 'detached' });
  });

  test('a risk is searched, ticked and linked; the focus comes back to the panel', async () => {
    const { page } = await stage.visit('deniz', '/browse/SHOP-410');
    await panel(page).getByText('Missing for Ready').waitFor();
    await tabTo(page, /^Link a risk/);
    await page.keyboard.press('Enter');
    const dialog = dialogFrame(page);
    await dialog.getByLabel('Risks', { exact: true }).waitFor();
    await page.keyboard.type('398');
    await dialog.getByRole('checkbox', { name: /SHOP-398/ }).waitFor();
    await dialog.getByRole('checkbox', { name: /SHOP-412/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await dialog.getByText('SHOP-410 is exposed to SHOP-398').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page)
      .getByRole('article', { name: /^SHOP-398/ })
      .waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });

  test('Escape leaves the dialog without a change', async () => {
    const { page } = await stage.visit('deniz', '/browse/SHOP-395');
    await panel(page).getByText('Missing for Ready').waitFor();
    await tabTo(page, /^Link a risk/);
    await page.keyboard.press('Enter');
    await dialogFrame(page).getByLabel('Risks', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await panel(page).getByText('Not answered yet').waitFor();
  });

  test('a risk is scored with the arrow keys', async () => {
    const { page } = await stage.visit('deniz', '/browse/SHOP-344');
    await panel(page).getByRole('heading', { name: 'Level' }).waitFor();
    await tabTo(page, /^Likelihood 3 Possible, impact 3/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByText(/^Saved: residual Low 4/)
      .first()
      .waitFor();
  });

  test('a number of the gadget opens its issues, and the refresh keeps the focus', async () => {
    const { page, context } = await stage.visit('priya', '/dashboard');
    await appFrame(page, 'Security risks')
      .getByText(/^Updated /)
      .waitFor();
    await tabTo(page, /^Critical 2/);
    const [list] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await list.getByText('2 work items').waitFor();
    await page.bringToFront();
    await tabTo(page, /^Refresh/);
    await page.keyboard.press('Enter');
    await appFrame(page, 'Security risks').getByText('Updated just now').waitFor();
    expect(
      await appFrame(page, 'Security risks')
        .getByRole('button', { name: 'Refresh' })
        .evaluate((button) => button === document.activeElement),
    ).toBe(true);
  });

  test('the board action opens on Close, and Escape gives the focus back to the board', async () => {
    const { page } = await stage.visit('jonas', '/board/SHOP');
    await tabTo(page, /^Security$/);
    await page.keyboard.press('Enter');
    await dialogFrame(page)
      .getByText(/^Updated /)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Security');
  });
});
