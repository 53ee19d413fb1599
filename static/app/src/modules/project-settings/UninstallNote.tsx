import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill, fillWith } from '../../shared/strings/fill';
import { Note } from '../../shared/ui/Note';
import { copyText } from '../../shared/ui/StatePanel';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import type { Reach } from './gate-words';
import styles from './gate.module.css';

const words = projectSettings.gate.uninstall;
const SHOWN_MS = 4000;

/** What an uninstalled app would leave behind, in whose workflows, and the two ways to prevent it. */
export function UninstallNote({
  reach,
  siteUrl,
  projectName,
  onDetach,
}: {
  readonly reach: Reach;
  readonly siteUrl: string;
  readonly projectName: string;
  /** Missing while nothing is attached. */
  readonly onDetach: (() => void) | undefined;
}) {
  const { transitions, workflows, projects } = reach;
  return (
    <Note look="warning" heading={words.heading}>
      <p>
        {fillWith(words.body, {
          transitions: <b key="transitions">{transitions}</b>,
          workflows: <b key="workflows">{workflows}</b>,
          projects,
        })}
      </p>
      <div className={styles.actions}>
        {onDetach === undefined ? null : (
          <Button spacing="compact" onClick={onDetach}>
            {words.detach}
          </Button>
        )}
        <CopyNote note={fill(words.note, { ...reach, site: siteUrl, project: projectName })} />
      </div>
    </Note>
  );
}

function CopyNote({ note }: { readonly note: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    if (state === 'byHand') area.current?.select();
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    // Where neither way to the clipboard is allowed the note is shown instead, selected.
    void copyText(note).then((copied) => setState(copied ? 'copied' : 'byHand'));
  };
  return (
    <>
      <Button spacing="compact" appearance="subtle" onClick={copy}>
        {state === 'copied' ? words.copied : words.copy}
      </Button>
      <LiveText>{state === 'copied' ? words.copied : ''}</LiveText>
      {state === 'byHand' ? (
        <div className={styles.byHand}>
          <label htmlFor={id}>{words.copyByHand}</label>
          <textarea ref={area} id={id} className={styles.copyArea} readOnly rows={5} value={note} />
        </div>
      ) : null}
    </>
  );
}
