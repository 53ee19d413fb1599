import Button from '@atlaskit/button/new';
import DownloadIcon from '@atlaskit/icon/core/download';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { CsvFile, CsvProblem } from '../../../../shared/csv/read-csv';
import { register } from '../../../../shared/strings/en-register';
import { Note } from '../../../../shared/ui/Note';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import styles from './register.module.css';

const words = register.file;

export interface ChosenFile extends CsvFile {
  readonly name: string;
}

/** Chooses a file, by button or by dropping it, and reads it in the browser. */
export function FilePart({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<CsvProblem>();

  const take = async (file: File | undefined) => {
    if (file === undefined || reading) return;
    setReading(true);
    setProblem(undefined);
    // The reader of CSV comes when there is something to read.
    const { readCsv } = await import('../../../../shared/csv/read-csv');
    const read = await readCsv(file).catch(() => ({ problem: 'notText' as const }));
    setReading(false);
    if ('problem' in read) setProblem(read.problem);
    else onFile({ ...read.file, name: file.name });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <>
      {problem === undefined ? null : (
        <div role="alert">
          <Note look="error" heading={words.problems[problem].heading}>
            <p>{words.problems[problem].body}</p>
          </Note>
        </div>
      )}
      <div
        className={`${styles.drop} ${over ? styles.dropOver : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <h3 className={styles.partHeading}>{words.heading}</h3>
        <p className={styles.dropLine}>
          <span>{words.drop}</span>
          <Button appearance="primary" isLoading={reading} onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
        </p>
        <input
          ref={input}
          className={styles.fileInput}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-label={words.choose}
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file again is a change too.
            event.currentTarget.value = '';
            void take(file);
          }}
        />
        <p className={styles.help}>{words.limits}</p>
        <p className={styles.help}>{words.stays}</p>
      </div>
      <p>
        <Button
          appearance="subtle"
          iconBefore={DownloadIcon}
          onClick={() => void import('./files').then(({ downloadTemplate }) => downloadTemplate())}
        >
          {words.template}
        </Button>
      </p>
      <LiveText>{reading ? words.reading : ''}</LiveText>
    </>
  );
}
