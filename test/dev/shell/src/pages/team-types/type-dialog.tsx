import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../../parts/dialog';
import { LabelledField } from '../../parts/field';
import { Message } from '../../parts/message';
import { team, type TeamOverview, type TeamType } from './team-calls';

/** Makes an issue type, or gives one another name. */
export function TypeDialog({
  project,
  type,
  onClose,
  onSaved,
}: {
  project: TeamOverview['project'];
  type?: TeamType;
  onClose: () => void;
  onSaved: (id: string) => void;
}) {
  const [name, setName] = useState(type?.name ?? '');
  const [description, setDescription] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (type === undefined) onSaved(await team.addType(project.key, { name: name.trim(), description }));
      else {
        await team.renameType(project.key, type.id, name.trim());
        onSaved(type.id);
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title={type === undefined ? 'Add issue type' : `Rename ${type.name}`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <DialogBody>
          {problem !== undefined && <Message kind="danger" title={problem} />}
          <LabelledField label="Name" required>
            {(props) => (
              <input {...props} maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </LabelledField>
          {type === undefined && (
            <LabelledField label="Description">
              {(props) => (
                <input {...props} value={description} onChange={(event) => setDescription(event.target.value)} />
              )}
            </LabelledField>
          )}
        </DialogBody>
        <DialogFooter>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            {type === undefined ? 'Add' : 'Save'}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
