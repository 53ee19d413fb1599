import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { panel } from '../../../shared/strings/en-panel';
import { risk as riskWords } from '../../../shared/strings/en-risk';
import { PersonName } from '../../../shared/ui/PersonName';
import { RelativeDay } from '../../../shared/ui/RelativeDay';
import { Face } from '../../../shared/ui/Face';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import { LastReview } from '../../../shared/risk/LastReview';
import type { Edited, Editing } from '../../../shared/risk/use-editing';
import styles from './facts.module.css';
import { Reference } from '../../../shared/risk/Reference';

const FACTS = 'panel-facts';
const LANDING = [FACTS];

/** Owner, treatment and dates of a risk; what it would do to the business. */
export function Facts({
  risk,
  today,
  changes,
  editing,
  form,
}: {
  readonly risk: RiskView;
  /** ISO day. */
  readonly today: string;
  readonly changes: Changes;
  readonly editing: Editing;
  /** The form that is open beside this control, if any. */
  readonly form: (anchor: string) => ReactNode;
}) {
  const words = panel.risk;
  const closed = risk.status.category === 'done';
  const edit = (what: Edited, label: string, name: string = label) =>
    risk.mayEdit ? <EditButton what={what} label={label} name={name} editing={editing} /> : null;
  return (
    <>
      <NoticeBar changes={changes} place="facts" landing={LANDING} />
      <dl
        className={`${styles.facts} ${panelStyles.ruled} ${panelStyles.landing}`}
        aria-label={words.facts}
        id={FACTS}
        tabIndex={-1}
      >
        <dt>{words.owner}</dt>
        <dd className={styles.person}>
          {risk.owner === undefined ? null : <Face name={risk.owner.name} avatarUrl={risk.owner.avatarUrl} />}
          <PersonName name={risk.owner?.name} />
          {risk.owner === undefined
            ? edit('owner', riskWords.choose, riskWords.owner.choose)
            : edit('owner', riskWords.change, riskWords.owner.change)}
        </dd>
        <Form>{form('facts:owner')}</Form>
        <dt>{words.treatment}</dt>
        <dd className={styles.value}>
          {risk.treatment === undefined ? <None>{words.none}</None> : words.treatments[risk.treatment]}
          {edit('treatment', riskWords.change, riskWords.treatment.change)}
        </dd>
        <Form>{form('facts:treatment')}</Form>
        <dt>{words.nextReview}</dt>
        <dd className={styles.value}>
          {risk.nextReview === undefined ? (
            <None>{closed ? words.none : words.nextReviewNone}</None>
          ) : (
            <RelativeDay day={risk.nextReview} today={today} distance lateWhenPast={!closed} />
          )}
          {closed ? null : edit('review', riskWords.fixes.reviewed)}
        </dd>
        <Form>{form('facts:review')}</Form>
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
      {risk.lastReview === undefined ? null : <LastReview review={risk.lastReview} today={today} />}
      {risk.businessImpact === undefined ? null : (
        <section className={`${panelStyles.section} ${panelStyles.ruled}`}>
          <h2 className={panelStyles.heading}>{words.businessImpact}</h2>
          <p className={styles.impact}>{risk.businessImpact}</p>
        </section>
      )}
    </>
  );
}

/** Small, beside the value that it changes. */
function EditButton({
  what,
  label,
  name,
  editing,
}: {
  readonly what: Edited;
  readonly label: string;
  /** For whoever does not see what it stands beside. */
  readonly name: string;
  readonly editing: Editing;
}) {
  const anchor = `facts:${what}`;
  return (
    <span className={styles.edit}>
      <Button
        spacing="compact"
        appearance="subtle"
        aria-label={name}
        aria-expanded={editing.open?.anchor === anchor}
        onClick={() => editing.toggle(what, anchor)}
      >
        {label}
      </Button>
    </span>
  );
}

/** As wide as the list, below the line it belongs to. */
function Form({ children }: { readonly children: ReactNode }) {
  return children === null ? null : <dd className={styles.form}>{children}</dd>;
}

function None({ children }: { readonly children: string }) {
  return <span className={styles.none}>{children}</span>;
}
