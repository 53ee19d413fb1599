/**
 * What is written to a risk whose level is not the one that its score has by the bands of its project.
 */
import { levelOf, type LevelBands } from '../domain/level';
import type { ProjectSettings } from '../domain/project-settings';
import { nextReviewAfterScore } from '../domain/review';
import type { FieldName, SiteSetup } from '../domain/site-setup';
import { dayOf, type FieldValues } from '../jira/issue-fields';
import { scoreOf, storedLevelOf } from '../reads/values';

const KINDS = [
  { kind: 'inherent', level: 'riskLevel', score: ['likelihood', 'impact'] },
  { kind: 'residual', level: 'residualLevel', score: ['residualLikelihood', 'residualImpact'] },
] as const satisfies readonly {
  readonly level: FieldName;
  readonly score: readonly FieldName[];
  readonly kind: string;
}[];

/** The fields by which `valuesByBands` judges. */
export function fieldsForBands({ fields }: SiteSetup): readonly string[] {
  return [...KINDS.flatMap(({ level, score }) => [level, ...score]), 'nextReview' as const].map((name) => fields[name]);
}

/**
 * Both levels, and the next review where it comes nearer with a level that got worse. Where the project lacks a field of
 * a score, nothing follows; half a score is none.
 * @param today ISO day in UTC.
 * @returns `undefined` where nothing is to be written.
 */
export function valuesByBands(
  setup: SiteSetup,
  { bands, reviewDays }: Pick<ProjectSettings, 'reviewDays'> & { readonly bands: LevelBands },
  risk: FieldValues,
  today: string,
): FieldValues | undefined {
  const { fields, options, missingFields = [] } = setup;
  const values: Record<string, unknown> = {};
  for (const { kind, level: field, score: parts } of KINDS) {
    const score = scoreOf(setup, risk, kind);
    if (score === undefined || [field, ...parts].some((part) => missingFields.includes(part))) continue;
    const level = levelOf(score, bands);
    const was = storedLevelOf(setup, risk, field);
    if (was === level) continue;
    values[fields[field]] = { id: options[field][level] };
    if (kind === 'residual' || missingFields.includes('nextReview')) continue;
    const nextReview = dayOf(risk, fields.nextReview);
    const next = nextReviewAfterScore({ was, level, nextReview }, today, reviewDays);
    if (next !== nextReview) values[fields.nextReview] = next;
  }
  return Object.keys(values).length === 0 ? undefined : values;
}
