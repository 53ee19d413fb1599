import type { Count, StoryCounts } from '../../../../../src/reads/gadget-view';
import { gadget } from '../strings/en-gadget';
import { fillWith, formatCount, pluralForm } from '../strings/fill';
import { IssuesLink } from '../ui/SiteLink';
import { Block } from './Block';
import { LargeCount, PlainCount } from './Enablers';
import { keyed } from './keyed';
import type { ShownLight } from './lights';
import { LightMark } from '../light/LightMark';
import { Shares, SharesPlaceholder } from './Shares';
import type { Part } from './summary-state';
import styles from './RiskSummary.module.css';

/** How many of the open stories somebody has looked at. */
export function Stories({ part, light }: { readonly part: Part<StoryCounts>; readonly light: ShownLight | undefined }) {
  return (
    <Block
      heading={gadget.ready.heading}
      light={{ shown: light }}
      part={part}
      placeholder={<SharesPlaceholder />}
      className={styles.half}
    >
      {(counts) => {
        if (counts.all.count === 0) return <p className={styles.plain}>{gadget.ready.none}</p>;
        return (
          <>
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
            {counts.bypasses === undefined ? null : <Bypasses bypasses={counts.bypasses} />}
          </>
        );
      }}
    </Block>
  );
}

/** Stories that went past Ready unready. None is a number too. */
function Bypasses({ bypasses: { count, jql } }: { readonly bypasses: Count }) {
  return (
    <p className={styles.bypasses}>
      {count === 0 ? null : <LightMark state="watch" />}
      <IssuesLink jql={jql}>
        <b>{formatCount(count)}</b> {pluralForm(gadget.ready.bypasses, count)}
      </IssuesLink>
      <span className={styles.small}>{gadget.ready.bypassMeans}</span>
    </p>
  );
}
