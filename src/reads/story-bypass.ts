/**
 * How one story came to where it should be ready, from its own history.
 */
import { entryOf, isBypass, type StatusMove } from '../domain/bypass';
import type { Readiness } from '../domain/readiness';
import type { ProjectSetup } from '../domain/site-setup';
import type { IssueChange, JiraIssue } from '../jira/issue';
import { instantOf, personOf, statusOf } from '../jira/issue-fields';
import type { PersonView } from './risk-view';
import type { BypassView } from './story-view';
import { personView } from './values';

/** How the story came to where it stands, where it is not ready and should be. Costs no request. */
export function bypassOf(
  story: JiraIssue,
  { settings }: ProjectSetup,
  { missing }: Readiness,
  readyStatusIds: readonly string[],
): BypassView | undefined {
  const { fields, changes, changesAreAll } = story;
  if (!isBypass({ gate: settings.gate, missing, status: statusOf(fields) }, readyStatusIds)) return undefined;
  const made = { at: instantOf(fields, 'created'), by: personView(personOf(fields, 'creator')) };
  const entry = entryOf(statusMoves(changes), made, readyStatusIds);
  // Where the history does not reach back, nobody knows that it was created there.
  if (entry.how === 'created' && !changesAreAll) return { how: 'moved', at: undefined, by: undefined, from: undefined };
  return entry;
}

function statusMoves(changes: readonly IssueChange[]): readonly StatusMove<PersonView>[] {
  return changes.flatMap(({ created, author, items }) =>
    items
      .filter(({ fieldId }) => fieldId === 'status')
      .map(({ fromId, from, toId, to }) => ({
        at: created,
        by: personView(author),
        from: { id: fromId, name: from },
        to: { id: toId, name: to },
      })),
  );
}
