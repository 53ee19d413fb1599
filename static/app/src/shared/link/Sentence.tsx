import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { link as words } from '../strings/en-link';
import { fillWith } from '../strings/fill';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';

/** The whole of what is about to be written: “SHOP-428 is exposed to SHOP-412”. */
export function Sentence({
  subject,
  verb,
  others,
}: {
  readonly subject: LinkSubject;
  readonly verb: LinkVerb;
  readonly others: string;
}) {
  return (
    <p className={styles.sentence}>
      {fillWith(words.sentence, { subject: subject.key, verb: <b key="verb">{words.verbs[verb].short}</b>, others })}
    </p>
  );
}
