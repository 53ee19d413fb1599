import { useEffect, useState } from 'react';
import { findAssignable } from '../../../../../src/jira/people';
import type { Person } from '../../../../../src/jira/issue-fields';
import { jiraAsViewer } from '../bridge';
import { risk as all } from '../strings/en-risk';
import { fill, plural } from '../strings/fill';
import { Face } from '../ui/Face';
import { Field } from '../ui/Field';
import panelStyles from '../panel/panel.module.css';
import styles from './editor.module.css';

const AT_MOST = 6;
const PAUSE_MS = 200;

type Found = readonly Person[] | 'searching' | 'failed';

/** People by name, among those whom Jira lets the viewer find for an issue; a click chooses. */
export function PeopleSearch({
  name,
  issueId,
  offersNobody,
  busy,
  onChoose,
}: {
  /** Of the field; unique on the page. */
  readonly name: string;
  readonly issueId: string;
  /** “Nobody” is a choice too. */
  readonly offersNobody: boolean;
  /** A choice is being saved. */
  readonly busy: boolean;
  readonly onChoose: (person: Person | undefined) => void;
}) {
  const words = all.owner;
  const [text, setText] = useState('');
  const found = useAssignable(issueId, text);
  return (
    <>
      <Field name={name} label={words.label}>
        {({ control }) => (
          <input
            id={control}
            className={styles.input}
            // The viewer has just asked for this field.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            autoComplete="off"
            value={text}
            aria-describedby={`${name}-count`}
            onChange={(event) => setText(event.currentTarget.value)}
            // Enter must not send the form: nobody is chosen by it.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
      </Field>
      <p id={`${name}-count`} className={panelStyles.help} role="status">
        {busy ? null : countWords(found)}
      </p>
      <ul className={styles.people}>
        {(typeof found === 'string' ? [] : found).map((person) => (
          <li key={person.accountId}>
            <button type="button" className={styles.person} onClick={() => onChoose(person)}>
              <Face name={person.name} avatarUrl={person.avatarUrl} />
              {person.name}
            </button>
          </li>
        ))}
        {offersNobody ? (
          <li>
            <button type="button" className={styles.person} onClick={() => onChoose(undefined)}>
              {words.nobody}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function countWords(found: Found): string {
  const words = all.owner;
  if (found === 'searching') return words.searching;
  if (found === 'failed') return words.failed;
  if (found.length === 0) return words.none;
  return found.length < AT_MOST ? plural(words.found, found.length) : fill(words.first, { count: found.length });
}

/** Only the answer to the latest question counts. */
function useAssignable(issueId: string, text: string): Found {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly found: Found }>();
  useEffect(() => {
    let over = false;
    const settle = (found: Found) => {
      if (!over) setAnswer({ text, found });
    };
    const timer = setTimeout(
      () => {
        findAssignable(jiraAsViewer, issueId, text, AT_MOST).then(
          (people) => settle(people.filter(({ active }) => active)),
          () => settle('failed'),
        );
      },
      text === '' ? 0 : PAUSE_MS,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [issueId, text]);
  return answer?.text === text ? answer.found : 'searching';
}
