/**
 * Forge's storage says no in the middle of something that writes several values: the same click again ends as if nothing
 * had happened. Row 45. Set-up: setup/every-write.test.ts; acceptances: acceptance/every-call.test.ts; jobs: levels/, trends/.
 */
import type { Defs } from '../../src/contract/defs';
import { emptyText } from '../../src/domain/report';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { hurryPauses } from '../fixtures/hurried-pauses';
import { reportNumbers } from '../fixtures/report';
import { NOW, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { ISSUE_TYPE } from '../local-jira/seed';
import { payloadWith, settingsSite, type SettingsSite } from '../settings/settings-site';

capturedLog();
hurryPauses();
const KEY = '11111111-2222-4333-8444-555555555555';
const OTHER_KEY = '22222222-2222-4333-8444-555555555555';
/** Longer than an attempt of which nobody knows what it made is waited for. */
const PASSED = 11 * 60_000;
const TROUBLES = [
  { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } },
  { status: 503, body: { code: 'SERVICE_UNAVAILABLE' } },
  'lose answer',
  'kill after',
] as const;

let site: SettingsSite;
let date: TickingDate;
let story: Key;
let risk: Key;
let start: {
  readonly jira: ReturnType<SettingsSite['jira']['snapshot']>;
  readonly forge: unknown;
  readonly ahead: number;
};
beforeAll(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
  story = await site.story('Save card');
  risk = await site.risk('Card data in logs', riskFields(await site.setup(), { likelihood: 4, impact: 4 }));
  await site.forge.events.deliver(site.site, { early: true, order: () => [] });
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site), ahead: date.ahead() };
});
afterAll(() => {
  site.close();
  date.restore();
});

function restore(): void {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
  date.goTo(start.ahead);
}

type Operation = keyof Defs;
/** Who clicks what, with a payload that was made before the trouble, as a page has it. */
const CLICKS: Readonly<Partial<Record<Operation, () => Promise<readonly [who: string, payload: unknown]>>>> = {
  saveProjectSettings: async () => [
    site.pia,
    await payloadWith(site, site.pia, { bands: { Medium: 4, High: 8, Critical: 15 } }),
  ],
  saveReportDraft: () =>
    Promise.resolve([
      site.people.mara,
      { projectId: site.project.id, revision: 0, draft: { ...emptyText(), headline: 'Quiet' } },
    ]),
  freezeReport: () =>
    Promise.resolve([
      site.people.mara,
      { projectId: site.project.id, revision: 0, numbers: reportNumbers(), idempotencyKey: KEY },
    ]),
  createRisk: () =>
    Promise.resolve([
      site.people.deniz,
      { storyId: story.id, verb: 'isExposedTo', summary: 'Weak reset', idempotencyKey: KEY },
    ]),
  createEnablers: () =>
    Promise.resolve([
      site.people.deniz,
      {
        subjectId: risk.id,
        projectId: site.project.id,
        issueTypeId: ISSUE_TYPE.task,
        summaries: ['Mask', 'Rotate'],
        idempotencyKey: KEY,
      },
    ]),
  importRisks: () =>
    Promise.resolve([
      site.people.deniz,
      { projectId: site.project.id, rows: [{ externalId: 'R-1', summary: 'One' }, { summary: 'Two' }], dryRun: false },
    ]),
  reviewRisk: () =>
    Promise.resolve([site.people.deniz, { issueId: risk.id, note: 'Still true.', idempotencyKey: KEY }]),
};

/** What people see of it: issues with their fields and links, comments, and what is kept for pages. */
function outcome(): unknown {
  const { state } = site.jira;
  const kept = Object.entries(site.forge.kvs(site.site).values()).filter(([key]) =>
    /^(project-setup|report|report-draft|report-list):/.test(key),
  );
  const without = (_name: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).filter(
            ([name]) =>
              !/^(token|idempotencyKey|frozenAt|updated|created|lastViewed|statusCategoryChanged)$/.test(name),
          ),
        )
      : value;
  return JSON.parse(
    JSON.stringify(
      {
        issues: [...state.issues.values()]
          .map(({ summary, typeId, statusId, custom, links }) => ({
            summary,
            typeId,
            statusId,
            custom,
            links: links.length,
          }))
          .sort((one, other) => one.summary.localeCompare(other.summary)),
        links: state.links.all().length,
        comments: state.comments.all().map(({ issueId, body }) => ({ issueId, body })),
        kept: Object.fromEntries(kept),
      },
      without,
    ),
  );
}

/** With another key only what is still missing is asked for: an answer names what was made. */
function withKey(payload: unknown, idempotencyKey: string, answer: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('idempotencyKey' in payload)) return payload;
  const { failed = [] } = (answer as { value?: { failed?: readonly { summary: string }[] } } | undefined)?.value ?? {};
  const isOther = payload.idempotencyKey !== idempotencyKey && 'summaries' in payload;
  return { ...payload, idempotencyKey, ...(isOther ? { summaries: failed.map(({ summary }) => summary) } : {}) };
}

const isDone = (answer: unknown) => {
  const { ok, value } = (answer ?? {}) as {
    ok?: boolean;
    value?: { failed?: readonly unknown[]; rows?: readonly { outcome: string }[] };
  };
  return (
    ok === true && (value?.failed ?? []).length === 0 && (value?.rows ?? []).every((row) => row.outcome !== 'failed')
  );
};

test.each(Object.keys(CLICKS) as Operation[])(
  '%s, refused, unanswered or killed at every write to the storage',
  async (operation) => {
    restore();
    const [who, payload] = await CLICKS[operation]!();
    const writes = {
      counts: ({ to, changes }: { to: string; changes: boolean }) => to === 'kvs' && changes,
      kind: 'resolver',
    } as const;
    const counted = site.forge.disturb(site.site, { atCall: 999_999, by: 'kill before', ...writes });
    expect(isDone(await site.invokeRaw(who, operation, payload))).toBe(true);
    const calls = counted.counted;
    counted.disarm();
    const undisturbed = outcome();
    expect(calls).toBeGreaterThanOrEqual(1);
    for (let atCall = 1; atCall <= calls; atCall += 1) {
      for (const by of TROUBLES) {
        restore();
        const armed = site.forge.disturb(site.site, { atCall, by, ...writes });
        let answer = await site.invokeRaw(who, operation, payload).catch(() => undefined);
        armed.disarm();
        expect([atCall, by, armed.hit === undefined]).toEqual([atCall, by, false]);
        // The same again; and with a key of its own what nobody knows the end of, as the page's button does.
        for (const key of [KEY, KEY, OTHER_KEY]) {
          if (isDone(answer)) break;
          date.pass(PASSED);
          site.clock.advance(PASSED);
          answer = await site.invokeRaw(who, operation, withKey(payload, key, answer)).catch(() => undefined);
        }
        expect([atCall, by, outcome()]).toEqual([atCall, by, undisturbed]);
      }
    }
  },
);
