import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { readDocument } from '../../adf/document';
import { assignable, change } from '../../jira/calls';
import type { Field } from '../../jira/shapes';
import { UserShape } from '../../jira/shapes';
import { Avatar } from '../../parts/avatar';
import { Button, IconButton } from '../../parts/button';
import { shortDay } from '../../parts/day';
import { inputClass } from '../../parts/field';
import { Icon } from '../../parts/icon';
import { Lozenge } from '../../parts/lozenge';
import { Message } from '../../parts/message';
import { useLoad } from '../../site/load';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

const RANK = 'com.pyxis.greenhopper.jira:gh-lexo-rank';

/** People, dates and the short custom fields; assignee, points and due date can be changed here as in Jira. */
export function Details({ data, onChanged }: { data: IssueData; onChanged: () => void }) {
  const { issue, fields, rights } = data;
  const values = issue.fields;
  const [open, setOpen] = useState(true);
  const body = useId();
  const mayEdit = rights.has('EDIT_ISSUES');
  const points = fields.points;
  // On a story even while they are empty, because a person looks for them here.
  const isStory = values.issuetype?.name === 'Story';
  const always = [fields.relevance, points]
    .filter((id) => id !== undefined)
    // A field that this issue's type does not have is not in the answer at all.
    .filter((id) => (isStory && id in values) || values[id] != null);
  const others = Object.entries(values)
    .filter(([id, value]) => id.startsWith('customfield_') && !always.includes(id) && isShort(value))
    // Jira keeps the order of a backlog in this field and never shows it.
    .filter(([id]) => fields.all.get(id)?.schema?.custom !== RANK)
    .map(([id]) => id);
  return (
    <section className={styles.panel}>
      <h2>
        <button
          type="button"
          className={styles.panelHead}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} />
          Details
        </button>
      </h2>
      <dl id={body} hidden={!open} className={styles.details}>
        <Fact
          name="Assignee"
          edit={
            mayEdit
              ? (done) => <AssigneeEdit data={data} onDone={(saved) => finish(saved, done, onChanged)} />
              : undefined
          }
        >
          <Person name={values.assignee?.displayName} none="Unassigned" />
        </Fact>
        <Fact name="Reporter">
          <Person name={values.reporter?.displayName} none="Nobody" />
        </Fact>
        {values.priority != null && <Fact name="Priority">{values.priority.name}</Fact>}
        {values.resolution != null && <Fact name="Resolution">{values.resolution.name}</Fact>}
        {always.map((id) => (
          <Fact
            key={id}
            name={fields.all.get(id)?.name ?? id}
            edit={
              mayEdit && id === points
                ? (done) => (
                    <ValueEdit
                      issueKey={issue.key}
                      fieldId={id}
                      label="Story points"
                      type="number"
                      value={values[id]}
                      onDone={(saved) => finish(saved, done, onChanged)}
                    />
                  )
                : undefined
            }
          >
            <Value field={fields.all.get(id)} value={values[id]} />
          </Fact>
        ))}
        {others.map((id) => (
          <Fact key={id} name={fields.all.get(id)?.name ?? id}>
            <Value field={fields.all.get(id)} value={values[id]} />
          </Fact>
        ))}
        {values.labels.length > 0 && (
          <Fact name="Labels">
            <Value field={undefined} value={values.labels} />
          </Fact>
        )}
        <Fact
          name="Due date"
          edit={
            mayEdit
              ? (done) => (
                  <ValueEdit
                    issueKey={issue.key}
                    fieldId="duedate"
                    label="Due date"
                    type="date"
                    value={values.duedate}
                    onDone={(saved) => finish(saved, done, onChanged)}
                  />
                )
              : undefined
          }
        >
          <Value field={undefined} value={values.duedate} />
        </Fact>
      </dl>
    </section>
  );
}

function finish(saved: boolean, close: () => void, onChanged: () => void): void {
  close();
  if (saved) onChanged();
}

