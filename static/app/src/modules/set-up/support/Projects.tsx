import type { SupportProject } from '../../../../../../src/contract/support';
import { Lozenge } from '../../../shared/set-up/Lozenge';
import { support } from '../../../shared/strings/en-support';
import { Moment } from './Moment';
import type { ProjectLabels } from './project-labels';
import { Table } from './Table';
import styles from './support.module.css';

const words = support.projects;

/** Every project that Shift-Up was added to. */
export function Projects({
  projects,
  labels,
  at,
  timezone,
}: {
  readonly projects: readonly SupportProject[];
  readonly labels: ProjectLabels;
  /** ISO: when this was read. */
  readonly at: string;
  readonly timezone: string;
}) {
  if (projects.length === 0) return <p className={styles.nothing}>{words.nothing}</p>;
  const { columns } = words;
  return (
    <Table
      caption={words.caption}
      columns={[columns.project, columns.kind, columns.gate, columns.looked, columns.work]}
    >
      {projects.map((project) => {
        const { label, isHidden } = labels(project.projectId);
        return (
          <tr key={project.projectId}>
            <th scope="row">
              {label}
              {isHidden ? <span className={styles.second}>{words.hiddenWhy}</span> : null}
            </th>
            <td>{project.teamManaged ? words.teamManaged : words.companyManaged}</td>
            <td data-label={columns.gate}>{words.gates[project.gate]}</td>
            <td data-label={columns.looked}>
              {project.lookedAt === undefined ? (
                words.neverLooked
              ) : (
                <Moment iso={project.lookedAt} now={at} timezone={timezone} />
              )}
            </td>
            <td>
              <Work project={project} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Work({ project: { levels, history } }: { readonly project: SupportProject }) {
  const said = [
    levels === undefined ? undefined : { word: words.levels[levels], isBad: levels === 'failed' },
    history === undefined ? undefined : { word: words.history[history], isBad: history === 'failed' },
  ].filter((one) => one !== undefined);
  if (said.length === 0) return words.nothingRun;
  return said.map(({ word, isBad }) =>
    isBad ? (
      <Lozenge key={word} look="danger" mark="failed">
        {word}
      </Lozenge>
    ) : (
      <span key={word} className={styles.line}>
        {word}
      </span>
    ),
  );
}
