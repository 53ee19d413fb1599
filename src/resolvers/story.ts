/** Operations on a story. */
import * as v from 'valibot';
import { addCriteria } from '../commands/add-criteria';
import { assessMany } from '../commands/assess-many';
import { assessRelevance } from '../commands/assess-relevance';
import { confirmAssessment } from '../commands/confirm-assessment';
import { moveBack } from '../commands/move-back';
import { refusedOf, type Operations } from './define';
import { assessmentWish, assessmentWishes, criteria, id } from './payloads';
import { commandContext } from './site';

const toEdit = ({ issueId }: { readonly issueId: string }) =>
  ({ demand: 'onIssue', issueId, permissions: ['EDIT_ISSUES'] }) as const;

export const storyOperations: Pick<
  Operations,
  'assessRelevance' | 'assessMany' | 'confirmAssessment' | 'addCriteria' | 'moveBack'
> = {
  assessRelevance: {
    payload: assessmentWish,
    demands: toEdit,
    run: async (caller, payload) => assessRelevance(await commandContext(caller), payload),
  },
  assessMany: {
    payload: v.object({ assessments: assessmentWishes }),
    demands: ({ assessments }) => ({
      demand: 'onIssues',
      issueIds: assessments.map(({ issueId }) => issueId),
      permissions: ['EDIT_ISSUES'],
    }),
    run: async (caller, { assessments }) =>
      assessMany(await commandContext(caller), { assessments, refused: refusedOf(caller) }),
  },
  confirmAssessment: {
    payload: v.object({ issueId: id }),
    demands: toEdit,
    run: async (caller, payload) => confirmAssessment(await commandContext(caller), payload),
  },
  addCriteria: {
    payload: v.object({ issueId: id, criteria }),
    demands: toEdit,
    run: async (caller, payload) => addCriteria(await commandContext(caller), payload),
  },
  moveBack: {
    payload: v.object({ issueId: id }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['TRANSITION_ISSUES'] }),
    run: async (caller, payload) => moveBack(await commandContext(caller), payload),
  },
};
