/** The report as it is now, as each viewer: every number against what the test itself made. */
import { emptyText, type ReportText } from '../../src/domain/report';
import { readReportNames, readReportNow } from '../../src/reads/report';
import { searchFirst } from '../../src/jira/search';
import { path } from '../../src/jira/request';
import { addSecurityLevel, addVersion } from '../local-jira/seed';
import type { Version } from '../local-jira/state/config-entities';
import { rest, setUpSite, TODAY, valueOf, type Key, type TestSite } from '../fixtures/site';

let site: TestSite;
beforeEach(async () => {
  site = await setUpSite();
});
afterEach(() => site.close());

const SINCE = '2026-11-06T13:30:00.000Z';
const FROM = '2026-11-06';

async function readAs(accountId: string, text: Partial<ReportText> = {}) {
  const [setup, project] = await Promise.all([site.setup(), site.projectSetup()]);
  return readReportNow(site.as(accountId), setup, project, {
    today: TODAY,
    from: FROM,
    since: SINCE,
    text: { ...emptyText(), ...text },
  });
}

const read = (text?: Partial<ReportText>) => readAs(site.people.mara, text);

async function at<T>(instant: string, work: () => Promise<T>): Promise<T> {
  const now = site.clock.now();
  site.jira.clock.set(new Date(instant));
  try {
    return await work();
  } finally {
    site.jira.clock.set(now);
  }
}

async function scored(summary: string, likelihood: 1 | 2 | 3 | 4 | 5, impact: 1 | 2 | 3 | 4 | 5): Promise<Key> {
  const risk = await site.risk(summary);
  await score(risk, likelihood, impact);
  return risk;
}

async function score({ id }: Key, likelihood: 1 | 2 | 3 | 4 | 5, impact: 1 | 2 | 3 | 4 | 5): Promise<void> {
  valueOf(await site.invoke(site.people.mara, 'scoreRisk', { issueId: id, kind: 'inherent', likelihood, impact }));
}

