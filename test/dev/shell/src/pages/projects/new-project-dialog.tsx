import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../../parts/dialog';
import { LabelledField } from '../../parts/field';
import { Message } from '../../parts/message';
import { server } from '../../site/server';
import { useSession } from '../../site/session';

const OWN = 'own';
const TEAM = 'team';

/** A new project: company-managed with schemes of its own or another project's, or team-managed. */
export function NewProjectDialog({ onClose, onMade }: { onClose: () => void; onMade: (key: string) => void }) {
  const { projects } = useSession();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [kind, setKind] = useState(OWN);
  const [problem, setProblem] = useState<string>();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const shares = kind === OWN || kind === TEAM ? {} : { sharesSchemesWith: kind };
      const managed = kind === TEAM ? 'team' : 'company';
      onMade((await server.newProject({ name: name.trim(), key: key.trim(), managed, ...shares })).key);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title="Create project" onClose={onClose}>
      <form onSubmit={(event) => void make(event)}>
        <DialogBody>
          {problem !== undefined && <Message kind="danger" title={problem} />}
          <LabelledField label="Name" required>
            {(props) => (
              <input {...props} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </LabelledField>
          <LabelledField label="Key" required help="Two to ten capital letters and digits.">
            {(props) => (
              <input
                {...props}
                maxLength={10}
                value={key}
                onChange={(event) => setKey(event.target.value.toUpperCase())}
              />
            )}
          </LabelledField>
          <LabelledField label="Kind" required>
            {(props) => (
              <select {...props} value={kind} onChange={(event) => setKind(event.target.value)}>
                <option value={OWN}>Company-managed</option>
                <option value={TEAM}>Team-managed</option>
                {projects
                  .filter(({ managed }) => managed === 'company')
                  .map((project) => (
                    <option key={project.id} value={project.key}>
                      Company-managed, with the schemes of {project.name} ({project.key})
                    </option>
                  ))}
              </select>
            )}
          </LabelledField>
        </DialogBody>
        <DialogFooter>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={name.trim() === '' || key.trim() === ''}>
            Create
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
