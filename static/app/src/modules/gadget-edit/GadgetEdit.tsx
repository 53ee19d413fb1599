import { useEffect, useMemo, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { appErrorOf } from '../../shared/app-error';
import { jiraAsViewer } from '../../shared/bridge';
import type { PageContext } from '../../shared/bridge';
import { DEFAULT_CONFIGURATION } from '../../shared/gadget-configuration';
import { configurationOf } from '../../shared/gadget-host';
import { Skeleton } from '../../shared/ui/Skeleton';
import { gadgetEdit } from '../../shared/strings/en-gadget-edit';
import { ErrorState } from '../../shared/ui/StatePanel';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden';
import { EditForm } from './EditForm';
import { chosenFilter } from './filter-choice';
import type { FilterChoice } from './filter-choice';
import { chosenProjects } from './project-choice';
import type { Choice } from './project-choice';
import styles from './GadgetEdit.module.css';

/** The gadget's edit form: what was chosen is looked up first, so that no name is shown that the editor may not see. */
export function GadgetEdit({ context }: { readonly context: PageContext }) {
  const configuration = useMemo(() => configurationOf(context) ?? DEFAULT_CONFIGURATION, [context]);
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let left = false;
    Promise.all([
      chosenProjects(jiraAsViewer, configuration.projects),
      chosenFilter(jiraAsViewer, configuration.filter),
    ]).then(
      ([projects, filter]) => {
        if (!left) setChosen({ projects, filter });
      },
      (reason: unknown) => {
        if (!left) setError(appErrorOf(reason));
      },
    );
    return () => {
      left = true;
    };
  }, [configuration, attempt]);

  if (error !== undefined) {
    const again = () => {
      setError(undefined);
      setAttempt(attempt + 1);
    };
    return <ErrorState error={error} onRetry={again} />;
  }
  return (
    <main className={styles.page}>
      <VisuallyHidden>
        <h1>{gadgetEdit.label}</h1>
      </VisuallyHidden>
      {chosen === undefined ? (
        <Placeholder />
      ) : (
        <EditForm configuration={configuration} chosen={chosen.projects} chosenFilter={chosen.filter} />
      )}
    </main>
  );
}

interface Chosen {
  readonly projects: readonly Choice[];
  readonly filter: FilterChoice | undefined;
}

function Placeholder() {
  return (
    <div className={styles.form} aria-busy="true">
      {[2.5, 2.5, 8.5, 2.5].map((height, index) => (
        <div key={index} className={styles.field}>
          <span className={styles.label}>
            <Skeleton width="4rem" height="1rem" />
          </span>
          <Skeleton height={`${height}rem`} />
        </div>
      ))}
    </div>
  );
}
