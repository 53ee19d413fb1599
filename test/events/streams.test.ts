/**
 * Whatever becomes of the events (in any order, twice, three times, never, between further edits), after a reconcile the
 * marks and levels are those of a fresh computation; a second reconcile writes nothing; and where every event arrives at
 * last, the reconcile itself has nothing to write.
 */
import fc from 'fast-check';
import type { Rating } from '../../src/domain/level';
import type { SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { tickingDate, type TickingDate } from '../fixtures/ticking-date';
import { ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { expectedLevels, expectedMarks, levelsOn, type Asked } from './expected';
import { deliverAll, loseAll, missingOn, reconcileAll, writesDuring } from './marks';

const log = capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
/** Every run of the tests tries others; STREAMS=1000 tries many at once. */
const RUNS = Number(process.env['STREAMS'] ?? 40);
const STORIES = 3;
const RISKS = 2;
const STATUSES = ['To Do', 'In Progress', 'In Progress', 'Review', 'Done', "Won't do"] as const;

type Edit =
  | { readonly edit: 'move'; readonly story: number; readonly to: (typeof STATUSES)[number] }
  | { readonly edit: 'assess'; readonly story: number; readonly as: 'relevant' | 'notRelevant' | 'unassessed' }
  | { readonly edit: 'link'; readonly story: number; readonly risk: number; readonly type: 'threatens' | 'mitigates' }
  | { readonly edit: 'secure'; readonly story: number }
  | { readonly edit: 'unlink'; readonly which: number }
  | { readonly edit: 'own'; readonly risk: number; readonly owned: boolean }
  | { readonly edit: 'score'; readonly risk: number; readonly likelihood: Rating | null; readonly impact: Rating }
  | { readonly edit: 'close'; readonly risk: number }
  | { readonly edit: 'retype'; readonly story: number; readonly type: 'story' | 'task' }
  | { readonly edit: 'create'; readonly relevant: boolean }
  | { readonly edit: 'forge'; readonly story: number; readonly mark: boolean }
  | { readonly edit: 'delete'; readonly what: 'story' | 'risk'; readonly which: number };

/** What becomes of the events that wait: which arrive, how often, in which order. The others never do. */
interface Fate {
  readonly times: 1 | 2 | 3;
  readonly order: readonly number[];
  readonly lost: readonly number[];
}

const story = fc.nat(STORIES - 1);
const risk = fc.nat(RISKS - 1);
const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5);
const is = <const E extends string>(edit: E) => fc.constant(edit);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ edit: is('move'), story, to: fc.constantFrom(...STATUSES) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      edit: is('assess'),
      story,
      as: fc.constantFrom('relevant' as const, 'relevant' as const, 'notRelevant' as const, 'unassessed' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      edit: is('link'),
      story,
      risk,
      type: fc.constantFrom('threatens' as const, 'mitigates' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ edit: is('secure'), story }) },
  { weight: 3, arbitrary: fc.record({ edit: is('unlink'), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ edit: is('own'), risk, owned: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ edit: is('score'), risk, likelihood: fc.option(rating, { freq: 5 }), impact: rating }),
  },
  { weight: 1, arbitrary: fc.record({ edit: is('close'), risk }) },
  {
    weight: 1,
    arbitrary: fc.record({ edit: is('retype'), story, type: fc.constantFrom('story' as const, 'task' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ edit: is('create'), relevant: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ edit: is('forge'), story, mark: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      edit: is('delete'),
      what: fc.constantFrom('story' as const, 'risk' as const),
      which: fc.nat(3),
    }),
  },
);

const fates: fc.Arbitrary<Fate> = fc.record({
  times: fc.constantFrom(1 as const, 2 as const, 3 as const),
  order: fc.array(fc.nat(), { maxLength: 12 }),
  lost: fc.array(fc.nat(30), { maxLength: 12 }),
});

