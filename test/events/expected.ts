/**
 * What the marks and levels of SHOP have to be, computed afresh from everything the local Jira knows: by other means than
 * the app's own reading, so that the two can be held against each other.
 */
import type { SiteSetup } from '../../src/domain/site-setup';
import type { TestSite } from '../fixtures/site';
import type { Issue } from '../local-jira/state/issue-entities';

/** What a project asks for, in this test's own words. */
export interface Asked {
  readonly gate: 'off' | 'flag';
  readonly readyStatusIds: readonly string[];
  readonly storyTypeIds: readonly string[];
}

export function expectedMarks(
  { jira, project }: TestSite,
  setup: SiteSetup,
  asked: Asked,
): Readonly<Record<string, readonly string[]>> {
  const { state } = jira;
  const ends = (issue: Issue, type: keyof SiteSetup['linkTypes'], direction: 'inward' | 'outward') =>
    issue.links
      .filter((end) => end.typeId === setup.linkTypes[type].id && end.direction === direction)
      .map((end) => state.issues.require(end.otherId));
  const isDone = (issue: Issue) => state.statuses.require(issue.statusId).category === 'DONE';
  const missingIn = (story: Issue): readonly string[] => {
    const relevance = story.custom[setup.fields.securityRelevance];
    const { relevant, notRelevant } = setup.options.securityRelevance;
    if (relevance === notRelevant) return [];
    if (relevance !== relevant) return ['assessment'];
    const risks = [...ends(story, 'mitigates', 'outward'), ...ends(story, 'threatens', 'inward')].filter(
      ({ typeId }) => typeId === setup.riskTypeId,
    );
    if (risks.length === 0 && ends(story, 'secures', 'inward').length === 0) return ['answer'];
    const severe = [setup.options.riskLevel.High, setup.options.riskLevel.Critical];
    const unowned = risks.filter(
      (risk) =>
        !isDone(risk) &&
        severe.some((level) => level === risk.custom[setup.fields.riskLevel]) &&
        risk.custom[setup.fields.riskOwner] === undefined,
    );
    return unowned.length > 0 ? ['riskOwner'] : [];
  };
  const bypasses = [...state.issues.values()].filter(
    (issue) =>
      asked.gate !== 'off' &&
      issue.projectId === project.id &&
      asked.storyTypeIds.includes(issue.typeId) &&
      asked.readyStatusIds.includes(issue.statusId) &&
      !isDone(issue) &&
      missingIn(issue).length > 0,
  );
  return Object.fromEntries(bypasses.map((issue) => [issue.key, missingIn(issue)]));
}

/** By key: the level of each risk's score, 1–4 Low, 5–9 Medium, 10–16 High, 17–25 Critical; `undefined` without a score. */
export function expectedLevels({ jira }: TestSite, setup: SiteSetup): Readonly<Record<string, string | undefined>> {
  const { fields, options } = setup;
  const rating = (issue: Issue, field: 'likelihood' | 'impact') => {
    const found = Object.entries(options[field]).find(([, id]) => id === issue.custom[fields[field]]);
    return found === undefined ? undefined : Number(found[0]);
  };
  return Object.fromEntries(
    risksOf(jira, setup).map((risk) => {
      const [likelihood, impact] = [rating(risk, 'likelihood'), rating(risk, 'impact')];
      if (likelihood === undefined || impact === undefined) return [risk.key, undefined];
      const product = likelihood * impact;
      return [risk.key, product >= 17 ? 'Critical' : product >= 10 ? 'High' : product >= 5 ? 'Medium' : 'Low'];
    }),
  );
}

/** By key: the level that the field holds. */
export function levelsOn({ jira }: TestSite, setup: SiteSetup): Readonly<Record<string, string | undefined>> {
  const { fields, options } = setup;
  return Object.fromEntries(
    risksOf(jira, setup).map((risk) => {
      const held = Object.entries(options.riskLevel).find(([, id]) => id === risk.custom[fields.riskLevel]);
      return [risk.key, held?.[0]];
    }),
  );
}

function risksOf({ state }: TestSite['jira'], setup: SiteSetup): readonly Issue[] {
  return [...state.issues.values()].filter(({ typeId }) => typeId === setup.riskTypeId);
}
