/**
 * What is said when a dialog closed after a change. Pure.
 */
import { link as words } from '../strings/en-link';
import { fill, plural } from '../strings/fill';
import type { LinkAnswer } from './context';
import { listOfKeys } from './key-list';

/** “Linked SHOP-412 and SHOP-398”, “Created and linked SHOP-430”. */
export function answerText({ links }: LinkAnswer): string {
  const keys = listOfKeys(
    links.map(({ key }) => key),
    (count) => plural(words.more, count),
  );
  return fill(links.some(({ created }) => created) ? words.createdKeys : words.linkedKeys, { keys });
}

/** How many links `takeBackLinks` would remove; none: there is nothing to undo. */
export function freshLinks({ links }: LinkAnswer): number {
  return links.filter(({ fresh }) => fresh).length;
}

/** Said once they are taken back: issues that were made are still there. */
export function takenBackText(answer: LinkAnswer): string {
  const created = answer.links.filter((link) => link.created).map(({ key }) => key);
  const removed = plural(words.linksRemoved, freshLinks(answer));
  if (created.length === 0) return removed;
  const keys = listOfKeys(created, (count) => plural(words.more, count));
  return `${removed}. ${plural(words.staysInJira, created.length, { keys })}`;
}
