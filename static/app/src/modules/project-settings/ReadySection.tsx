import { useCallback } from 'react';
import type { Choice } from '../../../../../src/contract/settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { SearchSelect } from '../../shared/ui/SearchSelect';
import { useSettingsForm } from './form-context';
import { pickedStatuses, pickedTypes, statusesOf } from './names';
import type { Picked } from './names';
import { Section } from './Section';

const words = projectSettings.ready;

/** From which status on a story should be ready, and what a story is. */
export function ReadySection() {
  const { draft, choices, mistakes, edit } = useSettingsForm();
  const category = ({ id }: Choice) => {
    const status = choices.statuses.find((each) => each.id === id);
    return status === undefined ? undefined : words.categories[status.category];
  };
  return (
    <Section id="ready" heading={words.heading} help={words.help}>
      <Several
        name="statuses"
        words={words.statuses}
        mistake={mistakes.statuses}
        offer={statusesOf(draft.storyTypeIds, choices)}
        value={pickedStatuses(draft.readyStatusIds, draft.storyTypeIds, choices)}
        noteOf={category}
        onChange={(readyStatusIds) => edit({ readyStatusIds })}
      />
      <Several
        name="types"
        words={words.types}
        mistake={mistakes.types}
        offer={choices.issueTypes}
        value={pickedTypes(draft.storyTypeIds, choices)}
        onChange={(storyTypeIds) => edit({ storyTypeIds })}
      />
    </Section>
  );
}

/** Several of what Jira has in this project, found by typing a part of the name. */
function Several({
  name,
  words: own,
  mistake,
  offer,
  value,
  noteOf,
  onChange,
}: {
  readonly name: string;
  readonly words: { readonly label: string; readonly placeholder: string; readonly nothing: string };
  readonly mistake: string | undefined;
  readonly offer: readonly Choice[];
  readonly value: readonly Picked[];
  readonly noteOf?: (picked: Picked) => string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const search = useCallback(
    async (text: string): Promise<readonly Picked[]> => offer.filter((choice) => holds(choice.name, text)),
    [offer],
  );
  return (
    <Field name={name} label={own.label} mistake={mistake}>
      {(ids) => (
        <SearchSelect<Picked>
          // The select remembers what it found among the offer it began with.
          key={offer.map(({ id }) => id).join()}
          id={ids.control}
          labelId={ids.labelId}
          describedBy={ids.describedBy ?? ''}
          invalid={mistake !== undefined}
          value={value}
          search={search}
          idOf={({ id }) => id}
          labelOf={labelOf}
          {...(noteOf === undefined ? {} : { noteOf })}
          words={{ placeholder: own.placeholder, nothing: own.nothing, loading: words.looking, failed: words.failed }}
          onChange={(picked) => onChange(picked.map(({ id }) => id))}
        />
      )}
    </Field>
  );
}

function labelOf({ name, problem }: Picked): string {
  return problem === 'notOfStories' ? fill(words.notOfStories, { name }) : name;
}

/** Whether a name holds the text, whatever the case. */
function holds(name: string, text: string): boolean {
  return name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
}
