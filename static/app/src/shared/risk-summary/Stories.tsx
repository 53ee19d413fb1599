import type { StoryCounts } from '../../../../../src/reads/gadget-view';
import { gadget } from '../strings/en-gadget';
import { fillWith, pluralForm } from '../strings/fill';
import { Block } from './Block';
import { LargeCount, PlainCount } from './Enablers';
import { keyed } from './keyed';
import { Shares, SharesPlaceholder } from './Shares';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

/** How many of the open stories somebody has looked at. */
export function Stories({ part }: { readonly part: Part<StoryCounts> }) {
  return (
    <Block heading={gadget.ready.heading} part={part} placeholder={<SharesPlaceholder />} className={styles.half}>
      {(counts) => {
        if (counts.all.count === 0) return <p className={styles.plain}>{gadget.ready.none}</p>;
        return (
          <Shares
            figure={keyed(
              fillWith(pluralForm(gadget.ready.assessed, counts.all.count), {
                assessed: <LargeCount jql={counts.assessed.jql} count={counts.assessed.count} />,
                all: <PlainCount jql={counts.all.jql} count={counts.all.count} />,
              }),
            )}
            // Rounded down, so that 100 means all.
            percent={Math.floor((counts.assessed.count / counts.all.count) * 100)}
            shares={(['relevant', 'notRelevant', 'unassessed'] as const).map((look) => ({
              look,
              label: gadget.ready.keys[look],
              count: counts[look],
            }))}
          />
        );
      }}
    </Block>
  );
}
