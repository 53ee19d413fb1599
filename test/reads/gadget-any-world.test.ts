/** The gadget's numbers against an independent count, over worlds that nobody thought of. */
import fc from 'fast-check';
import { LEVELS, SCALE, type Level } from '../../src/domain/level';
import type { ProjectSetup, SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { countIssues } from '../../src/jira/search';
import { addSecurityLevel, ISSUE_TYPE } from '../local-jira/seed';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { counts, numbers, readGadget } from '../fixtures/gadget';
import { rest, setUpSite, TODAY, type Key, type TestSite } from '../fixtures/site';

describe('any world, any viewer', () => {
  const day = fc.constantFrom(
    '2026-11-01',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-12-04',
    '2026-12-05',
    '2027-01-01',
  );
  const rating = fc.constantFrom(...SCALE);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const riskPlan = fc.record({
    score: maybe(fc.tuple(rating, rating)),
    owned: fc.boolean(),
    nextReview: maybe(day),
    acceptanceExpires: maybe(day),
    closed: fc.boolean(),
    restricted: fc.boolean(),
    enablers: fc.array(fc.nat({ max: 4 }), { maxLength: 3 }),
  });
  const storyPlan = fc.record({
    relevance: fc.constantFrom('unassessed', 'relevant', 'notRelevant'),
    done: fc.boolean(),
    restricted: fc.boolean(),
  });
  const enablerPlan = fc.constantFrom('To Do', 'In Progress', 'Review', 'Done', "Won't do", 'Duplicate');
  const worldPlan = fc.record({
    risks: fc.array(riskPlan, { maxLength: 7 }),
    stories: fc.array(storyPlan, { maxLength: 5 }),
    enablers: fc.array(enablerPlan, { minLength: 5, maxLength: 5 }),
  });

  test('every number equals an independent count over the state of the site, and its link opens as many', async () => {
    const site = await setUpSite();
    const setup = await site.setup();
    const shop = await site.projectSetup();
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    const bare = site.jira.snapshot();
    await fc.assert(
      fc.asyncProperty(worldPlan, async (plan) => {
        site.jira.restore(structuredClone(bare));
        await build(site, setup, level, plan);
        for (const who of [site.people.deniz, site.people.priya]) {
          const seen = counts(await readGadget(site, who, [shop]));
          expect(numbers(seen)).toEqual(countedInState(site, setup, shop, who === site.people.deniz));
          for (const { jql, count } of Object.values(seen)) expect(await countIssues(site.as(who), jql)).toBe(count);
        }
      }),
      { numRuns: 12 },
    );
    site.close();
  }, 60_000);

  async function build(
    site: TestSite,
    setup: SiteSetup,
    level: string,
    plan: typeof worldPlan extends fc.Arbitrary<infer P> ? P : never,
  ): Promise<void> {
    const restrict = (issue: Key) =>
      rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${issue.id}`, {
        fields: { security: { id: level } },
      });
    const enablers: Key[] = [];
    for (const state of plan.enablers) {
      const enabler = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: state });
      if (state !== 'To Do') await site.moveTo(enabler, state === 'Duplicate' ? 'Done' : state);
      if (state === 'Duplicate') await site.resolve(enabler, 'Duplicate');
      enablers.push(enabler);
    }
    for (const { score, owned, nextReview, acceptanceExpires, closed, restricted, enablers: linked } of plan.risks) {
      const risk = await site.risk('r', {
        ...riskFields(setup, {
          ...(score ? { likelihood: score[0], impact: score[1] } : {}),
          ...(owned ? { owner: site.people.deniz } : {}),
          ...(nextReview ? { nextReview } : {}),
          ...(acceptanceExpires ? { acceptanceExpires } : {}),
        }),
      });
      if (closed) await site.moveTo(risk, 'Closed');
      for (const index of linked) await site.link('mitigates', enablers[index]!, risk);
      if (restricted) await restrict(risk);
    }
    for (const { relevance, done, restricted } of plan.stories) {
      const fields =
        relevance === 'relevant' ? relevant(setup) : relevance === 'notRelevant' ? notRelevant(setup, 'wording') : {};
      const story = await site.story('s', fields);
      if (done) await site.moveTo(story, 'Done');
      if (restricted) await restrict(story);
    }
  }

  /** The same numbers by hand, from the plain data, knowing nothing of JQL. */
  function countedInState(site: TestSite, setup: SiteSetup, shop: ProjectSetup, seesAll: boolean) {
    const { state } = site.jira;
    const category = (statusId: string) => state.statuses.require(statusId).category;
    const all = [...state.issues.values()].filter((issue) => seesAll || issue.securityLevelId === null);
    const ofField = (issue: (typeof all)[number], fieldId: string) => JSON.stringify(issue.custom[fieldId] ?? null);
    const has = (issue: (typeof all)[number], fieldId: string, optionId: string) =>
      ofField(issue, fieldId).includes(`"${optionId}"`);
    const dayOf = (issue: (typeof all)[number], fieldId: string) =>
      /\d{4}-\d\d-\d\d/.exec(ofField(issue, fieldId))?.[0];
    const links = [...state.links.values()];
    const risks = all.filter(({ typeId, statusId }) => typeId === setup.riskTypeId && category(statusId) !== 'DONE');
    const stories = all.filter(
      ({ typeId, statusId }) => shop.storyTypeIds.includes(typeId) && category(statusId) !== 'DONE',
    );
    const enablers = all.filter(({ id, typeId, statusId, resolutionId }) => {
      const name = state.statuses.require(statusId).name;
      const resolution = resolutionId === null ? '' : state.resolutions.require(resolutionId).name;
      const isLinked = links.some(
        ({ sourceId, typeId: link }) => sourceId === id && link === setup.linkTypes.mitigates.id,
      );
      return (
        isLinked &&
        typeId !== setup.riskTypeId &&
        name !== "Won't do" &&
        resolution !== 'Duplicate' &&
        resolution !== "Won't Do"
      );
    });
    const ofCategory = (wanted: string) => enablers.filter(({ statusId }) => category(statusId) === wanted).length;
    const ofLevel = (wanted: Level) =>
      risks.filter((risk) => has(risk, setup.fields.riskLevel, setup.options.riskLevel[wanted])).length;
    const ofRelevance = (wanted: 'relevant' | 'notRelevant') =>
      stories.filter((story) => has(story, setup.fields.securityRelevance, setup.options.securityRelevance[wanted]))
        .length;
    const byLevel = Object.fromEntries(LEVELS.map((one) => [one, ofLevel(one)]));
    const { nextReview, riskOwner, acceptanceExpires } = setup.fields;
    return {
      open: risks.length,
      ...byLevel,
      unscored: risks.length - Object.values(byLevel).reduce((sum, one) => sum + one, 0),
      overdueReview: risks.filter((risk) => (dayOf(risk, nextReview) ?? '9999') < TODAY).length,
      unowned: risks.filter((risk) => ofField(risk, riskOwner) === 'null').length,
      withoutEnabler: risks.filter(({ id }) => {
        return !links.some(
          ({ destinationId, typeId }) => destinationId === id && typeId === setup.linkTypes.mitigates.id,
        );
      }).length,
      acceptanceExpiring: risks.filter((risk) => {
        const ends = dayOf(risk, acceptanceExpires);
        return ends !== undefined && ends >= TODAY && ends <= '2026-12-04';
      }).length,
      enablers: enablers.length,
      enablersDone: ofCategory('DONE'),
      enablersInProgress: ofCategory('IN_PROGRESS'),
      enablersToDo: ofCategory('TODO'),
      stories: stories.length,
      relevant: ofRelevance('relevant'),
      notRelevant: ofRelevance('notRelevant'),
      unassessed: stories.length - ofRelevance('relevant') - ofRelevance('notRelevant'),
    };
  }
});
