import { AsyncSelect } from '@atlaskit/select';
import { useState } from 'react';
import { jiraAsViewer } from '../../shared/bridge';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { Mistake } from '../../shared/ui/Field';
import { offeredFilters } from './filter-choice';
import type { FilterChoice } from './filter-choice';
import styles from './GadgetEdit.module.css';

const words = gadgetEdit.filter;

/** One saved filter, found by its name. */
export function FilterField({
  value,
  mistake,
  onChange,
}: {
  readonly value: FilterChoice | undefined;
  readonly mistake: string | undefined;
  readonly onChange: (choice: FilterChoice | undefined) => void;
}) {
  const [failed, setFailed] = useState(false);
  const load = async (text: string): Promise<FilterChoice[]> => {
    try {
      const found = await offeredFilters(jiraAsViewer, text);
      setFailed(false);
      return [...found];
    } catch {
      setFailed(true);
      return [];
    }
  };
  return (
    <div>
      <AsyncSelect<FilterChoice>
        inputId="filter"
        label={words.label}
        descriptionId={mistake === undefined ? 'filter-help' : 'filter-mistake'}
        isInvalid={mistake !== undefined}
        cacheOptions
        defaultOptions
        value={value ?? null}
        loadOptions={load}
        onChange={(choice) => onChange(choice ?? undefined)}
        getOptionValue={({ filter }) => filter.id}
        getOptionLabel={({ filter, hidden }) => (hidden ? words.hidden : filter.name)}
        placeholder={words.placeholder}
        loadingMessage={() => words.loading}
        noOptionsMessage={() => (failed ? words.failed : words.nothing)}
        maxMenuHeight={240}
      />
      <Mistake id="filter-mistake">{mistake}</Mistake>
      <p id="filter-help" className={styles.help}>
        {words.help}
      </p>
    </div>
  );
}
