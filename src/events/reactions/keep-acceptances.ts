/**
 * A risk is in Accepted as long as a decision of a second person holds, and no longer: whoever moved it there by Jira's own
 * buttons, edited the day, or let the day pass without opening a page.
 *
 * Costs, for the reconcile of a project: one search for changed risks, for accepted ones whose day is over or missing, and
 * once a day for all that are accepted or wait: a point, and one a row. Whether there is something to do is told by the rows
 * and the app's own storage.
 */
import { dutyOf } from '../../domain/acceptance-duty';
import type { SiteSetup } from '../../domain/site-setup';
import { keepAcceptance, placeOf } from '../../commands/keep-acceptance';
import { Refusal } from '../../commands/refusal';
import type { JiraIssue } from '../../jira/issue';
import { dayOf, typeIdOf } from '../../jira/issue-fields';
import { allOf, anyOf, customField, day, isEmpty, isOneOf, updatedWithin } from '../../jira/jql';
import { noteFailure } from '../../resolvers/log';
import { readDecisionsOn } from '../../storage/decisions';
import type { Reaction } from '../reaction';
import { attempt, type Scene } from '../scene';

const NAME = 'keepAcceptances';
/** Rows judged at the same time. */
const AT_ONCE = 10;

export const keepAcceptances: Reaction = {
  name: NAME,
  fields: ({ fields }) => ['issuetype', 'status', fields.acceptanceExpires],
  properties: [],
  react: async (scene, { setup, issues }) => {
    for (const id of await suspectsAmong(scene, setup, issues)) {
      await attempt(NAME, () => keep(scene, id));
    }
    return [];
  },
  searches: async (scene, { project, setup, minutes, everything }) => {
    const { riskStatusIds, riskTypeId, fields } = setup;
    if (riskStatusIds === undefined) return [];
    const expires = customField(fields.acceptanceExpires);
    const decided = isOneOf('status', [riskStatusIds.accepted, riskStatusIds.awaitingAcceptance]);
    const isOver = anyOf(isEmpty(expires), day(expires, '<', today(scene)));
    const jql = allOf(
      isOneOf('project', [project.projectId]),
      isOneOf('issuetype', [riskTypeId]),
      anyOf(updatedWithin(minutes), everything ? decided : allOf(decided, isOver)),
    );
    return [{ jql, suspects: (later, rows) => suspectsAmong(later, setup, rows) }];
  },
};

function today({ now }: Scene): string {
  return now.toISOString().slice(0, 10);
}

/** Of team-managed projects nothing is known: their statuses are their own. */
async function suspectsAmong(scene: Scene, setup: SiteSetup, issues: readonly JiraIssue[]): Promise<readonly string[]> {
  const statusIds = setup.riskStatusIds;
  if (statusIds === undefined) return [];
  const risks = issues.filter(({ fields }) => typeIdOf(fields) === setup.riskTypeId);
  const suspects: string[] = [];
  for (let start = 0; start < risks.length; start += AT_ONCE) {
    const judged = risks.slice(start, start + AT_ONCE).map(async (risk) => {
      const standing = {
        place: placeOf(risk, statusIds),
        expires: dayOf(risk.fields, setup.fields.acceptanceExpires),
      };
      const { duty } = dutyOf(await readDecisionsOn(risk.id), standing, today(scene));
      return duty === 'nothing' ? [] : [risk.id];
    });
    suspects.push(...(await Promise.all(judged)).flat());
  }
  return suspects;
}

/** A workflow that offers no way is an admin's to put right; it is said in the log, and tried again. */
async function keep({ jira, site, now }: Scene, riskId: string): Promise<void> {
  try {
    await keepAcceptance({ jira, site, now }, riskId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // It became something else meanwhile, or is gone.
    if (error.code === 'conflict') await noteFailure({ operation: NAME, code: error.code }, error.code);
  }
}
