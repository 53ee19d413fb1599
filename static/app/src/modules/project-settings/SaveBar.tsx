import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { common } from '../../shared/strings/en-common';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill, plural } from '../../shared/strings/fill';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden';
import { useCountdown } from '../../shared/ui/useCountdown';
import { Bar } from './Bar';
import { DoneBar } from './DoneBar';
import { hasProblem } from './save-state';
import type { SaveState } from './save-state';
import type { Section } from './sections';

const words = projectSettings.save;

/** What the page has to say when nothing is saved, failed or under way. */
export type Notice = 'discarded' | 'keptMine' | 'nothingLeft' | 'took';

/** The state of the form in one line, and the way on. Nothing to say: no bar. */
export function SaveBar({
  save,
  changed,
  mistakes,
  offline,
  notice,
  attempt,
  onSave,
  onDiscard,
  onUndoDiscard,
  onAttach,
  onDetach,
}: {
  readonly save: SaveState;
  /** Sections with unsaved changes. */
  readonly changed: readonly Section[];
  /** How many fields are wrong, once somebody tried to save. */
  readonly mistakes: number;
  readonly offline: boolean;
  readonly notice: Notice | undefined;
  /** Counts up with every attempt to save. */
  readonly attempt: number;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onUndoDiscard: () => void;
  readonly onAttach: () => void;
  readonly onDetach: () => void;
}) {
  const dirty = changed.length > 0;
  const buttons = (
    <>
      <Button onClick={onDiscard}>{words.discard}</Button>
      <Button appearance="primary" onClick={onSave}>
        {words.save}
      </Button>
    </>
  );
  const key = `${save.state}-${attempt}`;
  switch (save.state) {
    case 'working':
      return (
        <Bar look="plain">
          <b>{words.working[save.at]}…</b>
        </Bar>
      );
    case 'failed': {
      const { error } = save;
      if (error.code === 'rate-limited' && error.retryAfterSeconds !== undefined) {
        return <WaitBar key={key} seconds={error.retryAfterSeconds} onSave={onSave} onDiscard={onDiscard} />;
      }
      return (
        <Bar look="error" focusKey={key} buttons={buttons}>
          <b>{fill(words.failed, { heading: common.errors[error.code].heading })}</b> {words.kept}
          {error.message === undefined ? null : ` ${fill(common.jiraSaid, { message: error.message })}`}
        </Bar>
      );
    }
    case 'done':
      // What was edited while it was saved is unsaved again, and says so.
      if (!dirty || hasProblem(save))
        return <DoneBar done={save} focusKey={key} onAttach={onAttach} onDetach={onDetach} />;
      break;
    case 'refused':
    case 'idle':
      break;
  }
  if (offline && (dirty || notice === undefined)) {
    return (
      <Bar look="warning" buttons={dirty ? buttons : undefined}>
        <b>{words.offline.heading}</b> {dirty ? words.offline.body : null}
      </Bar>
    );
  }
  if (mistakes > 0) {
    return (
      <Bar look="error" buttons={buttons}>
        <b>{plural(words.mistakes, mistakes)}</b> {words.kept}
      </Bar>
    );
  }
  if (dirty) {
    const sections = changed.map((section) => projectSettings[section].heading).join(', ');
    return (
      <Bar look="information" focusKey={notice} buttons={buttons}>
        <b>{words.unsaved}</b>{' '}
        {notice === 'keptMine' ? projectSettings.conflict.keptMine : fill(words.inSections, { sections })}
      </Bar>
    );
  }
  if (notice === undefined) return null;
  return notice === 'discarded' ? (
    <Bar look="plain" focusKey={notice} buttons={<Button onClick={onUndoDiscard}>{words.discarded.undo}</Button>}>
      {words.discarded.heading}
    </Bar>
  ) : (
    <Bar look="success" focusKey={notice}>
      {projectSettings.conflict[notice]}
    </Bar>
  );
}

/** Jira asked for a pause. Nobody is offered to save before it is over. */
function WaitBar({
  seconds,
  onSave,
  onDiscard,
}: {
  readonly seconds: number;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const [over, setOver] = useState(false);
  const left = useCountdown(seconds, () => setOver(true));
  return (
    <Bar
      look="warning"
      focusKey="wait"
      buttons={
        <>
          <Button onClick={onDiscard}>{words.discard}</Button>
          {over ? (
            <Button appearance="primary" onClick={onSave}>
              {words.save}
            </Button>
          ) : null}
        </>
      }
    >
      {over ? (
        <b>{words.canSaveAgain}</b>
      ) : (
        <>
          {/* The countdown itself is not announced every second. */}
          <b aria-hidden="true">{fill(words.wait, { seconds: left })}</b>
          <VisuallyHidden>{fill(words.wait, { seconds })}</VisuallyHidden>
        </>
      )}{' '}
      {words.kept}
    </Bar>
  );
}
