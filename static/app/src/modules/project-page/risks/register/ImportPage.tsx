import Button, { IconButton } from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportedRow } from '../../../../../../../src/contract/risks';
import { setupOf } from '../../../../../../../src/domain/site-setup';
import { permissionsOnProject } from '../../../../../../../src/jira/permission';
import { jiraAsViewer } from '../../../../shared/bridge';
import { ReadOnlyNote } from '../../../../shared/panel/ReadOnlyNote';
import { register } from '../../../../shared/strings/en-register';
import { fill, plural } from '../../../../shared/strings/fill';
import { Note } from '../../../../shared/ui/Note';
import { Skeleton } from '../../../../shared/ui/Skeleton';
import { ErrorState } from '../../../../shared/ui/StatePanel';
import { useReading } from '../../../../shared/use-reading';
import type { ProjectStand } from '../../ProjectPage';
import { CheckPart } from './CheckPart';
import { ColumnsPart } from './ColumnsPart';
import { FilePart } from './FilePart';
import type { ChosenFile } from './FilePart';
import type { ReadyRow } from './import-run';
import { OwnersPart } from './OwnersPart';
import { QuestionsPart } from './QuestionsPart';
import { RunPart } from './RunPart';
import { Steps } from './Steps';
import type { ImportStep } from './Steps';
import { useReadingChoices } from './use-reading-choices';
import styles from './register.module.css';

const words = register.import;

interface ImportProps {
  readonly stand: ProjectStand;
  readonly onBack: () => void;
  /** Risks that were written, so that whoever shows them looks at them again. */
  readonly onChanged?: (issueIds: readonly string[]) => void;
}

/** Brings an existing register into the project from a CSV file. */
export function ImportPage({ stand, onBack, onChanged }: ImportProps) {
  const { projectId, projectKey } = stand;
  const readRights = useCallback(
    () => permissionsOnProject(jiraAsViewer, projectId, ['CREATE_ISSUES', 'EDIT_ISSUES']),
    [projectId],
  );
  const { reading, restart } = useReading(readRights);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconButton icon={ArrowLeftIcon} label={words.back} appearance="subtle" onClick={onBack} />
        <h2 className={styles.heading}>{words.title}</h2>
      </header>
      {reading.state === 'loading' ? <Skeleton width="100%" height="16rem" /> : null}
      {reading.state === 'failed' ? <ErrorState error={reading.error} onRetry={restart} /> : null}
      {reading.state !== 'ready' ? null : reading.value.size === 2 ? (
        <Flow stand={stand} onBack={onBack} {...(onChanged === undefined ? {} : { onChanged })} />
      ) : (
        <ReadOnlyNote>
          <b>{words.readOnly.heading}.</b> {fill(words.readOnly.body, { project: projectKey })}
        </ReadOnlyNote>
      )}
    </div>
  );
}

function Flow({ stand, onBack, onChanged }: ImportProps) {
  const [file, setFile] = useState<ChosenFile>();
  if (file === undefined) {
    return (
      <>
        <Steps step="file" />
        <FilePart onFile={setFile} />
      </>
    );
  }
  return (
    <OfFile
      file={file}
      stand={stand}
      onBack={onBack}
      onNew={() => setFile(undefined)}
      {...(onChanged === undefined ? {} : { onChanged })}
    />
  );
}

/** What the check came to. */
interface ImportPlan {
  readonly ready: readonly ReadyRow[];
  readonly checked: ReadonlyMap<number, ImportedRow>;
}

const NOTHING = () => undefined;

function OfFile({
  file,
  stand: { projectId, projectKey, site, project },
  onBack,
  onNew,
  onChanged = NOTHING,
}: ImportProps & { readonly file: ChosenFile; readonly onNew: () => void }) {
  const { table, name, isUtf8 } = file;
  const [setup] = useState(() => setupOf(site, project));
  const choices = useReadingChoices(table, projectKey, setup);
  const [step, setStep] = useState<Exclude<ImportStep, 'file'>>('columns');
  const [plan, setPlan] = useState<ImportPlan>({ ready: [], checked: new Map() });
  const top = useRef<HTMLDivElement>(null);
  // The step's own first heading is out of sight, or gone, where the last one was left.
  useEffect(() => top.current?.focus(), [step]);
  const titled = choices.meanings.includes('summary');
  const { rows } = choices;
  const refused = rows.filter(({ row }) => row === undefined).length;

  return (
    <>
      <Steps step={step} />
      <div ref={top} className={styles.part} tabIndex={-1} aria-label={words.steps[step]} role="group">
        {step === 'run' ? null : (
          <p className={styles.file}>
            <b>{name}</b>
            <span className={styles.subtle}>{plural(register.file.rows, rows.length)}</span>
            <Button spacing="compact" appearance="subtle" onClick={onNew}>
              {register.file.other}
            </Button>
          </p>
        )}
        {step === 'columns' ? (
          <>
            {isUtf8 ? null : (
              <Note look="warning" heading={register.file.oldEncoding.heading}>
                <p>{register.file.oldEncoding.body}</p>
              </Note>
            )}
            <ColumnsPart table={table} meanings={choices.meanings} setup={setup} onChange={choices.setMeaning} />
            <QuestionsPart table={table} choices={choices} />
            <OwnersPart owners={choices.owners} />
            <div className={styles.foot}>
              {titled ? (
                <Button appearance="primary" isLoading={choices.owners.looking > 0} onClick={() => setStep('check')}>
                  {plural(register.map.next, rows.length)}
                </Button>
              ) : (
                <p role="status">{register.map.noTitle}</p>
              )}
              {titled && refused > 0 && choices.owners.looking === 0 ? (
                <span className={styles.subtle}>{plural(register.map.refused, refused)}</span>
              ) : null}
            </div>
          </>
        ) : null}
        {step === 'check' ? (
          <CheckPart
            projectId={projectId}
            projectKey={projectKey}
            table={table}
            rows={rows}
            onBack={() => setStep('columns')}
            onImport={(ready, checked) => {
              setPlan({ ready, checked });
              setStep('run');
            }}
          />
        ) : null}
        {step === 'run' ? (
          <RunPart
            projectId={projectId}
            projectKey={projectKey}
            rows={rows}
            {...plan}
            onChanged={onChanged}
            onBack={onBack}
            onNew={onNew}
          />
        ) : null}
      </div>
    </>
  );
}
