import type { Issue } from '../../jira/shapes';
import { Avatar } from '../../parts/avatar';
import { RelevanceChip } from '../../parts/relevance-chip';
import { TypeIcon } from '../../parts/type-icon';
import { VisuallyHidden } from '../../parts/visually-hidden';
import { Link } from '../../site/navigation';
import styles from './board.module.css';

export function Card({
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
  const chip = relevance === undefined || fields[relevance] == null ? undefined : fields[relevance];
  const assignee = fields.assignee?.displayName ?? '';
  return (
    <Link to={`/browse/${issue.key}`} className={styles.card ?? ''}>
      <span className={styles.title}>{fields.summary}</span>
      {chip !== undefined && (
        <span>
          <RelevanceChip value={chip} />
        </span>
      )}
      <span className={styles.foot}>
        <TypeIcon type={fields.issuetype} />
        <span>{issue.key}</span>
        <span className={styles.grow} />
        {typeof estimate === 'number' && (
          <span className={styles.points} title="Story points">
            {estimate}
          </span>
        )}
        <Avatar name={assignee} />
        <VisuallyHidden>{assignee === '' ? 'Unassigned' : assignee}</VisuallyHidden>
      </span>
    </Link>
  );
}
