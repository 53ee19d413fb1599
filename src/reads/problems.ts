/**
 * What is wrong with a risk, in the project where it is.
 */
import { riskProblemsOf, type RiskFacts, type RiskProblem } from '../domain/risk-problems';
import type { FieldName, SiteSetup } from '../domain/site-setup';

/** What nobody can put right where a team-managed project lacks the field. */
const PUT_RIGHT_IN: Readonly<Partial<Record<RiskProblem, FieldName>>> = {
  acceptedWithoutEnd: 'acceptanceExpires',
  noOwner: 'riskOwner',
  notScored: 'riskLevel',
  residualNotScored: 'residualLikelihood',
};

/** As `riskProblemsOf`, without what the project has no field for. */
export function problemsIn({ missingFields = [] }: Pick<SiteSetup, 'missingFields'>, facts: RiskFacts) {
  return riskProblemsOf(facts).filter((problem) => {
    const field = PUT_RIGHT_IN[problem];
    return field === undefined || !missingFields.includes(field);
  });
}
