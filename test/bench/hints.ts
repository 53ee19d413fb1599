/**
 * `npm run hints -- FILE.jsonl`: how well the hints agree with labelled stories. The last line is JSON. `--show` lists
 * the stories on which they disagree.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hasHint, parseLabelled, scoreOf } from './hint-score';

function main(): void {
  const { values, positionals } = parseArgs({
    options: { show: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Which stories? npm run hints -- FILE.jsonl [--show]');
  const stories = parseLabelled(readFileSync(file, 'utf8'));
  if (values.show) {
    for (const story of stories) {
      if (hasHint(story) !== story.relevant)
        console.log(`${story.relevant ? 'no hint ' : 'hint    '} ${story.summary}`);
    }
  }
  console.log(JSON.stringify(scoreOf(stories)));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
