import AddIcon from '@atlaskit/icon/core/add';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { link as words } from '../strings/en-link';
import { fill } from '../strings/fill';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';
import { NOUN, enablerVerb } from './verbs';

/** The last row: where nothing fits, something new is made and linked. Left out where a dialog makes no such issue. */
export function CreateRow({
  verb,
  subject,
  text,
  onCreate,
}: {
  readonly subject: LinkSubject;
  readonly verb: LinkVerb;
  /** What was searched for: the first words of what is made, unless it is a key. */
  readonly text: string;
  readonly onCreate: (what: 'newRisk' | 'enablers', written: string | undefined) => void;
}) {
  const what = NOUN[verb] === 'risk' ? 'newRisk' : verb === enablerVerb(subject) ? 'enablers' : undefined;
  if (what === undefined) return null;
  const written = /^([A-Z][A-Z0-9_]+-)?\d+$/i.test(text) ? '' : text;
  const [plain, named] =
    what === 'newRisk' ? [words.newRisk, words.newRiskNamed] : [words.newEnablers, words.newEnablersNamed];
  return (
    <button type="button" className={styles.new} onClick={() => onCreate(what, written === '' ? undefined : written)}>
      <AddIcon label="" />
      <span>{written === '' ? plain : fill(named, { text: written })}</span>
    </button>
  );
}
