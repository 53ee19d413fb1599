/**
 * Descriptions that nobody's editor makes: of nodes that nobody knows, very deep, very long, hardly documents at all.
 * Every way in which the app reads or writes them ends in a value or in an answer to a person. Row 14.
 */
import { readBadge } from '../../src/reads/badge';
import { readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { readWholeRegister } from '../../src/reads/register';
import { readRisk } from '../../src/reads/risk';
import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { setUpSite, TODAY, type Key, type TestSite } from '../fixtures/site';
import { deliverAll, missingOn, reconcileAll } from '../events/marks';
import type { AdfDocument } from '../local-jira/state/issue-entities';

const log = capturedLog();
let site: TestSite;
let story: Key;
let risk: Key;
beforeAll(async () => {
  site = await setUpSite();
  story = await site.story('Save card');
  risk = await site.risk('Card data in logs', riskFields(await site.setup(), { likelihood: 4, impact: 5 }));
  await site.moveTo(story, 'In Progress');
});
afterAll(() => site.close());

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const nested = (levels: number, type: string) => {
  let node: unknown = paragraph(text('Passwords are hashed'));
  for (let level = 0; level < levels; level += 1) node = { type, content: [node] };
  return node;
};

const DOCUMENTS: readonly (readonly [name: string, document: unknown])[] = [
  ['nodes from the future', doc({ type: 'hologram', attrs: { depth: 3 }, content: [paragraph(text('Passwords'))] })],
  ['marks from the future', doc(paragraph({ ...text('Passwords'), marks: [{ type: 'smell', attrs: null }, null] }))],
  ['forty levels', doc(nested(40, 'blockquote'))],
  ['lists in lists, a thousand levels', doc(nested(1_000, 'listItem'))],
  ['twenty thousand paragraphs', doc(...Array.from({ length: 20_000 }, () => paragraph(text('word'))))],
  ['one paragraph of a million letters', doc(paragraph(text('a'.repeat(1_000_000))))],
  [
    'a heading for security and a million blanks',
    doc(paragraph(text('Security criteria:')), paragraph(text(' '.repeat(1e6)))),
  ],
  ['content of nothing', doc(null, 7, [], 'x', { type: null }, { type: 'text', text: 7 })],
];

/** What Jira could not even keep: only the reading is tried. */
const NONE: typeof DOCUMENTS = [
  ['content that is no list', { type: 'doc', version: 1, content: 'Passwords' }],
  ['no document', 'Passwords are hashed'],
  ['a number', 42],
];

/** The story and the risk have this description, and the risk this impact, whatever an editor would say. */
async function describeAs(document: unknown): Promise<void> {
  const { fields } = await site.setup();
  for (const { id } of [story, risk]) {
    const issue = site.jira.state.issues.require(id);
    const custom = { ...issue.custom, [fields.businessImpact]: document as AdfDocument };
    site.jira.state.issues.put({ ...issue, description: document as AdfDocument, custom });
  }
}

/** Every way in which the app reads a description: each answers as if there were nothing odd about it. */
async function expectReadings(): Promise<void> {
  const jira = site.as(site.people.mara);
  const [setup, project] = [await site.setup(), await site.projectSetup()];
  expect(await readStory(jira, setup, project, story.id)).toMatchObject({
    relevance: 'unassessed',
    readiness: { ready: false },
  });
  expect(await readBadge(jira, setup, project, story.id)).toMatchObject({ about: 'bypass' });
  const basis = await readRefinementBasis(jira, setup, project);
  expect((await readRefinementPage(jira, basis, 'unassessed')).rows.map(({ key }) => key)).toContain(story.key);
  expect((await readRisk(jira, setup, risk.id, TODAY)).level).toBe('Critical');
  expect(await readWholeRegister(jira, setup, site.project.id)).toHaveLength(1);
  await deliverAll(site);
  await reconcileAll(site);
  expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
}

let start: { readonly jira: unknown; readonly forge: unknown };
beforeEach(() => {
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
afterEach(() => {
  expect(log.lines().join()).not.toMatch(/internal|Passwords/);
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
});

test.each([...DOCUMENTS, ...NONE])('%s is read, and nothing breaks', async (_name, document) => {
  await describeAs(document);
  await expectReadings();
});

test.each(DOCUMENTS)('%s is worked on: written, or refused in Jira’s own words', async (_name, document) => {
  await describeAs(document);
  const { mara } = site.people;
  const assess = { issueId: story.id, assessment: { relevance: 'relevant' } } as const;
  expect(await site.invoke(mara, 'assessRelevance', assess)).toMatchObject({ ok: true });
  expect(await site.invoke(mara, 'confirmAssessment', { issueId: story.id })).toMatchObject({ ok: true });
  const added = await site.invoke(mara, 'addCriteria', { issueId: story.id, criteria: ['Only the owner sees it'] });
  if (!added.ok) expect(['jira-refused', 'invalid-input']).toContain(added.error.code);
});
