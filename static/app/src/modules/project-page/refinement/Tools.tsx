import Button from '@atlaskit/button/new';
import PresenterIcon from '@atlaskit/icon/core/projection-screen';
import { useMemo } from 'react';
import { TOPICS } from '../../../../../../src/domain/hints/topics';
import type { RefinementRow } from '../../../../../../src/reads/refinement-view';
import { hints } from '../../../shared/strings/en-hints';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill } from '../../../shared/strings/fill';
import { IssuesLink } from '../../../shared/ui/SiteLink';
import { choicesIn } from './filter';
import type { Filter } from './filter';
import { Kbd, useKeyName } from './Kbd';
import { ListChoice } from '../parts/ListChoice';
import { ListSearch } from '../parts/ListSearch';
import styles from './meeting.module.css';

const words = refinement.tools;

/** Searching in the list, its filters, and how the page looks. */
export function Tools({
  rows,
  filter,
  jql,
  presenting,
  onFilter,
  onPresent,
  onHelp,
}: {
  /** Of the whole list, as far as it was read. */
  readonly rows: readonly RefinementRow[];
  readonly filter: Filter;
  readonly jql: string;
  readonly presenting: boolean;
  readonly onFilter: (filter: Filter) => void;
  readonly onPresent: () => void;
  readonly onHelp: () => void;
}) {
  const keyName = useKeyName();
  const choices = useMemo(() => choicesIn(rows), [rows]);
  return (
    <div className={styles.tools}>
      <ListSearch
        label={words.search}
        value={filter.words}
        onSearch={(typed) => onFilter({ ...filter, words: typed })}
      />
      <ListChoice
        label={words.hint}
        value={filter.hint}
        onChoose={(value) => onFilter({ ...filter, hint: hintChoice(value) })}
        options={[
          { value: 'all', label: words.hintAll },
          { value: 'hinted', label: fill(words.hinted, { count: choices.hinted }) },
          { value: 'none', label: fill(words.unhinted, { count: rows.length - choices.hinted }) },
          ...choices.topics.map(({ topic, count }) => ({
            value: topic,
            label: fill(words.option, { name: hints.topics[topic].name, count }),
          })),
        ]}
      />
      {choices.epics.length < 2 && filter.epic === '' ? null : (
        <ListChoice
          label={words.epic}
          value={filter.epic}
          onChoose={(epic) => onFilter({ ...filter, epic })}
          options={[
            { value: '', label: words.epicAll },
            ...choices.epics.map(({ key, summary, count }) => ({
              value: key,
              label: fill(words.epicOption, { key, summary, count }),
            })),
          ]}
        />
      )}
      <IssuesLink jql={jql} className={styles.inJira}>
        {words.inJira}
      </IssuesLink>
      <div className={styles.toolsEnd}>
        <Button iconBefore={PresenterIcon} isSelected={presenting} onClick={onPresent}>
          {presenting ? words.presentEnd : words.present}
        </Button>
        <Button onClick={onHelp} {...keyName('?')}>
          {words.shortcuts} <Kbd>{refinement.keys.help}</Kbd>
        </Button>
      </div>
    </div>
  );
}

function hintChoice(value: string): Filter['hint'] {
  if (value === 'hinted' || value === 'none') return value;
  return TOPICS.find((topic) => topic === value) ?? 'all';
}
