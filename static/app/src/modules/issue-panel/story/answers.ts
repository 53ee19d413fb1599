/**
 * What answers a relevant story, in words. Pure.
 */
import type { ReadinessChecks } from '../../../../../../src/domain/project-settings';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { plural } from '../../../shared/strings/fill';

/** “2 linked risks, an enabler”; what does not count here is left out. */
export function answersOf(
  { risks, enablers, criteria }: Pick<StoryView, 'risks' | 'enablers' | 'criteria'>,
  inForce: Pick<ReadinessChecks, 'criteria'>,
): string {
  const words = panel.checks.answer.answers;
  const counts = [
    [words.risks, risks.length],
    [words.enablers, enablers.length],
    [words.criteria, inForce.criteria === 'accepted' ? criteria.length : 0],
  ] as const;
  return counts.flatMap(([forms, count]) => (count === 0 ? [] : [plural(forms, count)])).join(', ');
}
