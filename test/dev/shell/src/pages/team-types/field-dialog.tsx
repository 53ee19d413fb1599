import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../../parts/dialog';
import { LabelledField } from '../../parts/field';
import { Message } from '../../parts/message';
import {
  FIELD_TYPES,
  hasOptions,
  team,
  type FieldType,
  type TeamField,
  type TeamOverview,
  type TeamType,
} from './team-calls';

const NEW = 'new';

/** A new field with its options, a field that is there on one more issue type, or a change of a field's name and options. */
export function FieldDialog({
  overview,
  type,
  field,
  onClose,
  onSaved,
}: {
  overview: TeamOverview;
  type: TeamType;
  /** Given: this one is changed. */
  field?: TeamField;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { project } = overview;
  const used = new Set(type.fields.map(({ id }) => id));
  const others = overview.fieldsToAdd.filter(({ id }) => !used.has(id));
  const [fieldId, setFieldId] = useState(NEW);
  const [name, setName] = useState(field?.name ?? '');
  const [kind, setKind] = useState<FieldType>('dropdown');
  const [options, setOptions] = useState(field?.options?.map(({ value }) => value).join('\n') ?? '');
  const [problem, setProblem] = useState<string>();
  const isNew = field === undefined && fieldId === NEW;
  const asksOptions = field === undefined ? isNew && hasOptions(kind) : field.options !== undefined;
  const values = options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (field !== undefined) await team.changeField(project.key, field.id, changeOf(field, name, values));
      else if (fieldId !== NEW) await team.useField(project.key, type.id, fieldId);
      else {
        await team.addField(project.key, type.id, {
          name: name.trim(),
          type: kind,
          ...(hasOptions(kind) ? { options: values } : {}),
        });
      }
      onSaved();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title={field === undefined ? `Add field to ${type.name}` : `Edit ${field.name}`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <DialogBody>
          {problem !== undefined && <Message kind="danger" title={problem} />}
          {field === undefined && others.length > 0 && (
            <LabelledField label="Field" required>
              {(props) => (
                <select {...props} value={fieldId} onChange={(event) => setFieldId(event.target.value)}>
                  <option value={NEW}>A new field</option>
                  {others.map((other) => (
                    <option key={other.id} value={other.id}>
                      {other.name}
                      {other.scope === 'global' ? ' (of the whole site)' : ''}
                    </option>
                  ))}
                </select>
              )}
            </LabelledField>
          )}
          {isNew && (
            <LabelledField label="Field type" required>
              {(props) => (
                <select {...props} value={kind} onChange={(event) => setKind(event.target.value as FieldType)}>
                  {Object.entries(FIELD_TYPES).map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </LabelledField>
          )}
          {(isNew || field !== undefined) && (
            <LabelledField label="Name" required>
              {(props) => (
                <input {...props} maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
              )}
            </LabelledField>
          )}
          {asksOptions && (
            <LabelledField label="Options" help="One a line, in the order in which they are offered.">
              {(props) => <textarea {...props} value={options} onChange={(event) => setOptions(event.target.value)} />}
            </LabelledField>
          )}
        </DialogBody>
        <DialogFooter>
          {field !== undefined && (
            <Button
              look="subtle"
              onClick={() =>
                void team
                  .deleteField(project.key, field.id)
                  .then(onSaved, (error: unknown) => setProblem(String(error)))
              }
            >
              Delete field
            </Button>
          )}
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={(isNew || field !== undefined) && name.trim() === ''}>
            {field === undefined ? 'Add' : 'Save'}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** An option that keeps its text keeps its id; one whose line was rewritten in its place keeps it too. */
function changeOf(field: TeamField, name: string, values: readonly string[]): Parameters<typeof team.changeField>[2] {
  const before = field.options;
  if (before === undefined) return { name: name.trim() };
  const kept = new Set(values);
  const options = values.map((value, place) => {
    const same = before.find((option) => option.value === value);
    const inPlace = before[place];
    const rewritten = inPlace !== undefined && !kept.has(inPlace.value) ? inPlace : undefined;
    const id = same?.id ?? rewritten?.id;
    return id === undefined ? { value } : { id, value };
  });
  return { name: name.trim(), options };
}
