/**
 * What must hold of every page in every state: WCAG 2.2 AA in light and dark, and no sideways scrolling at 320 px.
 * With KEEP_PICTURES=1, a picture of each state in each theme and width is left in .local/pictures, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { violationsIn } from './axe';
import { appFrames } from './stage';

export interface Findings {
  readonly light: readonly string[];
  readonly dark: readonly string[];
  /** Pages of the app that are wider than a 320 px window leaves them, with what sticks out. */
  readonly tooWide: readonly string[];
}

export const NOTHING_FOUND: Findings = { light: [], dark: [], tooWide: [] };
const NARROW = { width: 320, height: 800 };
const PICTURES = path.resolve(__dirname, '../../.local/pictures');

/** Looks at the app's pages that are on screen. Leaves the window narrow and dark. */
export async function examine(page: Page): Promise<Findings> {
  await settled(page, 'light');
  const light = await violationsIn(appFrames(page));
  await keepPicture(page, 'wide-light');
  await toggleTheme(page, 'Dark theme');
  await settled(page, 'dark');
  const dark = await violationsIn(appFrames(page));
  await keepPicture(page, 'wide-dark');
  await page.setViewportSize(NARROW);
  const tooWide = await Promise.all(appFrames(page).map(stickingOut));
  await keepPicture(page, 'narrow-dark');
  return { light, dark, tooWide: tooWide.flat() };
}

/** Examines the page, and puts window and theme back as they were. */
export async function examineAndPutBack(page: Page): Promise<Findings> {
  const before = page.viewportSize();
  const findings = await examine(page);
  await toggleTheme(page, 'Light theme');
  if (before !== null) await page.setViewportSize(before);
  await settled(page, 'light');
  return findings;
}

/** Waits until every page has these colours. Fields fade into them; half-way colours are nobody's choice. */
async function settled(page: Page, mode: 'light' | 'dark'): Promise<void> {
  for (const frame of appFrames(page)) {
    await frame.waitForFunction((wanted) => document.documentElement.dataset['colorMode'] === wanted, mode, {
      polling: 50,
    });
    await frame.evaluate(async () => {
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    });
  }
}

async function keepPicture(page: Page, look: string): Promise<void> {
  if (process.env['KEEP_PICTURES'] !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  const state = (expect.getState().currentTestName ?? 'page').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  await page.screenshot({ path: path.join(PICTURES, `${state}.${look}.png`), fullPage: true });
}

/** By script, because a dialog keeps the mouse from the button. */
async function toggleTheme(page: Page, to: 'Dark theme' | 'Light theme'): Promise<void> {
  await page.getByLabel(to).evaluate((button) => (button as HTMLElement).click());
}

/** What still sticks out once the frame has followed the window and had time to lay itself out. */
async function stickingOut(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(async (narrow) => {
    // By the clock: a frame below the fold gets no animation frames to wait for.
    const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
    for (let waits = 0; waits < 100 && window.innerWidth > narrow; waits += 1) await pause();
    const { documentElement: root } = document;
    // What follows the window by script needs a moment; what is too wide stays so.
    for (let looks = 0; looks < 20; looks += 1) {
      await pause();
      if (root.scrollWidth <= root.clientWidth) return [];
    }
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const names = wide
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`${root.scrollWidth} px of ${root.clientWidth}: ${names.join(', ')}`];
  }, NARROW.width);
}
