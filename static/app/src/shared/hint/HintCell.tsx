import { languageOf } from '../../../../../src/domain/hints/language';
import type { StoryHint } from '../../../../../src/reads/story-view';
import { hints } from '../strings/en-hints';
import { fill } from '../strings/fill';
import { quotedWords } from './evidence-lines';
import { HintIcon } from './HintIcon';
import styles from './hint.module.css';

const WORDS = 3;

/** The hint in a cell of a list, at most three lines of 16 px: topic, and the words in quotation marks. */
export function HintCell({ story }: { readonly story: StoryHint | undefined }) {
  const [first, ...further] = story?.hint.topics ?? [];
  if (story === undefined || first === undefined) return <span className={styles.cellNone}>{hints.noneShort}</span>;
  const language = languageOf(story.text.summary);
  const [open, close] = hints.quotation[language ?? 'en'];
  const words = quotedWords(story.hint, WORDS).map((word) => `${open}${word}${close}`);
  return (
    <span className={styles.cell}>
      <HintIcon />
      <span>
        <b className={styles.cellTopic}>{hints.topics[first].name}</b>
        {further.length === 0 ? null : (
          <span className={styles.subtle}> {fill(hints.plus, { count: further.length })}</span>
        )}
        <span className={styles.cellWords} lang={language}>
          {words.join(', ')}
        </span>
      </span>
    </span>
  );
}
