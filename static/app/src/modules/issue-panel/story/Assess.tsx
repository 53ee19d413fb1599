import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import Button from '@atlaskit/button/new';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import type { Clock } from '../parts/clock';
import panelStyles from '../../../shared/panel/panel.module.css';
import { OtherReason } from './OtherReason';
import { Question } from './Question';
import { Reasons } from './Reasons';
import { StateLine } from './StateLine';
import { storyReasonWords } from './assessment-words';
import styles from './assess.module.css';
import type { Assessing } from './use-assessing';

/** The question while it is open, else what was decided. */
export function Assess({
  story,
  assessing,
  justNow,
  clock,
}: {
  readonly story: StoryView;
  readonly assessing: Assessing;
  readonly justNow: boolean;
  readonly clock: Clock;
}) {
  const { step } = assessing;
  if (step === 'state') {
    return (
      <>
        <StateLine story={story} justNow={justNow} clock={clock} onChange={assessing.change} />
        {story.relevance === 'notRelevant' ? <NotRelevantFacts story={story} /> : null}
      </>
    );
  }
  return (
    <>
      <Question
        choosingReason={step !== 'question'}
        saving={assessing.saving}
        onRelevant={assessing.relevant}
        onNotRelevant={assessing.notRelevant}
      />
      {step === 'reasons' ? (
        <Reasons
          reasons={assessing.reasons}
          focusOn={assessing.reasonFocus}
          saving={assessing.saving !== undefined}
          onReason={assessing.reason}
        />
      ) : null}
      {step === 'other' ? (
        <OtherReason
          initial={story.reasonText ?? ''}
          saving={assessing.saving !== undefined}
          onSave={assessing.other}
          onAllReasons={assessing.back}
          onCancel={assessing.canKeep ? assessing.keep : assessing.back}
        />
      ) : null}
      {step === 'question' && assessing.canKeep ? (
        <div>
          <Button spacing="compact" appearance="subtle" onClick={assessing.keep}>
            {panel.keep}
          </Button>
        </div>
      ) : null}
      {step === 'question' && !assessing.canKeep && story.hint === undefined ? (
        <p className={panelStyles.help}>{panel.relevance.help}</p>
      ) : null}
    </>
  );
}

function NotRelevantFacts({ story }: { readonly story: StoryView }) {
  const words = panel.relevance;
  return (
    <dl className={styles.facts}>
      <dt>{words.reason}</dt>
      <dd>{storyReasonWords(story) ?? words.reasonNone}</dd>
      {story.readiness.ready ? (
        <>
          <dt>{words.ready}</dt>
          <dd className={styles.fine}>
            <CheckCircleIcon label="" color="var(--ds-icon-success)" /> {words.nothingMissing}
          </dd>
        </>
      ) : null}
    </dl>
  );
}
