import { useEffect, useState, useSyncExternalStore } from 'react';
import { countRisks, readRiskBoardRights, readRiskPage, readRiskRows } from '../../../../../../src/reads/risk-board';
import type { RiskBoardBasis, RiskBoardRights } from '../../../../../../src/reads/risk-board-view';
import { appErrorOf } from '../../../shared/app-error';
import { jiraAsViewer } from '../../../shared/bridge';
import type { BoardState } from './board-state';
import { BoardStore } from './board-store';
import type { BoardPorts } from './board-store';

/** One board for as long as the tab stands; what it has read survives a visit to import or review. */
export function useBoard(
  basis: RiskBoardBasis,
  today: string,
): { readonly store: BoardStore; readonly state: BoardState; readonly rights: RiskBoardRights | undefined } {
  const [store] = useState(() => new BoardStore(portsOf(basis, today)));
  const state = useSyncExternalStore(store.subscribe, store.state);
  const [rights, setRights] = useState<RiskBoardRights>();
  useEffect(() => {
    store.begin('open');
    return () => store.leave();
  }, [store]);
  useEffect(() => {
    let left = false;
    readRiskBoardRights(jiraAsViewer, basis).then(
      (found) => !left && setRights(found),
      // Nothing is offered to whom Jira did not vouch for.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [basis]);
  return { store, state, rights };
}

function portsOf(basis: RiskBoardBasis, today: string): BoardPorts {
  return {
    readPage: (list, next, changedIds) => readRiskPage(jiraAsViewer, basis, list, today, next, changedIds),
    count: (list) => countRisks(jiraAsViewer, basis, list),
    readRows: (ids) => readRiskRows(jiraAsViewer, basis, ids, today),
    errorOf: appErrorOf,
  };
}
