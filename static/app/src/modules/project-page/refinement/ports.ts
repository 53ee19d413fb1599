/**
 * What the meeting needs of Jira and of the functions, as the viewer.
 */
import { readBypasses, readRefinementPage, readRefinementRow } from '../../../../../../src/reads/refinement';
import type { RefinementBasis } from '../../../../../../src/reads/refinement-view';
import { appErrorOf } from '../../../shared/app-error';
import { invoke, jiraAsViewer } from '../../../shared/bridge';
import { takeBackLinks } from '../../../shared/link/take-back';
import type { MeetingPorts } from './meeting-store';

export function portsOf(basis: RefinementBasis): MeetingPorts {
  return {
    readPage: (list, next, changed) => readRefinementPage(jiraAsViewer, basis, list, next, changed),
    readRow: (id) => readRefinementRow(jiraAsViewer, basis, id),
    readBypasses: (rows) => readBypasses(jiraAsViewer, basis, rows),
    assessMany: (assessments) => invoke('assessMany', { assessments }),
    moveBack: (issueId) => invoke('moveBack', { issueId }),
    takeBackLinks,
    errorOf: appErrorOf,
    now: () => Date.now(),
    wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  };
}
