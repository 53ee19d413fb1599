/** What the page Hygiene holds while counts, lists and looks come in any order, fail, and risks are put right. */
import fc from 'fast-check';
import type { AppError } from '../../../src/contract/result';
import { HYGIENE_RULES, type HygieneRule } from '../../../src/domain/hygiene';
import type { HygienePage, HygieneRow, RuleWay } from '../../../src/reads/hygiene-view';
import { standingOf, totalOf } from '../../../static/app/src/modules/project-page/hygiene/hygiene-state';
import { HygieneStore, type HygienePorts } from '../../../static/app/src/modules/project-page/hygiene/hygiene-store';

const WAYS = Object.fromEntries(
  HYGIENE_RULES.map((rule): [HygieneRule, RuleWay] => {
    if (rule === 'noOwner' || rule === 'reviewOverdue') return [rule, { way: 'counted', jql: rule }];
    if (rule === 'residualAboveInherent') return [rule, { way: 'noField', fields: ['impact'] }];
    return [rule, { way: 'looked', at: rule === 'closedWithOpenEnablers' ? 'closed' : 'open' }];
  }),
) as Record<HygieneRule, RuleWay>;

const row = (id: number, ...rules: HygieneRule[]): HygieneRow => ({
  id: String(id),
  key: `SHOP-${id}`,
  summary: 'r',
  status: { name: 'Identified', category: 'toDo' },
  statusKey: 'identified',
  inherent: undefined,
  residual: undefined,
  level: undefined,
  residualLevel: undefined,
  owner: undefined,
  nextReview: undefined,
  acceptanceExpires: undefined,
  progress: { done: 0, inProgress: 0, toDo: 0 },
  openEnablers: [],
  rules,
});
const LIMITED: AppError = { code: 'rate-limited', retryAfterSeconds: 7 };

class Thrown extends Error {
  constructor(readonly error: AppError) {
    super(error.code);
  }
}

/** A Jira with these risks; `ask` names every question in its order. */
function jira(
  rows: HygieneRow[],
  { pageOf = 2, failing = new Set<string>(), changedBefore = [] as readonly string[] } = {},
) {
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    if (failing.has(question)) throw new Thrown(LIMITED);
  };
  const page = (found: HygieneRow[], next: string | undefined): HygienePage => {
    const from = Number(next ?? 0);
    const more = from + pageOf < found.length;
    return { rows: found.slice(from, from + pageOf), ...(more ? { next: String(from + pageOf) } : {}) };
  };
  const ports: HygienePorts = {
    ways: WAYS,
    lookPages: { open: 2, closed: 1 },
    count: (jql) =>
      Promise.resolve().then(() => {
        ask(`count ${jql}`);
        return rows.filter(({ rules }) => rules.includes(jql as HygieneRule)).length;
      }),
    readRows: (rule, next, changed) =>
      Promise.resolve().then(() => {
        ask(`rows ${rule} ${next ?? 0}${changed.length === 0 ? '' : ` changed ${changed.join(' ')}`}`);
        return page(
          rows.filter(({ rules }) => rules.includes(rule)),
          next,
        );
      }),
    lookAt: (at, next) =>
      Promise.resolve().then(() => {
        ask(`look ${at} ${next ?? 0}`);
        return page(at === 'open' ? rows : [], next);
      }),
    readRow: (id) =>
      Promise.resolve().then(() => {
        ask(`row ${id}`);
        return rows.find((each) => each.id === id);
      }),
    errorOf: (error) => (error instanceof Thrown ? error.error : { code: 'internal' }),
  };
  return { store: new HygieneStore(ports, changedBefore), asked, failing };
}

const settle = async () => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};
const standing = (store: HygieneStore, rule: HygieneRule) => standingOf(store.state(), rule, WAYS[rule]);

test('opening counts what Jira knows, looks at a bounded number of risks, and reads no list', async () => {
  const { store, asked } = jira([1, 2, 3, 4, 5].map((id) => row(id, 'noOwner', 'ownerInactive')));
  store.begin();
  store.begin();
  await settle();
  expect([...asked].sort()).toEqual([
    'count noOwner',
    'count reviewOverdue',
    'look closed 0',
    'look open 0',
    'look open 2',
  ]);
  expect(standing(store, 'noOwner')).toMatchObject({ count: 5, atLeast: false, rows: { state: 'unread' } });
  // Four of five were looked at.
  expect(standing(store, 'ownerInactive')).toMatchObject({ count: 4, atLeast: true, looked: 4 });
  store.lookOn('open');
  await settle();
  expect(standing(store, 'ownerInactive')).toMatchObject({ count: 5, atLeast: false, looked: 5 });
});

