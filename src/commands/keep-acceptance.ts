/**
 * Makes a risk in Jira say the same as its decisions, whoever left it otherwise: somebody who used Jira's own buttons, a
 * call that was cut off, or the calendar. Everything here can be killed anywhere and called again.
 *
 * An entry that the app adds comes first, because only one can win its number; then the one comment about it, then the
 * transition. So who finds the entry without the rest goes on with it, once whoever added it is dead for sure.
 */
import type { Accepted, Asked, Decision } from '../domain/acceptance';
import { acceptanceState } from '../domain/acceptance-state';
import { dutyOf, type Duty, type RiskPlace } from '../domain/acceptance-duty';
import type { RiskStatusKey } from '../domain/site-setup';
import { addComment, getComment, newestComments, type JiraComment } from '../jira/comment';
import { JiraError } from '../jira/errors';
import { editIssue, getIssue, type JiraIssue } from '../jira/issue';
import { dayOf, statusOf } from '../jira/issue-fields';
import { readDecisionsOn } from '../storage/decisions';
import { bringingBackWords } from './acceptance-words';
import { append, type NewDecision } from './append-decision';
import { bringRisk } from './bring-risk';
import type { CommandContext } from './context';
import { riskHere, type RiskHere } from './risks-here';

/** Of a comment that the app wrote about an entry: that entry's number. */
const ABOUT_PROPERTY = 'shift-up.acceptance';
/** The comment about an entry is looked for among the newest. */
const LOOKED_AT = 50;
/** From then on whoever added an entry is dead for sure: a function lives 55 s at most. */
const DEAD_AFTER_MS = 120_000;
/** Duties that can follow from each other; more would be a quarrel. */
const DUTIES_MOST = 8;

export interface Kept {
  readonly here: RiskHere;
  readonly decisions: readonly Decision[];
}

/**
 * @param context with Jira as the app, whatever the person may do: what follows from decisions follows for everybody.
 * @param fresh number of an entry that the caller has just added: nobody can have brought the risk away since.
 * @returns the risk as it was read last, and its decisions.
 * @throws Refusal as `riskHere`, and `conflict` where the workflow offers no way; JiraError
 */
export async function keepAcceptance(context: CommandContext, riskId: string, fresh?: number): Promise<Kept> {
  const own = new Set(fresh === undefined ? [] : [fresh]);
  for (let done = 0; ; done += 1) {
    // The risk first: a risk that is found in Accepted was brought there by a decision that can be read then.
    const here = await riskHere(context, riskId);
    const decisions = await readDecisionsOn(riskId);
    const statusIds = here.setup.riskStatusIds;
    if (statusIds === undefined || done === DUTIES_MOST) return { here, decisions };
    const duty = dutyOf(decisions, { place: placeOf(here.risk, statusIds), expires: expiresOf(here) }, here.today);
    if (duty.duty === 'nothing') return { here, decisions };
    const keeper = new Keeper(context, here, decisions, statusIds, own);
    if ((await keeper.fulfil(duty)) === 'later') return { here, decisions };
  }
}

/** Where an issue is, as acceptances see it. */
export function placeOf({ fields }: JiraIssue, statusIds: Readonly<Record<RiskStatusKey, string>>): RiskPlace {
  const { id, category } = statusOf(fields);
  if (id === statusIds.accepted) return 'accepted';
  if (id === statusIds.awaitingAcceptance) return 'awaitingAcceptance';
  return category === 'done' ? 'closed' : 'elsewhere';
}

function expiresOf({ risk, setup }: RiskHere): string | undefined {
  return dayOf(risk.fields, setup.fields.acceptanceExpires);
}

/** `later`: somebody else is at it, or was a moment ago. */
type Outcome = 'done' | 'later';
type BroughtBack = Extract<Decision, { readonly kind: 'expired' | 'ended' }>;

class Keeper {
  constructor(
    private readonly context: CommandContext,
    private readonly here: RiskHere,
    private readonly decisions: readonly Decision[],
    private readonly statusIds: Readonly<Record<RiskStatusKey, string>>,
    /** Numbers of the entries that this call added. */
    private readonly own: Set<number>,
  ) {}

