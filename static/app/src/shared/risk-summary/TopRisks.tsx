import { progressTotal } from '../../../../../src/domain/progress';
import type { RiskCounts, TopRisk } from '../../../../../src/reads/gadget-view';
import { gadget } from '../strings/en-gadget';
import { fill, formatCount, plural } from '../strings/fill';
import { LevelBadge } from '../ui/LevelBadge';
import { PersonName } from '../ui/PersonName';
import { ProgressBar } from '../ui/ProgressBar';
import { RelativeDay } from '../ui/RelativeDay';
import { IssueLink, IssuesLink } from '../ui/SiteLink';
import { Skeleton } from '../ui/Skeleton';
import { StatusName } from '../ui/StatusName';
import { Block } from './Block';
import type { Part } from './summary-state';
import styles from './TopRisks.module.css';
import summary from './RiskSummary.module.css';

/** `board` has room for status and next review. */
export type Columns = 'gadget' | 'board';

/** The worst risks: a table where there is room, cards where there is not; one markup for both. */
export function TopRisks({
  part,
  risks,
  columns,
  today,
}: {
  readonly part: Part<readonly TopRisk[]>;
  readonly risks: Part<RiskCounts>;
  readonly columns: Columns;
  readonly today: string;
}) {
  const heading =
    part.status === 'here' && part.value.length > 0 && part.value.length !== 5
      ? plural(gadget.top.heading, part.value.length)
      : gadget.top.headingLoading;
  const all =
    risks.status === 'here' && risks.value.open.count > 0 ? (
      <IssuesLink
        jql={risks.value.open.jql}
        className={summary.quietLink}
        aria-label={fill(gadget.top.allLabel, { count: formatCount(risks.value.open.count) })}
      >
        {fill(gadget.top.all, { count: formatCount(risks.value.open.count) })}
      </IssuesLink>
    ) : null;
  return (
    <Block heading={heading} aside={all} part={part} placeholder={<Placeholder columns={columns} />}>
      {(rows) =>
        rows.length === 0 ? (
          <p className={summary.plain}>{gadget.top.noneYet}</p>
        ) : (
          <Table rows={rows} columns={columns} today={today} label={heading} />
        )
      }
    </Block>
  );
}

// The roles are written out because a browser drops a table's own ones when its rows are laid out as cards.
/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-redundant-roles */
function Table({
  rows,
  columns,
  today,
  label,
}: {
  readonly rows: readonly TopRisk[];
  readonly columns: Columns;
  readonly today: string;
  readonly label: string;
}) {
  const { top } = gadget;
  const headings =
    columns === 'board'
      ? [top.level, top.risk, top.status, top.owner, top.due, top.nextReview, top.enablers]
      : [top.level, top.risk, top.owner, top.due, top.enablers];
  return (
    <div className={rowsClass(columns)}>
      <table className={`${styles.risks} ${columns === 'board' ? styles.board : ''}`} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {headings.map((text) => (
              <th key={text} role="columnheader" scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((risk) => (
            <tr key={risk.id} role="row">
              <td role="cell" className={styles.level}>
                <LevelBadge level={risk.level} />
              </td>
              <td role="cell" className={styles.risk}>
                <IssueLink issueKey={risk.key} title={`${risk.key} ${risk.summary}`}>
                  <span className={styles.key}>{risk.key}</span> {risk.summary}
                </IssueLink>
              </td>
              {columns === 'board' ? (
                <td role="cell" className={styles.status}>
                  <StatusName status={risk.status} />
                </td>
              ) : null}
              <td role="cell" className={styles.owner}>
                <PersonName name={risk.owner} />
              </td>
              <td role="cell" className={styles.due}>
                <Dated label={top.dueOn} day={risk.due} today={today} />
              </td>
              {columns === 'board' ? (
                <td role="cell" className={styles.review}>
                  <Dated label={top.reviewOn} day={risk.nextReview} today={today} />
                </td>
              ) : null}
              <td role="cell" className={styles.enablers}>
                <Enablers risk={risk} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
/* eslint-enable jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-redundant-roles */

/** Progress of one risk; where it has enablers, a link to exactly those. */
function Enablers({ risk }: { readonly risk: TopRisk }) {
  const bar = <ProgressBar progress={risk.progress} className={styles.progress} />;
  if (progressTotal(risk.progress) === 0) return bar;
  return (
    <IssuesLink jql={risk.enablersJql} className={styles.progressLink}>
      {bar}
    </IssuesLink>
  );
}

/** A date; on a card, after the word that the missing column heading would say. */
function Dated({
  label,
  day,
  today,
}: {
  readonly label: string;
  readonly day: string | undefined;
  readonly today: string;
}) {
  return (
    <>
      <span className={styles.label}>{label} </span>
      <RelativeDay day={day} today={today} lateWhenPast />
    </>
  );
}

function Placeholder({ columns }: { readonly columns: Columns }) {
  return (
    <div className={rowsClass(columns)}>
      <div className={styles.places}>
        {Array.from({ length: 5 }, (_, index) => (
          <div key={index} className={styles.place}>
            <Skeleton width="4.25rem" height="1.25rem" />
            <Skeleton width="90%" />
            <Skeleton width="60%" />
          </div>
        ))}
      </div>
    </div>
  );
}

function rowsClass(columns: Columns): string {
  return `${styles.rows} ${columns === 'board' ? styles.boardRows : ''}`;
}
