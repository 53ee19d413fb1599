/**
 * What happened since the last look, as lines. Pure.
 */
import type { Changed, SinceLastLook } from '../../../../../../../src/reads/review-view';
import type { LastReview } from '../../../../../../../src/reads/risk-view';
import { shortDay } from '../../../../shared/days';
import { common } from '../../../../shared/strings/en-common';
import { panel } from '../../../../shared/strings/en-panel';
import { review } from '../../../../shared/strings/en-review';
import { fill, plural } from '../../../../shared/strings/fill';

const words = review.since;
/** So many issues are named on one line. */
const NAMED_MOST = 3;

export type LineKind = 'done' | 'started' | 'worse' | 'changed' | 'added';

export interface SinceLine {
  readonly id: string;
  readonly kind: LineKind;
  /** What happened. */
  readonly text: string;
  /** To which, or by whom. */
  readonly detail: string;
}

/**
 * News of enablers first, then of levels, then of everything else.
 * @param review of the last time, whose record knows the levels of then; they are told where no score tells them.
 * @param today ISO day of the viewer.
 */
export function sinceLines(since: SinceLastLook, last: LastReview | undefined, today: string): readonly SinceLine[] {
  const { enablers } = since;
  const scored = (residual: boolean) => since.scores.some(({ part }) => part.startsWith('residual') === residual);
  const changed = <T extends string | number>(
    what: keyof typeof words.what,
    change: Changed<T> | undefined,
    say: (value: T) => string = String,
  ): readonly SinceLine[] => (change === undefined ? [] : [changedLine(what, change, say, today)]);
  return [
    ...issuesLine('done', 'done', enablers.done),
    ...issuesLine('started', 'started', enablers.started),
    ...issuesLine('reopened', 'worse', enablers.reopened),
    ...issuesLine('dropped', 'worse', enablers.dropped),
    ...issuesLine('linked', 'added', enablers.linked),
    ...since.scores.flatMap(({ part, ...change }) => changed(part, change)),
    ...(scored(false) ? [] : levelLine('level', last?.since.level)),
    ...(scored(true) ? [] : levelLine('residualLevel', last?.since.residualLevel)),
    ...changed('status', since.status),
    ...changed('owner', since.owner),
    ...changed('treatment', since.treatment, (treatment) => panel.risk.treatments[treatment]),
    ...issuesLine('threatened', 'added', since.threatened),
    ...(since.rewritten.length === 0
      ? []
      : [
          line(
            'rewritten',
            'changed',
            fill(words.rewritten, { texts: since.rewritten.map((text) => words.texts[text]).join(', ') }),
          ),
        ]),
  ];
}

/** “2 enablers done: Every export is logged, An export asks for a reason”. */
function issuesLine(
  what: 'done' | 'started' | 'reopened' | 'dropped' | 'linked' | 'threatened',
  kind: LineKind,
  issues: readonly { readonly key: string; readonly summary: string }[],
): readonly SinceLine[] {
  if (issues.length === 0) return [];
  const named = issues.slice(0, NAMED_MOST).map(({ key, summary }) => `${key} ${summary}`);
  const rest = issues.length - named.length;
  const detail = [...named, ...(rest === 0 ? [] : [plural(words.more, rest)])].join(', ');
  return [line(what, kind, plural(words[what], issues.length), detail)];
}

function changedLine<T extends string | number>(
  what: keyof typeof words.what,
  { was, is, by, at }: Changed<T>,
  say: (value: T) => string,
  today: string,
): SinceLine {
  const told = (value: T | undefined) => (value === undefined ? words.none : say(value));
  const day = shortDay(at.slice(0, 10), today);
  return line(
    what,
    'changed',
    fill(words.changed, { what: words.what[what], was: told(was), is: told(is) }),
    by === undefined || by.name === '' ? fill(words.on, { day }) : fill(words.by, { name: by.name, day }),
  );
}

function levelLine(what: 'level' | 'residualLevel', change: LastReview['since']['level']): readonly SinceLine[] {
  if (change === undefined) return [];
  const told = (level: typeof change.was) => (level === undefined ? words.none : common.level[level]);
  const text = fill(words.changed, { what: words.what[what], was: told(change.was), is: told(change.is) });
  return [line(what, 'changed', text)];
}

function line(id: string, kind: LineKind, text: string, detail = ''): SinceLine {
  return { id, kind, text, detail };
}

/** “Since the last review, 14 Oct by Mara Lindqvist”. */
export function sinceHeading(since: SinceLastLook, last: LastReview | undefined, today: string): string {
  if (since.from === undefined) return words.always;
  const day = shortDay(since.from.slice(0, 10), today);
  if (!since.reviewed) return fill(words.made, { day });
  const name = last?.by?.name ?? '';
  return name === '' ? fill(words.reviewed, { day }) : fill(words.reviewedBy, { day, name });
}
