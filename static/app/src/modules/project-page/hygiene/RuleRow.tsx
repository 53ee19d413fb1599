import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import type { HygieneRow } from '../../../../../../src/reads/hygiene-view';
import type { Changes } from '../../../shared/panel/use-change';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { fill } from '../../../shared/strings/fill';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { PersonName } from '../../../shared/ui/PersonName';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import { Fix } from './Fix';
import type { HygieneRights } from './HygienePage';
import type { RuleProps } from './RuleItem';
import { RowFact } from './RowFact';
import styles from './hygiene.module.css';

/** One risk that breaks the rule; its fix opens below it. */
export function RuleRow({
  rule,
  row,
  basis,
  projectKey,
  rights,
  changes,
  fixing,
  refresh,
  onFix,
}: RuleProps & {
  readonly row: HygieneRow;
  readonly changes: Changes;
  readonly fixing: boolean;
  readonly refresh: () => Promise<boolean>;
  /** `undefined` closes it. */
  readonly onFix: (row: HygieneRow | undefined) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const { fix } = words.rules[rule];
  const cancel = () => {
    onFix(undefined);
    button.current?.focus();
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <span className={styles.level}>
          <LevelBadge level={row.level} />
        </span>
        <span className={styles.name}>
          <IssueLink issueKey={row.key} className={styles.issue} title={row.summary}>
            <span className={styles.key}>{row.key}</span> {row.summary}
          </IssueLink>
          <span className={styles.facts}>
            <StatusName status={row.status} />
            {rule === 'noOwner' || rule === 'ownerInactive' ? null : <PersonName name={row.owner} />}
            <RowFact rule={rule} row={row} today={basis.today} />
          </span>
        </span>
        {mayFix(rule, rights) ? (
          <span className={styles.fixButton}>
            <Button
              ref={button}
              spacing="compact"
              aria-expanded={fixing}
              aria-label={fill(words.row.fixOf, { fix, key: row.key })}
              onClick={() => onFix(fixing ? undefined : row)}
            >
              {fix}
            </Button>
          </span>
        ) : null}
      </div>
      {fixing ? (
        <Fix
          rule={rule}
          row={row}
          basis={basis}
          projectKey={projectKey}
          changes={changes}
          refresh={refresh}
          onCancel={cancel}
          onDone={() => onFix(undefined)}
        />
      ) : null}
    </li>
  );
}

/** Whom the project gives no right at all is not led to a form; a single risk may still refuse. */
function mayFix(rule: HygieneRule, rights: HygieneRights | undefined): boolean {
  if (rights === undefined) return false;
  switch (rule) {
    case 'inTreatmentWithoutEnabler':
      return rights.link;
    case 'acceptanceLapsed':
    case 'allEnablersDone':
    case 'closedWithOpenEnablers':
      return rights.edit || rights.move;
    default:
      return rights.edit;
  }
}
