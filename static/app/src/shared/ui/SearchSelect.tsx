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

/** Several things, shown as tags and found by typing. What cannot be chosen is listed, with the reason. */
export function SearchSelect<Item>({
  id,
  labelId,
  describedBy,
  invalid = false,
  value,
  search,
  idOf,
  labelOf,
  obstacleOf,
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
  readonly obstacleOf: (item: Item) => string | undefined;
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
        context === 'menu' ? <Option label={labelOf(item)} obstacle={obstacleOf(item)} /> : labelOf(item)
      }
      placeholder={words.placeholder}
      loadingMessage={() => words.loading}
      noOptionsMessage={() => (failed ? words.failed : words.nothing)}
      maxMenuHeight={240}
    />
  );
}

function Option({ label, obstacle }: { readonly label: string; readonly obstacle: string | undefined }) {
  return (
    <span className={styles.option}>
      <span>{label}</span>
      {obstacle === undefined ? null : <span className={styles.obstacle}>{obstacle}</span>}
    </span>
  );
}
