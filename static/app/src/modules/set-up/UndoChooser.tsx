import { useCallback } from 'react';
import type { ProjectName } from '../../../../../src/contract/set-up';
import { Choice } from '../../shared/set-up/Choice';
import { setUp } from '../../shared/strings/en-set-up';
import { fill } from '../../shared/strings/fill';
import { SearchSelect } from '../../shared/ui/SearchSelect';
import styles from './SetUp.module.css';

export type UndoScope =
  { readonly kind: 'everything' } | { readonly kind: 'projects'; readonly projects: readonly ProjectName[] };

const words = setUp.undo;

/** What to undo: everything, or only what was done in some projects. */
export function UndoChooser({
  scope,
  onChange,
  listProjects,
}: {
  readonly scope: UndoScope;
  readonly onChange: (scope: UndoScope) => void;
  /** The projects to choose from. */
  readonly listProjects: () => Promise<readonly ProjectName[]>;
}) {
  const search = useCallback(
    async (text: string) => {
      const wanted = text.trim().toLowerCase();
      const listed = await listProjects();
      return listed.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted));
    },
    [listProjects],
  );
  return (
    <div className={styles.undo}>
      <Choice
        legend={words.scope}
        chosen={scope.kind}
        onChoose={(kind) => onChange(kind === 'everything' ? { kind } : { kind, projects: [] })}
        options={[
          { value: 'everything', label: words.everything, why: words.everythingWhy },
          { value: 'projects', label: words.someProjects, why: words.someProjectsWhy },
        ]}
      />
      {scope.kind === 'projects' ? (
        <div>
          <label className={styles.label} htmlFor="undo-projects" id="undo-projects-label">
            {words.choose}
          </label>
          <SearchSelect<ProjectName>
            id="undo-projects"
            labelId="undo-projects-label"
            describedBy="undo-projects-help"
            value={scope.projects}
            search={search}
            idOf={({ id }) => id}
            labelOf={({ name, key }) => fill(setUp.projects.option, { name, key })}
            obstacleOf={() => undefined}
            words={{ ...setUp.projects, placeholder: words.choosePlaceholder }}
            onChange={(projects) => onChange({ kind: 'projects', projects })}
          />
          <p id="undo-projects-help" className={styles.help}>
            {words.chooseHelp}
          </p>
        </div>
      ) : null}
    </div>
  );
}
