/**
 * Ways past the gate: what somebody wrote into the properties of a story, and what was true of it once. Jira decides at
 * the moment of the transition, by what the issue itself says. Rows 21 and 22.
 */
import { GATE_MESSAGE } from '../../src/domain/gate-message';
import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { readStory } from '../../src/reads/story';
import { followClock } from '../dev/site-date';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { rest, valueOf, type Key } from '../fixtures/site';
import { attach, PASSED, tryTo } from '../gate/gate-site';
import { settingsSite, type SettingsSite } from '../settings/settings-site';

capturedLog();

const UNASSESSED = { status: 400, messages: [GATE_MESSAGE.unassessed] };
const UNANSWERED = { status: 400, messages: [GATE_MESSAGE.unanswered] };

let site: SettingsSite;
let ownTime: () => void;
beforeAll(async () => {
  site = await settingsSite();
  ownTime = followClock(site.clock);
  await attach(site, site.pia, ['In Progress']);
});
afterAll(() => {
  ownTime();
  site.close();
});

const later = () => site.clock.advance(60_000);
const viewOf = async (story: Key) =>
  readStory(site.as(site.people.mara), await site.setup(), await site.projectSetup(), story.id);
const move = (story: Key) => tryTo(site.as(site.people.deniz), story, 'In Progress');
const assess = async (story: Key, relevance: 'relevant' | 'unassessed') => {
  valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: story.id, assessment: { relevance } }));
  later();
};

/** What somebody who read the source might write, and what they might guess. */
const FORGED: readonly (readonly [key: string, value: unknown])[] = [
  ['shift-up.assessment', { version: 1, relevance: 'notRelevant', reason: 'wording', ready: true, text: 'trust me' }],
  ['shift-up.assessment', { textHash: '0'.repeat(28), textAt: '2099-01-01T00:00:00.000Z', confirmedAt: '2099-01-01' }],
  ['shift-up.readiness', { version: 1, state: 'ready', missing: [], since: '2026-01-01T00:00:00.000Z' }],
  ['shift-up.review', { version: 1, at: '2099-01-01T00:00:00.000Z' }],
  ['shift-up.dor', { passed: true }],
  ['dor.passed', true],
];

test.each(FORGED)('the property %s opens nothing and makes nothing ready', async (key, value) => {
  const story = await site.story('Save card');
  await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}/properties/${key}`, value);
  later();
  expect(await move(story)).toEqual(UNASSESSED);
  expect(await viewOf(story)).toMatchObject({
    relevance: 'unassessed',
    readiness: { ready: false, missing: ['assessment'] },
  });
  const jira = site.as(site.people.mara);
  const basis = await readRefinementBasis(jira, await site.setup(), await site.projectSetup());
  const { rows } = await readRefinementPage(jira, basis, 'unassessed');
  expect(rows.map((row) => row.key)).toContain(story.key);

  // Nor once the story is assessed and nothing answers it.
  await assess(story, 'relevant');
  await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}/properties/${key}`, value);
  later();
  expect(await move(story)).toEqual(UNANSWERED);
  expect((await viewOf(story)).readiness).toMatchObject({ ready: false, missing: ['answer'] });
});

describe('a story that was confirmed', () => {
  let story: Key;
  beforeEach(async () => {
    story = await site.story('Save card', { description: documentOf('For 12 months.') });
    later();
    await assess(story, 'relevant');
    await site.link('threatens', await site.risk('Card data in logs'), story);
    valueOf(await site.invoke(site.people.mara, 'confirmAssessment', { issueId: story.id }));
    later();
  });

  test('whose text changed afterwards says so, until somebody looks again', async () => {
    expect((await viewOf(story)).changedSince).toBeUndefined();
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
      fields: { description: documentOf('For 24 months, with the security code.') },
    });
    later();
    const changed = await viewOf(story);
    expect(changed.changedSince).toBeDefined();
    expect(changed.readiness.checks.at(-1)).toMatchObject({ check: 'changed', state: 'warning' });
    valueOf(await site.invoke(site.people.mara, 'confirmAssessment', { issueId: story.id }));
    later();
    expect((await viewOf(story)).changedSince).toBeUndefined();
  });

  test('and whose answer was taken away is judged anew at the next transition', async () => {
    expect(await move(story)).toEqual(PASSED);
    expect(await tryTo(site.as(site.people.deniz), story, 'To Do')).toEqual(PASSED);
    const [link] = site.jira.state.links.filter(({ destinationId }) => destinationId === story.id);
    await rest(site.as(site.people.deniz), 'DELETE', path`/rest/api/3/issueLink/${link?.id ?? ''}`);
    expect(await move(story)).toEqual(UNANSWERED);
  });

  test('and whose assessment was taken back is judged anew, and cannot be confirmed any more', async () => {
    await assess(story, 'unassessed');
    expect(await move(story)).toEqual(UNASSESSED);
    expect(await site.invoke(site.people.mara, 'confirmAssessment', { issueId: story.id })).toEqual(
      refused('conflict'),
    );
  });
});
