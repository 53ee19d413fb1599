/**
 * The risks that somebody has to hear of today, in every project that Shift-Up was added to.
 */
import { daysAfter } from '../domain/day';
import { dueOf, type DueRisk } from '../domain/digest';
import { ACCEPTANCE_ENDING_DAYS } from '../domain/risk-problems';
import type { FieldName, ProjectSetup, SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { fetchIssues } from '../jira/issue';
import { dayOf, personOf, statusOf, typeIdOf } from '../jira/issue-fields';
import { allOf, anyOf, customField, day, isEmpty, isOneOf, isOpen, ordered } from '../jira/jql';
import { getProjectLead } from '../jira/project-lead';
import { searchPages } from '../jira/search';
import { isPassing, logJiraError, type Scene } from './scene';
import { setUpProjects } from './set-up-projects';

const ASKED = ['riskOwner', 'nextReview', 'acceptanceExpires'] as const satisfies readonly FieldName[];
/** Ids that Jira is asked for at a time; it gives as many without fields. */
const LISTED = 1000;

/**
 * Found by search, judged by the issue as it is now. Points: two for each risk of which somebody has to hear, and two for
 * each project. A project that cannot be looked at (archived, in the trash) stops none of the others.
 * @param today ISO day in UTC.
 * @throws JiraError that passes
 */
export async function dueRisks(scene: Scene, today: string): Promise<readonly DueRisk[]> {
  const found: DueRisk[] = [];
  for (const project of await setUpProjects()) {
    try {
      found.push(...(await dueIn(scene, project, today)));
    } catch (error) {
      if (!(error instanceof JiraError) || isPassing(error)) throw error;
      await logJiraError('digest', error);
    }
  }
  return found;
}

async function dueIn(scene: Scene, project: ProjectSetup, today: string): Promise<readonly DueRisk[]> {
  const setup = scene.setupIn(project);
  const ids = await candidates(scene, project, setup, today);
  const { fields } = setup;
  const risks = await fetchIssues(scene.jira, ids, {
    fields: ['issuetype', 'status', ...ASKED.map((name) => fields[name])],
  });
  const due = risks.flatMap((risk) => {
    const isOurs = typeIdOf(risk.fields) === setup.riskTypeId && statusOf(risk.fields).category !== 'done';
    const owner = personOf(risk.fields, fields.riskOwner);
    // Whoever left does not answer any more. Where the project has no such field, nobody is blamed for it.
    const owned = owner?.active === true || setup.missingFields?.includes('riskOwner') === true;
    const facts = {
      owned,
      nextReview: dayOf(risk.fields, fields.nextReview),
      acceptanceExpires: dayOf(risk.fields, fields.acceptanceExpires),
    };
    const what = isOurs ? dueOf(facts, today) : undefined;
    return what === undefined
      ? []
      : [{ ...what, id: risk.id, key: risk.key, owner: owned ? owner?.accountId : undefined }];
  });
  const lead = due.some(({ owner }) => owner === undefined)
    ? await getProjectLead(scene.jira, project.projectId)
    : undefined;
  return due.flatMap(({ owner, ...risk }): DueRisk[] => {
    const recipient = owner ?? (lead?.active === true ? lead.accountId : undefined);
    return recipient === undefined ? [] : [{ ...risk, recipient }];
  });
}

async function candidates(
  { jira }: Scene,
  { projectId }: ProjectSetup,
  { fields, riskTypeId, missingFields = [] }: SiteSetup,
  today: string,
): Promise<readonly string[]> {
  const clauses = {
    riskOwner: () => isEmpty(customField(fields.riskOwner)),
    nextReview: () => day(customField(fields.nextReview), '<', today),
    acceptanceExpires: () => day(customField(fields.acceptanceExpires), '<=', daysAfter(today, ACCEPTANCE_ENDING_DAYS)),
  };
  const wrong = ASKED.filter((name) => !missingFields.includes(name)).map((name) => clauses[name]());
  if (wrong.length === 0) return [];
  const what = allOf(isOneOf('project', [projectId]), isOneOf('issuetype', [riskTypeId]), isOpen(), anyOf(...wrong));
  const jql = ordered(what, { field: 'key', direction: 'ASC' });
  const ids: string[] = [];
  for await (const issues of searchPages(jira, { jql, fields: ['key'], atMost: LISTED })) {
    ids.push(...issues.map(({ id }) => id));
  }
  return ids;
}
