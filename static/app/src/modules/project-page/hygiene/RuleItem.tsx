import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import { useEffect } from 'react';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import type { HygieneBasis, RuleWay } from '../../../../../../src/reads/hygiene-view';
import { common } from '../../../shared/strings/en-common';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { formatCount, plural } from '../../../shared/strings/fill';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import type { HygieneRights } from './HygienePage';
import type { RuleStanding } from './hygiene-state';
import type { HygieneStore } from './hygiene-store';
import { FailedLine } from './FailedLine';
import { RuleQuery } from './RuleQuery';
import { RuleRows } from './RuleRows';
import { headingId } from './rule-ids';
import styles from './hygiene.module.css';

export interface RuleProps {
  readonly rule: HygieneRule;
  readonly way: RuleWay;
  readonly standing: RuleStanding;
  readonly store: HygieneStore;
  readonly basis: HygieneBasis;
  readonly projectKey: string;
  readonly rights: HygieneRights | undefined;
}

/** One rule: what it is, how many break it; open: why it matters, how to find them in Jira, and the risks themselves. */
export function RuleItem({
  open,
  onToggle,
  ...props
}: RuleProps & { readonly open: boolean; readonly onToggle: (rule: HygieneRule) => void }) {
  const { rule, way, standing, store } = props;
  const { title, why } = words.rules[rule];
  const body = `hygiene-${rule}`;

  // Rows of a counted rule are read when somebody looks at them.
  const unread =
    open && standing.place?.kind === 'list' && standing.rows.state === 'unread' && (standing.count ?? 0) > 0;
  useEffect(() => {
    if (unread) store.readRows(rule);
  }, [unread, store, rule]);

  return (
    <li className={styles.rule}>
      <h3 className={styles.ruleHeading}>
        <button
          type="button"
          id={headingId(rule)}
          className={styles.ruleButton}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => onToggle(rule)}
        >
          <span className={styles.chevron}>{open ? <ChevronDownIcon label="" /> : <ChevronRightIcon label="" />}</span>
          <span className={styles.ruleTitle}>{title}</span>
          <RuleCount standing={standing} way={way} />
        </button>
      </h3>
      <div id={body} className={styles.ruleBody} hidden={!open}>
        {open ? (
          <>
            <p className={styles.why}>{why}</p>
            <RuleQuery rule={rule} way={way} standing={standing} />
            {standing.error === undefined || standing.place?.kind === 'look' ? null : (
              <CountFailed rule={rule} standing={standing} store={store} />
            )}
            <RuleRows {...props} />
          </>
        ) : null}
      </div>
    </li>
  );
}

/** A number with its word; zero is a green check. */
function RuleCount({
  standing: { count, atLeast, error },
  way,
}: {
  readonly standing: RuleStanding;
  readonly way: RuleWay;
}) {
  if (way.way === 'noField') return <span className={styles.quiet}>{words.notHere}</span>;
  if (count === undefined) {
    if (error !== undefined) return <span className={styles.quiet}>{words.notCounted}</span>;
    return (
      <span aria-busy="true">
        <VisuallyHidden>{common.loading}</VisuallyHidden>
        <Skeleton width="2rem" height="1.25rem" />
      </span>
    );
  }
  if (count === 0 && !atLeast) {
    return (
      <span className={styles.fine}>
        <CheckCircleIcon label="" color="var(--ds-icon-success)" /> {words.none}
      </span>
    );
  }
  return (
    <span className={count === 0 ? styles.quiet : styles.number}>
      <span aria-hidden="true">
        {formatCount(count)}
        {atLeast ? '+' : ''}
      </span>
      <VisuallyHidden>{plural(atLeast ? words.countAtLeast : words.count, count)}</VisuallyHidden>
    </span>
  );
}

function CountFailed({ rule, standing, store }: Pick<RuleProps, 'rule' | 'standing' | 'store'>) {
  if (standing.error === undefined) return null;
  return <FailedLine template={words.failed} error={standing.error} onRetry={() => store.count(rule)} />;
}
