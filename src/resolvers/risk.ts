/** Operations on a security risk. */
import * as v from 'valibot';
import { createRisk } from '../commands/create-risk';
import { scoreRisk } from '../commands/score-risk';
import type { Operations } from './define';
import { id, idempotencyKey, rating, riskVerb, summary } from './payloads';
import { commandContext } from './site';

export const riskOperations: Pick<Operations, 'createRisk' | 'scoreRisk'> = {
  createRisk: {
    payload: v.object({
      storyId: id,
      verb: riskVerb,
      summary,
      likelihood: v.exactOptional(rating),
      impact: v.exactOptional(rating),
      idempotencyKey,
    }),
    // The risk is made in the story's project, so that the rights on the story answer for both.
    demands: ({ storyId }) => ({ demand: 'onIssue', issueId: storyId, permissions: ['CREATE_ISSUES', 'LINK_ISSUES'] }),
    run: async (caller, payload) => createRisk(await commandContext(caller), payload),
  },
  scoreRisk: {
    payload: v.object({ issueId: id, kind: v.picklist(['inherent', 'residual']), likelihood: rating, impact: rating }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['EDIT_ISSUES'] }),
    run: async (caller, payload) => scoreRisk(await commandContext(caller), payload),
  },
};
