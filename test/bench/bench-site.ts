/**
 * A project of any size, set up by the app's own set-up code and filled like a real one.
 */
import path from 'node:path';
import type { ProjectSetup, SiteSetup } from '../../src/domain/site-setup';
import { openDoors } from '../demo/doors';
import { PEOPLE } from '../demo/people';
import { runSetup } from '../demo/run-setup';
import { createLocalForge, type LocalForge, type Site } from '../local-forge';
import { createLocalJira, fixedClock, type BulkIssue, type BulkLink, type LocalJira } from '../local-jira';
import { ADMIN_GROUP, addProject, addUser, grant, ISSUE_TYPE, STATUS, USERS_GROUP } from '../local-jira/seed';

const NOW = '2026-11-20T13:30:00.000Z';
const appRoot = path.resolve(__dirname, '..', '..');

export interface BenchSite {
  readonly jira: LocalJira;
  readonly forge: LocalForge;
  readonly site: Site;
  readonly setup: SiteSetup;
  readonly projects: readonly ProjectSetup[];
  readonly projectId: string;
  readonly viewer: string;
  close(): void;
}

/** Of a hundred issues two are security risks and six are enablers; a third of all is done. */
export async function createBenchSite(issues: number): Promise<BenchSite> {
  const clock = fixedClock(NOW);
  const jira = createLocalJira({ clock });
  const forge = createLocalForge({ appRoot, clock });
  const site = forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: 'https://shop.atlassian.net' });
  const { tomasz, mara } = PEOPLE;
  addUser(jira.state, { ...tomasz, groups: [ADMIN_GROUP, USERS_GROUP] });
  addUser(jira.state, mara);
  const project = addProject(jira.state, { key: 'BIG', name: 'Big', leadAccountId: mara.accountId });
  grant(jira.state, project, mara.accountId, 'member');
  const doors = openDoors(jira, forge, site);
  const setup = await runSetup(jira, doors, [project.id]);
  const { projects } = await doors.app('mara', 'getSetup', { projectIds: [project.id] });
  fill(jira, setup, project.id, issues);
  jira.costs.reset();
  forge.invocations.reset();
  return {
    jira,
    forge,
    site,
    setup,
    projects,
    projectId: project.id,
    viewer: mara.accountId,
    close: () => forge.close(),
  };
}

function fill(jira: LocalJira, setup: SiteSetup, projectId: string, count: number): void {
  const issues: BulkIssue[] = [];
  const links: BulkLink[] = [];
  let risk = 0;
  for (let index = 0; index < count; index += 1) {
    const place = index % 100;
    if (place < 2) {
      risk = index;
      issues.push(riskIssue(setup, projectId, index));
      continue;
    }
    issues.push(storyIssue(setup, projectId, index));
    if (place < 8)
      links.push({ typeId: setup.linkTypes.mitigates.id, source: index, destination: place < 5 ? risk - 1 : risk });
  }
  jira.bulkLoad(issues, links);
}

function riskIssue(setup: SiteSetup, projectId: string, index: number): BulkIssue {
  const { fields, options } = setup;
  const level = (['Low', 'Medium', 'High', 'Critical'] as const)[index % 4] ?? 'Low';
  const rating = ({ Low: 1, Medium: 3, High: 4, Critical: 5 } as const)[level];
  return {
    projectId,
    typeId: setup.riskTypeId,
    summary: `Risk number ${index}`,
    custom: {
      [fields.riskLevel]: options.riskLevel[level],
      [fields.likelihood]: options.likelihood[rating],
      [fields.impact]: options.impact[rating],
      [fields.nextReview]: index % 3 === 0 ? '2026-11-01' : '2027-02-01',
      ...(index % 5 === 0 ? {} : { [fields.riskOwner]: PEOPLE.mara.accountId }),
    },
  };
}

function storyIssue(setup: SiteSetup, projectId: string, index: number): BulkIssue {
  const { fields, options } = setup;
  const statusId = [STATUS.done, STATUS.toDo, STATUS.inProgress][index % 3] ?? STATUS.toDo;
  const relevance =
    [options.securityRelevance.relevant, options.securityRelevance.notRelevant, undefined][index % 7] ?? undefined;
  return {
    projectId,
    typeId: ISSUE_TYPE.story,
    summary: `Story number ${index} of a project that is larger than most`,
    statusId,
    ...(statusId === STATUS.done ? { resolutionId: '10000' } : {}),
    ...(relevance === undefined ? {} : { custom: { [fields.securityRelevance]: relevance } }),
  };
}
