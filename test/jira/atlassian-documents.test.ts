/**
 * Everything the app asks of Jira, from set-up to the gadget, judged by Atlassian's own OpenAPI, which is looked for in
 * ../shared/openapi beside the project.
 */
import { randomUUID } from 'node:crypto';
import { readBadge } from '../../src/reads/badge';
import { startGadget } from '../../src/reads/gadget';
import { readRisk } from '../../src/reads/risk';
import { suggestRisks } from '../../src/reads/risk-suggestions';
import { readStory } from '../../src/reads/story';
import type { SeenRequest } from '../local-jira/index';
import { hasOpenApi, OPENAPI_FOLDER } from '../local-jira/openapi/documents';
import { createOpenApiChecker } from '../local-jira/openapi/request-checker';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, TODAY, valueOf } from '../fixtures/site';
import { makeWorld } from '../fixtures/world';

capturedLog();

if (hasOpenApi(OPENAPI_FOLDER)) {
  test.each([false, true])(
    'every request is one that Atlassian describes (newer field schemes: %s)',
    async (fieldSchemes) => {
      const seen: SeenRequest[] = [];
      const site = await setUpSite({ fieldSchemes, onRequest: (request) => seen.push(request) });
      const world = await makeWorld(site);
      const { mara } = site.people;
      const jira = site.as(mara);
      const shop = await site.projectSetup();
      const story = world.stories.unassessed;

      valueOf(
        await site.invoke(mara, 'assessRelevance', {
          issueId: story.id,
          assessment: { relevance: 'notRelevant', reason: 'other', text: 'x' },
        }),
      );
      const assessments = [world.stories.relevant, world.stories.notRelevant].map(({ id }) => ({
        issueId: id,
        assessment: { relevance: 'relevant' as const },
      }));
      valueOf(await site.invoke(mara, 'assessMany', { assessments }));
      valueOf(await site.invoke(mara, 'confirmAssessment', { issueId: story.id }));
      valueOf(await site.invoke(mara, 'addCriteria', { issueId: story.id, criteria: ['Tokens expire'] }));
      const bypass = await site.story('Begun');
      await site.moveTo(bypass, 'In Progress');
      valueOf(await site.invoke(mara, 'moveBack', { issueId: bypass.id }));
      await readBadge(jira, world.setup, shop, bypass.id);
      valueOf(
        await site.invoke(mara, 'linkIssues', {
          issueId: story.id,
          verb: 'reduces',
          otherIssueIds: [world.webhook.id],
        }),
      );
      valueOf(
        await site.invoke(mara, 'scoreRisk', { issueId: world.webhook.id, kind: 'residual', likelihood: 1, impact: 2 }),
      );
      const made = {
        storyId: story.id,
        verb: 'isExposedTo',
        summary: 'New',
        likelihood: 2,
        impact: 2,
        idempotencyKey: randomUUID(),
      } as const;
      site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path: '/rest/api/3/issue' }, times: 1 });
      valueOf(await site.invoke(mara, 'createRisk', made));
      const view = await readStory(jira, world.setup, shop, story.id);
      valueOf(await site.invoke(mara, 'unlinkIssues', { issueId: story.id, linkId: view.risks[0]!.linkId }));
      await readRisk(jira, world.setup, world.takeover.id, TODAY);
      await suggestRisks(jira, world.setup, shop, {
        text: 'acc',
        projectId: site.project.id,
        projectKey: 'SHOP',
        excludeIssueIds: [],
      });
      await suggestRisks(jira, world.setup, shop, {
        text: world.takeover.key,
        projectId: site.project.id,
        projectKey: 'SHOP',
        excludeIssueIds: [],
      });
      const parts = startGadget(
        jira,
        world.setup,
        { projectIds: [shop.projectId, '10999'], notSetUp: 0, notVisible: 0 },
        [shop, { ...shop, projectId: '10999' }],
        TODAY,
      );
      expect(await parts.scope).toEqual({ projectIds: [shop.projectId], notSetUp: 0, notVisible: 1 });
      await Promise.all(Object.values(parts));
      site.close();

      const documents = createOpenApiChecker(OPENAPI_FOLDER);
      expect([...new Set(seen.flatMap((request) => documents.check(request)))]).toEqual([]);
      expect(seen.length).toBeGreaterThan(200);
    },
  );
} else {
  console.log(`Skipped: Atlassian's OpenAPI documents are not in ${OPENAPI_FOLDER}.`);
  test.skip('every request is one that Atlassian describes: its OpenAPI documents are not beside the project', () =>
    undefined);
}
