import { jiraAsViewer } from '../../shared/bridge';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { fill, plural } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { SearchSelect } from '../../shared/ui/SearchSelect';
import { offeredProjects } from './project-choice';
import type { Choice } from './project-choice';

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
  const hidden = value.find((choice) => choice.kind === 'hidden');
  const help = hidden === undefined ? words.help : `${words.help} ${plural(words.hiddenHelp, hidden.projects.length)}`;
  return (
    <Field name="projects" label={words.label} help={help} mistake={mistake}>
      {(ids) => (
        <SearchSelect<Choice>
          id={ids.control}
          labelId={ids.labelId}
          describedBy={ids.describedBy ?? ''}
          invalid={mistake !== undefined}
          value={value}
          search={search}
          idOf={idOf}
          labelOf={labelOf}
          obstacleOf={obstacleOf}
          words={words}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

function search(text: string): Promise<readonly Choice[]> {
  return offeredProjects(jiraAsViewer, text);
}

function obstacleOf(choice: Choice): string | undefined {
  return choice.kind === 'project' && choice.blocked !== undefined ? words[choice.blocked] : undefined;
}

function labelOf(choice: Choice): string {
  return choice.kind === 'hidden' ? plural(words.hidden, choice.projects.length) : fill(words.option, choice.project);
}

function idOf(choice: Choice): string {
  return choice.kind === 'hidden' ? 'hidden' : choice.project.id;
}
