import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { AdfDocument } from '../../adf/document';
import { textToDocument } from '../../adf/text';
import { change, changes, comments } from '../../jira/calls';
import type { Change } from '../../jira/shapes';
import { Avatar } from '../../parts/avatar';
import { Button } from '../../parts/button';
import { longDay } from '../../parts/day';
import { inputClass } from '../../parts/field';
import { Message, Waiting } from '../../parts/message';
import { useLoad } from '../../site/load';
import { useSession } from '../../site/session';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

const FIRST = 8;

interface Entry {
  readonly id: string;
  readonly who: string;
  readonly when: string;
  readonly did: string;
  readonly body: ReactNode;
}

/** Comments and history in one line of time, the newest first. */
export function Activity({ data, onChanged }: { data: IssueData; onChanged: () => void }) {
  const { key } = data.issue;
  const [all, setAll] = useState(false);
  const loaded = useLoad(key, async () => {
    const [written, changed] = await Promise.all([comments(key), changes(key)]);
    const entries: Entry[] = [
      ...written.map((comment) => ({
        id: `comment ${comment.id}`,
        who: comment.author?.displayName ?? 'Somebody',
        when: comment.created,
        did: '',
        body: <AdfDocument value={comment.body} />,
      })),
      ...changed.map((group) => ({
        id: `change ${group.id}`,
        who: group.author?.displayName ?? 'Somebody',
        when: group.created,
        did: what(group),
        body: <Values group={group} />,
      })),
    ];
    return entries.sort((a, b) => Date.parse(b.when) - Date.parse(a.when));
  });
  return (
    <section className={styles.section}>
      <h2>Activity</h2>
      {data.rights.has('ADD_COMMENTS') && <AddComment issueKey={key} onChanged={onChanged} />}
      {loaded.state === 'loading' && <Waiting rows={3} />}
      {loaded.state === 'failed' && <Message kind="danger" title={loaded.error.message} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && <p className={styles.none}>Nothing yet</p>}
      {loaded.state === 'ready' && (
        <ul className={styles.activity}>
          {(all ? loaded.value : loaded.value.slice(0, FIRST)).map((entry) => (
            <li key={entry.id}>
              <Avatar name={entry.who} />
              <div>
                <p>
                  <b>{entry.who}</b> {entry.did} <time dateTime={entry.when}>{longDay(entry.when)}</time>
                </p>
                {entry.body}
              </div>
            </li>
          ))}
        </ul>
      )}
      {loaded.state === 'ready' && !all && loaded.value.length > FIRST && (
        <Button look="link" onClick={() => setAll(true)}>
          Show {loaded.value.length - FIRST} more
        </Button>
      )}
    </section>
  );
}

const NAMES: Readonly<Record<string, string>> = { duedate: 'due date', issuetype: 'work type', Link: 'links' };

function nameOf(field: string): string {
  return NAMES[field] ?? (/^[A-Z][a-z]/.test(field) ? field.charAt(0).toLowerCase() + field.slice(1) : field);
}

function what({ items }: Change): string {
  const names = [...new Set(items.map((item) => nameOf(item.field)))];
  return names.length > 3 ? `changed ${names.length} fields` : `changed ${names.join(', ')}`;
}

function Values({ group: { items } }: { group: Change }) {
  return (
    <ul className={styles.changes}>
      {items.map((item, at) => (
        <li key={at}>
          {items.length > 1 && `${nameOf(item.field)}: `}
          {item.field === 'Link' ? linkText(item) : <FromTo from={item.fromString} to={item.toString} />}
        </li>
      ))}
    </ul>
  );
}

type Item = Change['items'][number];

/** Jira writes a whole sentence of a link, on the side where it appeared or was. */
function linkText(item: Item): string {
  return typeof item.toString === 'string' && item.toString !== ''
    ? item.toString
    : `${clipped(item.fromString)}, removed`;
}

function FromTo({ from, to }: { from: unknown; to: unknown }) {
  if (typeof from !== 'string' || from === '') return clipped(to);
  return (
    <>
      {clipped(from)} <span aria-label="to">→</span> {clipped(to)}
    </>
  );
}

function clipped(text: unknown): string {
  if (typeof text !== 'string' || text === '') return 'None';
  const plain = text.replace(/ 00:00:00\.0$/, '');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}

function AddComment({ issueKey, onChanged }: { issueKey: string; onChanged: () => void }) {
  const { user } = useSession();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    try {
      await change.comment(issueKey, textToDocument(text));
      onChanged();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className={styles.addComment} onSubmit={(event) => void save(event)}>
      <Avatar name={user.displayName} colour={user.colour} size={32} />
      <div className={styles.edit}>
        <textarea
          aria-label="Add a comment"
          placeholder="Add a comment"
          className={inputClass}
          rows={1}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {problem !== undefined && <Message kind="danger" title={problem} />}
        {text !== '' && (
          <div className={styles.buttons}>
            <Button look="primary" type="submit">
              Save
            </Button>
            <Button look="subtle" onClick={() => setText('')}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}
