/**
 * The reads of the linking dialogs in one hand, for the pages that show them: what pages share takes its reads from the
 * page it stands in.
 */
import { enablerParents, enablerProjects, enablerTypes, readEnablerForm } from './enabler-places';
import { suggestIssues } from './issue-suggestions';
import { readStandingLinks } from './link-subject';
import { suggestRisks } from './risk-suggestions';

export const linkReads = {
  readStandingLinks,
  suggestRisks,
  suggestIssues,
  enablerProjects,
  enablerTypes,
  readEnablerForm,
  enablerParents,
};
export type LinkReads = typeof linkReads;
