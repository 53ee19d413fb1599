import { projectSettings } from '../../shared/strings/en-project-settings';
import { Skeleton } from '../../shared/ui/Skeleton';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import styles from './layout.module.css';

/** Heights of the fields of each section, in rem: what comes in their place is as high. */
const SECTIONS = [[3.25, 3.25], [4, 4, 4], [15, 1.5], [9.5, 1.5, 2], [31], [4.5]];

/** Holds the place of the form. */
export function Loading() {
  return (
    <main className={styles.page} aria-busy="true">
      <header className={styles.header}>
        <p className={styles.place}>
          <Skeleton width="14rem" />
        </p>
        <h1 className={styles.title}>{projectSettings.title}</h1>
      </header>
      <LiveText>{projectSettings.loading}</LiveText>
      {SECTIONS.map((fields, section) => (
        <div key={section} className={styles.section}>
          <div>
            <Skeleton width="9rem" height="1.25rem" />
          </div>
          <div className={styles.fields}>
            {fields.map((height, field) => (
              <Skeleton key={field} height={`${height}rem`} radius="var(--ds-radius-medium)" />
            ))}
          </div>
        </div>
      ))}
    </main>
  );
}
