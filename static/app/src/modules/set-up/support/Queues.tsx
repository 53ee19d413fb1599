import type { QueueItem, SupportView } from '../../../../../../src/contract/support';
import { Lozenge } from '../../../shared/set-up/Lozenge';
import { Mark } from '../../../shared/set-up/Marks';
import { support } from '../../../shared/strings/en-support';
import { fill } from '../../../shared/strings/fill';
import { Moment } from './Moment';
import type { ProjectLabels } from './project-labels';
import { QUEUE_STATES } from './support-words';
import { Table } from './Table';
import styles from './support.module.css';

const words = support.queues;

/** Work in the background that is not finished; what is stuck first. */
export function Queues({
  view,
  labels,
  timezone,
}: {
  readonly view: SupportView;
  readonly labels: ProjectLabels;
  readonly timezone: string;
}) {
  const { at, queues } = view;
  if (queues.length === 0) {
    return (
      <p className={styles.nothing}>
        <Mark name="done" />
        {words.nothing}
      </p>
    );
  }
  const { columns } = words;
  const sorted = [...queues].sort((a, b) => Number(b.state === 'stuck') - Number(a.state === 'stuck'));
  return (
    <Table caption={words.caption} columns={[columns.work, columns.state, columns.since, columns.heard]}>
      {sorted.map((item) => {
        const { word, look, mark } = QUEUE_STATES[item.state];
        return (
          <tr key={`${item.queue} ${item.projectId ?? ''}`}>
            <th scope="row">{workOf(item, labels)}</th>
            <td>
              <Lozenge look={look} mark={mark}>
                {word}
              </Lozenge>
            </td>
            <td data-label={columns.since}>
              <Moment iso={item.since} now={at} timezone={timezone} />
            </td>
            <td data-label={columns.heard}>
              <Moment iso={item.movedAt} now={at} timezone={timezone} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function workOf({ queue, projectId }: QueueItem, labels: ProjectLabels): string {
  const work = words.names[queue];
  return projectId === undefined ? work : fill(words.inProject, { work, project: labels(projectId).label });
}
