import type { EmbeddedIssue, IssueLink } from '../../jira/shapes';
import { StatusLozenge } from '../../parts/lozenge';
import { TypeIcon } from '../../parts/type-icon';
import { Link } from '../../site/navigation';
import styles from './issue.module.css';

export function LinkedIssues({ links }: { links: readonly IssueLink[] }) {
  const groups = new Map<string, { linkId: string; issue: EmbeddedIssue }[]>();
  for (const link of links) {
    const other = link.outwardIssue ?? link.inwardIssue;
    if (other === undefined) continue;
    const verb = link.outwardIssue === undefined ? link.type.inward : link.type.outward;
    groups.set(verb, [...(groups.get(verb) ?? []), { linkId: link.id, issue: other }]);
  }
  return (
    <section className={styles.section}>
      <h2>Linked work items</h2>
      {groups.size === 0 && <p className={styles.none}>None yet</p>}
      {[...groups].map(([verb, others]) => (
        <div key={verb}>
          <h3 className={styles.verb}>{verb}</h3>
          <ul className={styles.links}>
            {others.map(({ linkId, issue }) => (
              <li key={linkId}>
                <Link to={`/browse/${issue.key}`}>
                  <TypeIcon type={issue.fields.issuetype} />
                  <span className={styles.linkKey}>{issue.key}</span>
                  <span className={styles.linkSummary}>{issue.fields.summary}</span>
                  <StatusLozenge status={issue.fields.status} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
