import { useCallback, useState } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import type { ProjectSetup, SiteSetup } from '../../../../../../src/domain/site-setup';
import { readStory } from '../../../../../../src/reads/story';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import { appErrorOf } from '../../../shared/app-error';
import { closeModal, invoke, jiraAsViewer } from '../../../shared/bridge';
import type { DialogAnswer, DialogContext } from '../panel-context';
import { unlinkAll } from '../story/link-changes';
import { CreatedNotLinked } from './CreatedNotLinked';
import { LinkView } from './LinkView';
import { NewRisk } from './NewRisk';
import type { NewRiskInput } from './NewRisk';
import { Outcome } from './Outcome';
import type { Refused } from './Outcome';
import type { RiskVerb } from './VerbChoice';
import { useAlike } from './use-alike';

type View =
  | { readonly name: 'link' }
  | { readonly name: 'newRisk'; readonly initial: string }
  | {
      readonly name: 'outcome';
      readonly done: readonly RiskSuggestion[];
      readonly refused: readonly Refused[];
      readonly fresh: readonly string[];
    }
  | { readonly name: 'createdNotLinked'; readonly id: string; readonly key: string };

type Busy = 'link' | 'create' | 'retry' | 'undo';

const NONE: ReadonlyMap<string, RiskSuggestion> = new Map();

