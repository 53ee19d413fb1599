/**
 * Somebody whom Jira's issue security keeps from one risk: it is on none of the pages, in no count and in no file, and
 * nothing says that something is missing.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PEOPLE } from '../demo/people';
import { addSecurityLevel } from '../local-jira/seed';
import { board, openBoard, RISKS } from './risk-board-page';
import { appFrame, Stage, TEST_MS } from './stage';

jest.setTimeout(TEST_MS);

/** The most severe risk of the demo, and what would give it away. */
const HIDDEN = 'SHOP-412';
const TRACES = /SHOP-412|Account takeover|Strangers take over/;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  const { state } = stage.server.jira;
  const issue = state.issues.byKey(HIDDEN)!;
  const members = [{ type: 'user', accountId: PEOPLE.deniz.accountId }] as const;
  const securityLevelId = addSecurityLevel(state, { id: issue.projectId }, 'Security team', members);
  state.issues.put({ ...issue, securityLevelId });
});
afterEach(async () => {
  expect(await stage.leaveAll()).toEqual([]);
});
afterAll(() => stage.close());

/** Everything in the app's frame: text, names for screen readers, addresses. */
const everything = (page: Page, frame = 'Security') => appFrame(page, frame).locator('html').innerHTML();

test('the board, its map and its file are without it; for whoever may see it, it is there', async () => {
  const { page } = await openBoard(stage, 'jonas');
  await board(page)
    .getByRole('button', { name: /^All open\D*13/ })
    .waitFor();
  expect(await everything(page)).not.toMatch(TRACES);

  await board(page).getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    board(page)
      .getByRole('menuitem', { name: /^All risks/ })
      .click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toContain('SHOP-398');
  expect(csv).not.toMatch(TRACES);

  const deniz = await openBoard(stage, 'deniz');
  await board(deniz.page)
    .getByRole('button', { name: /^All open\D*14/ })
    .waitFor();
});

test.each([
  ['Hygiene', 'hygiene', /findings in \d of 9 rules/],
  ['Report', 'report', /open security risks/],
  ['Overview', '', 'Updated just now'],
] as const)('%s is without it', async (_name, tab, ready) => {
  const { page } = await stage.visit('jonas', RISKS.replace('/risks', tab === '' ? '' : `/${tab}`));
  await appFrame(page, 'Security').getByText(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await everything(page)).not.toMatch(TRACES);
});

test('a story that it threatens, and an enabler of it, do not name it', async () => {
  const { state } = stage.server.jira;
  const hidden = state.issues.byKey(HIDDEN)!;
  const others = [
    ...state.links.filter(({ sourceId }) => sourceId === hidden.id).map(({ destinationId }) => destinationId),
    ...state.links.filter(({ destinationId }) => destinationId === hidden.id).map(({ sourceId }) => sourceId),
  ];
  expect(others.length).toBeGreaterThan(3);
  for (const id of others) {
    const { page } = await stage.visit('jonas', `/browse/${state.issues.require(id).key}`);
    await appFrame(page, 'Security').getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await everything(page)).not.toMatch(TRACES);
  }
});
