import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { RefinementBasis, RefinementCounts, RefinementList } from '../../../../../../src/reads/refinement-view';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill, formatCount, plural } from '../../../shared/strings/fill';
import { ShieldIcon } from '../../../shared/ui/Icons';
import styles from './meeting.module.css';

const words = refinement.done;

/** In the place of an empty list: that is good news, and what comes next. */
export function Empty({
  list,
  counts,
  basis: { project, readyStatusIds },
  skipped,
  onUnskip,
  onOpen,
}: {
  readonly list: RefinementList;
  readonly counts: RefinementCounts;
  readonly basis: RefinementBasis;
  readonly skipped: number;
  readonly onUnskip: () => void;
  readonly onOpen: (list: RefinementList) => void;
}) {
  const { gate, checks } = project.settings;
  if (skipped > 0) {
    return (
      <State heading={words.skippedOnly} action={<Button onClick={onUnskip}>{refinement.list.unskip}</Button>}>
        {plural(refinement.list.skipped, skipped)}
      </State>
    );
  }
  if (counts.relevant + counts.notRelevant + counts.unassessed === 0) {
    return <State heading={words.noStory}>{words.noStoryBody}</State>;
  }
  if (list === 'unanswered' && checks.answer === 'off') return <State>{words.off.unanswered}</State>;
  if (list === 'bypasses' && (gate === 'off' || readyStatusIds.length === 0))
    return <State>{words.off.bypasses}</State>;
  if (list !== 'unassessed') return <State heading={words.empty[list].heading}>{words.empty[list].body}</State>;
  const unanswered = counts.lists.unanswered;
  return (
    <State
      heading={words.heading}
      action={
        unanswered === 0 ? undefined : (
          <Button appearance="primary" onClick={() => onOpen('unanswered')}>
            {plural(words.goUnanswered, unanswered)}
          </Button>
        )
      }
    >
      {fill(words.body, { relevant: formatCount(counts.relevant), notRelevant: formatCount(counts.notRelevant) })}
      {unanswered === 0 ? null : ` ${plural(words.stillUnanswered, unanswered)}`}
    </State>
  );
}

function State({
  heading,
  action,
  children,
}: {
  readonly heading?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {heading === undefined ? null : (
        <>
          <span className={styles.emptyIcon}>
            <ShieldIcon kind="ready" size={20} />
          </span>
          <h3>{heading}</h3>
        </>
      )}
      <p>{children}</p>
      {action}
    </div>
  );
}