/** The dialog of a story: link risks, or write a new one and link it. Closes with what it did. */
export function LinkPage({
  context,
  setup,
  project,
}: {
  readonly context: DialogContext;
  readonly setup: SiteSetup;
  readonly project: ProjectSetup | undefined;
}) {
  const [view, setView] = useState<View>(
    context.dialog === 'newRisk' ? { name: 'newRisk', initial: context.storySummary } : { name: 'link' },
  );
  const [verb, setVerb] = useState<RiskVerb>('isExposedTo');
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState(NONE);
  const [seen, setSeen] = useState(NONE);
  const [summary, setSummary] = useState<string>();
  const [busy, setBusy] = useState<Busy>();
  const [error, setError] = useState<AppError>();
  // One key for the dialog: however often and from wherever it is tried, one risk is made.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const alike = useAlike(
    { setup, project },
    context,
    view.name === 'newRisk' ? (summary ?? view.initial) : undefined,
    seen,
  );

  const onSeen = useCallback((rows: readonly RiskSuggestion[]) => setSeen((old) => merged(old, rows)), []);
  const onTick = (risk: RiskSuggestion, on: boolean) =>
    setTicked((old) => (on ? merged(old, [risk]) : without(old, risk)));
  const close = useCallback((answer?: DialogAnswer) => void closeModal(answer), []);
  const onClose = useCallback(() => close(), [close]);

  /** Runs one thing at a time; a second click while it runs does nothing. */
  const run = (what: Busy, work: () => Promise<AppError | undefined>) => {
    if (busy !== undefined) return;
    setBusy(what);
    setError(undefined);
    void work()
      .catch(appErrorOf)
      .then((failed) => {
        setBusy(undefined);
        setError(failed);
      });
  };

  const link = (
    what: Busy,
    risks: readonly RiskSuggestion[],
    before: readonly RiskSuggestion[],
    freshBefore: readonly string[],
  ) =>
    run(what, async () => {
      const answer = await invoke('linkIssues', {
        issueId: context.storyId,
        verb,
        otherIssueIds: risks.map((risk) => risk.id),
      });
      if (!answer.ok) return answer.error;
      const byId = new Map(risks.map((risk) => [risk.id, risk]));
      const done = [...before, ...answer.value.done.flatMap(({ issueId }) => byId.get(issueId) ?? [])];
      const refused = answer.value.failed.flatMap(({ issueId, error: why }) => {
        const risk = byId.get(issueId);
        return risk === undefined ? [] : [{ risk, error: why }];
      });
      const fresh = [
        ...freshBefore,
        ...answer.value.done.filter(({ alreadyLinked }) => !alreadyLinked).map(({ issueId }) => issueId),
      ];
      if (refused.length === 0) close({ kind: 'linked', risks: done.map(({ id, key }) => ({ id, key })) });
      else setView({ name: 'outcome', done, refused, fresh });
      return undefined;
    });

  const create = ({ summary: sentence, score }: NewRiskInput) =>
    run('create', async () => {
      const answer = await invoke('createRisk', {
        storyId: context.storyId,
        verb,
        summary: sentence,
        idempotencyKey,
        ...(score === undefined ? {} : { likelihood: score.likelihood, impact: score.impact }),
      });
      if (!answer.ok) return answer.error;
      const { id, key, linked } = answer.value;
      if (linked) close({ kind: 'created', riskId: id, riskKey: key });
      else setView({ name: 'createdNotLinked', id, key });
      return undefined;
    });

  const linkCreated = (id: string, key: string) =>
    run('retry', async () => {
      const answer = await invoke('linkIssues', { issueId: context.storyId, verb, otherIssueIds: [id] });
      if (!answer.ok) return answer.error;
      const [refused] = answer.value.failed;
      if (refused !== undefined) return refused.error;
      close({ kind: 'created', riskId: id, riskKey: key });
      return undefined;
    });

  const undo = (riskIds: readonly string[]) =>
    run('undo', async () => {
      if (project === undefined) return { code: 'not-set-up' };
      const { risks } = await readStory(jiraAsViewer, setup, project, context.storyId);
      const linkIds = risks.filter((risk) => riskIds.includes(risk.id)).map((risk) => risk.linkId);
      const answer = await unlinkAll(context.storyId, linkIds);
      if (!answer.ok) return answer.error;
      close();
      return undefined;
    });

  switch (view.name) {
    case 'link':
      return (
        <LinkView
          context={context}
          setup={setup}
          project={project}
          verb={verb}
          onVerb={setVerb}
          text={text}
          onText={setText}
          ticked={ticked}
          onTick={onTick}
          onSeen={onSeen}
          linking={busy === 'link'}
          error={error}
          onLink={() => link('link', [...ticked.values()], [], [])}
          onCreate={() => {
            setSummary(undefined);
            setError(undefined);
            setView({ name: 'newRisk', initial: text.trim() === '' ? context.storySummary : text.trim() });
          }}
          onClose={onClose}
        />
      );
    case 'newRisk':
      return (
        <NewRisk
          context={context}
          verb={verb}
          onVerb={context.dialog === 'newRisk' ? setVerb : undefined}
          initialSummary={view.initial}
          alike={alike}
          onSummary={setSummary}
          busy={busy === 'create' || busy === 'link' ? busy : undefined}
          error={error}
          onLinkInstead={(risk) => link('link', [risk], [], [])}
          onCreate={create}
          onBack={
            context.dialog === 'newRisk'
              ? undefined
              : () => {
                  setError(undefined);
                  setView({ name: 'link' });
                }
          }
          onClose={onClose}
        />
      );
    case 'outcome':
      return (
        <Outcome
          context={context}
          done={view.done}
          refused={view.refused}
          busy={busy === 'undo' || busy === 'retry' ? busy : undefined}
          error={error}
          onUndo={view.fresh.length === 0 || project === undefined ? undefined : () => undo(view.fresh)}
          onRetry={() =>
            link(
              'retry',
              view.refused.map(({ risk }) => risk),
              view.done,
              view.fresh,
            )
          }
          onDone={() =>
            view.done.length === 0
              ? close()
              : close({ kind: 'linked', risks: view.done.map(({ id, key }) => ({ id, key })) })
          }
        />
      );
    case 'createdNotLinked':
      return (
        <CreatedNotLinked
          context={context}
          riskKey={view.key}
          busy={busy !== undefined}
          error={error}
          onLink={() => linkCreated(view.id, view.key)}
          onClose={onClose}
        />
      );
  }
}

function merged(
  map: ReadonlyMap<string, RiskSuggestion>,
  risks: readonly RiskSuggestion[],
): ReadonlyMap<string, RiskSuggestion> {
  return new Map([...map, ...risks.map((risk) => [risk.id, risk] as const)]);
}

function without(
  map: ReadonlyMap<string, RiskSuggestion>,
  { id }: RiskSuggestion,
): ReadonlyMap<string, RiskSuggestion> {
  return new Map([...map].filter(([key]) => key !== id));
}
