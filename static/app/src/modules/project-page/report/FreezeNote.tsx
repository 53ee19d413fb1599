import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import type { ReportNumbers } from '../../../../../../src/domain/report';
import { invoke } from '../../../shared/bridge';
import { useOnceKey } from '../../../shared/link/use-once-key';
import { report } from '../../../shared/strings/en-report';
import { Note } from '../../../shared/ui/Note';
import { SaveFailure } from './SaveFailure';
import styles from './report.module.css';

const words = report.freezing;

/** Says what freezing keeps and for whom, then does it. */
export function FreezeNote({
  projectId,
  revision,
  numbers,
  onCancel,
  onFrozen,
  onConflict,
}: {
  readonly projectId: string;
  readonly revision: number;
  readonly numbers: ReportNumbers;
  readonly onCancel: () => void;
  readonly onFrozen: (number: number) => void;
  readonly onConflict: () => void;
}) {
  const once = useOnceKey(['freeze', projectId, String(revision)]);
  const [freezing, setFreezing] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const freeze = async () => {
    setFreezing(true);
    setFailure(undefined);
    const answer = await invoke('freezeReport', { projectId, revision, numbers, idempotencyKey: once.key });
    setFreezing(false);
    if (answer.ok) {
      once.renew();
      onFrozen(answer.value.report.number);
      return;
    }
    setFailure(answer.error);
    if (answer.error.code === 'conflict') onConflict();
  };
  return (
    <>
      <div ref={box} className={styles.note} role="group" aria-label={words.heading}>
        <Note look="information" heading={words.heading}>
          <p>{words.body}</p>
          <div className={styles.noteButtons}>
            <Button appearance="primary" isLoading={freezing} onClick={() => void freeze()}>
              {words.confirm}
            </Button>
            <Button appearance="subtle" onClick={onCancel}>
              {words.cancel}
            </Button>
          </div>
        </Note>
      </div>
      {failure === undefined ? null : <SaveFailure error={failure} />}
    </>
  );
}
