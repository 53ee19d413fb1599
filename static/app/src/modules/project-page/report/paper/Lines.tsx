import type { ReactNode } from 'react';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import type { LineOnSlide, LinesOnSlide } from '../model/slide';
import { LightMark } from '../../../../shared/light/LightMark';
import { Arrow } from './marks';
import styles from './lines.module.css';

/** One of the lists below the blocks. Decisions are numbered, because people talk about "the second one". */
export function Lines({
  lines: { heading, none, lines, rest },
  look,
  tool,
}: {
  readonly lines: LinesOnSlide;
  readonly look: 'good' | 'bad' | 'ask';
  readonly tool?: ReactNode;
}) {
  const List = look === 'ask' ? 'ol' : 'ul';
  return (
    <section className={`${styles.lines} ${styles[look]}`}>
      <h3>
        {heading}
        {tool}
      </h3>
      {lines.length === 0 && rest.length === 0 ? <p className={styles.rest}>{none}</p> : null}
      {lines.length === 0 ? null : (
        <List>
          {lines.map((line) => (
            <li key={line.id}>
              {look === 'good' ? <LightMark state="onTrack" size={16} /> : null}
              {look === 'bad' ? <Arrow direction="up" size={16} /> : null}
              <Line line={line} ask={look === 'ask'} />
            </li>
          ))}
        </List>
      )}
      {rest.map((text) => (
        <p key={text} className={styles.rest}>
          {text}
        </p>
      ))}
    </section>
  );
}

function Line({ line: { lead, text, sub, issueKey }, ask }: { readonly line: LineOnSlide; readonly ask: boolean }) {
  const key =
    issueKey === undefined ? null : (
      <>
        {' '}
        <IssueLink issueKey={issueKey} className={styles.key}>
          {issueKey}
        </IssueLink>
      </>
    );
  if (ask) {
    return (
      <span>
        <b>{text}</b>
        {key}
        {sub === '' ? null : <em>{sub}</em>}
      </span>
    );
  }
  return (
    <span>
      {lead === '' ? null : <b>{lead} </b>}
      {text}
      {sub === '' ? null : ` ${sub}`}
      {key}
    </span>
  );
}
