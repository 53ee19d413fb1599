/**
 * The report: one slide that says what Jira knows, takes what the team types, prints to one page and can be frozen.
 */
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { jiraAs } from '../fixtures/jira-request';
import { countIssues } from '../../src/jira/search';
import { addSecurityLevel } from '../local-jira/seed';
import { PEOPLE, type PersonName } from '../demo/people';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, Stage, TEST_MS, type Look } from './stage';
import { tabTo } from './tab-to';
import { eventually } from './eventually';

const REPORT = '/project/SHOP/apps/security/report';
/** A4 landscape in pixels: the paper fits beside the shell's side bar. */
const ROOM: Look = { width: 1600, height: 1100 };

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  const problems = await stage.leaveAll();
  await stage.startOver();
  expect(problems).toEqual([]);
});
afterAll(() => stage.close());

const app = (page: Page): FrameLocator => appFrame(page, 'Security');
const paper = (page: Page) => app(page).getByRole('article', { name: 'Product security report of Web Shop' });
const block = (page: Page, name: string) => paper(page).getByRole('region', { name });
const button = (page: Page, name: string | RegExp) => app(page).getByRole('button', { name, exact: true });
const field = (page: Page, name: string | RegExp) => app(page).getByRole('textbox', { name });
const choice = (page: Page, name: string) => app(page).getByRole('radio', { name });
const dayField = (page: Page, name: string) => app(page).getByLabel(name, { exact: true });
const textOf = async (page: Page) => (await paper(page).innerText()).replace(/\s+/g, ' ');

/** Waits until the slide holds all of these. */
async function says(page: Page, ...facts: readonly string[]): Promise<void> {
  await eventually(async () => {
    const text = await textOf(page);
    for (const fact of facts) expect(text).toContain(fact);
  });
}

/** Waits until a part of the slide holds this. */
const blockSays = (page: Page, name: string, words: string) =>
  eventually(async () => expect(await block(page, name).innerText()).toContain(words));

async function open(person: PersonName, within = '', look: Look = ROOM): Promise<Page> {
  const { page } = await stage.visit(person, `${REPORT}${within}`, look);
  await paper(page).waitFor();
  return page;
}

async function save(page: Page): Promise<void> {
  await button(page, 'Save').click();
  // The button loses its name while it saves; the form goes when it is saved.
  await app(page).locator('form').waitFor({ state: 'detached' });
}

async function freeze(page: Page): Promise<void> {
  await button(page, 'Freeze').click();
  await button(page, 'Freeze it').click();
  await paper(page)
    .getByText(/^Frozen/)
    .waitFor();
}

describe('the draft', () => {
  test('says what the demo is about, compared with the report of 6 November', async () => {
    const page = await open('mara');
    await says(
      page,
      'Product security · Web Shop · 6 November to 20 November 2026',
      'Four risks closed. One new critical risk must be fixed by 9 December.',
      '14 open security risks 2 fewer since 6 Nov',
      'Critical 2 (+1) High 4 (−1) Medium 5 (−1) Low 3 (−1)',
      'Version 8.4 goes live in 12 days; 3 of its stories are not protected yet.',
      '8.4 on 2 Dec 9 of 12',
      '18 of 31 protective measures are built.',
      'Since the last report: 4 closed',
      'Averted: strangers empty 38,000 gift cards, and we replace their value. SHOP-371',
      '2 got worse',
      'New, high: Payment webhook accepts unsigned callbacks. Nobody owns it yet. SHOP-421',
      'Ship 8.4 without 3 protections?',
      'Compared with the report frozen on 6 November 2026. Counted with your Jira permissions.',
    );
    await eventually(async () => {
      const lights = await paper(page)
        .getByRole('button', { name: /rule of the light/ })
        .allInnerTexts();
      expect(lights.map((light) => light.split(':')[0]?.trim())).toEqual([
        'Watch',
        'On track',
        'Watch',
        'Watch',
        'Act now',
        'On track',
      ]);
    });
  });

  test('every number leads to exactly the issues behind it', async () => {
    const page = await open('mara');
    await says(page, 'Counted with your Jira permissions.');
    const links = await eventually(async () => {
      const found = await paper(page)
        .locator('a[href*="/issues/?jql="]')
        .evaluateAll((all) => all.map((link) => ({ text: link.textContent, href: link.getAttribute('href') ?? '' })));
      expect(found.length).toBeGreaterThanOrEqual(10);
      return found;
    });
    const jira = jiraAs(stage.server.jira, PEOPLE.mara.accountId);
    for (const { text, href } of links) {
      const jql = new URL(href, 'http://jira.test').searchParams.get('jql') ?? '';
      expect([text, await countIssues(jira, jql)]).toEqual([text, Number(/\d+$/.exec(text)?.[0])]);
    }
  });

  test('the rule of a light is one key away, and Escape closes it', async () => {
    const page = await open('mara');
    const light = block(page, 'Go-live compliance').getByRole('button', { name: /rule of the light/ });
    await light.focus();
    await page.keyboard.press('Enter');
    await app(page)
      .getByText(/^Act now: a version goes live within 14 days/)
      .waitFor();
    await page.keyboard.press('Escape');
    await app(page)
      .getByText(/^Act now: a version goes live within 14 days/)
      .waitFor({ state: 'detached' });
  });
});

