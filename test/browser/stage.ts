/**
 * The running product for one test file: development server, browser, and an eye on everything that must not happen.
 */
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../demo/people';
import type { SeenRequest } from '../local-jira';
import { startDevServer, type DevServer } from '../dev/dev-server';
import { launchBrowser } from './chromium';
import { keepWorld, keptWorld } from './kept-world';
import { SLOW_ANSWERS_MS } from './slowness';

/** A browser test opens several pages; a busy machine needs its time. */
export const TEST_MS = 480_000;
/** Longer than anything takes on a machine several times slower, and shorter than a test may take. */
export const WAIT_MS = 45_000;

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
  readonly #holds = new Set<Hold>();

  private constructor(
    readonly server: DevServer,
    readonly browser: Browser,
    /** What the app, not the shell, asked Jira for. */
    readonly appRequests: SeenRequest[],
  ) {
    const { jira } = server;
    const answer = jira.fetch.bind(jira);
    jira.fetch = async (request) => {
      for (const hold of this.#holds) await hold.pass(request);
      return answer(request);
    };
  }

  static async open(world: 'demo' | 'empty' = 'demo'): Promise<Stage> {
    const appRequests: SeenRequest[] = [];
    const browser = launchBrowser();
    try {
      const made = keptWorld(world);
      const server = await startDevServer({
        port: 0,
        world,
        ...(made === undefined ? {} : { made }),
        searchLagMs: 0,
        answerDelayMs: SLOW_ANSWERS_MS,
        onRequest: (request) => {
          if (request.principal.scopes !== 'all') appRequests.push(request);
        },
      });
      if (made === undefined) keepWorld(world, server.services.world.save());
      return new Stage(server, await browser, appRequests);
    } catch (error) {
      // A browser left behind would keep the whole run from ending.
      await browser.then(
        (left) => left.close(),
        () => undefined,
      );
      throw error;
    }
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

  /**
   * Holds the calls to a path of Jira (which may hold `*`) until the function that it gives back is called, or until the
   * visits end: whatever a page says meanwhile can be looked at in peace, however slow the machine.
   *
   * @param pass so many of the calls are let through first
   */
  hold(path: string, { method, pass = 0 }: { readonly method?: string; readonly pass?: number } = {}): () => void {
    const hold = new Hold(path, method, pass);
    this.#holds.add(hold);
    return () => {
      this.#holds.delete(hold);
      hold.release();
    };
  }

  #letGo(): void {
    for (const hold of this.#holds) hold.release();
    this.#holds.clear();
  }

  /** Ends every visit, every hold and every fault. Returns what went wrong in the visits. */
  async leaveAll(): Promise<readonly string[]> {
    const visits = this.#visits.splice(0);
    this.#letGo();
    await Promise.all(visits.map(({ context }) => leave(context)));
    this.server.jira.faults.clear();
    return visits.flatMap(({ problems }) => problems);
  }

  /** Takes back every change of the world. */
  async startOver(): Promise<void> {
    await this.server.services.world.make();
  }

  async close(): Promise<void> {
    this.#letGo();
    await this.browser.close();
    await this.server.close();
  }
}

/** What still answers for the server then may find nobody to answer: that is no failure of anything. */
async function leave(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
  await context.close();
}

class Hold {
  readonly #path: RegExp;
  readonly #waiting: (() => void)[] = [];
  #released = false;

  constructor(
    path: string,
    readonly method: string | undefined,
    private left: number,
  ) {
    const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    this.#path = new RegExp(`^${parts.join('.*')}$`);
  }

  async pass({ method, url }: Request): Promise<void> {
    if (this.#released || !this.#path.test(new URL(url).pathname)) return;
    if (this.method !== undefined && this.method !== method) return;
    this.left -= 1;
    if (this.left >= 0) return;
    await new Promise<void>((go) => this.#waiting.push(go));
  }

  release(): void {
    this.#released = true;
    for (const go of this.#waiting.splice(0)) go();
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
