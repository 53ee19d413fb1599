/**
 * Risks with dates of long ago, as an import or the years leave them.
 */
import type { SiteSetup } from '../../src/domain/site-setup';
import { NOW, type TestSite } from '../fixtures/site';

export interface Dates {
  readonly created: string;
  readonly closed?: string;
  /** Jira knows when the status changed, and there is no resolution. */
  readonly byStatus?: true;
}

/** @returns their ids. */
export function addDatedRisks(site: TestSite, setup: SiteSetup, all: readonly Dates[]): readonly string[] {
  const closedStatus = setup.riskStatusIds?.closed;
  if (closedStatus === undefined) throw new Error('no statuses of risks');
  const loaded = site.jira.bulkLoad(
    all.map((_, place) => ({ projectId: site.project.id, typeId: setup.riskTypeId, summary: `Canary ${place}` })),
  );
  for (const [place, { created, closed, byStatus }] of all.entries()) {
    const issue = site.jira.state.issues.require(loaded[place]?.id ?? '');
    const changed = {
      ...issue,
      created: Date.parse(created),
      ...(closed === undefined ? {} : { statusId: closedStatus }),
      // A status that became another one of those that are done does not change when it was resolved.
      statusCategoryChanged: Date.parse(byStatus === true ? (closed ?? created) : NOW),
      resolved: closed === undefined || byStatus === true ? null : Date.parse(closed),
    };
    site.jira.state.loadIssues([changed]);
  }
  return loaded.map(({ id }) => id);
}
