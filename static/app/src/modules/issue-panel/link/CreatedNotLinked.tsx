import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useRef } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import type { DialogContext } from '../panel-context';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import styles from './dialog.module.css';

/** The risk is there, the link is not: both are said, and the one step that is left is offered. */
export function CreatedNotLinked({
  context,
  riskKey,
  busy,
  error,
  onLink,
  onClose,
}: {
  readonly context: DialogContext;
  readonly riskKey: string;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onLink: () => void;
  readonly onClose: () => void;
}) {
  const words = panel.dialog;
  const said = fill(words.createdNotLinked, { key: riskKey });
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => banner.current?.focus(), []);
  return (
    <Dialog
      title={fill(words.newTitle, { key: context.storyKey })}
      context={context}
      failure={
        error === undefined ? null : <Failure heading={words.notLinked} unknown={words.linkUnknown} error={error} />
      }
      onClose={onClose}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            {words.close}
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
