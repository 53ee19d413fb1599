/** Everything that can happen in a soak. */
import type { Act } from './act';
import { acceptanceActs } from './acts/acceptance-acts';
import { gateActs } from './acts/gate-acts';
import { jiraActs } from './acts/jira-acts';
import { linkActs } from './acts/link-acts';
import { platformActs } from './acts/platform-acts';
import { projectActs } from './acts/project-acts';
import { readingActs } from './acts/reading-acts';
import { riskActs } from './acts/risk-acts';
import { installationActs, setUpActs } from './acts/set-up-acts';
import { storyActs } from './acts/story-acts';

/** What people do, and what happens beside them. */
export const PEOPLE_ACTS: readonly Act[] = [
  ...storyActs,
  ...linkActs,
  ...riskActs,
  ...acceptanceActs,
  ...projectActs,
  ...gateActs,
  ...setUpActs,
  ...jiraActs,
  ...readingActs,
];
export const PLATFORM_ACTS: readonly Act[] = [...platformActs, ...installationActs];

/** @throws RangeError */
export function actOf(kind: string): Act {
  const found = [...PEOPLE_ACTS, ...PLATFORM_ACTS].find((act) => act.kind === kind);
  if (found === undefined) throw new RangeError(`no act is called ${kind}`);
  return found;
}
