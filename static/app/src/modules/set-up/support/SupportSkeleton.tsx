import { support } from '../../../shared/strings/en-support';
import { Skeleton } from '../../../shared/ui/Skeleton';
import styles from './support.module.css';

/** The parts of the page, as high as on a site on which all is well. */
const PARTS = [
  [support.app.heading, styles.factsPlace],
  [support.schedules.heading, styles.schedulesPlace],
  [support.queues.heading, styles.linePlace],
  [support.errors.heading, styles.linePlace],
  [support.projects.heading, styles.projectsPlace],
] as const;

/** Holds the place of the support page while it is on its way. */
export function SupportSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <header className={styles.head}>
        <div className={styles.lead}>
          <h2 className={styles.heading}>{support.heading}</h2>
          <p>{support.intro}</p>
        </div>
        <div className={styles.actionsPlace}>
          <Skeleton height="100%" radius="var(--ds-radius-small)" />
        </div>
        <p className={styles.promise}>{support.copy.promise}</p>
      </header>
      {PARTS.map(([heading, place]) => (
        <section key={heading} className={styles.section}>
          <h3>{heading}</h3>
          <div className={place}>
            <Skeleton height="100%" radius="var(--ds-radius-large)" />
          </div>
        </section>
      ))}
    </div>
  );
}
