import Button from '@atlaskit/button/new';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import { SmallAdd } from './Checks';
import { CriteriaEditor } from './CriteriaEditor';
import styles from './criteria.module.css';
import { CRITERIA_WAY } from './use-criteria';
import type { WritingCriteria } from './use-criteria';

const HEADING = 'panel-criteria';
const LANDING = [HEADING];

/** The security acceptance criteria that stand in the description, and the place to write more. */
export function Criteria({
  story,
  writing,
  changes,
  offerMore,
}: {
  readonly story: StoryView;
  readonly writing: WritingCriteria;
  readonly changes: Changes;
  /** False where the way stands above, or the viewer may not. */
  readonly offerMore: boolean;
}) {
  const { criteria } = story;
  const noticed = changes.notice?.place === 'criteria';
  if (criteria.length === 0 && !writing.open && !noticed) return null;
  return (
    <section className={panelStyles.section} aria-labelledby={HEADING}>
      <h3 className={`${panelStyles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
        {panel.criteria.title}
      </h3>
      <NoticeBar changes={changes} place="criteria" landing={LANDING} />
      {criteria.length === 0 ? null : (
        <ul className={styles.list}>
          {criteria.map((criterion, index) => (
            // The same sentence may stand there twice.
            <li key={index}>{criterion}</li>
          ))}
        </ul>
      )}
      {writing.open ? <CriteriaEditor writing={writing} toExisting={criteria.length > 0} /> : null}
      {!writing.open && offerMore ? (
        <div>
          <Button id={CRITERIA_WAY} spacing="compact" iconBefore={SmallAdd} onClick={writing.start}>
            {panel.criteria.more}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
