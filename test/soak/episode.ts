/** One episode from its script: from where the stage began, through its rounds, to its quiet end. Stops at what is wrong. */
import { noMemory, wrongAfterRound, wrongAtRest, type Memory } from './checks';
import { PromiseLedger } from './ledger';
import { comeToRest } from './quiet';
import { randomOf } from './random';
import { runRound, type Tally } from './round';
import type { Round, Script } from './script';
import { BEGIN, type Stage } from './stage';
import type { Tenant } from './tenant';

export interface EpisodeOutcome {
  readonly violations: readonly string[];
  /** Where it went wrong: the number of the round, or the end. */
  readonly at?: number | 'the end';
  /** The same for two runs of the same script. */
  readonly trace: number;
  /** Values of which somebody was told that they stand. */
  readonly promises: number;
}

export async function runEpisode(stage: Stage, script: Script, tally: Tally): Promise<EpisodeOutcome> {
  const ledgers = new Map(stage.tenants.map((tenant) => [tenant, new PromiseLedger()]));
  const memories = new Map<Tenant, Memory>(stage.tenants.map((tenant) => [tenant, noMemory()]));
  stage.time.skew(0);
  stage.time.goTo(Date.parse(BEGIN) + 3_600_000);
  stage.forge.events.delayMs = 0;
  stage.versions.begin();
  stage.takeLog();
  for (const tenant of stage.tenants) {
    tenant.restore();
    tenant.watch.forget();
    tenant.watch.learn();
  }
  let trace = 0;
  const random = randomOf(script.seed, `between ${script.episode}`);
  for (const round of script.rounds) {
    const violations = await oneRound(round);
    if (violations.length > 0) return { violations, at: round.number, trace, promises: promises() };
    stage.time.jump(random.pick([1000, 5000, 30_000, 120_000]));
  }
  const restless = await comeToRest(stage, random);
  const last = { number: -1, acts: [] };
  const violations = [...restless, ...(await oneRound(last, true))];
  for (const tenant of stage.tenants) violations.push(...(await wrongAtRest(stage, tenant, ledgers.get(tenant)!)));
  return { violations, ...(violations.length > 0 ? { at: 'the end' as const } : {}), trace, promises: promises() };

  async function oneRound(round: Round, isCalm = false): Promise<string[]> {
    const people = ({ people: all }: Tenant) => Object.values(all);
    const before = stage.tenants.map((tenant) => tenant.watch.sight(people(tenant), false));
    const outcome = await runRound(stage, isCalm ? { ...script, calm: true } : script, round, ledgers, tally);
    const log = stage.takeLog();
    const wrong = [...outcome.wrong, ...stage.takeUncaught().map((error) => `nobody caught ${error}`)];
    for (const [index, tenant] of stage.tenants.entries()) {
      const [ledger, memory] = [ledgers.get(tenant)!, memories.get(tenant)!];
      tenant.watch.learn();
      ledger.endRound();
      const sights = [before[index]!, tenant.watch.sight(people(tenant), tenant.trouble.regressed)];
      wrong.push(...wrongAfterRound({ tenant, ledger, memory, outcome, sights, log }));
      const { costs } = tenant.site.jira;
      trace = (Math.imul(trace, 31) + costs.entries.length * 7 + costs.totals().points) | 0;
    }
    return wrong;
  }

  function promises(): number {
    return [...ledgers.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
