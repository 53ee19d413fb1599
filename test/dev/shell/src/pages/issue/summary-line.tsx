import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { change } from '../../jira/calls';
import { Button, IconButton } from '../../parts/button';
import { inputClass } from '../../parts/field';
import { Message } from '../../parts/message';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

export function SummaryLine({ data, onChanged }: { data: IssueData; onChanged: () => void }) {
  const { issue, rights } = data;
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const editing = text !== undefined;
  useEffect(() => {
    // The person asked to edit by a click; the focus goes where the click pointed.
    if (editing) input.current?.focus();
  }, [editing]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text === undefined || text.trim() === '') {
      setProblem('A summary is needed.');
      return;
    }
    try {
      await change.fields(issue.key, { summary: text.trim() });
      setText(undefined);
      setProblem(undefined);
      onChanged();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  if (text === undefined) {
    return (
      <div className={styles.summary}>
        <h1>{issue.fields.summary}</h1>
        {rights.has('EDIT_ISSUES') && (
          <IconButton icon="pencil" label="Edit summary" onClick={() => setText(issue.fields.summary)} />
        )}
      </div>
    );
  }
  return (
    <form className={styles.edit} onSubmit={(event) => void save(event)}>
      <input
        aria-label="Summary"
        ref={input}
        className={inputClass}
        value={text}
        maxLength={255}
        onChange={(event) => setText(event.target.value)}
      />
      {problem !== undefined && <Message kind="danger" title={problem} />}
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          Save
        </Button>
        <Button look="subtle" onClick={() => setText(undefined)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