describe('writing', () => {
  test('what is typed stands on the slide, for everybody, after a reload', async () => {
    const page = await open('mara');
    await button(page, 'Change Notable events').click();
    await field(page, 'What happened, in one plain sentence').fill('A laptop was stolen; its disk was encrypted.');
    await field(page, 'Source').fill('Police report');
    await choice(page, 'Act now').check({ force: true });
    await save(page);
    await button(page, 'Add decisions').click();
    await field(page, 'The question').fill('Who pays for the new laptops?');
    await field(page, 'Who decides').fill('Steering group');
    await dayField(page, 'By').fill('2026-11-27');
    await save(page);
    const reader = await open('priya');
    await says(
      reader,
      'A laptop was stolen; its disk was encrypted.',
      'Police report, typed in',
      'Who pays for the new laptops? Steering group, by 27 Nov',
    );
    await blockSays(reader, 'Notable events', 'Act now');
  });

  test('by keyboard alone: the headline, saved by Ctrl and Enter', async () => {
    const page = await open('mara');
    await tabTo(page, /^Change the headline$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('All quiet.');
    await page.keyboard.press('Control+Enter');
    await paper(page).getByRole('heading', { name: 'All quiet.' }).waitFor();
  });

  test('an empty headline is put together from the numbers', async () => {
    const page = await open('mara');
    await button(page, 'Change the headline').click();
    await field(page, 'Headline').fill('');
    await save(page);
    await paper(page).getByRole('heading', { name: 'Four risks closed. One new critical risk.' }).waitFor();
  });

  test('Jira counts what the team chose, as each viewer; what Jira refuses is no data', async () => {
    const page = await open('mara');
    await button(page, 'Change Vulnerabilities').click();
    await choice(page, 'Jira counts it').check({ force: true });
    await field(page, 'Search (JQL)').fill(
      'project = SHOP AND issuetype = Story AND labels is EMPTY AND statusCategory = Done',
    );
    await field(page, 'What it counts').fill('old stories');
    await save(page);
    const jira = jiraAs(stage.server.jira, PEOPLE.mara.accountId);
    const count = await countIssues(
      jira,
      'project = SHOP AND issuetype = Story AND labels is EMPTY AND statusCategory = Done',
    );
    await blockSays(page, 'Vulnerabilities', `${String(count)} old stories.`);
    await blockSays(page, 'Vulnerabilities', 'Act now');
    await button(page, 'Change Vulnerabilities').click();
    await field(page, 'Search (JQL)').fill('nonsense = 1');
    await save(page);
    await block(page, 'Vulnerabilities').getByText('Jira refused the team’s search').waitFor();
    await blockSays(page, 'Vulnerabilities', 'No data');
  });

  test('mistakes are named where they are, and nothing is saved', async () => {
    const page = await open('mara');
    await button(page, 'Change Hacking attempts').click();
    await field(page, 'How many in this period, if somebody counted').fill('many');
    await field(page, 'What happened, in one plain sentence').fill('');
    await button(page, 'Save').click();
    await app(page).getByText('A whole number, or nothing.').waitFor();
    await app(page).getByText('Say what happened.').waitFor();
    await page.keyboard.press('Escape');
    await blockSays(page, 'Hacking attempts', '1,240');
  });

  test('of two writers the second keeps what was typed and hears of the first', async () => {
    const [first, second] = [await open('mara'), await open('deniz')];
    await button(second, 'Change the headline').click();
    await field(second, 'Headline').fill('Second');
    await button(first, 'Change the headline').click();
    await field(first, 'Headline').fill('First');
    await save(first);
    await button(second, 'Save').click();
    await app(second).getByText('Somebody else changed the draft meanwhile').waitFor();
    await eventually(async () => expect(await field(second, 'Headline').inputValue()).toBe('Second'));
    await save(second);
    await paper(second).getByRole('heading', { name: 'Second' }).waitFor();
  });

  test('who may not edit reads, and is told who writes', async () => {
    const page = await open('priya');
    await app(page).getByText('Whoever may edit issues in this project writes the report.').waitFor();
    expect(await button(page, /^(Freeze|Change|Add)/).count()).toBe(0);
  });
});

describe('freezing', () => {
  test('keeps the slide as it was, and the next draft begins empty, compared with it', async () => {
    const page = await open('mara');
    await says(page, 'Counted with your Jira permissions.');
    const before = await textOf(page);
    await freeze(page);
    await says(page, 'Frozen 20 November 2026', 'Counted with its author’s Jira permissions.');
    const body = (text: string) => text.slice(0, text.search(/(Draft, counted|Frozen \d)/));
    await eventually(async () => expect(body(await textOf(page))).toBe(body(before)));
    await eventually(async () => expect(await paper(page).locator('a[href*="jql="]').count()).toBe(0));
    await button(page, 'New report').click();
    await paper(page).getByText('Compared with the report frozen on 20 November 2026.', { exact: false }).waitFor();
    await says(page, 'Nothing closed, nothing got worse.');
    await blockSays(page, 'Notable events', 'No data');
  });

  test('a risk that a reader may not see is counted, not named', async () => {
    const page = await open('mara');
    await freeze(page);
    const { state } = stage.server.jira;
    const issue = state.issues.byKey('SHOP-371')!;
    const members = [{ type: 'user', accountId: PEOPLE.mara.accountId }] as const;
    const securityLevelId = addSecurityLevel(state, { id: issue.projectId }, 'Security team', members);
    state.issues.put({ ...issue, securityLevelId });
    const reader = await open('priya', '/6');
    await says(reader, 'Since the last report: 4 closed', 'One that is not visible to you.');
    const text = await textOf(reader);
    expect(text).not.toContain('gift cards');
    expect(text).not.toContain('SHOP-371');
  });

  test('an earlier report is chosen by its day', async () => {
    const page = await open('priya');
    await app(page).getByRole('combobox', { name: 'Report' }).focus();
    await page.keyboard.press('ArrowDown');
    await app(page).getByRole('option', { name: '6 Nov, frozen' }).click();
    await paper(page).getByText('Frozen 6 November 2026, 14:30').waitFor();
    await says(page, '16 open security risks', 'Compared with the report frozen on 23 October 2026.');
  });
});

describe('on paper', () => {
  test('prints to one A4 landscape page', async () => {
    const pdf = await printed(await open('mara'));
    expect(pdf.pages).toBe(1);
    expect(pdf.millimetres).toEqual([297, 210]);
  });

  test('the longest texts that can be typed still fit on one page, from a dark and narrow window too', async () => {
    const page = await open('mara', '', { width: 700, height: 900, theme: 'dark' });
    const longest = (most: number) => 'Donaudampfschifffahrtsgesellschaft '.repeat(9).slice(0, most).trim();
    await button(page, 'Change the headline').click();
    await field(page, 'Headline').fill(longest(100));
    await save(page);
    for (const name of ['Notable events', 'Hacking attempts', 'Vulnerabilities']) {
      await button(page, `Change ${name}`).click();
      await field(page, 'What happened, in one plain sentence').fill(longest(160));
      await field(page, 'Source').fill(longest(60));
      await save(page);
    }
    await button(page, 'Add decisions').click();
    for (const [index, most] of [160, 160, 160].entries()) {
      if (index > 0) await button(page, 'Add a decision').click();
      await field(page, 'The question').nth(index).fill(longest(most));
      await field(page, 'Who decides').nth(index).fill(longest(60));
    }
    await save(page);
    const pdf = await printed(page);
    expect(pdf.pages).toBe(1);
    expect(pdf.overflow).toBeLessThanOrEqual(0);
  });

  test('is saved as a picture of twice its size, whatever the window', async () => {
    const page = await open('mara', '', { width: 700, height: 900, theme: 'dark' });
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as PNG').click()]);
    expect(file.suggestedFilename()).toBe('product-security-SHOP-2026-11-20.png');
    const bytes = await readFile(await file.path());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2246, 1588]);
    const { paper: ground, ink } = await colours(page, bytes);
    expect(ground).toBe('255,255,255');
    expect(ink).toBeGreaterThan(0.01);
    expect(ink).toBeLessThan(0.4);
  });
});

