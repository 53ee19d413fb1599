/**
 * The gate: which stories a blocking project lets through a transition. Pure.
 *
 * Jira itself decides, by the Jira expression of the workflow validator in manifest.yml, from the configuration made
 * here. `gateAnswer` is the same rule in words that can be tested; a test holds the two together. Only native facts
 * count (type, field, links): an issue property could be written by anybody who may edit the issue.
 */
import { CUSTOM_FIELD_ID, isNumericId } from './identifiers';
import { GATE_MESSAGE, type GateRefusal } from './gate-message';
import { setupOf, type ProjectSetup, type SiteSetup } from './site-setup';

/** One project that blocks. Numbers, because Jira's expressions give ids as numbers and compare them strictly. */
export interface GateProject {
  readonly id: number;
  /** The types that are stories. */
  readonly types: readonly number[];
  /** The field Security relevance. */
  readonly field: string;
  /** One option id each, as a number and as text: which of the two an expression gives is not documented. */
  readonly relevant: readonly [number, string];
  readonly notRelevant: readonly [number, string];
  /** Whether a relevant story needs an answer; where it does not, only the assessment is asked for. */
  readonly answer: boolean;
}

/** The configuration of one attached validator. Nothing but these keys; above all no `expression`, which would replace ours. */
export interface GateConfig {
  readonly version: 1;
  readonly projects: readonly GateProject[];
  /** Link types that answer a relevant story, by the side on which the story stands. */
  readonly inward: readonly number[];
  readonly outward: readonly number[];
  readonly unassessed: string;
  readonly unanswered: string;
}

/** Jira's limit for the configuration of a rule, in bytes. */
export const GATE_CONFIG_BYTES = 32_768;

/**
 * What the validator needs of one project.
 * @returns `undefined` when an id is none, or the project's stories have no field for the relevance.
 */
export function gateProject(site: SiteSetup, project: ProjectSetup): GateProject | undefined {
  const { fields, options, missingFields } = setupOf(site, project);
  const { relevant, notRelevant } = options.securityRelevance;
  const field = fields.securityRelevance;
  const ids = [project.projectId, relevant, notRelevant, ...project.storyTypeIds];
  if (missingFields?.includes('securityRelevance') || !CUSTOM_FIELD_ID.test(field)) return undefined;
  if (!ids.every(isExactNumber) || project.storyTypeIds.length === 0) return undefined;
  return {
    id: Number(project.projectId),
    types: [...new Set(project.storyTypeIds)].map(Number).sort((a, b) => a - b),
    field,
    relevant: [Number(relevant), relevant],
    notRelevant: [Number(notRelevant), notRelevant],
    answer: project.settings.checks.answer === 'required',
  };
}

/** An id that a number holds without loss. */
function isExactNumber(id: string): boolean {
  return isNumericId(id) && Number.isSafeInteger(Number(id));
}

export function gateConfig({ linkTypes }: SiteSetup, projects: readonly GateProject[]): GateConfig {
  return {
    version: 1,
    projects: [...projects].sort((a, b) => a.id - b.id),
    // The risk threatens the story, the enabler secures it; the story mitigates the risk.
    inward: [Number(linkTypes.threatens.id), Number(linkTypes.secures.id)],
    outward: [Number(linkTypes.mitigates.id)],
    ...GATE_MESSAGE,
  };
}

/** What the rule looks at. */
export interface GateFacts {
  readonly projectId: string;
  readonly typeId: string;
  /** The option chosen in the field of the project, with what was typed on the transition's form. */
  readonly relevanceOptionId: string | undefined;
  /** Seen from the issue. */
  readonly links: readonly { readonly typeId: string; readonly direction: 'inward' | 'outward' }[];
  /** The issue is being made: it cannot have a link yet, so that only its assessment is asked for. */
  readonly isNew: boolean;
}

/** @returns why the transition is refused, or `undefined` when it is not. */
export function gateAnswer(config: GateConfig, facts: GateFacts): GateRefusal | undefined {
  const { projectId, typeId, relevanceOptionId, links, isNew } = facts;
  const project = config.projects.find(({ id, types }) => String(id) === projectId && types.includes(Number(typeId)));
  if (project === undefined) return undefined;
  if (relevanceOptionId === project.notRelevant[1]) return undefined;
  if (relevanceOptionId !== project.relevant[1]) return 'unassessed';
  const answers = { inward: config.inward, outward: config.outward };
  const answered = links.some((link) => answers[link.direction].includes(Number(link.typeId)));
  return isNew || !project.answer || answered ? undefined : 'unanswered';
}
