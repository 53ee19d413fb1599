import { useState } from 'react';
import type { UndoItem } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, formatCount, plural } from '../strings/fill';
import { IssuesLink } from '../ui/SiteLink';
import { objectName } from './health-words';
import { Lozenge } from './Lozenge';
import { undoReason } from './undo-words';
import styles from './undo.module.css';

const words = setUp.undo;
/** Removed objects that show before the rest is folded, and how many of the rest are named. */
const SHOWN = 8;
const NAMED = 3;

/** What is kept stands first, because it is what somebody may have to deal with. */
export function UndoTable({ items }: { readonly items: readonly UndoItem[] }) {
  const [whole, setWhole] = useState(false);
  const removed = items.filter(({ action }) => action === 'remove');
  const shown = whole || removed.length <= SHOWN + 2 ? removed : removed.slice(0, SHOWN);
  const folded = removed.slice(SHOWN);
  const ordered = [...items.filter(({ action }) => action === 'keep'), ...shown];
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.object}</th>
            <th scope="col">{words.columns.plan}</th>
            <th scope="col">{words.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((item) => (
            <Row key={item.step} item={item} />
          ))}
          {removed.length <= SHOWN + 2 ? null : (
            <tr>
              <td colSpan={3}>
                <button
                  type="button"
                  className={styles.textButton}
                  aria-expanded={whole}
                  onClick={() => setWhole(!whole)}
                >
                  {whole ? words.fewer : moreWords(folded)}
                </button>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function moreWords(folded: readonly UndoItem[]): string {
  const names = folded.slice(0, NAMED).map(objectName).join(', ');
  return fill(words.more, { count: formatCount(folded.length), names: `${names} …` });
}

function Row({ item }: { readonly item: UndoItem }) {
  const { action, jql, issues } = item;
  return (
    <tr>
      <th scope="row">{objectName(item)}</th>
      <td>
        {action === 'remove' ? (
          <Lozenge look="neutral" mark="remove">
            {words.remove}
          </Lozenge>
        ) : (
          <Lozenge look="warning" mark="keep">
            {words.keep}
          </Lozenge>
        )}
      </td>
      <td>
        {undoReason(item)}
        {jql === undefined ? null : (
          <>
            {'. '}
            <IssuesLink className={styles.link} jql={jql}>
              {issues === undefined || issues === 0 ? words.showIssuesPlain : plural(words.showIssues, issues)}
            </IssuesLink>
          </>
        )}
      </td>
    </tr>
  );
}
