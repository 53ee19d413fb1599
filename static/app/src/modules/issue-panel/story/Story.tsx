import { checksInForce } from '../../../../../../src/domain/readiness';
import type { ProjectSetup } from '../../../../../../src/domain/site-setup';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { isoToday } from '../../../shared/days';
import { useSingleKeys } from '../../../shared/single-keys';
import { panel } from '../../../shared/strings/en-panel';
import { fillWith } from '../../../shared/strings/fill';
import { KeysOnProvider } from '../../../shared/panel/Key';
import { KeysFold } from '../parts/KeysFold';
import { NoticeBar, NoticeVoice } from '../../../shared/panel/NoticeBar';
import { PanelFrame } from '../parts/PanelFrame';
import { ReadOnlyNote } from '../../../shared/panel/ReadOnlyNote';
import panelStyles from '../../../shared/panel/panel.module.css';
import { useChange } from '../../../shared/panel/use-change';
import { Assess } from './Assess';
import { BypassBox, MoveBack } from './BypassBox';
import { ChangedSinceBox } from './ChangedSinceBox';
import { Checks } from './Checks';
import { Criteria } from './Criteria';
import { GateNote } from './GateNote';
import { History } from './History';
import { LinkedRisks, SecuringEnablers } from './LinkedRisks';
import { Meanwhile } from './Meanwhile';
import { NextSteps } from './NextSteps';
import { RELEVANT_BUTTON } from './Question';
import { STATE_HEADING } from './StateLine';
import { FoldedHint, OpenHint } from './StoryHintPart';
import { answerOf } from './assess-change';
import { CONFIRM, confirmChange } from './story-changes';
import { useAssessing } from './use-assessing';
import { useCriteria } from './use-criteria';
import { useLinking } from './use-linking';
import { anyWay } from './ways';
import type { Ways } from './ways';

/** Where the focus goes when the control that had it is gone. */
const LANDING = [STATE_HEADING, RELEVANT_BUTTON];

/** A story that was read: its state first, then what is off, what is missing, and why it matters. */
export function Story({
  story,
  project: { settings },
  refresh,
  timezone,
}: {
  readonly story: StoryView;
  readonly project: ProjectSetup;
  readonly refresh: () => Promise<boolean>;
  readonly timezone: string;
}) {
  const clock = { timezone, today: isoToday(timezone) };
  const inForce = checksInForce(settings);
  const singleKeys = useSingleKeys();
  const changes = useChange(refresh);
  const linking = useLinking(story, refresh, changes);
  const assessing = useAssessing(story, settings.reasons, changes, singleKeys.on);
  const writing = useCriteria(story, changes);

  const { notice, make } = changes;
  const { bypass, changedSince } = story;
  const ofAnswer = answerOf(notice?.control) !== undefined;
  const justAssessed = notice?.kind === 'saved' && ofAnswer;
  const relevant = story.relevance === 'relevant';
  const unanswered = story.readiness.missing.includes('answer');
  const criteriaCount = inForce.criteria === 'accepted' && inForce.answer === 'required';
  const mayWrite = story.mayEdit && criteriaCount;
  const ways: Ways = {
    link: linking?.link,
    enabler: linking?.enabler,
    criteria: mayWrite && !writing.open ? writing.start : undefined,
  };
  // Stays until something else is done: what one is about to click must not go away by itself.
  const offersNext = assessing.answered === 'relevant' && unanswered && (anyWay(ways) || writing.open);
  return (
    <KeysOnProvider value={singleKeys.on}>
      <PanelFrame>
        <NoticeVoice changes={changes} />
        <NoticeBar
          changes={changes}
          place="top"
          landing={LANDING}
          conflict={
            assessing.attempt === undefined || !ofAnswer ? undefined : (
              <Meanwhile
                story={story}
                attempt={assessing.attempt}
                offered={settings.reasons}
                onMine={assessing.insist}
                onTheirs={changes.dismiss}
              />
            )
          }
        />
        {bypass === undefined ? null : <BypassBox story={story} bypass={bypass} clock={clock} />}
        <Assess story={story} assessing={assessing} justNow={justAssessed} clock={clock} />
        {changedSince === undefined ? null : (
          <ChangedSinceBox
            story={story}
            changed={changedSince}
            clock={clock}
            confirming={
              story.mayEdit && assessing.step === 'state'
                ? {
                    saving: changes.saving === CONFIRM,
                    still: () => make(confirmChange(story)),
                    otherwise: relevant ? assessing.notRelevant : assessing.relevant,
                  }
                : undefined
            }
          />
        )}
        {relevant && offersNext ? <NextSteps ways={ways} hasCriteria={story.criteria.length > 0} /> : null}
        {relevant && !offersNext ? <Checks story={story} inForce={inForce} ways={ways} /> : null}
        {relevant ? (
          <Criteria story={story} writing={writing} changes={changes} offerMore={mayWrite && !unanswered} />
        ) : null}
        {bypass?.from !== undefined && story.mayMove ? (
          <MoveBack from={bypass.from} story={story} changes={changes} />
        ) : null}
        {story.relevance === 'unassessed' ? <OpenHint story={story} /> : null}
        <LinkedRisks
          story={story}
          today={clock.today}
          changes={changes}
          linking={linking}
          offerLink={relevant ? !unanswered : story.relevance === 'unassessed' || story.risks.length > 0}
        />
        <SecuringEnablers story={story} changes={changes} mayLink={linking !== undefined} />
        <GateNote story={story} inForce={inForce} />
        <Limits story={story} />
        <div className={panelStyles.folds}>
          {story.relevance === 'unassessed' ? null : <FoldedHint story={story} />}
          <History entries={story.history} clock={clock} />
          {story.mayEdit ? <KeysFold singleKeys={singleKeys} /> : null}
        </div>
      </PanelFrame>
    </KeysOnProvider>
  );
}

/** Says who can do what the viewer may not. */
function Limits({ story: { mayEdit, mayLink, reporter } }: { readonly story: StoryView }) {
  const words = panel.readOnly;
  if (mayEdit && mayLink) return null;
  if (mayEdit) return <ReadOnlyNote>{words.noLinking}</ReadOnlyNote>;
  if (reporter === undefined) return <ReadOnlyNote>{words.storyNobody}</ReadOnlyNote>;
  return <ReadOnlyNote>{fillWith(words.story, { name: <b key="name">{reporter}</b> })}</ReadOnlyNote>;
}
