/**
 * Every page of the app as it is on an ordinary day: accessible in light and dark, without sideways scrolling at 320 px.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { violationsInShell } from './axe';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, appFrames, dialogFrame, Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

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
      await panel(page).getByRole('button', { name: 'Link a risk' }).click();
      await dialogFrame(page).getByRole('button', { name: 'Create a new risk and link it' }).click();
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

test('the examination sees what it looks for', async () => {
  const visit = await stage.visit('mara', '/browse/SHOP-430');
  await panel(visit.page).getByText('Is this story security relevant?').waitFor();
  const [frame] = appFrames(visit.page);
  await frame?.evaluate(() => {
    const pale = document.createElement('p');
    pale.textContent = 'Too pale to read, and too wide';
    pale.style.color = '#cccccc';
    pale.style.backgroundColor = '#dddddd';
    pale.style.width = '900px';
    document.body.append(pale, document.createElement('style'));
    document.querySelector('style')?.append('p { margin: 0 }');
    console.error('said aloud');
  });
  const found = await examine(visit.page);
  expect(found.light.join()).toContain('color-contrast');
  expect(found.dark.join()).toContain('color-contrast');
  expect(found.tooWide).toHaveLength(1);
  await eventually(() => expect(visit.problems.join()).toMatch(/Content Security Policy.*said aloud/s));
  visit.forgive();
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
