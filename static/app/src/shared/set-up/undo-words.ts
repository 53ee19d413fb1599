/**
 * What undo would do and what it did, in words. Pure.
 */
import type { KeptBecause, RunStep, SetupRun, UndoItem } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, formatCount, plural } from '../strings/fill';
import { isScreenScheme } from './happens';
import { objectName } from './health-words';

const words = setUp.undo;

/** Why an object is removed or kept. */
export function undoReason({ action, kept, issues, projectId }: UndoItem): string {
  if (action === 'remove') return projectId === undefined ? words.removeWhy : words.removeWhyProject;
  if (kept === 'usedByIssues' && issues !== undefined && issues > 0) {
    return plural(words.kept.usedByIssuesCount, issues);
  }
  return words.kept[kept ?? 'notMadeByUs'];
}

export interface UndoResult {
  readonly look: 'all' | 'part' | 'none';
  /** "17 of 19 removed." */
  readonly removed: string;
  /** One sentence for each reason. */
  readonly kept: readonly string[];
}

const REASONS: readonly KeptBecause[] = ['usedByIssues', 'usedByProjects', 'changedByOthers', 'notMadeByUs'];

/** What an undo that has ended came to. What was never ours does not make it partial. */
export function undoResult({ steps }: SetupRun): UndoResult {
  const ours = steps.filter(({ kept }) => kept !== 'notMadeByUs');
  const removed = ours.filter(({ result }) => result !== 'kept' && result !== undefined).length;
  const look = removed === ours.length ? 'all' : removed === 0 ? 'none' : 'part';
  const kept = REASONS.map((reason) => [reason, steps.filter((step) => step.kept === reason)] as const)
    .filter(([, those]) => those.length > 0)
    .map(([reason, those]) => fill(words.result[reason], { objects: those.map(keptName).join(', ') }));
  return {
    look,
    removed: fill(words.result.removed, { done: formatCount(removed), count: formatCount(ours.length) }),
    kept,
  };
}

/** "field “Treatment” (3 issues)": in the middle of a sentence. */
function keptName(step: RunStep): string {
  const { kind, name: own, issues = 0 } = step;
  const kindWord = setUp.runCard.kinds[isScreenScheme(step.step) ? 'screenScheme' : kind];
  const name = kind === 'project' ? objectName(step) : fill(words.result.object, { kind: kindWord, name: own });
  return issues === 0 ? name : plural(words.result.objectIssues, issues, { name });
}
