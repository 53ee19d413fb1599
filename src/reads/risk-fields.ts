/**
 * The fields that every view of a security risk reads.
 */
import type { SiteSetup } from '../domain/site-setup';

/** Title, status, links, both scores with their levels, owner, treatment, and the days that it waits for. */
export function registerFields({ fields }: SiteSetup): readonly string[] {
  return [
    'summary',
    'status',
    'issuelinks',
    fields.likelihood,
    fields.impact,
    fields.residualLikelihood,
    fields.residualImpact,
    fields.riskLevel,
    fields.residualLevel,
    fields.riskOwner,
    fields.treatment,
    fields.nextReview,
    fields.acceptanceExpires,
  ];
}
