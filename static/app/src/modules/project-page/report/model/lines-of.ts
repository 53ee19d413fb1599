/**
 * The three lists below the blocks: what was closed, what got worse, what has to be decided. Issues are named as this viewer
 * may see them; one that they may not see is counted, not named. Pure.
 */
import type { ComputedDecision, WorseRisk } from '../../../../../../../src/domain/report';
import type { ReportIssue } from '../../../../../../../src/reads/report-view';
import { shortDay } from '../../../../shared/days';
import { common } from '../../../../shared/strings/en-common';
import { report } from '../../../../shared/strings/en-report';
import { fill, plural } from '../../../../shared/strings/fill';
import { firstSentence } from './first-sentence';
import type { LineOnSlide, LinesOnSlide } from './slide';
import type { SlideFacts } from './slide-of';

/** Lines that fit. */
const MOST = { closed: 4, worse: 3, decisions: 3 } as const;

/** Characters of what Jira knows that fit into a line of each list. */
const FITS = { closed: 72, worse: 80, decisions: 48 } as const;

const words = report.since;

export function closedLines({ numbers, names, before }: SlideFacts): LinesOnSlide {
  const { closed, closedCount, from, day } = numbers;
  const count = closedCount;
  return {
    heading:
      before === undefined
        ? plural(words.closedFirst, count, { day: shortDay(from, day) })
        : plural(words.closed, count),
    none: words.closedNone,
    ...shown(closed, closedCount, MOST.closed, (id) => {
      const issue = names.issues.get(id);
      return issue && closedLine(issue);
    }),
  };
}

/** What it protected, where somebody wrote that down; a title is for those who know the product. */
function closedLine({ id, key, summary, businessImpact }: ReportIssue): LineOnSlide {
  const text =
    businessImpact === undefined
      ? firstSentence(summary, FITS.closed)
      : fill(words.averted, { impact: lowerFirst(firstSentence(businessImpact, FITS.closed)) });
  return { id, lead: '', text: ended(text), sub: '', issueKey: key };
}

export function worseLines({ numbers, names }: SlideFacts): LinesOnSlide {
  const { worse, worseCount, day } = numbers;
  return {
    heading: plural(words.worse, worseCount),
    none: words.worseNone,
    ...shown(worse, worseCount, MOST.worse, (risk) => {
      const issue = names.issues.get(risk.issueId);
      return issue && worseLine(risk, issue, day);
    }),
  };
}

function worseLine({ level, before }: WorseRisk, issue: ReportIssue, today: string): LineOnSlide {
  const { id, key, summary, businessImpact, owner, due } = issue;
  const name = common.level[level].toLowerCase();
  return {
    id,
    lead:
      before === undefined
        ? fill(words.isNew, { level: name })
        : fill(words.rose, { level: name, before: common.level[before].toLowerCase() }),
    text: ended(firstSentence(businessImpact ?? summary, FITS.worse)),
    sub: [
      due === undefined ? undefined : fill(words.due, { day: shortDay(due, today) }),
      owner === undefined ? words.unowned : undefined,
    ]
      .filter((text) => text !== undefined)
      .join(' '),
    issueKey: key,
  };
}

/** What the author asks for comes first. */
export function decisionLines({ numbers, text, names }: SlideFacts): LinesOnSlide {
  const { decisions, decisionCount, day } = numbers;
  const typed = text.decisions.map(({ text: question, who, by }, index): LineOnSlide => ({
    id: `typed-${String(index)}`,
    lead: '',
    text: question,
    sub: whoBy(who, by, day),
    issueKey: undefined,
  }));
  const room = Math.max(0, MOST.decisions - typed.length);
  const computed = shown(decisions, decisionCount, room, (decision) => decisionLine(decision, names, day));
  const lines = [...typed.slice(0, MOST.decisions), ...computed.lines];
  return {
    heading: report.decisions.heading,
    none: report.decisions.none,
    lines,
    rest: restOf(typed.length + decisionCount - lines.length - computed.hidden, computed.hidden, report.decisions.more),
  };
}

function whoBy(who: string, by: string | undefined, today: string): string {
  if (by === undefined) return who;
  const day = shortDay(by, today);
  return who === '' ? fill(report.decisions.by, { day }) : fill(report.decisions.whoBy, { who, day });
}

function decisionLine(decision: ComputedDecision, names: SlideFacts['names'], today: string): LineOnSlide | undefined {
  const say = report.decisions;
  if (decision.kind === 'ship') {
    const version = names.versions.get(decision.versionId) ?? report.goLive.gone;
    return {
      id: `ship-${decision.versionId}`,
      lead: '',
      text: plural(say.ship, decision.unprotected, { version }),
      sub: say.shipWho,
      issueKey: undefined,
    };
  }
  const issue = names.issues.get(decision.issueId);
  if (issue === undefined) return undefined;
  const risk = firstSentence(issue.summary, FITS.decisions);
  const line = { id: `${decision.kind}-${issue.id}`, lead: '', issueKey: issue.key };
  switch (decision.kind) {
    case 'owner':
      return { ...line, text: fill(say.owner, { risk }), sub: say.ownerWho };
    case 'accept':
      return { ...line, text: fill(say.accept, { risk }), sub: say.acceptWho };
    case 'keepAccepting': {
      const day = shortDay(decision.until, today);
      const sub =
        issue.owner === undefined ? fill(say.keepNobody, { day }) : fill(say.keepWho, { owner: issue.owner, day });
      return { ...line, text: fill(say.keep, { risk, day }), sub };
    }
  }
}

/** The first that may be seen, as many as fit; of the others, how many, and how many of those named are not for this viewer. */
function shown<Item>(
  items: readonly Item[],
  count: number,
  most: number,
  lineOf: (item: Item) => LineOnSlide | undefined,
): { readonly lines: readonly LineOnSlide[]; readonly rest: readonly string[]; readonly hidden: number } {
  const found = items.map(lineOf);
  const hidden = found.filter((line) => line === undefined).length;
  const lines = found.filter((line) => line !== undefined).slice(0, most);
  return { lines, hidden, rest: restOf(count - lines.length - hidden, hidden, words.more) };
}

function restOf(
  more: number,
  hidden: number,
  moreWords: { readonly one: string; readonly other: string },
): readonly string[] {
  return [...(more > 0 ? [plural(moreWords, more)] : []), ...(hidden > 0 ? [plural(words.notVisible, hidden)] : [])];
}

function ended(sentence: string): string {
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** Within a sentence; an abbreviation stays as it is. */
function lowerFirst(sentence: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
