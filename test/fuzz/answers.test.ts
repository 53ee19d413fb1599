/**
 * Jira's answers with something about them broken, under every view: a view is there, or it fails with an error of the
 * gateway that names the call. Never with a TypeError, and never with a text of an issue in the error.
 */
import fc from 'fast-check';
import { JiraError } from '../../src/jira/errors';
import type { JiraRequest } from '../../src/jira/request';
import { readBadge } from '../../src/reads/badge';
import { startGadget } from '../../src/reads/gadget';
import { countRefinement, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { readRisk } from '../../src/reads/risk';
import { readRiskPage } from '../../src/reads/risk-board';
import { suggestRisks } from '../../src/reads/risk-suggestions';
import { readStory } from '../../src/reads/story';
import { setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { brokenFrom } from './broken-value';

const TODAY = '2026-11-20';
let site: TestSite;
let story: Key;
let risk: Key;
beforeAll(async () => {
  site = await setUpSite();
  story = await site.story('Save card, canary');
  risk = await site.risk('Card data in logs, canary');
  valueOf(
    await site.invoke(site.people.mara, 'assessRelevance', {
      issueId: story.id,
      assessment: { relevance: 'relevant' },
    }),
  );
  valueOf(
    await site.invoke(site.people.mara, 'linkIssues', { issueId: story.id, verb: 'reduces', otherIssueIds: [risk.id] }),
  );
});
afterAll(() => site.close());

type View = (jira: JiraRequest) => Promise<unknown>;

const VIEWS: Readonly<Record<string, View>> = {
  badge: async (jira) => readBadge(jira, await site.setup(), await site.projectSetup(), story.id),
  story: async (jira) => readStory(jira, await site.setup(), await site.projectSetup(), story.id),
  risk: async (jira) => readRisk(jira, await site.setup(), risk.id, TODAY),
  gadget: async (jira) => {
    const scope = { projectIds: [site.project.id], notSetUp: 0, notVisible: 0 };
    const parts = startGadget(jira, await site.setup(), scope, [await site.projectSetup()], TODAY);
    return Promise.all(Object.values(parts) as readonly Promise<unknown>[]);
  },
  refinement: async (jira) => {
    const basis = await readRefinementBasis(jira, await site.setup(), await site.projectSetup());
    return Promise.all([countRefinement(jira, basis), readRefinementPage(jira, basis, 'unassessed')]);
  },
  'risk board': async (jira) => {
    const basis = { project: await site.projectSetup(), setup: await site.setup() };
    return readRiskPage(jira, basis, 'open', TODAY);
  },
  'suggested risks': async (jira) => {
    const query = { text: 'card', projectKey: 'SHOP', projectId: site.project.id, excludeIssueIds: [story.id] };
    return suggestRisks(jira, await site.setup(), await site.projectSetup(), query);
  },
};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What Jira answers this person, asked once for each request: the rest of the runs is about our reading of it. */
function recorded(): JiraRequest {
  const jira = site.as(site.people.mara);
  const answers = new Map<string, Promise<Answer>>();
  return async (path, init) => {
    const request = JSON.stringify([path.strings, path.values, init]);
    const answer = await (answers.get(request) ?? ask());
    return { ...answer, text: () => Promise.resolve(answer.text) };

    function ask(): Promise<Answer> {
      const asked = jira(path, init).then(async (response): Promise<Answer> => {
        const retryAfter = response.headers.get('retry-after');
        const headers = new Headers(retryAfter === null ? [] : [['retry-after', retryAfter]]);
        return { status: response.status, headers, text: await response.text() };
      });
      answers.set(request, asked);
      return asked;
    }
  };
}

/** Hands over the answer to one of the requests broken. */
function breaking(jira: JiraRequest, nth: number, breakIt: (answer: unknown) => unknown): JiraRequest {
  let asked = 0;
  return async (path, init) => {
    const isIt = asked === nth;
    asked += 1;
    const answer = await jira(path, init);
    if (!isIt || answer.status !== 200) return answer;
    const text = await answer.text();
    return { ...answer, text: () => Promise.resolve(JSON.stringify(breakIt(JSON.parse(text)) ?? '')) };
  };
}

test.each(Object.keys(VIEWS))('%s', async (name) => {
  const view = VIEWS[name] as View;
  const jira = recorded();
  let requests = 0;
  await view(async (path, init) => {
    requests += 1;
    return jira(path, init);
  });
  let broken = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: requests - 1 }), fc.gen(), async (nth, gen) => {
      try {
        await view(
          breaking(jira, nth, (answer) => {
            broken += 1;
            return gen(brokenFrom, answer);
          }),
        );
      } catch (error) {
        expect(error).toBeInstanceOf(JiraError);
        expect(String(error)).not.toMatch(/canary/);
      }
    }),
    { numRuns: 150 },
  );
  expect(broken).toBeGreaterThan(100);
});
