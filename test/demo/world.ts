/**
 * The demo world: three projects with a story, a few more to set up, five people and a guest, and everything that happened until Friday 20 November 2026,
 * 14:30. Pure data; build-demo-world.ts makes it.
 */
import { CLOSED_RISKS } from './closed-risks';
import { ENABLERS } from './enablers';
import { finishedIssue, type FinishedIssue } from './finished-issues';
import { FURTHER_PROJECTS } from './further-projects';
import { MORE_ENABLERS } from './more-enablers';
import { NOT_RELEVANT_STORIES } from './not-relevant-stories';
import { RELEVANT_STORIES } from './relevant-stories';
import type { RiskData } from './risk';
import { OLDER_NOT_RELEVANT_STORIES } from './older-not-relevant-stories';
import { OPEN_RISKS } from './risks';
import type { CommentData, StoryData, VersionName } from './stories';
import { UNASSESSED_STORIES } from './unassessed-stories';

export { NOW, SET_UP_DAY } from './calendar';
export { FURTHER_STORIES } from './further-projects';
export { LOYALTY_STORIES } from './loyalty-stories';
export { PEOPLE, PERSON_NAMES, TIME_ZONE, type Person, type PersonName } from './people';

export const PROJECTS = {
  shop: { key: 'SHOP', name: 'Web Shop' },
  loyalty: { key: 'LOY', name: 'Loyalty App' },
  /** Shift-Up is not set up here. */
  backOffice: { key: 'BACK', name: 'Shop Backoffice' },
  ...FURTHER_PROJECTS,
} as const;

/** The key of an issue of Web Shop. */
export function shopKey(number: number): string {
  return `${PROJECTS.shop.key}-${number}`;
}

export const BOARD_NAME = 'Checkout board';
export const PLATFORM_BOARD_NAME = 'Platform board';
export const DASHBOARD_NAME = 'Checkout dashboard';

/** ISO days on which each sprint starts and ends; the one that holds Now is running. */
export const SPRINTS = {
  'Sprint 23': { board: BOARD_NAME, state: 'closed', from: '2026-10-12', to: '2026-10-23' },
  'Sprint 24': { board: BOARD_NAME, state: 'closed', from: '2026-10-26', to: '2026-11-11' },
  'Sprint 25': { board: BOARD_NAME, state: 'active', from: '2026-11-12', to: '2026-11-26' },
  'Sprint 26': { board: BOARD_NAME, state: 'future', from: '2026-11-27', to: '2026-12-10' },
  'Platform 12': { board: PLATFORM_BOARD_NAME, state: 'active', from: '2026-11-09', to: '2026-11-27' },
} as const;

/** Releases of Web Shop and the ISO days on which they go live. */
export const VERSIONS: Readonly<Record<VersionName, string>> = { '8.4': '2026-12-02', '8.5': '2027-01-20' };

export const EPICS: Readonly<Record<number, string>> = {
  12: 'Accounts and sign-in',
  21: 'Back office and roles',
  34: 'Newsletters and campaigns',
  47: 'Orders and returns',
  58: 'Suppliers and catalogue',
  73: 'Browse and search',
  88: 'Checkout and payment',
  352: 'Express checkout',
};

export const RISKS: readonly RiskData[] = [...OPEN_RISKS, ...CLOSED_RISKS];

export const STORIES: readonly StoryData[] = [
  ...ENABLERS,
  ...MORE_ENABLERS,
  ...RELEVANT_STORIES,
  ...NOT_RELEVANT_STORIES,
  ...OLDER_NOT_RELEVANT_STORIES,
  ...UNASSESSED_STORIES,
];

/** The number of the newest issue of Web Shop. */
export const LAST_NUMBER = 436;

/** The top of the backlog, as the team ranked it; everything else follows in the order in which it was made. */
export const RANKED: readonly number[] = [
  428, 389, 430, 418, 431, 432, 411, 433, 426, 434, 436, 402, 415, 394, 414, 393, 423, 400, 401, 413,
];

/** Done issues for every number that nothing else has. */
export const FINISHED: readonly FinishedIssue[] = unusedNumbers().map(finishedIssue);

export const COMMENTS: readonly CommentData[] = [
  {
    issue: 428,
    by: 'mara',
    on: '2026-11-17',
    text: 'Support says one in five baskets on mobile ends at the card form. Let us take this into the next refinement.',
  },
  {
    issue: 428,
    by: 'jonas',
    on: '2026-11-18',
    text: 'The provider gives us a token per customer and shop. I think we never need the number itself, but the old basket service still logs the whole form.',
  },
  {
    issue: 412,
    by: 'priya',
    on: '2026-11-12',
    text: 'The CISO office tracks this as IS-2026-031. Please keep 9 December.',
  },
  {
    issue: 412,
    by: 'mara',
    on: '2026-11-18',
    text: 'Still true. Links now expire after 15 minutes. Residual likelihood 5 → 3. Next review 27 Nov 2026, before version 8.4.',
  },
  {
    issue: 376,
    by: 'priya',
    on: '2026-10-30',
    text: 'Every export is logged now, so the damage would be noticed within a day. Residual impact 5 → 4.',
  },
];

/** Shop Backoffice: ordinary work, without Shift-Up. */
export const BACK_OFFICE_ISSUES: readonly string[] = [
  'Holiday calendar for the picking teams',
  'Move the telephone list to the intranet',
  'Order coffee from another supplier',
  'Monthly figures as a table instead of a picture',
  'Parkplätze für Lieferanten am Wochenende',
  'Replace the label printer in gate 4',
  'Badge photos for new colleagues',
  'Meeting room screens show the next meeting',
  'Inventory of laptops',
  'Rules for working from abroad',
  'Vertretungsregeln im Lager',
  'Archive contracts that ended before 2016',
];

function unusedNumbers(): number[] {
  const used = new Set([...RISKS, ...STORIES].map(({ number }) => number).concat(Object.keys(EPICS).map(Number)));
  return Array.from({ length: LAST_NUMBER }, (_, index) => index + 1).filter((number) => !used.has(number));
}
