/**
 * What may come in from the page of a project's settings. Whether it makes sense together is the settings' own rule
 * (domain/settings-mistakes.ts), which names each mistake; here it only has to have the right shape and size.
 */
import * as v from 'valibot';
import { GROUP_ID, TRANSITION_ID, WORKFLOW_ID } from '../domain/identifiers';
import { LEVELS } from '../domain/level';
import { GATES, LIGHTS, type StandardReason } from '../domain/project-settings';
import { NOT_RELEVANT_REASONS } from '../domain/relevance';
import { id } from './payloads';

/** More than the settings take, so that "too many" can be said in words. */
const LIST_MOST = 500;
const TEXT_MOST = 1000;

/** Ids of statuses or of issue types. */
export const ids = v.pipe(v.array(id), v.maxLength(LIST_MOST));
const number = v.pipe(v.number(), v.finite());
const standardReasons = NOT_RELEVANT_REASONS.filter((reason): reason is StandardReason => reason !== 'other');

function each<const K extends string, S extends v.GenericSchema>(names: readonly K[], schema: S) {
  return v.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>);
}

export const projectSettings = v.object({
  readyStatusIds: ids,
  gate: v.picklist(GATES),
  reasons: v.pipe(
    v.array(
      v.variant('kind', [
        v.object({ kind: v.literal('standard'), reason: v.picklist(standardReasons) }),
        v.object({
          kind: v.literal('own'),
          optionId: v.union([v.literal(''), id]),
          text: v.pipe(v.string(), v.maxLength(TEXT_MOST)),
        }),
      ]),
    ),
    v.maxLength(LIST_MOST),
  ),
  bands: each(['Medium', 'High', 'Critical'], number),
  reviewDays: each(LEVELS, number),
  closeDays: each(LEVELS, number),
  lights: each(LIGHTS, v.object({ watch: number, act: number })),
  approvers: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('role'), id }),
      v.object({ kind: v.literal('group'), groupId: v.pipe(v.string(), v.regex(GROUP_ID)) }),
    ]),
  ),
  checks: v.object({
    answer: v.picklist(['required', 'off']),
    criteria: v.picklist(['accepted', 'ignored']),
    riskOwner: v.picklist(['required', 'off']),
    changed: v.picklist(['warn', 'off']),
  }),
  hintWords: v.pipe(v.array(v.pipe(v.string(), v.maxLength(TEXT_MOST))), v.maxLength(LIST_MOST)),
});

export const transitionRefs = v.pipe(
  v.array(
    v.object({
      workflowId: v.pipe(v.string(), v.regex(WORKFLOW_ID)),
      transitionId: v.pipe(v.string(), v.regex(TRANSITION_ID)),
    }),
  ),
  v.maxLength(LIST_MOST),
);
