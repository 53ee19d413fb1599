import { mkdirSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The shape of the file. A newer one is refused, never rewritten by an older program. */
const VERSION = 1;
const FILE = 'local-jira.json';
const SAVE_WITHIN_MS = 500;

/** Everything one start hands to the next. Each part is the snapshot of its owner and JSON-safe. */
export interface SavedWorld {
  readonly jira: unknown;
  readonly forge: unknown;
  readonly shell: unknown;
}

export interface DataFolder {
  /** What the last run saved; `undefined` in a new folder, or when a damaged file was set aside. */
  readonly saved: SavedWorld | undefined;
  /** A sentence for the terminal when a damaged file was set aside. */
  readonly notice: string | undefined;
  /** Something changed: save within half a second, once for all changes until then. */
  touch(): void;
  /** Puts a file aside whose content turned out not to be a world; gives the sentence that says so. */
  setAside(): Promise<string>;
  /** Saves now and stops watching. Throws where the disk refuses. */
  close(): Promise<void>;
}

/**
 * Opens the folder of `--data DIR`. The file is only ever replaced whole: written beside, flushed to disk, renamed.
 * A file that cannot be read as ours is renamed to `….damaged-<time>` and reported; it is never overwritten.
 * Throws one sentence when the folder cannot be used, or holds a file of a newer version.
 */
export async function openDataFolder(
  folder: string,
  take: () => SavedWorld,
  report: (sentence: string) => void = () => undefined,
): Promise<DataFolder> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Error(`${folder} cannot be used for --data: ${reason(error)}.`);
  }
  const file = path.join(folder, FILE);
  await rm(`${file}.new`, { force: true });
  const found = await readSaved(file);

  let timer: NodeJS.Timeout | undefined;
  let changed = found.saved === undefined;
  let closed = false;
  let writing: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    // One after the other: two writers of one temporary file would mix.
    writing = writing
      .catch(() => undefined)
      .then(async () => {
        changed = false;
        await replaceFile(file, `${JSON.stringify({ version: VERSION, ...take() })}\n`);
      })
      .catch((error: unknown) => {
        changed = true;
        throw error;
      });
    return writing;
  };

  return {
    saved: found.saved,
    notice: found.notice,
    touch() {
      if (closed) return;
      changed = true;
      // Not pushed back by the next change: a busy site must be saved too.
      timer ??= setTimeout(() => {
        timer = undefined;
        save().catch((error: unknown) => report(`The changes could not be saved in ${folder}: ${reason(error)}.`));
      }, SAVE_WITHIN_MS);
    },
    async setAside() {
      changed = true;
      return setAside(file);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await writing.catch(() => undefined);
      if (changed) await save();
    },
  };
}

async function readSaved(file: string): Promise<{ saved: SavedWorld | undefined; notice: string | undefined }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { saved: undefined, notice: undefined };
    throw new Error(`${file} cannot be read: ${reason(error)}.`);
  }
  const content = parse(text);
  if (content !== undefined && content.version > VERSION) {
    throw new Error(`${file} was written by a newer version of this project; use that one, or another --data folder.`);
  }
  if (content !== undefined) return { saved: content.world, notice: undefined };
  return { saved: undefined, notice: `${await setAside(file)} This start is a fresh one.` };
}

async function setAside(file: string): Promise<string> {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(file, aside);
  return `The saved data is damaged and was put aside as ${aside}.`;
}

function parse(text: string): { version: number; world: SavedWorld } | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof content !== 'object' || content === null || !('version' in content)) return undefined;
  const { version } = content;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return undefined;
  if (version > VERSION) return { version, world: { jira: undefined, forge: undefined, shell: undefined } };
  if (!('jira' in content) || !('forge' in content) || !('shell' in content)) return undefined;
  return { version, world: { jira: content.jira, forge: content.forge, shell: content.shell } };
}

/** After this returns, the new content is on disk under its name; after a crash before, the old one still is. */
async function replaceFile(file: string, content: string): Promise<void> {
  const temporary = `${file}.new`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
}

/** The rename itself is only safe once its folder is on disk. Windows cannot open folders and needs no sync. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
