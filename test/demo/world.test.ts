/**
 * The demo world as it was built, counted from the local Jira's rows and compared with the numbers it has to have.
 */
import path from 'node:path';
import { countIndependently } from '../browser/count-independently';
import { createLocalForge } from '../local-forge';
import { createLocalJira, fixedClock, type LocalJira } from '../local-jira';
import { buildDemoWorld } from './build-demo-world';
import { PEOPLE } from './people';
import { timeline } from './timeline';
import { BOARD_NAME, NOW, RISKS, STORIES } from './world';

const TODAY = '2026-11-20';
const appRoot = path.resolve(__dirname, '..', '..');

describe('the demo world, built through Jira and the app', () => {
  let jira: LocalJira;
  let costs: number;

  beforeAll(async () => {
    const clock = fixedClock(NOW);
    jira = createLocalJira({ clock });
    const forge = createLocalForge({ appRoot, clock });
    const site = forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: 'https://shop.atlassian.net' });
    await buildDemoWorld(jira, forge, site);
    costs = jira.costs.entries.length;
    forge.close();
  });

  test('has the numbers of the register for Web Shop', () => {
    expect(countIndependently(jira.state, { projectKeys: ['SHOP'], today: TODAY })).toEqual({
      risks: { open: 14, Critical: 2, High: 4, Medium: 5, Low: 3, unscored: 0 },
      attention: { overdueReview: 3, unowned: 1, withoutEnabler: 3, acceptanceExpiring: 1 },
      enablers: { all: 31, done: 18, inProgress: 7, toDo: 6 },
      stories: { all: 120, relevant: 29, notRelevant: 54, unassessed: 37, bypasses: 2 },
      top: [
        { key: 'SHOP-412', progress: { done: 2, inProgress: 2, toDo: 1 } },
        { key: 'SHOP-398', progress: { done: 3, inProgress: 0, toDo: 0 } },
        { key: 'SHOP-405', progress: { done: 1, inProgress: 1, toDo: 2 } },
        { key: 'SHOP-421', progress: { done: 0, inProgress: 0, toDo: 0 } },
        { key: 'SHOP-387', progress: { done: 1, inProgress: 1, toDo: 1 } },
      ],
    });
  });

  test('has a second project without a risk, and one without Shift-Up', () => {
    const loyalty = countIndependently(jira.state, { projectKeys: ['LOY'], today: TODAY });
    expect(loyalty.risks.open).toBe(0);
    expect(loyalty.stories).toEqual({ all: 26, relevant: 0, notRelevant: 0, unassessed: 26, bypasses: 0 });
    const projectId = (key: string) => jira.state.projects.find((project) => project.key === key)?.id;
    const riskType = jira.state.issueTypes.find(({ name }) => name === 'Security Risk')?.id ?? '';
    const hasRisks = (key: string) => {
      const project = jira.state.projects.require(projectId(key) ?? '');
      return jira.state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds.includes(riskType);
    };
    expect([hasRisks('SHOP'), hasRisks('LOY'), hasRisks('BACK')]).toEqual([true, true, false]);
  });

  test('has projects to set up: three that share the schemes of Payments, and a team-managed one', () => {
    const project = (key: string) => jira.state.projects.find((row) => row.key === key)!;
    const schemes = (key: string) => {
      const row = project(key);
      return [
        row.issueTypeSchemeId,
        row.issueTypeScreenSchemeId,
        row.workflowSchemeId,
        row.fieldConfigurationSchemeId,
        row.style,
      ];
    };
    for (const key of ['RET', 'HP', 'OLD']) expect([key, schemes(key)]).toEqual([key, schemes('PAY')]);
    for (const key of ['SHOP', 'LOY', 'BACK', 'PART']) {
      const [types, screens, workflows, fields] = schemes('PAY');
      const own = schemes(key);
      expect([key, [types, screens, workflows, fields].some((id, place) => own[place] === id)]).toEqual([key, false]);
    }
    expect([project('OLD').archived, project('PART').style]).toEqual([true, 'next-gen']);
  });

  test('has one project admin who is no Jira admin', async () => {
    const administered = async (name: keyof typeof PEOPLE) => {
      const token = jira.issueToken({ type: 'user', accountId: PEOPLE[name].accountId }, 'all');
      const answer = await jira.fetch(
        new Request('http://jira/rest/api/3/project/search?action=edit', {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
      return ((await answer.json()) as { values: { key: string }[] }).values.map(({ key }) => key).sort();
    };
    expect(await administered('deniz')).toEqual(['PART', 'SHOP']);
    expect(await administered('mara')).toEqual([]);
    expect(await administered('tomasz')).toHaveLength(7);
  });

  test('every risk has its status, level, owner, dates and age', () => {
    const shown = RISKS.map(({ number, status, owner, created, closed, due, nextReview }) => ({
      number,
      status,
      owner: owner === undefined ? undefined : PEOPLE[owner].displayName,
      created,
      closed,
      due: due ?? null,
      nextReview,
    }));
    const { state } = jira;
    const fieldId = (name: string) => state.fields.find((field) => field.name === name)?.id ?? '';
    const found = RISKS.map(({ number, nextReview }) => {
      const issue = state.issues.byKey(`SHOP-${number}`)!;
      const status = state.statuses.require(issue.statusId);
      const ownerId = issue.custom[fieldId('Risk owner')];
      return {
        number,
        status: status.name,
        owner: typeof ownerId === 'string' ? state.users.require(ownerId).displayName : undefined,
        created: day(issue.created),
        closed: issue.resolved === null ? undefined : day(issue.resolved),
        due: issue.dueDate,
        // Where the data plans no review, the risk keeps the one that its scoring gave it.
        nextReview: nextReview === undefined ? undefined : issue.custom[fieldId('Next review')],
      };
    });
    expect(found).toEqual(shown);
  });

  test('levels follow from likelihood and impact', () => {
    const { state } = jira;
    const option = (key: string, name: string) => {
      const field = state.fields.find((row) => row.name === name)!;
      const held = state.issues.byKey(key)!.custom[field.id];
      return typeof held === 'string' ? state.fieldOptions.require(held).value : undefined;
    };
    const byBand = (score: number) => (score >= 17 ? 'Critical' : score >= 10 ? 'High' : score >= 5 ? 'Medium' : 'Low');
    for (const { number, inherent, residual } of RISKS) {
      const key = `SHOP-${number}`;
      expect([key, option(key, 'Risk level')]).toEqual([key, byBand(inherent[0] * inherent[1])]);
      const expected = residual === undefined ? undefined : byBand(residual[0] * residual[1]);
      expect([key, option(key, 'Residual level')]).toEqual([key, expected]);
    }
  });

  test('17 risks were open on 3 November and 16 on the 6th', () => {
    const openOn = (at: number) =>
      RISKS.filter(({ number }) => {
        const { created, resolved } = jira.state.issues.byKey(`SHOP-${number}`)!;
        return created < at && (resolved === null || resolved >= at);
      }).length;
    expect(openOn(Date.parse('2026-11-03T23:00:00Z'))).toBe(17);
    expect(openOn(Date.parse('2026-11-06T23:00:00Z'))).toBe(16);
  });

  test('the running sprint of the Checkout board holds 4, 3, 3 and 3 cards', () => {
    const { state } = jira;
    const board = state.boards.find(({ name }) => name === BOARD_NAME);
    const sprint = state.sprints.find(({ boardId, state: phase }) => boardId === board?.id && phase === 'active');
    const sprintField = state.fields.find(({ name }) => name === 'Sprint')?.id ?? '';
    const cards = [...state.issues.values()].filter((issue) => {
      const held = issue.custom[sprintField];
      return Array.isArray(held) && held.includes(sprint?.id);
    });
    const inStatus = (name: string) =>
      cards.filter(({ statusId }) => state.statuses.require(statusId).name === name).length;
    expect(sprint?.name).toBe('Sprint 25');
    expect(['To Do', 'In Progress', 'Review', 'Done'].map(inStatus)).toEqual([4, 3, 3, 3]);
    expect(cards).toHaveLength(13);
  });

  test('the history says who assessed a story, and when', () => {
    const issue = jira.state.issues.byKey('SHOP-415')!;
    const change = (jira.state.history.get(issue.id) ?? []).find((group) =>
      group.items.some((item) => item.field === 'Security relevance'),
    );
    expect(change?.authorId).toBe(PEOPLE.deniz.accountId);
    expect(change && day(change.created)).toBe('2026-11-12');
  });

  test('of the relevant stories planned for a release, these are protected', () => {
    const secured = new Set(STORIES.flatMap(({ secures = [] }) => secures));
    const relevant = STORIES.filter(
      ({ status, assessed }) => assessed?.relevance === 'relevant' && status !== 'Done' && status !== "Won't do",
    );
    const planned = (version: '8.4' | '8.5' | undefined) => {
      const stories = relevant.filter((story) => story.version === version);
      return [
        stories.filter(({ number, mitigates }) => mitigates !== undefined || secured.has(number)).length,
        stories.length,
      ];
    };
    expect([planned('8.4'), planned('8.5'), planned(undefined)]).toEqual([
      [9, 12],
      [4, 10],
      [7, 7],
    ]);
  });

  test('is built with nothing left in the ledgers', () => {
    expect(costs).toBe(0);
    expect(jira.clock.now().toISOString()).toBe(NOW);
  });
});

test('the history is in order, and nothing happens before its issue is made', () => {
  const made = new Set<string>();
  let last = 0;
  for (const step of timeline()) {
    expect(step.at).toBeGreaterThanOrEqual(last);
    last = step.at;
    if (step.do === 'make' || step.do === 'makeFromStory') made.add(step.key);
    else if (step.do === 'link') expect([step.from, step.to].filter((key) => !made.has(key))).toEqual([]);
    else if ('key' in step) expect(made).toContain(step.key);
  }
  expect(last).toBeLessThanOrEqual(Date.parse(NOW));
});

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
