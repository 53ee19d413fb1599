/** Operations on a story. */
import * as v from 'valibot';
import { assessRelevance } from '../commands/assess-relevance';
import type { Operations } from './define';
import { assessment, id } from './payloads';
import { commandContext } from './site';

export const storyOperations: Pick<Operations, 'assessRelevance'> = {
  assessRelevance: {
    payload: v.object({ issueId: id, assessment }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['EDIT_ISSUES'] }),
    run: async (caller, payload) => assessRelevance(await commandContext(caller), payload),
  },
};
