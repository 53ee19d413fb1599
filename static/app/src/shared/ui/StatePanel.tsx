import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { common } from '../strings/en-common';
import { fill, plural } from '../strings/fill';
import styles from './StatePanel.module.css';
import { useCountdown } from './useCountdown';
import { LiveText } from './VisuallyHidden';

/** What stands in the place of content that is not there: what happened, and what comes next. */
export function StatePanel({
  heading,
  children,
  actions,
  footnote,
}: {
  readonly heading: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Below the actions. */
  readonly footnote?: ReactNode;
}) {
  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>{heading}</h2>
      {children}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {footnote}
    </section>
  );
}

/**
 * Any failure in words, with its code and one way on. While Jira limits us it counts down and tries again by itself;
 * `onRetry` is then called without a click.
 */
export function ErrorState({
  error,
  heading,
  onRetry,
}: {
  readonly error: AppError;
  /** What is missing because of the failure ("No numbers right now"); the failure itself follows. */
  readonly heading?: string;
  readonly onRetry?: (() => void) | undefined;
}) {
  if (error.code === 'rate-limited' && error.retryAfterSeconds !== undefined && onRetry !== undefined) {
    return <WaitingState seconds={error.retryAfterSeconds} onRetry={onRetry} />;
  }
  const words = common.errors[error.code];
  const settled = SETTLED.has(error.code);
  return (
    <StatePanel
      heading={heading ?? words.heading}
      actions={onRetry === undefined || settled ? undefined : <Button onClick={onRetry}>{common.tryAgain}</Button>}
      footnote={
        settled ? undefined : (
          <p>
            {common.giveCode} <code className={styles.code}>{error.code}</code>
          </p>
        )
      }
    >
      <p>
        {heading === undefined ? null : `${words.heading}. `}
        {words.body}
      </p>
      {error.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
    </StatePanel>
  );
}

/** Codes that trying again does not change. */
const SETTLED: ReadonlySet<string> = new Set([
  'not-signed-in',
  'licence-inactive',
  'not-set-up',
  'not-found',
  'no-permission',
]);

function WaitingState({ seconds, onRetry }: { readonly seconds: number; readonly onRetry: () => void }) {
  const left = useCountdown(seconds, onRetry);
  return (
    <StatePanel heading={fill(common.waiting.heading, { seconds: left })}>
      <p>{common.waiting.body}</p>
      <LiveText>{plural(common.announceWaiting, seconds)}</LiveText>
    </StatePanel>
  );
}

/** Shift-Up is not set up here: says who can do it, and gives the words to ask them. */
export function NotSetUp({
  siteUrl,
  heading = common.notSetUp.heading,
}: {
  readonly siteUrl: string;
  readonly heading?: string;
}) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void copyText(fill(common.notSetUp.note, { site: siteUrl, address: siteUrl })).then(setCopied);
  };
  return (
    <StatePanel
      heading={heading}
      actions={
        <Button appearance="primary" onClick={copy}>
          {copied ? common.notSetUp.copied : common.notSetUp.copy}
        </Button>
      }
    >
      <p>{common.notSetUp.body}</p>
      <LiveText>{copied ? common.notSetUp.copied : ''}</LiveText>
    </StatePanel>
  );
}

/** True when the text is on the clipboard. A frame may be refused the clipboard's newer interface: then the older one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    document.body.append(area);
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left where the policy forbids the other
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
