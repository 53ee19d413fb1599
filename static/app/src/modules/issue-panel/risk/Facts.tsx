import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { panel } from '../../../shared/strings/en-panel';
import { PersonName } from '../../../shared/ui/PersonName';
import { RelativeDay } from '../../../shared/ui/RelativeDay';
import { Face } from '../parts/Face';
import panelStyles from '../parts/panel.module.css';
import styles from './facts.module.css';
import { secureAddress } from './secure-address';

/** Owner, treatment and dates of a risk; what it would do to the business. */
export function Facts({ risk, today }: { readonly risk: RiskView; readonly today: string }) {
  const words = panel.risk;
  const closed = risk.status.category === 'done';
  return (
    <>
      <dl className={`${styles.facts} ${panelStyles.ruled}`} aria-label={words.facts}>
        <dt>{words.owner}</dt>
        <dd className={styles.person}>
          {risk.owner === undefined ? null : <Face name={risk.owner.name} avatarUrl={risk.owner.avatarUrl} />}
          <PersonName name={risk.owner?.name} />
        </dd>
        <dt>{words.treatment}</dt>
        <dd>{risk.treatment === undefined ? <None>{words.none}</None> : words.treatments[risk.treatment]}</dd>
        <dt>{words.nextReview}</dt>
        <dd>
          {risk.nextReview === undefined ? (
            <None>{closed ? words.none : words.nextReviewNone}</None>
          ) : (
            <RelativeDay day={risk.nextReview} today={today} distance lateWhenPast={!closed} />
          )}
        </dd>
        {risk.due === undefined ? null : (
          <>
            <dt>{words.due}</dt>
            <dd>
              <RelativeDay day={risk.due} today={today} distance lateWhenPast={!closed} />
            </dd>
          </>
        )}
        {risk.acceptanceExpires === undefined ? null : (
          <>
            <dt>{words.accepted}</dt>
            <dd>
              <RelativeDay day={risk.acceptanceExpires} today={today} distance lateWhenPast={!closed} />
            </dd>
          </>
        )}
        {risk.infoSecReference === undefined ? null : (
          <>
            <dt>{words.reference}</dt>
            <dd>
              <Reference text={risk.infoSecReference} />
            </dd>
          </>
        )}
      </dl>
      {risk.businessImpact === undefined ? null : (
        <section className={`${panelStyles.section} ${panelStyles.ruled}`}>
          <h2 className={panelStyles.heading}>{words.businessImpact}</h2>
          <p className={styles.impact}>{risk.businessImpact}</p>
        </section>
      )}
    </>
  );
}

function None({ children }: { readonly children: string }) {
  return <span className={styles.none}>{children}</span>;
}

/** A link only where it is an https address; else the text as it was typed. */
function Reference({ text }: { readonly text: string }) {
  const address = secureAddress(text);
  if (address === undefined) return <>{text}</>;
  return (
    <a className={styles.link} href={address.href} title={address.href} target="_blank" rel="noreferrer noopener">
      {address.label} <LinkExternalIcon label={panel.risk.newTab} size="small" />
    </a>
  );
}
