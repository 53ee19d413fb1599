import type { Hint } from '../../../../../src/domain/hints/hint';
import { hints } from '../strings/en-hints';
import { fill } from '../strings/fill';
import { HintIcon } from './HintIcon';
import styles from './hint.module.css';

/** Topic and question in one block, large enough for the back of a room; the words are marked in the text above it. */
export function HintQuestion({ hint }: { readonly hint: Hint }) {
  const [first, ...further] = hint.topics;
  if (first === undefined) return null;
  const { name, question } = hints.topics[first];
  return (
    <section className={styles.asking} aria-label={hints.label}>
      <p className={styles.askingHead}>
        <HintIcon />
        <span>
          <b>{name}</b>
          {further.length === 0
            ? null
            : `, ${fill(hints.alsoSmall, { topics: further.map((topic) => hints.topics[topic].name.toLowerCase()).join(', ') })}`}
        </span>
      </p>
      <p className={styles.askingQuestion}>{question}</p>
    </section>
  );
}
