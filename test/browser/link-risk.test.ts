/**
 * Linking from a risk's side, as the security engineer: enablers that are there, new ones from a list, stories; with
 * undo, two tabs, lost answers, refusals, and for somebody who may only look.
 */
import type { FrameLocator, Page } from 'playwright-core';
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
/** Every link of the site, as sentences. */
const sentences = () => {
  const { issues, links, linkTypes } = stage.server.jira.state;
  return [...links.values()].map(({ typeId, sourceId, destinationId }) => {
    return `${issues.require(sourceId).key} ${linkTypes.require(typeId).outward} ${issues.require(destinationId).key}`;
  });
};

async function openRisk(key: string, person: 'deniz' | 'priya' = 'deniz') {
  const visit = await stage.visit(person, `/browse/${key}`);
  await panel(visit.page).getByRole('heading', { name: 'Threatened stories' }).waitFor();
  return visit;
}

async function openEnablers(page: Page) {
  await panel(page).getByRole('button', { name: 'New enablers' }).click();
  const dialog = dialogFrame(page);
  await dialog.getByRole('button', { name: /and link$/ }).waitFor();
  return dialog;
}

describe('enablers that are there', () => {
  test('two are found, ticked and linked by keyboard alone; undo takes both back', async () => {
    const { page } = await openRisk('SHOP-421');
    const before = sentences();
    await panel(page).getByRole('button', { name: 'Link an enabler' }).last().focus();
    await page.keyboard.press('Enter');
    const dialog = dialogFrame(page);
    await dialog.getByLabel('Enablers', { exact: true }).waitFor();
    await page.keyboard.type('428');
    await dialog.getByRole('group', { name: '1 found' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('SHOP-410');
    await dialog
      .getByRole('group', { name: '1 found' })
      .getByRole('checkbox', { name: /SHOP-410/ })
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await dialog.getByText('SHOP-421 is reduced by SHOP-428 and SHOP-410').waitFor();
    await page.keyboard.press('Control+Enter');
    await closed(page);
    await panel(page).getByText('Linked SHOP-428 and SHOP-410').first().waitFor();
    expect(sentences().slice(before.length)).toEqual(['SHOP-428 mitigates SHOP-421', 'SHOP-410 mitigates SHOP-421']);
    await page.keyboard.press('Tab');
    await panel(page).getByRole('button', { name: /^Undo/ }).click();
    await panel(page).getByText('2 links removed').first().waitFor();
    expect(sentences()).toEqual(before);
  });

  test('one is unlinked, and linked again by undo', async () => {
    const { page } = await openRisk('SHOP-412');
    const before = sentences();
    await panel(page).getByRole('button', { name: 'Unlink SHOP-415' }).click();
    await panel(page).getByText('Unlinked SHOP-415').first().waitFor();
    expect(sentences()).toHaveLength(before.length - 1);
    await panel(page).getByRole('button', { name: /^Undo/ }).click();
    await panel(page).getByText('Linked SHOP-415 again').first().waitFor();
    expect(new Set(sentences())).toEqual(new Set(before));
  });

  test('what is linked already stays in view, locked; a risk and the risk itself are refused in words', async () => {
    const { page } = await openRisk('SHOP-412');
    await panel(page).getByRole('button', { name: 'Link an enabler' }).last().click();
    const dialog = dialogFrame(page);
    const search = dialog.getByLabel('Enablers', { exact: true });
    await search.fill('SHOP-415');
    const linked = dialog.getByRole('checkbox', { name: /SHOP-415/ });
    await linked.waitFor();
    await eventually(async () => expect([await linked.isChecked(), await linked.isDisabled()]).toEqual([true, true]));
    await dialog.getByRole('group', { name: '1 found' }).getByText('Already linked, is reduced by').waitFor();
    await search.fill('shop-412');
    await dialog.getByText('SHOP-412 is the issue you are linking. An issue is never linked to itself.').waitFor();
    await search.fill('398');
    await dialog.getByText('SHOP-398 is a security risk too, and risks are not linked to each other.').waitFor();
    await search.fill('SHOP-9999');
    await dialog.getByText('SHOP-9999 is not there, or you may not see it.').waitFor();
  });

  test('what was looked at last comes first', async () => {
    const { page, go } = await openRisk('SHOP-412');
    await go('/browse/SHOP-433');
    await page.getByRole('button', { name: /^Security/ }).waitFor();
    await go('/browse/SHOP-412');
    await panel(page).getByRole('button', { name: 'Link an enabler' }).last().click();
    await dialogFrame(page)
      .getByRole('group', { name: 'Recently viewed by you' })
      .getByRole('checkbox', { name: /SHOP-433/ })
      .waitFor();
  });
});

describe('stories that the risk threatens', () => {
  test('a story of another project is linked under its own sentence', async () => {
    const { page } = await openRisk('SHOP-398');
    const elsewhere = [...stage.server.jira.state.issues.values()].find(({ key }) => key.startsWith('LOY-'));
    if (elsewhere === undefined) throw new Error('the demo has no other project');
    const { key } = elsewhere;
    await panel(page).getByRole('button', { name: 'Link a story' }).click();
    const dialog = dialogFrame(page);
    await dialog.getByLabel('Stories', { exact: true }).fill(key);
    await dialog.getByRole('checkbox', { name: new RegExp(`${key}\\b.*other project`) }).check();
    await dialog.getByRole('button', { name: 'Link 1 story' }).click();
    await closed(page);
    await panel(page)
      .getByRole('button', { name: `Unlink ${key}` })
      .waitFor();
    expect(sentences()).toContain(`SHOP-398 threatens ${key}`);
  });
});

describe('new enablers', () => {
  test('three from a list, under an epic, each relevant and linked', async () => {
    const { page } = await openRisk('SHOP-421');
    const dialog = await openEnablers(page);
    await dialog
      .getByLabel('One enabler per line')
      .fill('Check the signature\n\nCheck the signature\nReplay nothing\nLog refusals');
    await dialog.getByLabel('Parent').click();
    await dialog.getByRole('option').first().click();
    await dialog.getByText('3 enablers will reduce SHOP-421').waitFor();
    await dialog.getByRole('button', { name: 'Create 3 and link' }).dblclick();
    await closed(page);
    await panel(page)
      .getByText(/^Created and linked SHOP-/)
      .first()
      .waitFor();
    for (const summary of ['Check the signature', 'Replay nothing', 'Log refusals']) {
      const [made, ...more] = named(summary);
      expect([more, made?.parentId === null]).toEqual([[], false]);
      expect(sentences()).toContain(`${made?.key} mitigates SHOP-421`);
    }
    await panel(page).getByRole('link', { name: 'Log refusals' }).waitFor();
  });

  test('Ctrl and Enter before the place is on screen make nothing and say why; afterwards they make it', async () => {
    const { page } = await openRisk('SHOP-344');
    const place = stage.hold('/rest/api/3/issue/createmeta/*');
    await panel(page).getByRole('button', { name: 'New enablers' }).click();
    const dialog = dialogFrame(page);
    await dialog.getByLabel('One enabler per line').fill('Pressed too early');
    await page.keyboard.press('Control+Enter');
    await dialog
      .getByText(/^Nothing created yet: still reading where\./)
      .first()
      .waitFor();
    place();
    await dialog.getByText('1 enabler will reduce SHOP-344').waitFor();
    await dialog.getByRole('button', { name: 'Create 1 and link' }).waitFor();
    expect(named('Pressed too early')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await closed(page);
    expect(named('Pressed too early')).toHaveLength(1);
  });

  test('some refused: named with the reason; trying again makes only what is missing', async () => {
    const { page } = await openRisk('SHOP-344');
    const dialog = await openEnablers(page);
    stage.server.jira.faults.add({
      kind: 'rate-limit',
      match: { method: 'POST', path: '/rest/api/3/issue' },
      times: 1,
    });
    await dialog.getByLabel('One enabler per line').fill('Part one\nPart two\nPart three');
    await dialog.getByRole('button', { name: 'Create 3 and link' }).click();
    await dialog.getByText('2 created, 1 not').first().waitFor();
    await dialog.getByText(/Jira is busy/).waitFor();
    await dialog.getByRole('button', { name: 'Try 1 again' }).click();
    await closed(page);
    for (const summary of ['Part one', 'Part two', 'Part three']) expect(named(summary)).toHaveLength(1);
  });

  test('the answer is lost; two tabs write the same: one issue', async () => {
    const first = await openRisk('SHOP-296');
    const second = await first.context.newPage();
    await second.goto(first.page.url());
    const [one, two] = [await openEnablers(first.page), await openEnablers(second)];
    stage.server.jira.faults.add({
      kind: 'timeout-after',
      match: { method: 'POST', path: '/rest/api/3/issue' },
      times: 1,
    });
    for (const dialog of [one, two]) await dialog.getByLabel('One enabler per line').fill('Written in two tabs');
    await Promise.all([one, two].map((dialog) => dialog.getByRole('button', { name: 'Create 1 and link' }).click()));
    await Promise.all([first.page, second].map(closed));
    expect(named('Written in two tabs')).toHaveLength(1);
    expect(
      sentences().filter((sentence) => sentence.startsWith(named('Written in two tabs')[0]?.key ?? '?')),
    ).toHaveLength(1);
  });

  test('in another project, whose own types are offered', async () => {
    const { page } = await openRisk('SHOP-398');
    const dialog = await openEnablers(page);
    await dialog.getByLabel('Project').fill('Pay');
    await dialog.getByRole('option', { name: 'Payments (PAY)' }).click();
    await dialog.getByLabel('One enabler per line').fill('Mask the numbers at the source');
    await dialog.getByRole('button', { name: 'Create 1 and link' }).click();
    await closed(page);
    const [made] = named('Mask the numbers at the source');
    expect(made?.key).toMatch(/^PAY-/);
    expect(sentences()).toContain(`${made?.key} mitigates SHOP-398`);
  });

  test('nothing written, a line too long: said beside the list, and nothing is made', async () => {
    const { page } = await openRisk('SHOP-421');
    const count = () => [...stage.server.jira.state.issues.values()].length;
    const before = count();
    const dialog = await openEnablers(page);
    const lines = dialog.getByLabel('One enabler per line');
    await lines.fill('');
    await dialog.getByText('Nothing written yet').waitFor();
    await lines.press('Control+Enter');
    await dialog.getByText('Write what has to be done, one enabler per line.').waitFor();
    await lines.fill(`Short\n${'x'.repeat(256)}`);
    await lines.press('Control+Enter');
    await dialog.getByText(/^Line 2 has 256 characters/).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    expect(count()).toBe(before);
  });
});

test('who may not link sees enablers and stories without buttons', async () => {
  const { page } = await openRisk('SHOP-412', 'priya');
  await panel(page).getByRole('link', { name: 'Signed one-time tokens for e-mail links' }).waitFor();
  expect(
    await panel(page)
      .getByRole('button', { name: /Link|enabler|Unlink/ })
      .count(),
  ).toBe(0);
});

describe('looks', () => {
  test('choosing enablers', async () => {
    const { page } = await openRisk('SHOP-412');
    await panel(page).getByRole('button', { name: 'Link an enabler' }).last().click();
    await dialogFrame(page).getByLabel('Enablers', { exact: true }).fill('SHOP-415');
    await dialogFrame(page)
      .getByRole('group', { name: '1 found' })
      .getByText('Already linked, is reduced by')
      .waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });

  test('writing enablers', async () => {
    const { page } = await openRisk('SHOP-412');
    await openEnablers(page);
    await dialogFrame(page).getByLabel('Parent').waitFor();
    expect(await examine(page)).toEqual(NOTHING_FOUND);
  });
});
