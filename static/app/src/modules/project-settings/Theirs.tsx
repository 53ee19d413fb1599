import { useEffect, useRef } from 'react';
import { projectSettings } from '../../shared/strings/en-project-settings';
import type { DifferentSection } from './difference';
import type { Section } from './sections';
import styles from './bar.module.css';

const words = projectSettings.conflict;

/** Where their saved settings and mine say something different, section by section, and which of them would be kept. */
export function Theirs({
  differences,
  mine,
}: {
  readonly differences: readonly DifferentSection[];
  /** The sections that I changed. */
  readonly mine: readonly Section[];
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className={styles.theirs} aria-labelledby="theirs">
      <h2 id="theirs" ref={heading} tabIndex={-1}>
        {words.difference}
      </h2>
      {differences.length === 0 ? <p>{words.same}</p> : null}
      {differences.map(({ section, lines }) => (
        <div key={section}>
          <h3 id={`theirs-${section}`}>{projectSettings[section].heading}</h3>
          <p className={styles.keeps}>{mine.includes(section) ? words.willKeep : words.willTake}</p>
          <table className={styles.table} aria-labelledby={`theirs-${section}`}>
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.theirs}</th>
                <th scope="col">{words.mine}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.what}>
                  <th scope="row">{line.what}</th>
                  <td>{line.theirs}</td>
                  <td>{line.mine}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}
