/**
 * What somebody changes on a risk, as the field values that are written for it: the level follows a score, and the next
 * review follows the level, in one write.
 */
import type { RiskChanges } from '../contract/risks';
import { nextReviewAfterScore } from '../domain/review';
import type { FieldName } from '../domain/site-setup';
import { documentOf } from '../jira/document';
import { dayOf, statusOf, type FieldValues } from '../jira/issue-fields';
import { storedLevelOf } from '../reads/values';
import { Refusal } from './refusal';
import type { RiskHere } from './risks-here';
import { scoreFields } from './score-fields';

/** What each change needs; the level and the next review that follow are left out where a project lacks the field. */
const FIELDS_OF: Readonly<Record<keyof RiskChanges, readonly FieldName[]>> = {
  owner: ['riskOwner'],
  treatment: ['treatment'],
  nextReview: ['nextReview'],
  businessImpact: ['businessImpact'],
  inherent: ['likelihood', 'impact'],
  residual: ['residualLikelihood', 'residualImpact'],
};

/**
 * @param siteOwnerField the site's own id of the Risk owner field.
 * @throws Refusal `not-set-up` where a team-managed project lacks a field that is to be changed.
 */
export function changedRisk(here: RiskHere, siteOwnerField: string, changes: RiskChanges): FieldValues {
  const { fields, options, missingFields } = here.setup;
  const { owner, treatment, nextReview, businessImpact, inherent, residual } = changes;
  const needed = (Object.keys(changes) as (keyof RiskChanges)[]).flatMap((change) => FIELDS_OF[change]);
  if (needed.some((field) => missingFields?.includes(field))) throw new Refusal('not-set-up');
  return {
    ...(owner === undefined ? {} : { [fields.riskOwner]: personValue(fields.riskOwner !== siteOwnerField, owner) }),
    ...(treatment === undefined ? {} : { [fields.treatment]: treatment && { id: options.treatment[treatment] } }),
    ...(businessImpact === undefined
      ? {}
      : { [fields.businessImpact]: businessImpact === null ? null : documentOf(businessImpact) }),
    ...(inherent === undefined ? {} : scoredValues(here, inherent)),
    ...(residual === undefined ? {} : scoreFields(here, 'residual', residual).values),
    // Said outright, it goes before what would follow from the score.
    ...(nextReview === undefined ? {} : { [fields.nextReview]: nextReview }),
  };
}

/** "People", the field of team-managed projects, is a list also where it takes only one. */
function personValue(isList: boolean, accountId: string | null): unknown {
  const person = accountId === null ? null : { accountId };
  if (!isList) return person;
  return person === null ? [] : [person];
}

function scoredValues(here: RiskHere, score: NonNullable<RiskChanges['inherent']>): FieldValues {
  const { setup, risk, reviewDays, today } = here;
  const { level, values } = scoreFields(here, 'inherent', score);
  // A closed risk is history: nobody has to look at it again.
  if (statusOf(risk.fields).category === 'done' || setup.missingFields?.includes('nextReview')) return values;
  const current = dayOf(risk.fields, setup.fields.nextReview);
  const was = storedLevelOf(setup, risk.fields);
  const next = nextReviewAfterScore({ was, level, nextReview: current }, today, reviewDays);
  return next === current ? values : { ...values, [setup.fields.nextReview]: next };
}
