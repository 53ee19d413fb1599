import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

test('each copy of the functions’ code is a new one, and the old ones leave the memory', () => {
  const probe = ['test/dev/run.mjs', 'test/soak/fresh-handlers-probe.ts', '30'];
  // A copy takes 20 MB: some of them fit in, and thirty do not.
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--max-old-space-size=256', ...probe], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr, copies: stdout.trim() }).toMatchObject({ status: 0, copies: '30' });
});
