import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import styles from './list-tools.module.css';

/** Searches in a list by words, while they are typed. */
export function ListSearch({
  label,
  value,
  onSearch,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}) {
  return (
    <div className={styles.search}>
      <Textfield
        aria-label={label}
        placeholder={label}
        isCompact
        autoComplete="off"
        value={value}
        elemBeforeInput={
          <span className={styles.searchIcon}>
            <SearchIcon label="" color="var(--ds-icon-subtle)" />
          </span>
        }
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}
