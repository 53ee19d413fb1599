/**
 * The running product for one test file: development server, browser, and an eye on everything that must not happen.
 */
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import type { SeenRequest } from '../local-jira';
import { startDevServer, type DevServer } from '../dev/dev-server';
import { launchBrowser } from './chromium';

/** A browser test opens several pages; a busy machine needs its time. */
export const TEST_MS = 120_000;
const WAIT_MS = 10_000;

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** Pixels a CSS pixel. */
  readonly scale?: number;
}

/** One person's browser. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors and broken content policy, in every page and frame of this visit. */
  readonly problems: readonly string[];
  /** Goes to a path of the shell. */
  readonly go: (path: string) => Promise<void>;
  /** The problems so far were meant to happen. */
  forgive(): void;
}

export class Stage {
  readonly #visits: Visit[] = [];

  private constructor(
    readonly server: DevServer,
    readonly browser: Browser,
    /** What the app, not the shell, asked Jira for. */
    readonly appRequests: SeenRequest[],
  ) {}

  static async open(world: 'demo' | 'empty' = 'demo'): Promise<Stage> {
    const appRequests: SeenRequest[] = [];
    const [server, browser] = await Promise.all([
      startDevServer({
        port: 0,
        world,
        searchLagMs: 0,
        onRequest: (request) => {
          if (request.principal.scopes !== 'all') appRequests.push(request);
        },
      }),
      launchBrowser(),
    ]);
    return new Stage(server, browser, appRequests);
  }

  /** A new browser window, signed in as this person, on this path. */
  async visit(person: PersonName, path: string, look: Look = {}): Promise<Visit> {
    const { width = 1280, height = 900, theme = 'light', scale = 1 } = look;
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      deviceScaleFactor: scale,
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    // Shorter than a test may take, so that a failure names what was waited for.
    context.setDefaultTimeout(WAIT_MS);
    const problems: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => problems.push(String(error.error())));
    const page = await context.newPage();
    const { url } = this.server;
    const visit: Visit = {
      page,
      context,
      problems,
      go: async (to) => {
        await page.goto(url + to);
      },
      forgive: () => problems.splice(0),
    };
    this.#visits.push(visit);
    await visit.go(`${path}${path.includes('?') ? '&' : '?'}user=${person}`);
    return visit;
  }

  /** Ends every visit and every fault. Returns what went wrong in the visits. */
  async leaveAll(): Promise<readonly string[]> {
    const visits = this.#visits.splice(0);
    await Promise.all(visits.map(({ context }) => context.close()));
    this.server.jira.faults.clear();
    return visits.flatMap(({ problems }) => problems);
  }

  /** Takes back every change of the world. */
  async startOver(): Promise<void> {
    await this.server.services.world.make();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** The Security panel of an issue, or a gadget: the app's page inside the shell's. */
export function appFrame(page: Page, title: string, nth = 0): FrameLocator {
  return page.locator(`iframe[title="${title}"]`).nth(nth).contentFrame();
}

/** The dialog that the app or the shell opened around a page of the app. */
export function dialogFrame(page: Page): FrameLocator {
  return page.locator('dialog[open] iframe').contentFrame();
}

/** Every framed page of the app that is on screen now. */
export function appFrames(page: Page): readonly Frame[] {
  return page.frames().filter((frame) => frame.url().includes('/__forge/page/'));
}
