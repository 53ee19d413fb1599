/** Acceptances looked at from outside: from the stored entries, and from who wrote the comments that they name. */
import { decisionsOn } from './places';
import type { Tenant } from './tenant';

type Entry = Readonly<Record<string, unknown>>;

const HOUR_MS = 3_600_000;

function authorOf({ site }: Tenant, { commentId }: Entry): string | undefined {
  return typeof commentId === 'string' ? site.jira.state.comments.get(commentId)?.authorId : undefined;
}

/** No yes of whoever asked, or of somebody who may not say it. */
export function decidedBySecond(tenant: Tenant, riskId: string, entries: readonly Entry[]): readonly string[] {
  if (tenant.site.jira.state.issues.get(riskId) === undefined) return [];
  const approvers = [tenant.people.mara, tenant.people.aino];
  return entries.flatMap((entry) => {
    if (entry['kind'] !== 'accepted') return [];
    const asked = entries.find(({ number }) => number === entry['request']);
    const [asker, approver] = [asked && authorOf(tenant, asked), authorOf(tenant, entry)];
    // Who may say it by the settings of the beginning; where these are gone, at least a second person.
    const projectId = tenant.site.jira.state.issues.get(riskId)?.projectId ?? '';
    const isOfSettings = tenant.addedAgain.has(projectId) || projectId === tenant.further.id;
    const isSecond = asker !== undefined && approver !== undefined && approver !== asker;
    const isValid = isSecond && (isOfSettings || approvers.includes(approver));
    return isValid ? [] : [`decision ${String(entry['number'])} on ${riskId} is nobody's`];
  });
}

/** Where, in these projects, a risk is in Accepted without a decision that holds, or has one and is not. */
export function holdsIn(tenant: Tenant, projectIds: readonly string[]): readonly string[] {
  const { state } = tenant.site.jira;
  const store = tenant.site.forge.kvs(tenant.site.site).values();
  // The reconcile looked an hour ago.
  const day = new Date(Date.now() - 2 * HOUR_MS).toISOString().slice(0, 10);
  return [...state.issues.values()].flatMap((risk) => {
    const isSetUp = projectIds.includes(risk.projectId);
    if (!isSetUp || risk.typeId !== tenant.setup.riskTypeId || risk.securityLevelId === tenant.levels[1]) return [];
    const holding = holds(decisionsOn(store, risk.id));
    const isAccepted = risk.statusId === tenant.setup.riskStatusIds?.accepted;
    if (isAccepted !== (holding !== undefined)) {
      return [`${risk.key} is ${isAccepted ? 'accepted without a decision' : 'not accepted, and a decision holds'}`];
    }
    if (holding === undefined) return [];
    const until = String(holding['until']);
    const expires = risk.custom[tenant.setup.fields.acceptanceExpires];
    return [
      ...(until < day ? [`${risk.key} is accepted until ${until}, which is over`] : []),
      ...(expires === until ? [] : [`${risk.key} is accepted until ${until} and says ${JSON.stringify(expires)}`]),
    ];
  });
}

/** The newest yes, if nothing took it away. */
function holds(entries: readonly Entry[]): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    if (entry['kind'] === 'accepted') found = entry;
    const isEnd = entry['kind'] === 'expired' || entry['kind'] === 'ended';
    if (isEnd && entry['accepted'] === found?.['number']) found = undefined;
  }
  return found;
}
