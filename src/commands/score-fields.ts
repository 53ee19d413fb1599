/**
 * A score as the fields it is written to: likelihood, impact, and the level that follows from them.
 */
import { levelOf, type Level, type Score } from '../domain/level';
import type { FieldName } from '../domain/site-setup';
import type { FieldValues } from '../jira/issue-fields';
import type { ProjectContext } from './context';

export function scoreFields(
  { setup, bands }: Pick<ProjectContext, 'setup' | 'bands'>,
  kind: 'inherent' | 'residual',
  score: Score,
): { readonly level: Level; readonly values: FieldValues } {
  const { fields, options, missingFields } = setup;
  const level = levelOf(score, bands);
  const values: readonly (readonly [FieldName, string])[] =
    kind === 'inherent'
      ? [
          ['likelihood', options.likelihood[score.likelihood]],
          ['impact', options.impact[score.impact]],
          ['riskLevel', options.riskLevel[level]],
        ]
      : [
          ['residualLikelihood', options.residualLikelihood[score.likelihood]],
          ['residualImpact', options.residualImpact[score.impact]],
          ['residualLevel', options.residualLevel[level]],
        ];
  // Where a team-managed project has no such field, there is nothing to write to.
  const there = values.filter(([field]) => !missingFields?.includes(field));
  return { level, values: Object.fromEntries(there.map(([field, id]) => [fields[field], { id }])) };
}
