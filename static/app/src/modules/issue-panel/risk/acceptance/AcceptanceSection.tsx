import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { Accepted, Decision } from '../../../../../../../src/domain/acceptance';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { daysUntil, isoToday, shortDay } from '../../../../shared/days';
import { acceptance as words } from '../../../../shared/strings/en-acceptance';
import { fill, plural } from '../../../../shared/strings/fill';
import type { Read } from '../../../../shared/use-reading';
import { NoticeBar } from '../../../../shared/panel/NoticeBar';
import panelStyles from '../../../../shared/panel/panel.module.css';
import type { Changes } from '../../../../shared/panel/use-change';
import { withdrawChange } from './acceptance-changes';
import { AskForm } from './AskForm';
import { DecideForm } from './DecideForm';
import { DecisionList } from './DecisionList';
import { openRequest } from './request-line';
import type { Decisions } from './use-decisions';
import styles from './acceptance.module.css';

const HEADING = 'panel-acceptance';
const LANDING = [HEADING];

/** Whether the form to ask is open: what is wrong with the risk opens it too. */
interface Asking {
  readonly asking: boolean;
  readonly onAsking: (asking: boolean) => void;
}

/** Living with the risk: what holds, what waits, asking and deciding, and all decisions. */
export function AcceptanceSection({
  risk,
  read: { reading, restart },
  changes,
  asking,
  onAsking,
}: Asking & {
  readonly risk: RiskView;
  readonly read: Read<Decisions>;
  readonly changes: Changes;
}) {
  return (
    <section className={`${panelStyles.section} ${panelStyles.ruled}`} aria-labelledby={HEADING}>
      <h2 className={`${panelStyles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
        {words.heading}
        {reading.state === 'ready' ? (
          <span className={panelStyles.count}> {reading.value.view.decisions.length}</span>
        ) : null}
      </h2>
      <NoticeBar changes={changes} place="acceptance" landing={LANDING} />
      {reading.state === 'loading' ? <p className={panelStyles.help}>{words.loading}</p> : null}
      {reading.state === 'failed' ? (
        <div className={panelStyles.actions}>
          <p>{words.failed}</p>
          <Button spacing="compact" onClick={restart}>
            {words.again}
          </Button>
        </div>
      ) : null}
      {reading.state === 'ready' ? (
        <Known risk={risk} decisions={reading.value} changes={changes} asking={asking} onAsking={onAsking} />
      ) : null}
    </section>
  );
}

function Known({
  risk,
  decisions,
  changes,
  ...asking
}: Asking & {
  readonly risk: RiskView;
  readonly decisions: Decisions;
  readonly changes: Changes;
}) {
  const { view, told } = decisions;
  // An acceptance ends with the day in UTC, wherever the viewer is.
  const today = isoToday('UTC');
  const open = openRequest(view);
  const holds = view.decisions.filter(isAccepted).find(({ number }) => number === view.holds);
  const why = open?.commentId === undefined ? undefined : told.get(open.commentId);
  return (
    <>
      {holds === undefined ? null : <Holds accepted={holds} extension={open !== undefined} today={today} />}
      {open === undefined ? null : view.mayDecide ? (
        <DecideForm risk={risk} request={open} told={why} today={today} changes={changes} />
      ) : (
        <div className={styles.request}>
          <p>{fill(words.waiting, { day: shortDay(open.until, today) })}</p>
          {view.mayWithdraw ? (
            <div className={panelStyles.actions}>
              <Button
                spacing="compact"
                isLoading={changes.saving === 'acceptance:withdraw'}
                onClick={() => changes.make(withdrawChange(risk.id, open.number))}
              >
                {words.withdraw}
              </Button>
            </div>
          ) : null}
        </div>
      )}
      {view.mayAsk ? (
        <Ask risk={risk} today={today} changes={changes} extend={holds !== undefined} {...asking} />
      ) : null}
      {view.noApprover && risk.mayEdit && risk.status.category !== 'done' ? (
        <p className={panelStyles.help}>{words.noApprover}</p>
      ) : null}
      <DecisionList risk={risk} decisions={decisions} today={today} />
    </>
  );
}

function Holds({
  accepted: { until },
  extension,
  today,
}: {
  readonly accepted: Accepted;
  /** Somebody asked to extend it. */
  readonly extension: boolean;
  readonly today: string;
}) {
  const left = daysUntil(until, today);
  return (
    <div className={styles.holds}>
      <p>
        <b>{left <= 0 ? words.holds.lastDay : plural(words.holds.left, left)}</b>
        {extension ? ` · ${words.holds.extension}` : null}
      </p>
      <p>{fill(words.holds.then, { day: shortDay(until, today) })}</p>
    </div>
  );
}

function Ask({
  risk,
  today,
  changes,
  extend,
  asking,
  onAsking,
}: Asking & {
  readonly risk: RiskView;
  readonly today: string;
  readonly changes: Changes;
  /** An acceptance holds. */
  readonly extend: boolean;
}) {
  const opener = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    onAsking(false);
    opener.current?.focus();
  };
  return (
    <>
      <div className={panelStyles.actions}>
        <Button ref={opener} spacing="compact" aria-expanded={asking} onClick={() => onAsking(!asking)}>
          {extend ? words.ask.extend : words.ask.open}
        </Button>
      </div>
      {asking ? (
        <AskForm risk={risk} today={today} changes={changes} onClose={() => onAsking(false)} onCancel={cancel} />
      ) : null}
    </>
  );
}

function isAccepted(decision: Decision): decision is Accepted {
  return decision.kind === 'accepted';
}
