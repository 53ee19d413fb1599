import Button from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useEffect, useState } from 'react';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import { keysQuery } from '../../../../../../src/reads/hygiene-queries';
import type { RuleWay } from '../../../../../../src/reads/hygiene-view';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { fill, plural, pluralForm } from '../../../shared/strings/fill';
import { copyText } from '../../../shared/ui/StatePanel';
import { IssuesLink } from '../../../shared/ui/SiteLink';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import type { RuleStanding } from './hygiene-state';
import styles from './hygiene.module.css';

/** Keys that one address takes: what is longer, some browsers cut. */
const KEYS_MOST = 100;

/** How Jira finds the same risks: the rule's JQL, or why there is none, with a link that opens those found. */
export function RuleQuery({
  rule,
  way,
  standing,
}: {
  readonly rule: HygieneRule;
  readonly way: RuleWay;
  readonly standing: RuleStanding;
}) {
  const query = words.query;
  switch (way.way) {
    case 'noField': {
      const fields = way.fields.map((field) => query.fields[field as keyof typeof query.fields]).join(', ');
      return <p className={styles.reason}>{fill(pluralForm(query.noField, way.fields.length), { fields })}</p>;
    }
    case 'counted':
      return (
        <div className={styles.query}>
          <span className={styles.queryActions}>
            <IssuesLink jql={way.jql} className={styles.link}>
              {standing.count === undefined || standing.count === 0
                ? query.openNone
                : plural(query.open, standing.count)}
            </IssuesLink>
            <CopyJql jql={way.jql} />
          </span>
          <details className={styles.fold}>
            <summary>{query.show}</summary>
            <code className={styles.jql} aria-label={query.label}>
              {way.jql}
            </code>
          </details>
        </div>
      );
    case 'looked': {
      const keys = standing.rows.rows.map(({ key }) => key).slice(0, KEYS_MOST);
      const jql = keysQuery(keys);
      return (
        <div className={styles.query}>
          <p className={styles.reason}>
            {query.reasons[rule as keyof typeof query.reasons]} {query.looking}
          </p>
          {jql === undefined ? null : (
            <span className={styles.queryActions}>
              <IssuesLink jql={jql} className={styles.link}>
                {plural(query.open, keys.length)}
              </IssuesLink>
              <span className={styles.quiet}>{query.byKeys}</span>
            </span>
          )}
        </div>
      );
    }
  }
}

function CopyJql({ jql }: { readonly jql: string }) {
  const query = words.query;
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return undefined;
    const timer = setTimeout(() => setCopied(undefined), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  const said = copied === undefined ? '' : copied ? query.copied : query.copyFailed;
  return (
    <>
      <Button
        spacing="compact"
        appearance="subtle"
        iconBefore={CopyIcon}
        onClick={() => void copyText(jql).then(setCopied)}
      >
        {said === '' ? query.copy : said}
      </Button>
      <LiveText>{said}</LiveText>
    </>
  );
}
