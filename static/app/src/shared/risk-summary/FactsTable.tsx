import { facts as words } from '../strings/en-facts';
import { fill } from '../strings/fill';
import styles from './RiskSummary.module.css';
import type { Fact } from './facts';

/** The same facts for people who hear them: one row a group. */
export function FactsTable({ facts, place }: { readonly facts: readonly Fact[]; readonly place: string }) {
  if (facts.length === 0) return null;
  return (
    <div className={styles.forEars}>
      <table>
        <caption>{fill(words.caption, { place })}</caption>
        <tbody>
          {facts.map(({ name, text }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
