/** What must hold after every round, whatever happened in it. */
import { holdsIn, decidedBySecond } from './acceptances';
import type { ProjectSetup } from '../../src/domain/site-setup';
import type { PromiseLedger } from './ledger';
import { decisionsOn, onceKeyOf, standingIn } from './places';
import type { RoundOutcome } from './round';
import { wrongInSetUp } from './set-up-at-rest';
import type { Stage } from './stage';
import type { Tenant } from './tenant';
import type { Sight } from './watch';

/** What is remembered of a site from one look to the next. */
export interface Memory {
  /** Decisions by risk, as they were stored. */
  decisions: ReadonlyMap<string, readonly string[]>;
  /** Frozen reports by their keys. */
  reports: ReadonlyMap<string, string>;
  /** Another one has a storage of its own. */
  installationId: string | undefined;
}

export function noMemory(): Memory {
  return { decisions: new Map(), reports: new Map(), installationId: undefined };
}

export interface Looking {
  readonly tenant: Tenant;
  readonly ledger: PromiseLedger;
  readonly memory: Memory;
  readonly outcome: RoundOutcome;
  /** What people could see before the round, and after it. */
  readonly sights: readonly Sight[];
  readonly log: readonly string[];
}

export function wrongAfterRound({ tenant, ledger, memory, outcome, sights, log }: Looking): readonly string[] {
  const { watch, name } = tenant;
  const { installationId } = tenant.site.site;
  if (memory.installationId !== installationId) Object.assign(memory, noMemory(), { installationId });
  const store = tenant.site.forge.kvs(tenant.site.site).values();
  const leaks = outcome.shown
    .filter((one) => one.tenant === tenant)
    .flatMap(({ who, what, answer }) =>
      watch.leaksIn(answer, tenant.people[who], sights).map((leak) => `${what} showed ${leak} to ${who}`),
    );
  const stored = watch.namesIn(JSON.stringify(store)).map((word) => `the storage holds ${word}`);
  const logged = log.flatMap((line) => watch.namesIn(line).map((word) => `the log says ${word}: ${line}`));
  const internal = outcome.troubled.has(tenant) ? [] : unforeseen(outcome, tenant);
  return [
    ...leaks,
    ...stored,
    ...logged,
    ...internal,
    ...ledger.broken(standingIn(tenant, store)).map((broken) => `lost: ${broken}`),
    ...twice(tenant),
    ...changedDecisions(tenant, memory, store),
    ...changedReports(tenant, memory, store),
    ...mailsAstray(tenant, sights),
  ].map((wrong) => `site ${name}: ${wrong}`);
}

/** An error without a name, although nothing but Jira was in trouble. */
function unforeseen(outcome: RoundOutcome, tenant: Tenant): readonly string[] {
  return outcome.shown
    .filter((one) => one.tenant === tenant && JSON.stringify(one.answer ?? null).includes('"code":"internal"'))
    .map(({ what }) => `${what} answered internal`);
}

/** Issues, comments, imported rows and links of which there is one too many. */
function twice(tenant: Tenant): readonly string[] {
  const { state } = tenant.site.jira;
  const issueIds = [...state.issues.values()].map(({ id }) => id);
  const commentIds = state.comments.all().map(({ id }) => id);
  const imported = [...state.issues.values()].flatMap(({ id, projectId }) => {
    const mark = state.properties.get(`issue:${id}`)?.['shift-up.import'] as { id?: unknown } | undefined;
    return mark === undefined || tenant.everHidden.has(id) ? [] : [`${projectId} ${String(mark.id)}`];
  });
  const links = state.links
    .all()
    .map(({ typeId, sourceId, destinationId }) => `${typeId} ${sourceId} ${destinationId}`);
  const about = commentIds.flatMap((id) => {
    const mark = state.properties.get(`comment:${id}`)?.['shift-up.acceptance'];
    return mark === undefined ? [] : [`${state.comments.require(id).issueId} ${JSON.stringify(mark)}`];
  });
  return [
    ...repeated(issueIds.map((id) => onceKeyOf(tenant, `issue:${id}`))).map((key) => `two issues of key ${key}`),
    ...repeated(commentIds.map((id) => onceKeyOf(tenant, `comment:${id}`))).map((key) => `two comments of key ${key}`),
    ...repeated(imported).map((row) => `two risks of the imported row ${row}`),
    ...repeated(links).map((link) => `two links ${link}`),
    ...repeated(about).map((entry) => `two comments of the app about ${entry}`),
  ];
}

function repeated(values: readonly unknown[]): readonly string[] {
  const there = values.filter((value) => typeof value === 'string');
  return [...new Set(there.filter((value, at) => there.indexOf(value) !== at))];
}

