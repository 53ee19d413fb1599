import { SCALE } from '../../../../../../../src/domain/level';
import { dayOfText } from '../../../../../../../src/domain/csv/day-text';
import { cellOf } from '../../../../../../../src/domain/csv/read-row';
import type { Table } from '../../../../../../../src/domain/csv/read-file';
import { shortDay } from '../../../../shared/days';
import { register } from '../../../../shared/strings/en-register';
import { fill, plural } from '../../../../shared/strings/fill';
import type { ReadingChoices } from './use-reading-choices';
import styles from './register.module.css';

/** What only somebody who knows the file can say: figures behind words, and the order of day and month. */
export function QuestionsPart({ table, choices }: { readonly table: Table; readonly choices: ReadingChoices }) {
  return (
    <>
      {choices.scale.length === 0 ? null : <ScaleQuestion choices={choices} />}
      {choices.orderIsAsked ? <OrderQuestion table={table} choices={choices} /> : null}
    </>
  );
}

function ScaleQuestion({ choices: { scale, setRating } }: { readonly choices: ReadingChoices }) {
  const words = register.scale;
  return (
    <section aria-labelledby="scale-heading">
      <h3 id="scale-heading" className={styles.partHeading}>
        {words.heading}
      </h3>
      <p className={styles.help}>{words.help}</p>
      <ul className={styles.answers}>
        {scale.map(({ word, key, cells, rating }) => (
          <li key={key} className={styles.answer}>
            <span className={styles.asked}>
              “{word}”<span className={styles.subtle}>{plural(words.cells, cells)}</span>
            </span>
            <select
              className={`${styles.choice} ${rating === undefined ? styles.open : ''}`}
              aria-label={fill(words.label, { word })}
              value={rating ?? ''}
              onChange={({ currentTarget: { value } }) =>
                setRating(
                  key,
                  SCALE.find((figure) => String(figure) === value),
                )
              }
            >
              <option value="">{words.none}</option>
              {SCALE.map((figure) => (
                <option key={figure} value={figure}>
                  {figure}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In no year of this century, so that the year is shown. */
const NO_YEAR = '0001-01-01';

function OrderQuestion({ table, choices }: { readonly table: Table; readonly choices: ReadingChoices }) {
  const words = register.days;
  const { meanings, order, setOrder } = choices;
  const example = table.rows
    .map((cells) => cellOf(cells, meanings, 'nextReview'))
    .find((cell) => dayOfText(cell, undefined) === 'unclear');
  if (example === undefined) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.partHeading}>{words.heading}</legend>
      <p className={styles.help}>{fill(words.help, { example })}</p>
      {(['dayFirst', 'monthFirst'] as const).map((one) => {
        const read = dayOfText(example, one);
        const day = typeof read === 'object' ? shortDay(read.day, NO_YEAR) : '';
        return (
          <label key={one} className={styles.radio}>
            <input type="radio" name="day-order" checked={order === one} onChange={() => setOrder(one)} />
            {fill(words[one], { example, day })}
          </label>
        );
      })}
    </fieldset>
  );
}
