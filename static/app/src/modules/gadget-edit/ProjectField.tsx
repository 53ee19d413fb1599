import { AsyncSelect } from '@atlaskit/select';
import { useCallback, useState } from 'react';
import { jiraAsViewer } from '../../shared/bridge';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { fill, plural } from '../../shared/strings/fill';
import { Field } from './Field';
import { offeredProjects } from './project-choice';
import type { Choice } from './project-choice';
import '../../shared/ui/several-select.css';
import styles from './GadgetEdit.module.css';

const words = gadgetEdit.projects;

/** Chosen projects as tags, and a list that searches as the editor types. */
export function ProjectField({
  value,
  mistake,
  onChange,
}: {
  readonly value: readonly Choice[];
  readonly mistake: string | undefined;
  readonly onChange: (choices: readonly Choice[]) => void;
}) {
  const [failed, setFailed] = useState(false);
  const load = useCallback(async (text: string): Promise<Choice[]> => {
    try {
      const offered = await offeredProjects(jiraAsViewer, text);
      setFailed(false);
      return [...offered];
    } catch {
      setFailed(true);
      return [];
    }
  }, []);
  const hidden = value.find((choice) => choice.kind === 'hidden');
  const help = hidden === undefined ? words.help : `${words.help} ${plural(words.hiddenHelp, hidden.projects.length)}`;
  return (
    <Field name="projects" label={words.label} help={help} mistake={mistake}>
      {(ids) => (
        <AsyncSelect<Choice, true>
          inputId={ids.control}
          labelId={ids.labelId}
          descriptionId={ids.describedBy ?? ''}
          isInvalid={mistake !== undefined}
          classNamePrefix="several"
          isMulti
          isClearable={false}
          cacheOptions
          defaultOptions
          hideSelectedOptions
          value={value}
          loadOptions={load}
          onChange={(choices) => onChange(choices)}
          getOptionValue={idOf}
          getOptionLabel={labelOf}
          isOptionDisabled={(choice) => choice.kind === 'project' && choice.blocked !== undefined}
          formatOptionLabel={(choice, { context }) =>
            context === 'menu' ? <Option choice={choice} /> : labelOf(choice)
          }
          placeholder={words.placeholder}
          loadingMessage={() => words.loading}
          noOptionsMessage={() => (failed ? words.failed : words.nothing)}
          maxMenuHeight={220}
        />
      )}
    </Field>
  );
}

function Option({ choice }: { readonly choice: Choice }) {
  const reason = choice.kind === 'project' && choice.blocked !== undefined ? words[choice.blocked] : undefined;
  return (
    <span className={styles.option}>
      <span>{labelOf(choice)}</span>
      {reason === undefined ? null : <span className={styles.reason}>{reason}</span>}
    </span>
  );
}

function labelOf(choice: Choice): string {
  return choice.kind === 'hidden' ? plural(words.hidden, choice.projects.length) : fill(words.option, choice.project);
}

function idOf(choice: Choice): string {
  return choice.kind === 'hidden' ? 'hidden' : choice.project.id;
}
