import type { ReactNode } from 'react';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import type { RefinementBasis, RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';
import { refinement } from '../../../shared/strings/en-refinement';
import { plural } from '../../../shared/strings/fill';
import { Answers } from './detail/Answers';
import { Detail } from './detail/Detail';
import { Facts } from './detail/Facts';
import { Fixes } from './detail/Fixes';
import type { Commands } from './use-commands';
import styles from './meeting.module.css';

/** The current story, and what the viewer may do about it in this list. */
export function CurrentStory({
  list,
  row,
  place,
  count,
  selected,
  basis: { may },
  commands,
  timezone,
  why,
  last,
}: {
  readonly list: RefinementList;
  readonly row: RefinementRow;
  readonly place: number;
  readonly count: number;
  /** How many stories are selected: then the answers are given for those, below the list. */
  readonly selected: number;
  readonly basis: RefinementBasis;
  readonly commands: Commands;
  readonly timezone: string;
  /** The reasons, while they are open for this story. */
  readonly why: ReactNode;
  readonly last: ReactNode;
}) {
  const unanswered = row.missing.includes('answer');
  const from = list === 'bypasses' ? row.bypass?.from : undefined;
  const asked = unanswered && may.link;
  return (
    <Detail
      row={row}
      place={place}
      count={count}
      onPrevious={() => commands.run({ do: 'previous' })}
      onNext={() => commands.run({ do: 'next' })}
      facts={list === 'unassessed' ? null : <Facts list={list} row={row} timezone={timezone} />}
    >
      <Fixes
        onEnabler={asked && may.create ? commands.enabler : undefined}
        onLink={asked ? commands.link : undefined}
        moveBack={
          from !== undefined && may.move
            ? { statusName: from.name, busy: commands.movingBack, go: commands.moveBack }
            : undefined
        }
      />
      {unanswered && !may.link ? <ReadOnly>{refinement.readOnly.link}</ReadOnly> : null}
      {may.edit ? null : <ReadOnly>{refinement.readOnly.assess}</ReadOnly>}
      {may.edit && selected > 0 ? (
        <p className={styles.manyNote}>{plural(refinement.detail.manySelected, selected)}</p>
      ) : null}
      {may.edit && selected === 0 ? (
        <Answers
          relevant={row.relevance === 'relevant'}
          choosing={why !== null}
          onRelevant={commands.relevant}
          onNotRelevant={commands.notRelevant}
          onSkip={() => commands.run({ do: 'skip' })}
        />
      ) : null}
      {why}
      {last}
    </Detail>
  );
}

/** In the place of buttons: who can. */
function ReadOnly({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.readOnly}>
      <EyeIcon label="" color="var(--ds-icon-subtle)" />
      <p>{children}</p>
    </div>
  );
}
