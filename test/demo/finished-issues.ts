/**
 * What Web Shop finished before: ordinary done stories, tasks and bugs that fill the numbers between the named issues.
 * Pure; the same number always gives the same issue.
 */
export interface FinishedIssue {
  readonly number: number;
  readonly type: 'Story' | 'Task' | 'Bug';
  readonly summary: string;
  /** Days it took. */
  readonly days: number;
}

const PLACES = [
  'basket',
  'product page',
  'search',
  'order history',
  'returns page',
  'start page',
  'wish list',
  'category page',
  'size guide',
  'newsletter',
  'store finder',
  'supplier portal',
  'price import',
  'picking list',
  'label printer',
  'click and collect',
  'review form',
  'gift card page',
  'Kundenkonto',
  'Lieferverfolgung',
] as const;

const STORIES = [
  'Shorten the way through the',
  'Remember the last choice in the',
  'Show more on one screen of the',
  'Add an empty state to the',
  'Offer help inside the',
  'Translate the',
] as const;
const TASKS = [
  'Update dependencies of the',
  'Measure loading time of the',
  'Remove dead code from the',
  'Write a runbook for the',
] as const;
const BUGS = [
  'Wrong price in the',
  'Text overlaps on small phones in the',
  'Double click counts twice in the',
  'Umlauts are broken in the',
  'Time-out under load in the',
  'Back button leaves the',
] as const;

/** A prime step through the places, so that neighbours differ. */
export function finishedIssue(number: number): FinishedIssue {
  const place = at(PLACES, number * 7);
  const turn = Math.floor(number / 4);
  const days = 2 + (number % 9);
  switch (number % 4) {
    case 0:
      return { number, type: 'Bug', summary: `${at(BUGS, turn)} ${place}`, days };
    case 1:
      return { number, type: 'Task', summary: `${at(TASKS, turn)} ${place}`, days };
    default:
      return { number, type: 'Story', summary: `${at(STORIES, turn + number)} ${place}`, days };
  }
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