function Fact({
  name,
  edit,
  children,
}: {
  name: string;
  edit?: ((done: () => void) => ReactNode) | undefined;
  children: ReactNode;
}) {
  const [editing, setEditing] = useState(false);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {editing && edit !== undefined ? (
          edit(() => setEditing(false))
        ) : (
          <>
            {children}
            {edit !== undefined && (
              <IconButton
                icon="pencil"
                label={`Edit ${name.toLowerCase()}`}
                className={styles.pencil ?? ''}
                onClick={() => setEditing(true)}
              />
            )}
          </>
        )}
      </dd>
    </div>
  );
}

function Person({ name, none }: { name: string | undefined; none: string }) {
  return (
    <span className={styles.person}>
      <Avatar name={name ?? ''} />
      {name ?? none}
    </span>
  );
}

const Option = v.object({ value: v.string() });
const Named = v.object({ name: v.string() });

function isShort(value: unknown): boolean {
  return (
    value != null &&
    readDocument(value) === undefined &&
    text(value) !== '' &&
    !(Array.isArray(value) && value.length === 0)
  );
}

/** What the shell can show of a field's value; the rank and other machine values give nothing. */
function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.includes('|') ? '' : value;
  for (const shape of [Option, Named, UserShape] as const) {
    const read = v.safeParse(shape, value);
    if (read.success) return Object.values(read.output).at(-1) ?? '';
  }
  if (Array.isArray(value)) return value.map(text).join(', ');
  return '';
}

function Value({ field, value }: { field: Field | undefined; value: unknown }) {
  if (value == null || text(value) === '') return <span className={styles.none}>None</span>;
  const user = v.safeParse(UserShape, value);
  if (user.success) return <Person name={user.output.displayName} none="" />;
  if (typeof value === 'string' && /^https?:\/\//.test(value)) {
    return (
      <a href={value} target="_blank" rel="noreferrer noopener">
        {value}
      </a>
    );
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)) return <span>{shortDay(value)}</span>;
  if (Array.isArray(value) && field?.schema?.type !== 'number') {
    return (
      <span className={styles.tags}>
        {value.map((each, at) => (
          <Lozenge key={at}>{text(each)}</Lozenge>
        ))}
      </span>
    );
  }
  return <span>{text(value)}</span>;
}

function AssigneeEdit({ data, onDone }: { data: IssueData; onDone: (saved: boolean) => void }) {
  const people = useLoad(data.issue.key, () => assignable(data.issue.key));
  const [problem, setProblem] = useState<string>();
  const save = async (accountId: string) => {
    try {
      await change.fields(data.issue.key, { assignee: accountId === '' ? null : { accountId } });
      onDone(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  if (people.state === 'failed') return <Message kind="danger" title={people.error.message} />;
  if (people.state === 'loading') return <span className={styles.none}>Loading</span>;
  return (
    <span className={styles.inlineEdit}>
      <select
        aria-label="Assignee"
        className={inputClass}
        value={data.issue.fields.assignee?.accountId ?? ''}
        onChange={(event) => void save(event.target.value)}
      >
        <option value="">Unassigned</option>
        {people.value.map((person) => (
          <option key={person.accountId} value={person.accountId}>
            {person.displayName}
          </option>
        ))}
      </select>
      <IconButton icon="close" label="Leave as it is" onClick={() => onDone(false)} />
      {problem !== undefined && <Message kind="danger" title={problem} />}
    </span>
  );
}

function ValueEdit({
  issueKey,
  fieldId,
  label,
  type,
  value,
  onDone,
}: {
  issueKey: string;
  fieldId: string;
  label: string;
  type: 'number' | 'date';
  value: unknown;
  onDone: (saved: boolean) => void;
}) {
  const [typed, setTyped] = useState(value == null ? '' : text(value));
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    try {
      const next = type === 'number' ? Number(typed) : typed;
      await change.fields(issueKey, { [fieldId]: typed === '' ? null : next });
      onDone(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <span className={styles.inlineEdit}>
      <input
        aria-label={label}
        type={type}
        step="any"
        className={inputClass}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button small look="primary" onClick={() => void save()}>
        Save
      </Button>
      <IconButton icon="close" label="Leave as it is" onClick={() => onDone(false)} />
      {problem !== undefined && <Message kind="danger" title={problem} />}
    </span>
  );
}
