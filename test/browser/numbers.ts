/**
 * The gadget's numbers as a person finds them: what each link says, and how many issues stand behind it.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { EnablerProgress, IndependentCounts } from './count-independently';

export interface ShownNumber {
  /** What a screen reader reads, without separators of thousands. */
  readonly says: string;
  readonly href: string;
}

/** Every number of the gadget or the board action, in reading order. Waits until all are counted. */
export async function shownNumbers(frame: FrameLocator): Promise<readonly ShownNumber[]> {
  await frame.getByText(/^Updated /).waitFor();
  const links = await frame.locator('a[href*="/issues/?jql="]').evaluateAll((anchors) =>
    // The table of time to close has links of its own.
    anchors
      .filter((anchor) => anchor.closest('table[aria-label^="Time to close"]') === null)
      .map((anchor) => ({
        text: anchor.getAttribute('aria-label') ?? (anchor as HTMLElement).innerText,
        href: (anchor as HTMLAnchorElement).href,
      })),
  );
  return links.map(({ text, href }) => ({
    says: text
      .replace(/\s+/g, ' ')
      .replace(/(\d),(?=\d{3})/g, '$1')
      .trim(),
    href,
  }));
}

/** The same list as it must be for these counts. */
export function expectedNumbers({ risks, attention, enablers, stories, top }: IndependentCounts): readonly string[] {
  const many = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;
  const levels = (['Critical', 'High', 'Medium', 'Low'] as const).map((level) => `${level} ${risks[level]}`);
  return [
    many(risks.open, 'open risk', 'open risks'),
    ...(risks.open === 0 ? [] : [...levels, ...(risks.unscored === 0 ? [] : [`Not scored ${risks.unscored}`])]),
    ...(risks.open === 0
      ? []
      : [
          many(attention.overdueReview, 'overdue review', 'overdue reviews'),
          `${attention.unowned} unowned`,
          `${attention.withoutEnabler} without enabler`,
          many(attention.acceptanceExpiring, 'acceptance expires within 14 days', 'acceptances expire within 14 days'),
        ]),
    ...(enablers.all === 0
      ? []
      : [
          String(enablers.done),
          String(enablers.all),
          `Done ${enablers.done}`,
          `In progress ${enablers.inProgress}`,
          `To do ${enablers.toDo}`,
        ]),
    ...(stories.all === 0
      ? []
      : [
          String(stories.relevant + stories.notRelevant),
          String(stories.all),
          `Relevant ${stories.relevant}`,
          `Not relevant ${stories.notRelevant}`,
          `Unassessed ${stories.unassessed}`,
          many(stories.bypasses, 'bypass', 'bypasses'),
        ]),
    ...(risks.open === 0 ? [] : [`Open all ${risks.open} open risks`]),
    ...top.flatMap(({ progress }) => progressWords(progress)),
  ];
}

function progressWords({ done, inProgress, toDo }: EnablerProgress): readonly string[] {
  const all = done + inProgress + toDo;
  if (all === 0) return [];
  return [done === all ? 'All done: verify and re-score' : `${done} of ${all} done`];
}

/** How many issues the list behind a link names; `page` shows the list. */
export async function issuesListed(page: Page): Promise<number> {
  const counted = page.getByText(/^\d[\d,]* work items?/);
  const none = page.getByText('Nothing that you may see matches this query.');
  await counted.or(none).first().waitFor();
  if (await none.isVisible()) return 0;
  return Number(/^([\d,]+)/.exec(await counted.innerText())?.[1]?.replaceAll(',', ''));
}

/** The number in what a link says; the "All done" of a row stands for its enablers. */
export function numberIn(says: string): number | undefined {
  const of = /^\d+ of (\d+) done$/.exec(says)?.[1];
  const plain = of ?? /\d+/.exec(says)?.[0];
  return plain === undefined ? undefined : Number(plain);
}
