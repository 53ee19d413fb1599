/** The section History of a project's settings: since when it is counted, and its days before that, rebuilt. */
import { examine, NOTHING_FOUND } from './examine';
import { openSettings, said, settings } from './settings-page';
import { Stage, TEST_MS } from './stage';
import { eventually } from './eventually';

jest.setTimeout(TEST_MS);
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  await stage.startOver();
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

test('a project admin reads since when it is counted, and rebuilds the days before', async () => {
  const { page } = await openSettings(stage, 'deniz');
  await said(page, 'Counted since 3 Nov: 16 days. 2 days since then were missed and stay gaps.');
  await settings(page).getByRole('button', { name: 'Rebuild', exact: true }).focus();
  await page.keyboard.press('Enter');
  await said(page, /^\d+ days rebuilt on 20 Nov, from \d+ risks\.$/);
  const again = settings(page).getByRole('button', { name: 'Rebuild again' });
  await eventually(async () =>
    expect(await again.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true),
  );
  await page.reload();
  await said(page, /^\d+ days rebuilt on 20 Nov/);
  expect(await examine(page)).toEqual(NOTHING_FOUND);
});

test('where Jira does not answer, it is said, and the settings stay usable', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { jira } = stage.server;
  const real = jira.fetch.bind(jira);
  jest
    .spyOn(jira, 'fetch')
    .mockImplementation(async (request) =>
      /action=browse.*[?&]id=/.test(request.url)
        ? new Response('{}', { status: 429, headers: { 'Retry-After': '60' } })
        : real(request),
    );
  const { page } = await openSettings(stage, 'deniz');
  await said(page, 'The history cannot be read right now.');
  await settings(page).getByRole('button', { name: 'Rebuild', exact: true }).waitFor();
  jest.restoreAllMocks();
});
