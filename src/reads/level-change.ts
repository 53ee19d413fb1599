/**
 * Which open risks carry another level than some bands would give them: those that a change of the bands is about to
 * change (commands/recalculate-levels.ts).
 */
import { LEVELS, levelOf, SCALE, type LevelBands } from '../domain/level';
import { setupOf, type FieldName, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import {
  allOf,
  anyOf,
  customField,
  isEmpty,
  isEmptyOrNoneOf,
  isNotEmpty,
  isOneOf,
  isOpen,
  type JqlClause,
} from '../jira/jql';

/** The scores that a level is made of, and the level. */
const SCORES = [
  { likelihood: 'likelihood', impact: 'impact', level: 'riskLevel' },
  { likelihood: 'residualLikelihood', impact: 'residualImpact', level: 'residualLevel' },
] as const satisfies readonly Readonly<Record<string, FieldName>>[];

/** The query; `undefined` where the project has no field that it could ask. */
export function otherLevelQuery(site: SiteSetup, project: ProjectSetup, bands: LevelBands): string | undefined {
  const setup = setupOf(site, project);
  const has = (field: FieldName) => setup.missingFields?.includes(field) !== true;
  const wrong = SCORES.filter((score) => has(score.likelihood) && has(score.impact) && has(score.level)).flatMap(
    (score) => clausesOf(setup, score, bands),
  );
  if (wrong.length === 0) return undefined;
  return allOf(
    isOneOf('project', [project.projectId]),
    isOneOf('issuetype', [setup.riskTypeId]),
    isOpen(),
    anyOf(...wrong),
  );
}

/**
 * Open risks that carry a level without a whole score, which may be one that somebody typed; `undefined` where the project
 * has no field that it could ask.
 */
export function levelWithoutScoreQuery(site: SiteSetup, project: ProjectSetup): string | undefined {
  const setup = setupOf(site, project);
  const { fields, missingFields = [] } = setup;
  const left = SCORES.filter((score) => Object.values(score).every((field) => !missingFields.includes(field))).map(
    ({ likelihood, impact, level }) =>
      allOf(
        isNotEmpty(customField(fields[level])),
        anyOf(isEmpty(customField(fields[likelihood])), isEmpty(customField(fields[impact]))),
      ),
  );
  if (left.length === 0) return undefined;
  const here = isOneOf('project', [project.projectId]);
  return allOf(here, isOneOf('issuetype', [setup.riskTypeId]), isOpen(), anyOf(...left));
}

/** One clause for each likelihood and level: scored so that it has this level, and carrying another one or none. */
function clausesOf(
  { fields, options }: SiteSetup,
  score: (typeof SCORES)[number],
  bands: LevelBands,
): readonly JqlClause[] {
  const [likelihoods, impacts] = [options[score.likelihood], options[score.impact]];
  return SCALE.flatMap((likelihood) =>
    LEVELS.flatMap((level) => {
      const those = SCALE.filter((impact) => levelOf({ likelihood, impact }, bands) === level);
      if (those.length === 0) return [];
      return allOf(
        isOneOf(customField(fields[score.likelihood]), [likelihoods[likelihood]]),
        isOneOf(
          customField(fields[score.impact]),
          those.map((impact) => impacts[impact]),
        ),
        isEmptyOrNoneOf(customField(fields[score.level]), [options[score.level][level]]),
      );
    }),
  );
}
