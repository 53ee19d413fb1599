import { useState } from 'react';
import type { CreateEnablersOutcome } from '../../../../../src/contract/defs';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { invoke } from '../bridge';
import { hints } from '../strings/en-hints';
import { link } from '../strings/en-link';
import { fill } from '../strings/fill';
import { EnablerOutcome } from './EnablerOutcome';
import { EnablerView } from './EnablerView';
import type { LinkGround } from './LinkDialog';
import type { LinkAnswer, LinkSubject } from './context';
import { linesOf } from './lines';
import { useEnablerPlace } from './use-enabler-place';
import { useOnceKey } from './use-once-key';
import { useWork } from './use-work';

/** New enablers from a list; where some were not made or not linked, what became of each. */
export function EnablerFlow({
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
  readonly verb: 'isReducedBy' | 'isSecuredBy';
  readonly onBack: (() => void) | undefined;
  readonly onClose: (answer?: LinkAnswer) => void;
}) {
  const [text, setText] = useState(() => suggested ?? usualLine(subject));
  const [outcome, setOutcome] = useState<CreateEnablersOutcome>();
  const place = useEnablerPlace(reads, ground, subject);
  const once = useOnceKey(['enablers', subject.id]);
  const work = useWork<'create'>();

  const create = () =>
    work.run('create', async () => {
      const { project, typeId, parent } = place;
      if (project === undefined || typeId === undefined) return undefined;
      // Always the whole list: what is made already is found by its line, and only the rest is made.
      const result = await invoke('createEnablers', {
        subjectId: subject.id,
        projectId: project.id,
        issueTypeId: typeId,
        ...(parent === undefined ? {} : { parentId: parent.id }),
        summaries: linesOf(text),
        idempotencyKey: once.key,
      });
      if (!result.ok) return result.error;
      const { value } = result;
      // One of an earlier try is gone: the next try makes it anew.
      if (value.failed.some(({ error }) => error.code === 'not-found')) once.renew();
      if (value.failed.length === 0 && value.created.every(({ linked }) => linked)) onClose(answerOf(value));
      else setOutcome(value);
      return undefined;
    });
  const answerOf = ({ created }: CreateEnablersOutcome): LinkAnswer | undefined => {
    const links = created
      .filter(({ linked }) => linked)
      .map(({ id, key }) => ({ issueId: id, key, created: true, fresh: true }));
    return links.length === 0 ? undefined : { issueId: subject.id, verb, links };
  };

  if (outcome !== undefined) {
    return (
      <EnablerOutcome
        subject={subject}
        outcome={outcome}
        busy={work.busy !== undefined}
        error={work.error}
        onRetry={create}
        onDone={() => onClose(answerOf(outcome))}
      />
    );
  }
  return (
    <EnablerView
      subject={subject}
      verb={verb}
      text={text}
      place={place}
      reads={reads}
      busy={work.busy !== undefined}
      error={work.error}
      onText={setText}
      onCreate={create}
      onBack={onBack}
      onClose={() => onClose()}
    />
  );
}

/** Something to begin with; it is selected, so that typing replaces it. */
function usualLine({ kind, summary, topic }: LinkSubject): string {
  const words = link.enabler;
  if (kind === 'risk') return fill(words.fromRisk, { summary });
  if (topic === undefined) return fill(words.fromStory, { summary });
  return fill(words.fromTopic, { summary, topic: hints.topics[topic].name });
}
