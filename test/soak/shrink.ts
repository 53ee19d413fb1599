/** Makes a script that goes wrong as short as it can get, by playing it again without some of its acts. */
import { runEpisode, type EpisodeOutcome } from './episode';
import { countOfActs, type Script } from './script';
import type { Stage } from './stage';

/** Episodes played again at most. */
const PLAYS = 60;
/** Where a script does not go wrong a second time, its last acts are all there is to show. */
const LAST = 30;

export interface Shrunk {
  readonly script: Script;
  readonly violations: readonly string[];
  readonly repeats: boolean;
}

/** The first words tell what kind of wrong it is; numbers and words of texts change with what is left out. */
function kindOf(violation: string): string {
  return violation.replace(/zq[a-z]\d+zq|[0-9a-f-]{36}|\d+/g, '#').slice(0, 48);
}

export async function shrink(stage: Stage, script: Script, { violations, at }: EpisodeOutcome): Promise<Shrunk> {
  const wanted = new Set(violations.map(kindOf));
  let plays = 0;
  const goesWrong = async (candidate: Script): Promise<readonly string[] | undefined> => {
    if (plays >= PLAYS) return undefined;
    plays += 1;
    const before = new Map(stage.faults.byKind);
    const outcome = await runEpisode(stage, candidate, {
      operations: 0,
      retries: 0,
      answers: new Map(),
      done: new Map(),
    });
    stage.faults.byKind.clear();
    for (const [kind, count] of before) stage.faults.byKind.set(kind, count);
    return outcome.violations.some((one) => wanted.has(kindOf(one))) ? outcome.violations : undefined;
  };
  const rounds = at === 'the end' ? script.rounds : script.rounds.filter(({ number }) => number <= Number(at));
  let best: Script = { ...script, rounds };
  let found = await goesWrong(best);
  if (found === undefined) return { script: lastOf(best), violations, repeats: false };
  {
    const calm = { ...best, calm: true };
    const still = await goesWrong(calm);
    if (still !== undefined) [best, found] = [calm, still];
  }
  for (let portion = Math.ceil(countOfActs(best) / 2); portion >= 1; portion = Math.floor(portion / 2)) {
    for (let start = 0; start < countOfActs(best);) {
      const smaller = without(best, start, portion);
      const still = await goesWrong(smaller);
      if (still === undefined) start += portion;
      else [best, found] = [smaller, still];
    }
  }
  return { script: best, violations: found, repeats: true };
}

/** Leaves out so many acts from this one on. Rounds stay, so that as much time passes. */
function without(script: Script, start: number, count: number): Script {
  let place = -1;
  const rounds = script.rounds.map((round) => ({
    ...round,
    acts: round.acts.filter(() => {
      place += 1;
      return place < start || place >= start + count;
    }),
  }));
  return { ...script, rounds };
}

function lastOf(script: Script): Script {
  const all = countOfActs(script);
  return all <= LAST ? script : without(script, 0, all - LAST);
}
