/** Reading a register page by page, and what the board makes of it. */
import type { RiskBoardPage, RiskList, RiskRow } from '../../../src/reads/risk-board-view';
import { totalOf } from '../../../static/app/src/modules/project-page/risks/board-state';
import { BoardStore, type BoardPorts } from '../../../static/app/src/modules/project-page/risks/board-store';
import {
  COLUMNS,
  hiddenFrom,
  keptOf,
  possibleColumns,
  shownColumns,
} from '../../../static/app/src/modules/project-page/risks/columns';
import { dueCount } from '../../../static/app/src/modules/project-page/risks/due';
import {
  allToggled,
  NOTHING_SELECTED,
  selectedUpTo,
  toggled,
} from '../../../static/app/src/modules/project-page/risks/selection';
import { riskOf, TODAY } from './rows';

const closed = { name: 'Closed', category: 'done' } as const;

interface Waiting {
  readonly list: RiskList;
  readonly next: string | undefined;
  readonly answer: (page: RiskBoardPage) => Promise<void>;
  readonly fail: (code: 'jira-refused' | 'jira-unavailable') => Promise<void>;
}

/** Jira that answers when the test says so. */
function slowJira() {
  const asked: Waiting[] = [];
  const rows = new Map<string, RiskRow>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const ports: BoardPorts = {
    readPage: (list, next) =>
      new Promise((resolve, reject) => {
        asked.push({
          list,
          next,
          answer: (page) => {
            resolve(page);
            return settle();
          },
          fail: (code) => {
            reject(new Error(code));
            return settle();
          },
        });
      }),
    count: () => Promise.resolve(3),
    readRows: (ids) => Promise.resolve(ids.flatMap((id) => rows.get(id) ?? [])),
    errorOf: (error) => ({ code: (error as Error).message as 'jira-refused' }),
  };
  return { ports, asked, rows, store: new BoardStore(ports) };
}

const keysIn = (store: BoardStore) => [...store.state().rows.values()].map(({ key }) => key);

test('the first page stands while the second is on its way; the count comes as soon as one page is not all', async () => {
  const { store, asked } = slowJira();
  store.begin('open');
  store.begin('open');
  expect(asked).toHaveLength(1);
  await asked[0]!.answer({ rows: [riskOf(1), riskOf(2)], next: 'second' });
  expect(keysIn(store)).toEqual(['SHOP-1', 'SHOP-2']);
  const { open } = store.state().lists;
  expect([open.state, open.read, totalOf(open)]).toEqual(['reading', 2, 3]);
  expect(asked[1]).toMatchObject({ list: 'open', next: 'second' });
  await asked[1]!.answer({ rows: [riskOf(2), riskOf(3)] });
  expect(keysIn(store)).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-3']);
  const { open: whole } = store.state().lists;
  // A risk that came with both pages is one.
  expect([whole.state, totalOf(whole)]).toEqual(['complete', 3]);
});

test('pages that lead round are a failure, not an endless reading', async () => {
  const { store, asked } = slowJira();
  store.begin('open');
  await asked[0]!.answer({ rows: [riskOf(1)], next: 'second' });
  await asked[1]!.answer({ rows: [riskOf(2)], next: 'third' });
  await asked[2]!.answer({ rows: [riskOf(1)], next: 'second' });
  expect(asked).toHaveLength(3);
  expect([keysIn(store), store.state().lists.open.state]).toEqual([['SHOP-1', 'SHOP-2'], 'failed']);
});

test('stopped, it keeps what it has and takes no late answer; then it goes on from there', async () => {
  const { store, asked } = slowJira();
  store.begin('open');
  await asked[0]!.answer({ rows: [riskOf(1)], next: 'second' });
  store.stop('open');
  await asked[1]!.answer({ rows: [riskOf(2)], next: 'third' });
  expect([keysIn(store), store.state().lists.open.state]).toEqual([['SHOP-1'], 'stopped']);
  store.goOn('open');
  expect(asked[2]).toMatchObject({ next: 'second' });
  await asked[2]!.answer({ rows: [riskOf(2)] });
  expect([keysIn(store), store.state().lists.open.state]).toEqual([['SHOP-1', 'SHOP-2'], 'complete']);
});

