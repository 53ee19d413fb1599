import Button from '@atlaskit/button/new';
import Textarea from '@atlaskit/textarea';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { useSaveKey } from '../panel/use-save-key';
import { link } from '../strings/en-link';
import { fill, fillWith, plural, pluralForm } from '../strings/fill';
import { ErrorState } from '../ui/StatePanel';
import { LiveText } from '../ui/VisuallyHidden';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import { PlaceFields } from './PlaceFields';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import { linesMistake, linesOf, MOST_LINES } from './lines';
import type { EnablerPlace } from './use-enabler-place';

const words = link.enabler;
const LINES = 'enabler-lines';
const HELP = 'enabler-lines-help';
const FORM = 'enabler-form';

/** One enabler per line, and where they are made. */
export function EnablerView({
  subject,
  verb,
  text,
  place,
  reads,
  busy,
  error,
  onText,
  onCreate,
  onBack,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly verb: 'isReducedBy' | 'isSecuredBy';
  readonly text: string;
  readonly place: EnablerPlace;
  readonly reads: LinkReads;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onText: (text: string) => void;
  readonly onCreate: () => void;
  /** Back to the search; left out where the dialog began here. */
  readonly onBack: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    // What was put there for the viewer is replaced by typing.
    field.current?.select();
  }, []);
  const lines = linesOf(text);
  const mistake = linesMistake(lines);
  const shown = tried ? mistake : undefined;
  const possible = place.form !== undefined;
  // Nothing is made in a place that was not yet on screen.
  const tooEarly = tried && mistake === undefined && place.reading;

  const submit = () => {
    setTried(true);
    if (mistake !== undefined) field.current?.focus();
    else if (possible && !busy) onCreate();
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
            after={words.createAgainSafe}
          />
        )
      }
      onClose={onClose}
      {...(onBack === undefined ? {} : { onEscape: onBack })}
      footer={
        <>
          <p className={styles.sentence}>
            {lines.length === 0
              ? words.noLines
              : tooEarly
                ? words.tooEarly
                : fillWith(pluralForm(words.sentence[verb], lines.length), {
                    count: lines.length,
                    verb: <b key="verb">{words.willVerb[verb]}</b>,
                    key: subject.key,
                  })}
          </p>
          <Button appearance="subtle" onClick={onBack ?? onClose}>
            {onBack === undefined ? link.cancel : link.back}
          </Button>
          {possible && lines.length > 0 ? (
            <Button appearance="primary" type="submit" form={FORM} isLoading={busy} aria-keyshortcuts="Control+Enter">
              {plural(words.create, lines.length)}
            </Button>
          ) : null}
        </>
      }
    >
      <form id={FORM} onSubmit={onSubmit} noValidate>
        <label className={styles.label} htmlFor={LINES}>
          {words.lines}
        </label>
        <Textarea
          id={LINES}
          ref={field}
          resize="vertical"
          minimumRows={4}
          value={text}
          isInvalid={shown !== undefined}
          aria-invalid={shown !== undefined}
          aria-describedby={HELP}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <p className={shown === undefined ? styles.help : styles.error} id={HELP}>
          {shown ?? plural(words.linesHelp, MOST_LINES, { most: MOST_LINES })}
        </p>
        <Place place={place} reads={reads} />
      </form>
      <LiveText>{busy ? words.creating : tooEarly ? words.tooEarly : ''}</LiveText>
    </Dialog>
  );
}

function Place({ place, reads }: { readonly place: EnablerPlace; readonly reads: LinkReads }) {
  const { form, nowhere, error, types } = place;
  if (nowhere) return <p className={styles.refusal}>{words.nowhere}</p>;
  if (error !== undefined) {
    return <ErrorState error={error} heading={words.placesFailed} onRetry={place.retry} />;
  }
  return (
    <>
      <PlaceFields place={place} reads={reads} />
      {types !== undefined && types.types.length === 0 ? <p className={styles.refusal}>{words.noType}</p> : null}
      {form === undefined || form.alsoAsks.length === 0 ? null : (
        <p className={styles.refusal}>{fill(words.alsoAsks, { fields: form.alsoAsks.join(', ') })}</p>
      )}
      <p className={styles.help}>
        {form === undefined ? null : `${form.becomesRelevant ? words.becomesRelevant : words.staysUnassessed} `}
        {words.once}
      </p>
    </>
  );
}
