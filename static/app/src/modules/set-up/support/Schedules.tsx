import type { ScheduleView, SupportView } from '../../../../../../src/contract/support';
import { Lozenge } from '../../../shared/set-up/Lozenge';
import { support } from '../../../shared/strings/en-support';
import { Moment } from './Moment';
import { endState, timingState, tookWords } from './support-words';
import { Table } from './Table';
import styles from './support.module.css';

const words = support.schedules;

/** What runs without anybody clicking, and how it went the last time. */
export function Schedules({ view, timezone }: { readonly view: SupportView; readonly timezone: string }) {
  const { columns } = words;
  return (
    <Table caption={words.caption} columns={[columns.schedule, columns.last, columns.took, columns.ended]}>
      {view.schedules.map((schedule) => (
        <Row key={schedule.schedule} of={schedule} at={view.at} timezone={timezone} />
      ))}
    </Table>
  );
}

function Row({ of, at, timezone }: { readonly of: ScheduleView; readonly at: string; readonly timezone: string }) {
  const { schedule, timing, last } = of;
  const [when, end] = [timingState(of), endState(of)];
  const startedAt = last?.startedAt ?? last?.endedAt;
  return (
    <tr>
      <th scope="row">
        {words.names[schedule]}
        <span className={styles.second}>{words.what[schedule]}</span>
      </th>
      <td>
        {timing === 'onTime' ? null : (
          <Lozenge look={when.look} mark={when.mark}>
            {when.word}
          </Lozenge>
        )}
        {startedAt === undefined ? (
          <span className={styles.second}>{words.neverYet}</span>
        ) : (
          <Moment iso={startedAt} now={at} timezone={timezone} />
        )}
      </td>
      <td className={styles.took} data-label={words.columns.took}>
        {tookWords(last?.startedAt, last?.endedAt)}
      </td>
      <td>
        {end === undefined ? null : (
          <>
            <Lozenge look={end.look} mark={end.mark}>
              {end.word}
            </Lozenge>
            {end.more.map((sentence) => (
              <span key={sentence} className={styles.second}>
                {sentence}
              </span>
            ))}
          </>
        )}
      </td>
    </tr>
  );
}
