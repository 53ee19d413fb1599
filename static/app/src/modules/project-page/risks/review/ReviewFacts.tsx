import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { SinceLastLook } from '../../../../../../../src/reads/review-view';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { Key, useKeysOn } from '../../../../shared/panel/Key';
import type { Changes } from '../../../../shared/panel/use-change';
import { OwnerEditor } from '../../../../shared/risk/OwnerEditor';
import { Reference } from '../../../../shared/risk/Reference';
import { TreatmentEditor } from '../../../../shared/risk/TreatmentEditor';
import type { Editing } from '../../../../shared/risk/use-editing';
import { panel } from '../../../../shared/strings/en-panel';
import { review } from '../../../../shared/strings/en-review';
import { risk as riskWords } from '../../../../shared/strings/en-risk';
import { Face } from '../../../../shared/ui/Face';
import { PersonName } from '../../../../shared/ui/PersonName';
import { RelativeDay } from '../../../../shared/ui/RelativeDay';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import styles from './review.module.css';

/** Owner and treatment, which the meeting may change, and what else one asks for. */
export function ReviewFacts({
  risk,
  since,
  today,
  mayChange,
  changes,
  editing,
}: {
  readonly risk: RiskView;
  readonly since: SinceLastLook;
  readonly today: string;
  readonly mayChange: boolean;
  readonly changes: Changes;
  readonly editing: Editing;
}) {
  const words = panel.risk;
  const open = editing.open?.what;
  const forms = { risk, changes, editing, place: 'facts' } as const;
  return (
    <section className={styles.section} aria-label={words.facts} id="review-facts" tabIndex={-1}>
      <dl className={styles.facts}>
        <Fact name={words.owner}>
          {risk.owner === undefined ? null : <Face name={risk.owner.name} avatarUrl={risk.owner.avatarUrl} />}
          <PersonName name={risk.owner?.name} />
          {mayChange ? (
            <Edit
              name={risk.owner === undefined ? riskWords.owner.choose : riskWords.owner.change}
              keyName="O"
              open={open === 'owner'}
              onClick={() => editing.toggle('owner', 'review:owner')}
            />
          ) : null}
        </Fact>
        <Fact name={words.treatment}>
          {risk.treatment === undefined ? (
            <span className={styles.subtle}>{words.none}</span>
          ) : (
            words.treatments[risk.treatment]
          )}
          {mayChange ? (
            <Edit
              name={riskWords.treatment.change}
              keyName="T"
              open={open === 'treatment'}
              onClick={() => editing.toggle('treatment', 'review:treatment')}
            />
          ) : null}
        </Fact>
        {risk.acceptanceExpires === undefined ? null : (
          <Fact name={words.accepted}>
            <RelativeDay day={risk.acceptanceExpires} today={today} distance lateWhenPast />
          </Fact>
        )}
        {risk.due === undefined ? null : (
          <Fact name={words.due}>
            <RelativeDay day={risk.due} today={today} distance lateWhenPast />
          </Fact>
        )}
        {risk.infoSecReference === undefined ? null : (
          <Fact name={words.reference}>
            <Reference text={risk.infoSecReference} />
          </Fact>
        )}
        {since.identified === undefined ? null : (
          <Fact name={review.identified}>
            <RelativeDay day={since.identified.slice(0, 10)} today={today} />
          </Fact>
        )}
        {risk.threatens.length === 0 ? null : (
          <Fact name={review.threatens}>
            {risk.threatens.map(({ linkId, key, summary }) => (
              <IssueLink key={linkId} className={styles.link} issueKey={key} title={summary}>
                {key}
              </IssueLink>
            ))}
          </Fact>
        )}
      </dl>
      {open === 'owner' ? <OwnerEditor {...forms} /> : null}
      {open === 'treatment' ? <TreatmentEditor risk={risk} changes={changes} editing={editing} /> : null}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Edit({
  name,
  keyName,
  open,
  onClick,
}: {
  readonly name: string;
  readonly keyName: string;
  readonly open: boolean;
  readonly onClick: () => void;
}) {
  const keysOn = useKeysOn();
  return (
    <Button
      spacing="compact"
      appearance="subtle"
      aria-expanded={open}
      aria-keyshortcuts={keysOn ? keyName : undefined}
      onClick={onClick}
    >
      {name} <Key>{keyName}</Key>
    </Button>
  );
}
