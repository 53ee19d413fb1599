import { AdfDocument, readDocument } from '../../adf/document';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

/** Paragraph fields other than the description stand in the wide column, as Jira puts them. */
export function LongTexts({ data: { issue, fields } }: { data: IssueData }) {
  const texts = Object.entries(issue.fields).filter(
    ([id, value]) => id.startsWith('customfield_') && readDocument(value) !== undefined,
  );
  return texts.map(([id, value]) => (
    <section key={id} className={styles.section}>
      <h2>{fields.all.get(id)?.name ?? id}</h2>
      <AdfDocument value={value} />
    </section>
  ));
}
