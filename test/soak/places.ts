/**
 * Places for which somebody can be told that something stands there, by name; and what stands there now, looked up in
 * Jira and in the app's storage directly.
 */
import { plainTextOf } from '../../src/jira/document';
import type { Issue } from '../local-jira/state/issue-entities';
import type { Tenant } from './tenant';

export const place = {
  field: (issueId: string, fieldId: string) => `field ${issueId} ${fieldId}`,
  status: (issueId: string) => `status ${issueId}`,
  summary: (issueId: string) => `summary ${issueId}`,
  link: (typeId: string, sourceId: string, targetId: string) => `link ${sourceId} ${targetId} ${typeId}`,
  /** There since somebody was told that it was made. */
  issue: (issueId: string) => `issue ${issueId}`,
  criterion: (issueId: string, line: string) => `criterion ${issueId} ${line}`,
  /** The comment of this idempotency key. */
  comment: (issueId: string, key: string) => `comment ${issueId} ${key}`,
  /** The entry whose comment has this idempotency key. */
  decision: (issueId: string, key: string) => `decision ${issueId} ${key}`,
  withdrawal: (issueId: string, request: number) => `withdrawal ${issueId} ${request}`,
  hintWords: (projectId: string) => `hintWords ${projectId}`,
  bands: (projectId: string) => `bands ${projectId}`,
  draft: (projectId: string) => `draft ${projectId}`,
  frozen: (projectId: string, number: number) => `frozen ${projectId} ${number}`,
  /** Where the gate's rule acts for the project; looked up at rest. */
  gate: (projectId: string) => `gate ${projectId}`,
  /** It stands in the app's storage, or goes with the app. */
  isStored: (name: string) => /^(decision|withdrawal|hintWords|bands|draft|frozen|gate) /.test(name),
} as const;

export const NOTHING = 'nothing';

/** As kept in Jira's state: option id, account id, day, or the text of a document. */
export function valueOfField({ custom }: Issue, fieldId: string): string {
  const value = custom[fieldId];
  if (value === undefined) return NOTHING;
  return typeof value === 'object' && 'type' in value ? plainTextOf(value) : JSON.stringify(value);
}

/** What stands there; `undefined` where an issue that it is about is gone, so that nobody can say. */
export function standingIn(
  tenant: Tenant,
  store: Readonly<Record<string, unknown>>,
): (name: string) => string | undefined {
  const { state } = tenant.site.jira;
  const stored = (key: string) => store[key] as Readonly<Record<string, unknown>> | undefined;
  const commentOf = (issueId: string, key: string) =>
    state.comments.find((one) => one.issueId === issueId && onceKeyOf(tenant, `comment:${one.id}`) === key);
  return (name) => {
    const [kind, first = '', second = ''] = name.split(' ');
    const issue = state.issues.get(first);
    const { further } = tenant;
    // Undo takes them with it, and another workflow has other statuses.
    if (place.isStored(name) && first === further.id) return undefined;
    if (kind === 'status' && issue?.projectId === further.id) return undefined;
    switch (kind) {
      case 'field':
        if (second === tenant.setupFor(first).fields.nextReview && tenant.bandsChanged.has(issue?.projectId ?? ''))
          return undefined;
        return issue && valueOfField(issue, second);
      case 'status':
        return issue?.statusId;
      case 'summary':
        return issue?.summary;
      case 'issue':
        return issue === undefined ? 'gone' : 'there';
      case 'link': {
        const typeId = name.split(' ')[3];
        if (issue === undefined || state.issues.get(second) === undefined) return undefined;
        const isLinked = issue.links.some(
          (end) => end.typeId === typeId && end.direction === 'outward' && end.otherId === second,
        );
        return isLinked ? 'there' : 'gone';
      }
      case 'criterion': {
        const line = name.split(' ').slice(2).join(' ');
        return issue && (plainTextOf(issue.description).includes(line) ? 'there' : 'gone');
      }
      case 'comment':
        return issue && (commentOf(first, second) === undefined ? 'gone' : 'there');
      case 'decision': {
        const commentId = commentOf(first, second)?.id;
        const entry = decisionsOn(store, first).find((one) => one['commentId'] === commentId);
        return (
          issue &&
          (entry === undefined ? 'gone' : `${JSON.stringify(entry['kind'])} ${JSON.stringify(entry['request'] ?? '')}`)
        );
      }
      case 'withdrawal': {
        const is = decisionsOn(store, first).some((one) => one['kind'] === 'withdrawn' && one['request'] === +second);
        return issue && (is ? 'there' : 'gone');
      }
      case 'hintWords':
        return JSON.stringify(newestSettings(stored, first)?.['hintWords']);
      case 'bands':
        return JSON.stringify(newestSettings(stored, first)?.['bands']);
      case 'draft':
        return JSON.stringify(newestDraft(stored, first)?.['headline'] ?? '');
      case 'frozen':
        return JSON.stringify(
          (stored(`report:${first}:${second}`)?.['text'] as { headline?: string } | undefined)?.headline ?? NOTHING,
        );
      case 'gate':
        return tenant.guardedAtRest.get(first);
      default:
        throw new Error(`no place is called ${name}`);
    }
  };
}

type Stored = (key: string) => Readonly<Record<string, unknown>> | undefined;

function newestSettings(stored: Stored, projectId: string) {
  let setup = stored(`project-setup:${projectId}`);
  for (;;) {
    const next = stored(`project-setup-after:${projectId}:${String(setup?.['token'])}`);
    if (next === undefined) return setup?.['settings'] as Readonly<Record<string, unknown>> | undefined;
    setup = next;
  }
}

function newestDraft(stored: Stored, projectId: string) {
  let draft = stored(`report-draft:${projectId}`);
  for (;;) {
    const next = stored(`report-draft-after:${projectId}:${JSON.stringify(draft?.['revision'] ?? 0)}`);
    if (next === undefined) return draft;
    draft = next;
  }
}

/** As stored, in the order of their numbers. */
export function decisionsOn(store: Readonly<Record<string, unknown>>, riskId: string) {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (let number = 1; ; number += 1) {
    const entry = store[`decision:${riskId}:${number}`];
    if (entry === undefined) return found;
    found.push(entry as Readonly<Record<string, unknown>>);
  }
}

/** The idempotency key that an issue (`issue:10000`) or comment (`comment:10000`) was made with. */
export function onceKeyOf(tenant: Tenant, entity: string): unknown {
  const mark = tenant.site.jira.state.properties.get(entity)?.['shift-up.once'];
  return typeof mark === 'object' && mark !== null && 'key' in mark ? mark.key : undefined;
}
