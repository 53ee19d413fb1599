/**
 * Which types of a project are stories while nobody chose. Pure.
 */
import type { JiraProject, ProjectIssueType } from '../../jira/project';
import { sameName } from '../needed';

const STORY_NAMES = ['Story', 'User Story'];

/**
 * The types called Story; where there is none, every type on the level of stories.
 * @param riskTypeId the project's type of security risks, which is no story.
 */
export function storyTypesOf(
  project: Pick<JiraProject, 'issueTypes'>,
  riskTypeId: string | undefined,
): readonly ProjectIssueType[] {
  const candidates = project.issueTypes.filter(({ id, hierarchyLevel }) => hierarchyLevel === 0 && id !== riskTypeId);
  const called = candidates.filter(({ name }) => STORY_NAMES.some((story) => sameName(story, name)));
  return called.length > 0 ? called : candidates;
}
