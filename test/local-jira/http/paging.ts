import { badRequest } from './problem';
import type { RouteContext } from './router';

export interface PageAnswer<T> {
  readonly self: string;
  readonly startAt: number;
  readonly maxResults: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly nextPage?: string;
  readonly values: readonly T[];
}

/** A whole number from the query; 400 like Jira's when it is not one. */
export function numberParam(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^-?\d{1,10}$/.test(text)) throw badRequest(`The value '${text}' of the parameter '${name}' is not a number.`);
  return Math.max(0, Number(text));
}

/** Jira's usual page (`PageBean…`) out of all rows; asking for more than `limit` is capped silently. */
export function page<T>(
  context: Pick<RouteContext, 'query' | 'baseUrl'>,
  path: string,
  rows: readonly T[],
  limits: { readonly defaultResults: number; readonly limit: number } = { defaultResults: 50, limit: 50 },
): PageAnswer<T> {
  const startAt = numberParam(context.query, 'startAt', 0);
  const maxResults = Math.min(numberParam(context.query, 'maxResults', limits.defaultResults), limits.limit);
  const values = rows.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= rows.length;
  const at = (start: number): string => {
    const query = new URLSearchParams(context.query);
    query.set('startAt', String(start));
    query.set('maxResults', String(maxResults));
    return `${context.baseUrl}${path}?${query.toString()}`;
  };
  return {
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(startAt + values.length) }),
    startAt,
    maxResults,
    total: rows.length,
    isLast,
    values,
  };
}

/** The page that Jira puts into a row where `expand` asks for it: everything at once. */
export function embeddedPage<T>(values: readonly T[]): Omit<PageAnswer<T>, 'self'> {
  return { isLast: true, maxResults: 100, startAt: 0, total: values.length, values };
}

/** `id=1&id=2` and `id=1,2` both occur in Jira's API; this reads either. */
export function listParam(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
