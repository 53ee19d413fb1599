import { useState } from 'react';
import type { FormEvent } from 'react';
import { AdfDocument } from '../../adf/document';
import { documentToText, textToDocument } from '../../adf/text';
import { change } from '../../jira/calls';
import { Button, IconButton } from '../../parts/button';
import { inputClass } from '../../parts/field';
import { Message } from '../../parts/message';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

export function Description({ data, onChanged }: { data: IssueData; onChanged: () => void }) {
  const { issue, rights } = data;
  const value = issue.fields.description;
  const asText = documentToText(value);
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const document = text === undefined || text.trim() === '' ? null : textToDocument(text);
      await change.fields(issue.key, { description: document });
      setText(undefined);
      setProblem(undefined);
      onChanged();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className={styles.section}>
      <h2>
        Description
        {rights.has('EDIT_ISSUES') && asText !== undefined && text === undefined && (
          <IconButton icon="pencil" label="Edit description" onClick={() => setText(asText)} />
        )}
      </h2>
      {text === undefined && asText === '' && <p className={styles.none}>None yet</p>}
      {text === undefined && asText !== '' && <AdfDocument value={value} />}
      {text !== undefined && (
        <form className={styles.edit} onSubmit={(event) => void save(event)}>
          <textarea
            aria-label="Description"
            className={inputClass}
            rows={Math.min(20, Math.max(6, text.split('\n').length + 1))}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p className={styles.hint}>A line that begins with “- ” is a bullet, with “# ” a heading.</p>
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
      )}
    </section>
  );
}