async function edit({ id }: Key, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${id}`, { fields });
}

async function close(risk: Key): Promise<void> {
  for (const status of ['Assessed', 'In treatment', 'Verification', 'Closed']) await site.moveTo(risk, status);
}

const ids = (found: readonly Key[]) => found.map(({ id }) => id);

describe('the numbers', () => {
  test('of an empty project are nothing, and no light is green', async () => {
    const { numbers } = await read();
    expect(numbers.open).toEqual({ Low: 0, Medium: 0, High: 0, Critical: 0 });
    expect(numbers.lights).toEqual({
      events: 'noData',
      attempts: 'noData',
      vulnerabilities: 'noData',
      openRisks: 'noData',
      goLive: 'noData',
      requirements: 'noData',
    });
    expect([numbers.closed, numbers.worse, numbers.decisions, numbers.versions]).toEqual([[], [], [], []]);
  });

  test('of the gadget are the same here', async () => {
    await scored('Critical', 5, 5);
    await scored('High', 4, 4);
    await site.risk('Not scored');
    const low = await scored('Low', 1, 1);
    const enabler = await site.story('Enabler');
    await site.link('mitigates', enabler, low);
    await site.moveTo(enabler, 'In Progress');
    const { numbers, links } = await read();
    expect(numbers).toMatchObject({
      open: { Low: 1, Medium: 0, High: 1, Critical: 1 },
      unscored: 1,
      unowned: 4,
      withoutEnabler: 3,
      enablers: { done: 0, inProgress: 1, toDo: 0 },
    });
    expect([numbers.lights.openRisks, numbers.lights.requirements]).toEqual(['watch', 'actNow']);
    const opened = await searchFirst(site.as(site.people.mara), {
      jql: links.byLevel.High,
      fields: ['summary'],
      atMost: 5,
    });
    expect(opened.map(({ fields }) => fields['summary'])).toEqual(['High']);
  });
});

describe('what was closed', () => {
  test('since the last report to the minute, the most severe first; not what was given up', async () => {
    const { before, low, high, duplicate } = await at('2026-11-01T09:00:00Z', async () => ({
      before: await scored('Closed on the morning of that day', 4, 4),
      low: await scored('Low', 1, 2),
      high: await scored('High', 4, 4),
      duplicate: await scored('Duplicate', 5, 5),
    }));
    await at('2026-11-06T13:00:00Z', () => close(before));
    await at('2026-11-06T14:00:00Z', () => close(low));
    await close(high);
    await close(duplicate);
    await site.resolve(duplicate, 'Duplicate');
    const { numbers, names } = await read();
    expect(numbers.closed).toEqual(ids([high, low]));
    expect(numbers.closedCount).toBe(2);
    expect(names.issues.get(high.id)?.key).toBe(high.key);
  });

  test('with what it protected', async () => {
    const { fields } = await site.setup();
    const risk = await scored('Gift cards', 4, 4);
    const doc = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '38,000 cards.' }] }],
    };
    await edit(risk, { [fields.businessImpact]: doc });
    await close(risk);
    expect((await read()).names.issues.get(risk.id)?.businessImpact).toBe('38,000 cards.');
  });
});

describe('what got worse', () => {
  test('new High and Critical ones, and those whose level rose; not the others', async () => {
    const old = await at('2026-10-01T09:00:00Z', async () => ({
      rose: await scored('Rose', 2, 2),
      fell: await scored('Fell', 5, 5),
      back: await scored('Rose and fell back', 2, 2),
      same: await scored('Only its text changed', 5, 5),
      long: await scored('Rose long ago', 1, 1),
    }));
    await at('2026-10-20T09:00:00Z', () => score(old.long, 5, 5));
    const critical = await scored('New', 5, 5);
    await scored('New, medium', 2, 3);
    await at('2026-11-18T09:00:00Z', () => score(old.rose, 3, 3));
    await score(old.rose, 4, 4);
    await score(old.fell, 4, 4);
    await at('2026-11-18T09:00:00Z', () => score(old.back, 5, 5));
    await score(old.back, 2, 2);
    await edit(old.same, { summary: 'Another text' });
    await edit(old.long, { summary: 'Another text' });
    const { numbers } = await read();
    expect(numbers.worse).toEqual([
      { issueId: critical.id, level: 'Critical' },
      { issueId: old.rose.id, level: 'High', before: 'Low' },
    ]);
    expect(numbers.worseCount).toBe(2);
  });
});

describe('decisions', () => {
  test('that follow from the numbers: owner, acceptance asked for or ending, and going live', async () => {
    const { fields } = await site.setup();
    const owned = { [fields.riskOwner]: { accountId: site.people.mara } };
    const unowned = await scored('Nobody', 5, 5);
    const waits = await scored('Waits', 4, 5);
    await edit(waits, owned);
    await site.moveTo(waits, 'Assessed');
    await site.moveTo(waits, 'Awaiting acceptance');
    const ends = await scored('Ends', 4, 4);
    await edit(ends, { ...owned, [fields.acceptanceExpires]: '2026-11-26' });
    const later = await scored('Ends later', 4, 4);
    await edit(later, { ...owned, [fields.acceptanceExpires]: '2026-12-26' });
    const low = await scored('Low and nobody', 1, 1);
    const version = addVersion(site.jira.state, projectRow(), { name: '8.4', releaseDate: '2026-12-02' });
    await relevant(version);
    const { numbers } = await read();
    expect(numbers.decisions).toEqual([
      { kind: 'owner', issueId: unowned.id },
      { kind: 'accept', issueId: waits.id },
      { kind: 'keepAccepting', issueId: ends.id, until: '2026-11-26' },
      { kind: 'ship', versionId: version.id, unprotected: 1 },
    ]);
    expect(numbers.decisions.map((decision) => 'issueId' in decision && decision.issueId)).not.toContain(low.id);
  });
});

function projectRow() {
  return site.jira.state.projects.require(site.project.id);
}

async function relevant(version?: Version, ...link: ('mitigates' | 'secures' | 'threatens')[]): Promise<Key> {
  const story = await site.story('Relevant', version === undefined ? {} : { fixVersions: [{ id: version.id }] });
  await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
    fields: {
      [(await site.setup()).fields.securityRelevance]: { id: (await site.setup()).options.securityRelevance.relevant },
    },
  });
  const other = link.length === 0 ? story : await site.risk('Risk of it');
  if (link.includes('mitigates')) await site.link('mitigates', story, other);
  if (link.includes('threatens')) await site.link('threatens', other, story);
  if (link.includes('secures')) await site.link('secures', await site.story('Secures it'), story);
  return story;
}

describe('versions', () => {
  test('count their relevant stories, also done ones, and those that an enabler protects', async () => {
    const soon = addVersion(site.jira.state, projectRow(), { name: 'Soon', releaseDate: '2026-12-02' });
    const late = addVersion(site.jira.state, projectRow(), { name: 'Later', releaseDate: '2027-03-01' });
    const without = addVersion(site.jira.state, projectRow(), { name: 'Some day' });
    addVersion(site.jira.state, projectRow(), { name: 'Empty', releaseDate: '2026-12-01' });
    const shipped = addVersion(site.jira.state, projectRow(), { name: 'Shipped', releaseDate: '2026-10-01' });
    site.jira.state.versions.put({ ...shipped, released: true });
    await relevant(soon, 'secures');
    await relevant(soon, 'mitigates');
    await relevant(soon, 'threatens');
    const done = await relevant(soon);
    await site.moveTo(done, 'Done');
    await relevant(late, 'secures');
    await relevant(without);
    await relevant(shipped);
    await relevant();
    await site.story('Not assessed', { fixVersions: [{ id: soon.id }] });
    const { numbers, names } = await read();
    expect(numbers.versions).toEqual([
      { versionId: soon.id, due: '2026-12-02', relevant: 4, protected: 2 },
      { versionId: late.id, due: '2027-03-01', relevant: 1, protected: 1 },
      { versionId: without.id, relevant: 1, protected: 0 },
    ]);
    expect(numbers.unplanned).toBe(1);
    expect(names.versions.get(soon.id)).toBe('Soon');
    expect(numbers.lights.goLive).toBe('actNow');
  });
});

describe('the team’s own search', () => {
  const counted = (jql: string): Partial<ReportText> => ({
    blocks: { ...emptyText().blocks, vulnerabilities: { kind: 'counted', jql, text: 'weak spots', watch: 2, act: 3 } },
  });

  test('is counted as the viewer', async () => {
    await site.story('One', { labels: ['cve'] });
    await site.story('Two', { labels: ['cve'] });
    const { numbers } = await read(counted('labels = cve'));
    expect(numbers.counted).toEqual({ vulnerabilities: 2 });
    expect(numbers.lights.vulnerabilities).toBe('watch');
  });

  test('that Jira refuses is no data, in Jira’s own words, and the rest of the report stands', async () => {
    await scored('Critical', 5, 5);
    const { numbers, refused } = await read(counted('nonsense = 1'));
    expect(numbers.counted).toEqual({});
    expect(numbers.lights.vulnerabilities).toBe('noData');
    expect(refused.vulnerabilities).toContain('nonsense');
    expect(numbers.open.Critical).toBe(1);
  });
});

describe('who may see what', () => {
  test('a risk that a viewer may not see is in no number and no list, and unnamed in a frozen one', async () => {
    const { state } = site.jira;
    const securityLevelId = addSecurityLevel(state, projectRow(), 'Security team', [
      { type: 'user', accountId: site.people.mara },
    ]);
    const secret = await scored('Secret', 5, 5);
    state.issues.put({ ...state.issues.require(secret.id), securityLevelId });
    const open = await scored('Open to all', 5, 4);
    const [mara, priya] = [await read(), await readAs(site.people.priya)];
    expect([mara.numbers.open.Critical, priya.numbers.open.Critical]).toEqual([2, 1]);
    expect(priya.numbers.worse.map(({ issueId }) => issueId)).toEqual([open.id]);
    const frozen = mara.numbers.worse.map(({ issueId }) => issueId);
    const [setup, project] = await Promise.all([site.setup(), site.projectSetup()]);
    const names = await readReportNames(site.as(site.people.priya), setup, project, frozen);
    expect([...names.issues.keys()]).toEqual([open.id]);
  });
});

test('costs the same with many risks as with few, but for the lists', async () => {
  const points = async () => {
    site.jira.costs.reset();
    await read();
    const { points: spent, requests } = site.jira.costs.totals();
    return { spent, requests };
  };
  await at('2026-09-01T09:00:00Z', () => scored('Old', 1, 1));
  const few = await points();
  await at('2026-09-01T09:00:00Z', async () => {
    for (let count = 0; count < 30; count += 1) await scored(`Old ${String(count)}`, 1, 1);
  });
  expect(await points()).toEqual(few);
});
