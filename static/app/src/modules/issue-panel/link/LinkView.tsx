import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import SearchIcon from '@atlaskit/icon/core/search';
import Spinner from '@atlaskit/spinner';
import Textfield from '@atlaskit/textfield';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import type { ProjectSetup, SiteSetup } from '../../../../../../src/domain/site-setup';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, fillWith, plural } from '../../../shared/strings/fill';
import { ErrorState } from '../../../shared/ui/StatePanel';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import type { DialogContext } from '../panel-context';
import { RowsSkeleton } from '../parts/Skeletons';
import { Dialog } from './Dialog';
import { Failure } from './Failure';
import { RiskOptions } from './RiskOptions';
import type { OptionGroup } from './RiskOptions';
import { VerbChoice } from './VerbChoice';
import type { RiskVerb } from './VerbChoice';
import styles from './dialog.module.css';
import { listOfKeys } from './sentence';
import { useSuggestions } from './use-suggestions';
import type { Suggestions } from './use-suggestions';

const SEARCH = 'dialog-search';

/** Finds risks, ticks several, says the whole sentence, links. */
export function LinkView({
  context,
  setup,
  project,
  verb,
  onVerb,
  text,
  onText,
  ticked,
  onTick,
  onSeen,
  linking,
  error,
  onLink,
  onCreate,
  onClose,
}: {
  readonly context: DialogContext;
  readonly setup: SiteSetup;
  readonly project: ProjectSetup | undefined;
  readonly verb: RiskVerb;
  readonly onVerb: (verb: RiskVerb) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly ticked: ReadonlyMap<string, RiskSuggestion>;
  readonly onTick: (risk: RiskSuggestion, on: boolean) => void;
  /** Rows that were found, so that a new risk can be compared with them. */
  readonly onSeen: (rows: readonly RiskSuggestion[]) => void;
  readonly linking: boolean;
  readonly error: AppError | undefined;
  readonly onLink: () => void;
  readonly onCreate: () => void;
  readonly onClose: () => void;
}) {
  const words = panel.dialog;
  const options = useRef<HTMLDivElement>(null);
  const { found, searching, retry } = useSuggestions({ setup, project }, context, text);
  const rows = found?.rows;
  useEffect(() => {
    if (rows !== undefined) onSeen(rows);
  }, [rows, onSeen]);

  const ready = ticked.size > 0 && !linking;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) {
      event.preventDefault();
      onLink();
    }
  };
  const focusSearch = () => document.getElementById(SEARCH)?.focus();
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    options.current?.querySelector<HTMLInputElement>('input:enabled')?.focus();
  };
  return (
    // Ctrl and Enter link from anywhere in the dialog.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <Dialog
        title={words.linkTitle}
        context={context}
        failure={
          error === undefined ? null : <Failure heading={words.notLinked} unknown={words.linkUnknown} error={error} />
        }
        onClose={onClose}
        footer={
          <Footer context={context} verb={verb} ticked={ticked} linking={linking} onLink={onLink} onClose={onClose} />
        }
      >
        <VerbChoice verb={verb} onVerb={onVerb} />
        <label className={styles.label} htmlFor={SEARCH}>
          {words.search}
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
          onChange={(event) => onText(event.currentTarget.value)}
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
                    onText('');
                    focusSearch();
                  }}
                />
              )}
            </span>
          }
        />
        <Found
          found={found}
          searching={searching}
          context={context}
          ticked={ticked}
          onTick={onTick}
          onLeaveUp={focusSearch}
          onRetry={retry}
          optionsRef={options}
        />
        <button type="button" className={styles.new} onClick={onCreate}>
          <AddIcon label="" />
          <span>{text.trim() === '' ? words.createPlain : fill(words.createNamed, { text: text.trim() })}</span>
        </button>
        <LiveText>{linking ? words.linking : spokenResult(found, searching, context)}</LiveText>
      </Dialog>
    </div>
  );
}

