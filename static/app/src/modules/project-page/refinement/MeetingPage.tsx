import { useEffect, useMemo } from 'react';
import type { RefinementBasis, RefinementCounts, RefinementList } from '../../../../../../src/reads/refinement-view';
import { refinement } from '../../../shared/strings/en-refinement';
import { plural } from '../../../shared/strings/fill';
import { useSingleKeys } from '../../../shared/single-keys';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import type { ProjectStand } from '../ProjectPage';
import { CurrentStory } from './CurrentStory';
import { decisionsOf } from './deeds';
import { LastDeed } from './detail/LastDeed';
import { Why } from './detail/Why';
import { filtered } from './filter';
import { Help } from './Help';
import { SingleKeysProvider } from './Kbd';
import { standing } from './list-state';
import { LIST_PANEL, ListTabs } from './ListTabs';
import { ManyBar } from './ManyBar';
import { countIn } from './meeting-state';
import { NoteBar } from './NoteBar';
import { OpenList } from './OpenList';
import { ProgressHead } from './ProgressHead';
import { Tools } from './Tools';
import { useCommands } from './use-commands';
import { useKeys } from './use-keys';
import { useMeeting } from './use-meeting';
import { useSaid } from './use-said';
import styles from './meeting.module.css';

/** The meeting: progress, four lists, the open one beside its current story. */
export function MeetingPage({
  basis,
  counts,
  stand,
  timezone,
  open,
  onOpen,
}: {
  readonly basis: RefinementBasis;
  readonly counts: RefinementCounts;
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly open: RefinementList;
  readonly onOpen: (list: RefinementList) => void;
}) {
  const { meeting, view } = useMeeting(basis, counts, open);
  const { state, note, waitSeconds } = view;
  const { store } = meeting;
  const list = state.lists[state.open];
  const { rows, gone, skipped, selected, currentId } = list;
  const stories = useMemo(() => standing({ rows, gone, skipped }), [rows, gone, skipped]);
  const visible = useMemo(() => filtered(stories, state.filter), [stories, state.filter]);
  const places = useMemo(() => new Map(stories.map(({ id }, index) => [id, index + 1])), [stories]);
  const at = visible.findIndex(({ id }) => id === currentId);
  const current = visible[at];
  const isEmpty = list.begun && stories.length === 0 && list.reading === 'none';

  const choices = basis.project.settings.reasons;
  const ownReasons = useMemo(
    () => new Map(choices.flatMap((choice) => (choice.kind === 'own' ? [[choice.optionId, choice.text]] : []))),
    [choices],
  );
  const singleKeys = useSingleKeys();
  const commands = useCommands({ meeting, view, basis, projectKey: stand.projectKey, current, onOpen });
  useKeys({ singleKeys: singleKeys.on, choosingReason: commands.why === 'reasons', onCommand: commands.run });
  usePresenting(commands.presenting);
  const said = useSaid(view, ownReasons);

  const why =
    commands.why === 'closed' ? null : (
      <Why
        step={commands.why}
        legend={selected.size === 0 ? refinement.detail.why : plural(refinement.detail.whyMany, selected.size)}
        choices={choices}
        onReason={commands.reason}
        onOther={commands.other}
        onBack={commands.backToReasons}
      />
    );
  const last = (
    <LastDeed deed={state.deeds.at(-1)} ownReasons={ownReasons} onUndo={() => commands.run({ do: 'undo' })} />
  );
  return (
    <SingleKeysProvider value={singleKeys.on}>
      <div className={styles.tab}>
        <LiveText>{said}</LiveText>
        <ProgressHead counts={state.counts} startedAt={state.startedAt} decisions={decisionsOf(state.deeds)} />
        <ListTabs open={state.open} countOf={(name) => countIn(state, name)} onOpen={onOpen} />
        <div role="tabpanel" id={LIST_PANEL} aria-labelledby={`${LIST_PANEL}-${state.open}`}>
          <p className={styles.listHelp}>{refinement.listHelp[state.open]}</p>
          {isEmpty ? null : (
            <Tools
              rows={stories}
              filter={state.filter}
              jql={state.counts.jql[state.open]}
              presenting={commands.presenting}
              onFilter={(filter) => store.tell({ type: 'filtered', filter })}
              onPresent={commands.present}
              onHelp={() => commands.showHelp(true)}
            />
          )}
          {note === undefined ? null : (
            <NoteBar
              note={note}
              deeds={state.deeds}
              onUndo={() => commands.run({ do: 'undo' })}
              onClose={() => store.show({ note: undefined })}
            />
          )}
          <div className={current === undefined ? styles.alone : styles.columns}>
            <div className={styles.listSide}>
              <OpenList
                meeting={meeting}
                view={view}
                basis={basis}
                visible={visible}
                places={places}
                timezone={timezone}
                wantsFocus={commands.wantsFocus}
                many={
                  <ManyBar
                    selected={selected.size}
                    deeds={state.deeds}
                    waitSeconds={waitSeconds}
                    choosing={commands.why !== 'closed'}
                    onRelevant={commands.relevant}
                    onNotRelevant={commands.notRelevant}
                    onClear={() => store.tell({ type: 'selectedNone' })}
                  >
                    {why}
                  </ManyBar>
                }
                onOpen={onOpen}
              />
            </div>
            {current === undefined ? (
              <div>{last}</div>
            ) : (
              <CurrentStory
                list={state.open}
                row={current}
                place={at + 1}
                count={visible.length}
                selected={selected.size}
                basis={basis}
                commands={commands}
                timezone={timezone}
                why={selected.size === 0 ? why : null}
                last={last}
              />
            )}
          </div>
        </div>
      </div>
      {commands.help ? (
        <Help reasons={choices.length + 1} singleKeys={singleKeys} onClose={() => commands.showHelp(false)} />
      ) : null}
    </SingleKeysProvider>
  );
}

/** Everything larger, for the back of a room: all sizes of the page follow the root's. */
function usePresenting(presenting: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (presenting) dataset['presenting'] = 'true';
    return () => {
      delete dataset['presenting'];
    };
  }, [presenting]);
}
