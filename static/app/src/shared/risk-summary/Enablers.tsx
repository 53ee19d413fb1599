import { percentDone } from '../../../../../src/domain/progress';
import type { EnablerCounts } from '../../../../../src/reads/gadget-view';
import { gadget } from '../strings/en-gadget';
import { fillWith, formatCount } from '../strings/fill';
import { IssuesLink } from '../ui/SiteLink';
import { Block } from './Block';
import { keyed } from './keyed';
import type { ShownLight } from './lights';
import { Shares, SharesPlaceholder } from './Shares';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

/** How far the issues are that reduce the risks. */
export function Enablers({
  part,
  light,
}: {
  readonly part: Part<EnablerCounts>;
  readonly light: ShownLight | undefined;
}) {
  return (
    <Block
      heading={gadget.enablers.heading}
      light={{ shown: light }}
      part={part}
      placeholder={<SharesPlaceholder />}
      className={styles.half}
    >
      {(counts) => {
        const percent = percentDone({
          done: counts.done.count,
          inProgress: counts.inProgress.count,
          toDo: counts.toDo.count,
        });
        if (percent === undefined) return <p className={styles.plain}>{gadget.enablers.none}</p>;
        return (
          <Shares
            figure={keyed(
              fillWith(gadget.enablers.done, {
                done: <LargeCount jql={counts.done.jql} count={counts.done.count} />,
                all: <PlainCount jql={counts.all.jql} count={counts.all.count} />,
              }),
            )}
            percent={percent}
            shares={(['done', 'inProgress', 'toDo'] as const).map((look) => ({
              look,
              label: gadget.enablers.keys[look],
              count: counts[look],
            }))}
          />
        );
      }}
    </Block>
  );
}

export function LargeCount({ jql, count }: { readonly jql: string; readonly count: number }) {
  return (
    <IssuesLink jql={jql} className={styles.large}>
      {formatCount(count)}
    </IssuesLink>
  );
}

export function PlainCount({ jql, count }: { readonly jql: string; readonly count: number }) {
  return <IssuesLink jql={jql}>{formatCount(count)}</IssuesLink>;
}
