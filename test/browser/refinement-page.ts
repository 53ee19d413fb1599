/**
 * The page Refinement in the running product, for the tests that go through it.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { appFrame, type Look, type Stage, type Visit } from './stage';

export const REFINEMENT = '/project/SHOP/apps/security/refinement';

/** The app's page inside the shell's. */
export const meeting = (page: Page): FrameLocator => appFrame(page, 'Security');

/** The stories on screen, without the head. */
export const rows = (page: Page): Locator =>
  meeting(page)
    .getByRole('row')
    .filter({ has: meeting(page).getByRole('gridcell') });

export const row = (page: Page, key: string): Locator => rows(page).filter({ hasText: key });

/** Key of the current story; the row tells. */
export async function currentKey(page: Page): Promise<string> {
  const text = await meeting(page).locator('[role="row"][aria-current="true"]').innerText();
  return /SHOP-\d+/.exec(text)?.[0] ?? '';
}

/** Waits until this story is the current one. */
export const isCurrent = (page: Page, key: string): Promise<void> =>
  meeting(page).locator('[role="row"][aria-current="true"]', { hasText: key }).waitFor();

/** Waits until the page says this, to everybody or to screen readers. */
export const said = (page: Page, text: string | RegExp): Promise<void> =>
  meeting(page).getByText(text).first().waitFor({ state: 'attached' });

/** The page with its first rows, as this person. `list`: another than the first. */
export async function openRefinement(stage: Stage, person: PersonName, list = '', look: Look = {}): Promise<Visit> {
  const visit = await stage.visit(person, list === '' ? REFINEMENT : `${REFINEMENT}/${list}`, look);
  await meeting(visit.page).getByRole('tablist', { name: 'Lists' }).waitFor();
  await meeting(visit.page).locator('[role="row"][aria-current="true"], h3').first().waitFor();
  return visit;
}

/** Puts the focus on the current row, as a click on it or Tab would. */
export async function focusList(page: Page): Promise<void> {
  await meeting(page).locator('[role="row"][aria-current="true"]').focus();
}