test('a list comes page by page, each once, however often it is asked for', async () => {
  const { store, asked } = jira([1, 2, 3].map((id) => row(id, 'noOwner')));
  store.readRows('noOwner');
  store.readRows('noOwner');
  await settle();
  expect(standing(store, 'noOwner').rows).toMatchObject({ state: 'waiting' });
  store.readRows('noOwner');
  await settle();
  expect(asked).toEqual(['rows noOwner 0', 'rows noOwner 2']);
  expect(standing(store, 'noOwner').rows.rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
});

test('what fails says so, keeps what was read, and goes on where it was', async () => {
  const failing = new Set(['count noOwner', 'look open 2']);
  const { store } = jira(
    [1, 2, 3].map((id) => row(id, 'noOwner', 'ownerInactive')),
    { failing },
  );
  store.begin();
  await settle();
  expect(standing(store, 'noOwner')).toMatchObject({ count: undefined, error: LIMITED });
  expect(standing(store, 'ownerInactive')).toMatchObject({ count: 2, atLeast: true, error: LIMITED });
  const total = () => totalOf(HYGIENE_RULES.map((rule) => standing(store, rule)));
  expect(total()).toMatchObject({ atLeast: true, counting: false });
  failing.clear();
  store.count('noOwner');
  store.lookOn('open');
  await settle();
  expect(standing(store, 'noOwner')).toMatchObject({ count: 3, error: undefined });
  expect(standing(store, 'ownerInactive')).toMatchObject({ count: 3, atLeast: false, error: undefined });
  expect(total()).toEqual({ findings: 6, rules: 2, atLeast: false, counting: false });
});

test('a risk that was put right leaves every list and number, and comes back when that is undone', async () => {
  const rows = [row(1, 'noOwner', 'reviewOverdue'), row(2, 'noOwner')];
  const [broken] = rows;
  const { store } = jira(rows);
  store.begin();
  store.readRows('noOwner');
  await settle();
  rows[0] = row(1, 'reviewOverdue', 'ownerInactive');
  expect(await store.lookAgain(broken!)).toBe(true);
  expect(standing(store, 'noOwner')).toMatchObject({ count: 1, rows: { rows: [{ id: '2' }] } });
  expect(standing(store, 'reviewOverdue').count).toBe(1);
  // What is newly wrong with it shows where it was looked at.
  expect(standing(store, 'ownerInactive').count).toBe(1);
  rows[0] = broken!;
  await store.lookAgain(broken!);
  expect(standing(store, 'noOwner').count).toBe(2);
  expect(standing(store, 'ownerInactive').count).toBe(0);
});

test('a risk that is gone counts no more; one that could not be read stays as it was', async () => {
  const rows = [row(1, 'noOwner'), row(2, 'noOwner')];
  const { store, failing } = jira(rows);
  store.begin();
  store.readRows('noOwner');
  await settle();
  failing.add('row 1');
  expect(await store.lookAgain(row(1, 'noOwner'))).toBe(false);
  expect(standing(store, 'noOwner').count).toBe(2);
  failing.clear();
  rows.shift();
  expect(await store.lookAgain(row(1, 'noOwner'))).toBe(true);
  expect(standing(store, 'noOwner')).toMatchObject({ count: 1, rows: { rows: [{ id: '2' }] } });
});

test('a list names what was changed before it was asked for, the same on every page', async () => {
  const rows = [1, 2, 3].map((id) => row(id, 'noOwner'));
  const { store, asked } = jira(rows);
  await store.lookAgain(rows[2]!);
  store.readRows('noOwner');
  await settle();
  await store.lookAgain(rows[0]!);
  store.readRows('noOwner');
  await settle();
  expect(asked.filter((question) => question.startsWith('rows'))).toEqual([
    'rows noOwner 0 changed 3',
    'rows noOwner 2 changed 3',
  ]);
});

test('looking again still names what was changed before', async () => {
  const rows = [row(1, 'noOwner')];
  const first = jira(rows).store;
  await first.lookAgain(rows[0]!);
  const { store, asked } = jira(rows, { changedBefore: first.changedIds() });
  store.readRows('noOwner');
  await settle();
  expect(asked).toEqual(['rows noOwner 0 changed 1']);
});

test('whatever is put right in whatever order: the numbers are those of the risks as they are', async () => {
  const rules = fc.subarray<HygieneRule>(['noOwner', 'reviewOverdue', 'ownerInactive', 'allEnablersDone']);
  const world = fc.array(rules, { minLength: 1, maxLength: 6 });
  const edits = fc.array(fc.tuple(fc.nat(), rules), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(world, edits, async (plan, changes) => {
      const rows = plan.map((broken, index) => row(index, ...broken));
      const { store } = jira(rows, { pageOf: 100 });
      store.begin();
      store.readRows('noOwner');
      store.readRows('reviewOverdue');
      await settle();
      for (const [which, broken] of changes) {
        const index = which % rows.length;
        const before = rows[index]!;
        rows[index] = row(index, ...broken);
        await store.lookAgain(before);
      }
      for (const rule of ['noOwner', 'reviewOverdue', 'ownerInactive', 'allEnablersDone'] as const) {
        const broken = rows.filter((each) => each.rules.includes(rule));
        expect([rule, standing(store, rule).count]).toEqual([rule, broken.length]);
      }
      expect(totalOf(HYGIENE_RULES.map((rule) => standing(store, rule))).findings).toBe(
        rows.reduce((sum, each) => sum + each.rules.length, 0),
      );
    }),
    { numRuns: 60 },
  );
});
