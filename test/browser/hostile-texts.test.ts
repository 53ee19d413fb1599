/**
 * A site in whose every text somebody wrote what a browser could run: names of issues, people, projects, statuses and
 * versions, descriptions, links, comments. On every page of the app it is shown as text, and nothing of it happens.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { documentOf } from '../../src/jira/document';
import type { PersonName } from '../demo/people';
import { shellAsset } from '../dev/shell-files';
import { appFrame, appFrames, dialogFrame, Stage, TEST_MS } from './stage';
import { setupOf } from './risk-board-page';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);

const RAN = 'hostileTextRan';
/** Would set a mark on the page, open a dialog or ask another host for something, wherever it is taken for more than text. */
const HOSTILE = `"><img src=x onerror="top.${RAN}=1;${RAN}=1"><script>${RAN}=1;alert(1)</script><svg/onload=alert(1)>`;
const ADDRESS = `javascript:top.${RAN}=1`;
/** Turns the reading direction, joins, and hides. */
const DIRECTIONS = '\u202egnp.exe\u202c \u2066x\u200b\u00ad';
const EMOJI = '👩‍👩‍👧‍👦'.repeat(2_000);

/** One far longer than Jira takes, and one short enough to be quoted whole. */
const SUMMARIES: Readonly<Record<string, string>> = {
  'SHOP-421': `${HOSTILE}${EMOJI}`,
  'SHOP-430': `Log in ${HOSTILE}`,
};

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await makeHostile();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

async function makeHostile(): Promise<void> {
  const { state } = stage.server.jira;
  const { fields } = await setupOf(stage);
  const named = (name: string) => `${name} ${HOSTILE}${DIRECTIONS}`;
  for (const user of state.users.all()) state.users.put({ ...user, displayName: named(user.displayName) });
  for (const project of state.projects.all()) state.projects.put({ ...project, name: named(project.name) });
  for (const status of state.statuses.all()) state.statuses.put({ ...status, name: named(status.name) });
  for (const version of state.versions.all()) state.versions.put({ ...version, name: named(version.name) });
  for (const sprint of state.sprints.all()) state.sprints.put({ ...sprint, name: named(sprint.name) });
  const link = { type: 'text', text: 'a password', marks: [{ type: 'link', attrs: { href: ADDRESS } }] };
  for (const issue of [...state.issues.values()]) {
    const { content } = documentOf(`Save the password of ${HOSTILE}${DIRECTIONS}\n\nSecurity criteria:\n- ${HOSTILE}`);
    state.issues.put({
      ...issue,
      summary: SUMMARIES[issue.key] ?? named(`Log in, ${issue.summary}`),
      description: { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [link] }, ...content] },
      labels: [HOSTILE.replaceAll(' ', '')],
      custom: {
        ...issue.custom,
        [fields.infoSecReference]: ADDRESS,
        [fields.businessImpact]: documentOf(named('Money')),
      },
    });
  }
}

interface Place {
  readonly name: string;
  readonly person: PersonName;
  readonly path: string;
  readonly frame?: (page: Page) => FrameLocator;
  /** What is there once everything is. */
  readonly arrive: (page: Page) => Promise<unknown>;
}

const security = (page: Page) => appFrame(page, 'Security');
const tab = (name: string) => `/project/SHOP/apps/security${name}`;

