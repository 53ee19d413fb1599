/**
 * Linking from a story's side: the four sentences, partly refused, a new risk that two tabs write at once, and one that
 * was made and is gone.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { ADMIN_ACCOUNT_ID, ISSUE_TYPE } from '../local-jira/seed';
import { examine, NOTHING_FOUND } from './examine';
import { appFrame, dialogFrame, Stage, TEST_MS } from './stage';
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
const closed = (page: Page) => page.locator('dialog[open]').waitFor({ state: 'detached' });
const named = (summary: string) =>
  [...stage.server.jira.state.issues.values()].filter((one) => one.summary === summary);
const sentences = () => {
  const { issues, links, linkTypes } = stage.server.jira.state;
  return [...links.values()].map(({ typeId, sourceId, destinationId }) => {
    return `${issues.require(sourceId).key} ${linkTypes.require(typeId).outward} ${issues.require(destinationId).key}`;
  });
};

async function deleteInJira(issueId: string): Promise<void> {
  const anybodyWhoMay = stage.server.jira.issueToken({ type: 'user', accountId: ADMIN_ACCOUNT_ID }, 'all');
  const { status } = await stage.server.jira.fetch(
    new Request(`https://local.test/rest/api/3/issue/${issueId}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${anybodyWhoMay}` },
    }),
  );
  expect(status).toBe(204);
}

async function openDialog(key: string) {
  const visit = await stage.visit('deniz', `/browse/${key}`);
  await panel(visit.page)
    .getByRole('button', { name: /^Link( a risk)?$/ })
    .first()
    .click();
  const dialog = dialogFrame(visit.page);
  await dialog.getByLabel('Risks', { exact: true }).waitFor();
  return { ...visit, dialog };
}

test('the sentence decides what is looked for; ticks of one kind wait while another is looked for', async () => {
  const { page, dialog } = await openDialog('SHOP-395');
  await dialog.getByRole('checkbox', { name: /SHOP-405/ }).check();
  await dialog.getByText('SHOP-395 is exposed to SHOP-405').waitFor();
  await dialog.getByRole('radio', { name: /^secures another story/ }).check();
  await dialog.getByText('Nothing chosen yet').waitFor();
  await dialog.getByLabel('Stories', { exact: true }).fill('SHOP-428');
  await dialog.getByRole('checkbox', { name: /SHOP-428/ }).check();
  await dialog.getByText('SHOP-395 secures SHOP-428').waitFor();
  await dialog.getByRole('radio', { name: /^reduces the risk/ }).check();
  await dialog.getByText('SHOP-395 reduces SHOP-405').waitFor();
  await dialog.getByRole('radio', { name: /^secures another story/ }).check();
  await dialog.getByRole('button', { name: 'Link 1 story' }).click();
  await closed(page);
  await panel(page).getByText('Linked SHOP-428').first().waitFor();
  expect(sentences()).toContain('SHOP-395 secures SHOP-428');
});

test('a late answer that moves the ticked row leaves the keyboard where it was: Ctrl and Enter link', async () => {
  const { page, dialog } = await openDialog('SHOP-410');
  const row = dialog.getByRole('checkbox', { name: /SHOP-405/ });
  await row.waitFor();
  const answer = stage.hold('/rest/api/3/search/jql');
  await dialog.getByLabel('Risks', { exact: true }).fill('SHOP-405');
  await row.check();
  answer();
  await dialog.getByRole('group', { name: '1 found' }).waitFor();
  await eventually(async () => expect(await row.evaluate((box) => box === document.activeElement)).toBe(true));
  await page.keyboard.press('Control+Enter');
  await closed(page);
  await panel(page).getByText('Linked SHOP-405').first().waitFor();
  expect(sentences()).toContain('SHOP-405 threatens SHOP-410');
  await panel(page).getByRole('button', { name: 'Undo' }).first().click();
  await eventually(() => expect(sentences()).not.toContain('SHOP-405 threatens SHOP-410'));
});

test('two stories never secure each other: the other way round is locked and says so', async () => {
  const { dialog } = await openDialog('SHOP-428');
  await dialog.getByRole('radio', { name: /^secures another story/ }).check();
  await dialog.getByLabel('Stories', { exact: true }).fill('SHOP-395');
  const row = dialog.getByRole('checkbox', { name: /SHOP-395/ });
  await row.waitFor();
  await eventually(async () => expect([await row.isChecked(), await row.isDisabled()]).toEqual([false, true]));
  await dialog.getByText('Linked the other way round, is secured by').first().waitFor();
  await dialog.getByRole('radio', { name: /^is exposed to the risk/ }).check();
  await dialog.getByText('SHOP-395 is no security risk. Choose another sentence above to link it.').waitFor();
});

test('partly refused: what was done is named and can be undone, the rest is tried again', async () => {
  const { page, dialog } = await openDialog('SHOP-410');
  const before = sentences();
  for (const key of ['SHOP-405', 'SHOP-421']) await dialog.getByRole('checkbox', { name: new RegExp(key) }).check();
  const refuse = () =>
    stage.server.jira.faults.add({
      kind: 'rate-limit',
      match: { method: 'POST', path: '/rest/api/3/issueLink' },
      times: 1,
    });
  refuse();
  await dialog.getByRole('button', { name: 'Link 2 risks' }).click();
  await dialog.getByText('1 linked, 1 refused').first().waitFor();
  expect(await examine(page)).toEqual(NOTHING_FOUND);
  refuse();
  await dialog.getByRole('button', { name: 'Try 1 again' }).click();
  await dialog.getByRole('button', { name: 'Try 1 again' }).waitFor();
  await dialog.getByRole('button', { name: 'Undo 1' }).click();
  await closed(page);
  expect(sentences()).toEqual(before);
});

test('a risk that two tabs write at once, with a lost answer, is one risk and one link', async () => {
  const first = await openDialog('SHOP-410');
  const second = await first.context.newPage();
  await second.goto(first.page.url());
  await panel(second)
    .getByRole('button', { name: /^Link( a risk)?$/ })
    .first()
    .click();
  const dialogs = [first.dialog, dialogFrame(second)];
  for (const dialog of dialogs) {
    await dialog.getByRole('button', { name: 'Create a new risk and link it' }).click();
    await dialog.getByLabel(/Summary/).fill('A risk from two tabs');
  }
  stage.server.jira.faults.add({
    kind: 'timeout-after',
    match: { method: 'POST', path: '/rest/api/3/issue' },
    times: 1,
  });
  await Promise.all(dialogs.map((dialog) => dialog.getByRole('button', { name: 'Create and link' }).click()));
  await Promise.all([first.page, second].map(closed));
  const [made, ...more] = named('A risk from two tabs');
  expect(more).toEqual([]);
  expect(sentences().filter((sentence) => sentence.includes(made?.key ?? '?'))).toEqual([
    `${made?.key} threatens SHOP-410`,
  ]);
});

test('made, deleted and written again: said, and the next try makes a new one', async () => {
  const write = async () => {
    const visit = await openDialog('SHOP-410');
    await visit.dialog.getByRole('button', { name: 'Create a new risk and link it' }).click();
    await visit.dialog.getByLabel(/Summary/).fill('Deleted at once');
    await visit.dialog.getByRole('button', { name: 'Create and link' }).click();
    return visit;
  };
  const first = await write();
  await closed(first.page);
  const [made] = named('Deleted at once');
  await deleteInJira(made?.id ?? '');
  await first.page.reload();
  await panel(first.page)
    .getByRole('button', { name: /^Link( a risk)?$/ })
    .first()
    .click();
  const dialog = dialogFrame(first.page);
  await dialog.getByRole('button', { name: 'Create a new risk and link it' }).click();
  await dialog.getByLabel(/Summary/).fill('Deleted at once');
  await dialog.getByRole('button', { name: 'Create and link' }).click();
  await dialog.getByText(/Try again to make a new one/).waitFor();
  await dialog.getByRole('button', { name: 'Create and link' }).click();
  await closed(first.page);
  expect(named('Deleted at once')).toHaveLength(1);
});

test('enablers that secure the story are written from its own dialog, and the focus comes back', async () => {
  const { page, dialog } = await openDialog('SHOP-433');
  await dialog.getByRole('radio', { name: /^is secured by an enabler/ }).check();
  await dialog.getByLabel('Enablers', { exact: true }).fill('Encrypt');
  await dialog.getByRole('button', { name: 'Create a new enabler “Encrypt” and link it' }).click();
  await dialog.getByLabel('One enabler per line').press('End');
  await dialog.getByLabel('One enabler per line').pressSequentially(' the addresses');
  await dialog.getByText('1 enabler will secure SHOP-433').waitFor();
  // Where it can be made is asked of Jira first.
  await dialog.getByRole('button', { name: 'Create 1 and link' }).waitFor();
  await dialog.getByLabel('Parent').waitFor();
  await page.keyboard.press('Control+Enter');
  await closed(page);
  const [made] = named('Encrypt the addresses');
  expect(sentences()).toContain(`${made?.key} secures SHOP-433`);
  await eventually(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME'));
});

test('an issue that nobody assesses reduces a risk all the same', async () => {
  const task = [...stage.server.jira.state.issues.values()].find(
    ({ key, typeId, links }) => key.startsWith('SHOP-') && typeId === ISSUE_TYPE.bug && links.length === 0,
  );
  if (task === undefined) throw new Error('the demo has no bug without links');
  const { page } = await stage.visit('deniz', `/browse/${task.key}`);
  await panel(page).getByRole('button', { name: 'Link a risk' }).click();
  const dialog = dialogFrame(page);
  await dialog.getByRole('checkbox', { name: /SHOP-412/ }).check();
  await dialog.getByText(`${task.key} reduces SHOP-412`).waitFor();
  await page.keyboard.press('Control+Enter');
  await closed(page);
  await panel(page).getByText('Linked SHOP-412').first().waitFor();
  await panel(page).getByRole('button', { name: 'Unlink SHOP-412' }).click();
  await panel(page).getByText('Unlinked SHOP-412').first().waitFor();
  await panel(page).getByRole('button', { name: /^Undo/ }).click();
  await panel(page).getByText('Linked SHOP-412 again').first().waitFor();
  expect(sentences()).toContain(`${task.key} mitigates SHOP-412`);
});

test('looks: choosing risks, with one that was viewed lately', async () => {
  const visit = await stage.visit('deniz', '/browse/SHOP-412');
  await panel(visit.page).getByRole('heading', { name: 'Threatened stories' }).waitFor();
  await visit.go('/browse/SHOP-395');
  await panel(visit.page)
    .getByRole('button', { name: /^Link( a risk)?$/ })
    .first()
    .click();
  const recent = dialogFrame(visit.page).getByRole('group', { name: 'Recently viewed by you' });
  await recent.getByRole('checkbox', { name: /SHOP-412/ }).check();
  expect(await examine(visit.page)).toEqual(NOTHING_FOUND);
});
