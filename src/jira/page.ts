/**
 * Jira's classic pages (startAt, isLast), read to the end.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import type { JiraPath, JiraRequest } from './request';
import { send } from './send';

/** Rows asked for at a time. Where an endpoint gives fewer, `isLast` still says when to stop. */
export const PAGE_SIZE = 100;
/** More pages than any configuration has; reaching it means that Jira repeats itself. */
const PAGES_MOST = 100;

/** @param pathFrom the path of the page that begins at this row. */
export async function readAllPages<Row>(
  jira: JiraRequest,
  operation: string,
  pathFrom: (startAt: number) => JiraPath,
  row: v.GenericSchema<unknown, Row>,
): Promise<readonly Row[]> {
  const schema = v.object({ values: v.array(row), isLast: v.optional(v.boolean()), total: v.optional(v.number()) });
  const rows: Row[] = [];
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const answer = await send(jira, { operation, method: 'GET', path: pathFrom(rows.length) }, schema);
    rows.push(...answer.values);
    const isLast = answer.isLast ?? (answer.total === undefined || rows.length >= answer.total);
    if (isLast || answer.values.length === 0) return rows;
  }
  throw new JiraError('unexpectedAnswer', operation);
}
