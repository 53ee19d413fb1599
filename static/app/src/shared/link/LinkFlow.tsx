import { useCallback, useState } from 'react';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { invoke, jiraAsViewer } from '../bridge';
import type { LinkGround } from './LinkDialog';
import type { Choice } from './LinkPage';
import { LinkView } from './LinkView';
import { Outcome } from './Outcome';
import type { Refused } from './Outcome';
import type { LinkAnswer, LinkSubject } from './context';
import { takeBackLinks } from './take-back';
import type { FindCandidates } from './use-candidates';
import { useWork } from './use-work';
import { NOUN } from './verbs';

interface Result {
  readonly done: LinkAnswer['links'];
  readonly refused: readonly Refused[];
}

const NOTHING_YET: Result = { done: [], refused: [] };

/** Choose, link; where some were refused, what became of each. */
export function LinkFlow({
  subject,
  ground,
  reads,
  choice,
  onChoice,
  onCreate,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly ground: LinkGround;
  readonly reads: LinkReads;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  readonly onCreate: (what: 'newRisk' | 'enablers', written: string | undefined) => void;
  readonly onClose: (answer?: LinkAnswer) => void;
}) {
  const { verb, ticked } = choice;
  const { site, project } = ground;
  const forRisks = NOUN[verb] === 'risk';
  const find: FindCandidates = useCallback(
    (text) => {
      const { id, projectId, projectKey } = subject;
      const search = forRisks ? reads.suggestRisks : reads.suggestIssues;
      return search(jiraAsViewer, site, project, { text, projectId, projectKey, excludeIssueIds: [id] });
    },
    [reads, site, project, subject, forRisks],
  );
  const [result, setResult] = useState<Result>();
  const work = useWork<'link' | 'retry' | 'undo'>();
  // Ticks made under a sentence about another kind of issue wait until that sentence is chosen again.
  const chosen = [...ticked.values()].filter(({ risk }) => (risk !== undefined) === forRisks);

  const link = (what: 'link' | 'retry', issues: readonly Refused['issue'][], before: Result) =>
    work.run(what, async () => {
      const answer = await invoke('linkIssues', {
        issueId: subject.id,
        verb,
        otherIssueIds: issues.map(({ id }) => id),
      });
      if (!answer.ok) return answer.error;
      const byId = new Map(issues.map((issue) => [issue.id, issue]));
      const done = answer.value.done.flatMap(({ issueId, alreadyLinked }) => {
        const issue = byId.get(issueId);
        return issue === undefined ? [] : [{ issueId, key: issue.key, created: false, fresh: !alreadyLinked }];
      });
      const refused = answer.value.failed.flatMap(({ issueId, error }) => {
        const issue = byId.get(issueId);
        return issue === undefined ? [] : [{ issue, error }];
      });
      const links = [...before.done, ...done];
      if (refused.length === 0) onClose({ issueId: subject.id, verb, links });
      else setResult({ done: links, refused });
      return undefined;
    });

  if (result === undefined) {
    return (
      <LinkView
        subject={subject}
        standing={ground.standing}
        choice={choice}
        chosen={chosen}
        find={find}
        linking={work.busy === 'link'}
        error={work.error}
        onChoice={onChoice}
        onLink={() => link('link', chosen, NOTHING_YET)}
        onCreate={onCreate}
        onClose={() => onClose()}
      />
    );
  }
  const { done, refused } = result;
  const undo = () =>
    work.run('undo', async () => {
      const answer = await takeBackLinks({ issueId: subject.id, verb, links: done });
      if (!answer.ok) return answer.error;
      onClose();
      return undefined;
    });
  return (
    <Outcome
      subject={subject}
      verb={verb}
      done={done.map(({ issueId, key }) => ({ key, summary: ticked.get(issueId)?.summary ?? '' }))}
      refused={refused}
      fresh={done.filter(({ fresh }) => fresh).length}
      busy={work.busy === 'link' ? undefined : work.busy}
      error={work.error}
      onUndo={undo}
      onRetry={() =>
        link(
          'retry',
          refused.map(({ issue }) => issue),
          result,
        )
      }
      onDone={() => (done.length === 0 ? onClose() : onClose({ issueId: subject.id, verb, links: done }))}
    />
  );
}
