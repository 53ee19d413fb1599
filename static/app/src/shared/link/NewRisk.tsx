import Button from '@atlaskit/button/new';
import InformationIcon from '@atlaskit/icon/core/information-circle';
import Textfield from '@atlaskit/textfield';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { levelOf, scoreValue } from '../../../../../src/domain/level';
import type { Score } from '../../../../../src/domain/level';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import { useSaveKey } from '../panel/use-save-key';
import { link } from '../strings/en-link';
import { matrix } from '../strings/en-matrix';
import { fill } from '../strings/fill';
import { LevelBadge } from '../ui/LevelBadge';
import { LiveText } from '../ui/VisuallyHidden';
import { IssueLink } from '../ui/SiteLink';
import { useBands } from '../risk-matrix/bands';
import { MatrixInput } from '../risk-matrix/Matrix';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import { Sentence } from './Sentence';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import ownStyles from './new-risk.module.css';

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
  subject,
  verb,
  summary,
  alike,
  onSummary,
  busy,
  error,
  gone,
  onLinkInstead,
  onCreate,
  onBack,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly verb: 'isExposedTo' | 'reduces';
  readonly summary: string;
  /** Open risks that look like what is being written. */
  readonly alike: readonly LinkCandidate[];
  readonly onSummary: (summary: string) => void;
  readonly busy: 'create' | 'link' | undefined;
  readonly error: AppError | undefined;
  /** The risk of an earlier try is not there any more. */
  readonly gone: boolean;
  readonly onLinkInstead: (risk: LinkCandidate) => void;
  readonly onCreate: (input: NewRiskInput) => void;
  /** Back to the search; left out where the dialog began here. */
  readonly onBack: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const words = link.risk;
  const [score, setScore] = useState<Score>();
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    // What was put there for the viewer is replaced by typing.
    field.current?.select();
  }, []);

  const submit = () => {
    if (busy !== undefined) return;
    const sentence = summary.trim();
    setMissing(sentence === '');
    if (sentence === '') field.current?.focus();
    else onCreate({ summary: sentence, score });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  useSaveKey(submit);
  return (
    <Dialog
      title={fill(words.title, { key: subject.key })}
      subject={subject}
      failure={
        error === undefined ? null : (
          <Failure
            heading={words.notCreated}
            unknown={words.createUnknown}
            error={error}
            after={gone ? words.gone : words.createAgainSafe}
          />
        )
      }
      onClose={onClose}
      {...(onBack === undefined ? {} : { onEscape: onBack })}
      footer={
        <>
          <Sentence subject={subject} verb={verb} others={link.theNewRisk} />
          <Button appearance="subtle" onClick={onBack ?? onClose}>
            {onBack === undefined ? link.cancel : link.back}
          </Button>
          <Button
            appearance="primary"
            type="submit"
            form={FORM}
            isLoading={busy === 'create'}
            aria-keyshortcuts="Control+Enter"
          >
            {words.create}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={onSubmit} noValidate>
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
        <div className={ownStyles.guess}>
          <MatrixInput kind="guess" compact value={score} onPick={setScore} />
          <Guess score={score} onClear={() => setScore(undefined)} />
        </div>
        <p className={styles.help}>{fill(words.where, { project: subject.projectKey })}</p>
      </form>
      <LiveText>{busy === undefined ? '' : busy === 'create' ? words.creating : link.linking}</LiveText>
    </Dialog>
  );
}

function Guess({ score, onClear }: { readonly score: Score | undefined; readonly onClear: () => void }) {
  const words = link.risk;
  const bands = useBands();
  return (
    <div className={ownStyles.guessWords}>
      {score === undefined ? (
        <p className={ownStyles.subtle}>{words.guessNone}</p>
      ) : (
        <>
          <LevelBadge level={levelOf(score, bands)} score={scoreValue(score)} />
          <p className={ownStyles.subtle}>
            {fill(words.guessLikelihood, {
              value: score.likelihood,
              word: matrix.likelihoods[score.likelihood].toLowerCase(),
            })}
            <br />
            {fill(words.guessImpact, { value: score.impact, word: matrix.impacts[score.impact].toLowerCase() })}
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
  readonly risks: readonly LinkCandidate[];
  readonly busy: 'create' | 'link' | undefined;
  readonly onLinkInstead: (risk: LinkCandidate) => void;
}) {
  const words = link.risk;
  return (
    <div role="status">
      {risks.length === 0 ? null : (
        <div className={ownStyles.similar}>
          <InformationIcon label="" color="var(--ds-icon-information)" />
          <div>
            <p>
              <b>{words.similar}</b> {words.similarWhy}
            </p>
            <ul>
              {risks.map((risk) => (
                <li key={risk.id}>
                  <LevelBadge level={risk.risk?.level} />
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
