import { AsyncSelect } from '@atlaskit/select';
import { useCallback, useState } from 'react';
import './SearchSelect.css';
import styles from './SearchSelect.module.css';

/** What the select says. */
export interface SearchSelectWords {
  readonly placeholder: string;
  readonly loading: string;
  readonly nothing: string;
  readonly failed: string;
}

/**
 * Several things, shown as tags and found by typing. What cannot be chosen is listed, with the reason.
 * Where `search` finds among something else than before, give the select another key: it remembers what it found.
 */
export function SearchSelect<Item>({
  id,
  labelId,
  describedBy,
  invalid = false,
  value,
  search,
  idOf,
  labelOf,
  obstacleOf = () => undefined,
  noteOf = () => undefined,
  words,
  onChange,
}: {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string;
  readonly invalid?: boolean;
  readonly value: readonly Item[];
  /** Finds what fits the typed text; a failure is said in the list. */
  readonly search: (text: string) => Promise<readonly Item[]>;
  readonly idOf: (item: Item) => string;
  readonly labelOf: (item: Item) => string;
  /** Why an item cannot be chosen, in words. */
  readonly obstacleOf?: (item: Item) => string | undefined;
  /** What tells an item from its neighbours in the list, for example a category. */
  readonly noteOf?: (item: Item) => string | undefined;
  readonly words: SearchSelectWords;
  readonly onChange: (items: readonly Item[]) => void;
}) {
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    async (text: string): Promise<Item[]> => {
      try {
        const found = await search(text);
        setFailed(false);
        return [...found];
      } catch {
        setFailed(true);
        return [];
      }
    },
    [search],
  );
  return (
    <AsyncSelect<Item, true>
      inputId={id}
      labelId={labelId}
      descriptionId={describedBy}
      isInvalid={invalid}
      classNamePrefix="several"
      isMulti
      isClearable={false}
      cacheOptions
      defaultOptions
      hideSelectedOptions
      value={value}
      loadOptions={load}
      onChange={(items) => onChange(items)}
      getOptionValue={idOf}
      getOptionLabel={labelOf}
      isOptionDisabled={(item) => obstacleOf(item) !== undefined}
      formatOptionLabel={(item, { context }) =>
        context === 'menu' ? <Option label={labelOf(item)} note={obstacleOf(item) ?? noteOf(item)} /> : labelOf(item)
      }
      placeholder={words.placeholder}
      loadingMessage={() => words.loading}
      noOptionsMessage={() => (failed ? words.failed : words.nothing)}
      maxMenuHeight={240}
    />
  );
}

function Option({ label, note }: { readonly label: string; readonly note: string | undefined }) {
  return (
    <span className={styles.option}>
      <span>{label}</span>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </span>
  );
}
