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
import styles from './issue-table.module.css';

const PAGE = 50;

interface First extends SearchPage {
  readonly total: number;
  readonly relevance: string | undefined;
  readonly points: string | undefined;
}

/** The issues a JQL finds: how many, and as many as one asks to see. */
export function IssueTable({ jql, emptyText }: { jql: string; emptyText: string }) {
  const { place } = useNavigation();
  const first = useLoad<First>(`${place.visit} ${jql}`, async () => {
    const { relevance, points } = await siteFields();
    // Jira counts and pages by different calls; both as the same viewer.
    const [total, page] = await Promise.all([
      count(withoutOrder(jql)),
      search(jql, fieldsFor(relevance, points), PAGE),
    ]);
    return { ...page, total, relevance, points };
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
  if (first.value.issues.length === 0) return <p className={styles.empty}>{emptyText}</p>;
  return <Rows key={`${place.visit} ${jql}`} jql={jql} first={first.value} />;
}

function Rows({ jql, first }: { jql: string; first: First }) {
  const [issues, setIssues] = useState<readonly Issue[]>(first.issues);
  const [next, setNext] = useState(first.next);
  const [problem, setProblem] = useState<string>();
  const [loading, setLoading] = useState(false);
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
      <p className={styles.count} role="status">
        <b>{total}</b> {total === 1 ? 'work item' : 'work items'}
        {issues.length < total && `, ${issues.length} shown`}
      </p>
      <ul className={styles.list}>
        {issues.map((issue) => (
          <li key={issue.id}>
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
