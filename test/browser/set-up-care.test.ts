/**
 * Set-up after the day it was done: health check, repair of one fault, undo. And all of it with the keyboard alone, in
 * both themes, and in a narrow window.
 */
import { examine, NOTHING_FOUND } from './examine';
import { makeBareSite, visitSetUp, type BareSite, type SetUpVisit } from './set-up-site';
import { Stage, TEST_MS } from './stage';
import { eventually } from './eventually';
import { tabTo } from './tab-to';

jest.setTimeout(TEST_MS);
let stage: Stage;
let site: BareSite;

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await Stage.open('empty');
});
beforeEach(async () => {
  site = await makeBareSite(stage);
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

async function setUpShop(): Promise<SetUpVisit> {
  const visit = await visitSetUp(stage, 'tomasz');
  await visit.choose('Web Shop');
  await visit.apply();
  await visit.setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
  return visit;
}

interface LinkTypes {
  readonly issueLinkTypes: readonly { readonly id: string; readonly name: string }[];
}
const linkTypes = async () => ((await site.rest('GET', '/issueLinkType')) as LinkTypes).issueLinkTypes;

describe('the health check', () => {
  test('finds a fault; its button plans just that, and applying it puts it right', async () => {
    const { setUp, page } = await setUpShop();
    await setUp.getByRole('button', { name: 'Run the health check' }).click();
    await setUp.getByText('Everything is as Shift-Up needs it').waitFor();

    const mitigates = (await linkTypes()).find(({ name }) => name === 'Mitigates');
    await site.rest('PUT', `/issueLinkType/${mitigates?.id ?? ''}`, {
      name: 'Reduces',
      inward: 'is mitigated by',
      outward: 'mitigates',
    });
    await setUp.getByRole('button', { name: 'Check again' }).click();
    await setUp.getByText('Now called “Reduces”; still found by its id').waitFor();

    await setUp.getByRole('button', { name: 'Rename back: Link Mitigates' }).click();
    await setUp.getByText('The plan for just this fault').waitFor();
    await setUp.getByRole('button', { name: 'Apply 1 change' }).click();
    await setUp.getByRole('heading', { name: 'Put right' }).waitFor();
    expect((await linkTypes()).filter(({ id }) => id === mitigates?.id)).toEqual([
      expect.objectContaining({ name: 'Mitigates' }),
    ]);

    await setUp.getByRole('button', { name: 'Run the health check' }).click();
    await setUp.getByText('Everything is as Shift-Up needs it').waitFor();
    await setUp.getByRole('button', { name: /^Show all \d+$/ }).click();
    await setUp.getByRole('row', { name: /Link Mitigates Right/ }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('faults stand on the page in both themes and in a narrow window', async () => {
    const { setUp, page } = await setUpShop();
    const [mitigates, secures] = ['Mitigates', 'Secures'].map(async (wanted) =>
      (await linkTypes()).find(({ name }) => name === wanted),
    );
    await site.rest('DELETE', `/issueLinkType/${(await secures)?.id ?? ''}`);
    await site.rest('PUT', `/issueLinkType/${(await mitigates)?.id ?? ''}`, { name: 'Reduces' });
    await setUp.getByRole('tab', { name: 'Health check' }).click();
    await setUp.getByRole('row', { name: /Link Secures Missing/ }).waitFor();
    await setUp.getByRole('row', { name: /Link Mitigates Renamed/ }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('undo', () => {
  test('removes what nobody uses, keeps what issues use, and leads to those issues', async () => {
    const { setUp, page } = await setUpShop();
    await site.rest('POST', '/issue', {
      fields: { project: { key: 'SHOP' }, issuetype: { name: 'Security Risk' }, summary: 'Orders can be read' },
    });
    await setUp.getByRole('tab', { name: 'Undo' }).click();
    await setUp.getByText('nothing of this has been removed yet').waitFor();
    const kept = setUp.getByRole('row', { name: /^Issue type Security Risk Keep 1 issue uses it/ });
    const address = await kept.getByRole('link', { name: 'Show the issue' }).getAttribute('href');
    expect(decodeURIComponent(address ?? '')).toContain('/issues/?jql=');
    expect(await examine(page)).toEqual(NOTHING_FOUND);

    await setUp.getByRole('button', { name: /^Remove \d+ objects$/ }).click();
    await setUp.getByText(/^Remove \d+ objects from Jira\?$/).waitFor();
    await setUp.getByRole('button', { name: 'Remove nothing' }).click();
    await setUp.getByRole('button', { name: /^Remove \d+ objects$/ }).click();
    await setUp.getByRole('button', { name: /^Yes, remove \d+ objects$/ }).click();
    await setUp.getByText('Undo was partly possible').waitFor({ timeout: 60_000 });
    await setUp.getByText(/Kept, because issues use them: .*issue type “Security Risk” \(1 issue\)/).waitFor();
    expect((await linkTypes()).some(({ name }) => name === 'Mitigates')).toBe(false);
  });

  test('of everything leaves the site as it was', async () => {
    const fieldsBefore = await site.rest('GET', '/field');
    const { setUp, page } = await setUpShop();
    await setUp.getByRole('tab', { name: 'Undo' }).click();
    await setUp.getByRole('button', { name: /^Remove \d+ objects$/ }).click();
    await setUp.getByRole('button', { name: /^Yes, remove \d+ objects$/ }).click();
    await setUp.getByText('Undo is complete').waitFor({ timeout: 60_000 });
    await setUp.getByText('There is nothing here that Shift-Up made').waitFor();
    expect(await site.rest('GET', '/field')).toEqual(fieldsBefore);
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('of one project is chosen by searching among those that were set up', async () => {
    const { setUp, page } = await setUpShop();
    await setUp.getByRole('tab', { name: 'Undo' }).click();
    await setUp.getByText('Only in some projects').click();
    await setUp.getByText('Choose a project to see what would be removed there.').waitFor();
    await setUp.getByLabel('Projects to undo').fill('Shop');
    await setUp.getByRole('option', { name: 'Web Shop (SHOP)' }).waitFor();
    await eventually(async () => expect(await setUp.getByRole('option').allInnerTexts()).toEqual(['Web Shop (SHOP)']));
    await setUp.getByRole('option', { name: 'Web Shop (SHOP)' }).click();
    await setUp.getByRole('row', { name: /^Issue type scheme of Web Shop Remove/ }).waitFor();
    await eventually(async () => expect(await setUp.getByRole('row', { name: /^Field / }).count()).toBe(0));
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('the plan', () => {
  test('with a conflict, a shared scheme and a guide, in both themes and in a narrow window', async () => {
    const { page, setUp, choose } = await visitSetUp(stage, 'tomasz');
    await choose('Payments', 'Partner app');
    await setUp.getByText('Guided').waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('can be copied as text', async () => {
    const visit = await visitSetUp(stage, 'tomasz');
    const { page, setUp, context } = visit;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await setUp.getByRole('button', { name: 'Copy plan' }).click();
    await setUp.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Shift-Up set-up: plan of /);
    // The frame may not use the newer interface, which the browser logs; the older one did it.
    visit.forgive();
    expect(text).toContain('- Mitigates: Create. enabler mitigates risk; risk is mitigated by enabler');
  });

  test('Back leads to what is compared, Check now to the plan again', async () => {
    const { page, setUp } = await visitSetUp(stage, 'tomasz');
    await setUp.getByRole('button', { name: 'Back', exact: true }).click();
    await setUp.getByRole('heading', { name: 'What is compared' }).waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
    await setUp.getByRole('button', { name: 'Check now' }).click();
    await setUp.getByText('nothing has been written yet').waitFor();
  });

  test('of a site where everything is right has nothing to apply and says what can be done', async () => {
    const { page, setUp } = await setUpShop();
    await setUp.getByRole('button', { name: 'Set up more projects' }).click();
    await setUp.getByText('Everything Shift-Up needs is there').waitFor();
    await setUp.getByText('The site is ready. Choose a project to add Shift-Up to it.').waitFor();
    await eventually(async () => expect(await setUp.getByRole('button', { name: /^Apply/ }).count()).toBe(0));
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});

describe('with the keyboard alone', () => {
  test('a project is chosen, the plan applied, and the way is kept', async () => {
    const { page, setUp, focused } = await visitSetUp(stage, 'tomasz');
    await setUp.getByText('nothing has been written yet').waitFor();
    await setUp.getByRole('tab', { name: 'Set-up' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await focused()).toBe('Health check'));
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => expect(await focused()).toBe('Set-up'));
    await page.keyboard.press('Tab');
    await page.keyboard.type('Web');
    await setUp.getByRole('option', { name: /Web Shop/ }).waitFor();
    await page.keyboard.press('Enter');
    await setUp.getByRole('heading', { name: 'Web Shop', level: 3 }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, /^Apply \d+ changes$/);
    await page.keyboard.press('Enter');
    await setUp.getByRole('heading', { name: 'Shift-Up is set up' }).waitFor();
    await eventually(async () => expect(await focused()).toBe('Shift-Up is set up'));
  });
});