function Found({
  found,
  searching,
  context,
  ticked,
  onTick,
  onLeaveUp,
  onRetry,
  optionsRef,
}: {
  readonly found: Suggestions | undefined;
  readonly searching: boolean;
  readonly context: DialogContext;
  readonly ticked: ReadonlyMap<string, RiskSuggestion>;
  readonly onTick: (risk: RiskSuggestion, on: boolean) => void;
  readonly onLeaveUp: () => void;
  readonly onRetry: () => void;
  readonly optionsRef: Ref<HTMLDivElement>;
}) {
  const words = panel.dialog;
  if (found === undefined) return <RowsSkeleton />;
  if (found.error !== undefined) return <ErrorState error={found.error} onRetry={onRetry} />;
  const groups = groupsOf(found, context, ticked);
  return (
    <>
      {found.rows.length === 0 ? (
        <div className={styles.nothing}>
          <p>
            <b>{found.text === '' ? words.noneOpen : fill(words.nothing, { text: found.text })}</b>
          </p>
          <p>{found.text === '' ? words.noneOpenHelp : words.nothingHelp}</p>
        </div>
      ) : null}
      <RiskOptions
        ref={optionsRef}
        context={context}
        groups={groups}
        query={found.text}
        ticked={ticked}
        stale={searching}
        onTick={onTick}
        onLeaveUp={onLeaveUp}
      />
    </>
  );
}

/** What was found; then what was ticked in an earlier search, so that it can be unticked. */
function groupsOf(
  { text, rows }: Suggestions,
  { projectKey }: DialogContext,
  ticked: ReadonlyMap<string, RiskSuggestion>,
): readonly OptionGroup[] {
  const words = panel.dialog;
  const found = new Set(rows.map((risk) => risk.id));
  const before = [...ticked.values()].filter((risk) => !found.has(risk.id));
  return [
    { name: text === '' ? fill(words.highest, { project: projectKey }) : foundText(rows, projectKey), rows },
    { name: words.ticked, rows: before },
  ].filter((group) => group.rows.length > 0);
}

/** “3 found, SHOP first”, where there are some of both. */
function foundText(rows: readonly RiskSuggestion[], project: string): string {
  const words = panel.dialog;
  const here = rows.filter((risk) => risk.projectKey === project).length;
  const mixed = here > 0 && here < rows.length;
  return mixed ? plural(words.foundMixed, rows.length, { project }) : plural(words.found, rows.length);
}

function spokenResult(found: Suggestions | undefined, searching: boolean, context: DialogContext): string {
  if (found === undefined || searching || found.error !== undefined || found.text === '') return '';
  if (found.rows.length === 0) return fill(panel.dialog.nothing, { text: found.text });
  return foundText(found.rows, context.projectKey);
}

function Footer({
  context,
  verb,
  ticked,
  linking,
  onLink,
  onClose,
}: {
  readonly context: DialogContext;
  readonly verb: RiskVerb;
  readonly ticked: ReadonlyMap<string, RiskSuggestion>;
  readonly linking: boolean;
  readonly onLink: () => void;
  readonly onClose: () => void;
}) {
  const words = panel.dialog;
  const keys = [...ticked.values()].map((risk) => risk.key);
  return (
    <>
      {keys.length === 0 ? (
        <p className={styles.sentence}>{words.nothingChosen}</p>
      ) : (
        <Sentence
          story={context.storyKey}
          verb={verb}
          risks={listOfKeys(keys, (count) => plural(panel.risks.more, count))}
        />
      )}
      <Button appearance="subtle" onClick={onClose}>
        {words.cancel}
      </Button>
      {keys.length === 0 ? null : (
        <Button appearance="primary" isLoading={linking} aria-keyshortcuts="Control+Enter" onClick={onLink}>
          {plural(words.linkButton, keys.length)}
        </Button>
      )}
    </>
  );
}

/** The whole of what is about to be written: “SHOP-428 is exposed to SHOP-412”. */
export function Sentence({
  story,
  verb,
  risks,
}: {
  readonly story: string;
  readonly verb: RiskVerb;
  readonly risks: string;
}) {
  const words = panel.dialog;
  return (
    <p className={styles.sentence}>
      {fillWith(words.sentence, { story, verb: <b key="verb">{words.verbs[verb].short}</b>, risks })}
    </p>
  );
}
