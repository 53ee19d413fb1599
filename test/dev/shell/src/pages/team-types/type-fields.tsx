import { useState } from 'react';
import { Button, IconButton } from '../../parts/button';
import { Lozenge } from '../../parts/lozenge';
import { Message } from '../../parts/message';
import { TypeIcon } from '../../parts/type-icon';
import { FieldDialog } from './field-dialog';
import { FIELD_TYPES, team, type TeamField, type TeamOverview, type TeamType } from './team-calls';
import { TypeDialog } from './type-dialog';
import styles from './team-types.module.css';

/** One issue type with its fields, in the order in which a form shows them. */
export function TypeFields({
  type,
  overview,
  onChanged,
  onRemoved,
}: {
  type: TeamType;
  overview: TeamOverview;
  onChanged: () => void;
  onRemoved: () => void;
}) {
  const { project } = overview;
  const [dialog, setDialog] = useState<'rename' | 'add' | TeamField>();
  const [problem, setProblem] = useState<string>();
  const run = async (act: () => Promise<void>, then: () => void) => {
    try {
      await act();
      setProblem(undefined);
      then();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const saved = () => {
    setDialog(undefined);
    onChanged();
  };
  return (
    <section className={styles.chosen} aria-label={type.name}>
      <header className={styles.head}>
        <h2>
          <TypeIcon type={type} isNamed /> {type.name}
        </h2>
        <div className={styles.actions}>
          <Button look="subtle" onClick={() => setDialog('rename')}>
            Rename
          </Button>
          <Button look="subtle" onClick={() => void run(() => team.removeType(project.key, type.id), onRemoved)}>
            Delete
          </Button>
        </div>
      </header>
      {type.description !== '' && <p className={styles.about}>{type.description}</p>}
      {problem !== undefined && <Message kind="danger" title={problem} />}
      <h3>Fields</h3>
      {type.fields.length === 0 ? (
        <p className={styles.about}>No field yet besides those that every issue has, such as summary and status.</p>
      ) : (
        <ul className={styles.fields}>
          {type.fields.map((field) => (
            <li key={field.id}>
              <div className={styles.name}>
                <b>{field.name}</b>
                <span>
                  {kindName(field.type)}
                  {field.scope === 'global' && ' · of the whole site'}
                </span>
              </div>
              {field.options !== undefined && (
                <div className={styles.options}>
                  {field.options.length === 0 && <span className={styles.about}>no option yet</span>}
                  {field.options.map((option) => (
                    <Lozenge key={option.id}>{option.value}</Lozenge>
                  ))}
                </div>
              )}
              <div className={styles.actions}>
                {field.scope === 'project' && (
                  <IconButton icon="pencil" label={`Edit ${field.name}`} onClick={() => setDialog(field)} />
                )}
                <IconButton
                  icon="close"
                  label={`Take ${field.name} off ${type.name}`}
                  onClick={() => void run(() => team.takeOffField(project.key, type.id, field.id), onChanged)}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Button icon="plus" onClick={() => setDialog('add')}>
        Add field
      </Button>
      {dialog === 'rename' && (
        <TypeDialog project={project} type={type} onClose={() => setDialog(undefined)} onSaved={saved} />
      )}
      {dialog !== undefined && dialog !== 'rename' && (
        <FieldDialog
          overview={overview}
          type={type}
          {...(dialog === 'add' ? {} : { field: dialog })}
          onClose={() => setDialog(undefined)}
          onSaved={saved}
        />
      )}
    </section>
  );
}

function kindName(type: string): string {
  return (FIELD_TYPES as Readonly<Record<string, string>>)[type] ?? type;
}
