import type { ProjectName } from '../../../../../src/contract/set-up';
import { findProjects } from '../../../../../src/jira/project';
import { jiraAsViewer } from '../../shared/bridge';
import { setUp } from '../../shared/strings/en-set-up';
import { fill } from '../../shared/strings/fill';
import { SearchSelect } from '../../shared/ui/SearchSelect';
import styles from './SetUp.module.css';

const words = setUp.projects;

interface Offered extends ProjectName {
  readonly archived?: boolean;
}

/** Which projects Shift-Up is added to. Archived ones are listed, with the reason why they cannot be chosen. */
export function ProjectPicker({
  value,
  onChange,
}: {
  readonly value: readonly ProjectName[];
  readonly onChange: (projects: readonly ProjectName[]) => void;
}) {
  return (
    <div>
      <label className={styles.label} htmlFor="projects" id="projects-label">
        {words.label}
      </label>
      <SearchSelect<Offered>
        id="projects"
        labelId="projects-label"
        describedBy="projects-help"
        value={value}
        search={search}
        idOf={({ id }) => id}
        labelOf={({ name, key }) => fill(words.option, { name, key })}
        obstacleOf={({ archived = false }) => (archived ? words.archived : undefined)}
        words={words}
        onChange={(chosen) => onChange(chosen.map(({ id, key, name }) => ({ id, key, name })))}
      />
      <p id="projects-help" className={styles.help}>
        {words.help}
      </p>
    </div>
  );
}

async function search(text: string): Promise<readonly Offered[]> {
  return findProjects(jiraAsViewer, text);
}
