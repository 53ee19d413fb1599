import FlagIcon from '@atlaskit/icon/core/flag';
import type { ReadinessChecks } from '../../../../../../src/domain/project-settings';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import styles from './gate-note.module.css';

/** What the project does with a story that is not ready, before anybody runs into it. */
export function GateNote({
  story: { gate, relevance, readiness },
  inForce,
}: {
  readonly story: Pick<StoryView, 'gate' | 'relevance' | 'readiness'>;
  readonly inForce: Pick<ReadinessChecks, 'answer'>;
}) {
  if (readiness.ready || gate === 'off') return null;
  // A flag needs no warning before the first decision; a block does.
  if (gate === 'flag' && relevance === 'unassessed') return null;
  const words = panel.gate;
  const block = inForce.answer === 'off' ? words.blockAssessed : words.block;
  return (
    <p className={styles.note}>
      <FlagIcon label="" size="small" color="var(--ds-icon-subtle)" />
      <span>{gate === 'block' ? block : words.flag}</span>
    </p>
  );
}
