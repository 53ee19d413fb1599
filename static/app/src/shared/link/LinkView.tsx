import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import SearchIcon from '@atlaskit/icon/core/search';
import Spinner from '@atlaskit/spinner';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import type { StandingLink } from '../../../../../src/reads/link-subject';
import { useSaveKey } from '../panel/use-save-key';
import { link as words } from '../strings/en-link';
import { fill, plural } from '../strings/fill';
import { LiveText } from '../ui/VisuallyHidden';
import { CreateRow } from './CreateRow';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import { FoundList, spokenResult } from './FoundList';
import type { Choice } from './LinkPage';
import { Sentence } from './Sentence';
import { VerbChoice } from './VerbChoice';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import { listOfKeys } from './key-list';
import { linkTitle } from './titles';
import { useCandidates } from './use-candidates';
import type { FindCandidates } from './use-candidates';
import { NOUN, OFFERED } from './verbs';

const SEARCH = 'dialog-search';
/** Links made in one call: each is a write, and a function has 25 s. */
const MOST = 25;

/** Finds issues, ticks several, says the whole sentence, links. */
export function LinkView({
  subject,
  standing,
  choice,
  chosen,
  find,
  linking,
  error,
  onChoice,
  onLink,
  onCreate,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly standing: readonly StandingLink[];
  readonly choice: Choice;
  /** What is ticked and fits the sentence. */
  readonly chosen: readonly LinkCandidate[];
  readonly find: FindCandidates;
  readonly linking: boolean;
  readonly error: AppError | undefined;
  readonly onChoice: (choice: Choice) => void;
  readonly onLink: () => void;
  readonly onCreate: (what: 'newRisk' | 'enablers', written: string | undefined) => void;
  readonly onClose: () => void;
}) {
  const { verb, text, ticked } = choice;
  const noun = NOUN[verb];
  const options = useRef<HTMLDivElement>(null);
  const { found, searching, retry } = useCandidates(find, text);

  const onTick = (candidate: LinkCandidate, on: boolean) => {
    const rest = [...ticked].filter(([id]) => id !== candidate.id);
    onChoice({ ...choice, ticked: new Map(on ? [...rest, [candidate.id, candidate] as const] : rest) });
  };
  const ready = chosen.length > 0 && chosen.length <= MOST && !linking;
  // From anywhere in the dialog, also when the row that had the focus is gone.
  useSaveKey(() => {
    if (ready) onLink();
  });
  const focusSearch = () => document.getElementById(SEARCH)?.focus();
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    options.current?.querySelector<HTMLInputElement>('input:enabled')?.focus();
  };
  return (
    <Dialog
      title={linkTitle(verb)}
      subject={subject}
      failure={
        error === undefined ? null : (
          <Failure heading={words.notLinked} unknown={words.linkUnknown} error={error} after={words.linkAgainSafe} />
        )
      }
      onClose={onClose}
      footer={
        <Footer
          subject={subject}
          verb={verb}
          chosen={chosen}
          ready={ready}
          linking={linking}
          onLink={onLink}
          onClose={onClose}
        />
      }
    >
      <VerbChoice
        kind={subject.kind}
        verbs={OFFERED[subject.kind]}
        verb={verb}
        onVerb={(other) => onChoice({ ...choice, verb: other })}
      />
      <label className={styles.label} htmlFor={SEARCH}>
        {words.search[noun]}
      </label>
      <Textfield
        id={SEARCH}
        enterKeyHint="search"
        // A dialog starts where the work starts.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        autoComplete="off"
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => onChoice({ ...choice, text: event.currentTarget.value })}
        onKeyDown={onSearchKey}
        elemBeforeInput={
          <span className={styles.searchIcon}>
            <SearchIcon label="" />
          </span>
        }
        elemAfterInput={
          <span className={styles.searchEnd}>
            {searching && found !== undefined ? <Spinner size="small" label={words.searching} /> : null}
            {text === '' ? null : (
              <IconButton
                icon={CrossIcon}
                label={words.clear}
                appearance="subtle"
                spacing="compact"
                isTooltipDisabled
                onClick={() => {
                  onChoice({ ...choice, text: '' });
                  focusSearch();
                }}
              />
            )}
          </span>
        }
      />
      <FoundList
        subject={subject}
        verb={verb}
        standing={standing}
        found={found}
        chosen={chosen}
        onTick={onTick}
        onLeaveUp={focusSearch}
        onRetry={retry}
        optionsRef={options}
      />
      <CreateRow subject={subject} verb={verb} text={text.trim()} onCreate={onCreate} />
      <LiveText>{linking ? words.linking : spokenResult(found, searching, subject, noun)}</LiveText>
    </Dialog>
  );
}

function Footer({
  subject,
  verb,
  chosen,
  ready,
  linking,
  onLink,
  onClose,
}: {
  readonly subject: LinkSubject;
  readonly verb: LinkVerb;
  readonly chosen: readonly LinkCandidate[];
  readonly ready: boolean;
  readonly linking: boolean;
  readonly onLink: () => void;
  readonly onClose: () => void;
}) {
  return (
    <>
      {chosen.length === 0 ? (
        <p className={styles.sentence}>{words.nothingChosen}</p>
      ) : chosen.length > MOST ? (
        <p className={styles.sentence}>{fill(words.tooMany, { most: MOST })}</p>
      ) : (
        <Sentence
          subject={subject}
          verb={verb}
          others={listOfKeys(
            chosen.map(({ key }) => key),
            (count) => plural(words.more, count),
          )}
        />
      )}
      <Button appearance="subtle" onClick={onClose}>
        {words.cancel}
      </Button>
      {ready || linking ? (
        <Button appearance="primary" isLoading={linking} aria-keyshortcuts="Control+Enter" onClick={onLink}>
          {plural(words.button[NOUN[verb]], chosen.length)}
        </Button>
      ) : null}
    </>
  );
}
