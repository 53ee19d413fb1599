import { IconButton } from '@atlaskit/button/new';
import ChevronLeftIcon from '@atlaskit/icon/core/chevron-left';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { ReactNode } from 'react';
import type { RefinementRow } from '../../../../../../../src/reads/refinement-view';
import { HintQuestion } from '../../../../shared/hint/HintQuestion';
import { MarkedLine, MarkedText } from '../../../../shared/hint/MarkedText';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fill, formatCount } from '../../../../shared/strings/fill';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { StoryTypeIcon } from '../StoryTypeIcon';
import styles from './detail.module.css';

const words = refinement.detail;

/** The current story, readable from the back of a room: its text with the hint's words marked, and the question. */
export function Detail({
  row,
  place,
  count,
  onPrevious,
  onNext,
  facts,
  children,
}: {
  readonly row: RefinementRow;
  /** Among the stories shown, from 1. */
  readonly place: number;
  readonly count: number;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** Why it stands in this list, where the hint does not say it. */
  readonly facts: ReactNode;
  /** What can be done about it. */
  readonly children: ReactNode;
}) {
  const hint = row.hint?.hint;
  return (
    <section className={styles.detail} aria-label={words.label}>
      <div className={styles.head}>
        <IssueLink issueKey={row.key} className={styles.key}>
          <StoryTypeIcon name={row.typeName} />
          <span>{row.key}</span>
        </IssueLink>
        <div className={styles.pager}>
          <span>{fill(words.place, { place: formatCount(place), count: formatCount(count) })}</span>
          <IconButton
            icon={ChevronLeftIcon}
            label={words.previous}
            appearance="subtle"
            spacing="compact"
            onClick={onPrevious}
          />
          <IconButton
            icon={ChevronRightIcon}
            label={words.next}
            appearance="subtle"
            spacing="compact"
            onClick={onNext}
          />
        </div>
      </div>
      <h2 className={styles.title}>
        <MarkedLine text={row.text.summary} hint={hint} part="summary" />
      </h2>
      {row.parent === undefined ? null : (
        <p className={styles.epic}>
          <IssueLink issueKey={row.parent.key} title={row.parent.summary}>
            {fill(words.epic, { key: row.parent.key })} {row.parent.summary}
          </IssueLink>
        </p>
      )}
      {facts}
      {row.text.description.trim() === '' ? (
        <p className={styles.help}>{words.noText}</p>
      ) : (
        // Long texts scroll here, so that the question and the buttons keep their place.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.text} role="region" aria-label={words.text} tabIndex={0}>
          <MarkedText text={row.text.description} hint={hint} />
        </div>
      )}
      {hint === undefined ? <p className={styles.help}>{words.noHint}</p> : <HintQuestion hint={hint} />}
      {children}
    </section>
  );
}
