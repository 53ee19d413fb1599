import Button, { IconButton } from '@atlaskit/button/new';
import LinkBrokenIcon from '@atlaskit/icon/core/link-broken';
import { useState } from 'react';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import { unlinkChange, unlinkControl } from '../../../shared/panel/link-changes';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import { SmallLink } from './Checks';
import { RiskCard } from './RiskCard';
import type { Linking } from './use-linking';
import styles from './risk-card.module.css';

const RISKS_HEADING = 'panel-risks';
const RISKS_LANDING = [RISKS_HEADING];
const ENABLERS_HEADING = 'panel-enablers';
const ENABLERS_LANDING = [ENABLERS_HEADING];

/** Cards shown before “3 more”. */
const SHOWN = 2;

/** The risks a story is linked to, the most severe first, and the way to link more. */
export function LinkedRisks({
  story,
  today,
  changes,
  linking,
  offerLink,
}: {
  readonly story: StoryView;
  readonly today: string;
  readonly changes: Changes;
  /** `undefined` where the viewer may not link. */
  readonly linking: Linking | undefined;
  /** False where the same button already stands above. */
  readonly offerLink: boolean;
}) {
  const [all, setAll] = useState(false);
  const { risks } = story;
  const shown = all ? risks : risks.slice(0, SHOWN);
  const hidden = risks.length - shown.length;
  const noticed = changes.notice?.place === 'risks';
  const button = linking !== undefined && offerLink ? linking.link : undefined;
  if (risks.length === 0 && button === undefined && !noticed) return null;
  return (
    <section className={panelStyles.section} aria-labelledby={RISKS_HEADING}>
      <div className={panelStyles.headingRow}>
        <h3
          className={`${risks.length === 0 ? panelStyles.subtleHeading : panelStyles.heading} ${panelStyles.landing}`}
          id={RISKS_HEADING}
          tabIndex={-1}
        >
          {risks.length === 0 ? panel.risks.none : panel.risks.title}
        </h3>
        {button === undefined ? null : (
          <Button spacing="compact" iconBefore={SmallLink} onClick={button}>
            {risks.length === 0 ? panel.risks.linkLong : panel.risks.link}
          </Button>
        )}
      </div>
      <NoticeBar changes={changes} place="risks" landing={RISKS_LANDING} />
      {shown.map((risk) => (
        <RiskCard
          key={risk.linkId}
          risk={risk}
          isStory={story.isStory}
          issueStatus={story.status}
          today={today}
          unlinking={changes.saving === unlinkControl(risk.linkId)}
          onUnlink={linking === undefined ? undefined : () => changes.make(unlinkChange(story.id, risk, 'risks'))}
        />
      ))}
      {hidden > 0 ? (
        <div>
          <Button spacing="compact" appearance="subtle" onClick={() => setAll(true)}>
            {plural(panel.risks.more, hidden)}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** The issues that secure a story. */
export function SecuringEnablers({
  story,
  changes,
  mayLink,
}: {
  readonly story: StoryView;
  readonly changes: Changes;
  readonly mayLink: boolean;
}) {
  const noticed = changes.notice?.place === 'enablers';
  if (story.enablers.length === 0 && !noticed) return null;
  return (
    <section className={panelStyles.section} aria-labelledby={ENABLERS_HEADING}>
      <h3 className={`${panelStyles.heading} ${panelStyles.landing}`} id={ENABLERS_HEADING} tabIndex={-1}>
        {panel.enablers.securing}
      </h3>
      <NoticeBar changes={changes} place="enablers" landing={ENABLERS_LANDING} />
      <ul>
        {story.enablers.map((enabler) => (
          <li key={enabler.linkId} className={styles.enabler}>
            <div>
              <IssueLink issueKey={enabler.key}>{enabler.summary}</IssueLink>
              <p className={styles.enablerFacts}>
                <StatusName status={enabler.status} />
                <span className={panelStyles.key}>{enabler.key}</span>
              </p>
            </div>
            {mayLink ? (
              <IconButton
                icon={LinkBrokenIcon}
                label={fill(panel.enablers.unlink, { key: enabler.key })}
                appearance="subtle"
                spacing="compact"
                isTooltipDisabled
                isLoading={changes.saving === unlinkControl(enabler.linkId)}
                onClick={() => changes.make(unlinkChange(story.id, enabler, 'enablers'))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
