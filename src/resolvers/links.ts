/** Operations on links between issues. */
import * as v from 'valibot';
import { linkIssues } from '../commands/link-issues';
import { unlinkIssues } from '../commands/unlink-issues';
import { LINK_VERBS } from '../domain/link-verb';
import type { Operations } from './define';
import { id } from './payloads';
import { commandContext } from './site';

/** Issues linked in one call: each is a write, and a function has 25 s. */
const LINKS_MAX = 25;
const otherIssueIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(LINKS_MAX));

export const linkOperations: Pick<Operations, 'linkIssues' | 'unlinkIssues'> = {
  linkIssues: {
    payload: v.object({ issueId: id, verb: v.picklist(LINK_VERBS), otherIssueIds }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['LINK_ISSUES'] }),
    run: async (caller, payload) => linkIssues(await commandContext(caller), payload),
  },
  unlinkIssues: {
    payload: v.object({ issueId: id, linkId: id }),
    demands: ({ issueId }) => ({ demand: 'onIssue', issueId, permissions: ['LINK_ISSUES'] }),
    run: async (caller, payload) => unlinkIssues(await commandContext(caller), payload),
  },
};
