/**
 * One search of a reconcile, page by page: what it finds suspicious is looked at and put right. Its place is given to the
 * next job when the time is used up.
 */
import type { SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { countIssues, Places, searchPage, type SearchPage } from '../jira/search';
import { isStorageLimit } from '../storage/kvs';
import type { ReconcilePlace } from '../storage/reconcile-run';
import { reactTo } from './react';
import type { Reaction, Search } from './reaction';
import type { Scene } from './scene';

/** Rows of a search at a time; Jira gives no more with fields. */
const ROWS = 100;
/** Issues looked at between two looks at the clock. */
const LOOKS = 25;
/** Other issues looked at because of these. What is more is found by the marks, or with everything once a day. */
const OTHERS_MOST = 1_000;
/** Where nobody says how long to wait. */
export const PAUSE_SECONDS = 60;

/** Not an error: the time of this job is used up, or Jira or Forge ask to wait. */
export class HandOver extends Error {
  constructor(
    readonly place: ReconcilePlace | undefined,
    readonly delaySeconds: number,
    readonly isPause: boolean,
  ) {
    super('the next job goes on');
  }
}

/** One reaction's search in one project. */
export interface OwnSearch {
  readonly reaction: Reaction;
  readonly search: Search;
}

export interface Searching {
  readonly scene: Scene;
  /** The time of this job is used up. */
  isLate(): boolean;
}

/**
 * @param place where it would go on; missing where it would begin anew.
 * @param token of the page at which a former job stopped.
 * @throws HandOver; JiraError
 */
export async function searchAll(
  searching: Searching,
  own: OwnSearch,
  place: ReconcilePlace | undefined,
  token?: string,
  expected = searching.scene.site,
): Promise<void> {
  const { search, reaction } = own;
  const { scene } = searching;
  if (token === undefined && search.notWhenEqual !== undefined) {
    const [one, other] = await Promise.all(search.notWhenEqual.map((jql) => countIssues(scene.jira, jql)));
    if (one === other) return;
  }
  let at = token;
  const places = new Places();
  for (;;) {
    const here = place && (at === undefined ? place : { ...place, token: at });
    const orHandOver = () => {
      if (searching.isLate()) throw new HandOver(here, 0, false);
    };
    const page = await pageOf(scene, own, expected, at, at === token);
    const suspects = await storageAllowing(here, async () => {
      return (await search.suspects?.(scene, page.issues)) ?? page.issues.map(({ id }) => id);
    });
    for (let start = 0; start < suspects.length; start += LOOKS) {
      orHandOver();
      const options = { reactions: [reaction], expected, othersMost: OTHERS_MOST, beforeMore: orHandOver };
      await storageAllowing(here, () => reactTo(scene, suspects.slice(start, start + LOOKS), options));
    }
    if (page.next === undefined) return;
    at = places.take(page.next);
    if (searching.isLate()) throw new HandOver(place && { ...place, token: at }, 0, false);
  }
}

/** Thousands of risks ask more of Forge's storage than it gives in a minute: from here on, a minute later. */
async function storageAllowing<T>(here: ReconcilePlace | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isStorageLimit(error)) throw new HandOver(here, PAUSE_SECONDS, true);
    throw error;
  }
}

async function pageOf(
  { jira }: Scene,
  { reaction, search }: OwnSearch,
  expected: SiteSetup,
  token: string | undefined,
  isOfFormerJob: boolean,
): Promise<SearchPage> {
  const options = {
    jql: search.jql,
    fields: ['project', ...reaction.fields(expected)],
    properties: reaction.properties,
    atMost: ROWS,
  };
  try {
    return await searchPage(jira, token === undefined ? options : { ...options, token });
  } catch (error) {
    // A token that lived too long: from the beginning. One that came a moment ago has no reason to; that would be for ever.
    if (token === undefined || !isOfFormerJob || !(error instanceof JiraError) || error.kind !== 'refused') throw error;
    return searchPage(jira, options);
  }
}
