/**
 * `npm run soak -- --minutes N --seed S`: people work on two sites while everything goes wrong that can, and nothing that
 * they were told is done may be lost. The last line is JSON.
 */
import { parseArgs } from 'node:util';
import { versionOf } from './former-version';
import { freshHandlers } from './fresh-handlers';
import { openStage } from './stage';
import { soak } from './soak';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      episode: { type: 'string' },
      rounds: { type: 'string', default: '60' },
      from: { type: 'string' },
    },
  });
  const [minutes, seed, rounds] = [Number(values.minutes), Number(values.seed), Number(values.rounds)];
  if (!(minutes > 0) || !Number.isInteger(seed) || !(rounds > 0)) throw new Error('--minutes N --seed S, both numbers');
  const print = console.log.bind(console);
  const stage = await openStage(freshHandlers, values.from === undefined ? undefined : versionOf(values.from));
  try {
    const only = values.episode === undefined ? {} : { only: Number(values.episode) };
    const outcome = await soak(stage, { seed, rounds, milliseconds: minutes * 60_000, ...only }, print);
    process.exitCode = outcome.violations > 0 ? 1 : 0;
  } finally {
    stage.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
