import Button from '@atlaskit/button/new';
import PersonIcon from '@atlaskit/icon/core/person';
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Attempt } from './assess-change';
import { assessmentWords, storyAssessmentWords } from './assessment-words';
import styles from './meanwhile.module.css';

/** Somebody else was quicker: what stands in the story now, and what the viewer wanted, which is not lost. */
export function Meanwhile({
  story,
  attempt,
  offered,
  onMine,
  onTheirs,
}: {
  readonly story: StoryView;
  readonly attempt: Attempt;
  readonly offered: readonly ReasonChoice[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const words = panel.meanwhile;
  const name = story.assessedBy?.name;
  const theirs = storyAssessmentWords(story);
  const mine = assessmentWords(attempt.assessment, offered);
  const same = theirs === mine;
  return (
    <div className={styles.box}>
      <PersonIcon label="" color="var(--ds-icon-information)" />
      <div className={styles.body}>
        <p className={styles.title}>{name === undefined ? words.titleNobody : fill(words.title, { name })}</p>
        <p>{sentence({ theirs, mine, same, undo: attempt.isUndo })}</p>
        {same ? null : (
          <div className={panelStyles.actions}>
            {attempt.isUndo ? null : (
              <Button spacing="compact" onClick={onMine}>
                {words.mine}
              </Button>
            )}
            <Button spacing="compact" appearance="subtle" onClick={onTheirs}>
              {words.theirs}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function sentence(said: {
  readonly theirs: string;
  readonly mine: string;
  readonly same: boolean;
  readonly undo: boolean;
}): string {
  const words = panel.meanwhile;
  if (said.undo) return fill(words.undo, { theirs: said.theirs });
  return said.same ? fill(words.same, { theirs: said.theirs }) : fill(words.now, said);
}
