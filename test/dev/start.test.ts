/** `npm start` as a person meets it: the real command, its words, its address, Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const START = path.join(__dirname, 'start.mjs');
/** A build, where one is needed, and the demo. */
const PATIENCE_MS = 120_000;

interface Run {
  readonly url: string;
  readonly output: () => string;
  /** Sends the signal of Ctrl-C; gives the exit code. */
  interrupt(): Promise<number | null>;
}

async function start(...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [START, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ctrl-C stops everything.')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => reject(new Error(`npm start ended with ${String(code)}:\n${output}`)));
  });
  await ready;
  return {
    url: /http:\/\/localhost:\d+/.exec(output)?.[0] ?? '',
    output: () => output,
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('says an unknown option in one sentence and starts nothing', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [START, '--prot', '1'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('Unknown option --prot; --port N, --data DIR and --import FILE are the ones there are.\n');
});

it(
  'prints one address and what is there, keeps what was changed, and Ctrl-C ends it with 0 and frees the port',
  async () => {
    const first = await start('--port', '0', '--data', folder);
    expect(first.output().match(/https?:\/\//g)).toHaveLength(1);
    expect(first.output()).toContain('Web Shop (SHOP): 14 open risks, 31 enablers, 120 open stories.');
    expect(first.output()).toContain('Shift-Up is installed and set up. 5 users.');

    const session = await fetch(`${first.url}/board/SHOP?user=jonas`, { redirect: 'manual' });
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const changed = await fetch(`${first.url}/rest/api/3/issue/SHOP-428`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { summary: 'Changed by a test' } }),
    });
    expect(changed.status).toBe(204);

    expect(await first.interrupt()).toBe(0);
    await expect(fetch(first.url)).rejects.toThrow();
    expect(existsSync(path.join(folder, 'local-jira.json'))).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, 'local-jira.json'), 'utf8'))).toMatchObject({ version: 1 });

    const second = await start('--port', '0', '--data', folder);
    const issue = await fetch(`${second.url}/rest/api/3/issue/SHOP-428?fields=summary`, { headers: { cookie } });
    expect(await issue.json()).toMatchObject({ fields: { summary: 'Changed by a test' } });
    expect(await second.interrupt()).toBe(0);
  },
  PATIENCE_MS,
);
