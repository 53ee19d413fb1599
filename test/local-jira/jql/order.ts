import type { Issue } from '../state/issue-entities';
import type { Compare } from './environment';

/** Whether `own operator limit` holds. */
export function holds<T extends number | string>(own: T, operator: string, limit: T): boolean {
  switch (operator) {
    case '=':
      return own === limit;
    case '<':
      return own < limit;
    case '<=':
      return own <= limit;
    case '>':
      return own > limit;
    case '>=':
      return own >= limit;
    default:
      return false;
  }
}

/** Orders by a number; issues without one come last (and first when the order is turned round). */
export function byNumber(get: (issue: Issue) => number | undefined): Compare {
  return (a, b) => {
    const [left, right] = [get(a), get(b)];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left - right;
  };
}

export function byText(get: (issue: Issue) => string | null | undefined): Compare {
  return (a, b) => {
    const [left, right] = [get(a) ?? undefined, get(b) ?? undefined];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right ? -1 : 1;
  };
}
