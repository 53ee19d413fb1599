/**
 * Jira's way of asking for several things in one request: the same query parameter again and again (`id=1&id=2`).
 */
import type { JiraPath } from './request';

/** Ids in one request: Jira takes at most so many at `project/search`, and no path grows longer than 2,000 characters. */
export const REPEATED_MOST = 50;

/** @param beginning the path up to where the ids follow, `?` or `&` included. At least one value. */
export function repeated(beginning: string, parameter: string, values: readonly (string | number)[]): JiraPath {
  if (values.length === 0) throw new RangeError('nothing to ask for');
  const parts = values.map((_, index) => `${index === 0 ? beginning : '&'}${parameter}=`);
  const strings = [...parts, ''];
  return { strings: Object.assign(strings, { raw: strings }), values };
}

/** At most so many at a time, in order. */
export function portions<T>(values: readonly T[], most = REPEATED_MOST): readonly (readonly T[])[] {
  const portionsOf: (readonly T[])[] = [];
  for (let start = 0; start < values.length; start += most) portionsOf.push(values.slice(start, start + most));
  return portionsOf;
}
