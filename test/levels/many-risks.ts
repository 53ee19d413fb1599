/**
 * Any number of scored risks, with the level that the default bands give.
 */
import { levelOf, SCALE, type Score } from '../../src/domain/level';
import type { SiteSetup } from '../../src/domain/site-setup';
import type { TestSite } from '../fixtures/site';

/** Every cell of the matrix in turn. */
export function scoreAt(place: number): Score {
  const likelihood = SCALE[place % 5] ?? 1;
  const impact = SCALE[Math.floor(place / 5) % 5] ?? 1;
  return { likelihood, impact };
}

/** @returns their ids. */
export function addManyRisks(site: TestSite, { fields, options, riskTypeId }: SiteSetup, count: number) {
  const issues = Array.from({ length: count }, (_, place) => {
    const score = scoreAt(place);
    return {
      projectId: site.project.id,
      typeId: riskTypeId,
      summary: `Risk ${place + 1}`,
      custom: {
        [fields.likelihood]: options.likelihood[score.likelihood],
        [fields.impact]: options.impact[score.impact],
        [fields.riskLevel]: options.riskLevel[levelOf(score)],
        [fields.nextReview]: '2027-05-01',
      },
    };
  });
  return site.jira.bulkLoad(issues).map(({ id }) => id);
}
