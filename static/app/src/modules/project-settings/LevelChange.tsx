import { useEffect, useState } from 'react';
import { bandsOf } from './bands';
import type { UpTo } from './bands';
import { countIssues } from '../../../../../src/jira/search';
import { otherLevelQuery } from '../../../../../src/reads/level-change';
import { invoke, jiraAsViewer } from '../../shared/bridge';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { plural } from '../../shared/strings/fill';
import { IssuesLink } from '../../shared/ui/SiteLink';
import styles from './levels.module.css';

const words = projectSettings.levels;

/** How long the typed numbers have to rest before Jira is asked. */
const REST_MS = 600;

interface Counted {
  readonly count: number;
  readonly jql: string;
}

/** How many open risks carry another level than these borders would give them, before anything is saved. */
export function LevelChange({ projectId, upTo }: { readonly projectId: string; readonly upTo: UpTo }) {
  const [counted, setCounted] = useState<Counted | undefined>(undefined);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => {
      count(projectId, upTo).then(
        (found) => {
          if (!left) setCounted(found);
        },
        // Without the number the settings are as good as with it.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [projectId, upTo]);
  if (counted === undefined) return words.counting;
  if (counted.count === 0) return words.noneDiffer;
  return (
    <IssuesLink jql={counted.jql} className={styles.link}>
      {plural(words.differ, counted.count)}
    </IssuesLink>
  );
}

/** `undefined` where nothing can be asked. @throws JiraError */
async function count(projectId: string, upTo: UpTo): Promise<Counted | undefined> {
  const setup = await invoke('getSetup', { projectIds: [projectId] });
  const [project] = setup.ok ? setup.value.projects : [];
  if (!setup.ok || setup.value.site === undefined || project === undefined) return undefined;
  const jql = otherLevelQuery(setup.value.site, project, bandsOf(upTo));
  return jql === undefined ? undefined : { jql, count: await countIssues(jiraAsViewer, jql) };
}
