import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { setUp } from '../strings/en-set-up';
import { plural } from '../strings/fill';
import { Skeleton } from '../ui/Skeleton';
import { LiveText } from '../ui/VisuallyHidden';
import { Heading } from './Heading';
import { Mark } from './Marks';

import styles from './flow.module.css';

const words = setUp.check;

/** The comparison under way: what is compared, in the place where the plan will stand. */
export function Checking({ ofSite, projects }: { readonly ofSite: boolean; readonly projects: number }) {
  const said = ofSite ? words.running : words.runningProject;
  return (
    <div aria-busy="true">
      <LiveText>{said}</LiveText>
      <p className={styles.checking}>
        <Spinner size="small" label="" />
        {said}
      </p>
      <p className={styles.subtle}>{words.readsOnly}</p>
      <ul className={styles.rows}>
        {comparedOf(ofSite, projects).map((what) => (
          <li key={what}>
            <span>{what}</span>
            <Skeleton width="7rem" height="0.75rem" />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Before a comparison: what it reads and what set-up would do. */
export function CheckView({
  ofSite,
  projects,
  takeFocus,
  onCheck,
}: {
  readonly ofSite: boolean;
  readonly projects: number;
  readonly takeFocus: boolean;
  readonly onCheck: () => void;
}) {
  return (
    <div className={styles.stack}>
      <div>
        <Heading look="lead" takeFocus={takeFocus}>
          <b>{words.heading}</b>
        </Heading>
        <p className={styles.subtle}>{words.readsOnly}</p>
      </div>
      <ul className={styles.rows}>
        {comparedOf(ofSite, projects).map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <section>
        <h3 className={styles.smallHeading}>{words.promise}</h3>
        <ul className={styles.points}>
          {words.points.map((point) => (
            <li key={point}>
              <Mark name="alreadyRight" />
              {point}
            </li>
          ))}
        </ul>
      </section>
      <div>
        <Button appearance="primary" onClick={onCheck}>
          {words.start}
        </Button>
      </div>
    </div>
  );
}

function comparedOf(ofSite: boolean, projects: number): readonly string[] {
  if (!ofSite) return words.comparedProject;
  return projects === 0 ? words.compared : [...words.compared, plural(words.schemes, projects)];
}
