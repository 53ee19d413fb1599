import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import { useEffect, useState } from 'react';
import type { ProjectSettingsView } from '../../../../../src/contract/settings';
import type { ReasonChoice } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill, plural } from '../../shared/strings/fill';
import { Mistake } from '../../shared/ui/Field';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import { useSettingsForm } from './form-context';
import { reasonText } from './names';
import { NewReason } from './NewReason';
import { isFull, movedReason, removedStandard } from './reason-list';
import { LockIcon } from './Icons';
import { ReasonRow, reasonButtonId } from './ReasonRow';
import type { ReasonMove } from './ReasonRow';
import { reasonId } from './sections';
import { Section } from './Section';
import styles from './reasons.module.css';

const words = projectSettings.reasons;
const ADD_BUTTON = 'add-reason';

/** Which reasons are offered for “not relevant”, in which order. “Other” is always there and always last. */
export function ReasonsSection({
  newReasons,
  typed,
  onTyped,
}: {
  readonly newReasons: ProjectSettingsView['newReasons'];
  /** What stands in the field for a new reason; `undefined` while it is closed. */
  readonly typed: string | undefined;
  readonly onTyped: (typed: string | undefined) => void;
}) {
  const { draft, mistakes, edit } = useSettingsForm();
  const { reasons } = draft;
  const [news, setNews] = useState('');
  // Where the focus belongs once the list is drawn anew: the button that was used may have moved or gone.
  const [focus, setFocus] = useState<{ readonly id: string } | undefined>(undefined);
  useEffect(() => {
    if (focus !== undefined) (document.getElementById(focus.id) ?? document.getElementById(ADD_BUTTON))?.focus();
  }, [focus]);

  const count = reasons.length + 1;
  const move = (index: number, step: -1 | 1) => {
    const reason = reasons[index];
    if (reason === undefined) return;
    const next = movedReason(reasons, index, step);
    edit({ reasons: next });
    const position = next.indexOf(reason) + 1;
    setNews(fill(words.moved, { reason: reasonText(reason), position, count }));
    const stays: ReasonMove =
      step === -1 ? (position === 1 ? 'down' : 'up') : position === reasons.length ? 'up' : 'down';
    setFocus({ id: reasonButtonId(reason, stays) });
  };
  const remove = (index: number) => {
    const reason = reasons[index];
    if (reason === undefined) return;
    edit({ reasons: reasons.filter((_, place) => place !== index) });
    setNews(fill(words.removed, { reason: reasonText(reason), count: count - 1 }));
    const neighbour = reasons[index + 1] ?? reasons[index - 1];
    setFocus({ id: neighbour === undefined ? ADD_BUTTON : reasonButtonId(neighbour, 'remove') });
  };
  const add = (reason: ReasonChoice) => {
    edit({ reasons: [...reasons, reason] });
    setNews(fill(words.added, { reason: reasonText(reason), position: count }));
    setFocus({ id: ADD_BUTTON });
  };
  const full = isFull(reasons);
  return (
    <Section id="reasons" heading={words.heading} help={plural(words.help, count)}>
      <div>
        <ol
          className={styles.list}
          aria-label={words.list}
          tabIndex={-1}
          {...(mistakes.reasons === undefined ? {} : { 'data-mistaken': true, 'aria-describedby': 'reasons-mistake' })}
        >
          {reasons.map((reason, index) => (
            <ReasonRow
              key={reasonId(reason)}
              reason={reason}
              position={index + 1}
              first={index === 0}
              last={index === reasons.length - 1}
              onMove={(step) => move(index, step)}
              onRemove={() => remove(index)}
            />
          ))}
          <li className={styles.row}>
            <span className={styles.position}>{count}</span>
            <span className={styles.text}>{words.otherAsks}</span>
            <span className={styles.stays}>
              <LockIcon />
              {words.otherStays}
            </span>
          </li>
        </ol>
        <Mistake id="reasons-mistake">{mistakes.reasons}</Mistake>
      </div>
      {full ? <p className={styles.note}>{words.tooMany}</p> : null}
      {typed === undefined ? (
        <div className={styles.adders}>
          {full ? null : (
            <Button id={ADD_BUTTON} spacing="compact" iconBefore={AddIcon} onClick={() => onTyped('')}>
              {words.add}
            </Button>
          )}
          {full
            ? null
            : removedStandard(reasons).map((reason) => (
                <Button key={reasonId(reason)} spacing="compact" appearance="subtle" onClick={() => add(reason)}>
                  {fill(words.addStandard, { reason: reasonText(reason) })}
                </Button>
              ))}
        </div>
      ) : (
        <NewReason
          reasons={reasons}
          kind={newReasons}
          typed={typed}
          mistake={mistakes.reason}
          onTyped={onTyped}
          onAdd={(text) => {
            onTyped(undefined);
            add({ kind: 'own', optionId: '', text });
          }}
          onCancel={() => {
            onTyped(undefined);
            setFocus({ id: ADD_BUTTON });
          }}
        />
      )}
      <LiveText>{news}</LiveText>
    </Section>
  );
}
