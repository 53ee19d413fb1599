import Button from '@atlaskit/button/new';
import InformationIcon from '@atlaskit/icon/core/information-circle';
import Textfield from '@atlaskit/textfield';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import { levelOf, scoreValue } from '../../../../../../src/domain/level';
import type { Score } from '../../../../../../src/domain/level';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import { IssueLink } from '../../../shared/ui/SiteLink';
import type { DialogContext } from '../panel-context';
import { useBands } from '../parts/bands';
import { MatrixInput } from '../parts/Matrix';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import { Sentence } from './LinkView';
import { VerbChoice } from './VerbChoice';
import type { RiskVerb } from './VerbChoice';
import styles from './dialog.module.css';

const SUMMARY = 'dialog-summary';
const FORM = 'dialog-form';
/** Jira's own limit for a summary. */
const SUMMARY_MAX = 255;

export interface NewRiskInput {
  readonly summary: string;
  readonly score: Score | undefined;
}

/** A new security risk from a story, linked to it in the same step. */
export function NewRisk({
  context,
  verb,
  onVerb,
  initialSummary,
  alike,
  onSummary,
  busy,
  error,
  onLinkInstead,
  onCreate,
  onBack,
  onClose,
}: {
  readonly context: DialogContext;
  readonly verb: RiskVerb;
  /** Given where the verb was not chosen before. */
  readonly onVerb: ((verb: RiskVerb) => void) | undefined;
  readonly initialSummary: string;
  /** Open risks that look like what is being written. */
  readonly alike: readonly RiskSuggestion[];
  readonly onSummary: (summary: string) => void;
  readonly busy: 'create' | 'link' | undefined;
  readonly error: AppError | undefined;
  readonly onLinkInstead: (risk: RiskSuggestion) => void;
  readonly onCreate: (input: NewRiskInput) => void;
  /** Back to the search; left out where the dialog began here. */
  readonly onBack: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const words = panel.dialog;
  const [summary, setSummary] = useState(initialSummary);
  const [score, setScore] = useState<Score>();
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    // What was put there for the viewer is replaced by typing.
    field.current?.select();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy !== undefined) return;
    const sentence = summary.trim();
    setMissing(sentence === '');
    if (sentence === '') field.current?.focus();
    else onCreate({ summary: sentence, score });
  };
  return (
    <Dialog
      title={fill(words.newTitle, { key: context.storyKey })}
      context={context}
      failure={
        error === undefined ? null : (
          <Failure
            heading={words.notCreated}
            unknown={words.createUnknown}
            error={error}
            after={words.notCreatedSafe}
          />
        )
      }
      onClose={onClose}
      {...(onBack === undefined ? {} : { onEscape: onBack })}
      footer={
        <>
          <Sentence story={context.storyKey} verb={verb} risks={words.theNewRisk} />
          <Button appearance="subtle" onClick={onBack ?? onClose}>
            {onBack === undefined ? words.cancel : words.back}
          </Button>
          <Button appearance="primary" type="submit" form={FORM} isLoading={busy === 'create'}>
            {words.create}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate>
        {onVerb === undefined ? null : <VerbChoice verb={verb} onVerb={onVerb} />}
        <label className={styles.label} htmlFor={SUMMARY}>
          {words.summary}{' '}
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        </label>
        <Textfield
          id={SUMMARY}
          ref={field}
          isRequired
          isInvalid={missing}
          aria-invalid={missing}
          aria-describedby="dialog-summary-help"
          autoComplete="off"
          maxLength={SUMMARY_MAX}
          value={summary}
          onChange={(event) => {
            setSummary(event.currentTarget.value);
            setMissing(false);
            onSummary(event.currentTarget.value);
          }}
        />
        <p className={missing ? styles.error : styles.help} id="dialog-summary-help">
          {missing ? words.summaryRequired : words.summaryHelp}
        </p>
        <Alike risks={alike} busy={busy} onLinkInstead={onLinkInstead} />
        <p className={styles.label} aria-hidden="true">
          {words.guess}
        </p>
        <div className={styles.guess}>
          <MatrixInput kind="guess" compact value={score} onPick={setScore} />
          <Guess score={score} onClear={() => setScore(undefined)} />
        </div>
        <p className={styles.help}>{fill(words.where, { project: context.projectKey })}</p>
      </form>
      <LiveText>{busy === undefined ? '' : busy === 'create' ? words.creating : words.linking}</LiveText>
    </Dialog>
  );
}

function Guess({ score, onClear }: { readonly score: Score | undefined; readonly onClear: () => void }) {
  const words = panel.dialog;
  const bands = useBands();
  return (
    <div className={styles.guessWords}>
      {score === undefined ? (
        <p className={styles.subtle}>{words.guessNone}</p>
      ) : (
        <>
          <LevelBadge level={levelOf(score, bands)} score={scoreValue(score)} />
          <p className={styles.subtle}>
            {fill(words.guessLikelihood, {
              value: score.likelihood,
              word: panel.matrix.likelihoods[score.likelihood].toLowerCase(),
            })}
            <br />
            {fill(words.guessImpact, { value: score.impact, word: panel.matrix.impacts[score.impact].toLowerCase() })}
          </p>
          <Button spacing="compact" onClick={onClear}>
            {words.guessClear}
          </Button>
        </>
      )}
      <p className={styles.help}>{words.guessHelp}</p>
    </div>
  );
}

function Alike({
  risks,
  busy,
  onLinkInstead,
}: {
  readonly risks: readonly RiskSuggestion[];
  readonly busy: 'create' | 'link' | undefined;
  readonly onLinkInstead: (risk: RiskSuggestion) => void;
}) {
  const words = panel.dialog;
  return (
    <div role="status">
      {risks.length === 0 ? null : (
        <div className={styles.similar}>
          <InformationIcon label="" color="var(--ds-icon-information)" />
          <div>
            <p>
              <b>{words.similar}</b> {words.similarWhy}
            </p>
            <ul>
              {risks.map((risk) => (
                <li key={risk.id}>
                  <LevelBadge level={risk.level} />
                  <IssueLink issueKey={risk.key}>
                    {risk.key} {risk.summary}
                  </IssueLink>
                  <Button spacing="compact" isLoading={busy === 'link'} onClick={() => onLinkInstead(risk)}>
                    {words.linkInstead}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
