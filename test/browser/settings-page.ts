/**
 * The page of a project's settings in the running product, for the tests that go through it.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import { appFrame, type Stage, type Visit } from './stage';

/** Where the shell has the page. */
export const pathOf = (key: string): string => `/project/${key}/settings/apps/project-settings`;
export const SHOP_SETTINGS = pathOf('SHOP');

/** The app's page inside the shell's. */
export const settings = (page: Page): FrameLocator => appFrame(page, 'Security');
export const saveButton = (page: Page) => settings(page).getByRole('button', { name: 'Save', exact: true });
/** Waits until the page says this. */
export const said = (page: Page, text: string | RegExp) => settings(page).getByText(text).first().waitFor();

/** The page with its form, as this person. */
export async function openSettings(stage: Stage, person: PersonName): Promise<Visit> {
  const visit = await stage.visit(person, SHOP_SETTINGS);
  await settings(visit.page).getByRole('heading', { name: 'What counts as ready' }).waitFor();
  return visit;
}

/** The project that the demo's people work in. */
export function shopOf(stage: Stage) {
  const project = stage.server.jira.state.projects.find(({ key }) => key === 'SHOP');
  if (project === undefined) throw new Error('the demo has no SHOP');
  return project;
}
