import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDataFolder, type SavedWorld } from './data-folder';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'data-'));
  file = path.join(folder, 'local-jira.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const world = (text: string): SavedWorld => ({ jira: { text }, forge: [1], shell: null });

describe('the folder of --data', () => {
  it('gives the next run what this one left', async () => {
    const first = await openDataFolder(folder, () => world('Zürich ✓'));
    expect(first.saved).toBeUndefined();
    expect(first.notice).toBeUndefined();
    await first.close();
    const second = await openDataFolder(folder, () => world('other'));
    expect(second.saved).toEqual(world('Zürich ✓'));
    await second.close();
  });

  it('leaves the file alone when nothing changed', async () => {
    await (await openDataFolder(folder, () => world('a'))).close();
    await (await openDataFolder(folder, () => world('b'))).close();
    expect((await openDataFolder(folder, () => world('c'))).saved).toEqual(world('a'));
  });

  it('saves soon after a change, without being closed', async () => {
    let text = 'a';
    const data = await openDataFolder(folder, () => world(text));
    text = 'b';
    data.touch();
    data.touch();
    await waitFor(() => existsSync(file));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, ...world('b') });
    await data.close();
  });

  it.each(['', '{"version":1,"jira":', 'null', '{"version":1,"jira":{}}', '{"version":"1"}'])(
    'sets the damaged content %j aside, reports it and keeps it as it was',
    async (content) => {
      writeFileSync(file, content);
      const data = await openDataFolder(folder, () => world('new'));
      expect(data.saved).toBeUndefined();
      const aside = readdirSync(folder).find((name) => name.startsWith('local-jira.json.damaged-'))!;
      expect(data.notice).toContain(aside);
      await data.close();
      expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(content);
      expect((await openDataFolder(folder, () => world('x'))).saved).toEqual(world('new'));
    },
  );

  it('refuses the file of a newer version and does not touch it', async () => {
    writeFileSync(file, '{"version":2,"something":"else"}');
    await expect(openDataFolder(folder, () => world('a'))).rejects.toThrow('written by a newer version');
    expect(readdirSync(folder)).toEqual(['local-jira.json']);
  });

  it('an interrupted save leaves the old file whole', async () => {
    await (await openDataFolder(folder, () => world('old'))).close();
    // What a crash in the middle of writing leaves behind.
    writeFileSync(`${file}.new`, '{"version":1,"jira":{"te');
    expect((await openDataFolder(folder, () => world('x'))).saved).toEqual(world('old'));
    expect(readdirSync(folder)).toEqual(['local-jira.json']);
  });

  it('a world that cannot be written leaves the old file whole and says so', async () => {
    await (await openDataFolder(folder, () => world('old'))).close();
    const data = await openDataFolder(folder, () => {
      throw new Error('no snapshot');
    });
    data.touch();
    await expect(data.close()).rejects.toThrow('no snapshot');
    expect((await openDataFolder(folder, () => world('x'))).saved).toEqual(world('old'));
  });

  it('says in one sentence when the folder is a file', async () => {
    writeFileSync(path.join(folder, 'plain'), '');
    await expect(openDataFolder(path.join(folder, 'plain'), () => world('a'))).rejects.toThrow(
      /cannot be used for --data/,
    );
  });
});

async function waitFor(test: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !test(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 30));
  expect(test()).toBe(true);
}
