import { useCallback, useEffect, useMemo, useState } from 'react';
import { ownersIn } from '../../../../../../../src/domain/csv/read-file';
import type { Table } from '../../../../../../../src/domain/csv/read-file';
import type { ColumnMeanings } from '../../../../../../../src/domain/csv/columns';
import { ownerKey } from '../../../../../../../src/domain/csv/read-row';
import type { AskedOwner, OwnerAnswer } from '../../../../../../../src/domain/csv/read-row';
import { findOwner } from '../../../../../../../src/reads/owner-search';
import type { OwnerFinding } from '../../../../../../../src/reads/owner-search';
import { jiraAsViewer } from '../../../../shared/bridge';

export type OwnerState = OwnerFinding | { readonly state: 'looking' } | { readonly state: 'failed' };

/** What somebody decided about an owner: an account, or to leave the owner alone. */
export type OwnerChoice = { readonly accountId: string } | 'leave';

export interface NamedOwner extends AskedOwner {
  readonly key: string;
  readonly rows: number;
  readonly state: OwnerState;
  readonly choice: OwnerChoice | undefined;
}

export interface Owners {
  readonly all: readonly NamedOwner[];
  /** Still being looked up. */
  readonly looking: number;
  readonly answers: ReadonlyMap<string, OwnerAnswer>;
  readonly choose: (key: string, choice: OwnerChoice | undefined) => void;
  readonly lookAgain: () => void;
}

/** Look-ups at a time. */
const AT_ONCE = 4;

/** Looks up everybody whom the columns name as an owner, each once, also when the columns change. */
export function useOwners(table: Table, meanings: ColumnMeanings): Owners {
  const asked = useMemo(() => ownersIn(table, meanings), [table, meanings]);
  const [found, setFound] = useState<ReadonlyMap<string, OwnerState>>(new Map());
  const [choices, setChoices] = useState<ReadonlyMap<string, OwnerChoice>>(new Map());
  const [round, setRound] = useState(0);

  useEffect(() => {
    let left = false;
    const isLeft = () => left;
    const open = asked.filter((owner) => !isKnown(found.get(ownerKey(owner)))).values();
    const worker = async () => {
      for (const owner of open) {
        if (isLeft()) return;
        const state = await findOwner(jiraAsViewer, owner).catch((): OwnerState => ({ state: 'failed' }));
        if (isLeft()) return;
        setFound((old) => new Map(old).set(ownerKey(owner), state));
      }
    };
    for (let count = 0; count < AT_ONCE; count += 1) void worker();
    return () => {
      left = true;
    };
    // What is found meanwhile is no reason to begin anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, round]);

  const choose = useCallback((key: string, choice: OwnerChoice | undefined) => {
    setChoices((old) => {
      const next = new Map(old);
      if (choice === undefined) next.delete(key);
      else next.set(key, choice);
      return next;
    });
  }, []);
  const lookAgain = useCallback(() => {
    setFound((old) => new Map([...old].filter(([, state]) => isKnown(state))));
    setRound((old) => old + 1);
  }, []);

  return useMemo(() => {
    const all = asked.map((owner): NamedOwner => {
      const key = ownerKey(owner);
      return { ...owner, key, state: found.get(key) ?? { state: 'looking' }, choice: choices.get(key) };
    });
    return {
      all,
      looking: all.filter(({ state }) => state.state === 'looking').length,
      answers: new Map(all.map((owner) => [owner.key, answerOf(owner)])),
      choose,
      lookAgain,
    };
  }, [asked, found, choices, choose, lookAgain]);
}

function isKnown(state: OwnerState | undefined): boolean {
  return state !== undefined && state.state !== 'failed';
}

function answerOf({ state, choice }: NamedOwner): OwnerAnswer {
  if (choice === 'leave') return { state: 'left' };
  if (choice !== undefined) return { state: 'found', accountId: choice.accountId };
  if (state.state === 'found') return { state: 'found', accountId: state.person.accountId };
  return { state: state.state === 'several' ? 'several' : 'nobody' };
}
