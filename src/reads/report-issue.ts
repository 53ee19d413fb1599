/**
 * One risk as the report names it.
 */
import type { SiteSetup } from '../domain/site-setup';
import { plainTextOf } from '../jira/document';
import type { JiraIssue } from '../jira/issue';
import { dayOf, personOf, summaryOf } from '../jira/issue-fields';
import type { ReportIssue } from './report-view';
import { storedLevelOf } from './values';

/** The fields that `reportIssue` and the lists of the report look at. */
export function issueFields({ fields }: SiteSetup): readonly string[] {
  return [
    'summary',
    'status',
    'duedate',
    'created',
    'statuscategorychangedate',
    fields.riskLevel,
    fields.riskOwner,
    fields.acceptanceExpires,
    fields.businessImpact,
  ];
}

export function reportIssue(setup: SiteSetup, { id, key, fields }: JiraIssue): ReportIssue {
  return {
    id,
    key,
    summary: summaryOf(fields),
    businessImpact: plainTextOf(fields[setup.fields.businessImpact]) || undefined,
    level: storedLevelOf(setup, fields),
    owner: personOf(fields, setup.fields.riskOwner)?.name,
    due: dayOf(fields, 'duedate'),
  };
}
