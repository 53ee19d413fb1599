import { fields } from '../jira/calls';
import type { Field } from '../jira/shapes';

/** The custom fields the shell shows on cards and in lists. Found by name, as an admin picks them for a board. */
export interface SiteFields {
  readonly all: ReadonlyMap<string, Field>;
  readonly relevance: string | undefined;
  readonly points: string | undefined;
}

let known: Promise<SiteFields> | undefined;

/** Read once per page load; set-up makes new fields, so whoever ran it calls {@link forgetSiteFields}. */
export function siteFields(): Promise<SiteFields> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

export function forgetSiteFields(): void {
  known = undefined;
}

async function read(): Promise<SiteFields> {
  const list = await fields();
  const named = (name: string) => list.find((field) => field.custom && field.name.toLowerCase() === name)?.id;
  return {
    all: new Map(list.map((field) => [field.id, field])),
    relevance: named('security relevance'),
    points: named('story points') ?? named('story point estimate'),
  };
}