/** Entries are added, never changed, and taken away only when their risk is gone. */
function changedDecisions(tenant: Tenant, memory: Memory, store: Readonly<Record<string, unknown>>): readonly string[] {
  const ids = new Set(Object.keys(store).flatMap((key) => /^decision:(\d+):/.exec(key)?.[1] ?? []));
  const now = new Map([...ids].map((id) => [id, decisionsOn(store, id).map((entry) => JSON.stringify(entry))]));
  const { issues } = tenant.site.jira.state;
  const changed = [...memory.decisions].filter(
    ([id, entries]) => issues.get(id) !== undefined && entries.some((entry, at) => now.get(id)?.[at] !== entry),
  );
  memory.decisions = now;
  const unfounded = [...now.keys()].flatMap((id) => decidedBySecond(tenant, id, decisionsOn(store, id)));
  return [...changed.map(([id]) => `a decision on ${id} was changed`), ...unfounded];
}

/** A frozen report stays as it is; undo of its project takes it away. */
function changedReports(tenant: Tenant, memory: Memory, store: Readonly<Record<string, unknown>>): readonly string[] {
  const kept = Object.entries(store).filter(
    ([key]) => /^report:\d+:\d+$/.test(key) && !key.includes(`:${tenant.further.id}:`),
  );
  const now = new Map(kept.map(([key, report]) => [key, JSON.stringify(report)]));
  const changed = [...memory.reports].filter(([key, report]) => now.get(key) !== report);
  memory.reports = now;
  return changed.map(([key]) => `${key} was changed`);
}

/** A mail goes to people who may see what it is about. */
function mailsAstray(tenant: Tenant, sights: readonly Sight[]): readonly string[] {
  return tenant.site.jira.state.sentMails
    .all()
    .flatMap(({ to, subject, text }) => tenant.watch.leaksIn([subject, text], to, sights).map((leak) => [leak, to]))
    .map(([leak, to]) => `a mail told ${leak} to ${to}`);
}

/** What must hold once everything is at rest, beside what always must. */
export async function wrongAtRest(stage: Stage, tenant: Tenant, ledger: PromiseLedger): Promise<readonly string[]> {
  const projects = await tenant.projectSetups();
  const projectIds = projects.map(({ projectId }) => projectId);
  const inSetUp = await wrongInSetUp(stage, tenant);
  const unguarded = ledger.broken((name) =>
    name.startsWith('gate ') ? tenant.guardedAtRest.get(name.slice('gate '.length)) : undefined,
  );
  return [...wrongLevels(tenant, projects), ...holdsIn(tenant, projectIds), ...inSetUp, ...unguarded].map(
    (wrong) => `site ${tenant.name}: ${wrong}`,
  );
}

/** Each level is the one of likelihood times impact, by the bands of its project. */
function wrongLevels(tenant: Tenant, projects: readonly ProjectSetup[]): readonly string[] {
  const { state } = tenant.site.jira;
  const kinds = [
    ['likelihood', 'impact', 'riskLevel'],
    ['residualLikelihood', 'residualImpact', 'residualLevel'],
  ] as const;
  return [...state.issues.values()].flatMap((risk) => {
    const project = projects.find(({ projectId }) => projectId === risk.projectId);
    const { fields, options, riskTypeId } = tenant.setupIn(risk.projectId);
    // What the app may not see it cannot repair; a closed risk keeps the level that it was closed with.
    const isOutOfSight = risk.securityLevelId === tenant.levels[1];
    const isDone = state.statuses.require(risk.statusId).category === 'DONE';
    if (risk.typeId !== riskTypeId || project === undefined || isOutOfSight || isDone) return [];
    return kinds.flatMap(([likelihood, impact, level]) => {
      const meaning = (field: keyof typeof options) =>
        Object.entries(options[field] as Readonly<Record<string, string>>).find(
          ([, id]) => id === risk.custom[fields[field]],
        )?.[0];
      const [one, other, standing] = [meaning(likelihood), meaning(impact), meaning(level)];
      // Emptied while the app was away for weeks: whoever takes the app away answers for that, and nobody looks back so far.
      const wasAway = tenant.addedAgain.has(risk.projectId) && (one === undefined || other === undefined);
      if (wasAway) return [];
      const { Medium, High, Critical } = project.settings.bands;
      const product = Number(one) * Number(other);
      const right =
        one === undefined || other === undefined
          ? undefined
          : product >= Critical
            ? 'Critical'
            : product >= High
              ? 'High'
              : product >= Medium
                ? 'Medium'
                : 'Low';
      return standing === right ? [] : [`${risk.key}: ${level} is ${standing}, ${one} times ${other} is ${right}`];
    });
  });
}
