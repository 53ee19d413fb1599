import { useState } from 'react';
import { count, search } from '../../jira/calls';
import type { SearchPage } from '../../jira/calls';
import type { Issue } from '../../jira/shapes';
import { Avatar } from '../../parts/avatar';
import { Button } from '../../parts/button';
import { StatusLozenge } from '../../parts/lozenge';
import { Message, Waiting } from '../../parts/message';
import { RelevanceChip } from '../../parts/relevance-chip';
import { TypeIcon } from '../../parts/type-icon';
import { VisuallyHidden } from '../../parts/visually-hidden';
import { useLoad } from '../../site/load';
import { Link, useNavigation } from '../../site/navigation';
import { siteFields } from '../../site/site-fields';
import { BulkBar } from './bulk-bar';
import type { BulkOutcome } from './bulk-change';
import styles from './issue-table.module.css';

const PAGE = 50;

interface First extends SearchPage {
  /** Tells one reading from the next. */
  readonly reading: string;
  readonly total: number;
  readonly relevance: string | undefined;
  readonly points: string | undefined;
}

/** The issues a JQL finds: how many, and as many as one asks to see. Ticked ones can be changed together. */
export function IssueTable({ jql, emptyText }: { jql: string; emptyText: string }) {
  const { place } = useNavigation();
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const first = useLoad<First>(`${place.visit} ${jql}`, async () => {
    const { relevance, points } = await siteFields();
    // Jira counts and pages by different calls; both as the same viewer.
    const [total, page] = await Promise.all([
      count(withoutOrder(jql)),
      search(jql, fieldsFor(relevance, points), PAGE),
    ]);
    return { ...page, reading: crypto.randomUUID(), total, relevance, points };
  });
  if (first.state === 'loading') return <Waiting rows={8} label="Loading work items" />;
  if (first.state === 'failed') {
    return (
      <Message
        kind="danger"
        title="Jira did not list these."
        actions={<Button onClick={first.again}>Try again</Button>}
      >
        {first.error.message}
      </Message>
    );
  }
  const changed = (now: BulkOutcome) => {
    setOutcome(now);
    first.again();
  };
  return (
    <div className={styles.whole}>
      {outcome !== undefined && <Outcome outcome={outcome} onClose={() => setOutcome(undefined)} />}
      {first.value.issues.length === 0 ? (
        <p className={styles.empty}>{emptyText}</p>
      ) : (
        <Rows key={first.value.reading} jql={jql} first={first.value} onChanged={changed} />
      )}
    </div>
  );
}

function Outcome({ outcome, onClose }: { outcome: BulkOutcome; onClose: () => void }) {
  const { done, refused } = outcome;
  return (
    <Message
      kind={refused.length === 0 ? 'success' : 'warning'}
      title={refused.length === 0 ? `${done} changed.` : `${done} changed, ${refused.length} refused.`}
      actions={
        <Button small onClick={onClose}>
          Close
        </Button>
      }
    >
      {refused.length > 0 && (
        <ul>
          {refused.map(({ key, why }) => (
            <li key={key}>
              {key}: {why}
            </li>
          ))}
        </ul>
      )}
    </Message>
  );
}

function Rows({ jql, first, onChanged }: { jql: string; first: First; onChanged: (outcome: BulkOutcome) => void }) {
  const [issues, setIssues] = useState<readonly Issue[]>(first.issues);
  const [next, setNext] = useState(first.next);
  const [problem, setProblem] = useState<string>();
  const [loading, setLoading] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const chosen = issues.filter(({ id }) => ticked.has(id));
  const more = async () => {
    setLoading(true);
    try {
      const page = await search(jql, fieldsFor(first.relevance, first.points), PAGE, next);
      setIssues([...issues, ...page.issues]);
      setNext(page.next);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setLoading(false);
  };
  const total = Math.max(first.total, issues.length);
  return (
    <div className={styles.whole}>
      <div className={styles.head}>
        <label>
          <input
            type="checkbox"
            aria-label="Select all that are shown"
            checked={chosen.length === issues.length}
            onChange={(event) => setTicked(new Set(event.target.checked ? issues.map(({ id }) => id) : []))}
          />
        </label>
        <p className={styles.count} role="status">
          <b>{total}</b> {total === 1 ? 'work item' : 'work items'}
          {issues.length < total && `, ${issues.length} shown`}
        </p>
        {chosen.length > 0 && (
          <BulkBar
            chosen={chosen}
            relevance={first.relevance}
            onChanged={onChanged}
            onClear={() => setTicked(new Set())}
          />
        )}
      </div>
      <ul className={styles.list}>
        {issues.map((issue) => (
          <li key={issue.id} className={styles.item}>
            <label>
              <input
                type="checkbox"
                aria-label={`Select ${issue.key}`}
                checked={ticked.has(issue.id)}
                onChange={() => tick(issue.id)}
              />
            </label>
            <Row issue={issue} relevance={first.relevance} points={first.points} />
          </li>
        ))}
      </ul>
      {problem !== undefined && <Message kind="danger" title={problem} />}
      {next !== undefined && (
        <Button onClick={() => void more()} disabled={loading}>
          Load more
        </Button>
      )}
    </div>
  );
}

function Row({
  issue,
  relevance,
  points,
}: {
  issue: Issue;
  relevance: string | undefined;
  points: string | undefined;
}) {
  const { fields } = issue;
  const estimate = points === undefined ? undefined : fields[points];
  return (
    <Link to={`/browse/${issue.key}`} className={styles.row ?? ''}>
      <TypeIcon type={fields.issuetype} />
      <span className={styles.key}>{issue.key}</span>
      <span className={styles.summary}>{fields.summary}</span>
      <span className={styles.facts}>
        {relevance !== undefined && <RelevanceChip value={fields[relevance]} />}
        {fields.status !== undefined && <StatusLozenge status={fields.status} />}
        {typeof estimate === 'number' && (
          <span className={styles.points} title="Story points">
            {estimate}
          </span>
        )}
        <Avatar name={fields.assignee?.displayName ?? ''} />
        <VisuallyHidden>{fields.assignee?.displayName ?? 'Unassigned'}</VisuallyHidden>
      </span>
    </Link>
  );
}

function fieldsFor(relevance: string | undefined, points: string | undefined): readonly string[] {
  return ['summary', 'status', 'issuetype', 'assignee', relevance, points].filter((field) => field !== undefined);
}

/** Counting does not sort. */
function withoutOrder(jql: string): string {
  return jql.replace(/\s*\border\s+by\s+[^"']*$/i, '');
}
