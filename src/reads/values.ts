/**
 * From Jira's field values to what the views show: option ids to meanings, links to progress.
 */
import { isRating, type Level, type Rating, type Score } from '../domain/level';
import { progressOf, type EnablerState, type Progress } from '../domain/progress';
import type { Relevance } from '../domain/relevance';
import { RISK_STATUS_KEYS, type LinkTypeName, type RiskStatusKey, type SiteSetup } from '../domain/site-setup';
import {
  optionIdOf,
  personOf,
  resolutionIdOf,
  type FieldValues,
  type IssueLink,
  type IssueStatus,
  type Person,
} from '../jira/issue-fields';
import type { PersonView, RiskStatus } from './risk-view';

/** What an option means, or `undefined` for none and for an option that Shift-Up did not make. */
export function meaningOf<K extends string>(
  options: Readonly<Record<K, string>>,
  optionId: string | undefined,
): K | undefined {
  if (optionId === undefined) return undefined;
  return (Object.keys(options) as K[]).find((meaning) => options[meaning] === optionId);
}

export function ratingOf(options: Readonly<Record<Rating, string>>, optionId: string | undefined): Rating | undefined {
  const rating = Number(meaningOf<`${Rating}`>(options, optionId));
  return isRating(rating) ? rating : undefined;
}

/** Half a score is no score. */
export function scoreOf(setup: SiteSetup, fields: FieldValues, kind: 'inherent' | 'residual'): Score | undefined {
  const [likelihoodField, impactField] =
    kind === 'inherent' ? (['likelihood', 'impact'] as const) : (['residualLikelihood', 'residualImpact'] as const);
  const likelihood = ratingOf(setup.options[likelihoodField], optionIdOf(fields, setup.fields[likelihoodField]));
  const impact = ratingOf(setup.options[impactField], optionIdOf(fields, setup.fields[impactField]));
  return likelihood === undefined || impact === undefined ? undefined : { likelihood, impact };
}

/** The level as stored in the field: the one that lists, cards and filters show. */
export function storedLevelOf(
  setup: SiteSetup,
  fields: FieldValues,
  field: 'riskLevel' | 'residualLevel' = 'riskLevel',
): Level | undefined {
  return meaningOf(setup.options[field], optionIdOf(fields, setup.fields[field]));
}

export function relevanceOf(setup: SiteSetup, fields: FieldValues): Relevance {
  const chosen = optionIdOf(fields, setup.fields.securityRelevance);
  return meaningOf(setup.options.securityRelevance, chosen) ?? 'unassessed';
}

export function personViewOf(fields: FieldValues, field: string): PersonView | undefined {
  const person = personOf(fields, field);
  return person && { name: person.name, avatarUrl: person.avatarUrl };
}

/** Of a person in the issue's history. */
export function personView(person: Person): PersonView;
export function personView(person: Person | undefined): PersonView | undefined;
export function personView(person: Person | undefined): PersonView | undefined {
  return person && { name: person.name, avatarUrl: person.avatarUrl };
}

export function statusViewOf(status: IssueStatus): RiskStatus {
  return { name: status.name, category: status.category };
}

/** Which status of the risk workflow it is; `undefined` for another one, and where they are not known. */
export function riskStatusKeyOf({ riskStatusIds }: SiteSetup, statusId: string): RiskStatusKey | undefined {
  return riskStatusIds && RISK_STATUS_KEYS.find((key) => riskStatusIds[key] === statusId);
}

/** Links of one of Shift-Up's types in one direction, seen from the issue that has them. */
export function linksOfType(
  setup: SiteSetup,
  links: readonly IssueLink[],
  type: LinkTypeName,
  direction: IssueLink['direction'],
): readonly IssueLink[] {
  return links.filter((link) => link.typeId === setup.linkTypes[type].id && link.direction === direction);
}

/** The issues that mitigate a risk, from the risk's own links. */
export function mitigatingLinks(setup: SiteSetup, links: readonly IssueLink[]): readonly IssueLink[] {
  return linksOfType(setup, links, 'mitigates', 'inward');
}

/** Whether an enabler counts as dropped, from the issue itself. */
export function enablerStateOf(setup: SiteSetup, status: IssueStatus, fields: FieldValues): EnablerState {
  const resolution = resolutionIdOf(fields);
  const dropped =
    setup.droppedStatusIds.includes(status.id) ||
    (resolution !== undefined && setup.droppedResolutionIds.includes(resolution));
  return { category: status.category, dropped };
}

/**
 * Progress as far as the links alone tell it: a link carries the status of the other issue, not its resolution, so an
 * enabler that was dropped by its resolution only is still counted. Costs no request.
 */
export function progressOfLinks(setup: SiteSetup, links: readonly IssueLink[]): Progress {
  return progressOf(
    mitigatingLinks(setup, links).map(({ issue }) => ({
      category: issue.status.category,
      dropped: setup.droppedStatusIds.includes(issue.status.id),
    })),
  );
}