test('the picture looks as the screen does', async () => {
  const page = await open('priya', '/5', { width: 1700, height: 1100, scale: 2 });
  // The shell's frame is a little narrower than paper, which is made smaller there.
  await paper(page).evaluate((article) => article.style.setProperty('zoom', '1'));
  const seen = await paper(page).screenshot();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as PNG').click()]);
  const drawn = await readFile(await file.path());
  expect(await differing(page, seen, drawn)).toBeLessThan(0.02);
});

describe('looks: nothing is cut, unreachable or too pale, in light, dark and at 320 pixels', () => {
  test.each<[string, PersonName, string, string | undefined]>([
    ['for a reader', 'priya', '', undefined],
    ['while a block is typed', 'mara', '', 'Change Hacking attempts'],
    ['while the headline is typed', 'mara', '', 'Change the headline'],
    ['while decisions are typed', 'mara', '', 'Add decisions'],
    ['before it is frozen', 'mara', '', 'Freeze'],
    ['frozen', 'priya', '/5', undefined],
  ])('%s', async (_what, person, within, press) => {
    const page = await open(person, within);
    if (press !== undefined) await button(page, press).click();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test.each([1600, 1500, 1280, 1000, 768])('at %i pixels nothing is wider than the window', async (width) => {
    const page = await open('mara', '', { width, height: 1000 });
    await eventually(async () => {
      const room = await paper(page).evaluate((article) => {
        const { right } = article.getBoundingClientRect();
        return document.documentElement.clientWidth - right;
      });
      expect(room).toBeGreaterThanOrEqual(0);
    });
  });
});

/** The frame's document as a page of its own, because a browser prints pages, not frames. */
async function printed(page: Page) {
  const frame = page.frames().find((one) => one.url().includes('project-page'));
  if (frame === undefined) throw new Error('the page of the app is not there');
  const html = (await frame.content()).replace(/<script[\s\S]*?<\/script>/g, '');
  const copy = await page.context().newPage();
  try {
    await copy.route(frame.url(), (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await copy.goto(frame.url());
    const pdf = (await copy.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    await copy.emulateMedia({ media: 'print' });
    await copy.setViewportSize({ width: 1123, height: 794 });
    const overflow = await copy.locator('article').evaluate((article) => {
      const foot = article.querySelector('footer');
      return Math.ceil((foot?.getBoundingClientRect().bottom ?? Infinity) - article.getBoundingClientRect().bottom);
    });
    const [, width = '0', height = '0'] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf) ?? [];
    const millimetres = [width, height].map((points) => Math.round((Number(points) / 72) * 25.4));
    return { pages: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, millimetres, overflow };
  } finally {
    await copy.close();
  }
}

/** The colour of a picture's corner, and the share of pixels that are another one. */
async function colours(page: Page, png: Buffer): Promise<{ readonly paper: string; readonly ink: number }> {
  return page.evaluate(
    async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      const colour = (at: number) => data.slice(at * 4, at * 4 + 3).join();
      const ground = colour(0);
      let other = 0;
      const step = 7;
      for (let at = 0; at < data.length / 4; at += step) if (colour(at) !== ground) other += step;
      return { paper: ground, ink: (other * 4) / data.length };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

/** The share of two pictures of one size that is not alike, but for the places of single letters. */
async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const addresses = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (sources) => {
    const pixels = await Promise.all(
      sources.map(async (address) => {
        const picture = new Image();
        picture.src = address;
        await picture.decode();
        const canvas = document.createElement('canvas');
        // An eighth of the size: letters that stand half a pixel aside become the same grey.
        canvas.width = 281;
        canvas.height = 199;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, canvas.width, canvas.height);
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
      }),
    );
    const [a, b] = pixels;
    if (a === undefined || b === undefined) throw new Error('no picture');
    let other = 0;
    for (let at = 0; at < a.length; at += 4) {
      const apart = Math.max(...[0, 1, 2].map((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0))));
      if (apart > 48) other += 1;
    }
    return other / (a.length / 4);
  }, addresses);
}
