/** Operations on links between issues. */
import * as v from 'valibot';
import { linkIssues } from '../commands/link-issues';
import { unlinkIssues } from '../commands/unlink-issues';
import type { Operations } from './define';
import { id, linkVerb, otherIssueIds } from './payloads';
import { commandContext } from './site';

export const linkOperations: Pick<Operations, 'linkIssues' | 'unlinkIssues'> = {
  linkIssues: {
    payload: v.object({ issueId: id, verb: linkVerb, otherIssueIds }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['LINK_ISSUES'] }),
    run: async (caller, payload) => linkIssues(await commandContext(caller), payload),
  },
  unlinkIssues: {
    payload: v.object({ issueId: id, linkId: id }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['LINK_ISSUES'] }),
    run: async (caller, payload) => unlinkIssues(await commandContext(caller), payload),
  },
};
