/**
 * What happens in one episode, as data: rounds, and in each the acts that happen at the same time. Each act has a number,
 * from which everything random of it is drawn, so that leaving acts out leaves the others as they are.
 */
import { PEOPLE_ACTS, PLATFORM_ACTS } from './catalogue';
import { randomOf } from './random';

export interface ScriptedAct {
  /** In the whole episode. */
  readonly number: number;
  readonly kind: string;
  /** Which of the sites. */
  readonly tenant: number;
}

export interface Round {
  readonly number: number;
  readonly acts: readonly ScriptedAct[];
}

export interface Script {
  readonly seed: number;
  readonly episode: number;
  readonly rounds: readonly Round[];
  /** Rounds without any trouble, for looking at one thing. */
  readonly calm?: boolean;
}

const byWeight = (acts: readonly { readonly weight: number; readonly kind: string; readonly alone?: true }[]) =>
  acts.map((act) => [act.weight, act] as const);

/** @param rounds how many. */
export function drawScript(seed: number, episode: number, rounds: number): Script {
  const random = randomOf(seed, `script ${episode}`);
  let number = 0;
  const act = (kind: string): ScriptedAct => ({ number: (number += 1), kind, tenant: random.int(2) });
  const drawn = Array.from({ length: rounds }, (_, round): Round => {
    const acts: ScriptedAct[] = [];
    for (let person = random.int(4); person >= 0; person -= 1) {
      acts.push(act(random.weighted(byWeight(PEOPLE_ACTS)).kind));
    }
    for (let other = random.int(3); other > 0; other -= 1) {
      const { kind, alone } = random.weighted(byWeight(PLATFORM_ACTS));
      if (alone === true) return { number: round, acts: [act(kind)] };
      acts.push(act(kind));
    }
    return { number: round, acts };
  });
  // Once in each episode for sure.
  const middle = Math.floor(rounds / 2);
  const upgraded = drawn.map((round) =>
    round.number === middle ? { ...round, acts: [...round.acts, act('the app is upgraded')] } : round,
  );
  return { seed, episode, rounds: upgraded };
}

export function countOfActs({ rounds }: Script): number {
  return rounds.reduce((sum, { acts }) => sum + acts.length, 0);
}

/** A round a line, its acts side by side; rounds in which only time passes are left out. */
export function inWords({ rounds }: Script): string {
  return rounds
    .filter(({ acts }) => acts.length > 0)
    .map(({ number, acts }) => {
      const words = acts.map((act) => `${act.kind} (#${act.number}, site ${'ab'[act.tenant]})`);
      return `  round ${number}: ${words.join('  |  ')}`;
    })
    .join('\n');
}
