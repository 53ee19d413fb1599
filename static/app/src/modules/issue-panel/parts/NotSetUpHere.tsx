import Button from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useCallback, useId, useRef, useState } from 'react';
import { hasGlobalPermission } from '../../../../../../src/jira/permission';
import { jiraAsViewer, openSetUp } from '../../../shared/bridge';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { StatePanel, copyText } from '../../../shared/ui/StatePanel';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import styles from '../../../shared/panel/panel.module.css';
import { useReading } from '../../../shared/use-reading';

/** Shift-Up was not added to this project: an admin goes to set-up, everybody else gets the words to ask one. */
export function NotSetUpHere({ siteUrl, projectKey }: { readonly siteUrl: string; readonly projectKey: string }) {
  const read = useCallback(() => hasGlobalPermission(jiraAsViewer, 'ADMINISTER'), []);
  const { reading } = useReading(read);
  if (reading.state === 'loading') return <Skeleton height="8.5rem" radius="var(--ds-radius-large)" />;
  // Whoever cannot be shown to be an admin is offered what everybody is.
  const admin = reading.state === 'ready' && reading.value;
  return admin ? <ForAdmin /> : <ForEverybody siteUrl={siteUrl} projectKey={projectKey} />;
}

function ForAdmin() {
  return (
    <StatePanel
      heading={panel.notSetUp.heading}
      actions={
        <Button appearance="primary" onClick={() => void openSetUp()}>
          {panel.notSetUp.open}
        </Button>
      }
    >
      <p>{panel.notSetUp.bodyAdmin}</p>
    </StatePanel>
  );
}

function ForEverybody({ siteUrl, projectKey }: { readonly siteUrl: string; readonly projectKey: string }) {
  const words = panel.notSetUp;
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const note =
    siteUrl === ''
      ? fill(words.noteNoSite, { project: projectKey })
      : fill(words.note, { project: projectKey, site: siteUrl });
  const copy = async () => {
    if (await copyText(note)) {
      setState('copied');
      return;
    }
    // Neither way to the clipboard is allowed: the note is shown instead, selected.
    setState('byHand');
    requestAnimationFrame(() => area.current?.select());
  };
  return (
    <StatePanel
      heading={words.heading}
      actions={
        <Button iconBefore={CopyIcon} onClick={() => void copy()}>
          {words.copy}
        </Button>
      }
    >
      <p>{words.body}</p>
      {state === 'copied' ? <p>{words.copied}</p> : null}
      {state === 'byHand' ? (
        <>
          <p>{words.copyByHand}</p>
          <label className={styles.srOnly} htmlFor={id}>
            {words.noteLabel}
          </label>
          <textarea ref={area} id={id} className={styles.copyArea} readOnly rows={5} value={note} />
        </>
      ) : null}
      <LiveText>{state === 'copied' ? words.copied : state === 'byHand' ? words.copyByHand : ''}</LiveText>
    </StatePanel>
  );
}
