import { useState } from 'react';
import { Button } from '../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../parts/dialog';
import { LabelledField } from '../parts/field';
import { Message } from '../parts/message';
import type { ImportReport } from '../site/contract';
import { useNavigation } from '../site/navigation';
import { server } from '../site/server';
import { useSession } from '../site/session';

/** Takes a CSV file exported from a Jira issue list into this local Jira. It goes nowhere else. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { refresh } = useSession();
  const { reload } = useNavigation();
  const [file, setFile] = useState<File>();
  const [running, setRunning] = useState(false);
  const [report, setReport] = useState<ImportReport>();

  const start = async () => {
    if (file === undefined) return;
    setRunning(true);
    try {
      setReport(await server.importCsv(await file.text()));
      await refresh();
    } catch (error) {
      setReport({ ok: false, summary: error instanceof Error ? error.message : String(error), details: [] });
    }
    setRunning(false);
  };
  const done = () => {
    onClose();
    if (report?.ok === true) reload();
  };
  return (
    <Dialog
      title="Import a Jira CSV"
      about="An export of a Jira issue list. The file stays on this machine."
      onClose={done}
    >
      <DialogBody>
        {report?.ok !== true && (
          <LabelledField
            label="CSV file"
            help="In Jira: issue list, Export, CSV (all fields). Columns that are not known are named afterwards."
          >
            {(props) => (
              <input
                {...props}
                type="file"
                accept=".csv,text/csv"
                onChange={(event) => {
                  setFile(event.target.files?.[0]);
                  setReport(undefined);
                }}
              />
            )}
          </LabelledField>
        )}
        {report !== undefined && (
          <Message kind={report.ok ? 'success' : 'danger'} title={report.summary}>
            {report.details.length > 0 && (
              <ul>
                {report.details.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Message>
        )}
      </DialogBody>
      <DialogFooter>
        {report?.ok === true ? (
          <Button look="primary" onClick={done}>
            Close
          </Button>
        ) : (
          <>
            <Button look="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button look="primary" disabled={file === undefined || running} onClick={() => void start()}>
              {running ? 'Importing' : 'Import'}
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
}
