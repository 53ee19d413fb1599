/**
 * The way from the page Hygiene to Jira, as the viewer.
 */
import { HYGIENE_RULES } from '../../../../../../src/domain/hygiene';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import { JiraError } from '../../../../../../src/jira/errors';
import { countIssues } from '../../../../../../src/jira/search';
import { lookAt, LOOK_PAGES, readDropped, readHygieneRow, readRulePage } from '../../../../../../src/reads/hygiene';
import { wayOf } from '../../../../../../src/reads/hygiene-queries';
import type { HygieneBasis, RuleWay } from '../../../../../../src/reads/hygiene-view';
import { appErrorOf } from '../../../shared/app-error';
import { jiraAsViewer } from '../../../shared/bridge';
import type { HygienePorts } from './hygiene-store';

export function portsOf(basis: HygieneBasis): HygienePorts {
  let dropped: Promise<ReadonlySet<string>> | undefined;
  const knowDropped = () => {
    // Without it an enabler that was dropped by its resolution alone counts as done, as it does on the risk board.
    dropped ??= readDropped(jiraAsViewer, basis).catch(() => new Set<string>());
    return dropped;
  };
  return {
    ways: Object.fromEntries(HYGIENE_RULES.map((rule) => [rule, wayOf(basis, rule)])) as Record<HygieneRule, RuleWay>,
    lookPages: LOOK_PAGES,
    count: (jql) => countIssues(jiraAsViewer, jql),
    readRows: async (rule, next, changedIds) =>
      readRulePage(jiraAsViewer, basis, rule, await knowDropped(), next, changedIds),
    lookAt: async (at, next) => lookAt(jiraAsViewer, basis, at, await knowDropped(), next),
    readRow: async (id) => {
      try {
        return await readHygieneRow(jiraAsViewer, basis, id, await knowDropped());
      } catch (error) {
        if (error instanceof JiraError && error.kind === 'notFound') return undefined;
        throw error;
      }
    },
    errorOf: appErrorOf,
  };
}
