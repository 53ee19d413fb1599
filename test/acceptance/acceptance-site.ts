/**
 * A site in which Mara and Aino may approve, and what tests of acceptances look at.
 */
import { randomUUID } from 'node:crypto';
import type { DecisionsView } from '../../src/contract/risks';
import type { Result } from '../../src/contract/result';
import type { Decision } from '../../src/domain/acceptance';
import type { SiteSetup } from '../../src/domain/site-setup';
import { addUser, grant } from '../local-jira/seed';
import { riskFields } from '../fixtures/fields';
import { NOW, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';

export interface AcceptanceSite extends SettingsSite {
  readonly setupIds: SiteSetup;
  /** Approves, and may edit. */
  readonly aino: string;
  readonly date: TickingDate;
  newRisk(): Promise<Key>;
  /** Both clocks: Jira's, and the functions'. */
  pass(milliseconds: number): void;
  ask(risk: Key, who: string, more?: object): Promise<Result<DecisionsView>>;
  decide(risk: Key, who: string, request: number, more?: object): Promise<Result<DecisionsView>>;
  withdraw(risk: Key, who: string, request: number): Promise<Result<DecisionsView>>;
  read(risk: Key, who: string): Promise<Result<DecisionsView>>;
  statusOf(risk: Key): string;
  expiresOf(risk: Key): unknown;
  commentsOn(risk: Key): readonly { readonly by: string; readonly text: string }[];
  /** As they are stored. */
  decisionsOn(risk: Key): readonly Decision[];
}

export const DAY_MS = 86_400_000;
export const UNTIL = '2027-02-18';

/** The group whose people approve. */
const GROUP = 'approvers-of-shop';

export async function acceptanceSite(): Promise<AcceptanceSite> {
  const date = dateAt(NOW);
  const site = await settingsSite();
  const { state } = site.jira;
  const group = state.groups.put({ id: '6f7c2f0e-0000-4000-8000-00000000000a', name: GROUP });
  const aino = addUser(state, { displayName: 'Aino Korhonen' }).id;
  for (const id of [site.people.mara, aino]) {
    const user = state.users.require(id);
    state.users.put({ ...user, groups: [...user.groups, GROUP] });
  }
  grant(state, site.project, aino, 'viewer');
  await save(site, site.pia, { approvers: { kind: 'group', groupId: group.id } });
  const setupIds = await site.setup();
  const raw = async (who: string, operation: string, payload: object) =>
    (await site.invokeRaw(who, operation, payload)) as Result<DecisionsView>;
  return {
    ...site,
    setupIds,
    aino,
    date,
    newRisk: () => site.risk('Account takeover', riskFields(setupIds, { likelihood: 4, impact: 4 })),
    pass: (milliseconds) => {
      site.clock.advance(milliseconds);
      date.pass(milliseconds);
    },
    ask: (risk, who, more = {}) =>
      raw(who, 'askAcceptance', {
        issueId: risk.id,
        justification: 'The line is replaced in spring.',
        until: UNTIL,
        idempotencyKey: randomUUID(),
        ...more,
      }),
    decide: (risk, who, request, more = {}) =>
      raw(who, 'decideAcceptance', {
        issueId: risk.id,
        request,
        verdict: 'accept',
        idempotencyKey: randomUUID(),
        ...more,
      }),
    withdraw: (risk, who, request) => raw(who, 'withdrawAcceptance', { issueId: risk.id, request }),
    read: (risk, who) => raw(who, 'readDecisions', { issueId: risk.id }),
    statusOf: (risk) => state.statuses.require(state.issues.require(risk.id).statusId).name,
    expiresOf: (risk) => state.issues.require(risk.id).custom[setupIds.fields.acceptanceExpires],
    commentsOn: (risk) =>
      state.comments
        .filter(({ issueId }) => issueId === risk.id)
        .map(({ authorId, body }) => ({ by: authorId, text: JSON.stringify(body.content) })),
    decisionsOn: (risk) => {
      const store = site.forge.kvs(site.site);
      const found: Decision[] = [];
      for (let number = 1; ; number += 1) {
        const json = store.read(`decision:${risk.id}:${number}`)?.json;
        if (json === undefined) return found;
        found.push(JSON.parse(json) as Decision);
      }
    },
    close: () => {
      site.close();
      date.restore();
    },
  };
}