const PLACES: readonly Place[] = [
  {
    name: 'the panel on a story',
    person: 'mara',
    path: '/browse/SHOP-430',
    arrive: (page) => security(page).getByRole('blockquote').first().waitFor(),
  },
  {
    name: 'the panel on a story with risks and enablers',
    person: 'deniz',
    path: '/browse/SHOP-395',
    arrive: (page) => security(page).getByRole('button', { name: 'Link a risk' }).waitFor(),
  },
  {
    name: 'the dialog that links risks',
    person: 'deniz',
    path: '/browse/SHOP-395',
    frame: dialogFrame,
    arrive: async (page) => {
      await security(page).getByRole('button', { name: 'Link a risk' }).click();
      await dialogFrame(page).getByRole('checkbox').first().waitFor();
    },
  },
  {
    name: 'the panel on a risk',
    person: 'deniz',
    path: '/browse/SHOP-412',
    arrive: (page) =>
      security(page)
        .getByRole('heading', { name: /^Decisions \d/ })
        .waitFor(),
  },
  {
    name: 'the panel on a risk with a very long name',
    person: 'mara',
    path: '/browse/SHOP-421',
    arrive: (page) =>
      security(page)
        .getByRole('heading', { name: /^Decisions \d/ })
        .waitFor(),
  },
  {
    name: 'the gadget',
    person: 'priya',
    path: '/dashboard',
    frame: (page) => appFrame(page, 'Security risks'),
    arrive: (page) =>
      appFrame(page, 'Security risks')
        .getByText(/^Updated /)
        .waitFor(),
  },
  {
    name: 'the board action',
    person: 'priya',
    path: '/board/SHOP',
    frame: dialogFrame,
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Security', exact: true }).click();
      await dialogFrame(page)
        .getByText(/^Updated /)
        .waitFor();
    },
  },
  {
    name: 'Overview',
    person: 'mara',
    path: tab(''),
    arrive: (page) => security(page).getByText('Updated just now').waitFor(),
  },
  {
    name: 'Refinement',
    person: 'mara',
    path: tab('/refinement'),
    arrive: (page) => security(page).getByRole('gridcell').first().waitFor(),
  },
  {
    name: 'Risks',
    person: 'mara',
    path: tab('/risks'),
    arrive: (page) => security(page).getByRole('rowheader').first().waitFor(),
  },
  {
    name: 'Hygiene',
    person: 'mara',
    path: tab('/hygiene'),
    arrive: (page) =>
      security(page)
        .getByText(/findings? in \d of 9 rules/)
        .first()
        .waitFor(),
  },
  {
    name: 'Report',
    person: 'mara',
    path: tab('/report'),
    arrive: (page) =>
      security(page)
        .getByText(/open security risks/)
        .first()
        .waitFor(),
  },
  {
    name: 'the project’s settings',
    person: 'tomasz',
    path: '/project/SHOP/settings/apps/project-settings',
    frame: (page) => page.locator('iframe').first().contentFrame(),
    arrive: (page) => page.locator('iframe').first().contentFrame().getByText('<img src=x').first().waitFor(),
  },
  {
    name: 'set-up',
    person: 'tomasz',
    path: '/admin/shift-up',
    frame: (page) => appFrame(page, 'Shift-Up'),
    arrive: async (page) => {
      await appFrame(page, 'Shift-Up').getByText('Everything Shift-Up needs is there').waitFor();
      await appFrame(page, 'Shift-Up').getByRole('combobox').first().click();
      await appFrame(page, 'Shift-Up').getByRole('option').first().waitFor();
    },
  },
];

test.each(PLACES)('$name shows it as text, and nothing of it happens', async ({ person, path, frame, arrive }) => {
  const { page, context } = await stage.visit(person, path);
  const asked: string[] = [];
  const opened: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  context.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  await page.reload();
  await arrive(page);
  await page.waitForLoadState('networkidle');

  const shown = (frame ?? security)(page);
  await eventually(async () => expect(await shown.locator('body').innerText()).toContain('<img src=x '));
  for (const one of [page.mainFrame(), ...appFrames(page)]) {
    expect(await one.evaluate((mark) => mark in globalThis, RAN)).toBe(false);
    expect(await one.locator('img[src="x"], svg[onload], [onerror]').count()).toBe(0);
  }
  expect(opened).toEqual([]);
  const ours = new Set(['127.0.0.1', 'localhost']);
  expect(asked.filter((url) => /^(https?|wss?):/.test(url) && !ours.has(new URL(url).hostname))).toEqual([]);
  const links = await shown
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.filter((href) => !/^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(href))).toEqual([]);
});

test('an exported register holds it as text that no spreadsheet runs', async () => {
  const { page } = await stage.visit('mara', tab('/risks'));
  await security(page).getByRole('rowheader').first().waitFor();
  await security(page).getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    security(page)
      .getByRole('menuitem', { name: /^All risks/ })
      .click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toContain('<img src=x onerror=""top.');
  expect(csv).toContain(EMOJI);
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@\t\r]/);
});

test('whoever has a language and a time zone that nobody knows reads the same words', async () => {
  const { page } = await stage.visit('priya', '/projects');
  let rewritten = 0;
  await page.route(/\/__shell\/assets\/[^/]+\.js$/, async (route) => {
    // From the disk, because a page that is left takes its unfinished requests with it.
    const asset = await shellAsset(basename(new URL(route.request().url()).pathname));
    const body = (await asset!.text()).replace(
      /([`"])en-GB[`"],timezone:([\w.]+)\?\?[`"]Europe\/Berlin[`"]/,
      (_all, _quote, viewer: string) => {
        rewritten += 1;
        return `"tlh_\ud83d\udd96-x-x",timezone:${viewer}??"Qo'noS/First City"`;
      },
    );
    await route.fulfill({ contentType: asset!.headers.get('content-type')!, body });
  });
  for (const { name, path, arrive } of PLACES.slice(3)) {
    if (name === 'set-up' || name === 'the project’s settings') continue;
    await page.goto(`${stage.server.url}${path}${path.includes('?') ? '&' : '?'}user=mara`);
    await arrive(page);
    await page.waitForLoadState('networkidle');
    for (const frame of appFrames(page)) {
      const words = await eventually(async () => {
        const text = await frame.locator('body').innerText();
        expect(text.length).toBeGreaterThan(200);
        return text;
      });
      expect(words).not.toMatch(/undefined|NaN|Invalid Date|\{\w+\}/);
    }
  }
  expect(rewritten).toBeGreaterThan(0);
});
