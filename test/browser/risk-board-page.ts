/**
 * The tab Risks in the running product, for the tests that go through it.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { SiteSetup } from '../../src/domain/site-setup';
import { openDoors } from '../demo/doors';
import type { PersonName } from '../demo/people';
import { appFrame, type Look, type Stage, type Visit } from './stage';

export const RISKS = '/project/SHOP/apps/security/risks';

/** The app's page inside the shell's. */
export const board = (page: Page): FrameLocator => appFrame(page, 'Security');

/** The risks on screen, without the head. */
export const rows = (page: Page): Locator =>
  board(page)
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: board(page).getByRole('rowheader') });

export const row = (page: Page, key: string): Locator => rows(page).filter({ hasText: key });

export const button = (page: Page, name: string | RegExp): Locator =>
  board(page).getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

/** Waits until the page says this, to everybody or to screen readers. */
export const said = (page: Page, text: string | RegExp): Promise<void> =>
  board(page).getByText(text).first().waitFor({ state: 'attached' });

/** Keys of the risks on screen, in their order on it. */
export async function keysShown(page: Page): Promise<readonly string[]> {
  const found = await rows(page).evaluateAll((all) =>
    all
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((element) => /[A-Z]+-\d+/.exec(element.textContent)?.[0] ?? ''),
  );
  return found;
}

/** The board with its first rows, as this person. */
export async function openBoard(stage: Stage, person: PersonName, look: Look = {}): Promise<Visit> {
  const visit = await stage.visit(person, RISKS, look);
  await rows(visit.page).first().waitFor();
  return visit;
}

/** The ids that set-up recorded in the running product. */
export async function setupOf({ server }: Stage): Promise<SiteSetup> {
  const { jira, forge, site } = server.services;
  const answer = await openDoors(jira, forge, site).app('deniz', 'getSetup', { projectIds: [] });
  if (answer.site === undefined) throw new Error('the demo site is not set up');
  return answer.site;
}
