/**
 * Names of the steps of set-up, in the order in which they are done.
 */
import { isNumericId } from '../domain/identifiers';
import { FIELDS, LINK_TYPES, type FieldName, type LinkTypeName, type RiskStatusKey } from '../domain/site-setup';
import { RISK_STATUSES } from './needed';

/** Parts of adding Shift-Up to one project; `settings` last, because it says that the project is ready. */
export const PROJECT_PARTS = ['issueType', 'fields', 'screens', 'workflow', 'settings'] as const;
export type ProjectPart = (typeof PROJECT_PARTS)[number];

export type SiteStep =
  | { readonly part: 'issueType' }
  | { readonly part: 'field'; readonly field: FieldName }
  | { readonly part: 'linkType'; readonly linkType: LinkTypeName }
  | { readonly part: 'dropped' }
  | { readonly part: 'status'; readonly status: RiskStatusKey }
  | { readonly part: 'workflow' }
  | { readonly part: 'screen' }
  | { readonly part: 'screenScheme' };

export interface ProjectStep {
  readonly part: 'project';
  readonly projectId: string;
  readonly projectPart: ProjectPart;
}

export type Step = SiteStep | ProjectStep;

/** Everything for the site, once. */
export const SITE_STEPS: readonly SiteStep[] = [
  { part: 'issueType' },
  ...FIELDS.map((field) => ({ part: 'field', field }) as const),
  ...LINK_TYPES.map((linkType) => ({ part: 'linkType', linkType }) as const),
  { part: 'dropped' },
  ...RISK_STATUSES.map(({ key }) => ({ part: 'status', status: key }) as const),
  { part: 'workflow' },
  { part: 'screen' },
  { part: 'screenScheme' },
];

/** Stable: it stands in the plan, in the record and in the page. */
export function stepName(step: Step): string {
  switch (step.part) {
    case 'issueType':
      return 'issueType:securityRisk';
    case 'field':
      return `field:${step.field}`;
    case 'linkType':
      return `linkType:${step.linkType}`;
    case 'dropped':
      return 'status:dropped';
    case 'status':
      return `status:${step.status}`;
    case 'workflow':
      return 'workflow:risk';
    case 'screen':
      return 'screen:risk';
    case 'screenScheme':
      return 'screenScheme:risk';
    case 'project':
      return `project:${step.projectId}:${step.projectPart}`;
  }
}

/** `undefined` for a name that no step has. */
export function stepNamed(name: string): Step | undefined {
  const ofSite = SITE_STEPS.find((step) => stepName(step) === name);
  if (ofSite) return ofSite;
  const [prefix, projectId, part, ...rest] = name.split(':');
  const projectPart = PROJECT_PARTS.find((known) => known === part);
  if (prefix !== 'project' || !isNumericId(projectId) || projectPart === undefined || rest.length > 0) return undefined;
  return { part: 'project', projectId, projectPart };
}
