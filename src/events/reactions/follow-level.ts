/**
 * The level of a risk follows its likelihood and impact, wherever they are edited; the residual level likewise.
 *
 * Only from an edit of the score: where the project's bands changed, a job of its own follows (events/levels-job.ts), and
 * a level that somebody typed after the score stays until the risk is scored again.
 */
import { areLevelsToFollow } from '../../commands/recalculate-levels';
import { levelOf, type LevelBands } from '../../domain/level';
import type { FieldName, ProjectSetup, SiteSetup } from '../../domain/site-setup';
import { editIssue, getIssue, type IssueChange, type JiraIssue } from '../../jira/issue';
import { optionIdOf, typeIdOf, type FieldValues } from '../../jira/issue-fields';
import { levelWithoutScoreQuery, otherLevelQuery } from '../../reads/level-change';
import { risksChanged } from '../../reads/mark-queries';
import { scoreOf } from '../../reads/values';
import type { Reaction, Search } from '../reaction';
import { attempt, type Scene } from '../scene';

const KINDS = {
  inherent: { score: ['likelihood', 'impact'], level: 'riskLevel' },
  residual: { score: ['residualLikelihood', 'residualImpact'], level: 'residualLevel' },
} as const satisfies Readonly<
  Record<'inherent' | 'residual', { readonly score: readonly [FieldName, FieldName]; readonly level: FieldName }>
>;
type Kind = keyof typeof KINDS;

/** Looks after our write, at a score that somebody changed meanwhile; more would be a quarrel, and the reconcile's. */
const LOOKS_MOST = 3;

export const followLevel: Reaction = {
  name: 'followLevel',
  fields: (setup) => ['issuetype', ...kindsIn(setup).flatMap((kind) => fieldIdsOf(setup, kind))],
  properties: [],
  react: async (scene, { project, setup, issues }) => {
    if (project === undefined) return [];
    for (const issue of issues) {
      if (!isRisk(setup, issue) || differing(setup, project.settings.bands, issue).length === 0) continue;
      await attempt('followLevel', () => follow(scene, project, setup, issue.id));
    }
    return [];
  },
  searches: async ({ site }, { project, setup, minutes, everything, fromTheBeginning }) => {
    const { bands } = project.settings;
    const recent: Search = {
      jql: risksChanged(setup, project, minutes),
      suspects: async (_scene, rows) =>
        rows.filter((row) => isRisk(setup, row) && differing(setup, bands, row).length > 0).map(({ id }) => id),
    };
    const other = everything ? otherLevelQuery(site, project, bands) : undefined;
    // Many may have typed a level without a score: these are looked at only where the recent changes do not reach back.
    const without = fromTheBeginning ? levelWithoutScoreQuery(site, project) : undefined;
    return [recent, ...[other, without].flatMap((jql) => (jql === undefined ? [] : [{ jql }]))];
  },
};

/** Where a team-managed project lacks a field of a score, nothing follows. */
function kindsIn({ missingFields = [] }: SiteSetup): readonly Kind[] {
  return (Object.keys(KINDS) as Kind[]).filter((kind) =>
    [...KINDS[kind].score, KINDS[kind].level].every((field) => !missingFields.includes(field)),
  );
}

function fieldIdsOf({ fields }: SiteSetup, kind: Kind): readonly string[] {
  const { score, level } = KINDS[kind];
  return [...score, level].map((field) => fields[field]);
}

function isRisk(setup: SiteSetup, { fields }: JiraIssue): boolean {
  return typeIdOf(fields) === setup.riskTypeId;
}

/** Where the level is not the one of the score. Without a whole score there is to be none. */
function differing(setup: SiteSetup, bands: LevelBands, { fields }: JiraIssue): readonly Kind[] {
  return kindsIn(setup).filter(
    (kind) => optionIdOf(fields, setup.fields[KINDS[kind].level]) !== optionOfLevel(setup, bands, kind, fields),
  );
}

function optionOfLevel(setup: SiteSetup, bands: LevelBands, kind: Kind, fields: FieldValues): string | undefined {
  const score = scoreOf(setup, fields, kind);
  return score && setup.options[KINDS[kind].level][levelOf(score, bands)];
}

/** One look costs two points, one write one. */
async function follow(scene: Scene, project: ProjectSetup, setup: SiteSetup, riskId: string): Promise<void> {
  const { jira } = scene;
  const { settings } = project;
  const fields = followLevel.fields(setup);
  // Our own write is nobody's opinion: a score that came just before it, with its level, is the last word all the same.
  const ours = new Set<Kind>();
  for (let look = 0; look < LOOKS_MOST; look += 1) {
    const risk = await getIssue(jira, riskId, { fields, withChanges: true });
    const kinds: Kind[] = [];
    for (const kind of differing(setup, settings.bands, risk)) {
      const isToFollow =
        ours.has(kind) || scoreCameLast(setup, kind, risk) || (await isLeftBehind(scene, project, setup, kind, risk));
      if (isToFollow) kinds.push(kind);
    }
    // It may have become something else meanwhile.
    if (!isRisk(setup, risk) || kinds.length === 0) return;
    const values = kinds.map((kind) => {
      const optionId = optionOfLevel(setup, settings.bands, kind, risk.fields);
      return [setup.fields[KINDS[kind].level], optionId === undefined ? null : { id: optionId }] as const;
    });
    await editIssue(jira, riskId, { fields: Object.fromEntries(values) });
    for (const kind of kinds) ours.add(kind);
  }
}

/**
 * The score was edited after the level was. From the issue's history; where that does not reach back to either, a level
 * that is empty never was, and one that is there stays.
 */
function scoreCameLast(setup: SiteSetup, kind: Kind, { changes, fields }: JiraIssue): boolean {
  const { scored, levelled } = newestOf(setup, kind, changes);
  if (scored !== levelled) return scored < levelled;
  return scored === changes.length && optionIdOf(fields, setup.fields[KINDS[kind].level]) === undefined;
}

/**
 * A level that the app wrote after the score, and that is not the score's: somebody scored between its look and its write,
 * and it was killed before it could look again. After new bands it is the business of their job, until that is done.
 */
async function isLeftBehind(
  scene: Scene,
  { projectId }: ProjectSetup,
  setup: SiteSetup,
  kind: Kind,
  { changes, fields }: JiraIssue,
): Promise<boolean> {
  const { scored, levelled } = newestOf(setup, kind, changes);
  if (levelled >= scored) return false;
  const self = await scene.ownAccountId();
  const byPeople = changes.map((change) => (change.author?.accountId === self ? { ...change, fieldIds: [] } : change));
  if (newestOf(setup, kind, byPeople).levelled < scored) return false;
  // Without a whole score there is no level by any bands, and nobody else's business.
  return scoreOf(setup, fields, kind) === undefined || !(await areLevelsToFollow(projectId));
}

/** Where in the history, newest first, the score and the level were edited last; its length for never. */
function newestOf(setup: SiteSetup, kind: Kind, changes: readonly Pick<IssueChange, 'fieldIds'>[]) {
  const [likelihood, impact, level] = fieldIdsOf(setup, kind);
  const newest = (...ids: readonly (string | undefined)[]) => {
    const at = changes.findIndex(({ fieldIds }) => fieldIds.some((id) => ids.includes(id)));
    return at === -1 ? changes.length : at;
  };
  return { scored: newest(likelihood, impact), levelled: newest(level) };
}
