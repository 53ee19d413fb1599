/**
 * A slow machine and a slow line, on request, so that a test which leans on speed fails here and not on somebody's
 * machine: SLOW_PAGES=6 makes every page six times slower, SLOW_ANSWERS=300 holds each answer of the server back for
 * about so many milliseconds.
 */
import type { Browser, BrowserContext, CDPSession, Frame, Page } from 'playwright-core';

/** How many times slower the pages think. 1: as fast as the machine. */
export const SLOW_PAGES = Math.max(1, Number(process.env['SLOW_PAGES'] ?? '1'));

/** How long an answer is held back, about, in milliseconds; half before it is worked out and half after. */
export const SLOW_ANSWERS_MS = Math.max(0, Number(process.env['SLOW_ANSWERS'] ?? '0'));

/** The same browser; every page that is opened in it from now on is as slow as SLOW_PAGES says. */
export function slowDown(browser: Browser): Browser {
  if (SLOW_PAGES === 1) return browser;
  const make = browser.newContext.bind(browser);
  browser.newContext = async (...options) => {
    const context = await make(...options);
    context.on('page', (page) => void slowPage(context, page));
    return context;
  };
  return browser;
}

async function slowPage(context: BrowserContext, page: Page): Promise<void> {
  // A frame of another origin is a process of its own, and a new one after each navigation to another origin.
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) void throttle(context, frame);
  });
  await throttle(context, page);
}

/** A page that is gone, or a frame inside its page's process, has nothing of its own to be slowed. */
async function throttle(context: BrowserContext, target: Page | Frame): Promise<void> {
  const session: CDPSession | undefined = await context.newCDPSession(target).catch(() => undefined);
  await session?.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PAGES }).catch(() => undefined);
}
