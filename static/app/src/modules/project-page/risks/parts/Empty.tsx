import Button from '@atlaskit/button/new';
import { risks } from '../../../../shared/strings/en-risks';
import { ShieldIcon } from '../../../../shared/ui/Icons';
import styles from '../board.module.css';

const words = risks.empty;

/** No risk was recorded, or none is open. */
export function NoRisks({
  withClosed,
  mayEdit,
  onShowClosed,
}: {
  /** The closed ones were looked at too: there is none at all. */
  readonly withClosed: boolean;
  readonly mayEdit: boolean;
  readonly onShowClosed: () => void;
}) {
  return (
    <div className={styles.empty}>
      <ShieldIcon kind="notRelevant" size={20} />
      <h3>{withClosed ? words.heading : words.allClosed}</h3>
      {withClosed ? null : <p>{words.allClosedBody}</p>}
      <p>{mayEdit ? words.body : words.bodyRead}</p>
      {withClosed ? null : <Button onClick={onShowClosed}>{words.showClosed}</Button>}
    </div>
  );
}

/** The filter leaves nothing: it is named, and can be cleared here too. */
export function NoMatch({ filter, onClear }: { readonly filter: string; readonly onClear: () => void }) {
  return (
    <div className={styles.noMatch}>
      <h3>{words.noMatch}</h3>
      <p>{filter}</p>
      <Button onClick={onClear}>{words.clear}</Button>
    </div>
  );
}
