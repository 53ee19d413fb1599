/**
 * The decisions on each risk: entries that are written once, never changed, and removed only with their risk. Numbers and
 * days only; who decided, and in which words, is in the comment that an entry names.
 */
import * as v from 'valibot';
import type { Decision, RiskState } from '../domain/acceptance';
import { isIsoDay } from '../domain/day';
import { LEVELS, SCALE } from '../domain/level';
import { NUMERIC_ID } from '../domain/identifiers';
import { createValue, keyOfId, readValue, removeValue, type Entry } from './kvs';

/** Looked for at the same time, beyond the first: most risks have none, few have many. */
const AT_A_TIME = 8;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const score = v.object({ likelihood: v.picklist(SCALE), impact: v.picklist(SCALE) });
const stored = v.object({
  inherent: v.optional(score),
  residual: v.optional(score),
  level: v.optional(v.picklist(LEVELS)),
  residualLevel: v.optional(v.picklist(LEVELS)),
  enablers: v.object({ done: count, total: count }),
  owned: v.boolean(),
});
// What is undefined is not stored.
const state = v.pipe(
  stored,
  v.transform(({ inherent, residual, level, residualLevel, enablers, owned }): RiskState => {
    return { inherent, residual, level, residualLevel, enablers, owned };
  }),
);
const entry = {
  version: v.literal(1),
  number: v.pipe(count, v.minValue(1)),
  at: v.string(),
  commentId: v.exactOptional(v.pipe(v.string(), v.regex(NUMERIC_ID))),
  state,
};
const until = v.custom<string>(isIsoDay);

const schema: v.GenericSchema<unknown, Decision> = v.variant('kind', [
  v.object({ ...entry, kind: v.literal('asked'), until }),
  v.object({ ...entry, kind: v.literal('accepted'), until, request: count }),
  v.object({ ...entry, kind: v.picklist(['declined', 'withdrawn']), request: count }),
  v.object({ ...entry, kind: v.picklist(['expired', 'ended']), accepted: count }),
]);

function place(riskId: string, number: number): Entry<Decision> {
  return { key: `${keyOfId('decision', riskId)}:${number}`, schema };
}

/**
 * All decisions on a risk, in the order of their numbers. Strictly consistent.
 * @throws DamagedValueError rather than leaving one out.
 */
export async function readDecisionsOn(riskId: string): Promise<readonly Decision[]> {
  const first = await readValue(place(riskId, 1));
  if (first === undefined) return [];
  const found = [first];
  for (;;) {
    const numbers = Array.from({ length: AT_A_TIME }, (_, index) => found.length + 1 + index);
    const next = await Promise.all(numbers.map((number) => readValue(place(riskId, number))));
    const gap = next.indexOf(undefined);
    found.push(...next.slice(0, gap === -1 ? next.length : gap).filter((value) => value !== undefined));
    if (gap !== -1) return found;
  }
}

/** Without reading more than one of them. */
export async function hasDecisions(riskId: string): Promise<boolean> {
  return (await readValue(place(riskId, 1))) !== undefined;
}

/** Of a risk that is gone. The last one first: where this is cut off, what is left is read as before. */
export async function removeDecisionsOn(riskId: string): Promise<void> {
  const decisions = await readDecisionsOn(riskId);
  for (const { number } of [...decisions].reverse()) await removeValue(place(riskId, number));
}

/** @returns false when somebody else wrote an entry of this number first: read them again, and think again. */
export async function appendDecision(riskId: string, decision: Decision): Promise<boolean> {
  return createValue(place(riskId, decision.number), decision);
}
