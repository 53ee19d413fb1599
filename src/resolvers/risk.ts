/** Operations on security risks. */
import * as v from 'valibot';
import { createRisk } from '../commands/create-risk';
import { editRisks } from '../commands/edit-risks';
import { moveRisk } from '../commands/move-risk';
import { reviewRisk } from '../commands/review-risk';
import { scoreRisk } from '../commands/score-risk';
import { refusedOf, type Operations } from './define';
import { id, idempotencyKey, rating, summary } from './payloads';
import { isoDay, note, riskChanges, riskIds, score } from './risk-payloads';
import { commandContext } from './site';

type Operation = 'createRisk' | 'scoreRisk' | 'editRisks' | 'reviewRisk' | 'moveRisk';

export const riskOperations: Pick<Operations, Operation> = {
  createRisk: {
    payload: v.object({
      storyId: id,
      verb: v.picklist(['isExposedTo', 'reduces']),
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
  editRisks: {
    payload: v.object({ issueIds: riskIds, changes: riskChanges }),
    demands: ({ issueIds }) => ({ demand: 'onIssues', issueIds, permissions: ['EDIT_ISSUES'] }),
    run: async (caller, payload) => editRisks(await commandContext(caller), payload, refusedOf(caller)),
  },
  reviewRisk: {
    payload: v.object({
      issueId: id,
      note,
      nextReview: v.exactOptional(isoDay),
      residual: v.exactOptional(score),
      idempotencyKey,
    }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['EDIT_ISSUES', 'ADD_COMMENTS'] }),
    run: async (caller, payload) => reviewRisk(await commandContext(caller), payload),
  },
  moveRisk: {
    payload: v.object({
      issueId: id,
      to: v.picklist(['assessed', 'inTreatment', 'verification', 'closed']),
      residual: v.exactOptional(score),
      note: v.exactOptional(note),
    }),
    demands: ({ issueId, residual, note: text }) => ({
      demand: 'onIssue',
      issueId,
      permissions: [
        'TRANSITION_ISSUES',
        ...(residual === undefined ? [] : (['EDIT_ISSUES'] as const)),
        ...(text === undefined ? [] : (['ADD_COMMENTS'] as const)),
      ],
    }),
    run: async (caller, payload) => moveRisk(await commandContext(caller), payload),
  },
};
