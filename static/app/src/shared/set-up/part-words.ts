/**
 * What happens to one part of a project, in words. Pure.
 */
import type { PlanItem, Sharing } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { partOf } from './run-lines';

const words = setUp.projects;

export function partHappens(item: PlanItem): string {
  if (item.blocked !== undefined) return setUp.blocked[item.blocked];
  if (item.action === 'alreadyRight') return words.partRight;
  if (item.action === 'adopt') return words.partAdopted;
  const part = partOf(item.step);
  if (part === undefined) return item.name;
  const happens = words.partHappens[part];
  return isCopied(item.sharing ?? []) ? `${happens}, ${words.asCopy}` : happens;
}

function isCopied(sharing: readonly Sharing[]): boolean {
  return sharing.some(({ chosen }) => chosen === 'copy');
}
