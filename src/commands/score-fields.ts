/**
 * A score as the fields it is written to: likelihood, impact, and the level that follows from them.
 */
import { levelOf, type Level, type Score } from '../domain/level';
import type { SiteSetup } from '../domain/site-setup';
import type { FieldValues } from '../jira/issue-fields';

export function scoreFields(
  { fields, options }: SiteSetup,
  kind: 'inherent' | 'residual',
  score: Score,
): { readonly level: Level; readonly values: FieldValues } {
  const level = levelOf(score);
  const values =
    kind === 'inherent'
      ? {
          [fields.likelihood]: { id: options.likelihood[score.likelihood] },
          [fields.impact]: { id: options.impact[score.impact] },
          [fields.riskLevel]: { id: options.riskLevel[level] },
        }
      : {
          [fields.residualLikelihood]: { id: options.residualLikelihood[score.likelihood] },
          [fields.residualImpact]: { id: options.residualImpact[score.impact] },
          [fields.residualLevel]: { id: options.residualLevel[level] },
        };
  return { level, values };
}
