/**
 * `return new InvocationError({ retryAfter, retryReason, retryData })` of a consumer or product event handler.
 */
import * as v from 'valibot';

const invocationError = v.object({
  _retry: v.literal(true),
  retryOptions: v.object({
    retryAfter: v.optional(v.number(), 1),
    retryReason: v.optional(v.string(), 'FUNCTION_RETRY_REQUEST'),
    retryData: v.optional(v.unknown()),
  }),
});

export interface RequestedRetry {
  readonly afterSeconds: number;
  readonly reason: string;
  readonly data?: unknown;
}

/**
 * The retry a function's answer asks for, if any. Longer waits than allowed are shortened, as Forge does.
 * @throws Error where retryData is larger than Forge carries.
 */
export function requestedRetry(
  answer: unknown,
  longestSeconds: number,
  mostDataBytes: number,
): RequestedRetry | undefined {
  const parsed = v.safeParse(invocationError, answer);
  if (!parsed.success) return undefined;
  const { retryAfter, retryReason, retryData } = parsed.output.retryOptions;
  if (retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) > mostDataBytes) {
    throw new Error(`retryData has more than ${mostDataBytes} bytes.`);
  }
  return {
    afterSeconds: Math.min(longestSeconds, retryAfter),
    reason: retryReason,
    ...(retryData === undefined ? {} : { data: retryData }),
  };
}
