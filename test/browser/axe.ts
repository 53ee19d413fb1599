/**
 * axe-core in every frame of a page, by WCAG 2.2 AA.
 */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe found wrong in the app's pages on screen, one line each: rule, element, why. */
export async function violationsIn(frames: readonly Frame[]): Promise<readonly string[]> {
  const found = await Promise.all(frames.map(violationsOf));
  return found.flat();
}

/** The same in the shell itself, without the app's pages in it. */
export async function violationsInShell(page: Page): Promise<readonly string[]> {
  return violationsOf(page.mainFrame());
}

async function violationsOf(frame: Frame): Promise<readonly string[]> {
  // Through the debugger, not as a script element, which the content policy would stop. Once for each document.
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(SOURCE);
  return frame.evaluate(
    async ({ tags }) => {
      const loaded = (globalThis as unknown as { axe: typeof axe }).axe;
      const options: axe.RunOptions = {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        // Frames are looked at one by one; style sheets are the frame's own.
        iframes: false,
        preload: false,
      };
      const { violations } = await loaded.run(document, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
      );
    },
    { tags: TAGS },
  );
}
