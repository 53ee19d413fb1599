import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { languageOf } from '../../../../../../src/domain/hints/language';
import type { Topic } from '../../../../../../src/domain/hints/topics';
import type { ChangedSince, StoryHint, StoryView } from '../../../../../../src/reads/story-view';
import { hints } from '../../../shared/strings/en-hints';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { HintIcon } from '../../../shared/hint/HintIcon';
import { TextChange } from '../../../shared/text-change/TextChange';
import { dayOfInstant } from '../parts/clock';
import type { Clock } from '../parts/clock';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './changed-since.module.css';
import { newHintWords } from './new-hint-words';

const HEADING = 'panel-changed';

/** What the viewer can say about a text that changed. */
export interface Confirming {
  readonly saving: boolean;
  /** The assessment still holds. */
  readonly still: () => void;
  /** It does not. */
  readonly otherwise: () => void;
}

/** The text changed after the assessment: what differs, and one click to say that the assessment still holds. */
export function ChangedSinceBox({
  story,
  changed,
  confirming,
  clock,
}: {
  readonly story: StoryView;
  readonly changed: ChangedSince;
  /** Left out where the viewer may not, or is answering the question already. */
  readonly confirming: Confirming | undefined;
  readonly clock: Clock;
}) {
  const words = panel.changed;
  const { parts, newTopics } = changed;
  const side = story.relevance === 'relevant' ? 'relevant' : 'notRelevant';
  return (
    <section className={styles.box} aria-labelledby={HEADING}>
      <div className={styles.head}>
        <RefreshIcon label="" color="var(--ds-icon-information)" />
        <h3 className={panelStyles.heading} id={HEADING}>
          {words.title}
        </h3>
      </div>
      <p className={panelStyles.help}>{byWhom(changed, clock)}</p>
      {parts.map(({ part, before, after }) => (
        <div key={part} className={styles.part}>
          {parts.length > 1 ? <p className={styles.name}>{words.parts[part]}</p> : null}
          {before === undefined ? (
            <p>{words.beforeUnknown}</p>
          ) : (
            <TextChange key={`${before}\n${after}`} before={before} after={after} lang={languageOf(after)} />
          )}
        </div>
      ))}
      {newTopics.map((topic) => (
        <NewHint key={topic} topic={topic} hint={story.hint} parts={parts} />
      ))}
      {confirming === undefined ? null : (
        <div className={styles.answers}>
          <Button appearance="primary" shouldFitContainer isLoading={confirming.saving} onClick={confirming.still}>
            {words.still[side]}
          </Button>
          <Button shouldFitContainer onClick={confirming.otherwise}>
            {words.now[side]}
          </Button>
        </div>
      )}
      <p className={panelStyles.help}>{story.readiness.ready ? words.warning : words.warningUnready}</p>
    </section>
  );
}

function byWhom({ parts, by, at }: ChangedSince, clock: Clock): string {
  const words = panel.changed;
  const [first, second] = parts;
  const part = second === undefined ? words.parts[first?.part ?? 'description'] : words.parts.both;
  if (at === undefined) return part;
  const day = dayOfInstant(at, clock);
  return by === undefined ? fill(words.on, { part, day }) : fill(words.by, { part, name: by.name, day });
}

/** “New hint: Personal data (date of birth)”. */
function NewHint({
  topic,
  hint,
  parts,
}: {
  readonly topic: Topic;
  readonly hint: StoryHint | undefined;
  readonly parts: ChangedSince['parts'];
}) {
  const words = hint === undefined ? [] : newHintWords(hint.hint, topic, parts);
  return (
    <p className={styles.hint}>
      <HintIcon />
      <span>
        {panel.changed.newHint} <b>{hints.topics[topic].name}</b>
        {words.length === 0 ? null : ` (${words.join(', ')})`}
      </span>
    </p>
  );
}
