/**
 * The register with every column, for a file: what the person who exports it may see, as it is now.
 */
import type { RegisterRisk } from '../domain/csv/register-row';
import { progressOf } from '../domain/progress';
import type { SiteSetup } from '../domain/site-setup';
import { plainTextOf } from '../jira/document';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import {
  dayOf,
  instantOf,
  labelsOf,
  lineOf,
  linksOf,
  optionIdOf,
  personOf,
  statusOf,
  summaryOf,
  typeIdOf,
} from '../jira/issue-fields';
import { allOf, isOneOf, ordered } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchPages } from '../jira/search';
import { meaningOf, mitigatingLinks, scoreOf, storedLevelOf } from './values';

/** As many as Jira gives at once. */
const PAGE = 100;

export interface RegisterOptions {
  /** Called after each request with the number of risks read so far. What it throws ends the reading. */
  readonly onRead?: (count: number) => void;
}

/**
 * Exactly these risks, in this order. Those that are gone or out of sight by now are left out. One request for a hundred.
 * @throws JiraError
 */
export async function readRegisterOf(
  jira: JiraRequest,
  setup: SiteSetup,
  issueIds: readonly string[],
  { onRead }: RegisterOptions = {},
): Promise<readonly RegisterRisk[]> {
  const byId = new Map<string, RegisterRisk>();
  for (let start = 0; start < issueIds.length; start += PAGE) {
    const issues = await fetchIssues(jira, issueIds.slice(start, start + PAGE), { fields: fieldsOf(setup) });
    for (const issue of issues) {
      if (typeIdOf(issue.fields) === setup.riskTypeId) byId.set(issue.id, riskOf(setup, issue));
    }
    onRead?.(byId.size);
  }
  return issueIds.flatMap((id) => byId.get(id) ?? []);
}

/** Every risk of the project, closed ones too, the newest first. @throws JiraError */
export async function readWholeRegister(
  jira: JiraRequest,
  setup: SiteSetup,
  projectId: string,
  { onRead }: RegisterOptions = {},
): Promise<readonly RegisterRisk[]> {
  const jql = ordered(allOf(isOneOf('project', [projectId]), isOneOf('issuetype', [setup.riskTypeId])), {
    field: 'created',
    direction: 'DESC',
  });
  const risks: RegisterRisk[] = [];
  for await (const issues of searchPages(jira, { jql, fields: fieldsOf(setup), atMost: PAGE })) {
    risks.push(...issues.map((issue) => riskOf(setup, issue)));
    onRead?.(risks.length);
  }
  return risks;
}

function fieldsOf({ fields }: SiteSetup): readonly string[] {
  return [
    'summary',
    'description',
    'issuetype',
    'status',
    'created',
    'issuelinks',
    ...RISK_FIELDS.map((name) => fields[name]),
  ];
}

const RISK_FIELDS = [
  'likelihood',
  'impact',
  'riskLevel',
  'residualLikelihood',
  'residualImpact',
  'residualLevel',
  'treatment',
  'riskOwner',
  'nextReview',
  'acceptanceExpires',
  'businessImpact',
  'abuseCase',
  'asset',
  'infoSecReference',
] as const;

function riskOf(setup: SiteSetup, { key, fields: values }: JiraIssue): RegisterRisk {
  const { fields, options } = setup;
  const owner = personOf(values, fields.riskOwner);
  const enablers = mitigatingLinks(setup, linksOf(values)).map(({ issue }) => ({
    category: issue.status.category,
    dropped: setup.droppedStatusIds.includes(issue.status.id),
  }));
  return {
    key,
    summary: summaryOf(values),
    description: plainTextOf(values['description']),
    status: statusOf(values).name,
    inherent: scoreOf(setup, values, 'inherent'),
    level: storedLevelOf(setup, values),
    residual: scoreOf(setup, values, 'residual'),
    residualLevel: storedLevelOf(setup, values, 'residualLevel'),
    treatment: meaningOf(options.treatment, optionIdOf(values, fields.treatment)),
    owner: owner && { name: owner.name, accountId: owner.accountId },
    nextReview: dayOf(values, fields.nextReview),
    acceptanceExpires: dayOf(values, fields.acceptanceExpires),
    businessImpact: plainTextOf(values[fields.businessImpact]),
    abuseCase: plainTextOf(values[fields.abuseCase]),
    assets: labelsOf(values, fields.asset),
    infoSecReference: lineOf(values, fields.infoSecReference) ?? '',
    progress: progressOf(enablers),
    dropped: enablers.filter(({ dropped }) => dropped).length,
    created: instantOf(values, 'created')?.slice(0, 10),
  };
}
