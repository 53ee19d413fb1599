import { IconButton } from '@atlaskit/button/new';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { KeyboardEvent } from 'react';
import type { ReasonChoice } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { reasonText } from './names';
import { reasonId } from './sections';
import styles from './reasons.module.css';

const words = projectSettings.reasons;

/** What can be done with a reason. */
export type ReasonMove = 'up' | 'down' | 'remove';

export function reasonButtonId(reason: ReasonChoice, move: ReasonMove): string {
  return `reason-${reasonId(reason)}-${move}`;
}

/** One reason with its key, and buttons that move and remove it. Alt with an arrow moves it from any of them. */
export function ReasonRow({
  reason,
  position,
  first,
  last,
  onMove,
  onRemove,
}: {
  readonly reason: ReasonChoice;
  readonly position: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const text = reasonText(reason);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.row}>
      <span className={styles.position}>{position}</span>
      <span className={styles.text}>{text}</span>
      <span className={styles.buttons}>
        {first ? (
          <span className={styles.gap} />
        ) : (
          <IconButton
            id={reasonButtonId(reason, 'up')}
            icon={ArrowUpIcon}
            label={fill(words.up, { reason: text })}
            appearance="subtle"
            spacing="compact"
            onClick={() => onMove(-1)}
            onKeyDown={onKeyDown}
          />
        )}
        {last ? (
          <span className={styles.gap} />
        ) : (
          <IconButton
            id={reasonButtonId(reason, 'down')}
            icon={ArrowDownIcon}
            label={fill(words.down, { reason: text })}
            appearance="subtle"
            spacing="compact"
            onClick={() => onMove(1)}
            onKeyDown={onKeyDown}
          />
        )}
        <IconButton
          id={reasonButtonId(reason, 'remove')}
          icon={CrossIcon}
          label={fill(words.remove, { reason: text })}
          appearance="subtle"
          spacing="compact"
          onClick={onRemove}
          onKeyDown={onKeyDown}
        />
      </span>
    </li>
  );
}
