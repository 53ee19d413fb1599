import { sameScore } from '../../../../shared/risk-matrix/scores';
import type { BoardFilter, Spot } from '../filter';
import { scoredKinds } from '../standing';
import type { SiteSetup } from '../../../../../../../src/domain/site-setup';
import type { BoardRows } from '../use-rows';
import type { BoardView } from '../use-view';
import { ByLevel } from './ByLevel';
import { HeatMap } from './HeatMap';
import styles from '../board.module.css';

/** Where the risks stand: on the matrix, and among the levels. What is chosen narrows the list; chosen again, it does not. */
export function BoardMap({
  setup,
  rows,
  view,
  loading,
}: {
  readonly setup: SiteSetup;
  readonly rows: BoardRows;
  readonly view: BoardView;
  /** Not everything was read. */
  readonly loading: boolean;
}) {
  const { filter, setFilter, setHeatKind } = view;
  const kinds = scoredKinds(setup);
  const kind = kinds.includes(view.heatKind) ? view.heatKind : kinds[0];
  const { spot } = filter;
  const choose = (next: Spot) => setFilter({ ...filter, spot: sameSpot(spot, next) ? undefined : next });
  if (kind === undefined) return null;
  const isCell = spot !== undefined && 'cell' in spot && spot.kind === kind;
  const level = spot !== undefined && 'level' in spot ? spot : undefined;
  return (
    <aside className={styles.side}>
      <HeatMap
        counts={rows.heat}
        kinds={kinds}
        kind={kind}
        onKind={(next) => {
          setHeatKind(next);
          // A cell of the other map stays a filter, and is not to be seen on this one: it goes with its map.
          if (spot !== undefined && 'cell' in spot) setFilter({ ...filter, spot: undefined } satisfies BoardFilter);
        }}
        chosen={isCell ? spot.cell : undefined}
        notScoredChosen={level?.kind === kind && level.level === 'none'}
        loading={loading}
        listed={rows.listed.length}
        onCell={(cell) => choose({ kind, cell })}
        onNotScored={() => choose({ kind, level: 'none' })}
      />
      <ByLevel
        counts={rows.levels}
        kinds={kinds}
        chosen={level}
        onChoose={(ofKind, chosen) => choose({ kind: ofKind, level: chosen })}
      />
    </aside>
  );
}

function sameSpot(a: Spot | undefined, b: Spot): boolean {
  if (a === undefined || a.kind !== b.kind) return false;
  if ('cell' in a) return 'cell' in b && sameScore(a.cell, b.cell);
  return 'level' in b && a.level === b.level;
}
