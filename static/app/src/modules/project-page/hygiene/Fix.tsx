import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import { readRisk } from '../../../../../../src/reads/risk';
import type { HygieneBasis, HygieneRow } from '../../../../../../src/reads/hygiene-view';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { jiraAsViewer } from '../../../shared/bridge';
import type { Changes } from '../../../shared/panel/use-change';
import { OwnerEditor } from '../../../shared/risk/OwnerEditor';
import { ReviewEditor } from '../../../shared/risk/ReviewEditor';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { useReading } from '../../../shared/use-reading';
import { FailedLine } from './FailedLine';
import { LinkFix } from './LinkFix';
import { MoveFix } from './MoveFix';
import { ScoreFix } from './ScoreFix';
import styles from './hygiene.module.css';

export interface FixProps {
  readonly rule: HygieneRule;
  readonly risk: RiskView;
  readonly row: HygieneRow;
  readonly changes: Changes;
  /** Reads the row again. */
  readonly refresh: () => Promise<boolean>;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** The form that puts a risk right, by the risk as it is now: reading the panel's facts costs nothing until it is asked for. */
export function Fix({
  basis,
  projectKey,
  ...props
}: Omit<FixProps, 'risk'> & { readonly basis: HygieneBasis; readonly projectKey: string }) {
  const { setup, today } = basis;
  const { id } = props.row;
  const read = useCallback(() => readRisk(jiraAsViewer, setup, id, today), [setup, id, today]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') {
    return (
      <div className={styles.fix} aria-busy="true">
        <VisuallyHidden>{words.fix.reading}</VisuallyHidden>
        <Skeleton height="6rem" radius="var(--ds-radius-large)" />
      </div>
    );
  }
  if (reading.state === 'failed') {
    return (
      <div className={styles.fix}>
        <FailedLine template={words.fix.readFailed} error={reading.error} onRetry={restart} />
      </div>
    );
  }
  return (
    <div className={styles.fix}>
      <Form {...props} risk={reading.value} today={today} />
    </div>
  );
}

function Form({ today, ...props }: FixProps & { readonly today: string }) {
  const { rule, risk, changes, onCancel, onDone } = props;
  // The forms of the risk's panel: here one is open, and closing it closes the whole.
  const editing = { open: undefined, toggle: onCancel, cancel: onCancel, close: onDone };
  switch (rule) {
    case 'noOwner':
    case 'ownerInactive':
      return risk.mayEdit ? (
        <OwnerEditor risk={risk} changes={changes} editing={editing} place="problems" />
      ) : (
        <MayNot onCancel={onCancel} />
      );
    case 'reviewOverdue':
      return risk.mayEdit ? (
        <ReviewEditor risk={risk} changes={changes} editing={editing} place="problems" today={today} />
      ) : (
        <MayNot onCancel={onCancel} />
      );
    case 'residualAboveInherent':
    case 'residualUnproven':
      return risk.mayEdit ? <ScoreFix {...props} /> : <MayNot onCancel={onCancel} />;
    case 'inTreatmentWithoutEnabler':
      return risk.mayLink ? <LinkFix {...props} /> : <MayNot onCancel={onCancel} />;
    case 'acceptanceLapsed':
    case 'allEnablersDone':
    case 'closedWithOpenEnablers':
      return <MoveFix {...props} />;
  }
}

/** The project gives the right, this one risk does not. */
function MayNot({ onCancel }: Pick<FixProps, 'onCancel'>) {
  return (
    <div className={styles.box}>
      <p>{words.fix.mayNot}</p>
      <div className={styles.actions}>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          {words.fix.close}
        </Button>
      </div>
    </div>
  );
}
