/**
 * The recorded ids of every project that Shift-Up was added to, for one person: of those only that Jira lets this person
 * browse now.
 */
import type { SetupView } from '../contract/defs';
import { browsableProjectIds } from '../jira/project';
import type { JiraRequest } from '../jira/request';
import { readProjectSetup } from '../storage/project-setup';
import { readSetupRecord } from '../storage/setup-record';
import { readSiteSetup } from '../storage/site-setup';

/**
 * A point of Jira's quota for fifty projects of the site.
 * @param jira as the person.
 * @throws JiraError
 */
export async function readSetupInSight(jira: JiraRequest): Promise<SetupView> {
  const [site, { projectIds }] = await Promise.all([readSiteSetup(), readSetupRecord()]);
  if (site === undefined || projectIds.length === 0) return { site, projects: [] };
  const visible = await browsableProjectIds(jira, projectIds);
  const projects = await Promise.all(projectIds.filter((id) => visible.has(id)).map(readProjectSetup));
  return { site, projects: projects.filter((project) => project !== undefined) };
}