/** Edits, and now and then some events, a reconcile, or an hour in which nothing happens. */
const streams = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: is('edit'), edit: edits }) },
    { weight: 1, arbitrary: fc.record({ kind: is('deliver'), fate: fates }) },
    { weight: 1, arbitrary: fc.record({ kind: is('reconcile') }) },
    { weight: 1, arbitrary: fc.record({ kind: is('hour') }) },
  ),
  { minLength: 1, maxLength: 30, size: 'max' },
);

let site: TestSite;
let date: TickingDate;
let setup: SiteSetup;
let stories: readonly Key[];
let risks: readonly Key[];
interface Snapshots {
  readonly jira: unknown;
  readonly forge: unknown;
}
/** As set-up left it, and where each stream begins. */
let bare: Snapshots;
let start: Snapshots;
/** The gate and statuses of the settings as set-up makes them: everything that is begun or done. */
const ASKED: Asked = {
  gate: 'flag',
  readyStatusIds: [STATUS.inProgress, STATUS.review, STATUS.done],
  storyTypeIds: [ISSUE_TYPE.story],
};

beforeAll(async () => {
  date = tickingDate();
  site = await setUpSite();
  setup = await site.setup();
  const { settings, storyTypeIds } = await site.projectSetup();
  expect([settings.gate, settings.checks.riskOwner, storyTypeIds]).toEqual(['flag', 'required', ASKED.storyTypeIds]);
  expect([...settings.readyStatusIds].sort()).toEqual([...ASKED.readyStatusIds].sort());
  stories = await Promise.all(Array.from({ length: STORIES }, (_, number) => site.story(`Story ${number}`)));
  risks = await Promise.all(Array.from({ length: RISKS }, (_, number) => site.risk(`Risk ${number}`)));
  await loseAll(site);
  bare = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
afterAll(() => {
  site.close();
  date.restore();
});

const as = () => site.as(site.people.deniz);
const exists = (key: Key | undefined): key is Key =>
  key !== undefined && site.jira.state.issues.get(key.id) !== undefined;
const put = (id: string, fields: object) => rest(as(), 'PUT', path`/rest/api/3/issue/${id}`, { fields });

async function apply(edit: Edit): Promise<void> {
  const { fields, options } = setup;
  const at = (keys: readonly Key[], index: number) =>
    keys.filter(exists)[index % Math.max(1, keys.filter(exists).length)];
  const [one, other] = [
    'story' in edit ? at(stories, edit.story) : undefined,
    'risk' in edit ? at(risks, edit.risk) : undefined,
  ];
  switch (edit.edit) {
    case 'move':
      if (one !== undefined) await site.moveTo(one, edit.to);
      return;
    case 'assess': {
      const value = edit.as === 'unassessed' ? null : { id: options.securityRelevance[edit.as] };
      if (one !== undefined) await put(one.id, { [fields.securityRelevance]: value });
      return;
    }
    case 'link':
      if (one === undefined || other === undefined) return;
      return edit.type === 'threatens' ? site.link('threatens', other, one) : site.link('mitigates', one, other);
    case 'secure':
      if (one === undefined) return;
      return site.link('secures', await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Enabler' }), one);
    case 'unlink': {
      const links = site.jira.state.links.all();
      const link = links[edit.which % Math.max(1, links.length)];
      if (link !== undefined) await rest(as(), 'DELETE', path`/rest/api/3/issueLink/${link.id}`);
      return;
    }
    case 'own': {
      const owner = edit.owned ? { accountId: site.people.mara } : null;
      if (other !== undefined) await put(other.id, { [fields.riskOwner]: owner });
      return;
    }
    case 'score':
      if (other === undefined) return;
      await put(other.id, {
        [fields.likelihood]: edit.likelihood && { id: options.likelihood[edit.likelihood] },
        [fields.impact]: { id: options.impact[edit.impact] },
      });
      return;
    case 'close':
      if (other !== undefined) await site.moveTo(other, 'Closed').catch(() => undefined);
      return;
    case 'retype':
      if (one !== undefined) await put(one.id, { issuetype: { id: ISSUE_TYPE[edit.type] } });
      return;
    case 'create': {
      const relevance = { [fields.securityRelevance]: { id: options.securityRelevance.relevant } };
      await site.moveTo(await site.story('Made meanwhile', edit.relevant ? relevance : {}), 'In Progress');
      return;
    }
    case 'forge': {
      if (one === undefined) return;
      const where = path`/rest/api/3/issue/${one.id}/properties/shift-up.readiness`;
      const mark = { version: 1, state: 'bypass', missing: ['answer'], since: '2026-11-01T00:00:00.000Z' };
      // A forged reason on a true bypass is put right once a day only: nothing but the mark itself tells of it.
      const isBypass = expectedMarks(site, setup, ASKED)[one.key] !== undefined;
      if (edit.mark && !isBypass) await rest(as(), 'PUT', where, mark);
      if (!edit.mark) await rest(as(), 'DELETE', where).catch(() => undefined);
      return;
    }
    case 'delete': {
      const gone = at(edit.what === 'story' ? stories : risks, edit.which);
      if (gone !== undefined) await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${gone.id}`);
    }
  }
}

async function deliver({ times, order, lost }: Fate): Promise<void> {
  await site.forge.events.deliver(site.site, {
    early: true,
    times,
    order: (events) =>
      events
        .filter((_, index) => !lost.includes(index))
        .map((event, index) => ({ event, place: order[index % Math.max(1, order.length)] ?? index }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event),
  });
}

function restore({ jira, forge }: Snapshots): void {
  site.jira.restore(jira);
  site.forge.restore(site.site, forge);
}

async function replay(
  stream: readonly (typeof streams extends fc.Arbitrary<readonly (infer Step)[]> ? Step : never)[],
) {
  restore(start);
  for (const step of stream) {
    if (step.kind === 'edit') await apply(step.edit);
    else if (step.kind === 'deliver') await deliver(step.fate);
    else if (step.kind === 'reconcile') await reconcileAll(site);
    else hourPasses();
  }
}

/** For Jira and for the functions. */
function hourPasses(): void {
  site.clock.advance(3_600_000);
  date.pass(3_600_000);
}

const expectTruth = () => {
  expect(levelsOn(site, setup)).toEqual(expectedLevels(site, setup));
  expect(missingOn(site)).toEqual(expectedMarks(site, setup, ASKED));
};

describe.each([
  ['that was never reconciled before', false],
  ['that was reconciled an hour ago', true],
])('on a site %s', (_name, before) => {
  beforeAll(async () => {
    restore(bare);
    if (before) await reconcileAll(site);
    await loseAll(site);
    start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
  });

  test('any stream of events and a reconcile end in the truth, and a second one writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(streams, async (stream) => {
        await replay(stream);
        // What is still under way never comes.
        await loseAll(site);
        await reconcileAll(site);
        await loseAll(site);
        expectTruth();
        expect(await writesDuring(site, () => reconcileAll(site))).toEqual([]);
        expect(log.lines()).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('where every event comes at last, in whatever order, nothing is left to the reconcile', async () => {
    // What raises no event is the reconcile's: deletions of linked issues, and marks that somebody writes.
    const heard = streams.map((stream) =>
      stream.filter((step) => step.kind !== 'edit' || (step.edit.edit !== 'delete' && step.edit.edit !== 'forge')),
    );
    await fc.assert(
      fc.asyncProperty(heard, fc.array(fc.nat(), { maxLength: 12 }), async (stream, order) => {
        await replay(stream.filter(({ kind }) => kind === 'edit'));
        await deliver({ times: 2, order, lost: [] });
        await deliverAll(site);
        expectTruth();
        expect(await writesDuring(site, () => reconcileAll(site))).toEqual([]);
      }),
      { numRuns: RUNS / 2 },
    );
  });
});
