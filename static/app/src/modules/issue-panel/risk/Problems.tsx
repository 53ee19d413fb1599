import Button from '@atlaskit/button/new';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';
import { panel } from '../../../shared/strings/en-panel';
import { plural } from '../../../shared/strings/fill';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import type { ProblemFix, ProblemLine } from './problem-lines';
import styles from './problems.module.css';

const HEADING = 'panel-problems';
const LANDING = [HEADING];

export function fixControl(line: Pick<ProblemLine, 'id'>): string {
  return `fix:${line.id}`;
}

/** What is wrong comes first, each line with its one fix; none: one green line. */
export function Problems({
  lines,
  changes,
  onFix,
  form,
}: {
  readonly lines: readonly ProblemLine[];
  readonly changes: Changes;
  readonly onFix: (line: ProblemLine, fix: ProblemFix) => void;
  /** The form that is open beside this control, if any. */
  readonly form: (anchor: string) => ReactNode;
}) {
  const notice = <NoticeBar changes={changes} place="problems" landing={LANDING} />;
  if (lines.length === 0) {
    return (
      <>
        {notice}
        <p className={`${styles.fine} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
          <CheckCircleIcon label="" color="var(--ds-icon-success)" /> {panel.risk.nothingWrong}
        </p>
      </>
    );
  }
  return (
    <>
      {notice}
      <section className={styles.problems} aria-label={panel.risk.wrongLabel}>
        <h2 className={`${panelStyles.heading} ${styles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
          <WarningIcon label="" color="var(--ds-icon-warning)" />
          {plural(panel.risk.wrong, lines.length)}
        </h2>
        <ul className={styles.list}>
          {lines.map((line) => (
            <Problem
              key={line.id}
              line={line}
              saving={changes.saving === fixControl(line)}
              onFix={onFix}
              form={form(fixControl(line))}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

function Problem({
  line,
  saving,
  onFix,
  form,
}: {
  readonly line: ProblemLine;
  readonly saving: boolean;
  readonly onFix: (line: ProblemLine, fix: ProblemFix) => void;
  readonly form: ReactNode;
}) {
  const { fix } = line;
  return (
    <li className={styles.problem}>
      <p>
        {line.title}
        <small>{line.why}</small>
      </p>
      {fix === undefined ? null : (
        <span className={styles.fix}>
          <Button spacing="compact" isLoading={saving} onClick={() => onFix(line, fix)}>
            {fix.label}
          </Button>
        </span>
      )}
      {form}
    </li>
  );
}
