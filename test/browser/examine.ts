/**
 * What must hold of every page in every state: WCAG 2.2 AA in light and dark, and no sideways scrolling at 320 px.
 */
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

/** Looks at the app's pages that are on screen. Leaves the window narrow and dark. */
export async function examine(page: Page): Promise<Findings> {
  const light = await violationsIn(appFrames(page));
  await toggleTheme(page);
  for (const frame of appFrames(page)) {
    await frame.waitForFunction(() => document.documentElement.dataset['colorMode'] === 'dark', undefined, {
      polling: 50,
    });
    // Fields fade into their new colours; half-way colours are nobody's choice.
    await frame.evaluate(async () => {
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    });
  }
  const dark = await violationsIn(appFrames(page));
  await page.setViewportSize(NARROW);
  const tooWide = await Promise.all(appFrames(page).map(stickingOut));
  return { light, dark, tooWide: tooWide.flat() };
}

/** By script, because a dialog keeps the mouse from the button. */
async function toggleTheme(page: Page): Promise<void> {
  await page.getByLabel('Dark theme').evaluate((button) => (button as HTMLElement).click());
}

async function stickingOut(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(async () => {
    // The frame follows the window in the next layout. A frame below the fold gets no animation frames to wait for.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const names = wide
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`${scrollWidth} px of ${clientWidth}: ${names.join(', ')}`];
  });
}
