/**
 * Reaching a control as somebody without a mouse does.
 */
import type { Frame, Page } from 'playwright-core';

const PRESSES = 80;
/** The focus goes from frame to frame by way of the browser, a moment after the key; on nothing it stays away. */
const ARRIVES_MS = 1_000;

/**
 * Presses Tab until the focus is on a control of this name, in whichever frame.
 * @throws Error when 80 presses never reach it, with what they reached.
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  await markFocus(page);
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await newFocus(page);
    if (focused !== undefined && name.test(focused)) return;
    passed.push(focused ?? '(nothing)');
  }
  throw new Error(`${PRESSES} times Tab never reached ${String(name)}: ${passed.join(', ')}`);
}

/** What has the focus now is not new. */
async function markFocus(page: Page): Promise<void> {
  for (const frame of page.frames()) await nameOfNewFocus(frame);
}

/** Waits until the focus is on another control than before. `undefined` where it is on nothing. */
async function newFocus(page: Page): Promise<string | undefined> {
  const end = performance.now() + ARRIVES_MS;
  do {
    for (const frame of page.frames()) {
      const name = await nameOfNewFocus(frame);
      if (name !== undefined) return name;
    }
  } while (performance.now() < end);
  for (const frame of page.frames()) {
    const name = await nameOfNewFocus(frame, { orOld: true });
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `undefined` where the focus is in another frame, or on nothing, or where it was; also of a frame that goes away. */
async function nameOfNewFocus(frame: Frame, { orOld = false } = {}): Promise<string | undefined> {
  return frame
    .evaluate((old) => {
      const known = globalThis as unknown as { focusBefore?: Element | null };
      const element = document.hasFocus() ? document.activeElement : null;
      const isNew = old || known.focusBefore !== element;
      known.focusBefore = element;
      if (element === null || element === document.body || element instanceof HTMLIFrameElement || !isNew) {
        return undefined;
      }
      const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.innerText;
      return (label ?? (element as HTMLElement).innerText).replace(/\s+/g, ' ');
    }, orOld)
    .catch(() => undefined);
}
