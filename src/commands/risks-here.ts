/**
 * Security risks as they are now, each with the ids and settings that hold in its project.
 */
import { DEFAULT_REVIEW_DAYS, type ProjectSettings } from '../domain/project-settings';
import type { FieldName, SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { projectOf, typeIdOf } from '../jira/issue-fields';
import { inProject, type CommandContext, type ProjectContext } from './context';
import { Refusal } from './refusal';

export interface RiskHere extends ProjectContext {
  readonly risk: JiraIssue;
  readonly reviewDays: ProjectSettings['reviewDays'];
  /** The day of now, in UTC: which day it is where somebody sits, a function cannot know. */
  readonly today: string;
}

const READ = [
  'likelihood',
  'impact',
  'riskLevel',
  'residualLikelihood',
  'residualImpact',
  'residualLevel',
  'nextReview',
  'riskOwner',
  'acceptanceExpires',
] as const satisfies readonly FieldName[];

/**
 * One request, and another where some are in team-managed projects, whose fields have ids of their own.
 * @returns by issue id: the risk, or why it is none for this person.
 * @throws JiraError
 */
export async function risksHere(
  context: CommandContext,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, RiskHere | Refusal>> {
  const { jira, site } = context;
  const here = new Map<string, RiskHere | Refusal>(issueIds.map((id) => [id, new Refusal('not-found')]));
  for (const [projectId, issues] of byProject(await fetchIssues(jira, issueIds, { fields: fieldIdsOf(site) }))) {
    const project = await inProject(context, projectId);
    const { setup } = project;
    const risks = issues.filter((issue) => typeIdOf(issue.fields) === setup.riskTypeId);
    const hasOwn = fieldIdsOf(setup).some((id) => !fieldIdsOf(site).includes(id));
    const read =
      hasOwn && risks.length > 0
        ? await fetchIssues(
            jira,
            risks.map(({ id }) => id),
            { fields: fieldIdsOf(setup) },
          )
        : risks;
    const reviewDays = project.project?.settings.reviewDays ?? DEFAULT_REVIEW_DAYS;
    const today = context.now.toISOString().slice(0, 10);
    for (const { id } of issues) here.set(id, new Refusal('invalid-input'));
    for (const risk of read) here.set(risk.id, { ...project, risk, reviewDays, today });
  }
  return here;
}

/** @throws Refusal `not-found`, or `invalid-input` for an issue that is no security risk; JiraError */
export async function riskHere(context: CommandContext, issueId: string): Promise<RiskHere> {
  const here = (await risksHere(context, [issueId])).get(issueId) ?? new Refusal('not-found');
  if (here instanceof Refusal) throw here;
  return here;
}

function fieldIdsOf({ fields }: SiteSetup): readonly string[] {
  return ['issuetype', 'project', 'status', 'issuelinks', ...READ.map((name) => fields[name])];
}

function byProject(issues: readonly JiraIssue[]): ReadonlyMap<string, readonly JiraIssue[]> {
  const groups = new Map<string, JiraIssue[]>();
  for (const issue of issues) {
    const { id } = projectOf(issue.fields);
    groups.set(id, [...(groups.get(id) ?? []), issue]);
  }
  return groups;
}
