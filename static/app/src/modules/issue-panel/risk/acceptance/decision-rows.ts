/**
 * All decisions on a risk, to be handed over: as a table, and as text. Pure. Nothing is shortened; what cannot be read says so.
 */
import type { Decision } from '../../../../../../../src/domain/acceptance';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';
import { kindWords, stateWords } from './decision-words';
import type { Told } from './use-decisions';

const words = acceptance.export;

type Column = keyof typeof words.columns;
const COLUMNS = Object.keys(words.columns) as readonly Column[];

export const DECISION_HEADERS: readonly string[] = COLUMNS.map((column) => words.columns[column]);

/** Oldest first, one row a decision, in the order of `DECISION_HEADERS`. Plain text: whoever writes a file guards it. */
export function decisionRows(
  decisions: readonly Decision[],
  told: ReadonlyMap<string, Told>,
): readonly (readonly string[])[] {
  return decisions.map((decision, index) => {
    const cells = cellsOf(decision, decisions.slice(0, index), told);
    return COLUMNS.map((column) => cells[column]);
  });
}

function cellsOf(
  decision: Decision,
  before: readonly Decision[],
  told: ReadonlyMap<string, Told>,
): Readonly<Record<Column, string>> {
  const { number, at, state, commentId } = decision;
  const one = commentId === undefined ? undefined : told.get(commentId);
  const hidden = commentId !== undefined && one === undefined;
  return {
    number: String(number),
    at,
    decision: kindWords(decision, before),
    who: hidden ? words.unknown : (one?.name ?? ''),
    until: 'until' in decision ? decision.until : '',
    justification: hidden ? words.unknown : (one?.why ?? ''),
    answers: answeredBy(decision),
    inherentLikelihood: text(state.inherent?.likelihood),
    inherentImpact: text(state.inherent?.impact),
    level: state.level ?? '',
    residualLikelihood: text(state.residual?.likelihood),
    residualImpact: text(state.residual?.impact),
    residualLevel: state.residualLevel ?? '',
    enablersDone: String(state.enablers.done),
    enablers: String(state.enablers.total),
    owned: state.owned ? words.yes : words.no,
  };
}

/** The number of the entry that this one follows. */
function answeredBy(decision: Decision): string {
  if ('request' in decision) return String(decision.request);
  return 'accepted' in decision && decision.accepted > 0 ? String(decision.accepted) : '';
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/**
 * The same to read, oldest first. What people wrote is quoted line by line, so that no line of theirs looks like one of
 * ours, and pasted into a spreadsheet none begins a formula.
 */
export function decisionsText(
  risk: { readonly key: string; readonly summary: string },
  decisions: readonly Decision[],
  told: ReadonlyMap<string, Told>,
): string {
  const entries = decisions.map((decision, index) => {
    const { who, until, justification } = cellsOf(decision, decisions.slice(0, index), told);
    const kind = kindWords(decision, decisions.slice(0, index));
    const head = [
      fill(words.entry, { number: decision.number, kind }),
      decision.at,
      ...(who === '' ? [] : [who]),
      ...(until === '' ? [] : [fill(words.until, { day: until })]),
    ].join(' · ');
    const why = justification === '' ? [] : justification.split(/\r\n|\r|\n/).map((line) => `> ${line}`);
    return [head, ...why, fill(acceptance.stateThen, { state: stateWords(decision.state) })].join('\n');
  });
  return [fill(words.title, { key: risk.key, summary: risk.summary }), ...entries].join('\n\n');
}
