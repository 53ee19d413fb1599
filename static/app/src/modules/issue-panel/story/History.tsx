import type { RelevanceChange } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { dayOfInstant } from '../parts/clock';
import type { Clock } from '../parts/clock';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './history.module.css';

/** Who said what when, the newest first. */
export function History({ entries, clock }: { readonly entries: readonly RelevanceChange[]; readonly clock: Clock }) {
  if (entries.length === 0) return null;
  const words = panel.history;
  return (
    <details className={panelStyles.fold}>
      <summary>{plural(words.title, entries.length)}</summary>
      <ol className={styles.entries}>
        {entries.map(({ at, by, from, to }, index) => {
          const named = { from: panel.relevance[from], to: panel.relevance[to] };
          return (
            // Two changes may bear the same instant.
            <li key={`${at} ${index}`}>
              <p>
                <span aria-hidden="true">{fill(words.change, named)}</span>
                <VisuallyHidden>{fill(words.changeSaid, named)}</VisuallyHidden>
              </p>
              <p className={panelStyles.help}>
                {fill(panel.relevance.by, { name: by?.name ?? words.somebody, day: dayOfInstant(at, clock) })}
              </p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
