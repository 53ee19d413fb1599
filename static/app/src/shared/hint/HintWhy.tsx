import type { Hint } from '../../../../../src/domain/hints/hint';
import { hints } from '../strings/en-hints';
import { fill } from '../strings/fill';
import { evidenceSum } from './evidence-lines';
import styles from './hint.module.css';

/** How many further topics have their question shown. */
const FURTHER = 3;

/** The evidence, folded: each word, what it counts and what it stands for; then the questions of the further topics. */
export function HintWhy({ hint }: { readonly hint: Hint }) {
  const { lines, against, total, threshold } = evidenceSum(hint);
  const further = hint.topics.slice(1, 1 + FURTHER);
  return (
    <details className={styles.why}>
      <summary>{hints.why}</summary>
      <table>
        <caption>{hints.evidence.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{hints.evidence.word}</th>
            <th scope="col">{hints.evidence.source}</th>
            <th scope="col">{hints.evidence.counts}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ words, topic, source, counts }, index) => (
            <tr key={index}>
              <td>{words}</td>
              <td>
                {hints.topics[topic].name}
                <small>{topic === 'own' ? hints.evidence.own : source}</small>
              </td>
              <td>{counts}</td>
            </tr>
          ))}
          {against.map(({ words, about, counts }, index) => (
            <tr key={`against-${index}`}>
              <td>{words}</td>
              <td>{hints.evidence.about[about]}</td>
              <td>{fill(hints.evidence.minus, { counts })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {fill(hints.evidence.total, { threshold })}
            </th>
            <td>{total}</td>
          </tr>
        </tfoot>
      </table>
      {further.length === 0 ? null : (
        <>
          <p className={styles.label}>{hints.alsoAsk}</p>
          <ul className={styles.further}>
            {further.map((topic) => (
              <li key={topic}>
                <b>{hints.topics[topic].name}</b>
                {hints.topics[topic].question}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
