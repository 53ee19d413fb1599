import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useRef } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { link } from '../strings/en-link';
import { fill } from '../strings/fill';
import { LiveText } from '../ui/VisuallyHidden';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';

/** The risk is there, the link is not: both are said, and the one step that is left is offered. */
export function CreatedNotLinked({
  subject,
  riskKey,
  busy,
  error,
  onLink,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly riskKey: string;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onLink: () => void;
  readonly onClose: () => void;
}) {
  const words = link.risk;
  const said = fill(words.createdNotLinked, { key: riskKey });
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => banner.current?.focus(), []);
  return (
    <Dialog
      title={fill(words.title, { key: subject.key })}
      subject={subject}
      failure={
        error === undefined ? null : <Failure heading={link.notLinked} unknown={link.linkUnknown} error={error} />
      }
      onClose={onClose}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            {link.close}
          </Button>
          <Button appearance="primary" isLoading={busy} onClick={onLink}>
            {fill(words.linkIt, { key: riskKey })}
          </Button>
        </>
      }
    >
      <div className={styles.banner} ref={banner} tabIndex={-1}>
        <WarningIcon label="" color="var(--ds-icon-warning)" />
        <div>
          <p>
            <b>{said}</b>
          </p>
          <p>{words.createdNotLinkedWhy}</p>
        </div>
      </div>
      <LiveText>{said}</LiveText>
    </Dialog>
  );
}
