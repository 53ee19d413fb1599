/**
 * The health check: every object that set-up made, with its state. Writes nothing.
 */
import type { Health, HealthItem } from '../../contract/set-up';
import type { GatePlan } from '../../contract/settings';
import { readSetupRecord } from '../../storage/setup-record';
import { readFound } from '../found';
import type { Planner } from '../plan';
import { readProjects } from '../project';
import { gateHealth, projectsHealth } from './project-health';
import { siteHealth } from './site-health';

export interface HealthQuestion {
  readonly projectIds: readonly string[];
  /** False: only these projects, for somebody who administers no more than them. */
  readonly withSite: boolean;
  readonly now: Date;
  readonly planGate: (projectId: string) => Promise<GatePlan>;
}

/** @throws JiraError */
export async function checkHealth({ reader, viewer, app }: Planner, question: HealthQuestion): Promise<Health> {
  const record = await readSetupRecord();
  const [ofSite, found] = await Promise.all([
    question.withSite ? readFound(reader, record).then((site) => siteHealth(site, record)) : [],
    readProjects({ reader, viewer, app }, [...new Set(question.projectIds)], record),
  ]);
  const gates = await Promise.all(
    found.projects.map(async ({ project, setup, team }): Promise<readonly HealthItem[]> => {
      if (setup === undefined || team !== undefined) return [];
      const item = gateHealth(project, setup.settings.gate === 'block', await question.planGate(project.id));
      return item === undefined ? [] : [item];
    }),
  );
  return { items: [...ofSite, ...projectsHealth(found), ...gates.flat()], checkedAt: question.now.toISOString() };
}
