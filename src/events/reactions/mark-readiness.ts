/**
 * A story that is a bypass carries a mark, and nothing else does. From a risk follows what its stories miss.
 */
import { markReadiness as mark } from '../../commands/mark-readiness';
import { isBypass } from '../../domain/bypass';
import { MISSING, type Missing } from '../../domain/readiness';
import { markChange, READINESS_PROPERTY } from '../../domain/readiness-mark';
import type { ProjectSetup, SiteSetup } from '../../domain/site-setup';
import type { JiraIssue } from '../../jira/issue';
import { linksOf, statusOf, typeIdOf } from '../../jira/issue-fields';
import { marksElsewhere, markQueries, risksChanged } from '../../reads/mark-queries';
import { readinessFields, readinessOfStories } from '../../reads/readiness-of-stories';
import { linksOfType } from '../../reads/values';
import type { Reaction, Search } from '../reaction';
import { attempt, type Scene } from '../scene';

export const markReadiness: Reaction = {
  name: 'markReadiness',
  fields: readinessFields,
  properties: [READINESS_PROPERTY],
  react: async (scene, { project, setup, issues }) => {
    const missing = await missingOfBypasses(scene, project, issues);
    for (const issue of issues) {
      await attempt('markReadiness', () =>
        mark(scene.jira, {
          issueId: issue.id,
          standing: issue.properties[READINESS_PROPERTY],
          missing: missing.get(issue.id) ?? [],
          now: scene.now,
        }),
      );
    }
    return issues.filter((issue) => !isStory(project, issue)).flatMap((issue) => openStoriesOf(setup, issue));
  },
  searches: async (scene, { project, setup, minutes, everything }) => {
    const { marked, due } = markQueries(setup, project, await scene.readyStatusIds(project));
    if (due === undefined) return [{ jql: marked }];
    const suspects = suspectsIn(project);
    if (everything) return [{ jql: due.all, suspects }, { jql: due.markedOutside }];
    return [
      { jql: due.unready, notWhenEqual: [due.unready, due.unreadyMarked], suspects },
      { jql: due.markedOtherwise, suspects },
      { jql: due.recentlyChanged(minutes), suspects },
      // From a risk follows what its stories miss, in whatever project they are.
      { jql: risksChanged(setup, project, minutes) },
    ];
  },
  searchElsewhere: (projectIds) => ({ jql: marksElsewhere(projectIds) }),
};

/** The rows whose mark is not what the row itself asks for. */
function suspectsIn(project: ProjectSetup): NonNullable<Search['suspects']> {
  return async (scene, rows) => {
    const missing = await missingOfBypasses(scene, project, rows);
    return rows
      .filter(({ id, properties }) => {
        return markChange(properties[READINESS_PROPERTY], missing.get(id) ?? [], scene.now) !== undefined;
      })
      .map(({ id }) => id);
  };
}

function isStory(project: ProjectSetup | undefined, { fields }: JiraIssue): boolean {
  return project?.storyTypeIds.includes(typeIdOf(fields)) === true;
}

/** What each bypass among the issues misses, by its id. Other issues are not in it. */
async function missingOfBypasses(
  scene: Scene,
  project: ProjectSetup | undefined,
  issues: readonly JiraIssue[],
): Promise<ReadonlyMap<string, readonly Missing[]>> {
  if (project === undefined || project.settings.gate === 'off') return new Map();
  const readyStatusIds = await scene.readyStatusIds(project);
  // Those of which it matters: their risks cost points.
  const due = issues.filter(
    (issue) =>
      isStory(project, issue) &&
      isBypass({ gate: project.settings.gate, missing: MISSING, status: statusOf(issue.fields) }, readyStatusIds),
  );
  const readiness = await readinessOfStories(scene.jira, scene.site, project, due);
  return new Map([...readiness].map(([id, { missing }]) => [id, missing]));
}

/** What stands at the far end of a risk's links. Whether it is a story only its own project says. */
function openStoriesOf(setup: SiteSetup, { fields }: JiraIssue): readonly string[] {
  const links = linksOf(fields);
  return [...linksOfType(setup, links, 'threatens', 'outward'), ...linksOfType(setup, links, 'mitigates', 'inward')]
    .filter(({ issue }) => issue.status.category !== 'done')
    .map(({ issue }) => issue.id);
}
