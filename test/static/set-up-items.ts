/** Plans and runs to try the page's words and counts on. */
import fc from 'fast-check';
import type {
  PlanAction,
  PlanItem,
  PlanKind,
  ProjectName,
  ProjectPlan,
  RunStep,
  SetupPlan,
  SetupRun,
} from '../../src/contract/set-up';

export const shop: ProjectName = { id: '10000', key: 'SHOP', name: 'Web Shop' };
export const loyalty: ProjectName = { id: '10001', key: 'LOY', name: 'Loyalty App' };
export const partner: ProjectName = { id: '10002', key: 'PART', name: 'Partner app' };

export function item(step: string, kind: PlanKind, action: PlanAction, more: Partial<PlanItem> = {}): PlanItem {
  return { step, kind, action, name: step, ...more };
}

export function partOf(project: ProjectName, part: string, more: Partial<PlanItem> = {}): PlanItem {
  return item(`project:${project.id}:${part}`, 'project', 'create', {
    name: project.name,
    projectId: project.id,
    ...more,
  });
}

export function companyManaged(project: ProjectName): ProjectPlan {
  return { project, teamManaged: false };
}

export function planOf(items: readonly PlanItem[], projects: readonly ProjectPlan[] = []): SetupPlan {
  return { items, projects, complete: items.every(({ action }) => action === 'alreadyRight'), digest: 'as it was' };
}

export function runStep(step: string, kind: PlanKind, state: RunStep['state'], more: Partial<RunStep> = {}): RunStep {
  return { step, kind, state, name: step, ...more };
}

export function runOf(steps: readonly RunStep[], more: Partial<SetupRun> = {}): SetupRun {
  return {
    id: 'run-1',
    kind: 'apply',
    state: 'running',
    startedAt: '2026-11-20T13:02:00.000Z',
    projectIds: [],
    steps,
    ...more,
  };
}

const SITE_KINDS = ['issueType', 'riskField', 'storyField', 'linkType', 'status', 'workflow', 'screen'] as const;
const ACTIONS = ['create', 'adopt', 'alreadyRight', 'repair', 'conflict'] as const;

/** Any objects of the site, each step once. */
export const anySiteItems: fc.Arbitrary<readonly PlanItem[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...SITE_KINDS), action: fc.constantFrom(...ACTIONS) }), { maxLength: 40 })
  .map((drawn) => drawn.map(({ kind, action }, index) => item(`${kind}:${index}`, kind, action)));
