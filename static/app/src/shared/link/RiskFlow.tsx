import { useCallback, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { hashOfText } from '../../../../../src/domain/text-hash';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { invoke, jiraAsViewer } from '../bridge';
import { CreatedNotLinked } from './CreatedNotLinked';
import type { LinkGround } from './LinkDialog';
import { NewRisk } from './NewRisk';
import type { NewRiskInput } from './NewRisk';
import type { LinkAnswer, LinkSubject } from './context';
import { linkOne } from './take-back';
import { useAlike } from './use-alike';
import type { FindCandidates } from './use-candidates';
import { useOnceKey } from './use-once-key';
import { useWork } from './use-work';

/** Another summary is another risk; the same one, however often it is sent, is one. */
function keyOfSummary(key: string, summary: string): string {
  return `${key}-${hashOfText(`${key}\n${summary}`)}`;
}

/** A new risk from a story; where it could not be linked, the one step that is left. */
export function RiskFlow({
  subject,
  ground,
  reads,
  suggested,
  verb,
  onBack,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly ground: LinkGround;
  readonly reads: LinkReads;
  readonly suggested: string | undefined;
  readonly verb: 'isExposedTo' | 'reduces';
  readonly onBack: (() => void) | undefined;
  readonly onClose: (answer?: LinkAnswer) => void;
}) {
  const [summary, setSummary] = useState(suggested ?? subject.summary);
  const [made, setMade] = useState<{ readonly id: string; readonly key: string }>();
  const [gone, setGone] = useState(false);
  const once = useOnceKey(['risk', subject.id]);
  const work = useWork<'create' | 'link'>();
  const { site, project, standing } = ground;
  const findRisks: FindCandidates = useCallback(
    (text) => {
      const { id, projectId, projectKey } = subject;
      return reads.suggestRisks(jiraAsViewer, site, project, { text, projectId, projectKey, excludeIssueIds: [id] });
    },
    [reads, site, project, subject],
  );
  const linked = new Set(standing.map(({ otherIssueId }) => otherIssueId));
  const alike = useAlike(findRisks, summary, linked);

  const answer = (id: string, key: string, created: boolean): LinkAnswer => {
    return { issueId: subject.id, verb, links: [{ issueId: id, key, created, fresh: true }] };
  };
  const link = (id: string, key: string, created: boolean) =>
    work.run('link', async () => {
      const result = await linkOne(subject.id, verb, id);
      if (!result.ok) return result.error;
      onClose(answer(id, key, created));
      return undefined;
    });
  const create = ({ summary: sentence, score }: NewRiskInput) =>
    work.run('create', async (): Promise<AppError | undefined> => {
      setGone(false);
      const result = await invoke('createRisk', {
        storyId: subject.id,
        verb,
        summary: sentence,
        idempotencyKey: keyOfSummary(once.key, sentence),
        ...(score === undefined ? {} : { likelihood: score.likelihood, impact: score.impact }),
      });
      if (!result.ok) {
        // The story was visible a moment ago: it is the risk of an earlier try that is gone.
        if (result.error.code === 'not-found') {
          once.renew();
          setGone(true);
        }
        return result.error;
      }
      const { id, key, linked: isLinked } = result.value;
      if (isLinked) onClose(answer(id, key, true));
      else setMade({ id, key });
      return undefined;
    });

  if (made !== undefined) {
    return (
      <CreatedNotLinked
        subject={subject}
        riskKey={made.key}
        busy={work.busy !== undefined}
        error={work.error}
        onLink={() => link(made.id, made.key, true)}
        onClose={() => onClose()}
      />
    );
  }
  return (
    <NewRisk
      subject={subject}
      verb={verb}
      summary={summary}
      alike={alike}
      onSummary={setSummary}
      busy={work.busy}
      error={work.error}
      gone={gone}
      onLinkInstead={(risk: LinkCandidate) => link(risk.id, risk.key, false)}
      onCreate={create}
      onBack={onBack}
      onClose={() => onClose()}
    />
  );
}
