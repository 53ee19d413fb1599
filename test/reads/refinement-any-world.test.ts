/** The lists of the refinement against an independent look at the site's rows, over worlds that nobody thought of. */
import fc from 'fast-check';
import { LEVELS } from '../../src/domain/level';
import type { ProjectSetup, SiteSetup } from '../../src/domain/site-setup';
import { countRefinement, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { REFINEMENT_LISTS, type RefinementList } from '../../src/reads/refinement-view';
import { ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { setUpSite, type TestSite } from '../fixtures/site';

const riskPlan = fc.record({
  level: fc.constantFrom(undefined, ...LEVELS),
  owned: fc.boolean(),
  closed: fc.boolean(),
});
const RISKS = 4;
const linkPlan = fc.record({
  type: fc.constantFrom('mitigates', 'threatens', 'secures'),
  /** A risk for the first two, another story for the last. */
  other: fc.nat({ max: RISKS - 1 }),
  outward: fc.boolean(),
});
const storyPlan = fc.record({
  relevance: fc.constantFrom('unassessed', 'relevant', 'notRelevant'),
  status: fc.constantFrom('toDo', 'inProgress', 'review', 'done'),
  links: fc.array(linkPlan, { maxLength: 2 }),
});
const worldPlan = fc.record({
  risks: fc.array(riskPlan, { minLength: RISKS, maxLength: RISKS }),
  stories: fc.array(storyPlan, { minLength: RISKS, maxLength: 12 }),
});
type WorldPlan = typeof worldPlan extends fc.Arbitrary<infer P> ? P : never;

test('every list holds exactly what the rows of the site say, and is counted so', async () => {
  const site = await setUpSite();
  const setup = await site.setup();
  const shop = await site.projectSetup();
  const bare = site.jira.snapshot();
  await fc.assert(
    fc.asyncProperty(worldPlan, async (plan) => {
      site.jira.restore(structuredClone(bare));
      build(site, setup, plan);
      const jira = site.as(site.people.mara);
      const basis = await readRefinementBasis(jira, setup, shop);
      const { lists } = await countRefinement(jira, basis);
      const expected = listsInState(site, setup, shop);
      for (const list of REFINEMENT_LISTS) {
        const { rows, leftOut, next } = await readRefinementPage(jira, basis, list);
        expect([list, rows.map(({ key }) => key).sort()]).toEqual([list, expected[list].sort()]);
        expect([list, leftOut, next, lists[list]]).toEqual([list, 0, undefined, rows.length]);
      }
    }),
    { numRuns: 60 },
  );
  site.close();
});

function build(site: TestSite, { riskTypeId, fields, options, linkTypes }: SiteSetup, plan: WorldPlan): void {
  const projectId = site.project.id;
  const risks = plan.risks.map(({ level, owned, closed }) => ({
    projectId,
    typeId: riskTypeId,
    summary: 'risk',
    ...(closed ? { statusId: STATUS.done } : {}),
    custom: {
      ...(level === undefined ? {} : { [fields.riskLevel]: options.riskLevel[level] }),
      ...(owned ? { [fields.riskOwner]: site.people.mara } : {}),
    },
  }));
  const stories = plan.stories.map(({ relevance, status }) => ({
    projectId,
    typeId: ISSUE_TYPE.story,
    summary: 'story',
    statusId: STATUS[status],
    custom: relevance === 'unassessed' ? {} : { [fields.securityRelevance]: options.securityRelevance[relevance] },
  }));
  const links = plan.stories.flatMap(({ links: own }, index) =>
    own.flatMap(({ type, other, outward }) => {
      const [here, there] = [RISKS + index, type === 'secures' ? RISKS + other : other];
      if (here === there) return [];
      // A risk threatens a story and a story mitigates a risk, never the other way round.
      const isSource = type === 'secures' ? outward : type === 'mitigates';
      const [source, destination] = isSource ? [here, there] : [there, here];
      return [{ typeId: linkTypes[type].id, source, destination }];
    }),
  );
  site.jira.bulkLoad([...risks, ...stories], links);
}

/** By hand, from the plain rows, knowing nothing of JQL. */
function listsInState({ jira: { state } }: TestSite, setup: SiteSetup, shop: ProjectSetup) {
  const { riskTypeId, fields, options, linkTypes } = setup;
  const issues = [...state.issues.values()];
  const isDone = (statusId: string) => state.statuses.require(statusId).category === 'DONE';
  const lists: Record<RefinementList, string[]> = {
    unassessed: [],
    unanswered: [],
    enablersNotReady: [],
    bypasses: [],
  };
  for (const story of issues.filter(({ typeId, statusId }) => typeId === ISSUE_TYPE.story && !isDone(statusId))) {
    const links = [...state.links.values()];
    const others = (type: 'mitigates' | 'threatens' | 'secures', mine: 'sourceId' | 'destinationId') =>
      links
        .filter((link) => link.typeId === linkTypes[type].id && link[mine] === story.id)
        .map((link) => state.issues.get(mine === 'sourceId' ? link.destinationId : link.sourceId)!);
    const risks = [...others('mitigates', 'sourceId'), ...others('threatens', 'destinationId')].filter(
      ({ typeId }) => typeId === riskTypeId,
    );
    const relevance = story.custom[fields.securityRelevance];
    const isRelevant = relevance === options.securityRelevance.relevant;
    const unassessed = relevance === undefined;
    const unanswered = isRelevant && risks.length === 0 && others('secures', 'destinationId').length === 0;
    const ownerMissing =
      isRelevant &&
      risks.some(({ custom, statusId }) => {
        const level = custom[fields.riskLevel];
        const severe = level === options.riskLevel.High || level === options.riskLevel.Critical;
        return severe && !isDone(statusId) && custom[fields.riskOwner] === undefined;
      });
    const notReady = unassessed || unanswered || ownerMissing;
    const enabler = others('mitigates', 'sourceId').length > 0 || others('secures', 'sourceId').length > 0;
    if (unassessed) lists.unassessed.push(story.key);
    if (unanswered) lists.unanswered.push(story.key);
    if (enabler && notReady) lists.enablersNotReady.push(story.key);
    if (notReady && shop.settings.readyStatusIds.includes(story.statusId)) lists.bypasses.push(story.key);
  }
  return lists;
}
