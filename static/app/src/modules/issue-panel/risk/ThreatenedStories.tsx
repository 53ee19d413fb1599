import type { Relevance } from '../../../../../../src/domain/relevance';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { panel } from '../../../shared/strings/en-panel';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { ShieldIcon } from '../parts/Icons';
import panelStyles from '../parts/panel.module.css';
import styles from './enablers.module.css';

/** Unassessed asks for a look; the other two are facts. */
function RelevancePill({ relevance }: { readonly relevance: Relevance }) {
  return (
    <span className={`${styles.pill} ${relevance === 'unassessed' ? styles.look : ''}`}>
      <ShieldIcon kind={relevance} size={12} />
      {panel.relevance[relevance]}
    </span>
  );
}

/** The stories that this risk could hit, each with what was decided about it. */
export function ThreatenedStories({ risk: { threatens } }: { readonly risk: RiskView }) {
  return (
    <section className={`${panelStyles.section} ${panelStyles.ruled}`}>
      <h2 className={panelStyles.heading}>
        {panel.risk.threatens} <span className={panelStyles.count}>{threatens.length}</span>
      </h2>
      {threatens.length === 0 ? <p className={panelStyles.subtle}>{panel.risk.noThreatens}</p> : null}
      <ul className={styles.rows}>
        {threatens.map((story) => (
          <li key={story.linkId} className={styles.row}>
            <IssueLink className={styles.summary} issueKey={story.key}>
              {story.summary}
            </IssueLink>
            <p className={styles.facts}>
              <RelevancePill relevance={story.relevance} />
              <span className={panelStyles.key}>{story.key}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
