import type { SiteSetup } from '../../src/domain/site-setup';
import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';

const log = capturedLog();

describe('the badge beside the panel', () => {
  let site: TestSite;
  let setup: SiteSetup;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
  });
  beforeEach(() => site.jira.faults.clear());
  afterAll(() => site.close());

  const badge = async (issue: Key, who: string | undefined = site.people.mara, from = site) => {
    const answer = await from.forge.dynamicProperties(from.site, {
      moduleKey: 'security-panel',
      accountId: who,
      extension: {
        issue: { id: issue.id, key: issue.key, type: 'Story', typeId: ISSUE_TYPE.story },
        project: { id: from.project.id, key: from.project.key, type: 'software' },
      },
    });
    const { status } = answer as { status: { type: string; value: { label: string; type: string } } };
    expect(status.type).toBe('lozenge');
    expect(status.value.label.length).toBeLessThanOrEqual(22);
    return [status.value.label, status.value.type];
  };

  test('a story: unassessed, not relevant, relevant with what is missing, ready', async () => {
    expect(await badge(await site.story('a'))).toEqual(['Unassessed', 'default']);
    expect(await badge(await site.story('b', notRelevant(setup, 'research')))).toEqual(['Not relevant', 'default']);
    const story = await site.story('c', relevant(setup));
    expect(await badge(story)).toEqual(['Relevant, 1 missing', 'moved']);
    const risk = await site.risk('r', riskFields(setup, { likelihood: 5, impact: 5 }));
    await site.link('mitigates', story, risk);
    expect(await badge(story)).toEqual(['Relevant, 1 missing', 'moved']);
    const owned = await site.story('d', relevant(setup));
    const ownedRisk = await site.risk('s', riskFields(setup, { likelihood: 5, impact: 5, owner: site.people.mara }));
    await site.link('threatens', ownedRisk, owned);
    expect(await badge(owned)).toEqual(['Relevant, ready', 'success']);
  });

  test('an unassessed story with a hint', async () => {
    expect(await badge(await site.story('Log in with a password'))).toEqual(['Unassessed, hint', 'new']);
  });

  test('a story past Ready that is not ready, whatever is missing', async () => {
    const unassessed = await site.story('a');
    await site.moveTo(unassessed, 'In Progress');
    expect(await badge(unassessed)).toEqual(['Past Ready, not ready', 'removed']);
    const unanswered = await site.story('b', relevant(setup));
    await site.moveTo(unanswered, 'In Progress');
    expect(await badge(unanswered)).toEqual(['Past Ready, not ready', 'removed']);
    await site.moveTo(unanswered, 'Done');
    expect(await badge(unanswered)).toEqual(['Relevant, 1 missing', 'moved']);
    const bug = await site.issue({ issuetype: { id: ISSUE_TYPE.bug }, summary: 'b' });
    await site.moveTo(bug, 'In Progress');
    expect(await badge(bug)).toEqual(['Not assessed here', 'default']);
  });

  test('a story that reads differently since it was assessed, unless more is missing', async () => {
    const rename = async (story: Key) => {
      site.clock.advance(60_000);
      await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
        fields: { summary: 'Another story' },
      });
    };
    const story = await site.story('One story', notRelevant(setup, 'wording'));
    await rename(story);
    expect(await badge(story)).toEqual(['Changed since', 'inprogress']);
    const unanswered = await site.story('One story', relevant(setup));
    await rename(unanswered);
    expect(await badge(unanswered)).toEqual(['Relevant, 1 missing', 'moved']);
  });

  test('criteria in the description are an answer', async () => {
    const description = documentOf('Security criteria:\n- Tokens expire');
    expect(await badge(await site.story('a', { ...relevant(setup), description }))).toEqual([
      'Relevant, ready',
      'success',
    ]);
  });

  test('a risk: its level and score', async () => {
    const ofScore = async (likelihood: 1 | 3 | 4 | 5, impact: 1 | 2 | 4 | 5) =>
      badge(await site.risk('r', riskFields(setup, { likelihood, impact })));
    expect(await ofScore(5, 5)).toEqual(['Critical 25', 'removed']);
    expect(await ofScore(4, 4)).toEqual(['High 16', 'moved']);
    expect(await ofScore(3, 2)).toEqual(['Medium 6', 'default']);
    expect(await ofScore(1, 1)).toEqual(['Low 1', 'default']);
    expect(await badge(await site.risk('r'))).toEqual(['Not scored', 'default']);
  });

  test('a type that nobody assesses here, and a project without Shift-Up', async () => {
    const bug = await site.issue({ issuetype: { id: ISSUE_TYPE.bug }, summary: 'b' });
    expect(await badge(bug)).toEqual(['Not assessed here', 'default']);
    const bare = await setUpSite({ setUp: false, siteName: 'bare' });
    expect(await badge(await bare.story('a'), bare.people.mara, bare)).toEqual(['Not set up', 'default']);
    bare.close();
  });

  test('is what this viewer may see, and neutral for what they may not', async () => {
    const hidden = addProject(site.jira.state, { key: 'HIDE', name: 'Hidden', leadAccountId: site.people.admin });
    grant(site.jira.state, hidden, site.people.deniz, 'member');
    await site.runSetup([hidden.id]);
    const story = await site.issue({
      project: { id: hidden.id },
      issuetype: { id: ISSUE_TYPE.story },
      summary: 'canary',
      ...relevant(setup),
    });
    expect(await badge(story, site.people.deniz)).toEqual(['Relevant, 1 missing', 'moved']);
    expect(await badge(story, site.people.guest)).toEqual(['Open to see', 'default']);
    expect(await badge(story, undefined)).toEqual(['Open to see', 'default']);
    expect(log.lines().join()).not.toContain('canary');
  });

  test.each(['error-500', 'rate-limit', 'timeout-before'] as const)('never throws: %s', async (kind) => {
    const story = await site.story('a');
    site.jira.faults.add({ kind });
    expect(await badge(story)).toEqual(['Open to see', 'default']);
  });

  test.each([undefined, null, {}, { extension: {} }, { extension: { issue: { id: '../x' }, project: { id: '1' } } }])(
    'never throws: %j',
    async (context) => {
      const { badge: handler } = await import('../../src/resolvers/badge');
      expect(await handler(context)).toEqual({
        status: { type: 'lozenge', value: { label: 'Open to see', type: 'default' } },
      });
    },
  );
});
