/**
 * The one sentence under a plan: where changes would be made, and what stays for people. Pure.
 */
import type { ProjectName } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, formatCount, plural } from '../strings/fill';
import type { PlanChanges } from './plan-changes';

const words = setUp.footer;

/** "26 on the site, 3 in SHOP. PART is yours to do by hand." */
export function footerWords(
  { total, onSite, inProjects, byHand, leftOut, blocking }: PlanChanges,
  { anyProject, ofSite }: { readonly anyProject: boolean; readonly ofSite: boolean },
): string {
  if (blocking > 0) return plural(words.blocked, blocking);
  const people = [
    byHand.length === 0 ? '' : plural(words.byHand, byHand.length, { projects: keysOf(byHand) }),
    leftOut.length === 0 ? '' : plural(words.leftOut, leftOut.length, { projects: keysOf(leftOut) }),
  ];
  if (total === 0) {
    const nothing = anyProject || !ofSite ? words.allRight : words.chooseProject;
    return sentences([byHand.length + leftOut.length === 0 ? nothing : '', ...people]);
  }
  const where = [ofSite && onSite > 0 ? plural(words.site, onSite) : '', projectWords(inProjects)];
  const made = where.filter((part) => part !== '').join(', ');
  return sentences([`${made}.`, ...people, anyProject || !ofSite ? '' : words.nothingChosen]);
}

function projectWords(inProjects: PlanChanges['inProjects']): string {
  const [only, second] = inProjects;
  if (only === undefined) return '';
  if (second === undefined) return fill(words.inProject, { count: formatCount(only.count), key: only.project.key });
  const count = inProjects.reduce((sum, each) => sum + each.count, 0);
  return fill(words.inProjects, { count: formatCount(count), projects: formatCount(inProjects.length) });
}

/** Keys in a sentence; the cards name the rest. */
const NAMED = 3;

function keysOf(projects: readonly ProjectName[]): string {
  const keys = projects.map(({ key }) => key);
  if (keys.length > NAMED) return plural(setUp.health.projects, keys.length);
  const last = keys.at(-1) ?? '';
  return keys.length < 2 ? last : `${keys.slice(0, -1).join(', ')} ${setUp.and} ${last}`;
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
