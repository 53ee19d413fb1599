import Button from '@atlaskit/button/new';
import type { Recalculation } from '../../../../../src/contract/risks';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill, formatCount, plural } from '../../shared/strings/fill';
import type { UpTo } from './bands';
import { useRecalculation } from './use-recalculation';
import styles from './levels.module.css';

const words = projectSettings.levels.following;

/** Whether the levels of the open risks follow the borders that are saved. */
export function RecalculationLine({ projectId, saved }: { readonly projectId: string; readonly saved: UpTo }) {
  const { last, goOn } = useRecalculation(projectId, saved);
  if (last === undefined) return null;
  return (
    <div className={styles.following} role="status">
      <span>{sentence(last)}</span>
      {last.state === 'failed' ? (
        <Button spacing="compact" onClick={() => void goOn()}>
          {words.goOn}
        </Button>
      ) : null}
    </div>
  );
}

function sentence({ state, total, looked, changed, failed }: Recalculation): string {
  const counts = { looked: formatCount(looked), total: formatCount(total ?? looked) };
  if (state === 'running') return total === undefined ? words.listing : fill(words.running, counts);
  if (state === 'failed') return fill(words.stopped, counts);
  const done = plural(words.done, changed);
  return failed === 0 ? done : `${done} ${plural(words.refused, failed)}`;
}
