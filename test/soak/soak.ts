/** Episode after episode, until the time is over; and what is printed about them. */
import { runEpisode } from './episode';
import { drawScript, inWords } from './script';
import { shrink } from './shrink';
import type { Tally } from './round';
import type { Stage } from './stage';

export interface SoakOptions {
  readonly seed: number;
  /** Rounds of each episode. */
  readonly rounds: number;
  /** Real time; no episode begins after it. */
  readonly milliseconds: number;
  /** Only this episode, once. */
  readonly only?: number;
  /** At most so many. */
  readonly episodes?: number;
}

export interface SoakOutcome {
  readonly operations: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly violations: number;
}

/** Violations after which it stops: more would only repeat them. */
const VIOLATIONS_MOST = 5;

export async function soak(stage: Stage, options: SoakOptions, print: (line: string) => void): Promise<SoakOutcome> {
  const { seed, rounds, milliseconds, only, episodes = Infinity } = options;
  const tally: Tally = { operations: 0, retries: 0, answers: new Map(), done: new Map() };
  const begin = stage.time.elapsed();
  let violations = 0;
  let promises = 0;
  let done = 0;
  for (let episode = only ?? 1; done < episodes && stage.time.elapsed() - begin < milliseconds; episode += 1) {
    const script = drawScript(seed, episode, rounds);
    const outcome = await runEpisode(stage, script, tally);
    done += 1;
    promises += outcome.promises;
    if (only !== undefined || done % 10 === 0)
      print(
        `episode ${episode}: ${tally.operations} operations so far, ${outcome.promises} values held, trace ${outcome.trace}`,
      );
    if (outcome.violations.length > 0) {
      violations += 1;
      print(`VIOLATION, seed ${seed}, episode ${episode}, at ${String(outcome.at)}:`);
      for (const one of outcome.violations) print(`  ${one}`);
      const smaller = await shrink(stage, script, outcome);
      print(
        `as little as is needed (--seed ${seed} --episode ${episode}${smaller.repeats ? '' : '; did not repeat'}):`,
      );
      print(inWords(smaller.script));
      for (const one of smaller.violations) print(`  ${one}`);
      if (violations === VIOLATIONS_MOST) break;
    }
    if (only !== undefined) break;
  }
  const faults = stage.faults.asObject();
  print(`\n${done} episodes, ${Math.round((stage.time.elapsed() - begin) / 1000)} s`);
  print(
    `operations ${tally.operations}, tried again by people ${tally.retries}, pauses of the app before trying again ${stage.time.pauses}`,
  );
  print(`values that somebody was told stand, and that stood in the end: ${promises}`);
  print(`answers of the functions: ${inOrder(tally.answers)}`);
  print(`done: ${inOrder(tally.done)}`);
  const ended = (outcome: 'stopped' | 'timed out') => stage.forge.invocations.count({ outcome });
  print(`functions killed ${ended('stopped')}, out of time ${ended('timed out')}`);
  for (const [kind, count] of Object.entries(faults)) print(`  ${String(count).padStart(7)}  ${kind}`);
  print(`violations ${violations}`);
  const result: SoakOutcome = { operations: tally.operations, faults, violations };
  print(JSON.stringify(result));
  return result;
}

/** The most frequent first. */
function inOrder(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}
