/**
 * What every consumer of a queue does around its work.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';
import * as v from 'valibot';
import { noteError, noteFailure } from '../resolvers/log';
import { DamagedValueError } from '../storage/kvs';
import { isUnlicensed } from './licence';
import { noted } from './noted';

/** Forge's own limits for a retry. */
const RETRY_SECONDS = { least: 1, most: 900 } as const;

/**
 * Drops, with a line in the log, a job that this version of the app does not know, and one whose progress it cannot read:
 * what Forge delivered again and again for a day would not be known any better. The next hour or day, or whoever looks,
 * begins what is left. So does a job that comes when the licence has ended: nothing changes then, and with a licence it is
 * begun anew in the same way.
 * @param context the second argument of the consumer's function.
 * @param work answers after how many seconds the same job should come again; `undefined` when it is done with.
 * @throws what `work` throws: Forge delivers the job again.
 */
export async function consume<T>(
  operation: string,
  schema: v.GenericSchema<unknown, T>,
  { body, retryContext }: AsyncEvent,
  context: unknown,
  work: (job: T, isRetry: boolean) => Promise<number | undefined>,
): Promise<InvocationError | undefined> {
  if (isUnlicensed(context)) return undefined;
  const { success, output: job } = v.safeParse(schema, body);
  if (!success) {
    await noteFailure({ operation, code: 'invalid-input' }, 'invalid-input');
    return undefined;
  }
  const again = await noted(operation, () => orDropped(operation, () => work(job, retryContext !== undefined)));
  if (again === undefined) return undefined;
  return new InvocationError({
    retryAfter: Math.min(Math.max(again, RETRY_SECONDS.least), RETRY_SECONDS.most),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

async function orDropped(operation: string, work: () => Promise<number | undefined>): Promise<number | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DamagedValueError)) throw error;
    await noteError(operation, error);
    return undefined;
  }
}
