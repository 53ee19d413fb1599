import Button from '@atlaskit/button/new';
import LinkIcon from '@atlaskit/icon/core/link';
import type { Relevance } from '../../../../../../src/domain/relevance';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { panel } from '../../../shared/strings/en-panel';
import { risk as riskWords } from '../../../shared/strings/en-risk';
import { plural } from '../../../shared/strings/fill';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { ShieldIcon } from '../../../shared/ui/Icons';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import { UnlinkButton } from '../parts/UnlinkButton';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import type { LinkDialogs } from '../../../shared/panel/use-link-dialogs';
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

const HEADING = 'panel-threatens';
const LANDING = [HEADING];

function SmallLink() {
  return <LinkIcon label="" size="small" />;
}

/** The stories that this risk could hit, each with what was decided about it. */
export function ThreatenedStories({
  risk: { id, threatens, unread },
  changes,
  linking,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  /** `undefined` where the viewer may not link. */
  readonly linking: LinkDialogs | undefined;
}) {
  return (
    <section className={`${panelStyles.section} ${panelStyles.ruled}`}>
      <div className={panelStyles.headingRow}>
        <h2 className={`${panelStyles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
          {panel.risk.threatens} <span className={panelStyles.count}>{threatens.length}</span>
        </h2>
        {linking === undefined ? null : (
          <Button spacing="compact" iconBefore={SmallLink} onClick={() => linking.link('threatens')}>
            {panel.risk.linkStory}
          </Button>
        )}
      </div>
      <NoticeBar changes={changes} place="risks" landing={LANDING} />
      {threatens.length === 0 ? <p className={panelStyles.subtle}>{panel.risk.noThreatens}</p> : null}
      <ul className={styles.rows}>
        {threatens.map((story) => (
          <li key={story.linkId} className={styles.row}>
            <div className={styles.head}>
              <IssueLink className={styles.summary} issueKey={story.key}>
                {story.summary}
              </IssueLink>
              {linking === undefined ? null : (
                <UnlinkButton issueId={id} other={story} place="risks" changes={changes} />
              )}
            </div>
            <p className={styles.facts}>
              <RelevancePill relevance={story.relevance} />
              <span className={panelStyles.key}>{story.key}</span>
            </p>
          </li>
        ))}
      </ul>
      {unread.stories === 0 ? null : (
        <p className={panelStyles.help}>{plural(riskWords.enablers.unreadStories, unread.stories)}</p>
      )}
    </section>
  );
}
