/**
 * What happened to a risk since somebody last looked at it, from its history and its enablers. Pure.
 */
import type { SiteSetup } from '../domain/site-setup';
import type { ChangedField, IssueChange, JiraIssue } from '../jira/issue';
import { instantOf } from '../jira/issue-fields';
import { RISK_TEXTS, SCORE_PARTS, type Changed, type RiskText, type SinceLastLook } from './review-view';
import type { EnablerView, RiskView } from './risk-view';
import { meaningOf, personView, ratingOf } from './values';

/** A review writes its comment first and the fields after it: what follows within this time is part of the review. */
const REVIEW_TAKES_MS = 30_000;
/** An issue enters its first status when it is made, to the millisecond or nearly so. */
const AT_ONCE_MS = 5_000;

/**
 * @param history of the risk: with its `created` field and its changes.
 * @returns only what the viewer may see: of links, those whose other end is in `risk`.
 */
export function sinceLastLook(setup: SiteSetup, risk: RiskView, history: JiraIssue): SinceLastLook {
  const { lastReview } = risk;
  const reviewedAt = lastReview?.at;
  const identified = instantOf(history.fields, 'created');
  const from = reviewedAt ?? identified;
  const after = from === undefined ? -Infinity : Date.parse(from) + (reviewedAt === undefined ? 0 : REVIEW_TAKES_MS);
  const changes = history.changes.filter(({ created }) => Date.parse(created) > after);
  const items = changes.flatMap(({ items: some }) => some);
  const reviewed = reviewedAt !== undefined;
  // Of a risk that nobody looked at before, being written down and filled in is no news.
  const linked = new Set(reviewed ? items.filter(isNewLink).map(({ toId }) => toId) : []);
  const { fields, options } = setup;
  const value = <T>(fieldId: string, read: (item: ChangedField, side: 'from' | 'to') => T | undefined) =>
    changeOf(changes, fieldId, read, reviewed);
  return {
    from,
    identified,
    reviewed,
    partial: !history.changesAreAll && changes.length === history.changes.length,
    enablers: enablersSince(risk.enablers, from, linked),
    threatened: risk.threatens.filter(({ key }) => linked.has(key)),
    scores: SCORE_PARTS.flatMap((part) => {
      const change = value(fields[part], (item, side) => ratingOf(options[part], idOn(item, side)));
      return change === undefined ? [] : [{ ...change, part }];
    }),
    owner: value(fields.riskOwner, nameOn),
    status: value('status', nameOn),
    treatment: value(fields.treatment, (item, side) => meaningOf(options.treatment, idOn(item, side))),
    rewritten: RISK_TEXTS.filter((text) =>
      items.some(({ fieldId, from: old }) => fieldId === fieldOf(setup, text) && (reviewed || old !== '')),
    ),
  };
}

function enablersSince(
  enablers: readonly EnablerView[],
  from: string | undefined,
  linked: ReadonlySet<string>,
): SinceLastLook['enablers'] {
  const after = from === undefined ? -Infinity : Date.parse(from);
  const moved = enablers.filter((enabler) => wasMovedAfter(enabler, after));
  const counted = moved.filter(({ dropped }) => !dropped);
  const into = (category: EnablerView['status']['category']) =>
    counted.filter(({ status }) => status.category === category);
  return {
    done: into('done'),
    started: into('inProgress'),
    reopened: into('toDo'),
    dropped: moved.filter(({ dropped }) => dropped),
    linked: enablers.filter((enabler) => linked.has(enabler.key) && !enabler.dropped && !moved.includes(enabler)),
  };
}

/** It went from one status category to another; being made is no move. */
function wasMovedAfter({ categorySince, created }: EnablerView, after: number): boolean {
  if (categorySince === undefined) return false;
  const at = Date.parse(categorySince);
  const made = created === undefined ? -Infinity : Date.parse(created);
  return at > after && at - made > AT_ONCE_MS;
}

/**
 * From the first value to the last; `undefined` where these are the same.
 * @param fromNone whether no value counts as the first one.
 */
function changeOf<T>(
  newestFirst: readonly IssueChange[],
  fieldId: string,
  read: (item: ChangedField, side: 'from' | 'to') => T | undefined,
  fromNone: boolean,
): Changed<T> | undefined {
  const found = newestFirst.flatMap((change) =>
    change.items.filter((item) => item.fieldId === fieldId).map((item) => ({ change, item })),
  );
  const [last] = found;
  const first = found.at(-1);
  if (last === undefined || first === undefined) return undefined;
  const was = read(first.item, 'from') ?? (fromNone ? undefined : read(first.item, 'to'));
  const is = read(last.item, 'to');
  return was === is ? undefined : { was, is, by: personView(last.change.author), at: last.change.created };
}

function idOn(item: ChangedField, side: 'from' | 'to'): string | undefined {
  return (side === 'from' ? item.fromId : item.toId) || undefined;
}

function nameOn(item: ChangedField, side: 'from' | 'to'): string | undefined {
  return item[side] || undefined;
}

/** Links have no field id in a history; the other issue's key stands where other fields have an id. */
function isNewLink({ fieldId, toId }: ChangedField): boolean {
  return (fieldId === '' || fieldId === 'issuelinks') && toId !== '';
}

function fieldOf({ fields }: SiteSetup, text: RiskText): string {
  return text === 'summary' || text === 'description' ? text : fields[text];
}
