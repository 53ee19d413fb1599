import { useState } from 'react';
import type { FormEvent } from 'react';
import { textToDocument } from '../adf/text';
import { change, typesToCreate } from '../jira/calls';
import { Button } from '../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../parts/dialog';
import { LabelledField } from '../parts/field';
import { Message } from '../parts/message';
import { useCurrentProject } from '../site/current-project';
import { useLoad } from '../site/load';
import { useNavigation } from '../site/navigation';
import { useSession } from '../site/session';

export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { projects } = useSession();
  const current = useCurrentProject();
  const { go } = useNavigation();
  const [projectKey, setProjectKey] = useState(current?.key ?? '');
  const [chosenType, setChosenType] = useState<string>();
  const [summary, setSummary] = useState('');
  const [description, setDescription] = useState('');
  const [problem, setProblem] = useState<string>();
  const [running, setRunning] = useState(false);
  const types = useLoad(projectKey, () => typesToCreate(projectKey));
  const offered = types.state === 'ready' ? types.value.filter((type) => !type.subtask) : [];
  const typeId = chosenType ?? offered.find((type) => type.name === 'Story')?.id ?? offered[0]?.id;

  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (summary.trim() === '' || typeId === undefined) {
      setProblem('A summary is needed.');
      return;
    }
    setRunning(true);
    try {
      const made = await change.create({
        project: { key: projectKey },
        issuetype: { id: typeId },
        summary: summary.trim(),
        ...(description.trim() === '' ? {} : { description: textToDocument(description) }),
      });
      onClose();
      go(`/browse/${made.key}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setRunning(false);
    }
  };
  return (
    <Dialog title="Create" onClose={onClose}>
      <form onSubmit={(event) => void create(event)}>
        <DialogBody>
          {problem !== undefined && <Message kind="danger" title={problem} />}
          {types.state === 'failed' && <Message kind="danger" title={types.error.message} />}
          <LabelledField label="Project" required>
            {(props) => (
              <select {...props} value={projectKey} onChange={(event) => setProjectKey(event.target.value)}>
                {projects.map((project) => (
                  <option key={project.key} value={project.key}>
                    {project.name} ({project.key})
                  </option>
                ))}
              </select>
            )}
          </LabelledField>
          <LabelledField label="Work type" required>
            {(props) => (
              <select {...props} value={typeId ?? ''} onChange={(event) => setChosenType(event.target.value)}>
                {offered.map((type) => (
                  <option key={type.id} value={type.id}>
                    {type.name}
                  </option>
                ))}
              </select>
            )}
          </LabelledField>
          <LabelledField label="Summary" required>
            {(props) => (
              <input {...props} maxLength={255} value={summary} onChange={(event) => setSummary(event.target.value)} />
            )}
          </LabelledField>
          <LabelledField label="Description" help="A line that begins with “- ” is a bullet, with “# ” a heading.">
            {(props) => (
              <textarea {...props} value={description} onChange={(event) => setDescription(event.target.value)} />
            )}
          </LabelledField>
        </DialogBody>
        <DialogFooter>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={running}>
            Create
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
