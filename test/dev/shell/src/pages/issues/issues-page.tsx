import { useState } from 'react';
import type { FormEvent } from 'react';
import { PageHeader } from '../../frame/frame';
import { Button } from '../../parts/button';
import { inputClass } from '../../parts/field';
import { useTitle } from '../../site/load';
import { useNavigation } from '../../site/navigation';
import { IssueTable } from './issue-table';
import styles from './issues-page.module.css';

/** Jira's /issues/?jql=: what every number of the gadget opens. */
export function IssuesPage() {
  const { place } = useNavigation();
  const jql = place.query.get('jql') ?? '';
  useTitle('Work items');
  return (
    <>
      <PageHeader title="Work items" />
      <JqlForm key={`${place.visit} ${jql}`} jql={jql} />
      {jql.trim() === '' ? (
        <p>Type a query, for example: project = SHOP AND statusCategory != Done</p>
      ) : (
        <IssueTable jql={jql} emptyText="Nothing that you may see matches this query." />
      )}
    </>
  );
}

function JqlForm({ jql }: { jql: string }) {
  const { go } = useNavigation();
  const [text, setText] = useState(jql);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(`/issues/?jql=${encodeURIComponent(text.trim())}`);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <textarea
        aria-label="JQL"
        className={inputClass}
        rows={Math.min(6, Math.max(1, Math.ceil(text.length / 110)))}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) submit(event);
        }}
      />
      <Button look="primary" type="submit">
        Search
      </Button>
    </form>
  );
}