test('a failure keeps what came, and reading goes on; a place that Jira does not know any more is read anew', async () => {
  const { store, asked } = slowJira();
  store.begin('open');
  await asked[0]!.answer({ rows: [riskOf(1), riskOf(9)], next: 'second' });
  await asked[1]!.fail('jira-unavailable');
  expect(store.state().lists.open).toMatchObject({ state: 'failed', error: { code: 'jira-unavailable' } });
  store.goOn('open');
  expect(asked[2]).toMatchObject({ next: 'second' });
  await asked[2]!.fail('jira-refused');
  store.goOn('open');
  expect(asked[3]).toMatchObject({ next: undefined });
  expect(keysIn(store)).toEqual(['SHOP-1', 'SHOP-9']);
  // What is on no page any more is gone.
  await asked[3]!.answer({ rows: [riskOf(1), riskOf(2)] });
  expect(keysIn(store)).toEqual(['SHOP-1', 'SHOP-2']);
});

test('a page that is left and comes back goes on where it was', async () => {
  const { store, asked } = slowJira();
  store.begin('open');
  await asked[0]!.answer({ rows: [riskOf(1)], next: 'second' });
  store.leave();
  await asked[1]!.answer({ rows: [riskOf(2)] });
  expect(keysIn(store)).toEqual(['SHOP-1']);
  store.begin('open');
  expect(asked[2]).toMatchObject({ next: 'second' });
});

test('open and closed risks are read apart, and reading one anew leaves the other alone', async () => {
  const { store, asked } = slowJira();
  store.begin('open');
  await asked[0]!.answer({ rows: [riskOf(1)] });
  store.begin('closed');
  await asked[1]!.answer({ rows: [riskOf(2, { status: closed })] });
  store.readAnew('open');
  await asked[2]!.answer({ rows: [riskOf(3)] });
  expect(keysIn(store)).toEqual(['SHOP-2', 'SHOP-3']);
});

test('a changed risk is as it is now; one that is gone leaves', async () => {
  const { store, asked, rows } = slowJira();
  store.begin('open');
  await asked[0]!.answer({ rows: [riskOf(1), riskOf(2)] });
  rows.set('10001', riskOf(1, { treatment: 'Avoid' }));
  await store.lookAgain(['10001', '10002']);
  expect([...store.state().rows.values()]).toMatchObject([{ key: 'SHOP-1', treatment: 'Avoid' }]);
  // The next reading tells Jira to look at them beside its index.
  expect(store.state().changedIds).toEqual(['10001', '10002']);
});

test('due are open risks whose review is today or was before', () => {
  const rows = [
    riskOf(1, { nextReview: TODAY }),
    riskOf(2, { nextReview: '2026-11-19' }),
    riskOf(3, { nextReview: '2026-11-21' }),
    riskOf(4),
    riskOf(5, { nextReview: '2026-11-19', status: closed }),
  ];
  expect(dueCount(rows, TODAY)).toBe(2);
});

test('columns: what was kept, what the project has fields for, and nothing else', () => {
  expect(hiddenFrom(keptOf(new Set(['age', 'owner'])))).toEqual(new Set(['owner', 'age']));
  expect(hiddenFrom('risk,nonsense,age')).toEqual(new Set(['age']));
  expect(hiddenFrom(null)).toEqual(new Set());
  const possible = possibleColumns({ missingFields: ['riskOwner', 'nextReview'] });
  expect(shownColumns(possible, new Set(['age', 'risk']))).toEqual(
    COLUMNS.filter((column) => !['owner', 'nextReview', 'age'].includes(column)),
  );
});

test('selection: one, up to here, all that is shown, none', () => {
  const shown = ['1', '2', '3', '4'];
  const one = toggled(NOTHING_SELECTED, '2');
  expect([...one.ids]).toEqual(['2']);
  expect([...selectedUpTo(one, shown, '4').ids]).toEqual(['2', '3', '4']);
  expect([...selectedUpTo(NOTHING_SELECTED, shown, '3').ids]).toEqual(['3']);
  expect([...toggled(one, '2').ids]).toEqual([]);
  const all = allToggled(toggled(NOTHING_SELECTED, 'hidden'), shown);
  expect([...all.ids].sort()).toEqual(['1', '2', '3', '4', 'hidden']);
  expect([...allToggled(all, shown).ids]).toEqual([]);
});
