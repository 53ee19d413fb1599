import { findProjects } from '../../../../../src/jira/project';
import type { JiraProject } from '../../../../../src/jira/project';
import { jiraAsViewer } from '../../shared/bridge';
import { setUp } from '../../shared/strings/en-set-up';
import { fill } from '../../shared/strings/fill';
import { SearchSelect } from '../../shared/ui/SearchSelect';
import styles from './SetUp.module.css';

const words = setUp.projects;

/** Which projects Shift-Up is added to. Those that no app can change are listed, with the reason. */
export function ProjectPicker({
  value,
  onChange,
}: {
  readonly value: readonly JiraProject[];
  readonly onChange: (projects: readonly JiraProject[]) => void;
}) {
  return (
    <div className={styles.card}>
      <label className={styles.label} htmlFor="projects" id="projects-label">
        {words.label}
      </label>
      <SearchSelect<JiraProject>
        id="projects"
        labelId="projects-label"
        describedBy="projects-help"
        value={value}
        search={search}
        idOf={({ id }) => id}
        labelOf={({ name, key }) => fill(words.option, { name, key })}
        obstacleOf={obstacleOf}
        words={words}
        onChange={onChange}
      />
      <p id="projects-help" className={styles.help}>
        {words.help}
      </p>
    </div>
  );
}

function search(text: string): Promise<readonly JiraProject[]> {
  return findProjects(jiraAsViewer, text);
}

function obstacleOf({ archived, teamManaged }: JiraProject): string | undefined {
  if (archived) return words.archived;
  return teamManaged ? words.teamManaged : undefined;
}
