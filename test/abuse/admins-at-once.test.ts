/** Admins who set up together, again, over things of others, or only half. Rows 35, 36 and 37. */
import { capturedLog } from '../fixtures/captured-log';
import { configurationIn } from '../fixtures/configuration';
import { hurryPauses } from '../fixtures/hurried-pauses';
import { lookAt, planFor, startFor, undo } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { ADMIN_GROUP, addUser, ISSUE_TYPE, USERS_GROUP } from '../local-jira/seed';

capturedLog();
hurryPauses();

let site: TestSite;
let second: string;
let bare: { readonly jira: unknown; readonly forge: unknown };
let before: unknown;

beforeAll(async () => {
  site = await setUpSite({ setUp: false });
  second = addUser(site.jira.state, { displayName: 'Second admin', groups: [ADMIN_GROUP, USERS_GROUP] }).id;
  before = configurationIn(site.jira);
  bare = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(bare.jira);
  site.forge.restore(site.site, bare.forge);
});
afterAll(() => site.close());

describe('two admins press Set up at the same moment', () => {
  /** Both from their own plan; every job is delivered twice, at the same time. */
  async function together(): Promise<void> {
    const projectIds = [site.project.id];
    const people = [site.people.admin, second];
    const runs = await Promise.all(
      people.map(async (person) => {
        const { digest } = valueOf(await site.invoke(person, 'planSetup', { projectIds, decisions: {} }));
        return valueOf(await site.invoke(person, 'startSetup', { projectIds, decisions: {}, digest }));
      }),
    );
    // Where nothing is to be done, each has a run of its own, without a step.
    expect(new Set(runs.filter(({ steps }) => steps.length > 0).map(({ id }) => id)).size).toBeLessThanOrEqual(1);
    while (site.forge.queue.pending(site.site).length > 0) {
      await site.forge.queue.deliver(site.site, { early: true, times: 2, together: true });
    }
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
  }

  test('there is what one of them makes, and after a reinstallation the same once more', async () => {
    await site.runSetup([site.project.id]);
    const [alone, ids] = [configurationIn(site.jira), await site.setup()];
    site.jira.restore(bare.jira);
    site.forge.restore(site.site, bare.forge);

    await together();
    expect(configurationIn(site.jira)).toEqual(alone);
    expect(await site.setup()).toEqual(ids);
    const { issueTypeSchemes, projects } = site.jira.state;
    const scheme = issueTypeSchemes.require(projects.require(site.project.id).issueTypeSchemeId);
    expect(scheme.issueTypeIds.filter((id) => id === ids.riskTypeId)).toHaveLength(1);

    await site.forge.uninstall(site.site);
    site.forge.installAgain(site.site);
    expect(site.forge.kvs(site.site).values()).toEqual({});
    await together();
    expect(configurationIn(site.jira)).toEqual(alone);
    expect(await site.setup()).toEqual(ids);
  });

  test('what was renamed meanwhile is known by its recorded id, and what has its name now is not taken for it', async () => {
    await site.runSetup([site.project.id]);
    const ids = await site.setup();
    const { issueTypes } = site.jira.state;
    issueTypes.put({ ...issueTypes.require(ids.riskTypeId), name: 'Sicherheitsrisiko' });
    const theirs = issueTypes.put({ ...issueTypes.require(ISSUE_TYPE.task), id: '10950', name: 'Security Risk' });
    const standing = configurationIn(site.jira);
    expect(await planFor(site)).toMatchObject({ complete: true });
    await together();
    expect(configurationIn(site.jira)).toEqual(standing);
    expect((await site.setup()).riskTypeId).toBe(ids.riskTypeId);
    expect(issueTypes.require('10950')).toEqual(theirs);
  });
});

describe('an issue type of somebody else, called like ours or almost', () => {
  test.each([
    ['in other case', 'SECURITY RISK', true],
    ['with a space behind it', 'Security Risk ', true],
    ['with a space before it', ' security risk', true],
    ['translated', 'Sicherheitsrisiko', false],
    ['with a space that does not break', 'Security\u00a0Risk', false],
    ['with a letter that only looks so', 'Sеcurity Risk', false],
    ['with a sign that nobody sees', 'Security\u200b Risk', false],
    ['in wide letters', 'Ｓｅｃｕｒｉｔｙ Ｒｉｓｋ', false],
    ['in two words', 'Security  Risk', false],
  ])('%s: is asked about where Jira takes it for the same, and never taken', async (_name, name, asks) => {
    const { issueTypes } = site.jira.state;
    const theirs = issueTypes.put({ ...issueTypes.require(ISSUE_TYPE.task), id: '10950', name });
    const { items, complete } = await planFor(site);
    const item = items.find(({ step }) => step === 'issueType:securityRisk');
    expect([item?.action, item?.conflict?.their.id, complete]).toEqual(
      asks ? ['conflict', theirs.id, false] : ['create', undefined, false],
    );
    await site.runSetup([site.project.id]);
    const { riskTypeId } = await site.setup();
    expect(riskTypeId).not.toBe(theirs.id);
    expect(issueTypes.require(theirs.id)).toEqual(theirs);
    expect(await planFor(site)).toMatchObject({ complete: true });
  });
});

describe('a set-up that died in the middle', () => {
  test('undone from wherever it stopped, nothing of it is left, and nothing of others is gone', async () => {
    const counted = site.forge.disturb(site.site, {
      atCall: 1e6,
      by: 'kill before',
      counts: isWrite,
      kind: 'consumer',
    });
    await site.runSetup([site.project.id]);
    counted.disarm();
    const writes = counted.counted;
    expect(writes).toBeGreaterThan(40);
    const reached: number[] = [];
    for (let atCall = 1; atCall <= writes; atCall += 11) {
      site.jira.restore(bare.jira);
      site.forge.restore(site.site, bare.forge);
      const by = { status: [403, 500, 400][atCall % 3] ?? 500, body: { errorMessages: ['No.'], errors: {} } };
      const armed = site.forge.disturb(site.site, { atCall, by, counts: isWrite, kind: 'consumer' });
      await startFor(site);
      await site.forge.queue.drain(site.site);
      armed.disarm();
      const { state, steps } = await lookAt(site);
      // A picture that was refused stops nothing.
      if (armed.hit?.path.includes('avatar') !== true) expect([atCall, state]).toEqual([atCall, 'failed']);
      const done = steps.filter((step) => step.state === 'done').length;
      reached.push(done);
      const last = await undo(site);
      // Where nothing was made, there is nothing to undo, and no run that does.
      const expected = done === 0 ? ['apply', 'failed'] : ['undo', 'done'];
      expect([atCall, last.kind, last.state]).toEqual([atCall, ...expected]);
      expect([atCall, configurationIn(site.jira)]).toEqual([atCall, before]);
    }
    // It died early and late.
    expect(Math.min(...reached)).toBeLessThan(5);
    expect(Math.max(...reached)).toBeGreaterThan(30);
  });

  const isWrite = ({ to, changes }: { readonly to: string; readonly changes: boolean }) => to === 'jira' && changes;
});