  async fulfil(duty: Duty): Promise<Outcome> {
    switch (duty.duty) {
      case 'nothing':
        return 'done';
      case 'expire':
        return this.#append({ kind: 'expired', accepted: duty.accepted.number });
      case 'void':
        return this.#append({ kind: 'withdrawn', request: duty.request.number });
      case 'follow':
        return this.#follow(duty.entry);
      case 'bringBack':
        return this.#bringBack();
      case 'reassess':
        return this.#bring('assessed');
      case 'writeDay':
        await editIssue(this.context.jira, this.#riskId, {
          fields: { [this.here.setup.fields.acceptanceExpires]: duty.until },
        });
        return 'done';
    }
  }

  get #riskId(): string {
    return this.here.risk.id;
  }

  /** Where somebody else was faster, it has to be thought over: that is the next round's. */
  async #append(what: NewDecision): Promise<Outcome> {
    const added = await append(this.here, this.decisions, this.context.now, what);
    if (added !== undefined) this.own.add(added.number);
    return 'done';
  }

  async #bring(target: 'assessed' | 'awaitingAcceptance' | 'accepted'): Promise<Outcome> {
    await bringRisk(this.context.jira, this.statusIds, this.#riskId, target);
    return 'done';
  }

  async #follow(entry: Accepted | Asked): Promise<Outcome> {
    const place = entry.kind === 'asked' ? 'awaitingAcceptance' : 'accepted';
    if (!this.own.has(entry.number) && (await this.#wasBroughtAway(entry, place))) {
      return entry.kind === 'asked'
        ? this.#append({ kind: 'withdrawn', request: entry.number })
        : this.#append({ kind: 'ended', accepted: entry.number });
    }
    return this.#bring(place);
  }

  /**
   * Since the comment of the entry the risk entered or left that status; then it is somebody's will that it is elsewhere
   * now. Where that cannot be known (the comment is gone, the history does not reach back), nothing holds any more.
   */
  async #wasBroughtAway({ commentId }: Decision, place: 'awaitingAcceptance' | 'accepted'): Promise<boolean> {
    const { jira } = this.context;
    if (placeOf(this.here.risk, this.statusIds) === 'closed') return true;
    const comment = commentId === undefined ? undefined : await existing(getComment(jira, this.#riskId, commentId));
    const since = comment?.at;
    if (since === undefined) return true;
    const { changes, changesAreAll } = await getIssue(jira, this.#riskId, { fields: [], withChanges: true });
    const reachesBack = changesAreAll || changes.some(({ created }) => created < since);
    return (
      !reachesBack || changes.some(({ created, items }) => created >= since && touches(items, this.statusIds[place]))
    );
  }

  /** Entry, comment, transition; each only where it is missing. */
  async #bringBack(): Promise<Outcome> {
    const last = this.decisions.filter(({ kind }) => ['accepted', 'expired', 'ended'].includes(kind)).at(-1);
    // An acceptance that somebody ended by moving the risk away is a matter of its own, and over.
    if (last?.kind !== 'expired' && !(last?.kind === 'ended' && last.accepted === 0)) {
      return this.#append({ kind: 'ended', accepted: 0 });
    }
    const { jira } = this.context;
    const comment = (await newestComments(jira, this.#riskId, LOOKED_AT)).find((one) => isAbout(one, last.number));
    if (comment === undefined) {
      const age = this.context.now.getTime() - Date.parse(last.at);
      if (!this.own.has(last.number) && age < DEAD_AFTER_MS) return 'later';
      await this.#comment(last);
    } else if (await this.#enteredAcceptedSince(comment)) {
      // It was brought back, and somebody did it again.
      return this.#append({ kind: 'ended', accepted: 0 });
    }
    // Somebody may have decided meanwhile.
    const decisions = await readDecisionsOn(this.#riskId);
    if (decisions.length !== this.decisions.length) return 'done';
    const { open } = acceptanceState(decisions, this.here.today);
    return this.#bring(open === undefined ? 'assessed' : 'awaitingAcceptance');
  }

  async #comment(entry: BroughtBack): Promise<void> {
    const over = this.decisions.find(
      (one): one is Accepted => one.kind === 'accepted' && one.number === entry.accepted,
    );
    await addComment(this.context.jira, this.#riskId, {
      body: bringingBackWords(over),
      properties: { [ABOUT_PROPERTY]: { version: 1, entry: entry.number } },
    });
  }

  async #enteredAcceptedSince({ at }: JiraComment): Promise<boolean> {
    if (at === undefined) return false;
    const { changes } = await getIssue(this.context.jira, this.#riskId, { fields: [], withChanges: true });
    const { accepted } = this.statusIds;
    return changes.some(
      ({ created, items }) =>
        created > at && items.some(({ fieldId, toId }) => fieldId === 'status' && toId === accepted),
    );
  }
}

function touches(items: JiraIssue['changes'][number]['items'], statusId: string): boolean {
  return items.some(({ fieldId, fromId, toId }) => fieldId === 'status' && (fromId === statusId || toId === statusId));
}

function isAbout({ properties }: JiraComment, number: number): boolean {
  const about = properties[ABOUT_PROPERTY];
  return typeof about === 'object' && about !== null && 'entry' in about && about.entry === number;
}

/** `undefined` for what is gone. */
async function existing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}
