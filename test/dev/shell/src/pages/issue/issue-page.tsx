import { useCallback } from 'react';
import { emitAppEvent } from '../../../../../local-forge/browser/host';
import { issue as readIssue, permissions, transitions as readTransitions } from '../../jira/calls';
import { JiraProblem } from '../../jira/request';
import type { Issue, Transition } from '../../jira/shapes';
import { Button } from '../../parts/button';
import { Message, Waiting } from '../../parts/message';
import { TypeIcon } from '../../parts/type-icon';
import { useLoad, useTitle } from '../../site/load';
import type { Loaded } from '../../site/load';
import { Link, useNavigation } from '../../site/navigation';
import { useSession } from '../../site/session';
import { siteFields } from '../../site/site-fields';
import type { SiteFields } from '../../site/site-fields';
import { MissingPage } from '../missing-page';
import { Activity } from './activity';
import { ContextPanels } from './context-panels';
import { Description } from './description';
import { Details } from './details';
import { LinkedIssues } from './linked-issues';
import { LongTexts } from './long-texts';
import { StatusMenu } from './status-menu';
import { SummaryLine } from './summary-line';
import styles from './issue.module.css';

export interface IssueData {
  readonly issue: Issue;
  readonly transitions: readonly Transition[];
  readonly rights: ReadonlySet<string>;
  readonly fields: SiteFields;
  /** Counts the reads, so that what hangs on the issue reads again too. */
  readonly round: number;
}

let rounds = 0;

async function load(key: string): Promise<IssueData> {
  const [issue, transitions, rights, fields] = await Promise.all([
    readIssue(key),
    readTransitions(key),
    permissions({ issueKey: key }, ['EDIT_ISSUES', 'ADD_COMMENTS', 'TRANSITION_ISSUES', 'LINK_ISSUES']),
    siteFields(),
  ]);
  rounds += 1;
  return { issue, transitions, rights, fields, round: rounds };
}

export function IssuePage({ issueKey }: { issueKey: string }) {
  const { user } = useSession();
  const { place } = useNavigation();
  const loaded = useLoad(`${issueKey} ${user.accountId} ${place.visit}`, () => load(issueKey));
  return <IssueState issueKey={issueKey} loaded={loaded} again={loaded.again} />;
}

function IssueState({ issueKey, loaded, again }: { issueKey: string; loaded: Loaded<IssueData>; again: () => void }) {
  useTitle(loaded.state === 'ready' ? `${issueKey} ${loaded.value.issue.fields.summary}` : issueKey);
  if (loaded.state === 'loading') return <Waiting rows={12} label="Loading the work item" />;
  if (loaded.state === 'failed') {
    if (loaded.error instanceof JiraProblem && loaded.error.status === 404) return <MissingPage what={issueKey} />;
    return (
      <Message
        kind="danger"
        title={`${issueKey} could not be read.`}
        actions={<Button onClick={again}>Try again</Button>}
      >
        {loaded.error.message}
      </Message>
    );
  }
  return <IssueView data={loaded.value} again={again} />;
}

function IssueView({ data, again }: { data: IssueData; again: () => void }) {
  const { issue } = data;
  const { fields } = issue;
  const key = issue.key;
  /** After the shell itself changed the issue: read it again and tell the app's panels, as Jira does. */
  const changed = useCallback(() => {
    again();
    emitAppEvent('JIRA_ISSUE_CHANGED', { issueId: issue.id, projectId: fields.project?.id });
  }, [again, issue.id, fields.project?.id]);
  return (
    <article className={styles.issue}>
      <div className={styles.main}>
        <nav className={styles.crumbs} aria-label="Where this is">
          {fields.parent != null && (
            <>
              <Link to={`/browse/${fields.parent.key}`}>
                <TypeIcon type={fields.parent.fields.issuetype} /> {fields.parent.key}
              </Link>
              <span aria-hidden="true">/</span>
            </>
          )}
          <Link to={`/browse/${key}`}>
            <TypeIcon type={fields.issuetype} /> {key}
          </Link>
        </nav>
        <SummaryLine data={data} onChanged={changed} />
        <Description data={data} onChanged={changed} />
        <LongTexts data={data} />
        <LinkedIssues links={fields.issuelinks} />
        <Activity key={`activity ${data.round}`} data={data} onChanged={changed} />
      </div>
      <div className={styles.side}>
        <StatusMenu data={data} onChanged={changed} />
        <Details data={data} onChanged={changed} />
        <ContextPanels data={data} onAppChanged={again} />
      </div>
    </article>
  );
}
