import Radio from '@atlaskit/radio/radio';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { link as words } from '../strings/en-link';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';

/** The sentence to link under, in the words of a product owner. */
export function VerbChoice<Verb extends LinkVerb>({
  kind,
  verbs,
  verb,
  onVerb,
}: {
  readonly kind: LinkSubject['kind'];
  readonly verbs: readonly Verb[];
  readonly verb: Verb;
  readonly onVerb: (verb: Verb) => void;
}) {
  const question = words.question[kind];
  return (
    <>
      <p className={styles.label} aria-hidden="true">
        {question}
      </p>
      <fieldset className={styles.verbs}>
        <legend>
          <VisuallyHidden>{question}</VisuallyHidden>
        </legend>
        {verbs.map((option) => (
          <div key={option} className={styles.verb}>
            <Radio
              name="verb"
              value={option}
              isChecked={verb === option}
              onChange={() => onVerb(option)}
              label={
                <>
                  <b>{words.verbs[option].says}</b>
                  <span className={styles.means}>{words.verbs[option].means}</span>
                </>
              }
            />
          </div>
        ))}
      </fieldset>
    </>
  );
}
