/** A site with both kinds of projects: a team-managed one has ids of its own, and everything works with them. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { LEVELS, SCALE, type Level } from '../../src/domain/level';
import { GATE_MESSAGE } from '../../src/domain/gate-message';
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { countIssues } from '../../src/jira/search';
import { readRisk } from '../../src/reads/risk';
import { suggestRisks } from '../../src/reads/risk-suggestions';
import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { counts, numbers, readGadget } from '../fixtures/gadget';
import { TODAY, valueOf, type Key } from '../fixtures/site';
import { attach, PASSED, planOf, tryTo } from '../gate/gate-site';
import { payloadWith, readView, save, settingsSite, type SettingsSite } from './settings-site';
import { addTeamProject, type TeamProject } from './team-managed';

capturedLog();

describe('a team-managed project', () => {
  let site: SettingsSite;
  let part: TeamProject;
  let setup: SiteSetup;
  beforeEach(async () => {
    site = await settingsSite();
    part = await addTeamProject(site);
    setup = setupOf(await site.setup(), part.setup);
  });
  afterEach(() => site.close());

  const as = () => site.as(site.people.mara);
  const issue = (typeId: string, summary: string, fields = {}) =>
    site.issue({ project: { id: part.id }, issuetype: { id: typeId }, summary, ...fields });
  const story = (summary: string, fields = {}) => issue(part.storyTypeId, summary, fields);
  const read = async (of: Key) => readStory(as(), await site.setup(), part.setup, of.id);

  test('stories are assessed in the fields of the project', async () => {
    const one = await story('Save card');
    const assessment = { relevance: 'notRelevant', reason: 'research' } as const;
    valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: one.id, assessment }));
    expect(await read(one)).toMatchObject({ relevance: 'notRelevant', reason: 'research' });
    expect(site.jira.state.issues.require(one.id).custom).toMatchObject({
      [part.own.fields.securityRelevance ?? '']: part.own.options.securityRelevance?.['notRelevant'],
    });
  });

  test('a risk made there is of the type of the project, scored by its own bands', async () => {
    await save(site, site.pia, { bands: { Medium: 2, High: 3, Critical: 4 } }, { projectId: part.id });
    const one = await story('Save card', relevant(setup));
    const made = valueOf(
      await site.invoke(site.people.mara, 'createRisk', {
        storyId: one.id,
        verb: 'isExposedTo',
        summary: 'Card data in logs',
        likelihood: 2,
        impact: 2,
        idempotencyKey: randomUUID(),
      }),
    );
    expect(made.linked).toBe(true);
    expect(await readRisk(as(), setup, made.id, TODAY)).toMatchObject({
      level: 'Critical',
      inherent: { likelihood: 2, impact: 2 },
    });
    expect(await read(one)).toMatchObject({ risks: [{ id: made.id, level: 'Critical', relation: 'threatened' }] });
    expect((await read(one)).readiness.missing).toEqual(['riskOwner']);
  });

  test('nobody is told that a field was written which the project does not have', async () => {
    expect(setup.missingFields).toContain('residualLikelihood');
    const risk = await issue(part.own.riskTypeId, 'Card data in logs');
    const payload = { issueId: risk.id, likelihood: 3, impact: 3 } as const;
    expect(await site.invoke(site.people.mara, 'scoreRisk', { ...payload, kind: 'residual' })).toEqual({
      ok: false,
      error: { code: 'not-set-up' },
    });
    expect(valueOf(await site.invoke(site.people.mara, 'scoreRisk', { ...payload, kind: 'inherent' })).level).toBe(
      'Medium',
    );
    expect(await readRisk(as(), setup, risk.id, TODAY)).toMatchObject({ level: 'Medium', residual: undefined });
  });

  test('its stories link to risks of both kinds, and show both', async () => {
    const siteSetup = await site.setup();
    const one = await story('Save card', relevant(setup));
    const mine = await issue(part.own.riskTypeId, 'Mine', riskFields(setup, { likelihood: 5, impact: 5 }));
    const theirs = await site.risk(
      'Guessable voucher',
      riskFields(siteSetup, { likelihood: 1, impact: 1, owner: site.people.mara }),
    );
    const outcome = valueOf(
      await site.invoke(site.people.mara, 'linkIssues', {
        issueId: one.id,
        verb: 'isExposedTo',
        otherIssueIds: [mine.id, theirs.id],
      }),
    );
    expect(outcome.failed).toEqual([]);
    expect((await read(one)).risks.map(({ id, level, owner }) => [id, level, owner?.name])).toEqual([
      [mine.id, 'Critical', undefined],
      [theirs.id, 'Low', 'Mara Lindqvist'],
    ]);
    const suggested = await suggestRisks(as(), siteSetup, part.setup, {
      text: '',
      projectId: part.id,
      projectKey: part.key,
      excludeIssueIds: [],
    });
    expect(suggested.found.map(({ id, risk }) => [id, risk?.level])).toEqual([[mine.id, 'Critical']]);
    const found = await suggestRisks(as(), siteSetup, part.setup, {
      text: 'voucher',
      projectId: part.id,
      projectKey: part.key,
      excludeIssueIds: [],
    });
    expect(found.found.map(({ id, risk }) => [id, risk?.level])).toEqual([[theirs.id, 'Low']]);
  });

  test('a type of the other project is no risk here', async () => {
    const one = await story('Save card');
    const risk = await issue(part.own.riskTypeId, 'Mine');
    const payload = { issueId: risk.id, verb: 'reduces', otherIssueIds: [one.id] } as const;
    expect(await site.invoke(site.people.mara, 'linkIssues', payload)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  test('the badge speaks of it', async () => {
    const badge = async (of: Key) =>
      site.forge.dynamicProperties(site.site, {
        moduleKey: 'security-panel',
        accountId: site.people.mara,
        extension: { issue: { id: of.id, key: of.key }, project: { id: part.id, key: part.key } },
      });
    expect(JSON.stringify(await badge(await story('A')))).toContain('Unassessed');
    expect(JSON.stringify(await badge(await story('B', relevant(setup))))).toContain('Relevant, 1 missing');
    const risk = await issue(part.own.riskTypeId, 'C', riskFields(setup, { likelihood: 5, impact: 4 }));
    expect(JSON.stringify(await badge(risk))).toContain('Critical 20');
  });

  test('its settings say that reasons are added by hand, and take those that were', async () => {
    expect((await readView(site, site.pia, part.id)).newReasons).toBe('byHand');
    const reasons = [{ kind: 'own', optionId: '', text: 'Pilot only' }] as const;
    const payload = await payloadWith(site, site.pia, { reasons }, { projectId: part.id });
    expect(valueOf(await site.invoke(site.pia, 'saveProjectSettings', payload))).toEqual({
      saved: false,
      mistakes: [{ at: 'reasons', mistake: 'noOption', index: 0 }],
    });
    const { teamManaged } = await import('../local-jira/by-hand');
    const fieldId = part.own.fields.relevanceReason ?? '';
    const there = site.jira.state.fieldOptions
      .filter((option) => option.fieldId === fieldId)
      .map(({ id, value }) => ({ id, value }));
    teamManaged(site.jira.state, part.key).changeField(fieldId, { options: [...there, { value: 'Pilot only' }] });
    const { settings } = await save(site, site.pia, { reasons }, { projectId: part.id });
    const made = site.jira.state.fieldOptions.find(
      (option) => option.fieldId === fieldId && option.value === 'Pilot only',
    );
    expect(settings.reasons).toEqual([{ kind: 'own', optionId: made?.id, text: 'Pilot only' }]);
  });

  test('its gate is its own: attached by its admin, with its own field and types', async () => {
    const plan = await planOf(site, site.pia, part.id);
    expect(plan).toMatchObject({ mayAttach: true, others: [], hidden: 0 });
    await attach(site, site.pia, ['In Progress'], part.id);
    expect(await tryTo(as(), await story('Save card'), 'In Progress')).toEqual({
      status: 400,
      messages: [GATE_MESSAGE.unassessed],
    });
    expect(await tryTo(as(), await story('New logo', notRelevant(setup, 'wording')), 'In Progress')).toEqual(PASSED);
    const risk = await issue(part.own.riskTypeId, 'Card data in logs');
    const one = await story('Relevant', relevant(setup));
    await site.link('threatens', risk, one);
    expect(await tryTo(as(), one, 'In Progress')).toEqual(PASSED);
    expect(await tryTo(as(), risk, 'In Progress')).toEqual(PASSED);
  });
});

describe('the gadget over both kinds', () => {
  const rating = fc.constantFrom(...SCALE);
  const risk = fc.record({
    team: fc.boolean(),
    score: fc.option(fc.tuple(rating, rating), { nil: undefined }),
    owned: fc.boolean(),
    nextReview: fc.option(fc.constantFrom('2026-11-19', '2026-11-21'), { nil: undefined }),
    acceptanceExpires: fc.option(fc.constantFrom('2026-11-26', '2027-01-01'), { nil: undefined }),
    mitigated: fc.boolean(),
  });
  const story = fc.record({ team: fc.boolean(), relevance: fc.constantFrom('unassessed', 'relevant', 'notRelevant') });
  const plan = fc.record({
    risks: fc.array(risk, { minLength: 1, maxLength: 12 }),
    stories: fc.array(story, { maxLength: 6 }),
  });

  test('every number equals an independent count, its link opens as many, and the top risks are the highest', async () => {
    const site = await settingsSite();
    const part = await addTeamProject(site);
    const siteSetup = await site.setup();
    const shop = await site.projectSetup();
    const ofTeam = setupOf(siteSetup, part.setup);
    const bare = site.jira.snapshot();
    await fc.assert(
      fc.asyncProperty(plan, async ({ risks, stories }) => {
        site.jira.restore(structuredClone(bare));
        for (const { team, score, owned, mitigated, nextReview, acceptanceExpires } of risks) {
          const ids = team ? ofTeam : siteSetup;
          const values = riskFields(ids, {
            ...(score ? { likelihood: score[0], impact: score[1] } : {}),
            ...(nextReview ? { nextReview } : {}),
            ...(acceptanceExpires ? { acceptanceExpires } : {}),
          });
          const owner = { accountId: site.people.deniz };
          const made = await site.issue({
            project: { id: team ? part.id : site.project.id },
            issuetype: { id: ids.riskTypeId },
            summary: 'r',
            ...values,
            ...(owned ? { [ids.fields.riskOwner]: team ? [owner] : owner } : {}),
          });
          if (mitigated) {
            const enabler = await site.issue({ issuetype: { id: '10002' }, summary: 'e' });
            await site.link('mitigates', enabler, made);
          }
        }
        for (const { team, relevance } of stories) {
          const ids = team ? ofTeam : siteSetup;
          await site.issue({
            project: { id: team ? part.id : site.project.id },
            issuetype: { id: team ? part.storyTypeId : shop.storyTypeIds[0] },
            summary: 's',
            ...(relevance === 'relevant' ? relevant(ids) : {}),
            ...(relevance === 'notRelevant' ? notRelevant(ids, 'wording') : {}),
          });
        }
        const seen = await readGadget(site, site.people.deniz, [shop, part.setup]);
        const levelOf = (score: readonly [number, number]): Level => {
          const product = score[0] * score[1];
          return product >= 17 ? 'Critical' : product >= 10 ? 'High' : product >= 5 ? 'Medium' : 'Low';
        };
        const having = (test: (one: (typeof risks)[number]) => boolean) => risks.filter(test).length;
        const are = (relevance: string) => stories.filter((one) => one.relevance === relevance).length;
        const byLevel = LEVELS.map((level) => [
          level,
          having(({ score }) => score !== undefined && levelOf(score) === level),
        ]);
        expect(numbers(counts(seen))).toEqual({
          open: risks.length,
          ...Object.fromEntries(byLevel),
          unscored: having(({ score }) => score === undefined),
          recorded: risks.length,
          overdueReview: having(({ nextReview }) => nextReview === '2026-11-19'),
          unowned: having(({ owned }) => !owned),
          withoutEnabler: having(({ mitigated }) => !mitigated),
          acceptanceExpiring: having(({ acceptanceExpires }) => acceptanceExpires === '2026-11-26'),
          enablers: having(({ mitigated }) => mitigated),
          enablersDone: 0,
          enablersInProgress: 0,
          enablersToDo: having(({ mitigated }) => mitigated),
          stories: stories.length,
          assessed: are('relevant') + are('notRelevant'),
          relevant: are('relevant'),
          notRelevant: are('notRelevant'),
          unassessed: are('unassessed'),
          // None was begun.
          bypasses: 0,
        });
        for (const { jql, count } of Object.values(counts(seen))) {
          expect(await countIssues(site.as(site.people.deniz), jql)).toBe(count);
        }
        const products = risks.flatMap(({ score }) => (score ? [score[0] * score[1]] : [])).sort((a, b) => b - a);
        expect(seen.topRisks.map(({ score }) => score)).toEqual(products.slice(0, 5));
      }),
      { numRuns: 15 },
    );
    site.close();
  });

  test('costs what it did for ordinary sites, and one search more for fields of a project’s own', async () => {
    const site = await settingsSite();
    const part = await addTeamProject(site);
    const shop = await site.projectSetup();
    const searches = async (projects: readonly (typeof shop)[]) => {
      site.jira.costs.reset();
      await readGadget(site, site.people.deniz, projects);
      return site.jira.costs.entries.map(({ route }) => route.slice(route.lastIndexOf('/') + 1)).sort();
    };
    const counting = Array.from({ length: 17 }, () => 'approximate-count');
    expect(await searches([shop])).toEqual([...counting, 'jql']);
    expect(await searches([shop, part.setup])).toEqual([...counting, 'jql', 'jql']);
    const usesOurFields = { ...part.setup, own: { ...part.own, fields: (await site.setup()).fields, options: {} } };
    expect(await searches([shop, usesOurFields])).toEqual([...counting, 'jql']);
    site.close();
  });
});
