import { AsyncSelect } from '@atlaskit/select';
import { useCallback, useState } from 'react';
import { findProjects } from '../../../../../src/jira/project';
import type { JiraProject } from '../../../../../src/jira/project';
import { jiraAsViewer } from '../../shared/bridge';
import { setUp } from '../../shared/strings/en-set-up';
import { fill } from '../../shared/strings/fill';
import '../../shared/ui/several-select.css';
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
  const [failed, setFailed] = useState(false);
  const load = useCallback(async (text: string): Promise<JiraProject[]> => {
    try {
      const found = await findProjects(jiraAsViewer, text);
      setFailed(false);
      return [...found];
    } catch {
      setFailed(true);
      return [];
    }
  }, []);
  return (
    <div className={styles.card}>
      <label className={styles.label} htmlFor="projects" id="projects-label">
        {words.label}
      </label>
      <AsyncSelect<JiraProject, true>
        inputId="projects"
        labelId="projects-label"
        descriptionId="projects-help"
        classNamePrefix="several"
        isMulti
        isClearable={false}
        cacheOptions
        defaultOptions
        hideSelectedOptions
        value={value}
        loadOptions={load}
        onChange={(projects) => onChange(projects)}
        getOptionValue={({ id }) => id}
        getOptionLabel={labelOf}
        isOptionDisabled={(project) => obstacleOf(project) !== undefined}
        formatOptionLabel={(project, { context }) =>
          context === 'menu' ? <Option project={project} /> : labelOf(project)
        }
        placeholder={words.placeholder}
        loadingMessage={() => words.loading}
        noOptionsMessage={() => (failed ? words.failed : words.nothing)}
        maxMenuHeight={260}
      />
      <p id="projects-help" className={styles.help}>
        {words.help}
      </p>
    </div>
  );
}

function Option({ project }: { readonly project: JiraProject }) {
  const obstacle = obstacleOf(project);
  return (
    <span className={styles.option}>
      <span>{labelOf(project)}</span>
      {obstacle === undefined ? null : <span className={styles.reason}>{words[obstacle]}</span>}
    </span>
  );
}

function obstacleOf({ archived, teamManaged }: JiraProject): 'archived' | 'teamManaged' | undefined {
  if (archived) return 'archived';
  return teamManaged ? 'teamManaged' : undefined;
}

function labelOf({ name, key }: JiraProject): string {
  return fill(words.option, { name, key });
}
