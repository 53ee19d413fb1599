import Button from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { support } from '../../../shared/strings/en-support';
import { copyText } from '../../../shared/ui/StatePanel';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import styles from './support.module.css';

const words = support.copy;
const SHOWN_MS = 4000;

/** Puts the text on the clipboard; where no way to it is allowed, the text is shown instead, selected. */
export function CopyForSupport({
  text,
  children,
}: {
  /** Made when it is asked for. */
  readonly text: () => string;
  /** Beside the button. */
  readonly children: ReactNode;
}) {
  const [state, setState] = useState<'idle' | 'copied' | { readonly byHand: string }>('idle');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    if (typeof state === 'object') {
      area.current?.focus();
      area.current?.select();
    }
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    const whole = text();
    void copyText(whole).then((copied) => setState(copied ? 'copied' : { byHand: whole }));
  };
  return (
    <>
      <div className={styles.actions}>
        {children}
        <Button appearance="primary" iconBefore={CopyIcon} onClick={copy}>
          {state === 'copied' ? words.copied : words.button}
        </Button>
      </div>
      <p className={styles.promise}>{words.promise}</p>
      <LiveText>{state === 'copied' ? words.copied : ''}</LiveText>
      {typeof state === 'object' ? (
        <div className={styles.byHand}>
          <p id={`${id}-why`} role="alert">
            {words.refused}
          </p>
          <textarea
            ref={area}
            aria-label={words.label}
            aria-describedby={`${id}-why`}
            readOnly
            rows={14}
            value={state.byHand}
          />
        </div>
      ) : null}
    </>
  );
}
