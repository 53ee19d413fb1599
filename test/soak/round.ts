/**
 * One round: its acts at the same time, in trouble or not, until the last request that anybody made is over.
 */
import { ERROR_CODES, type AppError, type Result } from '../../src/contract/result';
import { JiraError } from '../../src/jira/errors';
import { jiraAs } from '../fixtures/jira-request';
import type { Operation, Scene, Value } from './act';
import { actOf } from './catalogue';
import { armTrouble } from './faults';
import type { PromiseLedger } from './ledger';
import { randomOf, type Random } from './random';
import type { Round, Script, ScriptedAct } from './script';
import type { Stage } from './stage';
import type { Tenant, Who } from './tenant';
import { leaveBehind } from './versions';

/** What an answer said to whom, to be searched when the round is over. */
export interface Shown {
  readonly tenant: Tenant;
  readonly who: Who;
  readonly what: string;
  readonly answer: unknown;
}

export interface RoundOutcome {
  readonly shown: readonly Shown[];
  /** What was wrong while it ran. */
  readonly wrong: readonly string[];
  /** Storage, queue or process of a site were in trouble. */
  readonly troubled: ReadonlySet<Tenant>;
}

export interface Tally {
  retries: number;
  operations: number;
  /** What people were answered: `ok`, an error code, or `silence`. */
  readonly answers: Map<string, number>;
  /** How often each operation was answered `ok`. */
  readonly done: Map<string, number>;
}

/** What a page may try again with the very same payload. */
const WORTH_TRYING: ReadonlySet<string> = new Set<AppError['code']>([
  'rate-limited',
  'jira-unavailable',
  'could-not-verify',
  'unexpected-answer',
  'internal',
  'conflict',
]);
const TRIES = 3;
const OF_PROJECT: ReadonlySet<string> = new Set([
  'readProjectSettings',
  'saveProjectSettings',
  'readRecalculation',
  'recalculateLevels',
  'planGate',
  'attachGate',
  'detachGate',
  'readRebuild',
  'rebuildTrend',
]);

export async function runRound(
  stage: Stage,
  script: Script,
  round: Round,
  ledgers: ReadonlyMap<Tenant, PromiseLedger>,
  tally: Tally,
): Promise<RoundOutcome> {
  const shown: Shown[] = [];
  const wrong: string[] = [];
  const named = (name: string) => randomOf(script.seed, `${script.episode} ${name}`);
  stage.time.drawFrom(named(`uuids ${round.number}`));
  const armed = stage.tenants.map((tenant) => {
    const random = named(`trouble ${round.number} ${tenant.name}`);
    tenant.trouble.begin(script.calm === true ? undefined : random);
    const none = { met: () => false, disarm: () => undefined };
    return script.calm === true ? none : armTrouble(random, stage.forge, tenant.site.site, stage.faults);
  });

  await Promise.all(
    round.acts.map(async (act) => {
      const scene = sceneOf(act);
      try {
        // Nobody begins at the very same moment.
        await new Promise((resolve) => setTimeout(resolve, 10 * scene.random.int(12)));
        await actOf(act.kind).run(scene);
      } catch (error) {
        wrong.push(`${act.kind} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }),
  );
  const troubled = new Set(stage.tenants.filter((_, index) => armed[index]?.met()));
  for (const one of armed) one.disarm();
  // What a dead function asked Jira for is done all the same.
  while (stage.tenants.some(({ trouble }) => trouble.underWay > 0)) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  for (const { trouble } of stage.tenants) {
    trouble.begin(undefined);
    trouble.forgetUnmet();
  }
  return { shown, wrong, troubled };

  function sceneOf({ number, tenant: index }: ScriptedAct): Scene {
    const tenant = stage.tenants[index]!;
    const random = named(`act ${number}`);
    const show = (who: Who, what: string, answer: unknown) => shown.push({ tenant, who, what, answer });
    return {
      number,
      tenant,
      tenants: stage.tenants,
      random,
      time: stage.time,
      meeting: named(`meeting ${round.number}`).int(4),
      ledger: ledgers.get(tenant)!,
      isWrong: (words) => void wrong.push(`site ${tenant.name}: ${words}`),
      count: (kind, times = 1) => stage.faults.add(kind, times),
      upgrade: () => {
        stage.versions.upgrade();
        for (const each of stage.tenants) leaveBehind(stage.forge, each.site.site);
        stage.faults.add('app upgraded');
      },
      page: (who) => jiraAs(tenant.site.jira, tenant.people[who]),
      shows: async (who, what, read) => {
        // Pages come with their functions: these are not that version's.
        if (stage.versions.isFormer()) return;
        tally.operations += 1;
        try {
          show(who, what, await read());
        } catch (error) {
          // What a page shows in place of the numbers.
          if (!(error instanceof JiraError)) throw error;
          show(who, what, error.details);
        }
      },
      call: (who, operation, payload) => call(tenant, random, who, operation, payload, show),
    };
  }

  async function call<K extends Operation>(
    tenant: Tenant,
    random: Random,
    who: Who,
    operation: K,
    payload: unknown,
    show: (who: Who, what: string, answer: unknown) => void,
  ): Promise<Value<K> | undefined> {
    // A page that was opened before an upgrade, or after one that was taken back, may say more than is known.
    const said = random.chance(0.05) ? { ...(payload as object), formerly: true } : payload;
    const once = async (): Promise<Result<Value<K>> | undefined> => {
      tally.operations += 1;
      const answer = await invoke(tenant, who, operation, said);
      const code = answer === undefined ? 'silence' : codeOf(answer as Result<unknown>);
      tally.answers.set(code, (tally.answers.get(code) ?? 0) + 1);
      if (answer === undefined) return undefined;
      if (code === 'ok') tally.done.set(operation, (tally.done.get(operation) ?? 0) + 1);
      show(who, operation, answer);
      const result = answer as Result<Value<K>>;
      const isKnown =
        result.ok || (ERROR_CODES.includes(result.error.code) && result.error.code !== 'unknown-operation');
      if (!isKnown && !stage.versions.isFormer()) {
        wrong.push(`${operation} answered ${JSON.stringify(answer)}`);
      }
      return result;
    };
    for (let attempt = 1; ; attempt += 1) {
      // A double click, or the same page in two tabs.
      const answers = random.chance(0.06) ? await Promise.all([once(), once()]) : [await once()];
      const done = answers.find((answer) => answer?.ok === true);
      if (done?.ok === true) return done.value;
      const mayTry = answers.some(
        (answer) => answer === undefined || (!answer.ok && WORTH_TRYING.has(answer.error.code)),
      );
      if (!mayTry || attempt === TRIES || random.chance(0.3)) return undefined;
      tally.retries += 1;
      await new Promise((resolve) => setTimeout(resolve, 1000 * (1 + random.int(5))));
    }
  }

  /** `undefined` where the function died, or took too long: the page hears nothing. */
  async function invoke(tenant: Tenant, who: Who, operation: string, payload: unknown): Promise<unknown> {
    const ofProject = OF_PROJECT.has(operation) ? (payload as { projectId?: string }).projectId : undefined;
    const [first] = tenant.projects;
    return stage.forge
      .invokeResolver(tenant.site.site, {
        moduleKey: ofProject === undefined ? 'security-panel' : 'project-settings',
        accountId: tenant.people[who],
        extension: { project: { id: ofProject ?? first?.id, type: 'software' } },
        functionKey: operation,
        payload,
      })
      .catch(() => undefined);
  }
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}
