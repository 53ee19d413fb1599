/** Operations that make enablers. */
import * as v from 'valibot';
import { createEnablers } from '../commands/create-enablers';
import type { Operations } from './define';
import { id, idempotencyKey, summary } from './payloads';
import { commandContext } from './site';

/** Each is two writes, and a function has 25 s. */
const ENABLERS_MAX = 20;
/** Room for what tells the lines of one call apart: a key has at most 64 characters. */
const KEY_MAX = 48;

export const enablerOperations: Pick<Operations, 'createEnablers'> = {
  createEnablers: {
    payload: v.object({
      subjectId: id,
      projectId: id,
      issueTypeId: id,
      parentId: v.exactOptional(id),
      summaries: v.pipe(v.array(summary), v.minLength(1), v.maxLength(ENABLERS_MAX)),
      idempotencyKey: v.pipe(idempotencyKey, v.maxLength(KEY_MAX)),
    }),
    demands: ({ subjectId }) => ({ demand: 'onIssue', issueId: subjectId, permissions: ['LINK_ISSUES'] }),
    run: async (caller, payload) => createEnablers(await commandContext(caller), payload),
  },
};
