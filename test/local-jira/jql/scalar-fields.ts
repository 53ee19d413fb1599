import type { Issue } from '../state/issue-entities';
import { unknownFunction, type ClauseField } from './clause-field';
import { dateFunction, dayAt, parseDate } from './dates';
import type { Compare, Environment, Test } from './environment';
import type { Value } from './operands';
import { byNumber, byText, holds } from './order';
import { textQuery, textTest, type TextSource } from './text';

/** A number field, or an instant when `parse` reads dates. */
export function scalarField<T extends number | string>(
  get: (issue: Issue) => T | null | undefined,
  parse: (env: Environment, value: Exclude<Value, { type: 'empty' }>) => T | undefined,
  missing: (value: string, shown: string) => string,
  compare: Compare,
): ClauseField {
  return {
    compare: () => compare,
    test(env, shown, operator, values) {
      const limits: T[] = [];
      let empty = false;
      for (const value of values) {
        if (value.type === 'empty') empty = true;
        else {
          const limit = parse(env, value);
          if (limit !== undefined) limits.push(limit);
          else if (value.type === 'text') env.problem(missing(value.text, shown));
          else env.problem(unknownFunction(value.name, shown));
        }
      }
      const has = (issue: Issue): T | undefined => get(issue) ?? undefined;
      switch (operator) {
        case 'is':
        case '=':
        case 'in':
          return (issue) => {
            const own = has(issue);
            return own === undefined ? empty : limits.includes(own);
          };
        case 'is not':
        case '!=':
        case 'not in':
          return (issue) => {
            const own = has(issue);
            return own !== undefined && !limits.includes(own);
          };
        case '<':
        case '<=':
        case '>':
        case '>=': {
          const limit = limits[0];
          if (limit === undefined) return env.problems.length > 0 ? () => false : env.noOperator(operator, shown);
          return (issue) => {
            const own = has(issue);
            return own !== undefined && holds(own, operator, limit);
          };
        }
        default:
          return env.noOperator(operator, shown);
      }
    },
  };
}

export function numberField(get: (issue: Issue) => number | null | undefined): ClauseField {
  return scalarField(
    get,
    (_env, value) =>
      value.type === 'text' && value.text !== '' && !Number.isNaN(Number(value.text)) ? Number(value.text) : undefined,
    (value, shown) => `Value '${value}' is invalid for the '${shown}' field. Values must be numeric.`,
    byNumber((issue) => get(issue) ?? undefined),
  );
}

const wrongDate = (value: string, shown: string): string =>
  `Date value '${value}' for field '${shown}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`;

function instant(env: Environment, value: Exclude<Value, { type: 'empty' }>): number | undefined {
  return value.type === 'text'
    ? parseDate(value.text, env.now, env.timeZone)
    : dateFunction(value.name, value.args, env.now, env.timeZone);
}

/** Instants in epoch ms. */
export function instantField(get: (issue: Issue) => number | null | undefined): ClauseField {
  return scalarField(
    get,
    instant,
    wrongDate,
    byNumber((issue) => get(issue) ?? undefined),
  );
}

/** Days without a time: compared as days in the viewer's time zone. */
export function dayField(get: (issue: Issue) => string | null | undefined): ClauseField {
  return scalarField(
    get,
    (env, value) => {
      const at = instant(env, value);
      return at === undefined ? undefined : dayAt(at, env.timeZone);
    },
    wrongDate,
    byText(get),
  );
}

/** `~` and `!~`, and EMPTY. `equals` also allows `=` on the exact text. */
export function textField(source: TextSource, compare?: Compare): ClauseField {
  const isEmpty: Test = (issue) => source(issue).every((text) => text === null || text === undefined || text === '');
  return {
    ...(compare === undefined ? {} : { compare: () => compare }),
    test(env, shown, operator, values) {
      const [value] = values;
      if (operator === 'is' || operator === 'is not') {
        return operator === 'is' ? isEmpty : (issue) => !isEmpty(issue);
      }
      if (operator !== '~' && operator !== '!~') return env.noOperator(operator, shown);
      if (value?.type !== 'text') return env.noOperator(operator, shown);
      if (value.text.trim() === '') {
        return env.problem(`The field '${shown}' does not support searching for an empty string.`);
      }
      const query = textQuery(value.text);
      if (query === undefined) {
        return env.problem(
          `The text query '${value.text}' for field '${shown}' is not allowed to start with character '${value.text.trim()[0]!}'.`,
        );
      }
      const found = textTest(query, source);
      return operator === '~' ? found : (issue) => !isEmpty(issue) && !found(issue);
    },
  };
}
