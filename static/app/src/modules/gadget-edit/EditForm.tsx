import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import { Radio } from '@atlaskit/radio';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { closeModal, submitConfiguration } from '../../shared/bridge';
import { NEVER, REFRESH_MINUTES, storedConfiguration } from '../../shared/gadget-configuration';
import type { GadgetConfiguration } from '../../shared/gadget-configuration';
import { BLOCKS } from '../../shared/risk-summary/blocks';
import type { BlockName } from '../../shared/risk-summary/blocks';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { plural } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { Note } from '../../shared/ui/Note';
import { FilterField } from './FilterField';
import type { FilterChoice } from './filter-choice';
import { mistakesIn } from './mistakes';
import type { Entered, Mistakes, SourceKind } from './mistakes';
import { ProjectField } from './ProjectField';
import { projectsOf } from './project-choice';
import type { Choice } from './project-choice';
import styles from './GadgetEdit.module.css';

/** The gadget's four questions. Mistakes stand under their field; the first one gets the focus. */
export function EditForm({
  configuration,
  chosen,
  chosenFilter,
}: {
  readonly configuration: GadgetConfiguration;
  /** The projects of the configuration as the editor may see them. */
  readonly chosen: readonly Choice[];
  /** Its filter, as the editor may see it. */
  readonly chosenFilter: FilterChoice | undefined;
}) {
  const [title, setTitle] = useState(configuration.title);
  const [kind, setKind] = useState<SourceKind>(chosenFilter === undefined ? 'projects' : 'filter');
  const [choices, setChoices] = useState(chosen);
  const [filter, setFilter] = useState(chosenFilter);
  const [blocks, setBlocks] = useState<readonly BlockName[]>(configuration.blocks);
  const [refresh, setRefresh] = useState(configuration.refresh);
  const [checked, setChecked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const entered: Entered = { title: title.trim(), kind, projects: projectsOf(choices), filter, blocks, refresh };
  // Nobody is told about mistakes before they tried to save; afterwards each goes away as soon as it is mended.
  const mistakes: Mistakes = checked ? mistakesIn(entered) : {};

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    if (Object.keys(mistakesIn(entered)).length > 0) {
      flushSync(() => setChecked(true));
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setSaving(true);
    setFailed(false);
    try {
      await submitConfiguration(storedConfiguration(configurationOf(entered)));
    } catch {
      setFailed(true);
    }
    setSaving(false);
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={gadgetEdit.label}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <Field name="title" label={gadgetEdit.title.label} help={gadgetEdit.title.help} mistake={mistakes.title}>
        {(ids) => (
          <Textfield
            id={ids.control}
            name="title"
            value={title}
            isInvalid={mistakes.title !== undefined}
            aria-describedby={ids.describedBy}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className={styles.field}>
        <legend className={styles.label}>{gadgetEdit.source.label}</legend>
        <div className={styles.kinds}>
          {(['projects', 'filter'] as const).map((each) => (
            <Radio
              key={each}
              name="source"
              value={each}
              label={gadgetEdit.source[each]}
              isChecked={kind === each}
              onChange={() => setKind(each)}
            />
          ))}
        </div>
        {kind === 'projects' ? (
          <ProjectField value={choices} mistake={mistakes.projects} onChange={setChoices} />
        ) : (
          <FilterField value={filter} mistake={mistakes.filter} onChange={setFilter} />
        )}
      </fieldset>
      <Field name="blocks" label={gadgetEdit.blocks.label} mistake={mistakes.blocks} group>
        {() => (
          <div className={styles.blocks}>
            {BLOCKS.map((block) => (
              <BlockChoice
                key={block}
                block={block}
                chosen={blocks.includes(block)}
                invalid={mistakes.blocks !== undefined}
                onChange={(on) => setBlocks(BLOCKS.filter((name) => (name === block ? on : blocks.includes(name))))}
              />
            ))}
          </div>
        )}
      </Field>
      <Field name="refresh" label={gadgetEdit.refresh.label} help={gadgetEdit.refresh.help}>
        {(ids) => (
          <div className={styles.half}>
            <Select
              inputId={ids.control}
              labelId={ids.labelId}
              descriptionId={ids.describedBy ?? ''}
              options={refreshChoices(configuration.refresh)}
              value={refreshChoice(refresh)}
              onChange={(choice) => setRefresh(choice?.value ?? NEVER)}
              isSearchable={false}
              // The frame ends below this field.
              menuPlacement="top"
            />
          </div>
        )}
      </Field>
      {failed ? (
        <Note look="error" heading={gadgetEdit.saveFailed.heading}>
          {gadgetEdit.saveFailed.body}
        </Note>
      ) : null}
      <div className={styles.actions}>
        <Button appearance="primary" type="submit" isLoading={saving}>
          {gadgetEdit.save}
        </Button>
        <Button appearance="subtle" onClick={() => void closeModal()}>
          {gadgetEdit.cancel}
        </Button>
      </div>
    </form>
  );
}

/** What is counted is stored alone: a filter, or projects. */
function configurationOf({ kind, filter, ...rest }: Entered): GadgetConfiguration {
  return kind === 'filter' && filter !== undefined ? { ...rest, projects: [], filter: filter.filter } : rest;
}

function BlockChoice({
  block,
  chosen,
  invalid,
  onChange,
}: {
  readonly block: BlockName;
  readonly chosen: boolean;
  readonly invalid: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { name, about } = gadgetEdit.blocks.names[block];
  return (
    <div>
      <Checkbox
        name="blocks"
        value={block}
        label={name}
        isChecked={chosen}
        isInvalid={invalid}
        aria-describedby={`about-${block}`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <p id={`about-${block}`} className={styles.about}>
        {about}
      </p>
    </div>
  );
}

/** The offered intervals, and the stored one where it is another. */
function refreshChoices(stored: number) {
  return [...new Set([...REFRESH_MINUTES, stored])].sort((a, b) => a - b).map(refreshChoice);
}

function refreshChoice(minutes: number): { readonly value: number; readonly label: string } {
  const { never, hourly, every } = gadgetEdit.refresh;
  return { value: minutes, label: minutes === NEVER ? never : minutes === 60 ? hourly : plural(every, minutes) };
}
