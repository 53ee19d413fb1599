/**
 * What was done, in a line. Pure.
 */
import type { Assessment } from '../../../../../../src/domain/relevance';
import { answerText } from '../../../shared/link/answer-words';
import { reasons } from '../../../shared/strings/en-reasons';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill, plural } from '../../../shared/strings/fill';
import type { Assessed, Deed } from './deeds';

const words = refinement.did;

/** `undefined` where nothing came of it: everything was refused. */
export function deedWords(deed: Deed, ownReasons: ReadonlyMap<string, string> = new Map()): string | undefined {
  const { phase } = deed;
  if (phase === 'takingBack') return words.takingBack;
  switch (deed.kind) {
    case 'assessed':
      return assessedWords(deed, ownReasons);
    case 'skipped': {
      const [first] = deed.rows;
      const one = deed.rows.length === 1 && first !== undefined;
      if (phase === 'takenBack') {
        return one ? fill(words.skipTakenBack, { key: first.key }) : plural(words.takenBackMany, deed.rows.length);
      }
      return one ? fill(words.skipped, { key: first.key }) : plural(words.skippedMany, deed.rows.length);
    }
    case 'linked':
      return phase === 'takenBack' ? words.linksTakenBack : answerText(deed.answer);
    case 'movedBack':
      return fill(words.movedBack, { key: deed.row.key, status: deed.statusName });
  }
}

function assessedWords(
  { rows, saved, phase, assessment }: Assessed,
  ownReasons: ReadonlyMap<string, string>,
): string | undefined {
  const [first] = rows;
  const one = rows.length === 1 && first !== undefined;
  if (phase === 'underWay') return one ? fill(words.saving, { key: first.key }) : plural(words.savingMany, rows.length);
  if (saved.length === 0) return undefined;
  if (phase === 'takenBack') {
    return one ? fill(words.takenBack, { key: first.key }) : plural(words.takenBackMany, saved.length);
  }
  const what = assessmentWords(assessment, ownReasons);
  return one ? fill(words.saved, { key: first.key, what }) : plural(words.savedMany, saved.length, { what });
}

/** “Not relevant, wording or layout only”. */
export function assessmentWords(assessment: Assessment, ownReasons: ReadonlyMap<string, string>): string {
  if (assessment.relevance !== 'notRelevant') return words[assessment.relevance];
  switch (assessment.reason) {
    case 'own':
      return fill(words.notRelevant, { reason: ownReasons.get(assessment.optionId) ?? reasons.other });
    case 'other':
      return fill(words.notRelevant, { reason: `“${assessment.text}”` });
    default:
      return fill(words.notRelevant, { reason: inASentence(reasons[assessment.reason]) });
  }
}

function inASentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
