/** Loads the functions' code as often as it is told, for fresh-handlers.test.ts, and says how many copies it got. */
import { freshHandlers } from './fresh-handlers';

async function main(times: number): Promise<void> {
  let [copies, last] = [0, undefined as unknown];
  for (let time = 0; time < times; time += 1) {
    const { resolver } = freshHandlers();
    if (resolver !== last) copies += 1;
    last = resolver;
    // Between two upgrades there is always time for what was put off.
    await new Promise(setImmediate);
  }
  console.log(copies);
}

void main(Number(process.argv[2]));
