/**
 * Why a project cannot block at all, in a sentence. Pure.
 */
import type { GatePlan } from '../../../../../src/contract/settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill, plural } from '../../shared/strings/fill';

/** `undefined`: the person may let transitions block. */
export function obstacleOf(plan: GatePlan): string | undefined {
  const words = projectSettings.gate;
  if (plan.impossible !== undefined) return words.impossible[plan.impossible];
  return plan.mayAttach ? undefined : fill(words.needsJiraAdmin, { others: listed(otherProjects(plan)) });
}

/** The keys of the other projects that use the workflows, and how many more the person may not see. */
export function otherProjects({ others, hidden }: GatePlan): readonly string[] {
  const names = others.map(({ key }) => key);
  if (hidden > 0) names.push(plural(projectSettings.gate.uninstall.hidden, hidden));
  return names;
}

/** “A”, “A and B”, “A, B and C”. */
export function listed(parts: readonly string[]): string {
  return lists.format(parts);
}

const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
